import { makeDesign, ModelFault } from '../regression/design.ts'
import { attEstimates } from './attEstimates.ts'
import type { EffectQuestion } from './effectReport.ts'
import { countsOf, fitted, type Fitted } from './fitted.ts'

/** What the doubly robust estimate becomes under other choices, in the unit of the outcome; null where the model cannot be fitted. */
export interface Sensitivity {
  withoutCovariate: Record<string, number | null>
  /** Without the comparison persons of the one per cent largest weights. */
  withoutTopWeights: number | null
  /**
   * For outcomes of 0 and 1: how strongly something unseen would have to go with both starting and the outcome, as a risk ratio, to explain
   * all of the difference that is reported; null for other outcomes.
   */
  eValue: number | null
}

/** Leaves one covariate out at a time, and the largest weights. Throws as `fitted`; persons without a known outcome are left out. */
export function sensitivity(question: EffectQuestion): Sensitivity {
  const steps = sensitivitySteps(question)
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

/** The same, with the share done (0 … 1) between its estimates, so that it can be shown and stopped. `found` when the estimates are there already. */
export function* sensitivitySteps(question: EffectQuestion, found?: Fitted): Generator<number, Sensitivity> {
  const whole = found ?? fitted(question.treated, question.outcome, question.covariates)
  const { kept: columns, compared, att } = whole
  const { treated, outcome } = compared
  const estimate = (names: string[], chosen?: (at: number) => boolean) => {
    const kept = (values: Float64Array): Float64Array => (chosen ? values.filter((_, at) => chosen(at)) : values)
    const own = names.map((name) => kept(columns.get(name)!))
    const group = kept(treated)
    return attEstimates({ design: makeDesign(own, group.length), treated: group, outcome: kept(outcome) })
  }
  const names = [...columns.keys()]
  const sorted = att.weights.filter((_, at) => treated[at] === 0).sort()
  const limit = sorted[Math.floor(0.99 * (sorted.length - 1))]!
  const withoutCovariate: Sensitivity['withoutCovariate'] = {}
  for (const [at, name] of (names.length > 1 ? names : []).entries()) {
    yield at / names.length
    withoutCovariate[name] = orNull(() => estimate(names.filter((one) => one !== name)).dr.estimate)
  }
  return {
    withoutCovariate,
    withoutTopWeights: orNull(() => estimate(names, (at) => treated[at] === 1 || att.weights[at]! <= limit).dr.estimate),
    eValue: eValueOf(treated, outcome, whole.reported.estimate),
  }
}

function orNull(work: () => number): number | null {
  try {
    return work()
  } catch (error) {
    if (error instanceof ModelFault) return null
    throw error
  }
}

function eValueOf(treated: Float64Array, outcome: Float64Array, difference: number): number | null {
  if (!outcome.every((one) => one === 0 || one === 1)) return null
  const [n1] = countsOf(treated)
  const reached = outcome.reduce((sum, one, at) => sum + one * treated[at]!, 0) / n1
  const otherwise = reached - difference
  return reached > 0 && otherwise > 0 ? eValue(reached / otherwise) : null
}

/** RR + √(RR(RR−1)), of 1/RR below one. T. J. VanderWeele and P. Ding, Annals of Internal Medicine 167 (2017) 268–274. */
export function eValue(ratio: number): number {
  if (!(ratio > 0)) throw new RangeError(`${ratio} is no risk ratio`)
  const above = Math.max(ratio, 1 / ratio)
  return above + Math.sqrt(above * (above - 1))
}
