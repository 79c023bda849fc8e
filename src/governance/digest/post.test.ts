import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildWorld, testApp, transportAs, world } from '../../../test/api.ts'
import { testDatabase } from '../../../test/database.ts'
import { startMailServer, textOf, type MailServer } from '../../../test/mailServer.ts'
import { refusal } from '../../../test/participations.ts'
import { codeSent, postThrough } from '../../../test/useDigest.ts'
import { stepped, wholeApplication } from '../../../test/useApplications.ts'
import * as applications from '../../applications/contract.ts'
import { stableId } from '../../associations/register.ts'
import { call, useTransport } from '../../platform/call.ts'
import type { Database } from '../../platform/database.ts'
import { openMailer } from '../../platform/mail.ts'
import { confirmDigest, endDigest, getDigest, wishDigest } from './contract.ts'
import { sendCodes, sendDigests, type Post } from './post.ts'

let database: Database
let app: FastifyInstance
let server: MailServer
let post: Post
/** A Tuesday at eleven in Sweden, while the application below is submitted. */
let now = new Date('2026-01-13T10:00:00Z')
const [associationId] = world.associations
const as = (user: string): void => useTransport(transportAs(app, user))
const wish = { address: 'office@exempel.se', language: 'sv' as const }
const one = { params: { associationId, applicationId: stableId('application that is told of') } }
const at = (instant: string): Date => (now = new Date(instant))

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  app = await testApp(database, () => now, { sendsMail: true })
  server = await startMailServer()
  post = postThrough(server, { database, app })
  as('associationadmin.1')
  await call(applications.beginApplication, { params: { associationId }, body: { ...wholeApplication, id: one.params.applicationId } })
  await call(applications.stepApplication, { ...one, body: { ...stepped('submit', 1), dated: '2026-01-12', meetingOn: '2026-02-20' } })
})
afterAll(async () => {
  await app.close()
  await database.close()
  await server.stop()
})
beforeEach(() => void (server.received.length = 0))

describe('an address', () => {
  test('gets a code and nothing else until the code has come back', async () => {
    expect(await call(getDigest)).toMatchObject({ available: true, state: 'off', address: null })
    expect(await call(wishDigest, { body: wish })).toMatchObject({ state: 'asked', address: wish.address })
    expect(await sendDigests(post, now)).toBe(0)
    await sendCodes(post, now)
    expect(server.received.map(({ to }) => to)).toEqual([[wish.address]])
    expect(await call(getDigest)).toMatchObject({ state: 'codeSent' })
    await sendCodes(post, now)
    expect(server.received).toHaveLength(1)
    expect(await sendDigests(post, now)).toBe(0)
  })
  test('is not confirmed by another code, by another person, or a day later', async () => {
    await call(wishDigest, { body: wish })
    await sendCodes(post, now)
    const code = codeSent(server)
    const other = code === '0000 0000' ? '1111 1111' : '0000 0000'
    expect(await refusal(call(confirmDigest, { body: { code: other } }))).toMatchObject({ status: 422, key: 'digest.wrongCode' })
    as('boardmember.1')
    expect(await refusal(call(confirmDigest, { body: { code } }))).toMatchObject({ status: 422 })
    as('associationadmin.1')
    at('2026-01-14T10:00:01Z')
    expect(await refusal(call(confirmDigest, { body: { code } }))).toMatchObject({ status: 422 })
    at('2026-01-13T11:00:00Z')
    expect(await call(confirmDigest, { body: { code } })).toMatchObject({ state: 'on', address: wish.address })
    expect(await refusal(call(confirmDigest, { body: { code } }))).toMatchObject({ status: 422 })
  })
  test('that is changed gets a code anew, at most five a day, and nothing is sent to the one before', async () => {
    for (const n of [3, 4, 5]) await call(wishDigest, { body: { ...wish, address: `other${n}@exempel.se` } })
    expect(await refusal(call(wishDigest, { body: wish }))).toMatchObject({ status: 422, key: 'digest.tooManyCodes' })
    expect(await sendDigests(post, now)).toBe(0)
    at('2026-01-14T06:30:00Z')
    await confirmed()
  })
  test('that is none, and a code that is none, are told at their field', async () => {
    expect((await refusal(call(wishDigest, { body: { ...wish, address: 'exempel' } }))).faults).toMatchObject([{ where: 'body.address' }])
    expect((await refusal(call(confirmDigest, { body: { code: '12' } }))).faults).toMatchObject([{ where: 'body.code' }])
  })
})

/** Has the office's address confirmed. */
async function confirmed(): Promise<void> {
  as('associationadmin.1')
  await call(wishDigest, { body: wish })
  await sendCodes(post, now)
  await call(confirmDigest, { body: { code: codeSent(server) } })
  server.received.length = 0
}

async function sessionsBegunNow(): Promise<number> {
  const begun = database.queries.selectFrom('session').select('id').where('created_at', '=', now.toISOString())
  return (await begun.execute()).length
}

