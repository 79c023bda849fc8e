import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig, type Config } from './platform/config.ts'
import { asker } from './platform/askAs.ts'
import type { Database } from './platform/database.ts'
import { Refusal } from './platform/errors.ts'
import { takeLock, type Lock } from './platform/lock.ts'
import { isLoopback } from './platform/loopback.ts'
import { openMailer } from './platform/mail.ts'
import type { MailConfig } from './platform/mailConfig.ts'
import { holdsPersons } from './platform/node.ts'
import { progress } from './platform/progress.ts'
import { translator } from './values/catalogue.ts'
import { buildApp } from './app.ts'
import { buildWeb } from './buildWeb.ts'
import { publishDemo } from './demo/publications.ts'
import { messages } from './messages.ts'
import { prepareDatabase } from './prepareDatabase.ts'
import { sweepAbandoned } from './participations/sweep.ts'
import { keySource } from './participations/identity/keys.ts'
import { keepPost } from './governance/digest/keepPost.ts'
import type { Post } from './governance/digest/post.ts'
import { keepAnchors } from './log/anchors.ts'
import { addAccountLink } from './access/local/linkStore.ts'
import { findStranded } from './access/local/store.ts'
import { accountKey, openVault } from './access/local/vault.ts'
import { accountAddress, setUpAddress } from './access/oneTimeAddress.ts'
import { sweepSessions } from './access/sessionStore.ts'
import { hasDemoData, makeSetUpLink } from './access/store.ts'

/** Starts Samlad: takes the folder, prepares database and page side by side, listens, and says what to try first. */
async function main(): Promise<void> {
  const config = readConfig(process.argv.slice(2), process.env)
  const say = progress()
  let lock: Lock | undefined
  if (!config.databaseUrl) lock = takeLock(config.dataFolder)
  const [database] = await Promise.all([prepareDatabase(config, say), buildWeb(say)])
  const loopback = isLoopback(config.host) && !config.trustProxy
  if (!loopback && (await database.as('samlad_service', undefined, hasDemoData)))
    throw new Refusal(409, 'access.demoOnLoopback', { host: config.host })
  const terminalToken = randomBytes(24).toString('hex')
  const now = (): Date => new Date()
  const key = config.localAccounts ? accountKey(config.accountKey, config.dataFolder) : undefined
  const app = await buildApp({
    database,
    now,
    terminalToken,
    loopback,
    node: config.node,
    trustProxy: config.trustProxy,
    provider: config.provider,
    accountKey: key,
    identityKeys: keySource(config.identityKeys),
    callsPerMinute: 600,
    openCallsPerWindow: config.openCallsPerWindow,
    logging: true,
    threshold: config.threshold,
    sendsMail: config.mail !== undefined,
  })
  const sweeping = sweepNowAndThen(database, now)
  const address = await app.listen({ host: config.host, port: config.port })
  const stop = writeTerminalFile(config, address, terminalToken)
  const sweepingDrafts = holdsPersons(config.node) ? sweepDaily(database) : undefined
  const endAnchors = await keepAnchors(database, join(config.dataFolder, 'anchors'), now, (error) =>
    console.error('Loggen kunde inte förankras:', error),
  )
  const endPost = config.mail && keepPost(postOf(config.mail, { database, ask: asker(app, terminalToken) }), now, sayMailFault)
  const shown = address.replace('127.0.0.1', 'localhost')
  say(`Klart. Öppna ${shown}`)
  await sayWhatToTry(config, shown, say, await database.as('samlad_service', undefined, (queries) => makeSetUpLink(queries, now())))
  if (loopback && config.demoPublications && (await database.as('samlad_service', undefined, hasDemoData)))
    void publishDemo(app, terminalToken).catch((error: unknown) =>
      console.error('Demons publiceringar blev inte klara:', (error as Error).message),
    )
  if (key && !config.provider) await helpStranded(database, key, shown, say, now())
  const leave = async (): Promise<void> => {
    stop()
    clearInterval(sweeping)
    clearInterval(sweepingDrafts)
    endPost?.()
    await app.close()
    await endAnchors()
    await database.close()
    lock?.release()
    process.exit(0)
  }
  process.on('SIGINT', () => void leave())
  process.on('SIGTERM', () => void leave())
}

/** Sweeps now and once a day; a sweep that fails is told and tried again the next day. The embedded database has nobody else to count its rows and tidy its pages. */
function sweepDaily(database: Database): NodeJS.Timeout {
  const sweep = (): void => {
    sweepAbandoned(database, new Date())
      .then(() => (database.kind === 'pglite' ? database.script('vacuum (analyze)') : undefined))
      .catch((error: unknown) => console.error('Städningen misslyckades:', (error as Error).message))
  }
  sweep()
  return setInterval(sweep, 24 * 60 * 60 * 1000)
}

/** Sessions that are over are removed also when nobody signs in. */
function sweepNowAndThen(database: Database, now: () => Date): NodeJS.Timeout {
  const sweep = (): void => void database.as('samlad_service', undefined, (queries) => sweepSessions(queries, now())).catch(() => undefined)
  sweep()
  return setInterval(sweep, 15 * 60 * 1000).unref()
}

/** What a way out of e-mail is made of. */
function postOf(config: MailConfig, given: Pick<Post, 'database' | 'ask'>): Post {
  const translate = { sv: translator(messages, 'sv'), en: translator(messages, 'en') }
  return { ...given, mailer: openMailer(config), site: config.site, translate }
}

const sayMailFault = (error: unknown): void => console.error('E-posten kunde inte skickas:', (error as Error).message)

/** An administrator without an account gets the link to one from whoever starts the server. */
async function helpStranded(database: Database, key: Buffer, address: string, say: (line: string) => void, now: Date): Promise<void> {
  const link = await database.as('samlad_service', undefined, async (queries) => {
    const userId = await findStranded(queries)
    return userId && { userId, token: await addAccountLink(queries, openVault(key), userId, { basis: 'office', placeId: null }, now) }
  })
  if (link) say(`${link.userId} har inget konto än. Länk som gäller en gång: ${accountAddress(address, link.token)}`)
}

async function sayWhatToTry(config: Config, address: string, say: (line: string) => void, link: string | undefined): Promise<void> {
  if (link) {
    say(`Första administratören kommer igång här (länken gäller en gång): ${setUpAddress(address, link)}`)
    if (!config.provider && !config.localAccounts)
      say('Obs: utan inloggningstjänst eller SAMLAD_LOCAL_ACCOUNTS=1 går det inte att logga in igen efteråt.')
    return
  }
  if (config.empty) return
  say('Prova först: välj en demoperson under ”Logga in”, öppna sedan Uppföljning eller Importera.')
  say('Allt utom registret över Sverige är PÅHITTADE DATA. Avsluta med Ctrl+C.')
}

/** Lets the command line on this machine talk to the running server; readable by the owner alone. Gives the remover. */
function writeTerminalFile(config: Config, address: string, token: string): () => void {
  const path = join(config.dataFolder, 'terminal.json')
  mkdirSync(config.dataFolder, { recursive: true, mode: 0o700 })
  writeFileSync(path, JSON.stringify({ address, token }), { mode: 0o600 })
  chmodSync(path, 0o600)
  return () => rmSync(path, { force: true })
}

main().catch((error: unknown) => {
  const text = translator(messages, 'sv')
  const code = (error as NodeJS.ErrnoException).code
  if (error instanceof Refusal) console.error(text(error.key, error.args))
  else if (code === 'EADDRINUSE') console.error('Porten är upptagen. Välj en annan med --port.')
  else console.error(error)
  process.exit(1)
})
