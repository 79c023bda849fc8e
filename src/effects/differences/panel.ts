import { symmetric, type Estimate } from '../../probability/interval.ts'
import { tQuantile } from '../../probability/studentT.ts'
import { attEstimates } from '../comparison/attEstimates.ts'
import { makeDesign } from '../regression/design.ts'
import { clusteredErrors, leastSquares } from '../regression/ols.ts'

/** Persons or places measured before and after; `treated` is 1 for those where it started between the two. */
export interface BeforeAfter {
  before: Float64Array
  after: Float64Array
  treated: Float64Array
  /** Numbers of clusters from 0, as municipalities; absent: each row is its own. */
  cluster?: ArrayLike<number> | undefined
}

const changes = ({ before, after }: BeforeAfter): Float64Array => after.map((one, at) => one - before[at]!)

/**
 * Difference in differences: mean change where it started less mean change elsewhere, standard error by cluster (CR1), interval by t(clusters−1).
 * Rests on both having gone the same way otherwise; no rescue by itself. Throws `ModelFault` when all or none started.
 */
export function differenceInDifferences(panel: BeforeAfter): Estimate & { clusters: number } {
  const change = changes(panel)
  const design = makeDesign([panel.treated], change.length)
  const fit = leastSquares(design, change)
  const residuals = change.map((one, at) => one - fit.fitted[at]!)
  const cluster = panel.cluster ?? [...change.keys()]
  const clusters = new Set(Array.from(cluster)).size
  const scale = design.scale[1]!
  const se = clusteredErrors(design, residuals, fit, cluster)[1]! / scale
  return { ...symmetric(fit.coefficients[1]! / scale, se, tQuantile(0.975, clusters - 1)), clusters }
}

/** The doubly robust one of Sant'Anna and Zhao (2020): the comparison of changes, given covariates of before. Throws `ModelFault`. */
export function robustDifferenceInDifferences(panel: BeforeAfter, covariates: readonly ArrayLike<number>[]): Estimate {
  const outcome = changes(panel)
  return attEstimates({ design: makeDesign(covariates, outcome.length), treated: panel.treated, outcome }).dr
}
