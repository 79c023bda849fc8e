import { betaProbability } from './beta.ts'
import { normalQuantile } from './normal.ts'
import { binomialDensity } from './stirling.ts'

/** P(X ≤ x) for X ~ Bin(n, p), by the incomplete beta: I₁₋ₚ(n−x, x+1). */
export function binomialProbability(x: number, n: number, p: number): number {
  const whole = Math.floor(x)
  if (whole < 0) return 0
  if (whole >= n) return 1
  return betaProbability(n - whole, whole + 1, 1 - p, p)
}

/** The smallest x with P(X ≤ x) ≥ probability for X ~ Bin(n, p). */
export function binomialQuantile(probability: number, n: number, p: number): number {
  if (!(probability > 0 && probability < 1)) throw new RangeError(`no ${probability}-quantile of a binomial`)
  const guess = Math.round(n * p + normalQuantile(probability) * Math.sqrt(n * p * (1 - p)))
  let x = Math.min(n, Math.max(0, guess))
  // R's qbinom allows the same rounding, so that a limit that falls exactly on a step does not go one too far.
  const reached = (at: number): boolean => binomialProbability(at, n, p) >= probability * (1 - 64 * Number.EPSILON)
  while (x > 0 && reached(x - 1)) x--
  while (x < n && !reached(x)) x++
  return x
}

/** P(X = x) for X ~ Bin(n, p). */
export const binomialPoint = (x: number, n: number, p: number): number => (x < 0 || x > n ? 0 : binomialDensity(x, n, p))
