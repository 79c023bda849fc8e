import type { EconomyFields, EconomyWarning, EconomyYear } from './domain.ts'

/** What is known of a year from elsewhere; öre. */
export interface YearAround {
  year: number
  /** The level that the members' contributions reach; `null` while a party has neither decided nor agreed. */
  fundsOre: number | null
  interventionsBudgetOre: number | null
  interventionsActualOre: number | null
}

/** How far a year has come. */
export interface YearPace {
  /** Actual costs are those of the whole year. Before, they are what has been booked so far. */
  isOver: boolean
  /** What books and budget foresee that it costs; `null` where they do not tell of all of it. */
  foreseenOre: number | null
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
export function economyYear(around: YearAround, entered: Entered = nothing, { isOver, foreseenOre }: YearPace): EconomyYear {
  const { fundsOre, interventionsBudgetOre, interventionsActualOre } = around
  const { openingEquityOre, administrationBudgetOre, administrationActualOre, ceilingPercent } = entered
  const plannedOre = plannedOf({ interventionsBudgetOre, interventionsPlanOre: entered.interventionsPlanOre })
  const budgetResultOre = less(fundsOre, plus(administrationBudgetOre, plannedOre))
  const actualResultOre = less(fundsOre, plus(administrationActualOre, interventionsActualOre))
  const equityShare = openingEquityOre === null || !fundsOre ? null : openingEquityOre / fundsOre
  return {
    ...around,
    ...entered,
    ...{ budgetResultOre, actualResultOre, equityShare },
    closingEquityOre: plus(openingEquityOre, (isOver ? actualResultOre : less(fundsOre, foreseenOre)) ?? budgetResultOre),
    administrationShare:
      (isOver ? shareOf(administrationActualOre, interventionsActualOre) : null) ?? shareOf(administrationBudgetOre, plannedOre),
    warnings: warningsOf({ budgetResultOre, equityShare, ceilingPercent, openingEquityOre }),
  }
}

/**
 * What interventions are to cost together: the larger of their budgets and the plan, where there are both. A plan of a year has room for what has no budget yet, also
 * for interventions that nobody has registered, so that the budgets of some do not stand for all.
 */
export function plannedOf({
  interventionsBudgetOre,
  interventionsPlanOre,
}: Pick<EconomyYear, 'interventionsBudgetOre' | 'interventionsPlanOre'>): number | null {
  if (interventionsBudgetOre === null || interventionsPlanOre === null) return interventionsBudgetOre ?? interventionsPlanOre
  return Math.max(interventionsBudgetOre, interventionsPlanOre)
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
