import { valueOf, type Cell } from '../../disclosure/cell.ts'
import { hideWhere } from '../../disclosure/groupDisclosure.ts'
import { partOf } from '../../disclosure/share.ts'
import { leastFollowed } from '../../probability/classShare.ts'
import { columnOf } from '../../statistics/column.ts'
import type { SingleDimension } from '../../statistics/dimension.ts'
import type { Facts } from '../../statistics/facts.ts'
import { unknownBounds } from '../../statistics/interval.ts'
import { measures } from '../../statistics/measure.ts'
import { outcomeCodes, outcomeDimension } from '../../statistics/outcome.ts'
import type { Asked } from '../../statistics/question.ts'
import { releasedCells } from '../../statistics/releasedCells.ts'
import { releasedOutcomes, type Counting } from '../../statistics/releasedTable.ts'
import type { FairOutcome } from '../domain.ts'
import { withinYear } from './cohort.ts'

/** A group as cells: how many began, of how many of them the outcome is counted, how many reached it, and how many were not reached (`null` where nobody need be). */
export interface CountedGroup {
  began: Cell
  n: Cell
  x: Cell
  unreached: Cell | null
}

const later = outcomeDimension('workOrStudyAfterStart12')

/** What became of those who began, by each code of some dimensions: by the exit all are counted, by the state only those of whom it is known. */
export function countedGroups(
  { releasing }: Asked,
  outcome: FairOutcome,
  counting: Counting,
  dimensions: readonly SingleDimension[],
): CountedGroup[] {
  if (outcome === 'state')
    return releasedOutcomes(releasing, counting, measures['in-work-or-study-12-months'], dimensions).map(({ n, x, unknown, known }) => ({
      ...{ began: n, n: known, x: hideWhere(isAllOrNone(x, known), partOf(x, known)), unreached: unknown },
    }))
  const totals = releasedCells(releasing, { ...counting, axes: dimensions })
  const outcomes = releasedCells(releasing, { ...counting, axes: [...dimensions, withinYear] })
  return totals.map((n, at) => ({ began: n, n, x: partOf(outcomes[2 * at + 1]!, n), unreached: null }))
}

/** None, or all, of those reached: to show it would be to tell of each of them. */
function isAllOrNone(x: Cell, known: Cell): boolean {
  const reached = valueOf(partOf(x, known))
  return reached === 0 || (reached !== undefined && reached === valueOf(known))
}

/** By fact: 0 did not reach the outcome, 1 did, 2 is not counted, since nobody knows. */
export function reachedOf(facts: Facts, outcome: FairOutcome): Uint8Array {
  const column = columnOf(facts, (outcome === 'exit' ? withinYear : later).column) as Uint8Array
  return outcome === 'exit' ? column : column.map((value) => Math.min(value, outcomeCodes.indexOf('unknown')))
}

/** Whether so many were reached that those who were may stand for all: at least 60 % as shown. By the exit nobody need be reached. */
export function isFollowed({ began, n, unreached }: CountedGroup): boolean {
  if (unreached === null) return true
  const [all, known] = [valueOf(began), valueOf(n)]
  return all !== undefined && known !== undefined && known >= leastFollowed * all
}

/** What the share of all who began can be whatever became of those not reached; `undefined` where something is hidden or nobody need be reached. */
export function boundsOf({ began, x, unreached }: CountedGroup): { lower: number; upper: number } | undefined {
  const [all, reached, missing] = [valueOf(began), valueOf(x), unreached && valueOf(unreached)]
  if (!all || reached === undefined || missing === undefined || missing === null || reached > all) return undefined
  return unknownBounds(reached, Math.min(missing, all - reached), all)
}
