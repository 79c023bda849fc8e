import { sql } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import type { Glance } from './contract.ts'

interface MoneyRow {
  association_id: string
  year: number
  budget_ore: string | number | null
  actual_ore: string | number
  interventions: number
}

const kronor = (ore: number): number => Math.round(ore / 100)

/**
 * What the associations of a list spent on interventions by year, newest first: their own entries of years that they have approved. Amounts are summed in
 * öre and rounded once.
 */
export async function approvedMoney(
  queries: Queries,
  associations: readonly { id: string }[],
  mostYears: number,
): Promise<Glance['money']> {
  const { rows } = await sql<MoneyRow>`select * from approved_money()`.execute(queries)
  const wanted = new Set(associations.map(({ id }) => id))
  const byYear = Map.groupBy(
    rows.filter((row) => wanted.has(row.association_id)),
    ({ year }) => year,
  )
  return [...byYear]
    .sort(([one], [other]) => other - one)
    .slice(0, mostYears)
    .map(([year, all]) => ({
      year,
      budget: all.every((row) => row.budget_ore !== null) ? kronor(all.reduce((sum, row) => sum + Number(row.budget_ore), 0)) : null,
      actual: kronor(all.reduce((sum, row) => sum + Number(row.actual_ore), 0)),
      interventions: all.reduce((sum, row) => sum + row.interventions, 0),
      associations: all.length,
    }))
}
