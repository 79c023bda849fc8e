import { holdBooks } from '../../interventions/periods/periodStore.ts'
import { recordInterventionYears } from '../../interventions/year/moneyStore.ts'
import type { Queries } from '../../platform/database.ts'
import { breaksRule, Refusal } from '../../platform/errors.ts'
import type { Scope } from '../../platform/scope.ts'
import type { InterventionLine } from '../budget/domain.ts'
import { getYearBudget } from '../budget/store.ts'
import { nothing } from './economy.ts'
import { changeEconomy, findEntered } from './store.ts'

/**
 * Takes what is booked over as the year's actual cost: of the administration, and of each intervention with its cost types where the year has them. Budgets and plans
 * stay as they are. Throws `Refusal` 409 when other books have been read in than those that were looked at, 422 when there are none, something booked is not known as
 * what, an amount is below nought, or the year is locked or closed.
 */
export async function takeActuals(
  queries: Queries,
  scope: Scope,
  { associationId, year }: { associationId: string; year: number },
  { version, reason }: { version: number; reason: string },
  now: Date,
): Promise<void> {
  // Before anything is read: what is taken over is of the year as whoever changes it leaves it.
  await holdBooks(queries, associationId)
  const { file, unknown, administration, interventions } = await getYearBudget(queries, scope, associationId, year, now)
  if (!file) throw breaksRule('budget.noBooksToTake', { year: String(year) })
  if (file.version !== version) throw new Refusal(409, 'budget.booksChangedMeanwhile')
  if (unknown.accounts.length + unknown.objects.length > 0) throw breaksRule('budget.takeUnknown')
  const booked = [administration.total, ...interventions].map(({ bookedOre }) => bookedOre ?? 0)
  if (booked.some((ore) => ore < 0)) throw breaksRule('budget.takeBelowNought')
  refuseTypesBelowNought(interventions)
  const rows = interventions.map((line) => ({
    interventionId: line.interventionId,
    year,
    actualOre: line.bookedOre ?? 0,
    actuals: costsOf(line),
  }))
  if (rows.length > 0) await recordInterventionYears(queries, scope, associationId, rows, now)
  const { hasBudgetByKind: _, ...entered } = (await findEntered(queries, associationId)).get(year) ?? { ...nothing }
  const { openingEquityOre, administrationBudgetOre, interventionsPlanOre, ceilingPercent, deficitReason } = entered
  if (entered.administrationActualOre === administration.total.bookedOre) return
  const fields = { openingEquityOre, administrationBudgetOre, interventionsPlanOre, ceilingPercent, deficitReason }
  await changeEconomy(
    queries,
    scope,
    { associationId, year },
    { ...fields, administrationActualOre: administration.total.bookedOre, version: entered.version, reason },
    now,
  )
}

/** An account of one type that is credited more than it is debited leaves the whole above nought, and the type below it. */
function refuseTypesBelowNought(interventions: readonly InterventionLine[]): void {
  for (const line of interventions) {
    const below = costsOf(line).find(({ actualOre }) => actualOre < 0)
    if (below) throw breaksRule('budget.takeTypeBelowNought', { name: line.name, type: below.type })
  }
}

/** Cost types with their booked amounts, where the year's budget has cost types; their sum is then the whole. */
function costsOf({ costs }: InterventionLine) {
  if (!costs.some(({ budgetOre }) => budgetOre !== null)) return []
  return costs.map(({ type, bookedOre }) => ({ type, actualOre: bookedOre ?? 0 }))
}
