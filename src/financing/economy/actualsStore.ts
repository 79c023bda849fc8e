import { findMoney, recordInterventionYears } from '../../interventions/year/moneyStore.ts'
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
  const { file, unknown, administration, interventions } = await getYearBudget(queries, scope, associationId, year, now)
  if (!file) throw breaksRule('budget.noBooksToTake', { year: String(year) })
  if (file.version !== version) throw new Refusal(409, 'budget.booksChangedMeanwhile')
  if (unknown.accounts.length + unknown.objects.length > 0) throw breaksRule('budget.takeUnknown')
  const booked = [administration.total, ...interventions].map(({ bookedOre }) => bookedOre ?? 0)
  if (booked.some((ore) => ore < 0)) throw breaksRule('budget.takeBelowNought')
  const money = new Map((await findMoney(queries, associationId, year)).map((one) => [one.interventionId, one]))
  const rows = interventions.map((line) => {
    const known = money.get(line.interventionId)
    return {
      ...{
        interventionId: line.interventionId,
        year,
        plannedParticipants: known?.plannedParticipants ?? null,
        budgetOre: known?.budgetOre ?? null,
      },
      ...{ actualOre: line.bookedOre ?? 0, costs: costsOf(line), financing: known?.financing ?? [] },
    }
  })
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

/** Cost types with their booked amounts, where the year's budget has cost types; their sum is then the whole. */
function costsOf({ costs }: InterventionLine) {
  if (!costs.some(({ budgetOre }) => budgetOre !== null)) return []
  return costs.map(({ type, budgetOre, bookedOre }) => ({ type, budgetOre, actualOre: bookedOre ?? 0 }))
}
