import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashToken } from '../src/access/store.ts'
import type { Database, Queries, WallRole } from '../src/platform/database.ts'
import { buildWorld, world } from './api.ts'
import { testDatabase } from './database.ts'
import { fillFacts } from './facts.ts'

/** Attacks on personal numbers, and on what is decided about them, behind the second wall: queries without any where, as each role. */
let database: Database
const [own, foreign] = world.controllers
const secrets = { caseworker: 'a'.repeat(64), office: 'b'.repeat(64), steward: 'c'.repeat(64), nation: 'd'.repeat(64) }
const persons = { caseworker: 'caseworker.1', office: 'associationadmin.1', steward: 'controlleradmin.1', nation: 'nationalanalyst.1' }
const DENIED = '42501'

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  await fillFacts(database, 60, 3)
  const times = { created_at: '2026-11-22T09:00:00Z', last_seen_at: '2026-11-22T09:00:00Z', expires_at: '2026-11-22T21:00:00Z' }
  for (const who of ['caseworker', 'office', 'steward', 'nation'] as const) {
    await database.queries
      .insertInto('session')
      .values({ token_hash: hashToken(secrets[who]), user_id: persons[who], ...times })
      .execute()
  }
  await sql`insert into identity (controller_id, participation_id, key_id, nonce, ciphertext, lookup, recorded_at, recorded_by)
    select controller_id, id, 'k', ${Buffer.alloc(12)}, ${Buffer.alloc(28)}, ${Buffer.alloc(32)}, now(), 'caseworker.1' from participation`.execute(
    database.queries,
  )
})
afterAll(() => database.close())

const outcome = async (role: WallRole, session: string | undefined, work: (queries: Queries) => Promise<unknown>): Promise<unknown> =>
  database.as(role, session, work).catch((error: Error & { code?: string }) => error.code ?? error.message)
const controllersIn = async (queries: Queries) => {
  const rows = await queries.selectFrom('identity').select('controller_id').distinct().execute()
  return rows.map((row) => row.controller_id)
}
const column = (name: 'ciphertext' | 'lookup' | 'nonce' | 'key_id') => (queries: Queries) =>
  queries.selectFrom('identity').select(name).execute()

describe('personal numbers', () => {
  test('are there, of both controllers', async () => expect((await controllersIn(database.queries)).sort()).toEqual([own, foreign].sort()))
  test('are shown to their own controller’s people in the role that is for them, and none of others', async () => {
    for (const session of [secrets.caseworker, secrets.steward])
      expect(await database.as('samlad_identity', session, controllersIn)).toEqual([own])
  })
  test('are shown to nobody else in that role', async () => {
    for (const session of [undefined, 'guessed', hashToken(secrets.caseworker), secrets.office, secrets.nation])
      expect(await database.as('samlad_identity', session, controllersIn)).toEqual([])
  })
  test.each(['ciphertext', 'lookup', 'nonce', 'key_id'] as const)('have a column %s that no other role reads', async (name) => {
    for (const role of ['samlad_staff', 'samlad_office', 'samlad_service', 'samlad_statistics', 'samlad_keeper'] as const)
      for (const session of Object.values(secrets)) expect([role, await outcome(role, session, column(name))]).toEqual([role, DENIED])
  })
  test('are known of, that they are stored, by own staff alone', async () => {
    expect(await database.as('samlad_staff', secrets.caseworker, controllersIn)).toEqual([own])
    expect(await database.as('samlad_staff', secrets.office, controllersIn)).toEqual([])
    for (const role of ['samlad_office', 'samlad_service', 'samlad_statistics', 'samlad_keeper'] as const)
      expect(await outcome(role, secrets.caseworker, controllersIn)).toBe(DENIED)
  })
  test('are neither changed nor removed by staff outside the role', async () => {
    const change = (queries: Queries) => queries.updateTable('identity').set({ key_id: 'x' }).execute()
    const remove = (queries: Queries) => queries.deleteFrom('identity').execute()
    for (const work of [change, remove]) expect(await outcome('samlad_staff', secrets.steward, work)).toBe(DENIED)
  })
  test('of others are not removed by a deletion without a where', async () => {
    const left = await database.as('samlad_identity', secrets.caseworker, async (queries) => {
      await queries.deleteFrom('identity').execute()
      return controllersIn(queries)
    })
    expect(left).toEqual([])
    expect(await controllersIn(database.queries)).toEqual([foreign])
  })
  test('are not put in under another controller’s name, nor while they are closed', async () => {
    const [row] = await database.queries.selectFrom('identity').selectAll().where('controller_id', '=', foreign).limit(1).execute()
    const { id } = await database.queries
      .selectFrom('participation')
      .select('id')
      .where('controller_id', '=', own)
      .limit(1)
      .executeTakeFirstOrThrow()
    const put = (controller_id: string, participation_id: string) => (queries: Queries) =>
      queries
        .insertInto('identity')
        .values({ ...row!, controller_id, participation_id })
        .execute()
    expect(await outcome('samlad_identity', secrets.steward, put(foreign, row!.participation_id))).toBe(DENIED)
    expect(await outcome('samlad_identity', secrets.steward, put(own, id))).toBe(DENIED)
  })
})

