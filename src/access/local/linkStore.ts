import { randomUUID } from 'node:crypto'
import type { Queries } from '../../platform/database.ts'
import type { Role } from '../../platform/role.ts'
import { stockholmDate } from '../../values/civilDate.ts'
import { closeSessionsOf, newSecret } from '../sessionStore.ts'
import { hashToken } from '../store.ts'
import { standing } from '../staff/domain.ts'
import { newTotpSecret } from './oneTimeCode.ts'
import { covers, type Basis, type Order, type PlacedRole } from './order.ts'
import type { Vault } from './vault.ts'

const LINK_MS = 72 * 60 * 60 * 1000

/** Makes the one-time link of a local account, in the place of any earlier, and gives its secret. */
export async function addAccountLink(queries: Queries, vault: Vault, userId: string, order: Order, now: Date): Promise<string> {
  const token = newSecret()
  await queries.deleteFrom('account_link').where('user_id', '=', userId).execute()
  await queries
    .insertInto('account_link')
    .values({
      ...{ token_hash: hashToken(token), user_id: userId, totp_secret: vault.seal(userId, newTotpSecret()) },
      ...{ basis: order.basis, place_id: order.placeId, places: [...(order.places ?? [])] },
      expires_at: new Date(now.getTime() + LINK_MS).toISOString(),
    })
    .execute()
  return token
}

/**
 * Opens a link: for whom it is, and a key of one-time codes made anew. The last opening counts, so that a key that was seen by somebody who
 * had the link on its way is worth nothing once the person has opened it. `undefined` when the link is gone.
 */
export async function openLink(queries: Queries, vault: Vault, token: string, now: Date) {
  const row = await queries
    .selectFrom('account_link as l')
    .innerJoin('app_user as u', 'u.id', 'l.user_id')
    .select(['u.id', 'u.name'])
    .where('l.token_hash', '=', hashToken(token))
    .where('l.expires_at', '>', now.toISOString())
    .executeTakeFirst()
  if (!row) return undefined
  const secret = newTotpSecret()
  const totp_secret = vault.seal(row.id, secret)
  await queries.updateTable('account_link').set({ totp_secret }).where('token_hash', '=', hashToken(token)).execute()
  return { userId: row.id, name: row.name, secret }
}

/**
 * Makes a link that somebody else has ordered. Whoever can sign in already is told so at the next sign-in, and signed out everywhere.
 * @param by ids of those who ordered it
 */
export async function orderAccountLink(
  queries: Queries,
  vault: Vault,
  { userId, order, by }: { userId: string; order: Order; by: readonly string[] },
  now: Date,
): Promise<string> {
  if (await hasSignIn(queries, userId)) {
    const people = await queries
      .selectFrom('app_user')
      .select(['id', 'name'])
      .where('id', 'in', [...by])
      .execute()
    const names = by.map((id) => people.find((one) => one.id === id)?.name ?? id)
    await queries
      .insertInto('account_notice')
      .values({ id: randomUUID(), user_id: userId, at: now.toISOString(), ordered_by: names.join(', '), told_at: null })
      .execute()
    await closeSessionsOf(queries, userId)
  }
  return addAccountLink(queries, vault, userId, order, now)
}

/** Whether somebody can sign in already: by an account here, or by the sign-in service. */
export async function hasSignIn(queries: Queries, userId: string): Promise<boolean> {
  const found = await queries
    .selectFrom('app_user as u')
    .leftJoin('local_account as a', 'a.user_id', 'u.id')
    .select('u.id')
    .where('u.id', '=', userId)
    .where((on) => on.or([on('a.user_id', 'is not', null), on('u.claim_value', 'is not', null)]))
    .executeTakeFirst()
  return found !== undefined
}

/** The roles that somebody holds or will hold. */
export async function standingRoles(queries: Queries, userId: string, now: Date): Promise<PlacedRole[]> {
  const rows = await queries
    .selectFrom('role_assignment')
    .select(['role', 'controller_id', 'valid_from', 'valid_to'])
    .where('user_id', '=', userId)
    .execute()
  const today = stockholmDate(now)
  return rows
    .filter((row) => standing({ from: row.valid_from, to: row.valid_to }, today) !== 'ended')
    .map((row) => ({ role: row.role as Role, controllerId: row.controller_id }))
}

/**
 * Takes away what must not carry a role that is about to be given: a link on its way and an account that were made by the word of somebody
 * who could not have made them for the holder of such a role. The person then gets a new one.
 */
export async function dropUncovered(queries: Queries, userId: string, given: PlacedRole): Promise<void> {
  const isUncovered = (row: { basis: string | null; place_id: string | null; places: string[] } | undefined): boolean =>
    row !== undefined && row.basis !== null && !covers({ basis: row.basis as Basis, placeId: row.place_id, places: row.places }, given)
  const link = await queries.selectFrom('account_link').selectAll().where('user_id', '=', userId).executeTakeFirst()
  if (isUncovered(link)) await queries.deleteFrom('account_link').where('user_id', '=', userId).execute()
  const account = await queries.selectFrom('local_account').selectAll().where('user_id', '=', userId).executeTakeFirst()
  if (!isUncovered(account)) return
  await queries.deleteFrom('local_account').where('user_id', '=', userId).execute()
  await closeSessionsOf(queries, userId)
}
