import { symmetric, type Estimate } from '../../probability/interval.ts'
import { tQuantile } from '../../probability/studentT.ts'
import { linear, weightedSum, type Design } from '../regression/design.ts'
import { logistic, type LogisticFit } from '../regression/logistic.ts'
import { leastSquares, type LinearFit } from '../regression/ols.ts'
import { solve } from '../regression/symmetric.ts'

/** Who started (1) and who did not (0), with the outcome known for all, and the covariates of before the start. */
export interface Compared {
  design: Design
  treated: Float64Array
  outcome: Float64Array
}

/** The mean effect among those who started, by three ways, and the weights of the comparison persons that two of them use. */
export interface AttEstimates {
  ipw: Estimate
  or: Estimate
  dr: Estimate
  /** e/(1−e) for comparison persons, 0 for those who started. */
  weights: Float64Array
  propensity: LogisticFit
}

/**
 * IPW: Ȳ₁ − Σw₀Y/Σw₀, w = e/(1−e); outcome regression: mean₁(Y − m₀), m₀ least squares among comparison persons; doubly robust:
 * mean₁(Y−m₀) − Σw₀(Y−m₀)/Σw₀. Standard errors by the influence functions of Sant'Anna and Zhao (J. Econometrics 219 (2020) 101–122), the
 * outcome before put to nought; interval ± t(n₁−1)·se. Binary outcomes by the same, m₀ linear. Throws `ModelFault`.
 */
export function attEstimates({ design, treated, outcome }: Compared): AttEstimates {
  const propensity = logistic(design, treated)
  const controls = treated.map((t) => 1 - t)
  // e/(1−e) is exp of the linear score, which keeps its digits where e is nearly 1.
  const weights = linear(design, propensity.coefficients).map((score, at) => (treated[at] === 1 ? 0 : Math.exp(score)))
  const model = leastSquares(design, outcome, controls)
  const adjusted = outcome.map((y, at) => y - model.fitted[at]!)
  const parts = { design, treated, controls, weights, propensity, model }
  return {
    ipw: estimated(treated, influence({ ...parts, value: outcome, uses: 'weights' })),
    or: estimated(treated, influence({ ...parts, value: adjusted, uses: 'model' })),
    dr: estimated(treated, influence({ ...parts, value: adjusted, uses: 'both' })),
    ...{ weights, propensity },
  }
}

interface Parts {
  design: Design
  treated: Float64Array
  controls: Float64Array
  weights: Float64Array
  propensity: LogisticFit
  model: LinearFit
  /** The outcome, or what the outcome model leaves of it. */
  value: Float64Array
  uses: 'weights' | 'model' | 'both'
}

interface Influence {
  estimate: number
  /** One per person; their mean is nought but for rounding. */
  values: Float64Array
}

function influence({ design, treated, controls, weights, propensity, model, value, uses }: Parts): Influence {
  const { n } = design
  const n1 = sum(treated)
  const [p1, total] = [n1 / n, sum(weights)]
  const weighs = uses !== 'model'
  const eta1 = dot(treated, value) / n1
  const eta0 = weighs ? dot(weights, value) / total : 0
  const values = value.map((v, at) => (treated[at]! * (v - eta1)) / p1)
  if (weighs) {
    const gap = value.map((v, at) => weights[at]! * (v - eta0))
    // What the estimated score adds: its own score, at the slope of the weighted mean in its coefficients.
    const slope = linear(design, solve(propensity.information, weightedSum(design, gap)))
    const pw = total / n
    for (let at = 0; at < n; at++) values[at]! -= (gap[at]! + (treated[at]! - propensity.probability[at]!) * slope[at]!) / pw
  }
  if (uses !== 'weights') {
    // What the estimated outcome model adds, where those who started are and where the weights put the comparison persons.
    const toTreated = linear(design, solve(model.factor, weightedSum(design, treated)))
    const toWeighted = weighs ? linear(design, solve(model.factor, weightedSum(design, weights))) : undefined
    for (let at = 0; at < n; at++) {
      const rest = controls[at]! * value[at]!
      values[at]! -= (rest * toTreated[at]!) / p1
      if (toWeighted) values[at]! += (rest * toWeighted[at]!) / (total / n)
    }
  }
  return { estimate: eta1 - eta0, values }
}

/** se = √Σ(IF − mean)²/n and the interval ± t(n₁−1)·se. */
export function estimated(treated: Float64Array, { estimate, values }: Influence): Estimate {
  const mean = sum(values) / values.length
  const squares = values.reduce((total, one) => total + (one - mean) ** 2, 0)
  return symmetric(estimate, Math.sqrt(squares) / values.length, tQuantile(0.975, sum(treated) - 1))
}

export const sum = (values: Float64Array): number => values.reduce((total, one) => total + one, 0)

export function dot(a: Float64Array, b: Float64Array): number {
  let total = 0
  for (let at = 0; at < a.length; at++) total += a[at]! * b[at]!
  return total
}
