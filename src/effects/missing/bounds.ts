import { leastFollowed } from '../../probability/classShare.ts'
import type { Interval } from '../../probability/interval.ts'
import { wilson } from '../../probability/proportion.ts'

/** x of those followed, and how many were not reached. */
export interface Followed {
  x: number
  observed: number
  missing: number
}

/** What the share can be whatever became of those not reached, and that with the uncertainty of few persons: the outer Wilson limits. */
export interface Bounds {
  bounds: Interval
  outer: Interval
  /** Whether more than the bounds may be shown: at least 60 % were followed. */
  mayEstimate: boolean
}

/** [x/n, (x+missing)/n]. `undefined` for nobody. C. F. Manski, Am. Econ. Rev. 80 (1990) 319–323. Throws `RangeError` for counts that do not fit. */
export function bounds({ x, observed, missing }: Followed): Bounds | undefined {
  const n = observed + missing
  const [low, high] = [wilson(x, n), wilson(x + missing, n)]
  if (x > observed) throw new RangeError(`${x} of ${observed} followed`)
  if (!low || !high) return undefined
  return {
    bounds: { lower: x / n, upper: (x + missing) / n },
    outer: { lower: low.lower, upper: high.upper },
    mayEstimate: observed / n >= leastFollowed,
  }
}

/**
 * The share when those not reached did `ratio` times as well as those followed (0: none of them; 1: the same; 1.25 at most on the page), never
 * more than all of them. `undefined` when nobody was followed.
 */
export function assumedShare({ x, observed, missing }: Followed, ratio: number): number | undefined {
  if (!(ratio >= 0)) throw new RangeError(`${ratio} times as well`)
  if (observed === 0) return undefined
  return (x + missing * Math.min(1, (ratio * x) / observed)) / (observed + missing)
}
