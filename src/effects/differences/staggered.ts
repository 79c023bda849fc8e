import { symmetric, type Estimate } from '../../probability/interval.ts'
import { tQuantile } from '../../probability/studentT.ts'

/** Places over periods. `start[i]` is the period in which it started there, `undefined` where it never did. */
export interface StaggeredPanel {
  periods: readonly number[]
  start: readonly (number | undefined)[]
  /** One row per place, one value per period. */
  y: readonly (readonly number[])[]
}

/** The effect at a time in places that started together. Before the start it should be nought: that is the test. */
export interface GroupTime extends Estimate {
  group: number
  period: number
  places: number
}

export interface EventTime extends Estimate {
  /** Periods since the start; negative before. */
  since: number
  places: number
}

/**
 * ATT(g, t) = mean(Y_t − Y_{g−1}) where it started in g less the same where it never did; standard error clustered by place (CR1 of the two
 * means), interval by t(places − 1). The base is the last period before g. Never two-way fixed effects with staggered starts, which weigh
 * effects negatively. B. Callaway and P. H. C. Sant'Anna, J. Econometrics 225 (2021) 200–230. Throws `RangeError` without places that never did.
 */
export function groupTimes(panel: StaggeredPanel): GroupTime[] {
  checked(panel)
  return cellsOf(panel).map((cell) => ({ ...cell, ...told(contributions(panel, cell.group, cell.period), panel) }))
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
    const parts = own.map(({ group, period, places: weight }) => ({ weight: weight / places, ...contributions(panel, group, period) }))
    return { since: at, places, ...told(weighted(parts), panel) }
  })
}

/** The mean effect after the start over all places and periods, each as much as it was seen. */
export function overallEffect(panel: StaggeredPanel): Estimate {
  checked(panel)
  return told(weighted(afterStart(panel).map(({ weight, group, period }) => ({ weight, ...contributions(panel, group, period) }))), panel)
}

/** The same number without its error, for dealing starts out thousands of times. */
export function overallEstimate(panel: StaggeredPanel): number {
  checked(panel)
  return afterStart(panel).reduce((sum, { weight, group, period }) => sum + weight * changeOf(panel, group, period).estimate, 0)
}

/** The groups after their start, weighted by their places. */
function afterStart(panel: StaggeredPanel): (GroupCell & { weight: number })[] {
  const cells = cellsOf(panel).filter(({ group, period }) => period >= group)
  const total = cells.reduce((sum, { places }) => sum + places, 0)
  return cells.map((cell) => ({ ...cell, weight: cell.places / total }))
}

function checked({ periods, start, y }: StaggeredPanel): void {
  if (!start.includes(undefined)) throw new RangeError('no place that never started to compare with')
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

interface Contributions {
  estimate: number
  /** What each place adds to the estimate beyond its expectation. */
  own: number[]
}

interface Change {
  estimate: number
  one: { n: number; mean: number }
  never: { n: number; mean: number }
}

/** The mean change from the base where it started in a group, less that where it never did. */
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
  return { estimate: one.mean - never.mean, one, never }
}

function contributions(panel: StaggeredPanel, group: number, period: number): Contributions {
  const { periods, start, y } = panel
  const [to, from] = [periods.indexOf(period), baseOf(periods, group)!]
  const { estimate, one, never } = changeOf(panel, group, period)
  const own = y.map((row, at) => {
    const value = row[to]! - row[from]!
    if (start[at] === group) return (value - one.mean) / one.n
    return start[at] === undefined ? -(value - never.mean) / never.n : 0
  })
  return { estimate, own }
}

function weighted(parts: readonly (Contributions & { weight: number })[]): Contributions {
  const own = parts[0]!.own.map((_, at) => parts.reduce((sum, part) => sum + part.weight * part.own[at]!, 0))
  return { estimate: parts.reduce((sum, { weight, estimate }) => sum + weight * estimate, 0), own }
}

/** CR1 with one row per place: G/(G−1)·(G−1)/(G−2) = G/(G−2), over the places that take part. */
function told({ estimate, own }: Contributions, { start }: StaggeredPanel): Estimate {
  const places = own.filter((one, at) => one !== 0 || start[at] === undefined).length
  const correction = places > 2 ? places / (places - 2) : Number.NaN
  return symmetric(
    estimate,
    Math.sqrt(correction * own.reduce((sum, one) => sum + one * one, 0)),
    tQuantile(0.975, Math.max(1, places - 1)),
  )
}
