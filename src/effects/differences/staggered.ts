import { told, type PlacesEstimate } from './staggeredError.ts'
import type { Change, StaggeredPanel, WeightedChange } from './staggeredPanel.ts'

/** The effect at a time in places that started together. Before the start it should be nought: that is the test. */
export interface GroupTime extends PlacesEstimate {
  group: number
  period: number
  places: number
}

export interface EventTime extends PlacesEstimate {
  /** Periods since the start; negative before. */
  since: number
  places: number
}

/**
 * ATT(g, t) = mean(Y_t − Y_{g−1}) where it started in g less the same where it never did; the base is the last period before g. Never two-way fixed
 * effects with staggered starts, which weigh effects negatively. B. Callaway and P. H. C. Sant'Anna, J. Econometrics 225 (2021) 200–230; how sure
 * it is: `staggeredError.ts`. Throws `RangeError` without a place that started, or two that never did.
 */
export function groupTimes(panel: StaggeredPanel): GroupTime[] {
  checked(panel)
  return cellsOf(panel).map((cell) => ({ ...cell, ...toldOf(panel, [{ ...cell, weight: 1 }]) }))
}

type GroupCell = Pick<GroupTime, 'group' | 'period' | 'places'>

/** Each group at each period but its base, with how many places it has. */
function cellsOf(panel: StaggeredPanel): GroupCell[] {
  const { periods, start } = panel
  return groupsOf(panel).flatMap((group) => {
    const base = baseOf(periods, group)
    if (base === undefined) return []
    const places = start.filter((one) => one === group).length
    return periods.filter((period) => period !== periods[base]).map((period) => ({ group, period, places }))
  })
}

/** Effects by time since the start, groups weighted by their number of places. */
export function eventTimes(panel: StaggeredPanel): EventTime[] {
  checked(panel)
  const cells = cellsOf(panel)
  const since = ({ group, period }: GroupCell): number => panel.periods.indexOf(period) - panel.periods.indexOf(group)
  const distinct = [...new Set(cells.map(since))].sort((a, b) => a - b)
  return distinct.map((at) => {
    const own = cells.filter((cell) => since(cell) === at)
    const places = own.reduce((sum, cell) => sum + cell.places, 0)
    return {
      since: at,
      places,
      ...toldOf(
        panel,
        own.map((cell) => ({ ...cell, weight: cell.places / places })),
      ),
    }
  })
}

/** The mean effect after the start over all places and periods, each as much as it was seen. Throws as `groupTimes`. */
export function overallEffect(panel: StaggeredPanel): PlacesEstimate {
  checked(panel)
  return toldOf(panel, afterStart(panel))
}

/** The same number without its error, for dealing starts out thousands of times. */
export function overallEstimate(panel: StaggeredPanel): number {
  checked(panel)
  return estimateOf(changesOf(panel, afterStart(panel)))
}

/** A group at a period with its part of an estimate. */
type WeightedCell = GroupCell & { weight: number }

const changesOf = (panel: StaggeredPanel, cells: readonly WeightedCell[]): WeightedChange[] =>
  cells.map(({ weight, group, period }) => ({ weight, ...changeOf(panel, group, period) }))

const estimateOf = (changes: readonly WeightedChange[]): number => changes.reduce((sum, { weight, estimate }) => sum + weight * estimate, 0)

function toldOf(panel: StaggeredPanel, cells: readonly WeightedCell[]): PlacesEstimate {
  const changes = changesOf(panel, cells)
  return told(panel, changes, estimateOf(changes))
}

/** The groups after their start, weighted by their places. */
function afterStart(panel: StaggeredPanel): WeightedCell[] {
  const cells = cellsOf(panel).filter(({ group, period }) => period >= group)
  const total = cells.reduce((sum, { places }) => sum + places, 0)
  return cells.map((cell) => ({ ...cell, weight: cell.places / total }))
}

/** Of a single one that never started it cannot be said how much such places differ. */
const fewestNever = 2

function checked({ periods, start, y }: StaggeredPanel): void {
  if (start.filter((one) => one === undefined).length < fewestNever)
    throw new RangeError('fewer than two places that never started to compare with')
  if (start.every((one) => one === undefined)) throw new RangeError('no place started')
  if (y.length !== start.length || y.some((row) => row.length !== periods.length))
    throw new RangeError('a value for each place and period is asked for')
  if (periods.some((period, at) => at > 0 && period <= periods[at - 1]!)) throw new RangeError('periods should rise')
}

const groupsOf = ({ start }: StaggeredPanel): number[] => [...new Set(start.filter((one) => one !== undefined))].sort((a, b) => a - b)

/** The place of the last period before a group's start; undefined when there is none. */
function baseOf(periods: readonly number[], group: number): number | undefined {
  const at = periods.findLastIndex((period) => period < group)
  return at < 0 ? undefined : at
}

function changeOf({ periods, start, y }: StaggeredPanel, group: number, period: number): Change {
  const [to, from] = [periods.indexOf(period), baseOf(periods, group)!]
  const [one, never] = [
    { n: 0, mean: 0 },
    { n: 0, mean: 0 },
  ]
  for (let at = 0; at < start.length; at++) {
    if (start[at] !== group && start[at] !== undefined) continue
    const own = start[at] === group ? one : never
    own.n++
    own.mean += y[at]![to]! - y[at]![from]!
  }
  one.mean /= one.n
  never.mean /= never.n
  return { ...{ group, from, to }, estimate: one.mean - never.mean, one, never }
}
