import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hashToken } from '../src/access/store.ts'
import { stableId } from '../src/associations/register.ts'
import { ipsScale } from '../src/interventions/fidelity/scoring.ts'
import type { Database, Queries } from '../src/platform/database.ts'
import { addMonths, stockholmDate } from '../src/values/civilDate.ts'
import { buildWorld, world } from './api.ts'
import { testDatabase } from './database.ts'
import { fillFacts } from './facts.ts'

/** What the second wall itself holds of assessments and of outcomes that are fixed beforehand, whatever the program would do. */
let database: Database
const [interventionId] = world.interventions
const people = ['associationadmin.1', 'interventionlead.1', 'associationadmin.2', 'nationalanalyst.1', 'interventionlead.2'] as const
const [office, lead, other, analyst, leadThere] = people
const now = '2026-11-22T09:00:00Z'
const round = stableId('round')
const points = JSON.stringify(Array.from({ length: ipsScale.items }, () => 4))

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  await fillFacts(database, 60, 3)
  const times = { created_at: now, last_seen_at: now, expires_at: '2026-11-22T21:00:00Z' }
  await database.queries
    .insertInto('session')
    .values(people.map((user_id) => ({ token_hash: hashToken(`secret of ${user_id}`), user_id, ...times })))
    .execute()
})
afterAll(() => database.close())
beforeEach(async () => {
  for (const table of ['fidelity_rating', 'fidelity_round', 'fidelity_item', 'fidelity_instrument', 'registered_outcome'] as const)
    await database.queries.deleteFrom(table).execute()
})

const as = <T>(user: string, work: (queries: Queries) => Promise<T>): Promise<T> => database.as('samlad_office', `secret of ${user}`, work)
const outcomeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'let through',
    (error: Error & { code?: string }) => error.code ?? error.message,
  )
const DENIED = '42501'
const stamp = (recorded_by: string) => ({ recorded_at: now, recorded_by })
const addRound = (user: string, by = user) =>
  as(user, (queries) =>
    queries
      .insertInto('fidelity_round')
      .values({
        ...{ id: round, intervention_id: interventionId, instrument: 'IPS-25', kind: 'external', team: '', assessed_on: '2026-03-02' },
        ...{ assessors: 2, ...stamp(by) },
      })
      .execute(),
  )
const addRating = (user: string, assessor: number, by = user) =>
  as(user, (queries) =>
    queries
      .insertInto('fidelity_rating')
      .values({ round_id: round, assessor, assessors: 2, points, ...stamp(by) })
      .execute(),
  )
const seen = (user: string): Promise<number> =>
  as(user, async (queries) => (await queries.selectFrom('fidelity_rating').select('assessor').execute()).length)

describe('points of an assessment', () => {
  test('are seen by who gave them alone until both are done, and then by all who are signed in', async () => {
    await addRound(office)
    await addRating(office, 1)
    expect([await seen(office), await seen(lead), await seen(analyst), await seen('nobody')]).toEqual([1, 0, 0, 0])
    await addRating(lead, 2)
    expect([await seen(office), await seen(lead), await seen(analyst), await seen('nobody')]).toEqual([2, 2, 2, 0])
  })
  test('are given by nobody for an intervention that is not theirs, and in nobody else’s name', async () => {
    expect(await outcomeOf(addRound(other))).toBe(DENIED)
    expect(await outcomeOf(addRound(analyst))).toBe(DENIED)
    expect(await outcomeOf(addRound(office, lead))).toBe(DENIED)
    await addRound(office)
    expect(await outcomeOf(addRating(other, 1))).toBe(DENIED)
    expect(await outcomeOf(addRating(office, 1, lead))).toBe(DENIED)
  })
  test('are never changed or taken away', async () => {
    await addRound(office)
    await addRating(office, 1)
    const change = as(office, (queries) => queries.updateTable('fidelity_rating').set({ points: '[]' }).execute())
    expect(await outcomeOf(change)).toBe(DENIED)
    expect(await outcomeOf(as(office, (queries) => queries.deleteFrom('fidelity_round').execute()))).toBe(DENIED)
  })
})

