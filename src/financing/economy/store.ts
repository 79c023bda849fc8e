import { isDeepStrictEqual } from 'node:util'
import type { Selectable } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import { Refusal } from '../../platform/errors.ts'
import type { Scope } from '../../platform/scope.ts'
import { stockholmDate } from '../../values/civilDate.ts'
import { findAdministration } from '../budget/administrationStore.ts'
import type { YearBudget } from '../budget/domain.ts'
import { isWhole, sumOfLines } from '../budget/lines.ts'
import { getYearBudget } from '../budget/store.ts'
import { findOwnFunds, type HasOwnFunds } from '../commissions/ownFunds.ts'
import { getBook } from '../contributions/store.ts'
import type { AssociationEconomyRow } from '../tables.ts'
import type { EconomyBook, EconomyChange } from './domain.ts'
import { economyYear, nothing, type Entered } from './economy.ts'
import { forecastEquity, yearsAhead } from './forecast.ts'

/** Every year that something is known of, the coming one too, latest first. Throws `Refusal` 404 when there is no such association. */
export async function getEconomyBook(queries: Queries, scope: Scope, associationId: string, now: Date): Promise<EconomyBook> {
  const { associationName, fictive, years: ofMembers } = await getBook(queries, scope, associationId, now)
  const entered = await findEntered(queries, associationId)
  const hasOwnFunds = await findOwnFunds(queries, associationId)
  const costs = await findCosts(queries, associationId, hasOwnFunds)
  const thisYear = Number(stockholmDate(now).slice(0, 4))
  const budget = await getYearBudget(queries, scope, associationId, thisYear, now)
  const foreseenOre = foreseenOf(budget, hasOwnFunds, entered.get(thisYear)?.interventionsPlanOre ?? null)
  const ahead = Array.from({ length: yearsAhead + 1 }, (_, at) => thisYear + at)
  const known = new Set([...ahead, ...ofMembers.map(({ year }) => year), ...entered.keys(), ...costs.keys()])
  const years = [...known]
    .sort((a, b) => b - a)
    .map((year) => {
      const cost = costs.get(year)
      const around = {
        // What some of the parties have said is not the year's: the others may double it, or make it less.
        ...{ year, fundsOre: ofMembers.find((one) => one.year === year)?.level?.totalOre ?? null },
        ...{ interventionsBudgetOre: cost?.budget ?? null, interventionsActualOre: cost?.actual ?? null },
      }
      return economyYear(around, entered.get(year), { isOver: year < thisYear, foreseenOre: year === thisYear ? foreseenOre : null })
    })
  return { associationName, fictive, thisYear, years, forecast: forecastEquity(years, thisYear, foreseenOre) }
}

/**
 * What books and budget foresee that a year costs, without what commissions pay; `null` without books, where they do not tell of all of it, and where the plan of
 * interventions has room for more than have a budget.
 */
function foreseenOf(
  { year, unknown, administration, interventions }: YearBudget,
  hasOwnFunds: HasOwnFunds,
  planOre: number | null,
): number | null {
  const own = interventions.filter(({ interventionId }) => !hasOwnFunds(interventionId, year))
  if (!isWhole({ unknown, interventions: own }) || (planOre ?? 0) > (sumOfLines(own).budgetOre ?? 0)) return null
  return sumOfLines([administration.total, ...own]).restByBudgetOre
}

/**
 * What an association has entered, by year: the highest version of each, as far as whoever asks may read it. A budget of the administration by kind of cost goes
 * before a sum that was entered.
 */
export async function findEntered(queries: Queries, associationId: string): Promise<ReadonlyMap<number, Entered>> {
  const rows = await queries
    .selectFrom('association_economy')
    .distinctOn('year')
    .selectAll()
    .where('association_id', '=', associationId)
    .orderBy('year')
    .orderBy('version', 'desc')
    .execute()
  const entered = new Map<number, Entered>(rows.map((row) => [row.year, { ...enteredOf(row), hasBudgetByKind: false }]))
  for (const [year, { lines }] of await findAdministration(queries, associationId)) {
    const administrationBudgetOre = lines.reduce((sum, { budgetOre }) => sum + budgetOre, 0)
    entered.set(year, { ...(entered.get(year) ?? nothing), administrationBudgetOre, hasBudgetByKind: true })
  }
  return entered
}

function enteredOf(row: Selectable<AssociationEconomyRow>): Omit<Entered, 'hasBudgetByKind'> {
  return {
    ...{ version: row.version, reason: row.reason, ceilingPercent: row.ceiling_percent, openingEquityOre: row.opening_equity_ore },
    ...{ interventionsPlanOre: row.interventions_plan_ore, deficitReason: row.deficit_reason },
    ...{ administrationBudgetOre: row.administration_budget_ore, administrationActualOre: row.administration_actual_ore },
  }
}

/**
 * What the interventions of an association were to cost it and did, by year, without what commissions pay; `null` where some of them is not known. Where commissions
 * pay all that is entered, the association's own have cost nothing, but what they are to cost is not known by that.
 */
async function findCosts(queries: Queries, associationId: string, hasOwnFunds: HasOwnFunds) {
  const rows = await queries
    .selectFrom('intervention_year')
    .select(['intervention_id', 'year', 'budget_ore', 'actual_ore'])
    .where('association_id', '=', associationId)
    .execute()
  const whole = (amounts: readonly (number | null)[]): number | null =>
    amounts.reduce((sum, one) => (sum === null || one === null ? null : sum + one), 0)
  return new Map(
    [...Map.groupBy(rows, ({ year }) => year)].map(([year, all]) => {
      const own = all.filter((row) => !hasOwnFunds(row.intervention_id, year))
      const budget = own.length === 0 ? null : whole(own.map((row) => row.budget_ore))
      return [year, { budget, actual: whole(own.map((row) => row.actual_ore)) }]
    }),
  )
}

/**
 * Enters or corrects a year as a new version; the same sent again by the same person is left as it is. Throws `Refusal` 409 when somebody has changed it
 * meanwhile.
 */
export async function changeEconomy(
  queries: Queries,
  scope: Scope,
  { associationId, year }: { associationId: string; year: number },
  { version, reason, ...given }: EconomyChange,
  now: Date,
): Promise<void> {
  const newest = await queries
    .selectFrom('association_economy')
    .selectAll()
    .where('association_id', '=', associationId)
    .where('year', '=', year)
    .orderBy('version', 'desc')
    .executeTakeFirst()
  const entered = { ...given, reason: version === 0 ? '' : reason }
  if (newest?.version === version + 1 && newest.recorded_by === scope.userId) {
    const { version: _, ...before } = enteredOf(newest)
    if (isDeepStrictEqual(before, entered)) return
  }
  if ((newest?.version ?? 0) !== version) throw new Refusal(409, 'economy.changedMeanwhile')
  const written = await queries
    .insertInto('association_economy')
    .values({
      ...{ association_id: associationId, year, version: version + 1, reason: entered.reason, ceiling_percent: given.ceilingPercent },
      ...{ opening_equity_ore: given.openingEquityOre, administration_budget_ore: given.administrationBudgetOre },
      ...{ interventions_plan_ore: given.interventionsPlanOre, deficit_reason: given.deficitReason },
      ...{ administration_actual_ore: given.administrationActualOre, recorded_at: now.toISOString(), recorded_by: scope.userId },
    })
    // Two at the same moment: the other one was first.
    .onConflict((on) => on.doNothing())
    .returning('version')
    .executeTakeFirst()
  if (!written) throw new Refusal(409, 'economy.changedMeanwhile')
}
