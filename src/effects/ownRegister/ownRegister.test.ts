import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { transportAs, world } from '../../../test/api.ts'
import { filledApp } from '../../../test/filledApp.ts'
import { importRow, refusal } from '../../../test/participations.ts'
import { stableId } from '../../associations/register.ts'
import { statisticsMessages } from '../../statistics/messages.ts'
import { againstTexts } from '../against/texts.ts'
import { frameMessages } from '../messages.ts'
import type { Participation } from '../../participations/domain.ts'
import { call, useTransport } from '../../platform/call.ts'
import type { Database } from '../../platform/database.ts'
import { seededRandom } from '../../probability/seededRandom.ts'
import { addMonths } from '../../values/civilDate.ts'
import { translator } from '../../values/catalogue.ts'
import { effectReport } from '../comparison/effectReport.ts'
import { comparisonOf } from './answer.ts'
import { compareOwnInterventions } from './contract.ts'
import { registerMessages } from './messages.ts'
import { inOneAlone, outcomeOf, questionOf, type Followed } from './persons.ts'

const { row: _row, ...plain } = importRow(1)
const views = { socialContacts: null, ownAbility: null, workBelief: null }
const person = (given: Partial<Participation>, about: { id: string; isOne?: boolean; works?: boolean | undefined }): Followed => {
  const participation = { ...plain, ...given }
  const change = { from: participation.entryDate, occupation: 'work', workExtent: 50, studyExtent: null, workType: null, support: {} }
  const contact = {
    date: addMonths(participation.entryDate, 12),
    reached: true,
    source: 'ownContact',
    changes: about.works ? [change] : [],
    ...views,
  }
  const contacts = about.works === undefined ? [] : [contact as never]
  return { personId: about.id, isOne: about.isOne ?? true, participation, contacts }
}
const writing = {
  locale: 'sv' as const,
  t: translator({ ...statisticsMessages, ...frameMessages, ...againstTexts, ...registerMessages }, 'sv'),
}
const names = { treated: 'Steget', controls: 'Bron' }
const period = { from: '2022-01', to: '2023-12' }

/** Persons of two interventions: the older reach the outcome less, the one has more of them, and it does better by 20 of 100. */
function invented(size: number, seed: number): Followed[] {
  const random = seededRandom(seed)
  return Array.from({ length: size }, (_, at) => {
    const old = random() < 0.5
    const isOne = random() < (old ? 0.7 : 0.3)
    const works = random() < (old ? 0.2 : 0.5) + (isOne ? 0.2 : 0)
    const sex = random() < 0.5 ? 'woman' : 'man'
    const birthYear = (old ? 1968 : 1992) + Math.floor(random() * 8)
    return person(
      { birthYear, sex, entryDate: '2022-05-02', timeSinceWork: random() < 0.3 ? 'under6' : 'over60' },
      { id: `p${at}`, isOne, works },
    )
  })
}

describe('two interventions of a controller', () => {
  test('are compared by the estimators of the terminal, which see past who the participants are', async () => {
    const all = invented(3000, 7)
    const question = questionOf(all, (key) => key)
    const report = effectReport(question)
    const estimate = report[report.reported]!
    expect(report.naive.estimate).toBeLessThan(0.13)
    expect(estimate.lower).toBeLessThan(0.2)
    expect(estimate.upper).toBeGreaterThan(0.2)
    const { sentences, tables } = await comparisonOf(all, names, period, true, writing)
    expect(sentences[0]).toContain(`${Math.round(estimate.estimate * 100)} fler av 100`)
    expect(tables).toHaveLength(4)
  })
  test('are a difference, never more, whatever the checks say', async () => {
    const answer = await comparisonOf(invented(3000, 7), names, period, true, writing)
    expect(answer.claim).toBe('comparison')
    expect(answer.title).toContain('inte tolkbar som')
    const words = JSON.stringify({ ...answer, title: '' })
    expect(words).not.toMatch(/effe[ck]t/i)
  })
  test('are not compared with fewer than 20 known in one of them, and no number is then told', async () => {
    const all = [
      ...invented(200, 3).filter(({ isOne }) => isOne),
      ...invented(200, 4)
        .filter(({ isOne }) => !isOne)
        .slice(0, 19),
    ]
    const { sentences, tables } = await comparisonOf(all, names, period, true, writing)
    expect(tables).toEqual([])
    expect(sentences).toHaveLength(1)
    expect(sentences[0]).toContain('Färre än 20')
  })
})

test('of which fewer than 60 of 100 are followed in one are not compared, and the bounds are told', async () => {
  const all = invented(400, 3).map((one, at) => (one.isOne && at % 2 === 0 ? { ...one, contacts: [] } : one))
  const { sentences, tables } = await comparisonOf(all, names, period, true, writing)
  expect(sentences).toEqual([expect.stringMatching(/^I Steget är färre än 60 av 100 följda/)])
  expect(tables.map(({ title }) => title)).toEqual(['Hur de följdes'])
})

