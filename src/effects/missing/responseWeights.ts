import { symmetric, type Estimate } from '../../probability/interval.ts'
import { linear, makeDesign, weightedSum } from '../regression/design.ts'
import { logistic } from '../regression/logistic.ts'
import { solve } from '../regression/symmetric.ts'

/**
 * A mean over all who started when some were not reached: those reached weighted by 1/e, e a logistic model of being reached.
 * Σ Ry/e ÷ Σ R/e, with the influence function that has the estimated model in it:
 *
 *   IF = [R(y−θ)/e − (R−e)·xᵀH⁻¹ΣR(1−e)(y−θ)x/e] ÷ mean(R/e),   se = √Σ(IF − mean)²/n
 *
 * J. M. Robins, A. Rotnitzky and L. P. Zhao, JASA 89 (1994) 846–866. The outcome is NaN where nobody was reached. Throws `ModelFault`.
 */
export function responseWeighted(outcome: Float64Array, columns: readonly ArrayLike<number>[]): Estimate {
  const n = outcome.length
  const design = makeDesign(columns, n)
  const reached = outcome.map((y) => (Number.isNaN(y) ? 0 : 1))
  const { probability, information } = logistic(design, reached)
  let [total, weighted] = [0, 0]
  for (let at = 0; at < n; at++) {
    if (reached[at] === 0) continue
    total += 1 / probability[at]!
    weighted += outcome[at]! / probability[at]!
  }
  const estimate = weighted / total
  const own = outcome.map((y, at) => (reached[at] === 1 ? (y - estimate) / probability[at]! : 0))
  const pull = linear(
    design,
    solve(
      information,
      weightedSum(
        design,
        own.map((one, at) => one * (1 - probability[at]!)),
      ),
    ),
  )
  const values = own.map((one, at) => ((one - (reached[at]! - probability[at]!) * pull[at]!) * n) / total)
  const mean = values.reduce((sum, one) => sum + one, 0) / n
  return symmetric(estimate, Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0)) / n)
}
