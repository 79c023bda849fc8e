import { isDeepStrictEqual } from 'node:util'
import type { Queries } from '../../platform/database.ts'
import { Refusal } from '../../platform/errors.ts'
import type { Scope } from '../../platform/scope.ts'
import type { AdministrationChange } from './domain.ts'
import type { YearInput } from './yearBudget.ts'

/** The budget of the administration by year: the highest version of each, as far as whoever asks may read it. */
export async function findAdministration(
  queries: Queries,
  associationId: string,
): Promise<ReadonlyMap<number, NonNullable<YearInput['administration']>>> {
  const rows = await queries
    .selectFrom('administration_budget')
    .distinctOn('year')
    .selectAll()
    .where('association_id', '=', associationId)
    .orderBy('year')
    .orderBy('version', 'desc')
    .execute()
  return new Map(rows.map(({ year, lines, version, reason }) => [year, { lines, version, reason }]))
}

/** Enters or changes the administration's budget of a year as a new version; the same sent again is left as it is. Throws `Refusal` 409 when somebody has changed it meanwhile. */
export async function changeAdministration(
  queries: Queries,
  scope: Scope,
  { associationId, year }: { associationId: string; year: number },
  { version, reason, lines }: AdministrationChange,
  now: Date,
): Promise<void> {
  const newest = (await findAdministration(queries, associationId)).get(year)
  const given = { lines, reason: version === 0 ? '' : reason }
  if (newest?.version === version + 1 && isDeepStrictEqual({ lines: newest.lines, reason: newest.reason }, given)) return
  if ((newest?.version ?? 0) !== version) throw new Refusal(409, 'budget.changedMeanwhile')
  const written = await queries
    .insertInto('administration_budget')
    .values({
      ...{ association_id: associationId, year, version: version + 1, lines: JSON.stringify(lines), reason: given.reason },
      ...{ recorded_at: now.toISOString(), recorded_by: scope.userId },
    })
    // Two at the same moment: the other one was first.
    .onConflict((on) => on.doNothing())
    .returning('version')
    .executeTakeFirst()
  if (!written) throw new Refusal(409, 'budget.changedMeanwhile')
}
