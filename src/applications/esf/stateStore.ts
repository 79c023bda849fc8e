import type { Queries } from '../../platform/database.ts'
import type { EsfState } from './esfPath.ts'

/** How far an application has come on its way to ESF+. */
export async function findEsfState(
  queries: Queries,
  { associationId, applicationId }: { associationId: string; applicationId: string },
): Promise<EsfState> {
  const last = await queries
    .selectFrom('esf_step')
    .select('state')
    .where('association_id', '=', associationId)
    .where('application_id', '=', applicationId)
    .orderBy('step', 'desc')
    .executeTakeFirst()
  return (last?.state ?? 'idea') as EsfState
}
