import type { Estimate } from '../../probability/interval.ts'
import { ModelFault } from '../regression/design.ts'
import { leastFollowed } from '../../probability/classShare.ts'
import { bounds, type Bounds } from './bounds.ts'
import { responseWeighted } from './responseWeights.ts'

/** How a group was followed, and what its mean can be when those not reached are reckoned with. */
export interface FollowedGroup {
  n: number
  known: number
  /** Mean among those followed; a share for outcomes of 0 and 1. */
  mean: number
  /** How many reached it; `null` for other outcomes than 0 and 1. */
  x: number | null
  /** The mean with those followed weighted to be like all; `null` when all are followed, too few are, or no model can be fitted. */
  weighted: Estimate | null
  /** What the share can be at all; `null` for other outcomes than 0 and 1. */
  bounds: Bounds | null
}

/**
 * One group: its outcome (NaN where not known; `isShare`: 0 or 1 in every group, not by chance in this one) and the covariates that may go with
 * being followed. Of nobody followed the mean is NaN.
 */
export function followedGroup(outcome: Float64Array, columns: readonly Float64Array[], isShare: boolean): FollowedGroup {
  const followed = outcome.filter((one) => !Number.isNaN(one))
  const [n, known] = [outcome.length, followed.length]
  const sum = followed.reduce((total, one) => total + one, 0)
  return {
    ...{ n, known, mean: sum / known, x: isShare ? sum : null },
    weighted: known === n || known < leastFollowed * n ? null : weighted(outcome, columns),
    bounds: isShare ? (bounds({ x: sum, observed: known, missing: n - known }) ?? null) : null,
  }
}

function weighted(outcome: Float64Array, columns: readonly Float64Array[]): Estimate | null {
  const differing = columns.filter((column) => column.some((one) => one !== column[0]))
  try {
    return responseWeighted(outcome, differing)
  } catch (error) {
    if (error instanceof ModelFault) return null
    throw error
  }
}
