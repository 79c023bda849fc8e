import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Noise } from '../src/disclosure/noise/noise.ts'
import { answerBeforeAfter } from '../src/effects/change/beforeAfter.ts'
import { fairOutcomes } from '../src/effects/domain.ts'
import { outcomeReport } from '../src/effects/report/outcomeReport.ts'
import { answerComparison } from '../src/effects/fair/fairComparison.ts'
import { answerOverTime } from '../src/effects/overTime/overTime.ts'
import { messages } from '../src/messages.ts'
import type { Database } from '../src/platform/database.ts'
import { answerDrops, answerFollowUp, type Asking } from '../src/statistics/answer.ts'
import { answerTables, answerTabulate, type TableQuestion } from '../src/statistics/answerTables.ts'
import { answerFinsam } from '../src/statistics/reports/finsam/finsamReport.ts'
import { reportFile } from '../src/statistics/reports/files/reportFile.ts'
import { reportFormats, reportKinds } from '../src/statistics/reports/domain.ts'
import { answerReport } from '../src/statistics/reports/report.ts'
import { interventionColumns } from '../src/statistics/reports/choices.ts'
import { matrixCsv } from '../src/statistics/reporting/matrixCsv.ts'
import { ownReporting, reportingMatrix } from '../src/statistics/reporting/status.ts'
import { FactStore } from '../src/statistics/factStore.ts'
import { followUpFile } from '../src/statistics/followUp/followUpFile.ts'
import { noPublishedCells } from '../src/statistics/publishedCells.ts'
import { tabulatedCsv } from '../src/terminal/tabulatedCsv.ts'
import { translator } from '../src/values/catalogue.ts'
import { buildWorld, world } from './api.ts'
import { testDatabase } from './database.ts'
import { fillFacts } from './facts.ts'
import { noiseThatShows } from './noise.ts'

/**
 * What participations there are may show only through numbers with noise. Two worlds with quite other participations are asked the same with noise
 * that shows every count as the same number: then no byte of an answer may differ, nor the length of one.
 */
let worlds: Database[]
let stores: FactStore[]
const now = new Date('2024-02-01T12:00:00Z')
const words = { locale: 'sv', t: translator(messages, 'sv') } as const

beforeAll(async () => {
  worlds = await Promise.all([testDatabase(), testDatabase()])
  stores = worlds.map((database) => new FactStore(database, () => now))
  for (const [at, database] of worlds.entries()) {
    await buildWorld(database)
    await fillFacts(database, [90, 300][at]!, at + 1)
    await approveEarly(database)
  }
})
afterAll(() => Promise.all(worlds.map((database) => database.close())))

/** Approves the year in both worlds before anything was registered, so that all of it came after. */
async function approveEarly({ queries }: Database): Promise<void> {
  const step = { year: 2023, month: 12, step: 1, act: 'approved', note: '', recorded_by: 'associationadmin.1' }
  await queries
    .insertInto('reporting_step')
    .values({ ...step, association_id: world.associations[0], recorded_at: '2024-01-02T00:00:00Z' })
    .execute()
}

const period = { from: '2023-01', to: '2023-12' }
const places = ['nation', 'region:XA', 'association:prov-1', `intervention:${world.interventions[1]}`]
const questions: TableQuestion[] = [
  { measure: 'participations', rows: 'association', columns: 'sex', where: ['year=2023'] },
  { measure: 'participations', rows: 'municipality', columns: undefined, where: ['year=2023', 'association=prov-1'] },
  { measure: 'distinct-persons', rows: 'ageGroup', columns: undefined, where: ['year=2023'] },
  { measure: 'exits', rows: 'exitReason', columns: 'occupationAfter', where: ['year=2023', 'sex=woman'] },
  { measure: 'exits', rows: undefined, columns: undefined, where: ['year=2023', 'occupationAfter=work'] },
  { measure: 'self-supporting-after', rows: 'intervention', columns: 'sex', where: ['from=2023-02', 'to=2023-06'] },
  { measure: 'to-work-or-study', rows: 'sex', columns: undefined, where: ['from=2022-01', 'to=2023-12'] },
]

const reportQuestion = {
  ...period,
  ...{ source: 'sjukpenning', columns: interventionColumns, isDetailed: true },
  measure: 'to-work-or-study',
} as const

