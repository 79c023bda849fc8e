import type { FastifyInstance } from 'fastify'
import { TOTP, Secret } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildWorld, testApp, transportAs, world } from '../../../test/api.ts'
import { cookieJar, type Answer, type CookieJar } from '../../../test/browserCookies.ts'
import { testDatabase } from '../../../test/database.ts'
import { call, useTransport } from '../../platform/call.ts'
import type { Database } from '../../platform/database.ts'
import { makeSetUpLink } from '../store.ts'
import { makeAccountLink } from './contract.ts'
import { addAccountLink } from './linkStore.ts'
import { addAccount, findAccountLink, findStranded } from './store.ts'
import { openVault } from './vault.ts'

const vault = openVault(Buffer.alloc(32, 7))
const password = 'fyra hästar i regn'
let database: Database
let app: FastifyInstance
let clock = Date.parse('2026-11-22T10:00:00Z')

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  await database.queries.updateTable('app_user').set({ employer_id: world.controllers[0] }).where('id', '=', 'caseworker.1').execute()
  app = await testApp(database, () => new Date(clock), { accountKey: Buffer.alloc(32, 7) })
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  clock = Date.parse('2026-11-22T10:00:00Z')
  for (const table of ['session', 'local_account', 'account_link', 'failed_sign_in'] as const)
    await database.queries.deleteFrom(table).execute()
  await database.queries.updateTable('app_user').set({ employed_until: null }).execute()
})

const codeOf = (letters: string): string =>
  new TOTP({ secret: Secret.fromBase32(letters.replaceAll(' ', '')) }).generate({ timestamp: clock })
const refused: Partial<Answer> = { status: 403, body: { error: expect.objectContaining({ key: 'local.refused' }) } }
const link = (userId = 'caseworker.1') =>
  addAccountLink(database.queries, vault, userId, { basis: 'controller', placeId: world.controllers[0] }, new Date(clock))

/** Makes the account of a link as its owner does, and gives what the app shows. */
async function makeAccount(token: string): Promise<{ letters: string; jar: CookieJar; answer: Answer }> {
  const jar = browser()
  const { letters } = (await jar.send('POST', '/api/account-link/open', { token })).body as unknown as { letters: string }
  const answer = await jar.send('POST', '/api/account-link/use', { token, password, code: codeOf(letters) })
  return { letters, jar, answer }
}
let browsers = 0
/** A browser on an address of its own, since calls are counted by address. */
const browser = (): CookieJar => cookieJar(app, {}, `127.0.${Math.floor(++browsers / 250)}.${browsers % 250}`)
const signIn = (given: { userId?: string; password?: string; code: string }, jar = browser()) =>
  jar.send('POST', '/api/sign-in/local', { userId: 'caseworker.1', password, ...given })

