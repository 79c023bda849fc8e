import { makeDesign, type Design } from '../regression/design.ts'
import { logistic } from '../regression/logistic.ts'

/** Persons with an outcome of 0 or 1, in units numbered from 0. */
export interface UnitOutcomes {
  outcome: Float64Array
  unit: ArrayLike<number>
  units: number
  /** How many persons each place of the columns stands for, or part of one; one each unless said. */
  weight?: ArrayLike<number>
}

/** What each person's background says, without a word of the unit. */
export interface CaseMix {
  /** Expected probability of each person. */
  expected: Float64Array
  /** The same on the logit scale. */
  logit: Float64Array
  /** λ that was added to the slopes, 0 when there are events enough. */
  ridge: number
}

/** Fewer of the rarer outcome than this per covariate, and the slopes are drawn towards nought. */
export const fewestEvents = 10

/**
 * A logistic model of the outcome on background alone, over the whole register; with a ridge (λ = 1 on standardised covariates) when there
 * are fewer than ten of the rarer outcome per covariate. Without covariates everybody is expected the overall share. Throws `ModelFault`.
 */
export function caseMix(columns: readonly ArrayLike<number>[], { outcome }: Pick<UnitOutcomes, 'outcome'>): CaseMix {
  const n = outcome.length
  const events = outcome.reduce((sum, one) => sum + one, 0)
  const ridge = Math.min(events, n - events) < fewestEvents * columns.length ? 1 : 0
  const design: Design = makeDesign(columns, n)
  const { probability: expected } = logistic(design, outcome, { ridge })
  return { expected, logit: expected.map((p) => Math.log(p / (1 - p))), ridge }
}

/** A unit's persons, how many reached the outcome (O), how many were expected to (E = Σp) and the spread of that (V = Σp(1−p)). */
export interface UnitCount {
  n: number
  O: number
  E: number
  V: number
}

/** Observed and expected per unit. */
export function unitCounts({ outcome, unit, units }: UnitOutcomes, { expected }: Pick<CaseMix, 'expected'>): UnitCount[] {
  const counts = Array.from({ length: units }, () => ({ n: 0, O: 0, E: 0, V: 0 }))
  for (let at = 0; at < outcome.length; at++) {
    const own = counts[unit[at]!]!
    const p = expected[at]!
    own.n++
    own.O += outcome[at]!
    own.E += p
    own.V += p * (1 - p)
  }
  return counts
}
