import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildWorld, TERMINAL_TOKEN, testApp, world } from '../../test/api.ts'
import { cookieJar, type CookieJar } from '../../test/browserCookies.ts'
import { testDatabase } from '../../test/database.ts'
import type { Database } from '../platform/database.ts'
import { hashToken } from './store.ts'
import { sweepSessions } from './sessionStore.ts'

const COOKIE = 'samlad_session'
const start = Date.parse('2026-11-22T10:00:00Z')
let database: Database
let app: FastifyInstance
let proxied: FastifyInstance
let clock = start
const pass = (minutes: number): void => void (clock += minutes * 60_000)

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  const fictive = { fictive: true }
  await database.queries.updateTable('association').set(fictive).execute()
  app = await testApp(database, () => new Date(clock))
  proxied = await testApp(database, () => new Date(clock), { trustProxy: ['10.0.0.1'] })
})
afterAll(async () => {
  await app.close()
  await proxied.close()
  await database.close()
})
beforeEach(async () => {
  clock = start
  await database.queries.deleteFrom('session').execute()
  await database.queries.updateTable('app_user').set({ employed_until: null }).execute()
})

async function signIn(jar: CookieJar, userId = 'caseworker.1'): Promise<string> {
  expect(await jar.send('POST', '/api/sign-in/demo', { userId })).toMatchObject({ status: 200, body: { user: { id: userId } } })
  return jar.cookies.get(COOKIE)!
}
async function whoIs(token: string): Promise<string | undefined> {
  const jar = cookieJar(app)
  jar.cookies.set(COOKIE, token)
  return (await jar.send('GET', '/api/me')).body.user?.id
}
const sessions = () => database.queries.selectFrom('session').selectAll().execute()

describe('a secret', () => {
  test('set before sign-in is never accepted after it', async () => {
    const jar = cookieJar(app)
    jar.cookies.set(COOKIE, 'f'.repeat(64))
    const given = await signIn(jar)
    expect(given).not.toBe('f'.repeat(64))
    expect(await whoIs('f'.repeat(64))).toBe(undefined)
  })
  test('of another’s session, planted before sign-in, is worth nothing after it', async () => {
    const planted = await signIn(cookieJar(app), 'caseworker.2')
    const jar = cookieJar(app)
    jar.cookies.set(COOKIE, planted)
    expect(await signIn(jar)).not.toBe(planted)
    expect(await whoIs(planted)).toBe(undefined)
  })
  test('is stored as a hash only', async () => {
    const token = await signIn(cookieJar(app))
    expect(JSON.stringify(await sessions())).not.toContain(token)
    expect((await sessions())[0]!.token_hash).toBe(hashToken(token))
  })
})

describe('rotation', () => {
  test('replaces the secret after a quarter of an hour of use, not before', async () => {
    const jar = cookieJar(app)
    const first = await signIn(jar)
    pass(14)
    await jar.send('GET', '/api/me')
    expect(jar.cookies.get(COOKIE)).toBe(first)
    pass(2)
    await jar.send('GET', '/api/me')
    expect(jar.cookies.get(COOKIE)).not.toBe(first)
    expect(await whoIs(jar.cookies.get(COOKIE)!)).toBe('caseworker.1')
  })
  test('lets the old secret through for a minute, and no longer', async () => {
    const jar = cookieJar(app)
    const first = await signIn(jar)
    pass(16)
    await jar.send('GET', '/api/me')
    expect(await whoIs(first)).toBe('caseworker.1')
    pass(2)
    expect(await whoIs(first)).toBe(undefined)
    expect(await whoIs(jar.cookies.get(COOKIE)!)).toBe('caseworker.1')
  })
  test('of two calls at once renews once, and both are answered', async () => {
    const jar = cookieJar(app)
    const first = await signIn(jar)
    pass(16)
    const answers = await Promise.all([whoIs(first), whoIs(first), whoIs(first)])
    expect(answers).toEqual(['caseworker.1', 'caseworker.1', 'caseworker.1'])
    expect((await sessions()).length).toBe(1)
  })
  test('keeps the second wall open for the new secret and for the old on its way', async () => {
    const jar = cookieJar(app)
    await signIn(jar)
    pass(16)
    const path = `/api/controllers/${world.controllers[0]}/import-setting`
    for (let time = 0; time < 2; time++) {
      const answer = await jar.send('GET', path)
      expect(answer.status).toBe(200)
      expect((answer.body.interventions as unknown[]).length).toBeGreaterThan(0)
    }
    const { rows } = await wallUser(jar.cookies.get(COOKIE)!)
    expect(rows).toEqual(['caseworker.1'])
  })
})