describe('an account', () => {
  test('is made with the link, and signs in with password and code from then on', async () => {
    const { letters, jar, answer } = await makeAccount(await link())
    expect(answer).toMatchObject({ status: 200, body: { user: { id: 'caseworker.1' } } })
    expect((await jar.send('GET', '/api/me')).body.user?.id).toBe('caseworker.1')
    clock += 60_000
    const again = browser()
    expect((await signIn({ userId: ' Caseworker.1', code: codeOf(letters) }, again)).status).toBe(200)
    expect((await again.send('GET', '/api/sessions')).body).toMatchObject([{ means: 'password' }, { means: 'password' }])
  })
  test('keeps neither password nor key readable', async () => {
    const { letters } = await makeAccount(await link())
    const rows = await database.queries.selectFrom('local_account').selectAll().execute()
    expect(rows[0]!.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    const key = Buffer.from(Secret.fromBase32(letters.replaceAll(' ', '')).buffer)
    expect(Buffer.from(rows[0]!.totp_secret).includes(key)).toBe(false)
  })
  test('made anew replaces the old one and ends its sessions', async () => {
    const first = await makeAccount(await link())
    clock += 60_000
    await makeAccount(await link())
    expect((await first.jar.send('GET', '/api/me')).body.user).toBe(null)
    clock += 60_000
    expect(await signIn({ code: codeOf(first.letters) })).toMatchObject(refused)
  })
})

describe('a link', () => {
  const gone = { status: 404, body: { error: { key: 'local.linkUsed' } } }
  test('is good once', async () => {
    const token = await link()
    await makeAccount(token)
    expect(await browser().send('POST', '/api/account-link/open', { token })).toMatchObject(gone)
  })
  test('shows a key made anew at each opening, of which the last counts', async () => {
    const token = await link()
    const open = async () =>
      ((await browser().send('POST', '/api/account-link/open', { token })).body as unknown as { letters: string }).letters
    const [seen, own] = [await open(), await open()]
    expect(own).not.toBe(seen)
    const use = (letters: string) => browser().send('POST', '/api/account-link/use', { token, password, code: codeOf(letters) })
    expect((await use(seen)).body.error?.key).toBe('local.wrongCode')
    expect((await use(own)).status).toBe(200)
    clock += 60_000
    expect(await signIn({ code: codeOf(seen) })).toMatchObject(refused)
    expect((await signIn({ code: codeOf(own) })).status).toBe(200)
  })
  test('opened between the try of a code and the making of the account makes none', async () => {
    const token = await link()
    const { sealed, userId } = (await findAccountLink(database.queries, vault, token, new Date(clock)))!
    await browser().send('POST', '/api/account-link/open', { token })
    expect(await addAccount(database.queries, token, { userId, sealed, step: 1, passwordHash: 'x' }, new Date(clock))).toBe(false)
  })
  test('is good for three days', async () => {
    const token = await link()
    clock += 73 * 3_600_000
    expect(await browser().send('POST', '/api/account-link/open', { token })).toMatchObject(gone)
  })
  test('is not spent by a wrong code or a poor password', async () => {
    const token = await link()
    const jar = browser()
    const use = (body: object) => jar.send('POST', '/api/account-link/use', { token, password, code: '000000', ...body })
    expect((await use({})).body.error?.key).toBe('local.wrongCode')
    expect((await use({ password: 'kort' })).body.error?.key).toBe('local.tooShort')
    expect((await makeAccount(token)).answer.status).toBe(200)
  })
  test('is made by the administrator of whom it is for, and by no other', async () => {
    useTransport(transportAs(app, 'controlleradmin.1'))
    const make = (userId: string) => call(makeAccountLink, { params: { controllerId: world.controllers[0], userId } })
    const { token } = await make('caseworker.1')
    expect((await makeAccount(token)).answer.status).toBe(200)
    await expect(make('caseworker.2')).rejects.toMatchObject({ status: 404 })
    await expect(make('nobody')).rejects.toMatchObject({ status: 404 })
  })
})

describe('is refused, always in the same words,', () => {
  test('a wrong password, a wrong code, an unknown name', async () => {
    const { letters } = await makeAccount(await link())
    clock += 60_000
    const answers = [
      await signIn({ password: 'fel fel fel fel fel', code: codeOf(letters) }),
      await signIn({ code: '000000' }),
      await signIn({ userId: 'nobody', code: codeOf(letters) }),
    ]
    for (const answer of answers) expect(answer).toMatchObject(refused)
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
  })
  test('a code that has been used, also by two at once', async () => {
    const { letters } = await makeAccount(await link())
    expect(await signIn({ code: codeOf(letters) })).toMatchObject(refused)
    clock += 60_000
    const both = await Promise.all([signIn({ code: codeOf(letters) }), signIn({ code: codeOf(letters) })])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 403])
  })
  test('the right answer after five wrong, until a quarter of an hour has gone', async () => {
    const { letters } = await makeAccount(await link())
    clock += 60_000
    for (let i = 0; i < 5; i++) expect(await signIn({ password: 'fel fel fel fel', code: '000000' })).toMatchObject(refused)
    expect(await signIn({ code: codeOf(letters) })).toMatchObject(refused)
    clock += 16 * 60_000
    expect((await signIn({ code: codeOf(letters) })).status).toBe(200)
  })
  test('more than five of many guesses at once', async () => {
    await makeAccount(await link())
    await Promise.all(Array.from({ length: 12 }, () => signIn({ password: 'fel fel fel fel', code: '000000' })))
    const [row] = await database.queries.selectFrom('failed_sign_in').selectAll().execute()
    expect(row!.failures).toBe(5)
  })
  test('one no longer employed', async () => {
    const { letters } = await makeAccount(await link())
    clock += 60_000
    await database.queries.updateTable('app_user').set({ employed_until: '2026-11-21' }).where('id', '=', 'caseworker.1').execute()
    expect(await signIn({ code: codeOf(letters) })).toMatchObject(refused)
  })
  test('names that do not exist are shut alike', async () => {
    for (let i = 0; i < 6; i++) await signIn({ userId: 'nobody', code: '000000' })
    const rows = await database.queries.selectFrom('failed_sign_in').selectAll().execute()
    expect(rows.map(({ failures }) => failures)).toEqual([5])
  })
})

