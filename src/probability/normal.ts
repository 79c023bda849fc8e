import { continuedFraction } from './continuedFraction.ts'
import { rootByNewton } from './rootByNewton.ts'

const rootTwoPi = 2.50662827463100050241576528481

/** φ(z), the density of the standard normal. */
export const normalDensity = (z: number): number => Math.exp((-z * z) / 2) / rootTwoPi

/**
 * Φ(z). About the middle ½ + φ(z)·(z + z³/3 + z⁵/(3·5) + …), in the tails φ(z) over Laplace's continued fraction; relative error about
 * 1e-14. Abramowitz and Stegun 26.2.11 and 26.2.14.
 */
export function normalProbability(z: number): number {
  if (Number.isNaN(z)) return Number.NaN
  if (z < -2) return z < -40 ? 0 : upperTail(-z)
  if (z > 2) return z > 40 ? 1 : 1 - upperTail(z)
  let [term, sum] = [z, z]
  for (let odd = 3; Math.abs(term) > 1e-18 * Math.abs(sum); odd += 2) {
    term *= (z * z) / odd
    sum += term
  }
  return 0.5 + normalDensity(z) * sum
}

const upperTail = (z: number): number => normalDensity(z) / continuedFraction(z, (at) => ({ a: at, b: z }))

/** Φ⁻¹(p), −∞ at 0 and ∞ at 1. Throws `RangeError` outside 0 … 1. */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`${p} is no probability`)
  if (p === 0 || p === 1) return p === 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  if (p > 0.5) return -normalQuantile(1 - p)
  if (p === 0.5) return 0
  const t = Math.sqrt(-2 * Math.log(p))
  // Abramowitz and Stegun 26.2.23 to begin with: right to 4.5e-4.
  const start = -(t - (2.515517 + 0.802853 * t + 0.010328 * t * t) / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t * t * t))
  // In logarithms the tail is nearly straight, and no digits are lost where p is small.
  return rootByNewton(start, -40, 0, (z) => {
    const probability = normalProbability(z)
    return { value: Math.log(probability / p), slope: normalDensity(z) / probability }
  })
}
