import type { Estimate } from '../../probability/interval.ts'
import { addOuter, linear, mirrored, weightedSum, type Design } from '../regression/design.ts'
import { leastSquares } from '../regression/ols.ts'
import { factorise, solve } from '../regression/symmetric.ts'
import { dot, estimated, sum, type Compared } from './attEstimates.ts'

/** Balanced when no weighted mean is further than this from that of those who started, in standard deviations. */
const balanced = 1e-11
const mostRounds = 200
/** Coefficients of the log weight beyond this, standardised, mean that no weights do. */
const mostTilt = 500

/** Weights of the comparison persons that add up to 1, or undefined: no weights make the groups alike. */
export interface EntropyWeights {
  /** 0 for those who started. */
  weights: Float64Array
  rounds: number
  gradient: number
}

/**
 * w ∝ exp(λᵀx) with the weighted mean of every covariate equal to that of those who started, by Newton's method with step halving on the
 * convex dual log Σ₀ exp(λᵀ(x − x̄₁)). `undefined` when there are none: those who started lie outside the comparison persons.
 * J. Hainmueller, Political Analysis 20 (2012) 25–46.
 */
export function entropyWeights(design: Design, treated: Float64Array): EntropyWeights | undefined {
  const { k } = design
  const target = weightedSum(design, treated).map((one) => one / sum(treated))
  let tilt: Float64Array = new Float64Array(k)
  let here = look(design, treated, target, tilt)
  for (let rounds = 1; rounds <= mostRounds; rounds++) {
    const gradient = here.gradient.reduce((most, one) => Math.max(most, Math.abs(one)), 0)
    if (gradient < balanced) return { weights: here.weights, rounds: rounds - 1, gradient }
    const factor = factorise(here.curvature, k - 1)
    if (!factor.ok) return undefined
    const step = solve(factor, here.gradient)
    let [share, next, there] = [1, tilt, here]
    do {
      next = tilt.map((one, at) => (at === 0 ? 0 : one - share * step[at - 1]!))
      there = look(design, treated, target, next)
      share /= 2
    } while (there.value > here.value + 1e-13 * Math.abs(here.value) && share > 1e-9)
    if (next.some((one) => !(Math.abs(one) < mostTilt))) return undefined
    tilt = next
    here = there
  }
  return undefined
}

interface Look {
  value: number
  weights: Float64Array
  /** Without the constant: k − 1 of them. */
  gradient: Float64Array
  curvature: Float64Array
}

function look(design: Design, treated: Float64Array, target: Float64Array, tilt: Float64Array): Look {
  const { n, k, x } = design
  const offset = dot(target, tilt)
  const logs = linear(design, tilt).map((one, at) => (treated[at] === 1 ? Number.NEGATIVE_INFINITY : one - offset))
  const most = logs.reduce((a, b) => Math.max(a, b))
  const weights = logs.map((one) => Math.exp(one - most))
  const total = sum(weights)
  const [gradient, curvature, centred] = [new Float64Array(k - 1), new Float64Array((k - 1) ** 2), new Float64Array(k - 1)]
  for (let row = 0; row < n; row++) {
    weights[row]! /= total
    const w = weights[row]!
    if (w === 0) continue
    for (let at = 1; at < k; at++) {
      centred[at - 1] = x[row * k + at]! - target[at]!
      gradient[at - 1]! += w * centred[at - 1]!
    }
    addOuter(curvature, centred, 0, k - 1, w)
  }
  for (let i = 0; i < k - 1; i++) for (let j = i; j < k - 1; j++) curvature[i * (k - 1) + j]! -= gradient[i]! * gradient[j]!
  return { value: most + Math.log(total), weights, gradient, curvature: mirrored(curvature, k - 1) }
}

/**
 * Ȳ₁ − Σw₀Y with entropy weights. Its influence function is that of a doubly robust estimate whose outcome model is least squares with the
 * same weights, which is what balancing all means amounts to: with x̄₁ taken off, β that model's slopes,
 *
 *   T(Y − Ȳ₁ − βᵀ(x−x̄₁))/p₁ − (1−T)w(Y − Ȳ₀w − βᵀ(x−x̄₁))/p_w
 *
 * Q. Zhao and D. Percival, J. Causal Inference 5 (2017) 20160010. Interval ± t(n₁−1)·se.
 */
export function entropyEstimate({ design, treated, outcome }: Compared, { weights }: EntropyWeights): Estimate {
  const { n } = design
  const n1 = sum(treated)
  const estimate = dot(treated, outcome) / n1 - dot(weights, outcome)
  const { fitted } = leastSquares(design, outcome, weights)
  // The weighted least squares line goes through both means at x̄₁, so the residual about it is all that is needed.
  const shift =
    dot(
      treated,
      outcome.map((y, at) => y - fitted[at]!),
    ) / n1
  const values = outcome.map((y, at) => {
    const rest = y - fitted[at]!
    return treated[at] === 1 ? (rest - shift) / (n1 / n) : -weights[at]! * rest * n
  })
  return estimated(treated, { estimate, values })
}
