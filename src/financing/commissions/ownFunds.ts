import type { Queries } from '../../platform/database.ts'

/** Says of an intervention in a year whether it is carried out with the money of a commission, and is told of with it. */
export type HasOwnFunds = (interventionId: string, year: number) => boolean

/**
 * Which interventions of an association are paid by what follows with a commission, in the years that it goes on: that money is no contribution that the parties
 * match, so neither it nor its costs are in the association's own result. One without money is paid by the association as all else.
 */
export async function findOwnFunds(queries: Queries, associationId: string): Promise<HasOwnFunds> {
  const rows = await queries
    .selectFrom('commission_intervention as ci')
    .innerJoin('commission as c', (join) =>
      join.onRef('c.association_id', '=', 'ci.association_id').onRef('c.id', '=', 'ci.commission_id').onRef('c.version', '=', 'ci.version'),
    )
    .select(['ci.intervention_id', 'c.from_date', 'c.to_date'])
    .where('ci.association_id', '=', associationId)
    .where('ci.current', '=', true)
    .where('c.money_ore', '>', 0)
    .execute()
  const periods = new Map(rows.map((row) => [row.intervention_id, row]))
  return (interventionId, year) => {
    const period = periods.get(interventionId)
    return period !== undefined && period.from_date <= `${year}-12-31` && (period.to_date ?? '9999') >= `${year}-01-01`
  }
}
