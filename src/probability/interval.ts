/** Φ⁻¹(0.975), for 95 % intervals. */
export const z95 = 1.959963984540054

/** An interval of something estimated, in its own unit. */
export interface Interval {
  lower: number
  upper: number
}

/** What was estimated, its standard error and its interval, in the unit of the outcome. */
export interface Estimate extends Interval {
  estimate: number
  se: number
}

/** estimate ± quantile·se. */
export const symmetric = (estimate: number, se: number, quantile = z95): Estimate => ({
  ...{ estimate, se },
  ...{ lower: estimate - quantile * se, upper: estimate + quantile * se },
})
