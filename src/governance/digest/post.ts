import { randomInt } from 'node:crypto'
import { closeTerminalSessions } from '../../access/sessionStore.ts'
import { findPrincipal } from '../../access/store.ts'
import { isWorkingDay } from '../../applications/workingDays.ts'
import type { AskAs } from '../../platform/askAs.ts'
import type { Database, Queries } from '../../platform/database.ts'
import { MailFault, type Mail, type Mailer } from '../../platform/mail.ts'
import { associationsOf, controllersOf } from '../../platform/scope.ts'
import type { Translate } from '../../values/catalogue.ts'
import { stockholmDate } from '../../values/civilDate.ts'
import type { Locale } from '../../values/codeList.ts'
import { getMemberDesk } from '../members/contract.ts'
import { waitingAt } from '../members/waiting.ts'
import { getNotices } from '../notices/contract.ts'
import { noticeReaders } from '../notices/readers.ts'
import { fingerprints, isWorthTelling, writeDigest, type Waiting } from './digest.ts'
import { hashCode } from './wishStore.ts'

/** What it takes to send. */
export interface Post {
  database: Database
  mailer: Mailer
  ask: AskAs
  /** Address of the installation, without a slash at the end. */
  site: string
  translate: Record<Locale, Translate>
}

/** The hour of the day, in Sweden, from which the day's e-mail is sent. */
const fromHour = 7
/** How long it is tried again to reach a server for a code, in milliseconds. */
const tryMs = 60 * 60 * 1000

const asService = <T>({ database }: Post, work: (queries: Queries) => Promise<T>): Promise<T> =>
  database.as('samlad_service', undefined, work)

/** Sends the codes that are asked for. One that cannot be sent now is tried again for an hour; what went wrong is told on the page of who asked. */
export async function sendCodes(post: Post, now: Date): Promise<void> {
  const waiting = await asService(post, (queries) =>
    queries
      .selectFrom('digest_wish')
      .selectAll()
      .where('address', 'is not', null)
      .where('code_hash', 'is', null)
      .where('confirmed_at', 'is', null)
      .where((where) => where.or([where('fault', 'is', null), where('fault', '=', 'unreachable')]))
      .where('asked_at', '>', new Date(now.getTime() - tryMs).toISOString())
      .execute(),
  )
  for (const { user_id, address, language, asked_at } of waiting) {
    const code = String(randomInt(0, 100_000_000)).padStart(8, '0')
    const t = post.translate[language as Locale]
    const text = t('digest.codeMail', { code: `${code.slice(0, 4)} ${code.slice(4)}`, address: `${post.site}/konto/e-post` })
    const fault = await trySending(post, { to: address!, subject: t('digest.codeSubject'), text })
    const made = fault ? { fault } : { fault, code_hash: hashCode(user_id, address!, code), code_sent_at: now.toISOString() }
    await asService(post, (queries) =>
      // Not when another address has been given meanwhile.
      queries.updateTable('digest_wish').set(made).where('user_id', '=', user_id).where('asked_at', '=', asked_at).execute(),
    )
  }
}

/** Looks through what waits for everybody who has asked for it, once each working day from seven o'clock, and sends what is new. Gives how many e-mails left. Throws the first fault when all have been tried. */
export async function sendDigests(post: Post, now: Date): Promise<number> {
  const today = stockholmDate(now)
  if (!isWorkingDay(today) || stockholmHour(now) < fromHour) return 0
  const wishes = await asService(post, async (queries) => {
    await forgetLeavers(queries, today)
    return queries
      .selectFrom('digest_wish as w')
      .select(['w.user_id', 'w.address', 'w.language'])
      .where('w.confirmed_at', 'is not', null)
      .where((where) => where.or([where('w.fault', 'is', null), where('w.fault', '=', 'unreachable')]))
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('digest_sent as s').select('s.day').whereRef('s.user_id', '=', 'w.user_id').where('s.day', '=', today))),
      )
      .orderBy('w.user_id')
      .execute()
  })
  let sent = 0
  const faults: unknown[] = []
  for (const { user_id: userId, address, language } of wishes)
    try {
      if (await sendOne(post, { userId, address: address!, language: language as Locale }, now)) sent++
    } catch (fault) {
      // One for whom it goes wrong does not take it from the others.
      faults.push(fault)
    }
  if (faults.length > 0) throw faults[0]
  return sent
}

