import { createHash } from 'node:crypto'
import type { Queries } from '../../platform/database.ts'
import { breaksRule } from '../../platform/errors.ts'
import { stockholmDate } from '../../values/civilDate.ts'
import type { Locale } from '../../values/codeList.ts'
import type { Digest } from './contract.ts'

/** A code that has been sent holds for a day. */
const codeMs = 24 * 60 * 60 * 1000
/** Codes that one person may ask for on one day: an address may be another's. */
const mostAsks = 5

/** The hash under which a code is kept: of the person and the address too, so that it opens nothing else. */
export const hashCode = (userId: string, address: string, code: string): string =>
  createHash('sha256')
    .update(JSON.stringify([userId, address, code]))
    .digest('hex')

/** Where somebody's e-mail goes. `available` = whether this installation sends any. */
export async function findDigest(queries: Queries, userId: string, available: boolean): Promise<Digest> {
  const wish = await queries.selectFrom('digest_wish').selectAll().where('user_id', '=', userId).executeTakeFirst()
  const sent = await queries
    .selectFrom('digest_sent')
    .select((of) => of.fn.max('sent_at').as('at'))
    .where('user_id', '=', userId)
    .executeTakeFirst()
  const lastSentAt = sent?.at ? new Date(sent.at).toISOString() : null
  const language = (wish?.language ?? 'sv') as Locale
  if (!wish?.address) return { available, address: null, language, state: 'off', fault: null, lastSentAt }
  const waiting = wish.code_hash ? 'codeSent' : 'asked'
  const [state, fault] = [wish.confirmed_at ? 'on' : waiting, wish.fault as Digest['fault']] as const
  return { available, address: wish.address, language, state, fault, lastSentAt }
}

/** Notes where somebody wants e-mail; a code will be sent there. Throws `Refusal` 422 after five codes in a day. */
export async function addWish(
  queries: Queries,
  userId: string,
  { address, language }: { address: string; language: 'sv' | 'en' },
  now: Date,
): Promise<void> {
  const before = await queries.selectFrom('digest_wish').select(['asks', 'asked_at']).where('user_id', '=', userId).executeTakeFirst()
  const isSameDay = before && stockholmDate(new Date(before.asked_at)) === stockholmDate(now)
  const asks = isSameDay ? before.asks + 1 : 1
  if (asks > mostAsks) throw breaksRule('digest.tooManyCodes')
  const row = {
    ...{ address, language, asked_at: now.toISOString(), asks },
    ...{ code_hash: null, code_sent_at: null, confirmed_at: null, fault: null },
  }
  await queries
    .insertInto('digest_wish')
    .values({ user_id: userId, ...row })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(row))
    .execute()
}

/** Confirms the address by the code that was sent to it. Throws `Refusal` 422 when it is another code, or older than a day. */
export async function confirmWish(queries: Queries, userId: string, code: string, now: Date): Promise<void> {
  const wish = await queries.selectFrom('digest_wish').selectAll().where('user_id', '=', userId).executeTakeFirst()
  const isFresh = now.getTime() - Date.parse(wish?.code_sent_at ?? '1970-01-01') < codeMs
  if (!wish?.address || !isFresh || wish.code_hash !== hashCode(userId, wish.address, code))
    throw breaksRule('digest.wrongCode', {}, [{ where: 'body.code', key: 'digest.wrongCode' }])
  await queries
    .updateTable('digest_wish')
    .set({ confirmed_at: now.toISOString(), code_hash: null, code_sent_at: null, fault: null })
    .where('user_id', '=', userId)
    .execute()
}

/** Forgets where somebody's e-mail went. */
export async function endWish(queries: Queries, userId: string): Promise<void> {
  await queries
    .updateTable('digest_wish')
    .set({ address: null, code_hash: null, code_sent_at: null, confirmed_at: null, fault: null })
    .where('user_id', '=', userId)
    .execute()
  await queries.deleteFrom('digest_sent').where('user_id', '=', userId).execute()
}
