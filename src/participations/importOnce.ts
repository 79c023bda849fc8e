import { sql } from 'kysely'
import type { Queries } from '../platform/database.ts'
import { Refusal } from '../platform/errors.ts'
import type { Scope } from '../platform/scope.ts'
import type { ImportSummary } from './contract.ts'
import { listImports } from './importSetting.ts'

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

/** What the person may be told of an import that has written the same content. Throws `Refusal` 409 when it also concerns others' interventions. */
export async function getWritten(queries: Queries, scope: Scope, controllerId: string, importId: string): Promise<ImportSummary> {
  const summary = (await listImports(queries, scope, controllerId, importId))[0]
  if (!summary) throw new Refusal(409, 'participations.writtenForMore')
  return summary
}
