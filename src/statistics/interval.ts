/** Φ⁻¹(0.975), for 95 % intervals. */
export const z95 = 1.959963984540054

/** An interval of a share, 0 … 1. */
export interface Interval {
  lower: number
  upper: number
}

/**
 * Wilson's 95 % score interval of x of n; the lower end is exactly 0 at x = 0, the upper exactly 1 at x = n.
 * `undefined` when n is 0. Throws unless 0 ≤ x ≤ n are whole numbers. E. B. Wilson, JASA 22 (1927) 209–212.
 */
export function wilson(x: number, n: number, z = z95): Interval | undefined {
  if (!Number.isInteger(x) || !Number.isInteger(n) || x < 0 || x > n) throw new RangeError(`${x} of ${n} is no share`)
  if (n === 0) return undefined
  const p = x / n
  const square = z * z
  const centre = (p + square / (2 * n)) / (1 + square / n)
  const half = (z / (1 + square / n)) * Math.sqrt((p * (1 - p)) / n + square / (4 * n * n))
  return { lower: x === 0 ? 0 : centre - half, upper: x === n ? 1 : centre + half }
}

/**
 * The 95 % interval of a share whose counts have noise. With p = x / n the noise adds to the variance of the share, to first order,
 *
 *   v = (σx² + p² · σn²) / n²
 *
 * (σx², σn² the variances of the noise of x and n, drawn independently). Wilson's interval of x of n is widened about its centre c to
 * c ± √(h² + z² · v), h being its half width, and kept within 0 … 1. Without noise it is Wilson's. Throws as `wilson` does.
 */
export function noisyInterval({
  x,
  n,
  noiseOfX,
  noiseOfN,
}: {
  x: number
  n: number
  noiseOfX: number
  noiseOfN: number
}): Interval | undefined {
  const exact = wilson(x, n)
  if (!exact || noiseOfX + noiseOfN === 0) return exact
  const p = x / n
  const [centre, half] = [(exact.lower + exact.upper) / 2, (exact.upper - exact.lower) / 2]
  const wide = Math.sqrt(half ** 2 + (z95 ** 2 * (noiseOfX + p ** 2 * noiseOfN)) / n ** 2)
  return { lower: Math.max(0, centre - wide), upper: Math.min(1, centre + wide) }
}

/** What a share can be at least and at most when nothing is known of some: none of the unknown, or all of them, succeeded. */
export function unknownBounds(x: number, unknown: number, n: number): Interval | undefined {
  if (x < 0 || unknown < 0 || x + unknown > n) throw new RangeError(`${x} and ${unknown} unknown do not fit in ${n}`)
  return n === 0 ? undefined : { lower: x / n, upper: (x + unknown) / n }
}
