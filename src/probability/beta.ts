import { continuedFraction } from './continuedFraction.ts'
import { rootByNewton } from './rootByNewton.ts'
import { binomialDensity, logGamma } from './stirling.ts'

/** ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a+b). */
export const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b)

/** x^a (1−x)^b / B(a, b): the density of Beta(a, b) times x(1−x). */
const density = (a: number, b: number, x: number, y: number): number => (binomialDensity(a, a + b, x, y) * a * b) / (a + b)

/**
 * Iₓ(a, b), the probability that Beta(a, b) is at most x; `y` is 1 − x, asked for since it has lost its digits when x is near 1.
 * Continued fraction (Numerical Recipes 6.4), the density by Loader's saddle point so that large a and b keep their digits.
 */
export function betaProbability(a: number, b: number, x: number, y = 1 - x): number {
  if (!(a > 0 && b > 0)) throw new RangeError(`Beta(${a}, ${b}) does not exist`)
  if (x <= 0) return 0
  if (y <= 0) return 1
  return x <= a / (a + b) ? lowerTail(a, b, x, y) : 1 - lowerTail(b, a, y, x)
}

/** The probability that Beta(a, b) is above x. */
export const betaUpper = (a: number, b: number, x: number, y = 1 - x): number => betaProbability(b, a, y, x)

function lowerTail(a: number, b: number, x: number, y: number): number {
  const fraction = continuedFraction(1, (at) => {
    const m = Math.floor(at / 2)
    const even = at % 2 === 0
    const numerator = even ? m * (b - m) * x : -(a + m) * (a + b + m) * x
    return { a: numerator / ((a + 2 * m - (even ? 1 : 0)) * (a + 2 * m + (even ? 0 : 1))), b: 1 }
  })
  return density(a, b, x, y) / a / fraction
}

/** The p-quantile of Beta(a, b). Throws `RangeError` outside 0 … 1. */
export function betaQuantile(a: number, b: number, p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`${p} is no probability`)
  if (p === 0 || p === 1) return p
  const middle = betaProbability(a, b, a / (a + b))
  return p <= middle ? lowerQuantile(a, b, p) : 1 - lowerQuantile(b, a, 1 - p)
}

/** Newton in logarithms of x and of the probability, where the lower tail is nearly a straight line of slope a. */
function lowerQuantile(a: number, b: number, p: number): number {
  const [mean, highest] = [a / (a + b), 0]
  const small = (Math.log(p) + Math.log(a) + logBeta(a, b)) / a
  const start = Math.min(Math.log(mean), small)
  const logX = rootByNewton(start, Math.min(-745, 2 * start), highest, (log) => {
    const x = Math.exp(log)
    const probability = betaProbability(a, b, x, -Math.expm1(log))
    if (probability === 0) return { value: Number.NEGATIVE_INFINITY, slope: 1 }
    return { value: Math.log(probability / p), slope: density(a, b, x, -Math.expm1(log)) / -Math.expm1(log) / probability }
  })
  return Math.exp(logX)
}