test('which were alike in something among those whose work before is known are compared, and the check of that says why it is missing', async () => {
  const all = invented(600, 7).map((one, at) => {
    const isAbroad = at % 4 === 0
    const more = { bornAbroad: isAbroad ? ('yes' as const) : ('no' as const), ...(isAbroad && { timeSinceWork: null }) }
    return { ...one, participation: { ...one.participation, ...more } }
  })
  const { sentences, tables } = await comparisonOf(all, names, period, true, writing)
  expect(sentences.join(' ')).toMatch(/fler av 100/)
  const row = tables.at(-1)!.rows.find(([name]) => name === 'Skillnad redan före start')!
  expect(row.join(' ')).toContain('går inte att räkna: ”Utrikes född” är lika för alla')
})

describe('who is compared', () => {
  const started = (id: string, entryDate: string, isOne = true): Followed => person({ entryDate }, { id, isOne })
  const chosen = (...all: Followed[]) => {
    const { persons, ...left } = inOneAlone(all, period)
    return { persons: persons.map(({ personId, participation }) => [personId, participation.entryDate]), ...left }
  }
  const [none, inBoth, returned] = [
    { persons: [], inBoth: 0, returned: 0 },
    { persons: [], inBoth: 1, returned: 0 },
    { persons: [], inBoth: 0, returned: 1 },
  ]
  test('is each person once, by the first start', () =>
    expect(chosen(started('a', '2023-01-01'), started('a', '2022-01-01'))).toEqual({ ...none, persons: [['a', '2022-01-01']] }))
  test.each<[string, Followed[]]>([
    ['at once', [started('b', '2022-06-01'), started('b', '2022-06-01', false)]],
    ['before the months that are compared', [started('b', '2022-06-01'), started('b', '2015-06-01', false)]],
    ['after them, and before the outcome', [started('b', '2023-12-01'), started('b', '2024-11-30', false)]],
  ])('is nobody who was in both, %s', (_, all) => expect(chosen(...all)).toEqual(inBoth))
  test('is who came to the other when the outcome had been, by the first', () =>
    expect(chosen(started('c', '2022-06-01'), started('c', '2023-06-01', false))).toEqual({ ...none, persons: [['c', '2022-06-01']] }))
  test('is nobody who had been in the same before', () =>
    expect(chosen(started('d', '2022-06-01'), started('d', '2021-12-31'))).toEqual(returned))
  test('is nobody who did not start in the months that are compared, nor is that told', () =>
    expect(chosen(started('e', '2021-12-31'), started('e', '2024-01-01', false))).toEqual(none))
  test('has an outcome only where somebody knows', () => {
    expect(outcomeOf(person({}, { id: 'a', works: true }))).toBe(1)
    expect(outcomeOf(person({}, { id: 'a', works: false }))).toBe(0)
    expect(outcomeOf(person({}, { id: 'a' }))).toBeNaN()
    expect(outcomeOf(person({ exitDate: '2024-05-01', exitReason: 'deceased' }, { id: 'a' }))).toBe(0)
  })
  /** Forty persons, half in each, all known. */
  const forty = (of: (at: number) => Partial<Participation>): Followed[] =>
    Array.from({ length: 40 }, (_, at) => person(of(at), { id: `p${at}`, isOne: at % 2 === 0, works: at % 3 === 0 }))
  const told = (all: Followed[]): string[] => [...questionOf(all, (key) => key).covariates.keys()]
  test('is not told apart by what fewer than five have', () =>
    expect(told(forty((at) => ({ education: at < 4 ? 'compulsory' : 'upperSecondary', sex: at < 5 ? 'man' : 'woman' })))).toEqual([
      'woman',
    ]))
  test('is not told apart by that something is not recorded in one of the two', () => {
    const in1 = forty((at) => ({ education: at % 2 === 0 && at < 20 ? null : 'upperSecondary', timeOnSupport: 'none', bornAbroad: 'no' }))
    const inBoth = forty((at) => ({ education: at < 20 ? null : 'upperSecondary', timeOnSupport: 'none', bornAbroad: 'no' }))
    expect([told(in1), told(inBoth)]).toEqual([[], ['schoolUnknown']])
  })
  test('is told apart by one background for five persons of the smaller group, the most important first', () => {
    const all = forty((at) => ({
      ...{ sex: at % 4 === 0 ? 'man' : 'woman', birthYear: 1970 + at, education: at % 5 < 2 ? 'compulsory' : 'upperSecondary' },
      ...{ occupationBefore: at % 3 === 0 ? 'jobSeeking' : 'other', bornAbroad: at % 3 === 1 ? 'yes' : 'no' },
      ...{ supportBefore: at % 2 === 0 ? { sjukpenning: 100 } : { lon: 100 }, timeOnSupport: at % 3 === 2 ? 'over10' : 'none' },
    }))
    expect(told(all)).toEqual(['woman', 'age', 'sickness', 'longOnSupport'])
    expect(questionOf(all, (key) => key).leftOut).toBe(4)
  })
})

