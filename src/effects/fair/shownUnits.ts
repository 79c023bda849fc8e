import { valueOf, type Cell } from '../../disclosure/cell.ts'
import { meanStep } from '../../disclosure/meanShare.ts'
import type { Noise } from '../../disclosure/noise/noise.ts'
import { shareOf, type ShownShare } from '../../disclosure/share.ts'
import { z95 } from '../../probability/interval.ts'
import { noisyInterval } from '../../statistics/interval.ts'
import type { ShareWithInterval } from '../askedAbout.ts'
import { funnelLimits, isBeyond, mapLimits, overdispersion, type FunnelLimits, type Overdispersion } from '../units/funnel.ts'
import { unitIntercepts } from '../units/randomIntercept.ts'

/** A unit as cells: how many began, how many of them reached the outcome, and the mean that was expected of them. */
export interface UnitCells {
  n: Cell
  x: Cell
  expected: Cell
}

/** A unit beside all others. */
export interface ComparedUnit {
  n: number
  share: ShareWithInterval
  expected: number
  /** (x/n) ÷ expected × the overall share, with what chance, noise and rounding leave open. */
  adjusted: ShareWithInterval
  /** Drawn towards all units as far as its size and their spread say. */
  shrunken: ShareWithInterval
  /** Where the adjusted share falls by chance, by the unit's own size and expected share, with what noise and rounding add. */
  chance: FunnelLimits
  /** Beyond where one in 500 falls by chance alone. */
  isOutside: boolean
}

interface Counts extends ShownShare {
  expected: number
}

/** Units that may be compared: 20 or more as shown, of whom all is shown. The others are `undefined`, given or not. Everything follows from the cells. */
export function comparedUnits(
  cells: readonly (UnitCells | undefined)[],
  overall: number,
  noise: Noise,
): { units: (ComparedUnit | undefined)[]; spread: Overdispersion } {
  const counts = cells.map((unit) => unit && countsOf(unit, noise))
  const compared = counts.filter((one) => one !== undefined)
  const spread = overdispersion(
    compared.map((one) => ({ n: one.n, O: one.x, E: one.n * one.expected, V: chance(one.n, one.expected) + shownPart(one) })),
  )
  const shrunken = shrunkenShares(compared, overall)
  let next = 0
  const units = counts.map((one): ComparedUnit | undefined => one && comparedUnit(one, { overall, spread, shrunken: shrunken[next++]! }))
  return { units, spread }
}

function countsOf({ n, x, expected }: UnitCells, noise: Noise): Counts | undefined {
  const [counts, mean] = [shareOf(x, n, noise), valueOf(expected)]
  return counts && mean !== undefined && mean > 0 && mean < 1 ? { ...counts, expected: mean } : undefined
}

const chance = (n: number, expected: number): number => n * expected * (1 - expected)
/** What noise adds to the variance of x − n·expected. */
const noisePart = ({ noiseOfX, noiseOfN }: Pick<ShownShare, 'noiseOfX' | 'noiseOfN'>, expected: number): number =>
  noiseOfX + expected ** 2 * noiseOfN
/** What all that is done before counts are shown adds to it: a mean rounded to whole steps is off by a variance of step²/12. */
const shownPart = ({ n, expected, ...own }: Counts): number => noisePart(own, expected) + (n * meanStep(n)) ** 2 / 12

function comparedUnit(
  counts: Counts,
  { overall, spread, shrunken }: { overall: number; spread: Overdispersion; shrunken: ShareWithInterval },
): ComparedUnit {
  const { x, n, expected } = counts
  const interval = noisyInterval(counts)!
  const ratio = overall / expected
  const adjusted = (x / n) * ratio
  const rounding = (z95 * adjusted * meanStep(n)) / Math.sqrt(12) / expected
  const reach = (end: number): number => Math.hypot((end - x / n) * ratio, rounding)
  const inside = (value: number): number => Math.min(1, Math.max(0, value))
  const limits = limitsOf(counts, spread.widening)
  return {
    ...{ n, expected, share: { share: x / n, ...interval }, shrunken },
    adjusted: { share: inside(adjusted), lower: inside(adjusted - reach(interval.lower)), upper: inside(adjusted + reach(interval.upper)) },
    chance: mapLimits(limits, (limit) => inside(limit * ratio)),
    // Judged before the scale of adjusted shares, which is cut at 1.
    isOutside: isBeyond(x / n, limits),
  }
}

/**
 * Where the observed share falls by chance about what was expected, the exact limits taken out by what is done before counts are shown: each goes
 * as far as √(distance² + (its quantile)²·variance/n²).
 */
function limitsOf(counts: Counts, widening: number): FunnelLimits {
  const { n, expected } = counts
  const shown = Math.sqrt(shownPart(counts)) / n
  return mapLimits(funnelLimits(n, expected, widening)!, (limit, outer) => {
    const away = Math.hypot(limit - expected, outer * shown)
    return Math.min(1, Math.max(0, limit < expected ? expected - away : expected + away))
  })
}

/**
 * Shares drawn together by the random intercept model on what is shown: each unit has the logit of its expected mean as offset, and counts as the fewer
 * persons that its noise leaves, n·V/(V + noise).
 */
function shrunkenShares(counts: readonly Counts[], overall: number): ShareWithInterval[] {
  if (counts.length === 0) return []
  const logit = (p: number): number => Math.log(p / (1 - p))
  const lines = counts.flatMap(({ x, n, expected, ...own }, unit) => {
    const worth = chance(n, expected) / (chance(n, expected) + noisePart(own, expected))
    return [
      { unit, outcome: 1, weight: x * worth, eta: logit(expected) },
      { unit, outcome: 0, weight: (n - x) * worth, eta: logit(expected) },
    ]
  })
  const column = (name: keyof (typeof lines)[number]): Float64Array => Float64Array.from(lines, (line) => line[name])
  const outcomes = { outcome: column('outcome'), unit: column('unit'), units: counts.length, weight: column('weight') }
  const { units } = unitIntercepts(outcomes, { logit: column('eta') }, Float64Array.of(logit(overall)))
  return units.map(({ share: { estimate, lower, upper } }) => ({ share: estimate, lower, upper }))
}
