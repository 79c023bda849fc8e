import { z } from 'zod'
import type { Queries } from '../../platform/database.ts'

/** Months after exit at which an intervention can do without a follow-up; the others are needed to tell whether it lasted. */
export const OptionalPoint = z.union([z.literal(3), z.literal(24)])
export type OptionalPoint = z.infer<typeof OptionalPoint>

/** The points after exit that are switched off at a controller, by intervention; one that is not named has all of them. */
export async function findSwitchedOff(queries: Queries, controllerId: string): Promise<Map<string, OptionalPoint[]>> {
  const rows = await queries
    .selectFrom('exit_point_off')
    .select(['intervention_id', 'months'])
    .where('controller_id', '=', controllerId)
    .orderBy('months')
    .execute()
  const byIntervention = Map.groupBy(rows, (row) => row.intervention_id)
  return new Map([...byIntervention].map(([id, of]) => [id, of.map(({ months }) => months as OptionalPoint)]))
}
