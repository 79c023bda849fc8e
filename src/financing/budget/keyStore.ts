import { isDeepStrictEqual } from 'node:util'
import type { Queries } from '../../platform/database.ts'
import { breaksRule, Refusal } from '../../platform/errors.ts'
import type { Scope } from '../../platform/scope.ts'
import type { AccountKey, AccountKeyFields } from './domain.ts'

/** What accounts and objects mean to an association, or meant in the version that a closed year was closed with; nothing is known before it has said so. */
export async function findKey(queries: Queries, associationId: string, version?: number): Promise<AccountKey> {
  const newest = await queries
    .selectFrom('account_key')
    .select(['version', 'key'])
    .where('association_id', '=', associationId)
    .$if(version !== undefined, (query) => query.where('version', '=', version!))
    .orderBy('version', 'desc')
    .executeTakeFirst()
  return { dimension: null, restIsAdministration: false, accounts: [], objects: [], ...newest?.key, version: newest?.version ?? 0 }
}

/** Says what accounts and objects mean from now on. Throws `Refusal` 409 as `changeAdministration`, 422 for an intervention of somebody else's. */
export async function changeKey(
  queries: Queries,
  scope: Scope,
  associationId: string,
  { version, ...key }: AccountKeyFields & { version: number },
  now: Date,
): Promise<void> {
  const { version: newest, ...before } = await findKey(queries, associationId)
  if (newest === version + 1 && isDeepStrictEqual(before, key)) return
  if (newest !== version) throw new Refusal(409, 'budget.changedMeanwhile')
  const own = await queries
    .selectFrom('intervention_association')
    .select('intervention_id')
    .where('association_id', '=', associationId)
    .execute()
  const known = new Set(['administration', 'outside', ...own.map((row) => row.intervention_id)])
  const foreign = key.objects.findIndex(({ means }) => !known.has(means))
  if (foreign >= 0)
    throw breaksRule('interventions.notYours', {}, [{ where: `body.objects.${foreign}.means`, key: 'interventions.notYours' }])
  const written = await queries
    .insertInto('account_key')
    .values({
      ...{ association_id: associationId, version: version + 1, key: JSON.stringify(key) },
      ...{ recorded_at: now.toISOString(), recorded_by: scope.userId },
    })
    .onConflict((on) => on.doNothing())
    .returning('version')
    .executeTakeFirst()
  if (!written) throw new Refusal(409, 'budget.changedMeanwhile')
}