async function wallUser(token: string): Promise<{ rows: (string | null)[] }> {
  const found = await database.as('samlad_staff', token, (queries) =>
    queries.selectNoFrom((one) => one.fn<string | null>('session_user_id', []).as('id')).execute(),
  )
  return { rows: found.map(({ id }) => id) }
}

describe('a session is over', () => {
  test('after an hour without use', async () => {
    const token = await signIn(cookieJar(app))
    pass(61)
    expect(await whoIs(token)).toBe(undefined)
  })
  test('after twelve hours, however much it is used', async () => {
    const jar = cookieJar(app)
    await signIn(jar)
    for (let i = 0; i < 23; i++) {
      pass(31)
      expect((await jar.send('GET', '/api/me')).body.user?.id).toBe('caseworker.1')
    }
    pass(10)
    expect((await jar.send('GET', '/api/me')).body.user).toBe(null)
  })
  test('when one signs out, also for the secret before', async () => {
    const jar = cookieJar(app)
    const first = await signIn(jar)
    pass(16)
    await jar.send('POST', '/api/sign-out')
    expect(await whoIs(first)).toBe(undefined)
    expect(jar.cookies.has(COOKIE)).toBe(false)
    expect(await sessions()).toEqual([])
  })
  test('on every device when one signs out everywhere, and nobody else’s is', async () => {
    const [here, there, other] = [cookieJar(app), cookieJar(app), cookieJar(app)]
    await signIn(here)
    const away = await signIn(there)
    const others = await signIn(other, 'caseworker.2')
    expect((await here.send('GET', '/api/sessions')).body).toMatchObject([{ means: 'demo' }, { means: 'demo' }])
    expect((await here.send('POST', '/api/sign-out/everywhere')).status).toBe(200)
    expect(await whoIs(away)).toBe(undefined)
    expect(await whoIs(others)).toBe('caseworker.2')
  })
  test('the day after the employment has ended, in the wall too', async () => {
    const token = await signIn(cookieJar(app))
    await database.queries.updateTable('app_user').set({ employed_until: '2026-11-22' }).where('id', '=', 'caseworker.1').execute()
    expect(await whoIs(token)).toBe('caseworker.1')
    await database.queries.updateTable('app_user').set({ employed_until: '2020-11-21' }).where('id', '=', 'caseworker.1').execute()
    expect(await whoIs(token)).toBe(undefined)
    expect((await wallUser(token)).rows).toEqual([null])
  })
  test('when its user is removed', async () => {
    await database.queries.insertInto('app_user').values({ id: 'gone.1', name: 'Borta', employer_id: null, demo: true }).execute()
    const token = await signIn(cookieJar(app), 'gone.1')
    await database.queries.deleteFrom('app_user').where('id', '=', 'gone.1').execute()
    expect(await whoIs(token)).toBe(undefined)
  })
  test('and is swept away', async () => {
    await signIn(cookieJar(app))
    pass(30)
    await signIn(cookieJar(app))
    pass(31)
    await database.as('samlad_service', undefined, (queries) => sweepSessions(queries, new Date(clock)))
    expect((await sessions()).length).toBe(1)
  })
})

