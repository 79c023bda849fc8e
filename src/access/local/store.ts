import type { Queries } from '../../platform/database.ts'
import { closeSessionsOf } from '../sessionStore.ts'
import { hashToken } from '../store.ts'
import { standingRoles } from './linkStore.ts'
import { covers, type Basis } from './order.ts'
import type { Vault } from './vault.ts'

/** So many attempts go wrong before the name is shut for a while. */
const FREE_ATTEMPTS = 5
const SHUT_MS = 15 * 60 * 1000
const FORGET_MS = 24 * 60 * 60 * 1000

/** A link that is still good: for whom, and the key of the one-time codes. */
export async function findAccountLink(queries: Queries, vault: Vault, token: string, now: Date) {
  const row = await queries
    .selectFrom('account_link as l')
    .innerJoin('app_user as u', 'u.id', 'l.user_id')
    .select(['u.id', 'l.totp_secret'])
    .where('l.token_hash', '=', hashToken(token))
    .where('l.expires_at', '>', now.toISOString())
    .executeTakeFirst()
  return row && { userId: row.id, sealed: row.totp_secret, secret: vault.unseal(row.id, row.totp_secret) }
}

/**
 * Spends a link and makes the account, in the place of any earlier; every session of the person ends. `false` when the link is gone, was
 * opened anew, or was made by the word of somebody who could not make it for the roles that the person holds now.
 */
export async function addAccount(
  queries: Queries,
  token: string,
  account: { userId: string; passwordHash: string; step: number; sealed: Uint8Array },
  now: Date,
): Promise<boolean> {
  const link = await queries.deleteFrom('account_link').where('token_hash', '=', hashToken(token)).returningAll().executeTakeFirst()
  if (link?.user_id !== account.userId) return false
  // Opened again meanwhile: the code was tried with a key that is no longer the link's.
  if (!Buffer.from(link.totp_secret).equals(account.sealed)) return false
  const order = { basis: link.basis as Basis, placeId: link.place_id, places: link.places }
  if (!(await standingRoles(queries, link.user_id, now)).every((role) => covers(order, role))) return false
  await queries.deleteFrom('local_account').where('user_id', '=', account.userId).execute()
  await queries
    .insertInto('local_account')
    .values({
      ...{ user_id: account.userId, password_hash: account.passwordHash, totp_secret: link.totp_secret, totp_step: account.step },
      ...{ made_at: now.toISOString(), basis: link.basis, place_id: link.place_id, places: link.places },
    })
    .execute()
  await closeSessionsOf(queries, account.userId)
  await forgetFailures(queries, account.userId)
  return true
}

/** Whether there is somebody of that user name. */
export async function isPerson(queries: Queries, userId: string): Promise<boolean> {
  return (await queries.selectFrom('app_user').select('id').where('id', '=', userId).executeTakeFirst()) !== undefined
}

/** A local account by user name. */
export async function findAccount(queries: Queries, userId: string) {
  return queries.selectFrom('local_account').selectAll().where('user_id', '=', userId).executeTakeFirst()
}

/** Spends a one-time code: `false` when that code, or a later one, has been used. */
export async function spendStep(queries: Queries, userId: string, step: number): Promise<boolean> {
  const changed = await queries
    .updateTable('local_account')
    .set({ totp_step: step })
    .where('user_id', '=', userId)
    .where('totp_step', '<', step)
    .returning('user_id')
    .executeTakeFirst()
  return changed !== undefined
}

/**
 * Counts an attempt as failed before it is tried, so that many at once are no more than many in a row. Names that do not exist are
 * counted alike. @returns whether the attempt may be tried
 */
export async function countAttempt(queries: Queries, name: string, now: Date): Promise<boolean> {
  const name_hash = hashToken(name)
  const last_at = now.toISOString()
  const forgotten = new Date(now.getTime() - FORGET_MS).toISOString()
  await queries.deleteFrom('failed_sign_in').where('last_at', '<', forgotten).execute()
  await queries
    .insertInto('failed_sign_in')
    .values({ name_hash, failures: 0, last_at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await queries
    .selectFrom('failed_sign_in')
    .selectAll()
    .where('name_hash', '=', name_hash)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (row.failures >= FREE_ATTEMPTS && now.getTime() - Date.parse(row.last_at) < SHUT_MS) return false
  await queries
    .updateTable('failed_sign_in')
    .set({ failures: row.failures + 1, last_at })
    .where('name_hash', '=', name_hash)
    .execute()
  return true
}

/** Begins the count anew after a sign-in that went well. */
export async function forgetFailures(queries: Queries, name: string): Promise<void> {
  await queries.deleteFrom('failed_sign_in').where('name_hash', '=', hashToken(name)).execute()
}

/** Somebody employed by the controller. */
export async function isEmployedBy(queries: Queries, userId: string, controllerId: string): Promise<boolean> {
  const found = await queries
    .selectFrom('app_user')
    .select('id')
    .where('id', '=', userId)
    .where('employer_id', '=', controllerId)
    .executeTakeFirst()
  return found !== undefined
}

/** A system administrator who has no way to sign in: there is no account at all. For the terminal of whoever starts the server. */
export async function findStranded(queries: Queries): Promise<string | undefined> {
  if (await queries.selectFrom('local_account').select('user_id').limit(1).executeTakeFirst()) return undefined
  const found = await queries
    .selectFrom('role_assignment')
    .select('user_id')
    .where('role', '=', 'systemAdministrator')
    .orderBy('valid_from')
    .executeTakeFirst()
  return found?.user_id
}
