import { sql } from 'kysely'
import type { Queries } from '../platform/database.ts'

/**
 * Lists of a controller are written and taken back one at a time: waits until the transaction that has another under way has ended. What is read after it is what that one left: references,
 * codes, and which files have been read in.
 */
export async function lockImports(queries: Queries, controllerId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`imports ${controllerId}`}, 0))`.execute(queries)
}

/** The import that has written the same content for all of these interventions and has not been undone; `undefined` when there is none. */
export async function findWritten(
  queries: Queries,
  controllerId: string,
  { contentHash, interventionIds }: { contentHash: string; interventionIds: readonly string[] },
): Promise<string | undefined> {
  const written = await queries
    .selectFrom('import')
    .select('id')
    .where('controller_id', '=', controllerId)
    .where('content_hash', '=', contentHash)
    .where('status', '=', 'committed')
    .where(sql<boolean>`intervention_ids @> ${interventionIds}::uuid[]`)
    .executeTakeFirst()
  return written?.id
}
