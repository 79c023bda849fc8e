import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashToken } from '../src/access/store.ts'
import type { Database, Queries, WallRole } from '../src/platform/database.ts'
import { buildWorld, world } from './api.ts'
import { testDatabase } from './database.ts'

/** Attacks on approvals of periods, straight against the database: they are only ever added to, and by the own office. */
let database: Database
const secret = 'b'.repeat(64)
const DENIED = '42501'

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  const times = { created_at: '2026-11-22T09:00:00Z', last_seen_at: '2026-11-22T09:00:00Z', expires_at: '2026-11-22T21:00:00Z' }
  await database.queries
    .insertInto('session')
    .values({ token_hash: hashToken(secret), user_id: 'associationadmin.1', ...times })
    .execute()
})
afterAll(() => database.close())

const refusedAs = async (role: WallRole, session: string | undefined, work: (queries: Queries) => Promise<unknown>): Promise<string> =>
  database.as(role, session, work).then(
    () => 'let through',
    (error: Error & { code?: string }) => error.code ?? error.message,
  )

test('an approval is added by the own office alone, and neither changed nor removed', async () => {
  const add = (at: 0 | 1) => (queries: Queries) =>
    queries
      .insertInto('reporting_step')
      .values({
        ...{ association_id: world.associations[at], year: 2024, month: 12, step: 1, act: 'approved', note: '' },
        ...{ recorded_at: '2026-11-22T09:00:00Z', recorded_by: 'associationadmin.1' },
      })
      .execute()
  expect(await refusedAs('samlad_office', secret, add(1))).toBe(DENIED)
  expect(await refusedAs('samlad_office', secret, add(0))).toBe('let through')
  const change = (queries: Queries) => queries.updateTable('reporting_step').set({ note: 'Annat' }).execute()
  const remove = (queries: Queries) => queries.deleteFrom('reporting_step').execute()
  for (const role of ['samlad_office', 'samlad_statistics', 'samlad_keeper'] as const) {
    expect(await refusedAs(role, secret, change)).toBe(DENIED)
    expect(await refusedAs(role, secret, remove)).toBe(DENIED)
  }
})