describe('the log', () => {
  const logged = async (endpoint: string) => {
    const rows = database.queries.selectFrom('audit_event').select(['user_id', 'kind', 'subject']).where('endpoint', '=', endpoint)
    return rows.orderBy('seq').execute()
  }
  const tried = (subject: string | null) => ({ user_id: null, kind: 'refused', subject })
  beforeEach(() => database.queries.deleteFrom('audit_event').execute())

  test('says who made an account and who signed in, whoever was signed in before', async () => {
    const { letters, jar } = await makeAccount(await link())
    clock += 60_000
    await signIn({ code: codeOf(letters) }, jar)
    expect(await logged('openAccountLink')).toEqual([{ user_id: null, kind: 'change', subject: 'caseworker.1' }])
    for (const { user_id } of await logged('useAccountLink')) expect(user_id).toBe('caseworker.1')
    expect(await logged('signInLocally')).toEqual([{ user_id: 'caseworker.1', kind: 'change', subject: null }])
  })
  test('says which account is tried, with or without a right password or code, and when it is shut', async () => {
    const { letters } = await makeAccount(await link())
    await signIn({ userId: ' Caseworker.1 ', password: 'fel fel fel fel fel', code: codeOf(letters) })
    for (let time = 0; time < 5; time++) await signIn({ code: '000000' })
    expect(await logged('signInLocally')).toEqual(Array.from({ length: 6 }, () => tried('caseworker.1')))
  })
  test('says which person is tried who has no account here, or is no longer employed', async () => {
    const { letters } = await makeAccount(await link())
    clock += 60_000
    await signIn({ userId: 'caseworker.2', code: '000000' })
    await database.queries.updateTable('app_user').set({ employed_until: '2026-11-21' }).where('id', '=', 'caseworker.1').execute()
    await signIn({ code: codeOf(letters) })
    expect(await logged('signInLocally')).toEqual([tried('caseworker.2'), tried('caseworker.1')])
  })
  test('never says what was typed as a name when nobody has it', async () => {
    await signIn({ userId: 'fyra hästar i regn', code: '000000' })
    expect(await logged('signInLocally')).toEqual([tried(null)])
  })
  test('says whose link was tried with a wrong code', async () => {
    const token = await link()
    await browser().send('POST', '/api/account-link/use', { token, password, code: '000000' })
    expect(await logged('useAccountLink')).toEqual([tried('caseworker.1')])
  })
})

test('one address makes no more than twenty attempts a minute', async () => {
  const jar = browser()
  const tried: number[] = []
  for (let i = 0; i < 22; i++) tried.push((await signIn({ userId: `nobody.${i}`, code: '000000' }, jar)).status)
  expect(tried.filter((status) => status === 429).length).toBe(2)
})

test('unknown names take about as long as known ones', async () => {
  await makeAccount(await link())
  const took = async (userId: string): Promise<number> => {
    await database.queries.deleteFrom('failed_sign_in').execute()
    const began = performance.now()
    expect(await signIn({ userId, password: 'fel fel fel fel', code: '000000' })).toMatchObject(refused)
    return performance.now() - began
  }
  // Turn about, and the quickest of each: what else the machine is doing meanwhile strikes both alike.
  const times: [number, number][] = []
  for (let i = 0; i < 12; i++) times.push([await took('caseworker.1'), await took('nobody')])
  const known = Math.min(...times.map(([time]) => time))
  const unknown = Math.min(...times.map(([, time]) => time))
  expect(unknown / known).toBeGreaterThan(0.5)
  expect(unknown / known).toBeLessThan(2)
})

test('the first administrator gets an account, and can sign in again', async () => {
  const own = await testDatabase()
  const empty = await testApp(own, () => new Date(clock), { accountKey: Buffer.alloc(32, 7) })
  const region = { code: 'XA', name: 'Provregionen', county: 'Provlän', fictive: false }
  await own.queries.insertInto('region').values(region).execute()
  const nothing = { seat: null, start_year: null, website: null, organisation_number: null, confidence: null, source: null }
  const association = { ...nothing, source_year: null, notes: null, id: world.associations[0], slug: 'prov', name: 'Prov', fictive: false }
  await own.queries.insertInto('association').values(association).execute()
  const token = await makeSetUpLink(own.queries, new Date(clock))
  const jar = cookieJar(empty)
  const { body } = await jar.send('POST', '/api/set-up', { token: token!, name: 'Ada Provgren', associationId: association.id })
  const userId = body.user!.id
  expect(await findStranded(own.queries)).toBe(userId)
  const accountToken = String(body.accountToken)
  const { letters } = (await jar.send('POST', '/api/account-link/open', { token: accountToken })).body as unknown as { letters: string }
  expect((await jar.send('POST', '/api/account-link/use', { token: accountToken, password, code: codeOf(letters) })).status).toBe(200)
  expect(await findStranded(own.queries)).toBe(undefined)
  const logged = own.queries.selectFrom('audit_event').select('user_id').where('endpoint', 'in', ['setUp', 'useAccountLink'])
  expect(await logged.execute()).toEqual([{ user_id: userId }, { user_id: userId }])
  await jar.send('POST', '/api/sign-out')
  clock += 60_000
  const again = await jar.send('POST', '/api/sign-in/local', { userId, password, code: codeOf(letters) })
  expect(again).toMatchObject({ status: 200, body: { user: { id: userId } } })
  await empty.close()
  await own.close()
})

test('where local accounts are off there is nothing to call', async () => {
  const without = await testApp(database, () => new Date(clock))
  expect((await cookieJar(without).send('POST', '/api/sign-in/local', { userId: 'x', password, code: '123456' })).status).toBe(404)
  expect((await cookieJar(without).send('POST', '/api/account-link/open', { token: 'x'.repeat(30) })).status).toBe(404)
  await without.close()
})
