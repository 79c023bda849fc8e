import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { world } from '../../test/api.ts'
import { expectFactsAgree, importBench, importRow, type ImportBench } from '../../test/participations.ts'
import { call } from '../platform/call.ts'
import { StateLater } from './codes.ts'
import { renewMarkedFacts } from './followUpStore.ts'
import type { ContactFields } from './register/contact.ts'
import * as register from './register/contract.ts'

let bench: ImportBench
const [controllerId] = world.controllers
/** Each call comes a second after the one before: what is recorded last decides. */
let clock = Date.parse('2026-11-22T10:00:00Z')
beforeAll(async () => {
  bench = await importBench({ now: () => new Date((clock += 1000)) })
})
afterAll(() => bench.close())
beforeEach(async () => {
  await bench.empty()
})

const work = { occupation: 'work', workExtent: 50, studyExtent: 0, workType: 'subsidised', support: {} } as const
const contact: ContactFields = { date: '2025-03-01', reached: true, source: 'ownContact', changes: [{ from: '2024-06-01', ...work }] }
const subsidised = StateLater.index('subsidisedWork')

/** The states after start of the only fact. */
async function states(): Promise<(number | null)[]> {
  const fact = await bench.database.queries.selectFrom('fact').selectAll().executeTakeFirstOrThrow()
  return [fact.state_after_start6, fact.state_after_start12, fact.state_after_start24]
}
async function followedUp(): Promise<string> {
  await bench.bring([importRow(2)])
  const { participation_id: id } = await bench.database.queries.selectFrom('fact').select('participation_id').executeTakeFirstOrThrow()
  await call(register.recordContact, { params: { controllerId, id }, body: contact })
  return id
}

test('a follow-up is in the figures, and gone from them when it is withdrawn', async () => {
  const id = await followedUp()
  expect(await states()).toEqual([subsidised, subsidised, null])
  const { contacts } = await call(register.getParticipation, { params: { controllerId, id } })
  const params = { controllerId, id, contactId: contacts[0]!.id }
  await call(register.changeContact, { params, body: { ...contact, version: 1, withdrawn: true } })
  expect(await states()).toEqual([null, null, null])
  await expectFactsAgree(bench.database)
})
test('it stays in them when the record is corrected, and when an import brings a new version', async () => {
  const id = await followedUp()
  const { version, participation } = await call(register.getParticipation, { params: { controllerId, id } })
  await call(register.changeParticipation, {
    params: { controllerId, id },
    body: { version, participation: { ...participation, education: 'compulsory' } },
  })
  expect(await states()).toEqual([subsidised, subsidised, null])
  await expectFactsAgree(bench.database)
})
test('an import that brings a new version of what was followed up keeps it', async () => {
  const reference = 'A-17'
  await bench.bring([importRow(2, { reference })])
  const { participation_id: id } = await bench.database.queries.selectFrom('fact').select('participation_id').executeTakeFirstOrThrow()
  await call(register.recordContact, { params: { controllerId, id }, body: contact })
  const { counts } = await bench.bring([importRow(2, { reference, education: 'compulsory' })])
  expect(counts!.newVersion).toBe(1)
  expect(await states()).toEqual([subsidised, subsidised, null])
  await expectFactsAgree(bench.database)
})
test('facts that a migration has marked are made anew, once, and others left alone', async () => {
  await followedUp()
  await bench.bring([importRow(3, { entryDate: '2023-01-01', birthYear: 1970 })])
  await bench.database.queries
    .updateTable('fact')
    .set({ state_after_start6: -1, state_after_start12: null })
    .where('age_at_entry', '<', 50)
    .execute()
  expect(await renewMarkedFacts(bench.database)).toBe(1)
  await expectFactsAgree(bench.database)
  expect(await renewMarkedFacts(bench.database)).toBe(0)
})

describe('of two follow-ups of one date the one recorded last tells', () => {
  const reference = 'A-18'
  const jobSeeking = { occupation: 'jobSeeking', workExtent: 0, studyExtent: 0, workType: null, support: {} } as const
  const later = { ...contact, changes: [{ from: '2024-06-01', ...jobSeeking }] }
  const seeking = StateLater.index('jobSeeking')

  async function followedUpTwice(): Promise<string> {
    await bench.bring([importRow(2, { reference })])
    const { participation_id: id } = await bench.database.queries.selectFrom('fact').select('participation_id').executeTakeFirstOrThrow()
    await call(register.recordContact, { params: { controllerId, id }, body: contact })
    await call(register.recordContact, { params: { controllerId, id }, body: later })
    return id
  }
  /** Rewrites the first: it lies after the second then, in a database that is not asked for an order. */
  const moveFirst = () =>
    bench.database.script(
      'update contact set recorded_at = recorded_at where recorded_at = (select min(recorded_at) from contact); analyze contact',
    )

  test('what the page shows', async () => {
    const id = await followedUpTwice()
    const { intervals, contacts } = await call(register.getParticipation, { params: { controllerId, id } })
    expect(intervals.map(({ occupation }) => occupation)).toEqual(['other', 'jobSeeking'])
    expect(contacts.map(({ changes }) => changes[0]!.occupation)).toEqual(['jobSeeking', 'work'])
  })
  test('the figures, also when the record is corrected', async () => {
    const id = await followedUpTwice()
    expect(await states()).toEqual([seeking, seeking, null])
    const { version, participation } = await call(register.getParticipation, { params: { controllerId, id } })
    await call(register.changeParticipation, {
      params: { controllerId, id },
      body: { version, participation: { ...participation, education: 'compulsory' } },
    })
    expect(await states()).toEqual([seeking, seeking, null])
  })
  test('the figures when an import brings a new version', async () => {
    await followedUpTwice()
    await moveFirst()
    await bench.bring([importRow(2, { reference, education: 'compulsory' })])
    expect(await states()).toEqual([seeking, seeking, null])
  })
  test('the figures that are made anew', async () => {
    await followedUpTwice()
    await moveFirst()
    await bench.database.queries.updateTable('fact').set({ state_after_start6: -1 }).execute()
    expect(await renewMarkedFacts(bench.database)).toBe(1)
    expect(await states()).toEqual([seeking, seeking, null])
  })
  test('the first one, when it is corrected after the second was recorded', async () => {
    const id = await followedUpTwice()
    const { contacts } = await call(register.getParticipation, { params: { controllerId, id } })
    const params = { controllerId, id, contactId: contacts.at(-1)!.id }
    await call(register.changeContact, { params, body: { ...contact, version: 1, withdrawn: false } })
    expect(await states()).toEqual([subsidised, subsidised, null])
  })
})
