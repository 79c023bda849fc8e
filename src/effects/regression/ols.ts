import { gram, linear, ModelFault, weightedSum, type Design } from './design.ts'
import { factorise, inverse, quadraticForm, solve, type Factor, type Symmetric } from './symmetric.ts'

/** A fitted linear model, in the units of the design. */
export interface LinearFit {
  coefficients: Float64Array
  /** For everybody, also those of weight 0. */
  fitted: Float64Array
  /** (Σ w xxᵀ)⁻¹ as a factor. */
  factor: Factor & { ok: true }
}

/**
 * Least squares, b = (Σ w xxᵀ)⁻¹ Σ w x y, refined once. Weights of 0 and 1 choose persons. Throws `ModelFault` when the covariates determine
 * each other among those chosen.
 */
export function leastSquares(design: Design, y: ArrayLike<number>, weight?: ArrayLike<number>): LinearFit {
  const factor = factorise(gram(design, weight), design.k)
  if (!factor.ok) throw new ModelFault('dependent', Math.max(0, factor.column - 1))
  const coefficients = new Float64Array(design.k)
  let fitted: Float64Array = new Float64Array(design.n)
  const rest = new Float64Array(design.n)
  // The second round takes back what rounding left of the first.
  for (let round = 0; round < 2; round++) {
    for (let row = 0; row < design.n; row++) rest[row] = (y[row]! - fitted[row]!) * (weight ? weight[row]! : 1)
    const step = solve(factor, weightedSum(design, rest))
    for (let at = 0; at < design.k; at++) coefficients[at]! += step[at]!
    fitted = linear(design, coefficients)
  }
  return { coefficients, fitted, factor }
}

/** Classical standard errors, √(σ² (XᵀX)⁻¹) with σ² = Σr²/(n−k), in the units of the design. */
export function classicalErrors({ n, k }: Design, residuals: ArrayLike<number>, { factor }: LinearFit): number[] {
  let squares = 0
  for (let row = 0; row < n; row++) squares += residuals[row]! ** 2
  const whole = inverse(factor)
  return Array.from({ length: k }, (_, at) => Math.sqrt((squares / (n - k)) * whole[at * k + at]!))
}

/**
 * Standard errors that hold when the spread differs between persons (HC1): √ diag (XᵀX)⁻¹ Σr²xxᵀ (XᵀX)⁻¹ · n/(n−k).
 * J. G. MacKinnon and H. White, J. Econometrics 29 (1985) 305–325.
 */
export function robustErrors(design: Design, residuals: ArrayLike<number>, { factor }: LinearFit): number[] {
  const squares = Float64Array.from(residuals, (one) => one * one)
  return sandwich(factor, gram(design, squares), design.n / (design.n - design.k))
}

/** √ diag (A⁻¹ M A⁻¹)·factor. */
function sandwich(bread: Factor & { ok: true }, meat: Symmetric, correction: number): number[] {
  const { k } = bread
  const whole = inverse(bread)
  return Array.from({ length: k }, (_, at) => Math.sqrt(Math.max(0, correction * quadraticForm(meat, whole.subarray(at * k, at * k + k)))))
}

/**
 * Standard errors that hold when rows of the same cluster go together: CR1 = G/(G−1)·(N−1)/(N−k) of the sandwich over cluster sums.
 * `cluster` numbers the clusters from 0. Needs two clusters at least. A. C. Cameron and D. L. Miller, J. Human Resources 50 (2015) 317–372.
 */
export function clusteredErrors(design: Design, residuals: ArrayLike<number>, { factor }: LinearFit, cluster: ArrayLike<number>): number[] {
  const { n, k, x } = design
  const sums = new Map<number, Float64Array>()
  for (let row = 0; row < n; row++) {
    const own = sums.get(cluster[row]!) ?? new Float64Array(k)
    for (let at = 0; at < k; at++) own[at]! += residuals[row]! * x[row * k + at]!
    sums.set(cluster[row]!, own)
  }
  const groups = sums.size
  if (groups < 2) throw new RangeError('one cluster alone has no spread')
  const meat = new Float64Array(k * k)
  for (const own of sums.values()) for (let i = 0; i < k; i++) for (let j = 0; j < k; j++) meat[i * k + j]! += own[i]! * own[j]!
  return sandwich(factor, meat, (groups / (groups - 1)) * ((n - 1) / (n - k)))
}
