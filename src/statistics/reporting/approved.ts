import { findSteps, lastSteps } from '../../interventions/periods/periodStore.ts'
import type { Queries } from '../../platform/database.ts'
import type { FactStore } from '../factStore.ts'

/**
 * How many associations have approved what a publication from January to a month is made of: a period of the year that goes to that month or
 * further. A count of associations; it tells of no person.
 */
export async function approvedOf(
  queries: Queries,
  store: FactStore,
  { year, month }: { year: number; month: number },
): Promise<{ approved: number; all: number }> {
  const { fictive } = await store.snapshot(queries)
  const associations = await queries.selectFrom('association').select('id').where('fictive', '=', fictive).execute()
  const steps = lastSteps(await findSteps(queries, [year]))
  const covering = steps.filter((one) => one.act === 'approved' && one.month >= month)
  const approving = new Set(covering.map(({ associationId }) => associationId))
  return { approved: associations.filter(({ id }) => approving.has(id)).length, all: associations.length }
}