describe('of the register', () => {
  let database: Database
  let app: FastifyInstance
  const [controllerId, foreign] = world.controllers
  const [one, foreignIntervention] = world.interventions
  const other = world.volumeIntervention
  const as = (user: string): void => useTransport(transportAs(app, user))
  const ask = (given: object = {}) =>
    call(compareOwnInterventions, { params: { controllerId }, query: { one, other, years: 10, ...given } })
  beforeAll(async () => {
    ;({ database, app } = await filledApp(400, 5))
    const rows = await database.queries
      .selectFrom('participation_version')
      .select(['participation_id', 'entry_date'])
      .where('controller_id', '=', controllerId)
      .where('current', '=', true)
      .execute()
    const half = rows.filter((_, at) => at % 2 === 0).map(({ participation_id }) => participation_id)
    await database.queries.updateTable('participation').set({ intervention_id: other }).where('id', 'in', half).execute()
    const contact = {
      controller_id: controllerId,
      version: 1,
      reached: true,
      source: 'ownContact',
      changes: '[]',
      recorded_by: 'caseworker.1',
    }
    const own = { social_contacts: null, own_ability: null, work_belief: null, recorded_at: '2025-01-01T00:00:00Z' }
    await database.queries
      .insertInto('contact')
      .values(
        rows.map(({ participation_id, entry_date }) => ({
          ...{ ...contact, ...own, participation_id, id: stableId(`contact ${participation_id}`), contact_date: addMonths(entry_date, 12) },
        })),
      )
      .execute()
  })
  afterAll(async () => {
    await app.close()
    await database.close()
  })

  test('the steward sees two own interventions compared, with both followed, and the log says that it was asked', async () => {
    as('controlleradmin.1')
    const answer = await ask()
    expect(answer).toMatchObject({ claim: 'comparison', to: '2025-08', demo: true })
    expect(answer.tables.length).toBeGreaterThan(0)
    const log = await database.queries
      .selectFrom('audit_event')
      .select(['kind', 'user_id'])
      .where('endpoint', '=', 'compareOwnInterventions')
      .execute()
    expect(log).toContainEqual({ kind: 'personRead', user_id: 'controlleradmin.1' })
  })
  test('those who were in the other before or after the months that are compared are left out, and told of', async () => {
    as('controlleradmin.1')
    /** How many are said to have been in both, and in one before, of starts in three years. */
    const leftOut = async (): Promise<number[]> => {
      const { notes } = await ask({ years: 3 })
      return [/(\S+) person(?:er)? hade varit i båda/, /(\S+) person(?:er)? hade varit i samma/].map((words) =>
        Number((words.exec(notes.join(' '))?.[1] ?? '0').replace('En', '1')),
      )
    }
    const [both, before] = (await leftOut()) as [number, number]
    const { from } = await ask({ years: 3 })
    const starts = await database.queries
      .selectFrom('participation as p')
      .innerJoin('participation_version as v', (on) =>
        on.onRef('v.participation_id', '=', 'p.id').onRef('v.controller_id', '=', 'p.controller_id').on('v.current', '=', true),
      )
      .select(['p.id', 'p.person_id', 'p.intervention_id', 'v.entry_date'])
      .where('p.controller_id', '=', controllerId)
      .where((on) => on.or([on('v.exit_reason', 'is', null), on('v.exit_reason', '!=', 'felregistrering')]))
      .orderBy('v.entry_date')
      .execute()
    const alone = starts.filter(({ person_id }) => starts.filter((start) => start.person_id === person_id).length === 1)
    const within = alone.filter(({ entry_date }) => entry_date >= `${from}-01` && entry_date < '2025-09-01')
    const early = alone.filter(({ entry_date }) => entry_date < `${from}-01`)
    const moved = new Set<string>()
    for (const [start, isSame] of [[within[0]!, false] as const, [within[1]!, true] as const]) {
      const isIt = ({ id, intervention_id }: (typeof starts)[number]) =>
        !moved.has(id) && (intervention_id === start.intervention_id) === isSame
      const { id } = early.find(isIt)!
      moved.add(id)
      await database.queries.updateTable('participation').set({ person_id: start.person_id }).where('id', '=', id).execute()
    }
    expect(await leftOut()).toEqual([both + 1, before + 1])
  })
  test.each(['controlleradmin.2', 'caseworker.1', 'interventionlead.1', 'associationadmin.1', 'nationalanalyst.1'])(
    '%s does not',
    async (user) => {
      as(user)
      expect(await refusal(ask())).toMatchObject({ status: 404 })
    },
  )
  test('another’s intervention is not there, and one is not compared with itself', async () => {
    as('controlleradmin.1')
    expect(await refusal(ask({ other: foreignIntervention }))).toMatchObject({ status: 404 })
    expect(await refusal(ask({ other: one }))).toMatchObject({ status: 422, key: 'effects.register.same' })
    const elsewhere = call(compareOwnInterventions, { params: { controllerId: foreign }, query: { one, other } })
    expect(await refusal(elsewhere)).toMatchObject({ status: 404 })
  })
})
