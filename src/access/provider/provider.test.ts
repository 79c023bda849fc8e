import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildWorld, testApp, world } from '../../../test/api.ts'
import { cookieJar, type Answer, type CookieJar } from '../../../test/browserCookies.ts'
import { testDatabase } from '../../../test/database.ts'
import { startIdentityProvider, type IdentityProvider } from '../../../test/identityProvider.ts'
import type { Database } from '../../platform/database.ts'

let database: Database
let service: IdentityProvider
let app: FastifyInstance
let strict: FastifyInstance
let clock = Date.parse('2026-11-22T10:00:00Z')

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  for (const [id, claim_value] of [
    ['caseworker.1', 'HSA-disa'],
    ['caseworker.2', 'HSA-ended'],
  ] as const)
    await database.queries.updateTable('app_user').set({ claim_value }).where('id', '=', id).execute()
  await database.queries.updateTable('app_user').set({ employed_until: '2026-11-21' }).where('id', '=', 'caseworker.2').execute()
  service = await startIdentityProvider()
  app = await testApp(database, () => new Date(clock), { provider: service.config })
  strict = await testApp(database, () => new Date(clock), { provider: { ...service.config, acr: ['loa3', 'loa4'] } })
})
afterAll(async () => {
  await app?.close()
  await strict?.close()
  await service?.stop()
  await database.close()
})
beforeEach(async () => {
  clock = Date.parse('2026-11-22T10:00:00Z')
  Object.assign(service.next, { account: 'disa', acr: undefined, refuses: false })
  await database.queries.deleteFrom('session').execute()
  await database.queries.deleteFrom('audit_event').execute()
})

/** Goes out to the service and gives what it sends the browser back with. */
async function goThere(jar: CookieJar): Promise<string> {
  const { status, body } = await jar.send('POST', '/api/sign-in/provider')
  expect(status).toBe(200)
  return service.visit(String(body.location))
}
const comeBack = (jar: CookieJar, answer: string) => jar.send('POST', '/api/sign-in/provider/answer', { answer })
const refused = (key: string): object => ({ status: 403, body: { error: { key, message: expect.any(String), faults: [] } } })
const sessions = () => database.queries.selectFrom('session').select(['user_id', 'means', 'acr']).execute()
const arrivals = () =>
  database.queries
    .selectFrom('audit_event')
    .select(['user_id', 'kind', 'subject'])
    .where('endpoint', '=', 'arriveFromProvider')
    .orderBy('seq')
    .execute()
const secretsOf = async (answer: string) => JSON.stringify(await database.queries.selectFrom('audit_event').selectAll().execute()) + answer

describe('one who is known to the service and to us', () => {
  test('is signed in, by code with PKCE, state and nonce', async () => {
    const jar = cookieJar(app)
    const departure = await jar.send('POST', '/api/sign-in/provider')
    const query = new URL(String(departure.body.location)).searchParams
    expect(query.get('code_challenge_method')).toBe('S256')
    expect([query.get('state'), query.get('nonce'), query.get('code_challenge')].every((one) => one!.length > 30)).toBe(true)
    expect(await comeBack(jar, await service.visit(String(departure.body.location)))).toMatchObject({
      status: 200,
      body: { user: { id: 'caseworker.1' }, provider: 'Provlegitimation' },
    })
    expect((await jar.send('GET', '/api/me')).body.user?.id).toBe('caseworker.1')
    expect(await sessions()).toEqual([{ user_id: 'caseworker.1', means: 'provider', acr: null }])
  })
  test('comes back to the page that asked for the sign-in', async () => {
    const jar = cookieJar(app)
    const { body } = await jar.send('POST', '/api/sign-in/provider', { returnTo: '/deltaganden/x/y?gor=exit' })
    expect((await comeBack(jar, await service.visit(String(body.location)))).body.returnTo).toBe('/deltaganden/x/y?gor=exit')
    expect((await comeBack(jar, await goThere(jar))).body.returnTo).toBe(null)
  })
  test.each([['https://evil.example/'], ['//evil.example'], ['/\\evil.example']])('is led to no other site: %s', async (returnTo) => {
    expect((await cookieJar(app).send('POST', '/api/sign-in/provider', { returnTo })).status).toBe(400)
  })
  test('stands in the log as who signed in', async () => {
    const jar = cookieJar(app)
    await comeBack(jar, await goThere(jar))
    expect(await arrivals()).toEqual([{ user_id: 'caseworker.1', kind: 'change', subject: null }])
  })
  test('leaves nothing behind of the way there, and nothing in the log but that it was done', async () => {
    const jar = cookieJar(app)
    const answer = await goThere(jar)
    await comeBack(jar, answer)
    expect(await database.queries.selectFrom('pending_sign_in').selectAll().execute()).toEqual([])
    expect([...jar.cookies.keys()]).toEqual(['samlad_session'])
    const log = await secretsOf('')
    for (const secret of ['HSA-disa', new URLSearchParams(answer).get('code')!, new URLSearchParams(answer).get('state')!])
      expect(log).not.toContain(secret)
  })
})

