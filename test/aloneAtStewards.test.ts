import type { FastifyInstance } from 'fastify'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { confirmStaffLink } from '../src/access/local/contract.ts'
import {
  confirmOfficeLink,
  confirmRole,
  endRole,
  grantRole,
  listOfficeRoles,
  makeOfficeLink,
  type Grant,
} from '../src/access/offices/contract.ts'
import { searchLog } from '../src/log/contract.ts'
import { call, useTransport } from '../src/platform/call.ts'
import type { Database } from '../src/platform/database.ts'
import { addDays, stockholmDate } from '../src/values/civilDate.ts'
import { buildWorld, testApp, transportAs, world } from './api.ts'
import { cookieJar, type CookieJar } from './browserCookies.ts'
import { testDatabase } from './database.ts'
import { refusal } from './participations.ts'

/** A system administrator alone, with persons that the administrator has invented, comes by no role at a controller that has stewards. */
let database: Database
let app: FastifyInstance
const [controllerId, otherController] = world.controllers
const today = '2026-11-22'
let clock = Date.parse(`${today}T10:00:00Z`)
const pass = (days: number): void => void (clock += days * 24 * 60 * 60_000)
const as = (user: string): void => useTransport(transportAs(app, user))
const alone = 'systemadministrator.1'

let built: string[]
beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  app = await testApp(database, () => new Date(clock), { accountKey: Buffer.alloc(32, 7) })
  built = (await database.queries.selectFrom('role_assignment').select('id').execute()).map(({ id }) => id)
})
beforeEach(async () => {
  clock = Date.parse(`${today}T10:00:00Z`)
  const { queries } = database
  for (const table of ['session', 'local_account', 'account_link', 'account_request', 'account_notice'] as const)
    await queries.deleteFrom(table).execute()
  await queries.deleteFrom('role_assignment').where('id', 'not in', built).execute()
  await queries.deleteFrom('app_user').where('demo', '=', false).execute()
  await queries.updateTable('role_assignment').set({ valid_from: '2020-01-01', valid_to: null }).execute()
  await queries.updateTable('app_user').set({ employer_id: controllerId }).where('id', '=', 'controlleradmin.1').execute()
  as(alone)
})
afterAll(async () => {
  await app.close()
  await database.close()
})

let made = 0
const invented = (employed = false): Grant['person'] & { kind: 'new' } => ({
  ...{ kind: 'new', id: `pahittad.${++made}`, name: 'Påhittad', claimValue: null },
  employer: employed ? { kind: 'organisation', id: controllerId } : { kind: 'none' },
})
const known = (id: string) => ({ kind: 'known', id }) as const
const give = (person: Grant['person'], role: Grant['role'], placeId: string | null = null) =>
  call(grantRole, { body: { person, role, placeId, from: stockholmDate(new Date(clock)), to: null } })
const ask = (userId: string) => call(makeOfficeLink, { params: { userId } })
const requestOf = async (userId: string): Promise<string> => (await call(listOfficeRoles)).find(({ id }) => id === userId)!.requests[0]!.id
const confirmAs = (user: string, id: string) => {
  as(user)
  return call(confirmOfficeLink, { params: { id } })
}
/** Ends the roles of somebody at once. */
async function end(user: string): Promise<void> {
  for (const { id, standing } of (await call(listOfficeRoles)).find((one) => one.id === user)!.roles)
    if (standing === 'current') await call(endRole, { params: { id }, body: { lastDay: addDays(stockholmDate(new Date(clock)), -1) } })
}
/** Makes the account of a link, as whoever has it can. */
async function take(token: string): Promise<CookieJar> {
  const jar = cookieJar(app)
  const { letters } = (await jar.send('POST', '/api/account-link/open', { token })).body as unknown as { letters: string }
  const code = new TOTP({ secret: Secret.fromBase32(letters.replaceAll(' ', '')) }).generate({ timestamp: clock })
  expect((await jar.send('POST', '/api/account-link/use', { token, password: 'fyra hästar i regn', code })).status).toBe(200)
  return jar
}
/** A system administrator whom the first one has invented, with an account of the first one's making. */
async function puppet(): Promise<string> {
  const person = invented()
  await give(person, 'systemAdministrator')
  await take((await ask(person.id)).token!)
  return person.id
}

