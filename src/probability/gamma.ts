import { continuedFraction } from './continuedFraction.ts'
import { normalQuantile } from './normal.ts'
import { rootByNewton } from './rootByNewton.ts'
import { logGamma, poissonDensity } from './stirling.ts'

/** P(a, x), the probability that a Gamma(a, 1) is at most x: series below a + 1, continued fraction above (Numerical Recipes 6.2). */
export function gammaProbability(a: number, x: number): number {
  if (!(a > 0)) throw new RangeError(`Gamma(${a}) does not exist`)
  if (x <= 0) return 0
  return x < a + 1 ? series(a, x) : 1 - fraction(a, x)
}

/** Q(a, x) = 1 − P(a, x), with its digits where it is small. */
export const gammaUpper = (a: number, x: number): number => (x < a + 1 ? 1 - gammaProbability(a, x) : fraction(a, x))

function series(a: number, x: number): number {
  let [term, sum] = [1, 1]
  for (let at = 1; term > 1e-18 * sum; at++) {
    term *= x / (a + at)
    sum += term
  }
  return poissonDensity(a, x) * sum
}

const fraction = (a: number, x: number): number =>
  (poissonDensity(a, x) * a) / continuedFraction(x + 1 - a, (at) => ({ a: -at * (at - a), b: x + 1 - a + 2 * at }))

/** The p-quantile of Gamma(a, 1). Throws `RangeError` outside 0 … 1. */
export function gammaQuantile(a: number, p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`${p} is no probability`)
  if (p === 0 || p === 1) return p === 0 ? 0 : Number.POSITIVE_INFINITY
  // Wilson and Hilferty (1931) to begin with, or the first term of the series where that is below nought.
  const root = 1 - 1 / (9 * a) + normalQuantile(p) / (3 * Math.sqrt(a))
  const start = root > 0.1 ? a * root ** 3 : Math.exp((Math.log(p) + logGamma(a + 1)) / a)
  return rootByNewton(start, 0, a + 40 * Math.sqrt(a) + 800, (x) => {
    const slope = (poissonDensity(a, x) * a) / x
    return p < 0.5 ? { value: gammaProbability(a, x) - p, slope } : { value: 1 - p - gammaUpper(a, x), slope }
  })
}

/** The probability that χ² with some degrees of freedom is at most x. */
export const chiSquareProbability = (x: number, degrees: number): number => gammaProbability(degrees / 2, x / 2)
