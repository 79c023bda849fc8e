import { z95, type Interval } from '../probability/interval.ts'
import { wilson } from '../probability/proportion.ts'

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
