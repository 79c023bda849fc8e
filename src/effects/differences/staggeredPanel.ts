/** Places over periods. `start[i]` is the period in which it started there, `undefined` where it never did. */
export interface StaggeredPanel {
  periods: readonly number[]
  start: readonly (number | undefined)[]
  /** One row per place, one value per period. */
  y: readonly (readonly number[])[]
}

/** The mean change of a group from its base to a period, less that of the places that never started. */
export interface Change {
  group: number
  /** The places of the base and of the period among the periods. */
  from: number
  to: number
  estimate: number
  one: { n: number; mean: number }
  never: { n: number; mean: number }
}

/** A change with its part of an estimate. */
export type WeightedChange = Change & { weight: number }
