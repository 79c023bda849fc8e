import type { Database, Queries } from '../platform/database.ts'
import { DRAFT_DAYS } from './register/toDo.ts'

const DAY_MS = 86_400_000

/** What a sweep has removed. */
export interface Swept {
  drafts: number
  imports: number
}

/**
 * Removes what nobody has come back to in thirty days: registrations without a ground, and lists that were prepared and never written.
 * Neither has been in any figure. Runs at start and once a day.
 */
export async function sweepAbandoned(database: Database, now: Date): Promise<Swept> {
  const before = new Date(now.getTime() - DRAFT_DAYS * DAY_MS).toISOString()
  return database.as('samlad_keeper', undefined, async (queries) => ({
    drafts: await sweepDrafts(queries, before),
    imports: await sweepImports(queries, before),
  }))
}

async function sweepDrafts(queries: Queries, before: string): Promise<number> {
  const old = await queries
    .selectFrom('participation_version as v')
    .select(['v.controller_id', 'v.participation_id'])
    .where('v.current', '=', true)
    .where('v.ground', '=', 'none')
    .where((on) =>
      on.not(
        on.exists(
          on
            .selectFrom('participation_version as w')
            .select('w.version')
            .whereRef('w.controller_id', '=', 'v.controller_id')
            .whereRef('w.participation_id', '=', 'v.participation_id')
            .where((or) => or.or([or('w.ground', '!=', 'none'), or('w.recorded_at', '>=', before)])),
        ),
      ),
    )
    .execute()
  for (const { controller_id, participation_id } of old) {
    for (const table of ['contact', 'participation_version'] as const) {
      await queries.deleteFrom(table).where('controller_id', '=', controller_id).where('participation_id', '=', participation_id).execute()
    }
    await queries.deleteFrom('participation').where('controller_id', '=', controller_id).where('id', '=', participation_id).execute()
  }
  return old.length
}

async function sweepImports(queries: Queries, before: string): Promise<number> {
  const { numDeletedRows } = await queries
    .deleteFrom('import')
    .where('status', '=', 'draft')
    .where('created_at', '<', before)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
