import { findOwnFunds } from '../financing/commissions/ownFunds.ts'
import type { Queries } from '../platform/database.ts'
import { level, million } from './contributionLevel.ts'
import type { FictiveAssociation } from './layer.ts'

const by = 'berit.exempelius'

/** What an association's interventions were to cost it and did, by year, without those that a commission pays; öre. */
export async function moneyOf(queries: Queries, association: FictiveAssociation) {
  const hasOwnFunds = await findOwnFunds(queries, association.id)
  const rows = await queries
    .selectFrom('intervention_year')
    .select(['intervention_id', 'year', 'actual_ore', 'budget_ore'])
    .where('association_id', '=', association.id)
    .execute()
  const own = rows.filter((row) => !hasOwnFunds(row.intervention_id, row.year))
  return [...Map.groupBy(own, ({ year }) => year)].map(([year, some]) => ({
    year,
    ore: some.reduce((sum, row) => sum + (row.actual_ore ?? 0), 0),
    budget: some.reduce((sum, row) => sum + (row.budget_ore ?? 0), 0),
  }))
}

/** Invents own capital and administration of this year and the two before, of the association whose level stands still. */
export async function loadEconomy(queries: Queries, association: FictiveAssociation, thisYear: number): Promise<void> {
  const spent = await moneyOf(queries, association)
  let opening = 7.4 * million * 100
  const years = [
    { year: thisYear - 2, budget: 2.1, actual: 2.0, plan: null },
    { year: thisYear - 1, budget: 2.2, actual: 2.3, plan: null },
    // More than the interventions that have a budget: the board has not decided on all of them yet.
    { year: thisYear, budget: 2.3, actual: null, plan: 24 },
  ].map((one) => {
    const row = { ...one, opening }
    // What is left of a year is what the next one begins with.
    opening += (level - (one.actual ?? 0) * million) * 100 - Number(spent.find(({ year }) => year === one.year)?.ore ?? 0)
    return row
  })
  const ore = (millions: number): number => Math.round(millions * million * 100)
  await writeEconomies(
    queries,
    association,
    years.map(({ year, opening, budget, actual, plan }) => ({
      ...{ year, opening: Math.round(opening), budget: ore(budget), actual: actual === null ? null : ore(actual) },
      plan: plan === null ? null : ore(plan),
    })),
  )
}

/** Years of an economy in öre. */
export async function writeEconomies(
  queries: Queries,
  association: FictiveAssociation,
  years: readonly { year: number; opening: number; budget: number; actual: number | null; plan?: number | null }[],
): Promise<void> {
  if (years.length === 0) return
  await queries
    .insertInto('association_economy')
    .values(
      years.map(({ year, opening, budget, actual, plan = null }) => ({
        ...{ association_id: association.id, year, version: 1, opening_equity_ore: opening, ceiling_percent: 20, reason: '' },
        ...{ administration_budget_ore: budget, administration_actual_ore: actual, interventions_plan_ore: plan },
        ...{ recorded_at: `${year}-01-20T09:00:00Z`, recorded_by: by },
      })),
    )
    .execute()
}