describe('the cookie', () => {
  const behind = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.7' }
  const signInFrom = async (jar: CookieJar) => jar.send('POST', '/api/sign-in/demo', { userId: 'caseworker.1' })

  test('is plain on this machine', async () => {
    const { headers } = await signInFrom(cookieJar(app))
    expect(headers['set-cookie']).toMatch(/^samlad_session=[0-9a-f]{64}; Path=\/; HttpOnly; SameSite=Strict$/)
    expect(headers['strict-transport-security']).toBe(undefined)
  })
  test('is bound to host and encryption behind a proxy that is trusted', async () => {
    const jar = cookieJar(proxied, behind, '10.0.0.1')
    const { headers } = await signInFrom(jar)
    expect(headers['set-cookie']).toMatch(/^__Host-samlad=[0-9a-f]{64}; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
    expect(headers['strict-transport-security']).toMatch(/^max-age=31536000/)
    expect((await jar.send('GET', '/api/me')).body.user?.id).toBe('caseworker.1')
  })
  test('by its plain name is nothing where connections are encrypted', async () => {
    const jar = cookieJar(proxied, behind, '10.0.0.1')
    jar.cookies.set(COOKIE, await signIn(cookieJar(app)))
    expect((await jar.send('GET', '/api/me')).body.user).toBe(null)
  })
  test.each([
    ['from another machine in the clear', {}, '192.0.2.1'],
    ['through a proxy that nobody has named', behind, '127.0.0.1'],
    ['with a made-up proxy header', behind, '192.0.2.1'],
  ])('is given to nobody %s', async (_, headers, address) => {
    for (const one of [app, proxied]) {
      const answer = await signInFrom(cookieJar(one, headers, address))
      expect(answer).toMatchObject({ status: 403, body: { error: { key: 'access.needsTls' } } })
      expect(answer.headers['set-cookie']).toBe(undefined)
    }
  })
})

test('calls are counted by the caller’s own address behind a proxy', async () => {
  const few = await testApp(database, () => new Date(clock), { trustProxy: ['10.0.0.1'], callsPerMinute: 2 })
  const from = (address: string) => cookieJar(few, { 'x-forwarded-for': address, 'x-forwarded-proto': 'https' }, '10.0.0.1')
  const ask = async (address: string) => (await from(address).send('GET', '/api/me')).status
  expect([await ask('203.0.113.7'), await ask('203.0.113.7'), await ask('203.0.113.7'), await ask('203.0.113.8')]).toEqual([
    200, 200, 429, 200,
  ])
  // What the caller itself writes to the left of what the proxy adds chooses nothing.
  expect(await ask('198.51.100.1, 203.0.113.7')).toBe(429)
  await few.close()
})
test('a demo person’s sign-in stands in the log as that person’s', async () => {
  await database.queries.deleteFrom('audit_event').execute()
  await signIn(cookieJar(app))
  const rows = await database.queries.selectFrom('audit_event').select(['endpoint', 'user_id']).execute()
  expect(rows).toEqual([{ endpoint: 'signInAsDemoPerson', user_id: 'caseworker.1' }])
})
test('calls beyond the limit leave no rows in the log, which nobody could take away; those up to it do', async () => {
  const few = await testApp(database, () => new Date(clock), { callsPerMinute: 3 })
  const written = async () =>
    (await database.queries.selectFrom('audit_event').select('id').where('endpoint', '=', 'signInAsDemoPerson').execute()).length
  const before = await written()
  const wrong = { method: 'POST', url: '/api/sign-in/demo', payload: { userId: 'no.1' }, headers: { 'x-samlad': '1' } } as const
  const statuses: number[] = []
  for (let time = 0; time < 8; time++) statuses.push((await few.inject(wrong)).statusCode)
  expect(statuses.slice(3)).toEqual([429, 429, 429, 429, 429])
  expect((await written()) - before).toBe(3)
  await few.close()
})
test('calls of those who have signed in are counted by person, so that an office behind one address is not shut out', async () => {
  const few = await testApp(database, () => new Date(clock), { callsPerMinute: 2 })
  const as = async (user: string) => {
    const headers = { authorization: `Bearer ${TERMINAL_TOKEN}`, 'x-samlad-as': user }
    return (await few.inject({ method: 'GET', url: '/api/me', headers })).statusCode
  }
  expect([await as('caseworker.1'), await as('caseworker.1'), await as('caseworker.1'), await as('caseworker.2')]).toEqual([
    200, 200, 429, 200,
  ])
  await few.close()
})
