import type { Estimate } from '../../probability/interval.ts'
import { inOwnUnits } from '../regression/design.ts'
import type { AttEstimates, Compared } from './attEstimates.ts'
import { effectiveSize, largestShare, standardisedDifference } from './balance.ts'
import { ComparisonFault, countsOf, FewPersons, fitted, type Fitted } from './fitted.ts'
import { gate, neededFor, type Check, type CheckName, type GateInput, type Needed } from './gate.ts'
import { adjustedDifference, naiveDifference } from './simpleEstimates.ts'

/** Named columns of the same persons; the outcome is NaN where it is missing. */
export interface EffectQuestion {
  treated: Float64Array
  outcome: Float64Array
  covariates: ReadonlyMap<string, Float64Array>
  /** The outcome of before the start and the covariates that are from before it was measured. */
  placebo?: { outcome: Float64Array; covariates: ReadonlyMap<string, Float64Array> } | undefined
  indexDateRule?: string | undefined
  lottery?: boolean
}

/** All that is said of a comparison with a group that did not start. Estimates are in the unit of the outcome. */
export interface EffectReport {
  n1: number
  n0: number
  followUp: Record<'treated' | 'controls', { n: number; known: number }>
  naive: Estimate
  ols: Estimate & { seRobust: number }
  ipw: Estimate
  or: Estimate
  dr: Estimate
  /** null when no weights make the groups alike. */
  entropy: Estimate | null
  /** Which estimate is the one to report: doubly robust, or entropy balancing where the score leaves the groups unlike. */
  reported: 'dr' | 'entropy'
  propensity: { coefficients: Record<string, number>; min: number; max: number }
  balance: Record<string, { before: number; after: number }>
  ess: number
  largestWeightShare: number
  /** null when there is none, when too few have it, when no model can be fitted of it, or when the covariates determine it. */
  placebo: Estimate | null
  /** Which covariate no model can be fitted by among those who have the placebo; null when that is not why it is missing. */
  placeboFault: Pick<ComparisonFault, 'kind' | 'covariate'> | null
  gate: Record<CheckName, Check>
  verdict: 'effect' | 'difference'
  needed: Needed
}

/** Throws `FewPersons` when a group has too few with a known outcome, `ComparisonFault` when a model cannot be fitted or the groups do not overlap. */
export function effectReport(question: EffectQuestion): EffectReport {
  return reportOf(question, fitted(question.treated, question.outcome, question.covariates))
}

/** The same when the estimates are there already. */
export function reportOf(question: EffectQuestion, found: Fitted): EffectReport {
  const { treated, outcome, lottery = false } = question
  const { kept, compared, att, entropy } = found
  const [n1, n0] = countsOf(compared.treated)
  const reported = found.usesEntropy ? 'entropy' : 'dr'
  const { estimate } = found.reported
  const weights = found.weights
  const balance = Object.fromEntries(
    [...kept].map(([name, column]) => {
      const before = standardisedDifference(column, compared.treated, new Float64Array(column.length).fill(1))
      return [name, { before, after: standardisedDifference(column, compared.treated, weights) }]
    }),
  )
  const { placebo, placeboFault } = placeboOf(treated, question.placebo, reported)
  const followUp = followUpOf(treated, outcome)
  const [ess, largestWeightShare] = [effectiveSize(weights), largestShare(weights)]
  const shares = { treated: followUp.treated.known / followUp.treated.n, controls: followUp.controls.known / followUp.controls.n }
  const asked: GateInput = {
    ...{ n1, n0, ess, largestWeightShare, followUp: shares, placebo, effect: estimate, lottery },
    largestDifference: Math.max(...Object.values(balance).map(({ after }) => Math.abs(after))),
    indexDateRule: question.indexDateRule,
  }
  const { checks, verdict } = gate(asked)
  return {
    ...{ n1, n0, followUp },
    naive: naiveDifference(compared),
    ols: adjustedDifference(compared),
    ...{ ipw: att.ipw, or: att.or, dr: att.dr, entropy, reported },
    propensity: propensityOf(compared, att, [...kept.keys()]),
    ...{ balance, ess, largestWeightShare, placebo: placebo ?? null, placeboFault, gate: checks, verdict },
    needed: neededFor(asked, Object.values(followUp)),
  }
}

/** What fails of the placebo is no fault of the comparison: it is then a placebo that is missing, and its checks fail. */
function placeboOf(
  treated: Float64Array,
  given: EffectQuestion['placebo'],
  reported: EffectReport['reported'],
): { placebo?: Estimate | undefined; placeboFault: EffectReport['placeboFault'] } {
  if (!given) return { placeboFault: null }
  try {
    const { compared, att, entropy } = fitted(treated, given.outcome, given.covariates)
    const found = reported === 'entropy' ? entropy : att.dr
    // One that is the same for all, or a sum of the covariates, leaves rounding alone: it finds nothing whatever the groups are.
    const largest = compared.outcome.reduce((most, one) => Math.max(most, Math.abs(one)), 0)
    return { placebo: found && found.se > 1e-9 * largest ? found : undefined, placeboFault: null }
  } catch (error) {
    if (error instanceof FewPersons) return { placeboFault: null }
    if (error instanceof ComparisonFault) return { placeboFault: { kind: error.kind, covariate: error.covariate } }
    throw error
  }
}

function followUpOf(treated: Float64Array, outcome: Float64Array): EffectReport['followUp'] {
  const of = { treated: { n: 0, known: 0 }, controls: { n: 0, known: 0 } }
  treated.forEach((one, at) => {
    const group = of[one === 1 ? 'treated' : 'controls']
    group.n++
    if (!Number.isNaN(outcome[at]!)) group.known++
  })
  return of
}

function propensityOf({ design }: Compared, { propensity }: AttEstimates, names: string[]): EffectReport['propensity'] {
  const own = inOwnUnits(design, propensity.coefficients)
  const labelled = ['(Intercept)', ...names].map((name, at) => [name, own[at]!] as const)
  let [min, max] = [1, 0]
  for (const one of propensity.probability) {
    min = Math.min(min, one)
    max = Math.max(max, one)
  }
  return { coefficients: Object.fromEntries(labelled), min, max }
}
