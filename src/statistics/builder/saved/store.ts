import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { Queries } from '../../../platform/database.ts'
import { breaksRule, notFound, Refusal } from '../../../platform/errors.ts'
import type { Scope } from '../../../platform/scope.ts'
import { findSentBefore } from '../../../platform/sentAgain.ts'
import type { SavedQuestion } from '../domain.ts'
import type { SavedTable } from './contract.ts'

/** Who saves, and when. */
export interface Saving {
  queries: Queries
  scope: Scope
  now: Date
}

/** More than anybody finds her way in. */
const mostSaved = 200

const columns = ['id', 'name', 'version', 'changed_at'] as const
type Row = { id: string; name: string; version: number; changed_at: string }
const shown = ({ changed_at, ...row }: Row): SavedTable => ({ ...row, changedAt: changed_at })

/** The tables that somebody has saved, by name. */
export async function listSaved(queries: Queries, { userId }: Pick<Scope, 'userId'>): Promise<SavedTable[]> {
  const rows = await queries
    .selectFrom('saved_table')
    .select(columns)
    .where('owner_id', '=', userId)
    .orderBy(sql`name collate sv`)
    .orderBy('id')
    .execute()
  return rows.map(shown)
}

/** A saved table by its address, whoever saved it. Throws `Refusal` 404 when there is none. */
export async function getSaved(queries: Queries, id: string): Promise<SavedTable & { isOwn: boolean; question: SavedQuestion }> {
  const { rows } = await sql<Row & { question: SavedQuestion; is_own: boolean }>`select * from find_saved_table(${id}::uuid)`.execute(
    queries,
  )
  if (!rows[0]) throw notFound()
  const { question, is_own, id: found, name, version, changed_at } = rows[0]
  return { ...shown({ id: found, name, version, changed_at }), isOwn: is_own, question }
}

/**
 * Saves a question under a name; what has arrived already under the same id is not saved again. Throws `Refusal` 409 when something else
 * arrived under the id, 422 when one has saved as many as one may.
 */
export async function addSaved(
  { queries, scope, now }: Saving,
  { id, name, question }: { id: string; name: string; question: SavedQuestion },
): Promise<SavedTable> {
  const find = () =>
    queries
      .selectFrom('saved_table')
      .select([...columns, 'question'])
      .where('id', '=', id)
      .where('owner_id', '=', scope.userId)
      .executeTakeFirst()
  const taken = new Refusal(409, 'builder.savedBefore')
  const isSame = (first: Row & { question: SavedQuestion }): boolean => isDeepStrictEqual([first.name, first.question], [name, question])
  const first = await findSentBefore<Row & { question: SavedQuestion }>(queries, id, { find, isSame, refusal: () => taken })
  if (first) return shown({ id: first.id, name: first.name, version: first.version, changed_at: first.changed_at })
  if ((await listSaved(queries, scope)).length >= mostSaved) throw breaksRule('builder.savedTooMany', { most: mostSaved })
  const at = now.toISOString()
  const row = await queries
    .insertInto('saved_table')
    .values({ id, owner_id: scope.userId, name, question: JSON.stringify(question), version: 1, saved_at: at, changed_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning(columns)
    .executeTakeFirst()
  // An id that somebody else has is not told of, and does not change theirs.
  if (!row) throw taken
  return shown(row)
}

/** Changes name, and question when one is given. Throws `Refusal` 404 for what is not one's own, 409 when it has been changed meanwhile. */
export async function changeSaved(
  { queries, scope, now }: Saving,
  id: string,
  { name, question, version }: { name: string; question?: SavedQuestion | undefined; version: number },
): Promise<SavedTable> {
  const changed = await queries
    .updateTable('saved_table')
    .set({ name, version: version + 1, changed_at: now.toISOString(), ...(question && { question: JSON.stringify(question) }) })
    .where('id', '=', id)
    .where('owner_id', '=', scope.userId)
    .where('version', '=', version)
    .returning(columns)
    .executeTakeFirst()
  if (changed) return shown(changed)
  const own = (await listSaved(queries, scope)).find((one) => one.id === id)
  if (!own) throw notFound()
  throw new Refusal(409, 'builder.changedMeanwhile', { name: own.name })
}

/** Takes a saved table away. Throws `Refusal` 404 for what is not one's own. */
export async function removeSaved({ queries, scope }: Pick<Saving, 'queries' | 'scope'>, id: string): Promise<SavedTable[]> {
  const removed = await queries.deleteFrom('saved_table').where('id', '=', id).where('owner_id', '=', scope.userId).executeTakeFirst()
  if (removed.numDeletedRows === 0n) throw notFound()
  return listSaved(queries, scope)
}