describe('what is decided', () => {
  const close = (queries: Queries) =>
    queries.updateTable('controller').set({ closed_at: '2026-11-22T10:00:00Z' }).returning('organisation_id').execute()
  const undo = () => database.queries.updateTable('controller').set({ closed_at: null }).execute()
  const note = (controller_id: string) => (queries: Queries) =>
    queries
      .insertInto('tier_decision')
      .values({
        ...{
          controller_id,
          id: crypto.randomUUID(),
          tier: 'registration',
          act: 'closed',
          decision_reference: 'X',
          decision_date: '2026-01-01',
        },
        ...{ legal_basis: null, special_basis: null, register_law: null, dpia_reference: null, processor_agreement: null },
        ...{ recorded_at: '2026-11-22T10:00:00Z', recorded_by: null },
      })
      .execute()
  const decisions = async (queries: Queries) => (await queries.selectFrom('tier_decision').select('controller_id').execute()).length

  test('is a steward’s to change, for the own controller alone', async () => {
    expect(await database.as('samlad_staff', secrets.steward, close)).toEqual([{ organisation_id: own }])
    await undo()
    expect(await database.as('samlad_staff', secrets.caseworker, close)).toEqual([])
    for (const role of ['samlad_office', 'samlad_service', 'samlad_statistics'] as const)
      expect(await outcome(role, secrets.office, close)).toBe(DENIED)
  })
  test('is a steward’s to write and read', async () => {
    await database.as('samlad_staff', secrets.steward, note(own))
    expect(await outcome('samlad_staff', secrets.steward, note(foreign))).toBe(DENIED)
    expect(await outcome('samlad_staff', secrets.caseworker, note(own))).toBe(DENIED)
    expect(await database.as('samlad_staff', secrets.steward, decisions)).toBe(1)
    expect(await database.as('samlad_staff', secrets.caseworker, decisions)).toBe(0)
  })
  test('is never changed or removed afterwards', async () => {
    expect(await outcome('samlad_staff', secrets.steward, (queries) => queries.deleteFrom('tier_decision').execute())).toBe(DENIED)
    const change = (queries: Queries) => queries.updateTable('tier_decision').set({ act: 'opened' }).execute()
    expect(await outcome('samlad_staff', secrets.steward, change)).toBe(DENIED)
  })
  test('that registration is closed holds against an insert that forgets to ask', async () => {
    const [row] = await database.queries.selectFrom('participation').selectAll().where('controller_id', '=', own).limit(1).execute()
    const put = (code: string) => (queries: Queries) =>
      queries
        .insertInto('participation')
        .values({ ...row!, id: crypto.randomUUID(), code })
        .returning('code')
        .execute()
    await database.queries.updateTable('controller').set({ closed_at: '2026-11-22T10:00:00Z' }).execute()
    expect(await outcome('samlad_staff', secrets.caseworker, put('NEW1'))).toBe(DENIED)
    await undo()
    expect(await outcome('samlad_staff', secrets.caseworker, put('NEW1'))).toEqual([{ code: 'NEW1' }])
  })
  test('ends for a steward on the last day of the role', async () => {
    const until = (valid_to: string | null) =>
      database.queries.updateTable('role_assignment').set({ valid_to }).where('user_id', '=', persons.steward).execute()
    await until('2024-12-31')
    expect(await database.as('samlad_staff', secrets.steward, decisions)).toBe(0)
    expect(await database.as('samlad_staff', secrets.steward, close)).toEqual([])
    await until(null)
  })
})
