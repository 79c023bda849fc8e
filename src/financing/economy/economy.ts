import type { EconomyFields, EconomyWarning, EconomyYear } from './domain.ts'

/** What is known of a year from elsewhere; öre. */
export interface YearAround {
  year: number
  /** The level that the members' contributions reach, else what they have decided or agreed. */
  fundsOre: number | null
  interventionsBudgetOre: number | null
  interventionsActualOre: number | null
}

/** What an association has entered of a year, with its version and why it was corrected. */
export type Entered = EconomyFields & { version: number; reason: string; hasBudgetByKind: boolean }

/** A year of which nothing has been entered. */
export const nothing: Entered = {
  ...{
    openingEquityOre: null,
    administrationBudgetOre: null,
    administrationActualOre: null,
    interventionsPlanOre: null,
    ceilingPercent: null,
    deficitReason: '',
  },
  ...{ version: 0, reason: '', hasBudgetByKind: false },
}

/**
 * A year of an association with what follows: result, closing equity, shares, and what to see to. Revenue is to exceed cost (KL 11:5, § 21 lag 2003:1210):
 * that is warned of, since associations do use up what they have left.
 */
export function economyYear(around: YearAround, entered: Entered = nothing): EconomyYear {
  const { fundsOre, interventionsBudgetOre, interventionsActualOre } = around
  const { openingEquityOre, administrationBudgetOre, administrationActualOre, ceilingPercent } = entered
  const plannedOre = interventionsBudgetOre ?? entered.interventionsPlanOre
  const budgetResultOre = less(fundsOre, plus(administrationBudgetOre, plannedOre))
  const actualResultOre = less(fundsOre, plus(administrationActualOre, interventionsActualOre))
  const equityShare = openingEquityOre === null || !fundsOre ? null : openingEquityOre / fundsOre
  return {
    ...around,
    ...entered,
    ...{ budgetResultOre, actualResultOre, equityShare },
    closingEquityOre: plus(openingEquityOre, actualResultOre ?? budgetResultOre),
    administrationShare:
      shareOf(administrationActualOre, interventionsActualOre) ?? shareOf(administrationBudgetOre, interventionsBudgetOre),
    warnings: warningsOf({ budgetResultOre, equityShare, ceilingPercent, openingEquityOre }),
  }
}

function warningsOf({
  budgetResultOre,
  equityShare,
  ceilingPercent,
  openingEquityOre,
}: Pick<EconomyYear, 'budgetResultOre' | 'equityShare' | 'ceilingPercent' | 'openingEquityOre'>): EconomyWarning[] {
  return [
    ...(budgetResultOre !== null && budgetResultOre < 0 ? (['costsAboveFunds'] as const) : []),
    ...(equityShare !== null && ceilingPercent !== null && equityShare > ceilingPercent / 100 ? (['aboveCeiling'] as const) : []),
    ...(openingEquityOre !== null && openingEquityOre < 0 ? (['belowNought'] as const) : []),
  ]
}

const plus = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b)
const less = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a - b)

function shareOf(part: number | null, rest: number | null): number | null {
  const whole = plus(part, rest)
  return whole ? part! / whole : null
}
