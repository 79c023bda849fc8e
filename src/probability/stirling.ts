const halfLogTwoPi = 0.918938533204672741780329736406

/** Lanczos' coefficients for g = 7 and nine terms. */
const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

/** ln Γ(x) for x > 0, with a relative error about 1e-15. C. Lanczos, SIAM J. Numer. Anal. B 1 (1964) 86–96; Stirling's series from 15. */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`ln Γ(${x}) is not for us`)
  if (x >= 15) return (x - 0.5) * Math.log(x) - x + halfLogTwoPi + stirlingSeries(x)
  // Γ(1) and Γ(2) are exactly 1: the logarithm of what is nearly 1 would have no digits.
  if (x === 1 || x === 2) return 0
  const z = x - 1
  const sum = lanczos.reduce((total, term, at) => total + (at === 0 ? term : term / (z + at)), 0)
  const t = z + 7.5
  return halfLogTwoPi + (z + 0.5) * Math.log(t) - t + Math.log(sum)
}

/** 1/12x − 1/360x³ + …: what Stirling's formula leaves out of ln Γ(x), for x ≥ 15. */
function stirlingSeries(x: number): number {
  const square = x * x
  return (
    (1 / 12 -
      (1 / 360 -
        (1 / 1260 - (1 / 1680 - (1 / 1188 - (691 / 360360 - (1 / 156 - 3617 / 122400 / square) / square) / square) / square) / square) /
          square) /
        square) /
    x
  )
}

/** δ(n) = ln n! − ln(√(2πn) (n/e)ⁿ) for real n > 0. C. Loader, Fast and accurate computation of binomial probabilities (2000). */
export function stirlingError(n: number): number {
  if (n >= 15) return stirlingSeries(n)
  return logGamma(n + 1) - (n + 0.5) * Math.log(n) + n - halfLogTwoPi
}

/** D₀(x, m) = x ln(x/m) + m − x without cancellation when x is near m (Loader 2000). */
export function deviance(x: number, mean: number): number {
  if (Math.abs(x - mean) >= 0.1 * (x + mean)) return x * Math.log(x / mean) + mean - x
  const v = (x - mean) / (x + mean)
  let sum = (x - mean) * v
  let term = 2 * x * v
  for (let odd = 3; odd < 1000; odd += 2) {
    term *= v * v
    const next = sum + term / odd
    if (next === sum) return next
    sum = next
  }
  return sum
}

/**
 * Γ(n+1) / (Γ(x+1) Γ(n−x+1)) · pˣ qⁿ⁻ˣ for real 0 ≤ x ≤ n and q = 1 − p, by the saddle point (Loader 2000).
 * q is asked for, since 1 − p has lost its digits when p is near 1.
 */
export function binomialDensity(x: number, n: number, p: number, q = 1 - p): number {
  if (p === 0) return x === 0 ? 1 : 0
  if (q === 0) return x === n ? 1 : 0
  if (x === 0) return Math.exp(p < 0.1 ? n * Math.log1p(-p) : n * Math.log(q))
  if (x === n) return Math.exp(q < 0.1 ? n * Math.log1p(-q) : n * Math.log(p))
  const exponent = stirlingError(n) - stirlingError(x) - stirlingError(n - x) - deviance(x, n * p) - deviance(n - x, n * q)
  return Math.sqrt(n / (2 * Math.PI * x * (n - x))) * Math.exp(exponent)
}

/** mˣ e⁻ᵐ / Γ(x+1) for real x ≥ 0 and m > 0, by the saddle point (Loader 2000). */
export function poissonDensity(x: number, mean: number): number {
  if (x === 0) return Math.exp(-mean)
  return Math.exp(-stirlingError(x) - deviance(x, mean)) / Math.sqrt(2 * Math.PI * x)
}
