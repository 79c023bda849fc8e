import { sql } from 'kysely'
import type { Queries } from './database.ts'
import type { Refusal } from './errors.ts'

/** How something is recognised that a form has sent before. */
export interface SentBefore<T> {
  /** What was written under the form's id, as it was written then. */
  find(): Promise<T | undefined>
  isSame(first: T): boolean
  /** What is answered when something else arrived under the id. */
  refusal(first: T): Refusal
}

/**
 * What arrived already under the id that a form gave what it sends: on a bad line the answer is lost and the form is sent again, which must
 * not make two. Gives `undefined` when nothing has; of two that are sent at once the second waits here until the transaction of the first
 * has ended. Throws the refusal when the first one said something else.
 */
export async function findSentBefore<T>(queries: Queries, id: string, { find, isSame, refusal }: SentBefore<T>): Promise<T | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`sent ${id}`}, 0))`.execute(queries)
  const first = await find()
  if (first !== undefined && !isSame(first)) throw refusal(first)
  return first
}