describe('what waits is told', () => {
  test('once a day, with the link to the list and no name of what it is about', async () => {
    expect(await sendDigests(post, now)).toBe(1)
    expect(await sendDigests(post, now)).toBe(0)
    const [mail] = server.received
    expect(mail!.to).toEqual([wish.address])
    const text = textOf(mail!)
    expect(text).toContain(
      'Provförbundet 1: 1 sak att göra\n- Ansökan som medlemmar inte har svarat på: 1\nhttps://x.se/forbund/prov-1/att-gora',
    )
    expect(mail!.raw + text).not.toContain(wholeApplication.name)
    expect((await call(getDigest)).lastSentAt).toBe(now.toISOString())
  })
  test('not before seven in Sweden, nor on a day that is no working day', async () => {
    at('2026-01-15T05:59:00Z')
    expect(await sendDigests(post, now)).toBe(0)
    at('2026-01-17T10:00:00Z')
    expect(await sendDigests(post, now)).toBe(0)
  })
  test('not the next day when nothing is new, but on Monday when it still waits', async () => {
    at('2026-01-15T10:00:00Z')
    expect(await sendDigests(post, now)).toBe(0)
    at('2026-01-19T10:00:00Z')
    expect(await sendDigests(post, now)).toBe(1)
  })
  test('when something has become late', async () => {
    at('2026-02-24T10:00:00Z')
    expect(await sendDigests(post, now)).toBe(1)
    expect(textOf(server.received[0]!)).toContain('2 saker att göra, 1 försenade')
  })
  test('in the language that was asked for, and of an association where one has a role alone', async () => {
    as('boardmember.2')
    await call(wishDigest, { body: { address: 'board@exempel.se', language: 'en' } })
    await sendCodes(post, now)
    expect(textOf(server.received[0]!)).toContain('Somebody signed in to Samlad')
    await call(confirmDigest, { body: { code: codeSent(server) } })
    server.received.length = 0
    expect(await sendDigests(post, now)).toBe(0)
    expect(server.received).toEqual([])
  })
  test('again later when the mail server was out of reach, and nothing is told twice', async () => {
    at('2026-03-02T10:00:00Z')
    const gone = await startMailServer()
    await gone.stop()
    const away = openMailer({ host: '127.0.0.1', port: gone.port, security: 'none', login: undefined, from: 'a@b.se', site: '' })
    expect(await sendDigests({ ...post, mailer: away }, now)).toBe(0)
    as('associationadmin.1')
    expect(await call(getDigest)).toMatchObject({ state: 'on', fault: 'unreachable' })
    expect(await sendDigests(post, now)).toBe(1)
    expect(await sendDigests(post, now)).toBe(0)
    expect(await call(getDigest)).toMatchObject({ fault: null })
  })
  test('to an address that is refused no more, and the page says so', async () => {
    server.refused.add(wish.address)
    at('2026-03-09T10:00:00Z')
    expect(await sendDigests(post, now)).toBe(0)
    expect(await call(getDigest)).toMatchObject({ fault: 'refused' })
    at('2026-03-16T10:00:00Z')
    expect(await sendDigests(post, now)).toBe(0)
    server.refused.clear()
    await confirmed()
    expect(await sendDigests(post, now)).toBe(1)
  })
  test('by no session that the person would find on the own page', async () => {
    at('2026-03-23T10:00:00Z')
    expect(await sendDigests(post, now)).toBe(1)
    expect(await sessionsBegunNow()).toBe(0)
  })
  test('by no such session either when it breaks off', async () => {
    at('2026-03-24T10:00:00Z')
    const breaks: Post['ask'] = async (...asked) => {
      await post.ask(...asked)
      throw new Error('broken off')
    }
    await expect(sendDigests({ ...post, ask: breaks }, now)).rejects.toThrow('broken off')
    expect(await sessionsBegunNow()).toBe(0)
  })
  test('to a member’s editor too, where records of persons take a surer sign-in than the server has', async () => {
    const nowhere = new URL('https://sign-in.exempel.se')
    const service = {
      issuer: nowhere,
      clientId: 'samlad',
      clientSecret: 'x',
      claim: 'sub',
      scope: 'openid',
      name: 'Prov',
      redirect: 'https://x.se/svar',
    }
    const strict = await testApp(database, () => now, { sendsMail: true, provider: { ...service, acr: ['loa3'] } })
    as('membereditor.1')
    await call(wishDigest, { body: { address: 'member@exempel.se', language: 'sv' } })
    await sendCodes(post, now)
    await call(confirmDigest, { body: { code: codeSent(server) } })
    server.received.length = 0
    expect(await sendDigests(postThrough(server, { database, app: strict }), now)).toBe(1)
    expect(server.received.map(({ to }) => to)).toEqual([['member@exempel.se']])
    await call(endDigest)
    await strict.close()
    as('associationadmin.1')
  })
  test('no more after that was asked, and the address is gone', async () => {
    expect(await call(endDigest)).toMatchObject({ state: 'off', address: null, lastSentAt: null })
    at('2026-03-30T10:00:00Z')
    expect(await sendDigests(post, now)).toBe(0)
    expect(JSON.stringify(await database.queries.selectFrom('digest_wish').selectAll().execute())).not.toContain(wish.address)
  })
  test('to nobody whose employment has ended, and the address is forgotten', async () => {
    await confirmed()
    await database.queries.updateTable('app_user').set({ employed_until: '2026-03-30' }).where('id', '=', 'associationadmin.1').execute()
    at('2026-04-07T10:00:00Z')
    expect(await sendDigests(post, now)).toBe(0)
    const left = await database.queries.selectFrom('digest_wish').select('user_id').where('user_id', '=', 'associationadmin.1').execute()
    expect(left).toEqual([])
  })
})

describe('an installation that sends no e-mail', () => {
  test('says so, and takes no address', async () => {
    const silent = await testApp(database, () => now)
    useTransport(transportAs(silent, 'auditor.1'))
    expect(await call(getDigest)).toMatchObject({ available: false, state: 'off' })
    expect(await refusal(call(wishDigest, { body: wish }))).toMatchObject({ status: 422, key: 'digest.noMail' })
    await silent.close()
  })
})