/** Everything that leaves the process, as text, in each of the worlds. */
function inBoth(noise: Noise, work: (asking: Asking) => Promise<unknown>): Promise<string[]> {
  return Promise.all(
    worlds.map((database, at) =>
      database.as('samlad_statistics', undefined, async (queries) => {
        const made = await work({ queries, store: stores[at]!, noise, published: noPublishedCells, writing: words, now })
        return typeof made === 'string' ? made : JSON.stringify(made)
      }),
    ),
  )
}

async function expectAlike(noise: Noise, work: (asking: Asking) => Promise<unknown>): Promise<void> {
  const [one, other] = await inBoth(noise, work)
  expect(one!.length).toBeGreaterThan(10)
  expect(other).toBe(one)
}

test('the worlds are not alike, and noise that changes nothing tells so', async () => {
  const [one, other] = await inBoth(
    noiseThatShows((count) => count, 0),
    (asking) => answerFollowUp(asking, { place: 'nation', ...period }),
  )
  expect(other).not.toBe(one)
})

describe.each([
  { says: 'nought', noise: noiseThatShows(() => 0) },
  { says: 'a hundred', noise: noiseThatShows(() => 100) },
])('with every count shown as $says, nothing tells of the participations', ({ says, noise }) => {
  // With a hundred there are quartiles, which are the facts' own.
  const isFree = says === 'nought'
  test.each(places)('in the follow-up of %s', async (place) =>
    expectAlike(noise, async (asking) => {
      const { duration, ...rest } = await answerFollowUp(asking, { place, ...period })
      return isFree ? { duration, ...rest } : rest
    }),
  )
  test.runIf(isFree).each(['csv', 'xlsx'] as const)('in a file of kind %s', async (format) =>
    expectAlike(noise, async (asking) => {
      const { bytes } = await followUpFile(await answerFollowUp(asking, { place: 'association:prov-1', ...period }), format, words)
      return Buffer.from(bytes as Uint8Array).toString('base64')
    }),
  )
  test.each(questions)('in a table of $measure by $rows and $columns', async (question) => {
    await expectAlike(noise, (asking) => answerTabulate(asking, question))
    await expectAlike(noise, async (asking) => {
      const table = await answerTabulate(asking, question)
      return tabulatedCsv(table, [...table.sentences, ...table.notes], words)
    })
  })
  test.each(['association', 'year', 'month'])('in several measures by %s', async (rows) => {
    const measures = ['exits', 'participations', 'distinct-persons', 'to-work-or-study']
    await expectAlike(noise, (asking) => answerTables(asking, { measures, rows, columns: 'sex', where: ['from=2022-10', 'to=2023-12'] }))
  })
  test.each(reportKinds)('in the report %s and its comparison', async (kind) =>
    expectAlike(noise, async (asking) => {
      const report = await answerReport(asking, { ...reportQuestion, kind, place: 'association:prov-1', compare: 'intervention' })
      return { ...report, parts: report.parts.filter(({ key }) => isFree || key !== 'duration') }
    }),
  )
  test.runIf(isFree).each(reportFormats)('in a report of kind %s', async (format) =>
    expectAlike(noise, async (asking) => {
      const { bytes } = await reportFile(
        await answerReport(asking, { ...reportQuestion, kind: 'standard', place: 'nation' }),
        format,
        words,
      )
      return Buffer.from(bytes as Uint8Array).toString('base64')
    }),
  )
  const cohort = { from: '2021-01', to: '2021-12' }
  test.each(places)('in what happens over time, before and after, and side by side at %s', async (place) => {
    await expectAlike(noise, (asking) => answerOverTime(asking, { place, ...cohort }))
    await expectAlike(noise, (asking) => answerBeforeAfter(asking, { place, ...period }))
    if (place.startsWith('intervention:'))
      await expectAlike(noise, (asking) =>
        outcomeReport(asking, { interventionId: place.slice('intervention:'.length), ...cohort }, 'samlad'),
      )
    for (const outcome of fairOutcomes) await expectAlike(noise, (asking) => answerComparison(asking, { place, ...cohort }, outcome))
  })
  test('in what Uppföljning Finsam asks for', async () => expectAlike(noise, (asking) => answerFinsam(asking, world.associations[0], 2023)))
  test('in the list of sudden drops', async () => expectAlike(noise, answerDrops))
  test('in the status of reporting', async () => {
    await expectAlike(noise, (asking) => reportingMatrix(asking, 2023))
    await expectAlike(noise, (asking) => ownReporting(asking, world.associations[0], 2023))
    await expectAlike(noise, async (asking) => {
      const { bytes } = matrixCsv(await reportingMatrix(asking, 2023), words)
      return Buffer.from(bytes as Uint8Array).toString('base64')
    })
  })
})
