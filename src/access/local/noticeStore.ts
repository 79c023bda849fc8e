import type { Queries } from '../../platform/database.ts'

/** So long it is said on every page, to whoever signs in: somebody else may have been the first to. */
const SHOWN_MS = 14 * 24 * 60 * 60 * 1000
/** As long as the session in which it was said first can last. */
const SESSION_MS = 12 * 60 * 60 * 1000

/** Notes that somebody has signed in and is being told of the new accounts that were ordered. */
export async function tellOfAccounts(queries: Queries, userId: string, now: Date): Promise<void> {
  await queries
    .updateTable('account_notice')
    .set({ told_at: now.toISOString() })
    .where('user_id', '=', userId)
    .where('told_at', 'is', null)
    .execute()
}

/** The new accounts that somebody is to be told of, latest first. */
export async function findNewAccounts(queries: Queries, userId: string, now: Date): Promise<{ at: string; by: string }[]> {
  const before = (ms: number): string => new Date(now.getTime() - ms).toISOString()
  const rows = await queries
    .selectFrom('account_notice')
    .select(['at', 'ordered_by'])
    .where('user_id', '=', userId)
    .where((on) => on.or([on('told_at', 'is', null), on('at', '>', before(SHOWN_MS)), on('told_at', '>', before(SESSION_MS))]))
    .orderBy('at', 'desc')
    .execute()
  return rows.map((row) => ({ at: row.at, by: row.ordered_by }))
}
