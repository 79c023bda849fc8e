import { makeDesign, ModelFault } from '../regression/design.ts'
import { attEstimates, type Compared } from './attEstimates.ts'
import { refuseNoOverlap, standardisedDifference } from './balance.ts'
import { entropyEstimate, entropyWeights } from './entropyBalance.ts'
import { gateLimits } from './gate.ts'

/** Says that a group has too few persons with a known outcome to estimate anything. */
export class FewPersons extends Error {
  readonly group: 'treated' | 'controls'
  readonly n: number
  constructor(group: 'treated' | 'controls', n: number) {
    super(`${n} ${group}`)
    this.group = group
    this.n = n
  }
}

/** Says which covariate is in the way of a comparison, and a person (a place in the columns) who shows it. */
export class ComparisonFault extends Error {
  readonly kind: ModelFault['kind']
  readonly covariate: string
  readonly person: number
  constructor(kind: ModelFault['kind'], covariate: string, person: number) {
    super(`${kind}: ${covariate}`)
    this.kind = kind
    this.covariate = covariate
    this.person = person
  }
}

/** All estimates, whom they are of, the weights that go with the reported one, and which it is. */
export type Fitted = ReturnType<typeof fittedToKnown>

/** All estimates among those with a known outcome, and which of them to report. Throws `FewPersons` and `ComparisonFault`. */
export function fitted(allTreated: Float64Array, allOutcome: Float64Array, covariates: ReadonlyMap<string, Float64Array>): Fitted {
  try {
    return fittedToKnown(allTreated, allOutcome, covariates)
  } catch (error) {
    if (!(error instanceof ModelFault)) throw error
    const persons = Array.from(allOutcome.keys()).filter((at) => !Number.isNaN(allOutcome[at]!))
    throw new ComparisonFault(error.kind, [...covariates.keys()][error.covariate]!, persons[error.person ?? 0]!)
  }
}

function fittedToKnown(allTreated: Float64Array, allOutcome: Float64Array, covariates: ReadonlyMap<string, Float64Array>) {
  const known = (values: Float64Array): Float64Array => values.filter((_, at) => !Number.isNaN(allOutcome[at]!))
  const kept = new Map([...covariates].map(([name, column]) => [name, known(column)]))
  const [treated, outcome] = [known(allTreated), known(allOutcome)]
  const [n1, n0] = countsOf(treated)
  if (n1 < 2) throw new FewPersons('treated', n1)
  if (n0 < covariates.size + 2) throw new FewPersons('controls', n0)
  const columns = [...kept.values()]
  refuseNoOverlap(columns, treated)
  const compared: Compared = { design: makeDesign(columns, treated.length), treated, outcome }
  const att = attEstimates(compared)
  const balancing = entropyWeights(compared.design, treated)
  const entropy = balancing ? entropyEstimate(compared, balancing) : null
  const unlike = columns.some((column) => Math.abs(standardisedDifference(column, treated, att.weights)) > gateLimits.balance)
  const usesEntropy = unlike && balancing !== undefined
  return {
    ...{ kept, compared, att, entropy, usesEntropy },
    reported: usesEntropy ? entropy! : att.dr,
    weights: usesEntropy ? balancing.weights : att.weights,
  }
}

/** How many started, and how many did not. */
export function countsOf(treated: Float64Array): [number, number] {
  const n1 = treated.reduce((sum, one) => sum + one, 0)
  return [n1, treated.length - n1]
}
