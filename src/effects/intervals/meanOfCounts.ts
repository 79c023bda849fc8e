import { tQuantile } from '../../probability/studentT.ts'

/** A value, how many have it, and the variance that noise has given that number. */
export interface CountedValue {
  value: number
  count: number
  noise: number
}

/** A mean of values that are counted, with its 95 % interval. */
export interface MeanOfCounts {
  mean: number
  lower: number
  upper: number
}

/**
 * The mean of values that are counted, with x̄ ± t(m − 1)·√(s²/m + Σ(x − x̄)²σ²/n²): s² the variance of the values, σ² the noise of each count (the delta method), n how many are counted and m how
 * many persons they are. A person who is counted several times is taken to say the same each time, so that the interval is at least as wide as one clustered by person where all are
 * counted equally often (design effect n/m: L. Kish, Survey Sampling (1965), 5.4). `undefined` below two persons.
 */
export function meanOfCounts(counted: readonly CountedValue[], persons: number): MeanOfCounts | undefined {
  const n = counted.reduce((sum, { count }) => sum + count, 0)
  const m = Math.min(n, persons)
  if (m < 2) return undefined
  const mean = counted.reduce((sum, { value, count }) => sum + value * count, 0) / n
  const variance = counted.reduce((sum, { value, count }) => sum + count * (value - mean) ** 2, 0) / (n - 1)
  const added = counted.reduce((sum, { value, noise }) => sum + (value - mean) ** 2 * noise, 0) / n ** 2
  const reach = tQuantile(0.975, m - 1) * Math.sqrt(variance / m + added)
  return { mean, lower: mean - reach, upper: mean + reach }
}
