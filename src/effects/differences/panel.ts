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

/** One row per person in either year, other persons each year. */
export interface Section {
  y: number
  treated: 0 | 1
  after: 0 | 1
  /** Municipality, from 0. */
  cluster: number
}

/**
 * Difference in differences of two cross-sections: the coefficient of treated × after in least squares on both and it, standard error by cluster
 * (CR1), interval by t(clusters−1). With fewer than ten treated clusters use `permutationP` instead. Throws `ModelFault` when a corner is empty.
 */
export function sectionDifference(rows: readonly Section[]): Estimate & { clusters: number } {
  const columns = [rows.map(({ treated }) => treated), rows.map(({ after }) => after), rows.map(({ treated, after }) => treated * after)]
  const design = makeDesign(columns, rows.length)
  const y = rows.map((row) => row.y)
  const fit = leastSquares(design, y)
  const residuals = y.map((one, at) => one - fit.fitted[at]!)
  const cluster = rows.map((row) => row.cluster)
  const clusters = new Set(cluster).size
  const scale = design.scale[3]!
  const se = clusteredErrors(design, residuals, fit, cluster)[3]! / scale
  return { ...symmetric(fit.coefficients[3]! / scale, se, tQuantile(0.975, clusters - 1)), clusters }
}
