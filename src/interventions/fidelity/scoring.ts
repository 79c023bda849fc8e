/** Where a band of scores begins; `code` is what it is known by, the name is what an imported scale calls it. */
export interface ScoreBand {
  code: string
  from: number
}

/** How an instrument is scored: every item has a whole point from `low` to `high`, and the sum falls in a band. */
export interface FidelityScale {
  items: number
  low: number
  high: number
  /** How many items may lack a point; the sum is then reckoned up in proportion. */
  mostMissing: number
  /** From the highest down; the last begins at the lowest sum there is. */
  bands: readonly ScoreBand[]
}

/** The points of an item, or that it was not assessed. */
export type Point = number | null

/** A team's fidelity. */
export interface FidelityScore {
  /** The sum of the points, in proportion where some items are missing. */
  score: number
  band: string
  /** Whether the score was reckoned up from fewer items. */
  prorated: boolean
}

/** The structure of IPS-25: from 115 exemplary, 100 good, 74 fair, below that not IPS; one or two missing items in proportion. IPS Employment Center, IPS-25 (2008). */
export const ipsScale: FidelityScale = {
  ...{ items: 25, low: 1, high: 5, mostMissing: 2 },
  bands: [
    { code: 'exemplary', from: 115 },
    { code: 'good', from: 100 },
    { code: 'fair', from: 74 },
    { code: 'notIps', from: 25 },
  ],
}

/** The score and band of one assessor's points; `undefined` when too many items are missing. Throws `RangeError` unless every item has a whole point of the scale or none. */
export function scoreOf(scale: FidelityScale, points: readonly Point[]): FidelityScore | undefined {
  const given = points.filter((point) => point !== null)
  if (points.length !== scale.items || given.some((point) => !Number.isInteger(point) || point < scale.low || point > scale.high)) {
    throw new RangeError(`${scale.items} items of ${scale.low} … ${scale.high} are asked for`)
  }
  if (scale.items - given.length > scale.mostMissing) return undefined
  const score = (given.reduce((sum, point) => sum + point, 0) * scale.items) / given.length
  return { score, band: bandOf(scale, score), prorated: given.length < scale.items }
}

/** The band that a score falls in, by whole points. */
export function bandOf({ bands }: FidelityScale, score: number): string {
  return (bands.find(({ from }) => Math.round(score) >= from) ?? bands.at(-1)!).code
}

/** What the assessors of a round say together. */
export interface RoundScore extends FidelityScore {
  /** The assessors' own scores, in their order. */
  each: number[]
  /** Items, from 1, where two assessors differ by two points or more: what to talk about before the report is written. */
  apart: number[]
}

/** The mean of the assessors' scores, each kept beside it; `undefined` when one of them lacks too many items. Throws `RangeError` as `scoreOf`. */
export function roundScore(scale: FidelityScale, ratings: readonly (readonly Point[])[]): RoundScore | undefined {
  const scores = ratings.map((points) => scoreOf(scale, points))
  if (scores.length === 0 || scores.some((one) => one === undefined)) return undefined
  const each = scores.map((one) => one!.score)
  const score = each.reduce((sum, one) => sum + one, 0) / each.length
  return { score, band: bandOf(scale, score), prorated: scores.some((one) => one!.prorated), each, apart: itemsApart(ratings) }
}

const farApart = 2

function itemsApart([first, second]: readonly (readonly Point[])[]): number[] {
  if (!first || !second) return []
  return first.flatMap((point, at) => {
    const other = second[at] ?? null
    return point !== null && other !== null && Math.abs(point - other) >= farApart ? [at + 1] : []
  })
}