/** Whether an e-mail left. The day's row is written first: of two servers one sends, and one that dies in between sends nothing twice. */
async function sendOne(
  post: Post,
  { userId, address, language }: { userId: string; address: string; language: Locale },
  now: Date,
): Promise<boolean> {
  const today = stockholmDate(now)
  const places = await waitingFor(post, userId, now)
  const told = fingerprints(places)
  const { isFirst, before } = await asService(post, async (queries) => {
    const last = await queries
      .selectFrom('digest_sent')
      .select('told')
      .where('user_id', '=', userId)
      .orderBy('day', 'desc')
      .limit(1)
      .execute()
    const row = { user_id: userId, day: today, told, sent_at: null }
    const made = await queries
      .insertInto('digest_sent')
      .values(row)
      .onConflict((on) => on.doNothing())
      .returning('day')
      .execute()
    return { isFirst: made.length > 0, before: last[0]?.told ?? [] }
  })
  if (!isFirst || !isWorthTelling(told, before, today)) return false
  const fault = await trySending(post, { to: address, ...writeDigest(post.translate[language], post.site, places) })
  await asService(post, async (queries) => {
    await queries.updateTable('digest_wish').set({ fault }).where('user_id', '=', userId).where('address', '=', address).execute()
    const set = { sent_at: now.toISOString() }
    if (!fault) await queries.updateTable('digest_sent').set(set).where('user_id', '=', userId).where('day', '=', today).execute()
    // Tried again at the next round.
    if (fault === 'unreachable') await queries.deleteFrom('digest_sent').where('user_id', '=', userId).where('day', '=', today).execute()
  })
  return !fault
}

/** What waits for somebody, asked for through the walls as that person would; nothing when the employment or the roles have ended. */
async function waitingFor(post: Post, userId: string, now: Date): Promise<Waiting[]> {
  const places = await asService(post, (queries) => placesOf(queries, userId, now))
  try {
    return await askThere(post, userId, places)
  } finally {
    // Else the person would find sessions on the account's page that nobody has begun.
    await asService(post, (queries) => closeTerminalSessions(queries, userId, now))
  }
}

async function askThere(post: Post, userId: string, { offices, members }: Awaited<ReturnType<typeof placesOf>>): Promise<Waiting[]> {
  const places: Waiting[] = []
  for (const { id, slug } of offices) {
    const { associationName, fictive, notices } = await post.ask(userId, getNotices, { params: { associationId: id } })
    places.push({ place: associationName, fictive, page: `/forbund/${slug}/att-gora`, notices })
  }
  for (const controllerId of members) {
    const desk = await post.ask(userId, getMemberDesk, { params: { controllerId } })
    places.push({ place: desk.organisationName, fictive: desk.fictive, page: '/medlem', notices: waitingAt(desk) })
  }
  return places
}

/** The associations and members in which somebody has to do with what may wait. */
async function placesOf(queries: Queries, userId: string, now: Date) {
  const assignments = (await findPrincipal(queries, userId, now))?.assignments ?? []
  const ids = associationsOf({ assignments }, noticeReaders)
  const offices =
    ids.length > 0 ? await queries.selectFrom('association').select(['id', 'slug']).where('id', 'in', ids).orderBy('name').execute() : []
  return { offices, members: controllersOf({ assignments }, ['memberEditor']) }
}

/** What went wrong, or null. */
async function trySending({ mailer }: Post, mail: Mail): Promise<'refused' | 'unreachable' | null> {
  try {
    await mailer.send(mail)
    return null
  } catch (thrown) {
    if (!(thrown instanceof MailFault)) throw thrown
    return thrown.kind
  }
}

/** The address of whoever is no longer employed is forgotten. */
async function forgetLeavers(queries: Queries, today: string): Promise<void> {
  const left = queries.selectFrom('app_user').select('id').where('employed_until', '<', today)
  await queries.deleteFrom('digest_sent').where('user_id', 'in', left).execute()
  await queries.deleteFrom('digest_wish').where('user_id', 'in', left).execute()
}

const stockholmHour = (now: Date): number =>
  Number(new Intl.DateTimeFormat('en-GB', { hour: 'numeric', hourCycle: 'h23', timeZone: 'Europe/Stockholm' }).format(now))
