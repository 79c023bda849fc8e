import { linear, type Design } from '../regression/design.ts'
import { logistic } from '../regression/logistic.ts'
import { lastNotAfter } from '../curve/durations.ts'
import type { Compared } from './attEstimates.ts'

/** Pairs as a picture: who among the comparison persons looks most like each who started. */
export interface Nearest {
  estimate: number
  /** Those who started without anybody near enough. */
  dropped: number
  pairs: { person: number; matches: number[] }[]
}

/**
 * One to one on the linear score, with replacement, ties sharing; `caliper` in standard deviations of the score among all, `tie` how much
 * further in squared standard deviations counts as the same (0: exact ties, R's Matching has 1e-5). A picture and not an estimate to report: it has no standard error here, and changes with how ties are counted. A. Abadie and G. W. Imbens,
 * Econometrica 74 (2006) 235–267. Throws `ModelFault`.
 */
export function nearestMatches(
  { design, treated, outcome }: Compared,
  { caliper = Number.POSITIVE_INFINITY, tie = 0 }: { caliper?: number; tie?: number } = {},
): Nearest {
  const score = linearScore(design, treated)
  const others = [...treated.keys()].filter((at) => treated[at] === 0).sort((a, b) => score[a]! - score[b]!)
  const sorted = Float64Array.from(others, (at) => score[at]!)
  const sd = deviation(score)
  const pairs: Nearest['pairs'] = []
  let dropped = 0
  for (const [person, started] of treated.entries()) {
    if (started === 0) continue
    const matches = nearestOf(sorted, score[person]!, { reach: caliper * sd, tie: tie * sd * sd }).map((place) => others[place]!)
    if (matches.length === 0) dropped++
    else pairs.push({ person, matches })
  }
  const mean = (persons: number[]): number => persons.reduce((sum, at) => sum + outcome[at]!, 0) / persons.length
  const gains = pairs.reduce((sum, { person, matches }) => sum + outcome[person]! - mean(matches), 0)
  return { estimate: gains / pairs.length, dropped, pairs }
}

const linearScore = (design: Design, treated: Float64Array): Float64Array => linear(design, logistic(design, treated).coefficients)

/** The places of all values nearest to one (squares within `tie` of the least), none when that is further than `reach`. */
function nearestOf(sorted: Float64Array, value: number, { reach, tie }: { reach: number; tie: number }): number[] {
  const below = lastNotAfter(sorted, value)
  const distance = (at: number): number => (at >= 0 && at < sorted.length ? Math.abs(sorted[at]! - value) : Number.POSITIVE_INFINITY)
  const least = Math.min(distance(below), distance(below + 1))
  if (!(least <= reach)) return []
  // Persons alike in everything have the same score but for the last digit.
  const most = Math.sqrt(least * least + tie) + 1e-12 * Math.max(1, Math.abs(value))
  const near = (at: number): boolean => distance(at) <= most
  const places: number[] = []
  for (let at = below; near(at); at--) places.push(at)
  for (let at = below + 1; near(at); at++) places.push(at)
  return places
}

function deviation(values: Float64Array): number {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length
  return Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (values.length - 1))
}
