import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startMailServer, textOf, type MailServer } from '../../test/mailServer.ts'
import { openMailer } from './mail.ts'
import { readMail, type MailConfig } from './mailConfig.ts'

const given = {
  ...{ SAMLAD_SMTP_HOST: '127.0.0.1', SAMLAD_SMTP_PORT: '2525', SAMLAD_SMTP_SECURITY: 'none', SAMLAD_SMTP_FROM: 'samlad@exempel.se' },
  SAMLAD_ADDRESS: 'http://localhost:7210/',
}

describe('the settings of e-mail', () => {
  test('are none without a host', () => expect(readMail({ ...given, SAMLAD_SMTP_HOST: undefined })).toBeUndefined())
  test('are read, and links have no slash too many', () =>
    expect(readMail(given)).toEqual({
      ...{ host: '127.0.0.1', port: 2525, security: 'none', login: undefined, from: 'samlad@exempel.se', site: 'http://localhost:7210' },
    }))
  test('are encrypted unless said, on the usual ports', () => {
    const usual = { ...given, SAMLAD_SMTP_HOST: 'smtp.exempel.se', SAMLAD_SMTP_PORT: undefined }
    expect(readMail({ ...usual, SAMLAD_SMTP_SECURITY: undefined })).toMatchObject({ security: 'starttls', port: 587 })
    expect(readMail({ ...usual, SAMLAD_SMTP_SECURITY: 'tls' })).toMatchObject({ security: 'tls', port: 465 })
  })
  test.each([
    ['an open way to another machine', { SAMLAD_SMTP_HOST: 'smtp.exempel.se' }],
    ['no sender', { SAMLAD_SMTP_FROM: '' }],
    ['no address for links', { SAMLAD_ADDRESS: '' }],
    ['an open address for links', { SAMLAD_ADDRESS: 'http://samlad.exempel.se' }],
    ['a port that is none', { SAMLAD_SMTP_PORT: '70000' }],
    ['a user without a password', { SAMLAD_SMTP_USER: 'samlad' }],
    ['a password without a user', { SAMLAD_SMTP_PASSWORD: 'hemligt' }],
    ['a security that is none', { SAMLAD_SMTP_SECURITY: 'maybe' }],
  ])('%s is refused', (_, wrong) => expect(() => readMail({ ...given, ...wrong })).toThrow(RangeError))
})

describe('a mail server', () => {
  let server: MailServer
  const config = (more: Partial<MailConfig> = {}): MailConfig => ({ ...readMail(given)!, port: server.port, ...more })
  const mail = { to: 'disa@exempel.se', subject: 'Räksmörgås – på ö', text: 'Hej!\n\nÅäö, och en rad som är lång.\n' }
  beforeAll(async () => {
    server = await startMailServer()
  })
  afterAll(() => server.stop())

  test('gets what is sent, as it is written', async () => {
    await openMailer(config()).send(mail)
    const [came] = server.received
    expect(came!.to).toEqual(['disa@exempel.se'])
    expect(textOf(came!).trimEnd()).toBe(mail.text.trimEnd())
    expect(came!.raw).toMatch(/^auto-submitted: auto-generated/im)
  })
  test('that knows no such mailbox has refused it for good', async () => {
    server.refused.add('nobody@exempel.se')
    const sending = openMailer(config()).send({ ...mail, to: 'nobody@exempel.se' })
    await expect(sending).rejects.toMatchObject({ kind: 'refused' })
    await expect(sending).rejects.not.toThrow(/nobody/)
  })
  test('that is not there is out of reach', async () => {
    const gone = await startMailServer()
    await gone.stop()
    await expect(openMailer(config({ port: gone.port })).send(mail)).rejects.toMatchObject({ kind: 'unreachable' })
  })
  test('that offers no encryption, or a certificate that nobody knows, is told nothing', async () => {
    const before = server.received.length
    await expect(openMailer(config({ security: 'starttls' })).send(mail)).rejects.toMatchObject({ kind: 'unreachable' })
    const strange = await startMailServer({ disabledCommands: [] })
    await expect(openMailer(config({ security: 'starttls', port: strange.port })).send(mail)).rejects.toMatchObject({ kind: 'unreachable' })
    expect(strange.received).toEqual([])
    expect(server.received.length).toBe(before)
    await strange.stop()
  })
  test('that asks who it is gets user and password', async () => {
    const asked: unknown[] = []
    const strict = await startMailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth({ username, password }, _session, answer) {
        asked.push([username, password])
        answer(null, { user: username })
      },
    })
    await openMailer(config({ port: strict.port, login: { user: 'samlad', password: 'hemligt' } })).send(mail)
    expect(asked).toEqual([['samlad', 'hemligt']])
    expect(strict.received).toHaveLength(1)
    await strict.stop()
  })
})