describe('where the stewards’ roles have been ended', () => {
  test('no link to a new steward’s account is asked for until two weeks have gone', async () => {
    await puppet()
    await end('controlleradmin.1')
    const steward = invented(true)
    await give(steward, 'controllerAdmin', controllerId)
    const waits = { status: 422, key: 'local.stewardEnded', message: expect.stringContaining('2026-12-05') }
    expect(await refusal(ask(steward.id))).toMatchObject(waits)
    pass(12)
    expect(await refusal(ask(steward.id))).toMatchObject(waits)
    pass(1)
    expect(await ask(steward.id)).toEqual({ token: null })
  })
  test('none is confirmed that was asked for before, and nothing opens', async () => {
    const second = await puppet()
    pass(14)
    const steward = invented(true)
    await give(steward, 'controllerAdmin', controllerId)
    await ask(steward.id)
    const id = await requestOf(steward.id)
    await end('controlleradmin.1')
    expect(await refusal(confirmAs(second, id))).toMatchObject({ status: 422, key: 'local.stewardEnded' })
    expect(await database.queries.selectFrom('account_link').select('user_id').execute()).toEqual([])
  })
  test('another steward who is left confirms as before', async () => {
    const left = invented(true)
    await give(left, 'controllerAdmin', controllerId)
    const steward = invented(true)
    await give(steward, 'controllerAdmin', controllerId)
    await end('controlleradmin.1')
    await ask(steward.id)
    const id = await requestOf(steward.id)
    as(left.id)
    expect((await call(confirmStaffLink, { params: { controllerId, id } })).token).not.toBe(null)
  })
  test('a role that was given by mistake and ended the same day stands in nobody’s way', async () => {
    await database.queries
      .updateTable('role_assignment')
      .set({ valid_to: '2026-01-01' })
      .where('user_id', '=', 'controlleradmin.1')
      .execute()
    const mistaken = invented(true)
    await give(mistaken, 'controllerAdmin', controllerId)
    await end(mistaken.id)
    const steward = invented(true)
    await give(steward, 'controllerAdmin', controllerId)
    expect(await ask(steward.id)).toEqual({ token: null })
  })
})

describe('as second persons count', () => {
  const tooNew = { status: 422, key: 'local.tooNew' }
  test('no system administrators of less than two weeks: neither to confirm nor to ask', async () => {
    const second = await puppet()
    as(second)
    expect(await refusal(ask('controlleradmin.1'))).toMatchObject(tooNew)
    as(alone)
    await ask('controlleradmin.1')
    const id = await requestOf('controlleradmin.1')
    expect(await refusal(confirmAs(second, id))).toMatchObject(tooNew)
    pass(13)
    as(alone)
    await ask('controlleradmin.1')
    expect(await refusal(confirmAs(second, await requestOf('controlleradmin.1')))).toMatchObject(tooNew)
    pass(1)
    expect((await confirmAs(second, await requestOf('controlleradmin.1'))).token).not.toBe(null)
  })
  test('none whose account another has made alone within two weeks, however long the role has been held', async () => {
    const second = invented()
    await give(second, 'systemAdministrator')
    pass(30)
    await take((await ask(second.id)).token!)
    await ask('controlleradmin.1')
    expect(await refusal(confirmAs(second.id, await requestOf('controlleradmin.1')))).toMatchObject(tooNew)
  })
  test('those who asked before they could no longer ask, neither', async () => {
    const second = await puppet()
    pass(14)
    as(second)
    await ask('controlleradmin.1')
    await database.queries
      .updateTable('role_assignment')
      .set({ valid_from: stockholmDate(new Date(clock)) })
      .where('user_id', '=', second)
      .execute()
    expect(await refusal(confirmAs(alone, await requestOf('controlleradmin.1')))).toMatchObject(tooNew)
  })
  test('none for an account of somebody without a role at a controller, who can sign in already', async () => {
    const second = await puppet()
    await take((await ask('boardmember.1')).token!)
    await ask('boardmember.1')
    expect(await refusal(confirmAs(second, await requestOf('boardmember.1')))).toMatchObject(tooNew)
  })
  test('all, the first two weeks of an installation, which has no others', async () => {
    await database.queries.updateTable('role_assignment').set({ valid_from: '2026-11-20' }).where('user_id', '=', alone).execute()
    const second = await puppet()
    await ask('controlleradmin.1')
    expect((await confirmAs(second, await requestOf('controlleradmin.1'))).token).not.toBe(null)
  })
  test('nor does an installation become new when those of before have been ended', async () => {
    const [second, third] = [await puppet(), await puppet()]
    as(second)
    await end(alone)
    expect(await refusal(ask('controlleradmin.1'))).toMatchObject(tooNew)
    expect(third).toBeDefined()
  })
})

