/* eslint-disable no-restricted-syntax -- the attacks are SQL in text: that is what they try */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashToken } from '../src/access/store.ts'
import { openServed, type Database, type Queries, type WallRole } from '../src/platform/database.ts'
import { makeLogins, retireLogin } from '../src/platform/logins.ts'
import { mostConnections } from '../src/platform/wallRole.ts'
import { buildWorld, world } from './api.ts'
import { testDatabase } from './database.ts'
import { fillFacts } from './facts.ts'

/** Injected SQL on the connections that requests have. PostgreSQL only: the embedded database has one user, and can never be an equal wall. */
const isPostgres = process.env.TEST_DATABASE_URL !== undefined
const DENIED = '42501'
const secret = 'a'.repeat(64)
const forged = 'f'.repeat(64)
const requestRoles = [
  'samlad_office',
  'samlad_staff',
  'samlad_identity',
  'samlad_publication',
  'samlad_statistics',
  'samlad_member',
] as const
const allRoles = Object.keys(mostConnections) as WallRole[]

const countIn = (table: string) => async (queries: Queries) =>
  Number((await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(queries)).rows[0]!.n)

describe.runIf(isPostgres)('SQL injected into a request', () => {
  let owner: Database
  let database: Database
  let ownerUrl: string

  beforeAll(async () => {
    owner = await testDatabase()
    await buildWorld(owner)
    await fillFacts(owner, 60, 3)
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(owner.queries)
    const url = new URL(process.env.TEST_DATABASE_URL!)
    url.pathname = `/${rows[0]!.name}`
    ownerUrl = url.href
    database = openServed(ownerUrl, await makeLogins(owner, ownerUrl))
    const times = { created_at: '2026-11-22T09:00:00Z', last_seen_at: '2026-11-22T09:00:00Z', expires_at: '2026-11-22T21:00:00Z' }
    const sessions = [{ token_hash: hashToken(secret), user_id: 'caseworker.1', ...times }]
    await owner.queries.insertInto('session').values(sessions).execute()
  })
  afterAll(async () => {
    await database?.close()
    await owner?.close()
  })

  /** Runs text as a role's request, and tells the code it was refused with, or what its last statement gave. */
  const inject = (role: WallRole, text: string, session?: string): Promise<string> =>
    database
      .as(role, session, (queries) => sql.raw(text).execute(queries))
      .then(
        (result) => JSON.stringify(result.rows),
        (error: Error & { code?: string }) => error.code ?? error.message,
      )

  const times = "'2026-11-22T09:00:00Z', '2026-11-22T09:00:00Z', '2099-11-22T21:00:00Z'"
  const openSession = `insert into session (token_hash, user_id, created_at, last_seen_at, expires_at) values ('${hashToken(forged)}', 'caseworker.2', ${times})`
  const takeSession = `update session set user_id = 'caseworker.2' where token_hash = '${hashToken(secret)}'`
  const takeRole = `insert into role_assignment (id, user_id, role, controller_id, valid_from)
    values (gen_random_uuid(), 'caseworker.1', 'caseworker', '${world.controllers[1]}', '2020-01-01')`
  const moveRole = `update role_assignment set controller_id = '${world.controllers[1]}' where user_id = 'caseworker.1'`
  const makeUser = "insert into app_user (id, name, demo) values ('intruder', 'Intruder', true)"
  const employ = 'update app_user set employed_until = null'
  const forgeries = { openSession, takeSession, takeRole, moveRole, makeUser, employ }
  /** What is seen of the other controller's persons, after some SQL and with a secret. */
  const foreignSeen = (from: Database, role: WallRole, first: string, guess: string): Promise<string> =>
    from
      .as(role, secret, async (queries) => {
        await sql.raw(`${first}; set role samlad_staff; select set_config('samlad.session', '${guess}', true)`).execute(queries)
        const foreign = `select count(*)::int as n from participation where controller_id <> '${world.controllers[0]}'`
        return (await sql.raw(foreign).execute(queries)).rows
      })
      .then(JSON.stringify, (error: { code: string }) => error.code)
  const look = (with_: string): string =>
    `set role samlad_staff; select set_config('samlad.session', '${with_}', true);
     select count(*)::int as n from participation where controller_id <> '${world.controllers[0]}'`

  test('has persons of two controllers to go for, and works as it should when nothing is injected', async () => {
    expect(await database.as('samlad_staff', secret, countIn('participation'))).toBeGreaterThan(0)
    expect(await countIn('participation')(owner.queries)).toBeGreaterThan(
      await database.as('samlad_staff', secret, countIn('participation')),
    )
    expect(await database.as('samlad_statistics', undefined, countIn('fact'))).toBeGreaterThan(0)
    let bytes = 0
    for await (const part of database.copyOut('select person_id from fact')) bytes += part.length
    expect(bytes).toBeGreaterThan(0)
  })

  describe.each(requestRoles)('as %s', (role) => {
    test.each(Object.entries(forgeries))('cannot forge its scope as sign-in: %s', async (_name, forgery) => {
      for (const become of [
        'reset role; set role samlad_service',
        "select set_config('role', 'samlad_service', false)",
        'commit; set role samlad_service',
      ])
        expect(await inject(role, `${become}; ${forgery}; ${look(forged)}`, secret)).toBe(DENIED)
      expect(await inject(role, `reset role; ${forgery}; ${look(forged)}`, secret)).toBe(DENIED)
      expect(await inject(role, `${forgery}; ${look(forged)}`, secret)).toBe(DENIED)
    })
    test('can become no other role', async () => {
      // A role that is a member of another by its nature: the wall is no lower for it.
      const also = { samlad_identity: ['samlad_staff'] }[role as string] ?? []
      const others = [...allRoles, 'samlad_scope', 'samlad_auditor', 'postgres'].filter((other) => other !== role && !also.includes(other))
      for (const other of others) expect([other, await inject(role, `reset role; set role ${other}`)]).toEqual([other, DENIED])
      expect(await inject(role, 'set session authorization postgres')).toBe(DENIED)
    })
    test('has no right of its own beneath the role', async () => {
      for (const table of ['participation', 'fact', 'session', 'identity', 'app_user'])
        expect(await inject(role, `reset role; select count(*) from ${table}`)).toBe(DENIED)
    })
    test('leaves nothing on the connection that stands before a table or a function of ours', async () => {
      for (const text of [
        'create temporary table participation (id uuid)',
        'commit; reset role; create temporary view participation as select 1 as id',
        "create function pg_temp.scope_controllers() returns uuid[] language sql as $$ select '{}'::uuid[] $$",
        'create schema trick',
        'create function public.trick() returns int language sql as $$ select 1 $$',
      ])
        expect([text, await inject(role, text)]).toEqual([text, DENIED])
    })
    test('cannot take down the wall', async () => {
      for (const text of [
        'alter table participation disable row level security',
        'drop policy own_controller on participation',
        'alter role current_user superuser',
        `grant samlad_service to "${role}"`,
        `grant samlad_service to "${role}_in_x"`,
      ])
        expect(['42501', '42704']).toContain(await inject(role, text))
    })
  })

  test('as sign-in sees no persons, even with a session of its own making', async () => {
    expect(await inject('samlad_service', `${openSession}; ${look(forged)}`)).toBe(DENIED)
    for (const table of ['participation', 'fact', 'identity'])
      expect(await inject('samlad_service', `select count(*) from ${table}`)).toBe(DENIED)
  })
  test('cannot read the stored numbers, nor anything with a secret that is guessed', async () => {
    expect(await inject('samlad_staff', 'select ciphertext from identity', secret)).toBe(DENIED)
    for (const guess of ['', 'x', hashToken(secret), 'caseworker.1', forged])
      expect([guess, await foreignSeen(database, 'samlad_staff', '', guess)]).toEqual([guess, '[{"n":0}]'])
  })

  describe('where one login still holds several roles, as it once was', () => {
    let shared: Database
    let sharedUrl: string
    beforeAll(async () => {
      const url = new URL(ownerUrl)
      url.username = `samlad_test_${url.pathname.slice(1)}`
      url.password = 'test'
      sharedUrl = url.href
      await owner.script(`create role ${url.username} login noinherit password 'test';
        grant samlad_office, samlad_staff, samlad_service to ${url.username}`)
      shared = openServed(ownerUrl, new Map(requestRoles.map((role) => [role, sharedUrl])))
    })
    afterAll(async () => {
      await shared?.close()
    })
    test('the same attack reads persons of another controller; once that login is retired it does not', async () => {
      const become = `reset role; set role samlad_service; ${openSession}`
      expect(await foreignSeen(shared, 'samlad_office', become, forged)).toMatch(/"n":[1-9]/)
      await retireLogin(owner, sharedUrl)
      expect(await foreignSeen(shared, 'samlad_office', become, forged)).toBe(DENIED)
      expect(await foreignSeen(shared, 'samlad_staff', '', forged)).toBe(DENIED)
    })
  })
  test('a login that was given more loses it at the next start, and no login can do without its password', async () => {
    const name = new URL(ownerUrl).pathname.slice(1)
    await owner.script(`grant samlad_service to samlad_office_in_${name}`)
    expect(await inject('samlad_office', 'set role samlad_service')).toBe('[]')
    const logins = await makeLogins(owner, ownerUrl)
    expect(await inject('samlad_office', 'set role samlad_service')).toBe(DENIED)
    expect(await inject('samlad_office', 'select count(*)::int as n from association')).toBe('[{"n":2}]')
    const guessed = openServed(ownerUrl, new Map([['samlad_office', logins.get('samlad_office')!.replace(/password=\w+/, 'password=x')]]))
    await expect(guessed.as('samlad_office', undefined, countIn('association'))).rejects.toMatchObject({ code: '28P01' })
    await guessed.close()
  })
})
