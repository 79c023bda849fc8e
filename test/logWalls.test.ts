import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashToken } from '../src/access/store.ts'
import { writeAudit } from '../src/platform/audit.ts'
import type { Database, WallRole } from '../src/platform/database.ts'
import { buildWorld, world } from './api.ts'
import { testDatabase } from './database.ts'
import { fillFacts } from './facts.ts'

/** Attacks on the log behind the second wall: queries without any where, as each role with each person's secret. */
let database: Database
const secrets = { caseworker: 'a'.repeat(64), office: 'b'.repeat(64), steward: 'c'.repeat(64), system: 'd'.repeat(64) }
const persons = { caseworker: 'caseworker.1', office: 'associationadmin.1', steward: 'controlleradmin.1', system: 'systemadministrator.1' }
const read = (role: WallRole, session?: string) =>
  database.as(role, session, async (queries) => {
    const rows = await queries.selectFrom('audit_event').select('controller_id').distinct().execute()
    return rows.map((row) => row.controller_id)
  })
beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  await fillFacts(database, 60, 3)
  const times = { created_at: '2026-11-22T09:00:00Z', last_seen_at: '2026-11-22T09:00:00Z', expires_at: '2026-11-22T21:00:00Z' }
  for (const who of ['caseworker', 'office', 'steward', 'system'] as const) {
    const session = { token_hash: hashToken(secrets[who]), user_id: persons[who], ...times }
    await database.queries.insertInto('session').values(session).execute()
  }
  for (const controllerId of [...world.controllers, undefined]) {
    const entry = { at: '2026-11-22T10:00:00Z', userId: null, endpoint: 'x', kind: 'change' as const, status: 200, controllerId }
    await database.as('samlad_service', undefined, (queries) => writeAudit(queries, entry))
  }
})
afterAll(() => database.close())

test('the log is shown to the steward of a controller, and nothing of others', async () =>
  expect(await read('samlad_staff', secrets.steward)).toEqual([world.controllers[0]]))
test.each([
  ['steward', 'samlad_staff'],
  ['system', 'samlad_office'],
] as const)('the log is closed to a %s whose role has ended', async (who, role) => {
  const end = (day: string | null) =>
    database.queries.updateTable('role_assignment').set({ valid_to: day }).where('user_id', '=', persons[who]).execute()
  await end('2026-11-21')
  expect(await read(role, secrets[who])).toEqual([])
  await end(null)
  expect(await read(role, secrets[who])).not.toEqual([])
})
test('the log is shown in whole to a system administrator, as office', async () => {
  expect((await read('samlad_office', secrets.system)).length).toBe(3)
  expect(await read('samlad_staff', secrets.system)).toEqual([])
})
test('the log tells the staff of a participation of their own controller’s who has read it, and of no other', async () => {
  const rows = await database.queries.selectFrom('participation').select(['id', 'controller_id']).execute()
  const ids = world.controllers.map((one) => rows.find((row) => row.controller_id === one)!.id)
  for (const at of [0, 1] as const) {
    const entry = { at: '2026-11-22T10:00:00Z', userId: 'caseworker.1', endpoint: 'seen', kind: 'personRead' as const, status: 200 }
    const place = { controllerId: world.controllers[at], records: ids }
    await database.as('samlad_service', undefined, (queries) => writeAudit(queries, { ...entry, ...place }))
  }
  const readings = (session: string | undefined, controllerId: string, id: string) =>
    database.as('samlad_staff', session, async (queries) => {
      const found = await sql<{ endpoint: string }>`select endpoint from audit_of_participation(${controllerId}, ${id})`.execute(queries)
      return found.rows.length
    })
  const [own, foreign] = world.controllers
  expect(await readings(secrets.caseworker, own, ids[0]!)).toBe(1)
  expect(await readings(secrets.caseworker, foreign, ids[1]!)).toBe(0)
  expect(await readings(secrets.caseworker, own, ids[1]!)).toBe(0)
  expect(await readings(undefined, own, ids[0]!)).toBe(0)
})
test('the log is shown to nobody else', async () => {
  for (const session of [undefined, secrets.caseworker, secrets.office]) {
    expect(await read('samlad_staff', session)).toEqual([])
    expect(await read('samlad_office', session)).toEqual([])
  }
  expect(await read('samlad_office', secrets.steward)).toEqual([])
  await expect(read('samlad_service', secrets.system)).rejects.toMatchObject({ code: '42501' })
  await expect(read('samlad_statistics', secrets.system)).rejects.toMatchObject({ code: '42501' })
})