describe('an account that two persons stand behind', () => {
  const renewed = async (person: string, second: string): Promise<CookieJar> => {
    as(alone)
    await ask(person)
    return take((await confirmAs(second, await requestOf(person))).token!)
  }
  const whoIs = async (jar: CookieJar) => (await jar.send('GET', '/api/me')).body.user?.id
  test('carries no role at a controller that had no say', async () => {
    const second = await puppet()
    const person = invented(true)
    await give(person, 'nationalAnalyst')
    await take((await ask(person.id)).token!)
    pass(14)
    const jar = await renewed(person.id, second)
    expect(await whoIs(jar)).toBe(person.id)
    as(alone)
    await give(known(person.id), 'controllerAdmin', controllerId)
    expect(await whoIs(jar)).toBe(undefined)
    expect(await database.queries.selectFrom('local_account').select('user_id').where('user_id', '=', person.id).execute()).toEqual([])
  })
  test('nor does a link that is on its way', async () => {
    const second = await puppet()
    const person = invented(true)
    await give(person, 'nationalAnalyst')
    await take((await ask(person.id)).token!)
    pass(14)
    await ask(person.id)
    const { token } = await confirmAs(second, await requestOf(person.id))
    as(alone)
    await give(known(person.id), 'memberViewer', otherController)
    expect((await cookieJar(app).send('POST', '/api/account-link/open', { token })).status).toBe(404)
  })
  test('carries roles at the controllers that had one', async () => {
    const second = await puppet()
    pass(14)
    const jar = await renewed('controlleradmin.1', second)
    as(alone)
    await give(known('controlleradmin.1'), 'memberViewer', controllerId)
    expect(await whoIs(jar)).toBe('controlleradmin.1')
  })
})

test('roles that are given, reviewed and ended at a controller stand in its own log, with who did it', async () => {
  const steward = invented(true)
  const { id } = (await give(steward, 'controllerAdmin', controllerId)).find((one) => one.id === steward.id)!.roles[0]!
  await database.queries.updateTable('role_assignment').set({ valid_from: '2025-01-01' }).where('id', '=', id).execute()
  await call(confirmRole, { params: { id } })
  await call(endRole, { params: { id }, body: { lastDay: '2026-11-21' } })
  as('controlleradmin.1')
  const filter = { from: today, to: today, userId: null, kind: null, code: null, before: null }
  const { rows } = await call(searchLog, { params: { controllerId }, body: filter })
  expect(rows.slice(0, 3).map(({ endpoint, user }) => [endpoint, user?.id])).toEqual([
    ['endRole', alone],
    ['confirmRole', alone],
    ['grantRole', alone],
  ])
})
