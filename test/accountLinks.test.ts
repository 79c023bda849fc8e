import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openSession } from '../src/access/sessionStore.ts'
import { confirmStaffLink, makeAccountLink } from '../src/access/local/contract.ts'
import { confirmOfficeLink, endRole, grantRole, listOfficeRoles, makeOfficeLink } from '../src/access/offices/contract.ts'
import { listStaff } from '../src/access/staff/contract.ts'
import { searchLog } from '../src/log/contract.ts'
import { call, useTransport } from '../src/platform/call.ts'
import type { Database } from '../src/platform/database.ts'
import type { Role } from '../src/platform/role.ts'
import { buildWorld, testApp, transportAs, world } from './api.ts'
import { cookieJar, type Answer, type CookieJar } from './browserCookies.ts'
import { testDatabase } from './database.ts'
import { refusal } from './participations.ts'

/** Links to local accounts, and the walls between roles: whoever makes a link could use it. */
let database: Database
let app: FastifyInstance
const [controllerId, otherController] = world.controllers
const params = { controllerId }
const clock = Date.parse('2026-11-22T10:00:00Z')
const as = (user: string): void => useTransport(transportAs(app, user))

let built: string[]
beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  app = await testApp(database, () => new Date(clock), { accountKey: Buffer.alloc(32, 7) })
  built = (await database.queries.selectFrom('role_assignment').select('id').execute()).map(({ id }) => id)
})
beforeEach(async () => {
  const { queries } = database
  for (const table of ['session', 'local_account', 'account_link', 'account_request', 'account_notice', 'failed_sign_in'] as const)
    await queries.deleteFrom(table).execute()
  await queries.deleteFrom('role_assignment').where('id', 'not in', built).execute()
  await queries.deleteFrom('app_user').where('demo', '=', false).execute()
  await queries.updateTable('app_user').set({ claim_value: null }).execute()
  await queries.updateTable('role_assignment').set({ valid_from: '2020-01-01' }).execute()
  for (const id of ['caseworker.1', 'controlleradmin.1', 'systemadministrator.1'])
    await queries.updateTable('app_user').set({ employer_id: controllerId }).where('id', '=', id).execute()
  await queries.insertInto('app_user').values({ id: 'system.2', name: 'Andra Systemet', employer_id: null }).execute()
  await hold('system.2', 'systemAdministrator')
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const hold = (user_id: string, role: Role, controller_id: string | null = null): Promise<unknown> =>
  database.queries
    .insertInto('role_assignment')
    .values({
      ...{ id: randomUUID(), user_id, role, association_id: null, controller_id, intervention_id: null },
      ...{ valid_from: '2026-01-01', valid_to: null, reviewed_on: null },
    })
    .execute()
const anotherSteward = async (): Promise<void> => {
  await database.queries.insertInto('app_user').values({ id: 'steward.b', name: 'Steward B', employer_id: controllerId }).execute()
  await hold('steward.b', 'controllerAdmin', controllerId)
}
const link = (userId: string) => call(makeAccountLink, { params: { controllerId, userId } })
const officeLink = (userId: string) => call(makeOfficeLink, { params: { userId } })
const password = 'fyra hästar i regn'
/** Makes the account of a link, as whoever has it can. */
async function take(token: string): Promise<{ jar: CookieJar; answer: Answer }> {
  const jar = cookieJar(app)
  const { letters } = (await jar.send('POST', '/api/account-link/open', { token })).body as unknown as { letters: string }
  const code = new TOTP({ secret: Secret.fromBase32(letters.replaceAll(' ', '')) }).generate({ timestamp: clock })
  return { jar, answer: await jar.send('POST', '/api/account-link/use', { token, password, code }) }
}
/** Asks as the first administrator; gives the request. */
async function ask(userId: string): Promise<string> {
  as('systemadministrator.1')
  expect(await officeLink(userId)).toEqual({ token: null })
  return (await call(listOfficeRoles)).find(({ id }) => id === userId)!.requests[0]!.id
}
const confirmAs = async (user: string, id: string, at = controllerId) => {
  as(user)
  return user.startsWith('system')
    ? call(confirmOfficeLink, { params: { id } })
    : call(confirmStaffLink, { params: { controllerId: at, id } })
}

describe('a steward', () => {
  beforeEach(() => as('controlleradmin.1'))
  test('makes a link for the own staff', async () => {
    expect((await take((await link('caseworker.1')).token)).answer.status).toBe(200)
  })
  test('comes by no rights of a system administrator whom the same municipality employs', async () => {
    expect(await refusal(link('systemadministrator.1'))).toMatchObject({ status: 422, key: 'local.otherRoles' })
  })
  test.each<[Role, string | null, string]>([
    ['publisher', null, '2026-01-01'],
    ['publisher', null, '2027-01-01'],
    ['controllerAdmin', controllerId, '2026-01-01'],
    ['caseworker', otherController, '2026-01-01'],
  ])('comes by no %s at %s from %s', async (role, at, from) => {
    await hold('caseworker.1', role, at)
    await database.queries.updateTable('role_assignment').set({ valid_from: from }).where('valid_from', '=', '2026-01-01').execute()
    expect(await refusal(link('caseworker.1'))).toMatchObject({ key: 'local.otherRoles' })
  })
  test('comes by none that is given afterwards: link and account end, and its sessions', async () => {
    const { jar } = await take((await link('caseworker.1')).token)
    const { token } = await link('caseworker.1')
    const again = await take(token)
    expect((await again.jar.send('GET', '/api/me')).body.user?.id).toBe('caseworker.1')
    const waiting = (await link('caseworker.1')).token
    as('systemadministrator.1')
    const person = { kind: 'known', id: 'caseworker.1' } as const
    await call(grantRole, { body: { person, role: 'publisher', placeId: null, from: '2026-11-22', to: null } })
    for (const each of [jar, again.jar]) expect((await each.send('GET', '/api/me')).body.user).toBe(null)
    expect((await cookieJar(app).send('POST', '/api/account-link/open', { token: waiting })).status).toBe(404)
    expect(await database.queries.selectFrom('local_account').select('user_id').execute()).toEqual([])
  })
})

describe('a system administrator alone', () => {
  beforeEach(() => as('systemadministrator.1'))
  test('makes the first account of somebody without a role at a controller', async () => {
    const { token } = await officeLink('boardmember.1')
    expect((await take(token!)).answer.status).toBe(200)
  })
  test.each(['controlleradmin.1', 'memberviewer.1'])('gets no link for %s', async (user) => {
    expect(await officeLink(user)).toEqual({ token: null })
    expect(await database.queries.selectFrom('account_link').select('user_id').execute()).toEqual([])
  })
  test.each(['account', 'sign-in service'])('gets none for whoever can sign in by %s', async (means) => {
    if (means === 'account') await take((await officeLink('boardmember.1')).token!)
    else await database.queries.updateTable('app_user').set({ claim_value: 'HSA-b' }).where('id', '=', 'boardmember.1').execute()
    expect(await officeLink('boardmember.1')).toEqual({ token: null })
  })
  test('makes no steward of an account that was ordered alone', async () => {
    const body = { placeId: null, from: '2026-11-22', to: null } as const
    const employer = { kind: 'organisation', id: controllerId } as const
    const person = { kind: 'new', id: 'ny.pahittad', name: 'Ny Påhittad', claimValue: null, employer } as const
    await call(grantRole, { body: { ...body, person, role: 'nationalAnalyst' } })
    const { jar } = await take((await officeLink(person.id)).token!)
    expect((await jar.send('GET', '/api/me')).body.user?.id).toBe(person.id)
    const known = { kind: 'known', id: person.id } as const
    await call(grantRole, { body: { ...body, person: known, role: 'controllerAdmin', placeId: controllerId } })
    expect((await jar.send('GET', '/api/me')).body.user).toBe(null)
    expect(await database.queries.selectFrom('local_account').select('user_id').execute()).toEqual([])
  })
})

describe('a link that two persons stand behind', () => {
  test('is confirmed by another steward, who gets it; by nobody else', async () => {
    await anotherSteward()
    const id = await ask('controlleradmin.1')
    expect(await refusal(confirmAs('systemadministrator.1', id))).toMatchObject({ key: 'local.twoPersons' })
    expect(await refusal(confirmAs('system.2', id))).toMatchObject({ key: 'local.stewardConfirms' })
    expect(await refusal(confirmAs('controlleradmin.1', id))).toMatchObject({ key: 'local.twoPersons' })
    expect(await refusal(confirmAs('controlleradmin.2', id, otherController))).toMatchObject({ status: 404 })
    const { token } = await confirmAs('steward.b', id)
    expect((await take(token!)).answer).toMatchObject({ status: 200, body: { user: { id: 'controlleradmin.1' } } })
    expect(await refusal(confirmAs('steward.b', id))).toMatchObject({ status: 404 })
  })
  test('is confirmed by a second administrator where there is no other steward', async () => {
    const id = await ask('controlleradmin.1')
    expect(await refusal(confirmAs('systemadministrator.1', id))).toMatchObject({ key: 'local.twoPersons' })
    expect((await confirmAs('system.2', id)).token).not.toBe(null)
  })
  test('waits for every controller where the person holds a role', async () => {
    await anotherSteward()
    await hold('controlleradmin.1', 'memberViewer', otherController)
    const first = await ask('controlleradmin.1')
    const ids = (await call(listOfficeRoles)).find(({ id }) => id === 'controlleradmin.1')!.requests.map(({ id }) => id)
    expect(ids.length).toBe(2)
    as('controlleradmin.2')
    const foreign = (await call(listStaff, { params: { controllerId: otherController } })).requests[0]!.id
    expect(await confirmAs('controlleradmin.2', foreign, otherController)).toEqual({ token: null })
    const own = [first, ...ids].find((id) => id !== foreign)!
    expect((await confirmAs('steward.b', own)).token).not.toBe(null)
  })
  test('is asked for anew when a role at another controller has come meanwhile', async () => {
    await anotherSteward()
    const id = await ask('controlleradmin.1')
    await hold('controlleradmin.1', 'memberViewer', otherController)
    expect(await refusal(confirmAs('steward.b', id))).toMatchObject({ key: 'local.askAnew' })
  })
  test('is good for three days from when it was asked for', async () => {
    const id = await ask('controlleradmin.1')
    await database.queries.updateTable('account_request').set({ asked_at: '2026-11-18T23:00:00Z' }).execute()
    expect(await refusal(confirmAs('system.2', id))).toMatchObject({ status: 404 })
  })
  test('stands in the controller’s log: asked for, confirmed and used, where the steward sees it', async () => {
    const id = await ask('controlleradmin.1')
    await take((await confirmAs('system.2', id)).token!)
    as('controlleradmin.1')
    const filter = { from: '2026-11-22', to: '2026-11-22', userId: null, kind: null, code: null, before: null }
    const { rows } = await call(searchLog, { params, body: filter })
    // The newest three: the chain is never emptied.
    expect(rows.slice(0, 3).map(({ endpoint, user }) => [endpoint, user?.id])).toEqual([
      ['useAccountLink', 'controlleradmin.1'],
      ['confirmOfficeLink', 'system.2'],
      ['makeOfficeLink', 'systemadministrator.1'],
    ])
  })
})

describe('whoever could sign in already', () => {
  const session = async (user: string): Promise<string> =>
    database.as('samlad_service', undefined, (queries) => openSession(queries, user, { means: 'provider' }, new Date(clock)))
  test('is signed out everywhere and told who ordered the account, at the next sign-in', async () => {
    await database.queries.updateTable('app_user').set({ claim_value: 'HSA-d' }).where('id', '=', 'controlleradmin.1').execute()
    await session('controlleradmin.1')
    const { token } = await confirmAs('system.2', await ask('controlleradmin.1'))
    expect(await database.queries.selectFrom('session').select('id').where('user_id', '=', 'controlleradmin.1').execute()).toEqual([])
    const told = [{ at: '2026-11-22T10:00:00.000Z', by: 'systemadministrator.1, Andra Systemet' }]
    const jar = cookieJar(app)
    const signedIn = await jar.send('POST', '/api/sign-in/demo', { userId: 'controlleradmin.1' })
    expect(signedIn.body).toMatchObject({ newAccounts: told })
    expect((await jar.send('GET', '/api/me')).body).toMatchObject({ newAccounts: told })
    // Whoever uses the link cannot have it left unsaid to the person.
    expect((await take(token!)).answer.body).toMatchObject({ newAccounts: told })
    expect((await cookieJar(app).send('POST', '/api/sign-in/demo', { userId: 'controlleradmin.1' })).body).toMatchObject({
      newAccounts: told,
    })
  })
  test('is told by the steward’s link too; whoever had none is not', async () => {
    as('controlleradmin.1')
    expect((await take((await link('caseworker.1')).token)).answer.body).toMatchObject({ newAccounts: [] })
    expect((await take((await link('caseworker.1')).token)).answer.body).toMatchObject({ newAccounts: [{ by: 'controlleradmin.1' }] })
  })
  test('is told after months, in the session of the first sign-in, and no longer then', async () => {
    await database.queries
      .insertInto('account_notice')
      .values({ id: randomUUID(), user_id: 'boardmember.1', at: '2026-06-01T10:00:00Z', ordered_by: 'Någon', told_at: null })
      .execute()
    const jar = cookieJar(app)
    await jar.send('POST', '/api/sign-in/demo', { userId: 'boardmember.1' })
    expect((await jar.send('GET', '/api/me')).body).toMatchObject({ newAccounts: [{ by: 'Någon' }] })
    await database.queries.updateTable('account_notice').set({ told_at: '2026-11-21T10:00:00Z' }).execute()
    expect((await jar.send('GET', '/api/me')).body).toMatchObject({ newAccounts: [] })
  })
})

test('a role that has ended stands in nobody’s way', async () => {
  await hold('caseworker.1', 'publisher')
  as('systemadministrator.1')
  const { roles } = (await call(listOfficeRoles)).find(({ id }) => id === 'caseworker.1')!
  await call(endRole, { params: { id: roles[0]!.id }, body: { lastDay: '2026-11-21' } })
  as('controlleradmin.1')
  expect((await link('caseworker.1')).token.length).toBeGreaterThan(20)
})
