import { apportion, compare } from '../apportion.ts'

/** How a lower level falls on the planned interventions: the same part of each, or on those that started last until it is covered. */
export const fallRules = ['alike', 'newestFirst'] as const
export type FallRule = (typeof fallRules)[number]

/** An intervention that the association plans to finance in a year; öre of the association's own funds. */
export interface PlannedIntervention {
  interventionId: string
  name: string
  /** Civil date. */
  startDate: string
  plannedOre: number
}

export interface Fall {
  lines: { interventionId: string; name: string; plannedOre: number; leftOre: number; changeOre: number }[]
  /** Of the lower level, what the plans do not hold: administration or own capital has to bear it. */
  uncoveredOre: number
  /** A higher level adds to no plan by itself. */
  freeOre: number
}

/**
 * What is left of each plan when the level changes: a lower level is taken from the interventions alone, administration and own capital stay as they are; a higher
 * one leaves the plans as they are, and what comes is free to decide on. Exact to the öre, whatever order they stand in.
 * @param changeOre the level thought of less the level as it stands
 */
export function fallOn(planned: readonly PlannedIntervention[], changeOre: number, rule: FallRule): Fall {
  const all = planned.reduce((sum, { plannedOre }) => sum + plannedOre, 0)
  const lost = Math.max(0, -changeOre)
  const taken = takenFrom(planned, Math.min(lost, all), rule)
  return {
    lines: planned.map(({ interventionId, name, plannedOre }) => {
      const less = taken.get(interventionId) ?? 0
      return { interventionId, name, plannedOre, leftOre: plannedOre - less, changeOre: 0 - less }
    }),
    uncoveredOre: Math.max(0, lost - all),
    freeOre: Math.max(0, changeOre),
  }
}

function takenFrom(planned: readonly PlannedIntervention[], lost: number, rule: FallRule): Map<string, number> {
  if (rule === 'alike')
    return apportion(lost, new Map(planned.map(({ interventionId, plannedOre }) => [interventionId, BigInt(plannedOre)])))
  const newest = [...planned].sort((a, b) => compare(b.startDate, a.startDate) || compare(a.interventionId, b.interventionId))
  let left = lost
  return new Map(
    newest.map(({ interventionId, plannedOre }) => {
      const taken = Math.min(left, plannedOre)
      left -= taken
      return [interventionId, taken]
    }),
  )
}