describe('an answer', () => {
  test('is good once', async () => {
    const jar = cookieJar(app)
    const answer = await goThere(jar)
    const [pending] = jar.cookies
    await comeBack(jar, answer)
    jar.cookies.clear()
    jar.cookies.set(...pending!)
    expect(await comeBack(jar, answer)).toMatchObject(refused('access.signInExpired'))
  })
  test('is good once even when both come at the same time', async () => {
    const jar = cookieJar(app)
    const answer = await goThere(jar)
    const both = await Promise.all([comeBack(jar, answer), comeBack(jar, answer)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 403])
    expect((await sessions()).length).toBe(1)
  })
  test('is spent also when it was refused', async () => {
    const jar = cookieJar(app)
    const answer = await goThere(jar)
    expect(await comeBack(jar, 'code=guessed&state=guessed')).toMatchObject(refused('access.signInFailed'))
    expect(await comeBack(jar, answer)).toMatchObject(refused('access.signInExpired'))
  })
  test('is good only in the browser where it began', async () => {
    const answer = await goThere(cookieJar(app))
    expect(await comeBack(cookieJar(app), answer)).toMatchObject(refused('access.signInExpired'))
  })
  test('of somebody else’s sign-in is not taken', async () => {
    const [mine, theirs] = [cookieJar(app), cookieJar(app)]
    await goThere(mine)
    expect(await comeBack(mine, await goThere(theirs))).toMatchObject(refused('access.signInFailed'))
  })
  test('with another state is refused', async () => {
    const jar = cookieJar(app)
    const answer = new URLSearchParams(await goThere(jar))
    answer.set('state', 'x'.repeat(43))
    expect(await comeBack(jar, String(answer))).toMatchObject(refused('access.signInFailed'))
  })
  test('whose token bears another nonce is refused', async () => {
    const jar = cookieJar(app)
    const answer = await goThere(jar)
    await database.queries
      .updateTable('pending_sign_in')
      .set({ nonce: 'n'.repeat(43) })
      .execute()
    expect(await comeBack(jar, answer)).toMatchObject(refused('access.signInFailed'))
  })
  test('to another’s challenge is refused', async () => {
    const jar = cookieJar(app)
    const answer = await goThere(jar)
    await database.queries
      .updateTable('pending_sign_in')
      .set({ code_verifier: 'v'.repeat(43) })
      .execute()
    expect(await comeBack(jar, answer)).toMatchObject(refused('access.signInFailed'))
  })
  test('later than ten minutes is refused', async () => {
    const jar = cookieJar(app)
    const answer = await goThere(jar)
    clock += 11 * 60_000
    expect(await comeBack(jar, answer)).toMatchObject(refused('access.signInExpired'))
  })
  test('that says no signs nobody in', async () => {
    service.next.refuses = true
    const jar = cookieJar(app)
    const answer = await goThere(jar)
    expect(answer).toContain('error=access_denied')
    expect(await comeBack(jar, answer)).toMatchObject(refused('access.signInFailed'))
    expect(await sessions()).toEqual([])
  })
})

