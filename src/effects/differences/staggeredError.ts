import { symmetric, type Estimate } from '../../probability/interval.ts'
import { tQuantile } from '../../probability/studentT.ts'
import type { StaggeredPanel, WeightedChange } from './staggeredPanel.ts'

/**
 * An estimate with the degrees of freedom of its error. Error, interval and freedom are `NaN` where a single place started: how much such places
 * differ from one another cannot be seen then.
 */
export interface PlacesEstimate extends Estimate {
  freedom: number
}

/**
 * How sure an estimate is that weighs changes of groups together. Each place that started has its own difference in differences in it, and each that
 * never did its own change: the error is of how these differ between places, all that started together whenever they did. That is the influence
 * function of Callaway and Sant'Anna with that of the groups' weights, as `aggte` of R's `did` has it, made for few places: each square is divided by
 * what it is short of the variance when places are alike, and the 95 % interval is by t with the freedom of Welch and Satterthwaite, or what that is
 * when all places are alike, whichever is less: two or three places that happen to differ little would seem to be surer than they are. With a single
 * start the error is Welch's of two means. docs/decisions/0021-effect-estimators.md
 */
export function told(panel: StaggeredPanel, changes: readonly WeightedChange[], estimate: number): PlacesEstimate {
  const [one, never] = [startedSpread(panel, changes, estimate), neverSpread(panel, changes)]
  const variance = one.variance + never.variance
  if (Number.isNaN(variance)) return { ...{ estimate, se: Number.NaN, lower: Number.NaN, upper: Number.NaN }, freedom: Number.NaN }
  const freedomWith = (part: number): number => 1 / (part ** 2 / one.freedom + (1 - part) ** 2 / never.freedom)
  const alike = freedomWith(one.square / (one.square + never.square))
  const freedom = variance === 0 ? alike : Math.min(alike, freedomWith(one.variance / variance))
  return { ...symmetric(estimate, Math.sqrt(variance), tQuantile(0.975, freedom)), freedom }
}

interface Spread {
  variance: number
  freedom: number
  /** The sum of the squares of the places' parts in the estimate: what the variance is a multiple of when places are alike. */
  square: number
}

/** Of the places that started: one with the part h of the weights adds h·(its difference − estimate), whose square is short by 1 − 2h + Σh². */
function startedSpread({ start, y }: StaggeredPanel, changes: readonly WeightedChange[], estimate: number): Spread {
  const parts: { part: number; beyond: number }[] = []
  for (const [at, began] of start.entries()) {
    const own = changes.filter(({ group }) => group === began)
    if (own.length === 0) continue
    const part = own.reduce((sum, { weight, one }) => sum + weight / one.n, 0)
    const difference = own.reduce((sum, change) => sum + (change.weight / change.one.n) * beyondNever(y[at]!, change), 0)
    parts.push({ part, beyond: difference - part * estimate })
  }
  const power = (of: number): number => parts.reduce((sum, { part }) => sum + part ** of, 0)
  const square = power(2)
  const variance = parts.length < 2 ? Number.NaN : parts.reduce((sum, { part, beyond }) => sum + beyond ** 2 / (1 - 2 * part + square), 0)
  return { variance, square, freedom: Math.max(1, square ** 2 / power(4) - 1) }
}

/** Of the places that never did: the variance of the mean of what each of them adds. */
function neverSpread({ start, y }: StaggeredPanel, changes: readonly WeightedChange[]): Spread {
  const own = y
    .filter((_, at) => start[at] === undefined)
    .map((row) => changes.reduce((sum, change) => sum + change.weight * beyondNever(row, change), 0))
  const freedom = own.length - 1
  return { variance: own.reduce((sum, one) => sum + one ** 2, 0) / freedom / own.length, square: 1 / own.length, freedom }
}

/** A place's change less the mean one where it never started. */
const beyondNever = (row: readonly number[], { from, to, never }: WeightedChange): number => row[to]! - row[from]! - never.mean
