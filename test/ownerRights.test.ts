import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openEmbedded, type Database } from '../src/platform/database.ts'
import { makeLogins } from '../src/platform/logins.ts'
import { migrate } from '../src/platform/migrate.ts'
import { migrationFolder } from '../src/prepareDatabase.ts'

/**
 * The owner of the database as drift.md asks for it: no superuser, with createrole. From PostgreSQL 16 such an owner may give a role that it has made to
 * others, but not become it. The embedded database is PostgreSQL 18, so that this is tried whatever server the other tests run on.
 */
let database: Database
beforeAll(async () => {
  database = openEmbedded('memory://')
  await database.script('create role agare login createrole; create role utan login')
})
afterAll(() => database.close())

const ownerUrl = 'postgres://agare:hemligt@nowhere/postgres'
const as = (role: string): Promise<void> => database.script(`reset session authorization; set session authorization ${role}`)
/** What a superuser does, between what the owner does. */
const bySuperuser = async (text: string): Promise<void> => {
  await as('postgres')
  await database.script(text)
  await as('agare')
}
const own = (role: string): string => `do $$ begin execute format('alter database %I owner to ${role}', current_database()); end $$`
const refused = (what: string) => ({ status: 409, key: 'error.ownerRights', args: { what: expect.stringContaining(what) } })

describe('an owner with createrole, on PostgreSQL 16 or later,', () => {
  test('is told in words that a role is somebody else’s', async () => {
    await bySuperuser(`${own('agare')}; create role samlad_office`)
    await expect(migrate(database, migrationFolder)).rejects.toMatchObject(refused('"samlad_office"'))
    await bySuperuser('drop role samlad_office')
  })
  test('makes tables, roles and logins, and becomes also what it has made before without the right to', async () => {
    await database.script('create role samlad_scope; create role samlad_keeper')
    expect((await migrate(database, migrationFolder)).length).toBeGreaterThan(60)
    expect((await makeLogins(database, ownerUrl)).size).toBe(10)
    const { rows } = await sql`select from pg_proc where proowner = 'samlad_scope'::regrole`.execute(database.queries)
    expect(rows.length).toBeGreaterThan(20)
  })
  test('has its own settings left as they were', async () => {
    const { rows } = await sql<{ own: string }>`select current_setting('createrole_self_grant') as own`.execute(database.queries)
    expect(rows[0]!.own).toBe('')
  })
  test('is told in words that a login is somebody else’s, as when the database was moved from an older server', async () => {
    await bySuperuser('alter role samlad_staff_in_postgres rename to away; create role samlad_staff_in_postgres login')
    await expect(makeLogins(database, ownerUrl)).rejects.toMatchObject(refused('permission denied to alter role'))
  })
  test('makes them anew when a superuser has done what drift.md says', async () => {
    await bySuperuser(/```sql\n([^`]*)```/.exec(readFileSync('docs/users/drift.md', 'utf8'))![1]!.replaceAll('ägaren', 'agare'))
    expect((await makeLogins(database, ownerUrl)).size).toBe(10)
  })
  test('is told in words that a login keeps what somebody else has given it', async () => {
    await bySuperuser('grant samlad_service to samlad_staff_in_postgres')
    const left = refused('"samlad_staff_in_postgres" is still a member of samlad_service')
    await expect(makeLogins(database, ownerUrl)).rejects.toMatchObject(left)
    await bySuperuser('revoke samlad_service from samlad_staff_in_postgres')
  })
})

test('an owner without createrole is told so in words', async () => {
  await bySuperuser(`${own('utan')}; alter table schema_migration owner to utan; alter table schema_node owner to utan`)
  await as('utan')
  await expect(makeLogins(database, ownerUrl)).rejects.toMatchObject(refused('role'))
})
