import { betaQuantile } from './beta.ts'
import { z95, type Interval } from './interval.ts'

function refuseNoShare(x: number, n: number): void {
  if (!Number.isInteger(x) || !Number.isInteger(n) || x < 0 || x > n) throw new RangeError(`${x} of ${n} is no share`)
}

/**
 * Wilson's 95 % score interval of x of n; the lower end is exactly 0 at x = 0, the upper exactly 1 at x = n.
 * `undefined` when n is 0. Throws unless 0 ≤ x ≤ n are whole numbers. E. B. Wilson, JASA 22 (1927) 209–212.
 */
export function wilson(x: number, n: number, z = z95): Interval | undefined {
  refuseNoShare(x, n)
  if (n === 0) return undefined
  const p = x / n
  const square = z * z
  const centre = (p + square / (2 * n)) / (1 + square / n)
  const half = (z / (1 + square / n)) * Math.sqrt((p * (1 - p)) / n + square / (4 * n * n))
  return { lower: x === 0 ? 0 : centre - half, upper: x === n ? 1 : centre + half }
}

/**
 * Jeffreys' interval of x of n: quantiles of Beta(x+½, n−x+½), 0 at x = 0 and 1 at x = n. `undefined` when n is 0. Throws as `wilson`.
 * L. D. Brown, T. T. Cai and A. DasGupta, Statistical Science 16 (2001) 101–133.
 */
export function jeffreys(x: number, n: number, level = 0.95): Interval | undefined {
  refuseNoShare(x, n)
  if (n === 0) return undefined
  const quantile = (p: number): number => betaQuantile(x + 0.5, n - x + 0.5, p)
  return { lower: x === 0 ? 0 : quantile((1 - level) / 2), upper: x === n ? 1 : quantile((1 + level) / 2) }
}

/**
 * Clopper and Pearson's interval of x of n, which holds at least the level whatever the share is and is therefore wide.
 * `undefined` when n is 0. Throws as `wilson`. C. J. Clopper and E. S. Pearson, Biometrika 26 (1934) 404–413.
 */
export function clopperPearson(x: number, n: number, level = 0.95): Interval | undefined {
  refuseNoShare(x, n)
  if (n === 0) return undefined
  return {
    lower: x === 0 ? 0 : betaQuantile(x, n - x + 1, (1 - level) / 2),
    upper: x === n ? 1 : betaQuantile(x + 1, n - x, (1 + level) / 2),
  }
}
