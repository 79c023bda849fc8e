import { symmetric, type Estimate } from '../../probability/interval.ts'
import { normalQuantile } from '../../probability/normal.ts'
import { tQuantile, tTwoSided } from '../../probability/studentT.ts'

export interface MeanDifference extends Estimate {
  degrees: number
  p: number
}

/** Mean change of the same persons with the t interval. Throws `RangeError` below two persons or when lists differ in length. */
export function pairedMean(before: readonly number[], after: readonly number[]): MeanDifference {
  if (before.length !== after.length || before.length < 2) throw new RangeError(`${before.length} and ${after.length} are no pairs`)
  const { mean, variance } = moments(after.map((one, at) => one - before[at]!))
  return told(mean, Math.sqrt(variance / before.length), before.length - 1)
}

/** Difference of two independent means with Welch's interval. Throws `RangeError` below two persons in a group. */
export function welchMean(first: ArrayLike<number>, second: ArrayLike<number>): MeanDifference {
  if (first.length < 2 || second.length < 2) throw new RangeError(`${first.length} and ${second.length} are too few`)
  const [one, two] = [moments(first), moments(second)]
  const [v1, v2] = [one.variance / first.length, two.variance / second.length]
  const degrees = (v1 + v2) ** 2 / (v1 ** 2 / (first.length - 1) + v2 ** 2 / (second.length - 1))
  return told(one.mean - two.mean, Math.sqrt(v1 + v2), degrees)
}

/**
 * How many persons each group needs to see a difference between two means of the same standard deviation: 2·σ²·(z + z_β)²/Δ², two-sided.
 * J. L. Fleiss, The Design and Analysis of Clinical Experiments (1986), 14.
 */
export function personsNeededForMeans(sd: number, difference: number, { power = 0.8, alpha = 0.05 } = {}): number {
  if (difference === 0) throw new RangeError('no difference needs endless persons')
  return 2 * ((sd * (normalQuantile(1 - alpha / 2) + normalQuantile(power))) / difference) ** 2
}

/** Without any spread there is no uncertainty to tell: the interval is the estimate, and p is 1 or 0. */
function told(estimate: number, se: number, degrees: number): MeanDifference {
  if (!(se > 0)) return { ...symmetric(estimate, 0), degrees, p: estimate === 0 ? 1 : 0 }
  return { ...symmetric(estimate, se, tQuantile(0.975, degrees)), degrees, p: tTwoSided(estimate / se, degrees) }
}

/** Mean and variance (n − 1). */
export function moments(values: ArrayLike<number>): { mean: number; variance: number } {
  let [sum, squares] = [0, 0]
  for (let at = 0; at < values.length; at++) sum += values[at]!
  const mean = sum / values.length
  for (let at = 0; at < values.length; at++) squares += (values[at]! - mean) ** 2
  return { mean, variance: squares / (values.length - 1) }
}
