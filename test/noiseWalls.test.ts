import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashToken } from '../src/access/store.ts'
import type { Database, Queries, WallRole } from '../src/platform/database.ts'
import { buildWorld } from './api.ts'
import { testDatabase } from './database.ts'

/** Whoever knows the seed can take the noise away: attacks on the wall around it. */
let database: Database
const secrets = { caseworker: 'a'.repeat(64), office: 'b'.repeat(64) }
const DENIED = '42501'

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  const times = { created_at: '2026-11-22T09:00:00Z', last_seen_at: '2026-11-22T09:00:00Z', expires_at: '2026-11-22T21:00:00Z' }
  await database.queries
    .insertInto('session')
    .values([
      { token_hash: hashToken(secrets.caseworker), user_id: 'caseworker.1', ...times },
      { token_hash: hashToken(secrets.office), user_id: 'associationadmin.1', ...times },
    ])
    .execute()
})
afterAll(() => database.close())

const countIn = (table: string) => async (queries: Queries) => {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(queries)
  return Number(rows[0]!.n)
}
const refusedAs = async (role: WallRole, session: string | undefined, work: (queries: Queries) => Promise<unknown>): Promise<string> =>
  database.as(role, session, work).then(
    () => 'let through',
    (error: Error & { code?: string }) => error.code ?? error.message,
  )

test('the seed of the noise is read by statistics alone, and changed by nobody', async () => {
  for (const role of ['samlad_staff', 'samlad_office', 'samlad_service', 'samlad_identity', 'samlad_keeper'] as const) {
    for (const session of [undefined, secrets.caseworker, secrets.office])
      expect(await refusedAs(role, session, countIn('noise_seed'))).toBe(DENIED)
  }
  expect(await database.as('samlad_statistics', undefined, countIn('noise_seed'))).toBe(1)
  const change = (queries: Queries) =>
    queries
      .updateTable('noise_seed')
      .set({ seed: Buffer.alloc(32) })
      .execute()
  const remove = (queries: Queries) => queries.deleteFrom('noise_seed').execute()
  for (const role of ['samlad_statistics', 'samlad_keeper', 'samlad_staff'] as const)
    for (const work of [change, remove]) expect(await refusedAs(role, secrets.caseworker, work)).toBe(DENIED)
})
test('a perturbation table is made by upkeep, read by statistics, and never changed', async () => {
  for (const role of ['samlad_staff', 'samlad_office', 'samlad_service'] as const)
    expect(await refusedAs(role, secrets.office, countIn('perturbation_table'))).toBe(DENIED)
  const change = (queries: Queries) => queries.updateTable('perturbation_table').set({ max_deviation: 1 }).execute()
  for (const role of ['samlad_statistics', 'samlad_keeper'] as const) expect(await refusedAs(role, undefined, change)).toBe(DENIED)
})
test('both stand behind row-level security', async () => {
  const { rows } = await sql<{ walled: boolean }>`select relrowsecurity and relforcerowsecurity as walled from pg_class
    where relname in ('noise_seed', 'perturbation_table')`.execute(database.queries)
  expect(rows).toEqual([{ walled: true }, { walled: true }])
})