/** An instrument of the first association's, with a text that is read by those who assess there. */
async function addItem(): Promise<void> {
  const id = stableId('instrument')
  const scale = { items: 1, low: 1, high: 5, most_missing: 0, bands: '[]' }
  await as(office, async (queries) => {
    const own = { id, association_id: world.associations[0], name: 'Licens', source: 'L', same_scale_as: null }
    await queries
      .insertInto('fidelity_instrument')
      .values({ ...own, ...scale, ...stamp(office) })
      .execute()
    const item = { association_id: world.associations[0], instrument_id: id, item: 1, label: 'Text', anchors: '[]' }
    await queries.insertInto('fidelity_item').values(item).execute()
  })
}
const texts = (user: string): Promise<number> =>
  as(user, async (queries) => (await queries.selectFrom('fidelity_item').select('item').execute()).length)

test('texts that somebody has a licence to are seen by those who assess there', async () => {
  await addItem()
  expect([await texts(office), await texts(lead), await texts(other), await texts(analyst)]).toEqual([1, 1, 0, 0])
})

describe('when an intervention has been taken over by another owner', () => {
  const move = async (i: 0 | 1) => {
    await database.queries.updateTable('intervention').set({ owner_id: world.controllers[i] }).where('id', '=', interventionId).execute()
    const leads = { intervention_id: i === 1 ? interventionId : world.interventions[1] }
    await database.queries.updateTable('role_assignment').set(leads).where('user_id', '=', leadThere).execute()
  }
  beforeEach(() => move(1))
  afterEach(() => move(0))
  const fix = (user: string) =>
    as(user, (queries) =>
      queries
        .insertInto('registered_outcome')
        .values({
          ...{ intervention_id: interventionId, version: 1, outcome: 'afterStart', months: 6, before_data: false, reason: '' },
          ...{ registered_at: now, registered_by: user },
        })
        .execute(),
    )
  test('the former owner’s lead assesses it no more, nor fixes what it is to be judged by', async () => {
    expect([await outcomeOf(addRound(lead)), await outcomeOf(fix(lead))]).toEqual([DENIED, DENIED])
    await addRound(office)
    expect(await outcomeOf(addRating(lead, 1))).toBe(DENIED)
  })
  test('the new owner’s lead does', async () => {
    expect([await outcomeOf(addRound(leadThere)), await outcomeOf(fix(leadThere))]).toEqual(['let through', 'let through'])
  })
  test('texts that its association has a licence to are the new lead’s to read, and not the former’s', async () => {
    await addItem()
    expect([await texts(lead), await texts(leadThere)]).toEqual([0, 1])
  })
})

test('what was fixed with data at hand cannot be called fixed before them', async () => {
  const fix = (user: string, before_data: boolean) =>
    as(user, (queries) =>
      queries
        .insertInto('registered_outcome')
        .values({
          ...{ intervention_id: interventionId, version: 1, outcome: 'afterStart', months: 6, before_data, reason: '' },
          ...{ registered_at: now, registered_by: user },
        })
        .execute(),
    )
  expect(await outcomeOf(fix(office, true))).toBe(DENIED)
  expect(await outcomeOf(fix(other, false))).toBe(DENIED)
  expect(await outcomeOf(fix(office, false))).toBe('let through')
  // A later point hides nothing that could be seen at the earlier one.
  const later = (before_data: boolean) =>
    as(office, (queries) =>
      queries
        .insertInto('registered_outcome')
        .values({
          ...{ intervention_id: interventionId, version: 2, outcome: 'afterStart', months: 24, before_data, reason: 'Längre' },
          ...{ registered_at: now, registered_by: office },
        })
        .execute(),
    )
  const entry_date = addMonths(stockholmDate(new Date()), -14)
  await database.queries.updateTable('participation_version').set({ entry_date, exit_date: null, exit_reason: null }).execute()
  expect([await outcomeOf(later(true)), await outcomeOf(later(false))]).toEqual([DENIED, 'let through'])
  const change = as(office, (queries) => queries.updateTable('registered_outcome').set({ before_data: true }).execute())
  expect(await outcomeOf(change)).toBe(DENIED)
})
