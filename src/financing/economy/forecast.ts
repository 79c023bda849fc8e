import type { EconomyForecast, EconomyYear, ForecastYear } from './domain.ts'
import { plannedOf } from './economy.ts'

/** How many years ahead the plan goes, after the year that runs (KL 11:5–6, § 21 lag 2003:1210). */
export const yearsAhead = 3

type Known = Pick<
  EconomyYear,
  | 'year'
  | 'openingEquityOre'
  | 'closingEquityOre'
  | 'fundsOre'
  | 'administrationBudgetOre'
  | 'interventionsBudgetOre'
  | 'interventionsPlanOre'
  | 'ceilingPercent'
>

/**
 * Own capital from this year to three years ahead. A year opens with what has been entered, else with what the year before closes with; it gets the level that
 * agreed or decided contributions reach, and costs its administration and interventions: this year what books and budget foresee, where there are books, else
 * the budget, of interventions the larger of budget and plan. The ceiling is the one of the year, else the latest before it. Nothing is made up: a year with something unknown ends the forecast.
 * @param costThisYearOre what books and budget foresee that this year costs; `null` without books, or where they do not tell of all of it
 */
export function forecastEquity(years: readonly Known[], thisYear: number, costThisYearOre: number | null): EconomyForecast {
  const known = new Map(years.map((one) => [one.year, one]))
  const found: ForecastYear[] = []
  let opening = known.get(thisYear)?.openingEquityOre ?? known.get(thisYear - 1)?.closingEquityOre ?? null
  for (let year = thisYear; year <= thisYear + yearsAhead; year++) {
    const one = known.get(year)
    opening = one?.openingEquityOre ?? opening
    const missing = missingOf(opening, one, year === thisYear ? costThisYearOre : null)
    if (missing.length > 0) return { years: found, missing: { year, what: missing }, warnings: warningsOf(found) }
    const next = forecastYear(opening!, one!, year === thisYear ? costThisYearOre : null, ceilingOf(years, year))
    found.push(next)
    opening = next.closingOre
  }
  return { years: found, missing: null, warnings: warningsOf(found) }
}

function missingOf(
  opening: number | null,
  one: Known | undefined,
  foreseenOre: number | null,
): ('openingEquity' | 'funds' | 'administration' | 'interventions')[] {
  const { fundsOre = null, administrationBudgetOre = null } = one ?? {}
  return [
    ...(opening === null ? (['openingEquity'] as const) : []),
    ...(fundsOre === null ? (['funds'] as const) : []),
    ...(foreseenOre === null && administrationBudgetOre === null ? (['administration'] as const) : []),
    ...(foreseenOre === null && (!one || plannedOf(one) === null) ? (['interventions'] as const) : []),
  ]
}

function ceilingOf(years: readonly Known[], year: number): number | null {
  const told = years.filter((one) => one.year <= year && one.ceilingPercent !== null).sort((a, b) => b.year - a.year)
  return told[0]?.ceilingPercent ?? null
}

function forecastYear(openingOre: number, one: Known, foreseenOre: number | null, ceilingPercent: number | null): ForecastYear {
  const costOre = foreseenOre ?? one.administrationBudgetOre! + plannedOf(one)!
  const fundsOre = one.fundsOre!
  const ceilingOre = ceilingPercent === null ? null : Math.floor((fundsOre * ceilingPercent) / 100)
  return {
    ...{ year: one.year, openingOre, fundsOre, costOre, closingOre: openingOre + fundsOre - costOre, ceilingOre },
    isForeseen: foreseenOre !== null,
    aboveCeilingOre: ceilingOre === null ? null : Math.max(0, openingOre - ceilingOre),
  }
}

/** What to see to before it has happened: the first year that opens above the ceiling, and the first that ends below nought. What stands when this year began is no forecast. */
function warningsOf(years: readonly ForecastYear[]): EconomyForecast['warnings'] {
  const above = years.slice(1).find(({ aboveCeilingOre }) => (aboveCeilingOre ?? 0) > 0)
  const below = years.find(({ closingOre }) => closingOre < 0)
  return [
    ...(above ? [{ key: 'aboveCeiling' as const, year: above.year, amountOre: above.aboveCeilingOre! }] : []),
    ...(below ? [{ key: 'belowNought' as const, year: below.year, amountOre: -below.closingOre }] : []),
  ]
}
