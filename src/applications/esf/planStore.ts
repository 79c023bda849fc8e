import type { Queries } from '../../platform/database.ts'
import type { EsfBook } from './domain.ts'

/** How an application to ESF+ is to be financed, by the last version; null where nobody has said. */
export async function findEsfPlan(
  queries: Queries,
  { associationId, applicationId }: { associationId: string; applicationId: string },
): Promise<EsfBook['plan']> {
  const row = await queries
    .selectFrom('esf_plan as p')
    .innerJoin('app_user as u', 'u.id', 'p.recorded_by')
    .selectAll('p')
    .select('u.name')
    .where('p.association_id', '=', associationId)
    .where('p.application_id', '=', applicationId)
    .orderBy('p.version', 'desc')
    .executeTakeFirst()
  if (!row) return null
  return {
    ...{ fundPermille: row.fund_permille, flatRatePermille: row.flat_rate_permille, unitCostOre: row.unit_cost_ore, units: row.units },
    ...{ claimEvery: row.claim_every, lagMonths: row.lag_months, source: row.source, version: row.version },
    ...{ recordedAt: row.recorded_at, recordedBy: row.name },
  }
}
