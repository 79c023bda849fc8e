import { symmetric, type Estimate } from '../../probability/interval.ts'
import { tQuantile } from '../../probability/studentT.ts'
import { leastSquares, classicalErrors, robustErrors } from '../regression/ols.ts'
import { welchMean } from '../intervals/means.ts'
import type { Design } from '../regression/design.ts'
import type { Compared } from './attEstimates.ts'

/** The plain difference of means with Welch's standard error and interval (B. L. Welch, Biometrika 34 (1947) 28–35). */
export function naiveDifference({ treated, outcome }: Pick<Compared, 'treated' | 'outcome'>): Estimate {
  const [started, others] = [1, 0].map((group) => outcome.filter((_, at) => treated[at] === group))
  const { estimate, se, lower, upper } = welchMean(started!, others!)
  return { estimate, se, lower, upper }
}

/**
 * The coefficient of having started in a least squares model of the outcome on it and all covariates: classical standard error, interval
 * ± t(n−k)·se; `seRobust` is HC1's, to be trusted where the spread differs between persons (as with outcomes of 0 and 1).
 */
export function adjustedDifference({ design, treated, outcome }: Compared): Estimate & { seRobust: number } {
  const wide = withTreated(design, treated)
  const fit = leastSquares(wide, outcome)
  const residuals = outcome.map((y, at) => y - fit.fitted[at]!)
  const last = wide.k - 1
  const found = symmetric(fit.coefficients[last]!, classicalErrors(wide, residuals, fit)[last]!, tQuantile(0.975, wide.n - wide.k))
  return { ...found, seRobust: robustErrors(wide, residuals, fit)[last]! }
}

function withTreated({ n, k, x, mean, scale }: Design, treated: Float64Array): Design {
  const wide = new Float64Array(n * (k + 1))
  for (let row = 0; row < n; row++) {
    wide.set(x.subarray(row * k, row * k + k), row * (k + 1))
    wide[row * (k + 1) + k] = treated[row]!
  }
  return { n, k: k + 1, x: wide, mean: Float64Array.of(...mean, 0), scale: Float64Array.of(...scale, 1) }
}
