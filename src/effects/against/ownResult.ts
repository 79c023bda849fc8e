import type { Breathe } from '../../spreadsheet/work.ts'
import { reportOf, type EffectQuestion, type EffectReport } from '../comparison/effectReport.ts'
import { fitted } from '../comparison/fitted.ts'
import { overlapOf, type Overlap } from '../comparison/overlap.ts'
import { sensitivitySteps, type Sensitivity } from '../comparison/sensitivity.ts'
import { moments } from '../intervals/means.ts'
import { followedGroup, type FollowedGroup } from '../missing/followedGroup.ts'
import { powerOfMeans, powerOfShares, type Power } from './power.ts'

/** Below this many in a group nothing is compared. */
export const leastCompared = 20

/** All that a comparison with a group of somebody's own says, in numbers. No row of anybody is in it. */
export interface OwnResult {
  report: EffectReport
  /** The outcome is 0 or 1 for all: differences are said as so many of 100. */
  isShare: boolean
  groups: Record<'treated' | 'controls', FollowedGroup>
  overlap: Overlap
  sensitivity: Sensitivity
  power: Power
  /** Rows of the files that were not used. */
  leftOut: number
}

/** Estimates by the same function as the terminal, and what goes beside them. Throws as `effectReport`; stops where `breathe` throws. */
export async function ownResult(question: EffectQuestion, leftOut: number, breathe: Breathe): Promise<OwnResult> {
  const found = fitted(question.treated, question.outcome, question.covariates)
  await breathe(0.3)
  const report = reportOf(question, found)
  await breathe(0.5)
  const steps = sensitivitySteps(question, found)
  let step = steps.next()
  while (!step.done) {
    await breathe(0.5 + 0.5 * step.value)
    step = steps.next()
  }
  const isShare = found.compared.outcome.every((one) => one === 0 || one === 1)
  return {
    ...{ report, isShare, leftOut, sensitivity: step.value },
    groups: { treated: groupOf(question, 1, isShare), controls: groupOf(question, 0, isShare) },
    overlap: overlapOf(found.att.propensity.probability, found.compared.treated),
    power: powerOf(found.compared, report, isShare),
  }
}

function groupOf({ treated, outcome, covariates }: EffectQuestion, group: 0 | 1, isShare: boolean): FollowedGroup {
  const own = (values: Float64Array): Float64Array => values.filter((_, at) => treated[at] === group)
  return followedGroup(own(outcome), [...covariates.values()].map(own), isShare)
}

/** From what those who started would have reached without starting, as far as the comparison says. */
function powerOf({ treated, outcome }: { treated: Float64Array; outcome: Float64Array }, report: EffectReport, isShare: boolean): Power {
  const of = (group: 0 | 1): Float64Array => outcome.filter((_, at) => treated[at] === group)
  const smaller = Math.min(report.n1, report.ess)
  const anyway = moments(of(1)).mean - report[report.reported]!.estimate
  return isShare ? powerOfShares(anyway, smaller) : powerOfMeans({ mean: anyway, sd: Math.sqrt(moments(of(0)).variance) }, smaller)
}
