import type { Estimate } from '../../probability/interval.ts'
import { z95 } from '../../probability/interval.ts'
import { lastNotAfter, type RiskTable } from './durations.ts'

/** A step function with its variance: the value holds from `times[i]` until the next; before the first it is `before`. */
export interface StepCurve {
  times: Float64Array
  value: Float64Array
  variance: Float64Array
  before: number
}

/** What has happened by each time, per cause, and to how many nothing has. */
export interface Incidence {
  table: RiskTable
  causes: { cause: number; curve: StepCurve }[]
  /** Kaplan–Meier's curve of being free of all events, with Greenwood's variance. */
  eventFree: StepCurve
}

/**
 * Cumulative incidence with competing causes: F_k(t) = Σ_{s≤t} S(s−)·d_k/Y, with the Greenwood-type variance
 *
 *   Σ_{s≤t} { (F_k(t)−F_k(s))²·d/(Y(Y−d)) + S(s−)²·d_k(Y−d_k)/Y³ − 2(F_k(t)−F_k(s))·S(s−)·d_k/Y² }
 *
 * in one forward pass (the squares opened, so that sums over s suffice). With a single cause F is one minus Kaplan–Meier.
 * O. O. Aalen and S. Johansen, Scand. J. Statist. 5 (1978) 141–150; A. Allignol, M. Schumacher and J. Beyersmann, Biometrical J. 52
 * (2010) 126–137.
 */
export function aalenJohansen(table: RiskTable): Incidence {
  const { times, atRisk, events, causes } = table
  const all = new Float64Array(times.length)
  for (const column of events) for (let at = 0; at < all.length; at++) all[at]! += column[at]!
  const survival = new Float64Array(times.length)
  const greenwood = new Float64Array(times.length)
  let [free, sum] = [1, 0]
  for (let at = 0; at < times.length; at++) {
    const [risk, d] = [atRisk[at]!, all[at]!]
    if (d > 0) {
      free *= 1 - d / risk
      // Once nobody is left nothing is uncertain: the factor before this sum is nought.
      if (d < risk) sum += d / (risk * (risk - d))
    }
    survival[at] = free
    greenwood[at] = free * free * sum
  }
  return {
    table,
    causes: causes.map((cause, k) => ({ cause, curve: incidenceOf(table, events[k]!, all, survival) })),
    eventFree: { times, value: survival, variance: greenwood, before: 1 },
  }
}

function incidenceOf({ times, atRisk }: RiskTable, own: Float64Array, all: Float64Array, survival: Float64Array): StepCurve {
  const [value, variance] = [new Float64Array(times.length), new Float64Array(times.length)]
  let [f, before] = [0, 1]
  let [a0, a1, a2, b, c0, c1] = [0, 0, 0, 0, 0, 0]
  for (let at = 0; at < times.length; at++) {
    const d = all[at]!
    if (d > 0) {
      const [risk, dk] = [atRisk[at]!, own[at]!]
      f += (before * dk) / risk
      const weight = d < risk ? d / (risk * (risk - d)) : 0
      const cross = (before * dk) / (risk * risk)
      a0 += weight
      a1 += weight * f
      a2 += weight * f * f
      b += (before * before * dk * (risk - dk)) / risk ** 3
      c0 += cross
      c1 += cross * f
      before = survival[at]!
    }
    value[at] = f
    variance[at] = Math.max(0, f * f * a0 - 2 * f * a1 + a2 + b - 2 * (f * c0 - c1))
  }
  return { times, value, variance, before: 0 }
}

/** The value and its standard error at a time, with a log(−log) interval F^exp(±z·se/(F ln F)); no interval where F is 0 or 1. */
export function valueAt(
  curve: StepCurve,
  time: number,
): Omit<Estimate, 'lower' | 'upper'> & { lower: number | null; upper: number | null } {
  const at = lastNotAfter(curve.times, time)
  const estimate = at < 0 ? curve.before : curve.value[at]!
  const se = at < 0 ? 0 : Math.sqrt(curve.variance[at]!)
  // A sum of shares may end a rounding above 1, or above 0 when nothing is left.
  if (!(estimate > 1e-14 && estimate < 1 - 1e-14)) return { estimate: Math.round(estimate), se, lower: null, upper: null }
  const exponent = (z95 * se) / (estimate * Math.log(estimate))
  const [one, other] = [estimate ** Math.exp(exponent), estimate ** Math.exp(-exponent)]
  return { estimate, se, lower: Math.min(one, other), upper: Math.max(one, other) }
}

/** How many were at risk just before a time or, between times, still are: entry < time ≤ exit. */
export function atRiskAt({ times, atRisk }: RiskTable, time: number): number {
  const at = lastNotAfter(times, time)
  if (at >= 0 && times[at] === time) return atRisk[at]!
  return at + 1 < times.length ? atRisk[at + 1]! : 0
}

/** The first time at which the curve has passed a share (`half` = ½ gives the median); `undefined` when it never does. */
export function timeWhenBelow({ times, value }: StepCurve, share: number): number | undefined {
  const at = value.findIndex((one) => one <= share * (1 + 1e-12))
  return at < 0 ? undefined : times[at]
}