describe('one who is not let in', () => {
  test('is told the same, unknown or no longer employed', async () => {
    const answers: Answer[] = []
    for (const account of ['stranger', 'ended']) {
      service.next.account = account
      const jar = cookieJar(app)
      answers.push(await comeBack(jar, await goThere(jar)))
    }
    expect(answers[0]).toMatchObject(refused('access.notLetIn'))
    expect(answers[1]!.body).toEqual(answers[0]!.body)
    const tried = { user_id: null, kind: 'refused' }
    expect(await arrivals()).toEqual([
      { ...tried, subject: null },
      { ...tried, subject: 'caseworker.2' },
    ])
    expect(await sessions()).toEqual([])
  })
  test('is refused when the service does not say the claim', async () => {
    const other = await testApp(database, () => new Date(clock), { provider: { ...service.config, claim: 'personalNumber' } })
    const jar = cookieJar(other)
    expect(await comeBack(jar, await goThere(jar))).toMatchObject(refused('access.noClaim'))
    await other.close()
  })
})

describe('where records of persons take a surer sign-in', () => {
  const records = `/api/controllers/${world.controllers[0]}/participations`
  const signIn = async (acr: string | undefined): Promise<CookieJar> => {
    Object.assign(service.next, { acr })
    const jar = cookieJar(strict)
    expect((await comeBack(jar, await goThere(jar))).status).toBe(200)
    return jar
  }
  test.each([['loa2'], [undefined]])('%s opens everything but them', async (acr) => {
    const jar = await signIn(acr)
    expect(await jar.send('GET', records)).toMatchObject(refused('access.stepUp'))
    expect((await jar.send('GET', '/api/places')).status).toBe(200)
  })
  test('what a member does itself concerns no person, and takes none', async () => {
    const editor = 'membereditor.1'
    await database.queries.updateTable('app_user').set({ claim_value: 'HSA-editor' }).where('id', '=', editor).execute()
    service.next.account = 'editor'
    const jar = await signIn('loa2')
    expect((await jar.send('GET', `/api/members/${world.controllers[0]}/desk`)).status).toBe(200)
  })
  test('giving roles to those who work with them takes one', async () => {
    await database.queries.updateTable('app_user').set({ claim_value: 'HSA-steward' }).where('id', '=', 'controlleradmin.1').execute()
    service.next.account = 'steward'
    const jar = await signIn('loa2')
    expect(await jar.send('GET', `/api/controllers/${world.controllers[0]}/staff`)).toMatchObject(refused('access.stepUp'))
  })
  test('loa3 opens them too', async () => {
    const jar = await signIn('loa3')
    expect((await jar.send('GET', records)).status).toBe(200)
  })
  test('another’s place is still as one that does not exist', async () => {
    const jar = await signIn('loa2')
    const foreign = await jar.send('GET', `/api/controllers/${world.controllers[1]}/participations`)
    expect(foreign).toMatchObject({ status: 404 })
  })
  test('a change of secret does not lose how surely one signed in', async () => {
    const jar = await signIn('loa3')
    clock += 16 * 60_000
    for (let time = 0; time < 2; time++) expect((await jar.send('GET', records)).status).toBe(200)
  })
})

describe('a service', () => {
  test('that does not answer is told of, and tried again the next time', async () => {
    const own = await startIdentityProvider()
    const dead = await testApp(database, () => new Date(clock), { provider: own.config })
    await own.stop()
    const answer = await cookieJar(dead).send('POST', '/api/sign-in/provider')
    expect(answer).toMatchObject({ status: 503, body: { error: { key: 'access.providerDown' } } })
    await dead.close()
  })
  test('that is not there leaves nothing to call', async () => {
    const without = await testApp(database, () => new Date(clock))
    expect((await cookieJar(without).send('POST', '/api/sign-in/provider')).status).toBe(404)
    expect((await comeBack(cookieJar(without), 'code=x')).status).toBe(404)
    await without.close()
  })
})
