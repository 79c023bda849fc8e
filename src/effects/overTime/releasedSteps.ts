import { valueOf } from '../../disclosure/cell.ts'
import type { Cell } from '../../disclosure/cell.ts'
import { isLone } from '../../disclosure/groupDisclosure.ts'
import type { Noise } from '../../disclosure/noise/noise.ts'
import { releasedCell } from '../../disclosure/releasedCell.ts'
import { leastBase, partOf } from '../../disclosure/share.ts'
import type { IntervalCounts, LifeCounts } from './lifeCounts.ts'
import { lastDayWithin, lastMonth } from './wholeDays.ts'

/** A step of the curve: who were still there after `from` months, and how many of them ended by `to`, of what. `day` is the last day of the step after the start. */
export interface ReleasedStep {
  from: number
  to: number
  day: number
  atRisk: Cell
  events: Cell[]
}

/** Those who began, and for how many days after their start all of them are seen. */
export interface Started {
  cell: Cell
  days: number
}

/** Fewer events than this are no step of their own. */
const leastEvents = 5

/**
 * How fine the steps are, by how many began as shown: so that the noise of the counts is less than what chance does. Months from 1,000,
 * quarters from 300, else half-years; no steps below 20.
 */
export function stepLength(started: number | undefined): number | undefined {
  if (started === undefined || started < leastBase) return undefined
  if (started >= 1000) return 1
  return started >= 300 ? 3 : 6
}

/**
 * The months after the start, by whole days, as steps of cells with noise. A step that may not be seen, since all of those who were there have the same in it, or
 * that has fewer than five of something, goes on until it may. The steps end where fewer than 20 are there as shown. Where steps begin and end
 * follows from what is shown alone.
 * @param started those who began as a cell, and for how many days all of them are seen: in a step from the start those at risk are the same, so they
 * have that cell, also where it is published
 */
export function releasedSteps(counted: LifeCounts, length: number, noise: Noise, started: Started): ReleasedStep[] {
  const steps: ReleasedStep[] = []
  let from = 0
  for (let to = length; to <= lastMonth; to += length) {
    const day = lastDayWithin(to)
    const isEverybody = from === 0 && day <= started.days
    const cells = cellsOf(counted.between(lastDayWithin(from), day), noise, isEverybody ? started.cell : undefined)
    if (valueOf(cells.atRisk)! < leastBase) break
    if (isLone([...cells.events, cells.free]) || cells.events.some(isFew)) continue
    steps.push({ from, to, day, atRisk: cells.atRisk, events: cells.events })
    from = to
  }
  return steps
}

function isFew(cell: Cell): boolean {
  const value = valueOf(cell)!
  return value > 0 && value < leastEvents
}

function cellsOf(
  { atRisk, events, free }: IntervalCounts,
  noise: Noise,
  everybody: Cell | undefined,
): { atRisk: Cell; events: Cell[]; free: Cell } {
  const whole = everybody ?? releasedCell(atRisk, noise)
  return {
    atRisk: whole,
    events: events.map((one) => partOf(releasedCell(one, noise), whole)),
    free: partOf(releasedCell(free, noise), whole),
  }
}
