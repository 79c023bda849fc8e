import { addOuter, linear, mirrored, ModelFault, type Design } from './design.ts'
import { factorise, solve, type Factor, type Symmetric } from './symmetric.ts'

/** A fitted logistic model, in the units of the design. */
export interface LogisticFit {
  coefficients: Float64Array
  /** Fitted probability of everybody. */
  probability: Float64Array
  deviance: number
  /** H = Σ p(1−p)xxᵀ (and the ridge), factorised. */
  information: Factor & { ok: true }
  rounds: number
}

/**
 * A standardised coefficient beyond this means that the covariate parts the two outcomes, if the scores spread as far: powers of one covariate
 * may have large coefficients that take each other out.
 */
export const mostStandardised = 12
const mostRounds = 100

/**
 * Logistic regression by Newton's method with step halving, from nought. With a ridge, λ/2·Σb² over standardised coefficients but the
 * constant is added. Throws `ModelFault`: 'separation' with the covariate of the largest coefficient and the person most surely told,
 * 'dependent' when covariates determine each other. Persons of weight 0 are left out of the fit.
 */
export function logistic(
  design: Design,
  y: ArrayLike<number>,
  { ridge = 0, weight }: { ridge?: number; weight?: ArrayLike<number> } = {},
): LogisticFit {
  let b: Float64Array = new Float64Array(design.k)
  let here = look(design, y, b, ridge, weight)
  for (let rounds = 1; rounds <= mostRounds; rounds++) {
    const factor = factorise(here.information, design.k)
    if (!factor.ok) {
      if (rounds === 1) throw new ModelFault('dependent', Math.max(0, factor.column - 1))
      throw separation(design, b)
    }
    const step = solve(factor, here.gradient)
    let next = Float64Array.from(b, (one, at) => one + step[at]!)
    let there = look(design, y, next, ridge, weight)
    for (let halving = 0; there.loss > here.loss * (1 + 1e-12) && halving < 40; halving++) {
      for (let at = 0; at < step.length; at++) step[at]! /= 2
      next = Float64Array.from(b, (one, at) => one + step[at]!)
      there = look(design, y, next, ridge, weight)
    }
    b = next
    here = there
    if (isParted(design, b)) throw separation(design, b)
    const [change, size] = [largest(step), largest(b)]
    if (change > 1e-10 * (1 + size) && here.deviance > 1e-9 * design.n) continue
    if (here.deviance <= 1e-9 * design.n) throw separation(design, b)
    const information = factorise(here.information, design.k)
    if (!information.ok) throw separation(design, b)
    return { coefficients: b, probability: here.probability, deviance: here.deviance, information, rounds }
  }
  throw separation(design, b)
}

const largest = (values: Float64Array): number => values.reduce((most, one) => Math.max(most, Math.abs(one)), 0)

function isParted(design: Design, b: Float64Array): boolean {
  if (largest(b.subarray(1)) <= mostStandardised) return false
  // Covariates have mean nought, so the scores have that of the constant.
  const squares = linear(design, b).reduce((sum, score) => sum + (score - b[0]!) ** 2, 0)
  return Math.sqrt(squares / design.n) > mostStandardised
}

interface Look {
  probability: Float64Array
  gradient: Float64Array
  information: Symmetric
  deviance: number
  /** Half the deviance and the ridge. */
  loss: number
}

/** The loss, its slope and its curvature at b, in one pass over the persons. */
function look({ n, k, x }: Design, y: ArrayLike<number>, b: Float64Array, ridge: number, weight?: ArrayLike<number>): Look {
  const probability = new Float64Array(n)
  const gradient = new Float64Array(k)
  const information = new Float64Array(k * k)
  let loss = 0
  for (let row = 0, at = 0; row < n; row++, at += k) {
    let eta = 0
    for (let i = 0; i < k; i++) eta += x[at + i]! * b[i]!
    const p = 1 / (1 + Math.exp(-eta))
    probability[row] = p
    const w = weight ? weight[row]! : 1
    if (w === 0) continue
    const signed = y[row] === 1 ? -eta : eta
    loss += w * (signed > 0 ? signed + Math.log1p(Math.exp(-signed)) : Math.log1p(Math.exp(signed)))
    const rest = w * (y[row]! - p)
    for (let i = 0; i < k; i++) gradient[i]! += rest * x[at + i]!
    addOuter(information, x, at, k, w * p * (1 - p))
  }
  const deviance = 2 * loss
  for (let i = 1; i < k; i++) {
    information[i * k + i]! += ridge
    gradient[i]! -= ridge * b[i]!
    loss += (ridge * b[i]! * b[i]!) / 2
  }
  return { probability, gradient, information: mirrored(information, k), deviance, loss }
}

function separation(design: Design, b: Float64Array): ModelFault {
  const sizes = b.subarray(1).map(Math.abs)
  const covariate = sizes.indexOf(largest(b.subarray(1)))
  const surest = linear(design, b).map(Math.abs)
  return new ModelFault('separation', Math.max(0, covariate), surest.indexOf(largest(surest)))
}
