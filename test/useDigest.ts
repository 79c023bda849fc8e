import { digestMessages } from '../src/governance/digest/digestMessages.ts'
import { confirmDigest, endDigest, wishDigest } from '../src/governance/digest/contract.ts'
import { sendCodes, type Post } from '../src/governance/digest/post.ts'
import { asker } from '../src/platform/askAs.ts'
import { call } from '../src/platform/call.ts'
import { openMailer } from '../src/platform/mail.ts'
import { translator } from '../src/values/catalogue.ts'
import { TERMINAL_TOKEN } from './api.ts'
import { startMailServer, textOf, type MailServer } from './mailServer.ts'
import type { ImportBench } from './participations.ts'

/** What sends through a mail server of this machine, in the names of the persons of an application. */
export function postThrough(server: MailServer, { database, app }: Pick<ImportBench, 'database' | 'app'>): Post {
  const from = { login: undefined, from: 'samlad@exempel.se', site: 'https://x.se' }
  const translate = { sv: translator(digestMessages, 'sv'), en: translator(digestMessages, 'en') }
  const mailer = openMailer({ ...from, host: '127.0.0.1', port: server.port, security: 'none' })
  return { database, mailer, ask: asker(app, TERMINAL_TOKEN), site: from.site, translate }
}

/** The code of the last e-mail that came. */
export const codeSent = (server: MailServer): string => /\d{4} \d{4}/.exec(textOf(server.received.at(-1)!))![0]

/** Asks for e-mail as whoever is signed in, gives the code that came, and stops it again. */
export async function useDigest(bench: ImportBench): Promise<void> {
  const server = await startMailServer()
  await call(wishDigest, { body: { address: 'nagon@exempel.se', language: 'sv' } })
  await sendCodes(postThrough(server, bench), new Date('2026-11-22T10:00:00Z'))
  await call(confirmDigest, { body: { code: codeSent(server) } })
  await call(endDigest)
  await server.stop()
}
