import { followUpChecks, outcomesNeeded, verdictOf } from '../comparison/gate.ts'
import { leastFollowed } from '../../probability/classShare.ts'
import { bounds } from '../missing/bounds.ts'
import type { FollowedGroup } from '../missing/followedGroup.ts'
import type { OwnResult } from './ownResult.ts'

/**
 * A result when so many more started than stand in the file: they count as not followed, in coverage and bounds and in the checks of follow-up, so
 * that what was an effect of those in the file may be none of all who started.
 */
export function countingOutside(result: OwnResult, outside: number): OwnResult {
  if (outside === 0) return result
  const { report, groups } = result
  const treated = widened(groups.treated, outside)
  const followUp = { treated: { n: treated.n, known: treated.known }, controls: report.followUp.controls }
  const share = ({ n, known }: { n: number; known: number }): number => known / n
  const gate = { ...report.gate, ...followUpChecks({ treated: share(followUp.treated), controls: share(followUp.controls) }) }
  const outcomes = outcomesNeeded(Object.values(followUp))
  const { outcomes: _, ...needed } = report.needed
  return {
    ...result,
    groups: { ...groups, treated },
    report: { ...report, followUp, gate, verdict: verdictOf(gate), needed: { ...needed, ...(outcomes > 0 && { outcomes }) } },
  }
}

/** The weights are of those in the file: where too few are followed of all, they say nothing. */
function widened(group: FollowedGroup, outside: number): FollowedGroup {
  const n = group.n + outside
  return {
    ...{ ...group, n, weighted: group.known < leastFollowed * n ? null : group.weighted },
    bounds: group.x === null ? null : (bounds({ x: group.x, observed: group.known, missing: n - group.known }) ?? null),
  }
}
