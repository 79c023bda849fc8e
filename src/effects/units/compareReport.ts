import type { Interval } from '../../probability/interval.ts'
import { wilson } from '../../probability/proportion.ts'
import { sharedShares } from './betaBinomial.ts'
import { caseMix, unitCounts, type CaseMix, type UnitCount, type UnitOutcomes } from './caseMix.ts'
import { funnelLimits, isBeyond, mapLimits, overdispersion, type FunnelLimits } from './funnel.ts'
import { unitIntercepts } from './randomIntercept.ts'

/** Smaller units are told with their counts, but compared with nobody. */
export const leastCompared = 20

/** A unit beside all units. Shares are 0 … 1. */
export interface UnitReport {
  unit: string
  n: number
  O: number
  E: number
  ratio: number
  z: number
  share: Interval & { estimate: number }
  /** O/E times the overall share. */
  adjustedShare: number
  /** Where the adjusted share falls by chance, by the unit's own size and expected share; null below ten persons. */
  funnelLimits: FunnelLimits | null
  shrunkenShare: Interval & { estimate: number }
  /** false below 20 persons: neither better nor worse can be said. */
  compared: boolean
  /** Beyond the 99.8 % lines: something other than chance, worth asking about. Never without a comparison. */
  attention: boolean
}

export interface CompareReport {
  n: number
  overall: { O: number; share: number }
  covariates: string[]
  ridge: number
  /** φ, the limit above which units differ more than by chance, and by how much limits are widened then (1: not). */
  overdispersion: { phi: number; limit: number; widening: number }
  /** Which model shares are drawn together by. */
  shrinkage: 'betaBinomial' | 'randomIntercept'
  units: UnitReport[]
}

/**
 * Units side by side without a ranking: observed and expected by case mix, the funnel, and shares drawn together. Throws `RangeError` when
 * the outcome is the same for all, `ModelFault` when the case mix cannot be fitted.
 */
export function compareReport(
  outcomes: UnitOutcomes,
  labels: readonly string[],
  covariates: ReadonlyMap<string, Float64Array>,
): CompareReport {
  const n = outcomes.outcome.length
  const reached = outcomes.outcome.reduce((sum, one) => sum + one, 0)
  if (reached === 0 || reached === n) throw new RangeError(`${reached} of ${n} reached the outcome: nothing to compare`)
  const overall = reached / n
  const adjusted = covariates.size > 0
  const mix = adjusted ? caseMix([...covariates.values()], outcomes) : sameForAll(n, overall)
  const counts = unitCounts(outcomes, mix)
  const spread = overdispersion(counts)
  const shrunken = adjusted
    ? unitIntercepts(outcomes, mix).units.map(({ share }) => share)
    : sharedShares(counts.map((one) => ({ x: one.O, n: one.n }))).units.map(({ estimate, lower, upper }) => ({ estimate, lower, upper }))
  return {
    ...{ n, overall: { O: reached, share: overall }, covariates: [...covariates.keys()], ridge: mix.ridge },
    overdispersion: spread,
    shrinkage: adjusted ? 'randomIntercept' : 'betaBinomial',
    units: counts.map((count, at) => unitReport(labels[at]!, count, { overall, widening: spread.widening, shrunken: shrunken[at]! })),
  }
}

const sameForAll = (n: number, overall: number): CaseMix => ({
  ...{ expected: new Float64Array(n).fill(overall), logit: new Float64Array(n).fill(Math.log(overall / (1 - overall))), ridge: 0 },
})

function unitReport(
  unit: string,
  { n, O, E, V }: UnitCount,
  { overall, widening, shrunken }: { overall: number; widening: number; shrunken: UnitReport['shrunkenShare'] },
): UnitReport {
  const limits = ownLimits({ n, E, V }, widening)
  const compared = n >= leastCompared
  return {
    ...{ unit, n, O, E, ratio: O / E, z: (O - E) / Math.sqrt(V) },
    share: { estimate: O / n, ...wilson(O, n)! },
    ...{ adjustedShare: (O / E) * overall, shrunkenShare: shrunken, compared },
    funnelLimits: limits ? mapLimits(limits, (limit) => (limit / (E / n)) * overall) : null,
    attention: compared && isBeyondChance({ n, O, E, V }, widening),
  }
}

/** Whether a unit's observed share lies beyond its own outer limits. Judged before the scale of adjusted shares, which has no end at 1. */
export function isBeyondChance({ O, ...count }: UnitCount, widening: number): boolean {
  const limits = ownLimits(count, widening)
  return limits !== undefined && isBeyond(O / count.n, limits)
}

/**
 * The exact limits at what is expected of the unit, about which its observed share falls. Persons who are expected different things spread less
 * than as many of one share: limits are drawn in by √(V / nθ(1−θ)), so that they and z, by which they are widened, are of one variance.
 */
function ownLimits({ n, E, V }: Omit<UnitCount, 'O'>, widening: number): FunnelLimits | undefined {
  const expected = E / n
  return funnelLimits(n, expected, widening * Math.sqrt(V / (n * expected * (1 - expected))))
}
