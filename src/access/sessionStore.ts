import { randomBytes } from 'node:crypto'
import type { Queries } from '../platform/database.ts'
import type { Principal } from '../platform/scope.ts'
import type { Means, OwnSession } from './contract.ts'
import { findPrincipal, hashToken } from './store.ts'

/** A session that has not been used for so long is over. */
export const IDLE_MS = 60 * 60 * 1000
const ABSOLUTE_MS = 12 * 60 * 60 * 1000
const ROTATE_MS = 15 * 60 * 1000
/** How long the secret before is still good, for calls that were on their way when it was changed. */
const GRACE_MS = 60 * 1000
const SEEN_MS = 60 * 1000

/** How somebody signed in; `acr` is what a sign-in service says of how surely it knows the person. */
export interface SignedInBy {
  means: Means
  acr?: string | undefined
}

/** A secret of 256 random bits in hex. */
export const newSecret = (): string => randomBytes(32).toString('hex')

/** Opens a session with a secret of its own, never one that was there before, and gives the secret. */
export async function openSession(queries: Queries, userId: string, by: SignedInBy, now: Date): Promise<string> {
  const token = newSecret()
  const at = now.toISOString()
  await sweepSessions(queries, now)
  await queries
    .insertInto('session')
    .values({
      ...{ token_hash: hashToken(token), user_id: userId, means: by.means, acr: by.acr ?? null },
      ...{ created_at: at, last_seen_at: at, issued_at: at, previous_hash: null },
      expires_at: new Date(now.getTime() + ABSOLUTE_MS).toISOString(),
    })
    .execute()
  return token
}

/** Ends the session of a secret, present or the one before. */
export async function closeSession(queries: Queries, token: string): Promise<void> {
  const hash = hashToken(token)
  await queries
    .deleteFrom('session')
    .where((where) => where.or([where('token_hash', '=', hash), where('previous_hash', '=', hash)]))
    .execute()
}

/** Ends every session of a person: sign-out everywhere, and when an account is closed. */
export async function closeSessionsOf(queries: Queries, userId: string): Promise<void> {
  await queries.deleteFrom('session').where('user_id', '=', userId).execute()
}

/** Ends the sessions that were begun for a person by the terminal since an instant. */
export async function closeTerminalSessions(queries: Queries, userId: string, since: Date): Promise<void> {
  await queries
    .deleteFrom('session')
    .where('user_id', '=', userId)
    .where('means', '=', 'terminal')
    .where('created_at', '>=', since.toISOString())
    .execute()
}

/** Removes the sessions that are over; nothing of them is kept but the log. */
export async function sweepSessions(queries: Queries, now: Date): Promise<void> {
  const idleSince = new Date(now.getTime() - IDLE_MS).toISOString()
  await queries
    .deleteFrom('session')
    .where((where) => where.or([where('expires_at', '<', now.toISOString()), where('last_seen_at', '<', idleSince)]))
    .execute()
  const graceSince = new Date(now.getTime() - GRACE_MS).toISOString()
  await queries.updateTable('session').set({ previous_hash: null }).where('issued_at', '<', graceSince).execute()
}

/** Whom a secret belongs to, and the secret that replaces it when it has been used long enough. */
export interface FoundSession {
  principal: Principal
  renewed?: string
}

/**
 * The person behind a session secret; `undefined` when it is unknown, idle for an hour, twelve hours old, or replaced a minute ago.
 * @param renew whether the caller can be given a new secret; the principal then carries it
 */
export async function findBySession(queries: Queries, token: string, now: Date, renew: boolean): Promise<FoundSession | undefined> {
  const hash = hashToken(token)
  const session = await queries
    .selectFrom('session')
    .selectAll()
    .where((where) => where.or([where('token_hash', '=', hash), where('previous_hash', '=', hash)]))
    .executeTakeFirst()
  if (!session || session.expires_at < now.toISOString()) return undefined
  const since = (at: string): number => now.getTime() - Date.parse(at)
  const held = since(session.issued_at ?? session.created_at)
  const isPresent = session.token_hash === hash
  if (since(session.last_seen_at) > IDLE_MS || (!isPresent && held > GRACE_MS)) return undefined
  const person = await findPrincipal(queries, session.user_id, now)
  if (!person) return undefined
  if (since(session.last_seen_at) > SEEN_MS) {
    await queries.updateTable('session').set({ last_seen_at: now.toISOString() }).where('id', '=', session.id).execute()
  }
  const renewed = renew && isPresent && held > ROTATE_MS ? await renewSecret(queries, hash, now) : undefined
  return { principal: { ...person, session: renewed ?? token, acr: session.acr }, ...(renewed && { renewed }) }
}

/** Of two calls at once with the same secret one renews it; the other goes on with the old one. */
async function renewSecret(queries: Queries, hash: string, now: Date): Promise<string | undefined> {
  const token = newSecret()
  const changed = await queries
    .updateTable('session')
    .set({ token_hash: hashToken(token), previous_hash: hash, issued_at: now.toISOString() })
    .where('token_hash', '=', hash)
    .returning('id')
    .executeTakeFirst()
  return changed && token
}

/** One's own sessions that are not over, the latest used first. `current` is the one that asks. */
export async function listOwnSessions(queries: Queries, userId: string, current: string | undefined, now: Date): Promise<OwnSession[]> {
  const hash = current && hashToken(current)
  const rows = await queries
    .selectFrom('session')
    .select(['id', 'token_hash', 'previous_hash', 'means', 'created_at', 'last_seen_at'])
    .where('user_id', '=', userId)
    .where('expires_at', '>=', now.toISOString())
    .where('last_seen_at', '>=', new Date(now.getTime() - IDLE_MS).toISOString())
    .orderBy('last_seen_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    means: row.means as Means,
    begunAt: row.created_at,
    lastUsedAt: row.last_seen_at,
    current: row.token_hash === hash || row.previous_hash === hash,
  }))
}
