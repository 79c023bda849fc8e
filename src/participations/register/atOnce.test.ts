import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { world } from '../../../test/api.ts'
import { isPostgres } from '../../../test/identity.ts'
import { expectFactsAgree, importBench, importRow, type ImportBench } from '../../../test/participations.ts'
import { call, CallError } from '../../platform/call.ts'
import { addMonths } from '../../values/civilDate.ts'
import { undoImport, type ImportSummary } from '../contract.ts'
import type { Participation } from '../domain.ts'
import { commitDraft } from '../sendImport.ts'
import * as register from './contract.ts'

let bench: ImportBench
const [controllerId] = world.controllers
const [interventionId] = world.interventions
/** The day of the test's server. */
const today = '2026-11-22'
const { row: _row, ...plain } = importRow(1, { entryDate: addMonths(today, -6), groundDate: addMonths(today, -6), birthYear: 1990 })
const participation = plain as Participation
/** Who comes first is chance; so many times over each has been. The embedded database takes one at a time, so there nobody ever waits. */
const TIMES = isPostgres ? 12 : 1

/** Each call comes a second after the one before: what is later decides what may be undone. */
let clock = Date.parse(`${today}T10:00:00Z`)
beforeAll(async () => {
  bench = await importBench({ now: () => new Date((clock += 1000)) })
})
afterAll(() => bench.close())
beforeEach(async () => {
  await bench.empty()
})

const enter = () =>
  call(register.registerParticipation, { params: { controllerId }, body: { interventionId, participation, samePersonAs: null } })
const change = (id: string, given: Partial<Participation>) =>
  call(register.changeParticipation, {
    params: { controllerId, id },
    body: { version: 1, participation: { ...participation, ...given } },
  })
const exit = {
  exitDate: addMonths(today, -1),
  exitReason: 'toWork' as const,
  occupationAfter: 'work' as const,
  workExtentAfter: 50,
  supportAfter: { lon: 50 },
}
const followUp = (id: string) =>
  call(register.recordContact, { params: { controllerId, id }, body: { date: today, reached: true, source: 'ownContact', changes: [] } })

test('of two changes of the same version at once one is saved, and the other meets what was saved', async () => {
  for (let time = 0; time < TIMES; time++) {
    const { id } = await enter()
    const both = await Promise.allSettled([change(id, { education: 'compulsory' }), change(id, { education: 'postSecondary' })])
    const refused = both.flatMap((one) => (one.status === 'rejected' ? [one.reason as CallError] : []))
    expect(refused).toMatchObject([{ status: 409, key: 'register.changedMeanwhile' }])
  }
  expect(await bench.count('participation_version')).toBe(TIMES * 2)
  await expectFactsAgree(bench.database)
})

test('an exit and a follow-up at once are both in the figures', async () => {
  for (let time = 0; time < TIMES; time++) {
    const { id } = await enter()
    await Promise.all([change(id, exit), followUp(id)])
  }
  expect([await bench.count('participation_version'), await bench.count('contact')]).toEqual([TIMES * 2, TIMES])
  await expectFactsAgree(bench.database)
})

describe('a follow-up of one of many that an import changes', () => {
  const rows = Array.from({ length: 100 }, (_, at) => importRow(at + 2, { reference: `A-${at}` }))
  const changed = rows.map((row) => ({ ...row, education: 'compulsory' as const }))
  const writing = { likelyDuplicates: 'skip', anonymous: 'count', mapping: {} } as const
  /** Later each time, so that it comes before, within and after the import. */
  const followUpSoon = async (time: number) => {
    const { id } = await bench.database.queries.selectFrom('participation').select('id').executeTakeFirstOrThrow()
    await new Promise((done) => setTimeout(done, time * 4))
    return followUp(id)
  }

  test('is saved, and so is the import', async () => {
    for (let time = 0; time < TIMES; time++) {
      await bench.empty()
      await bench.bring(rows)
      const { importId } = await bench.draft(changed)
      const [{ counts }] = await Promise.all([commitDraft({ controllerId, importId }, writing), followUpSoon(time)])
      expect(counts!.newVersion).toBe(rows.length)
      await expectFactsAgree(bench.database)
    }
  })
  test('is saved, and the import is undone before it or not at all', async () => {
    for (let time = 0; time < TIMES; time++) {
      await bench.empty()
      await bench.bring(rows)
      const { id: importId } = await bench.bring(changed)
      const undone = call(undoImport, { params: { controllerId, importId } }).catch((error: unknown) => error)
      const [outcome] = await Promise.all([undone, followUpSoon(time)])
      expect([{ status: 'undone' }, { key: 'participations.laterDepends' }]).toContainEqual(
        outcome instanceof CallError ? { key: outcome.key } : { status: (outcome as ImportSummary).status },
      )
      await expectFactsAgree(bench.database)
    }
  })
})
