export const fidelityBands = ['exemplary', 'good', 'fair', 'notIps'] as const
export type FidelityBand = (typeof fidelityBands)[number]

/** A team's fidelity to IPS. */
export interface Fidelity {
  /** 25 … 125, in proportion when one or two items are missing. */
  score: number
  band: FidelityBand
  /** Whether the score was reckoned up from fewer items. */
  prorated: boolean
}

const itemCount = 25
const mostMissing = 2

/**
 * The score and band of the IPS-25 scale: from 115 exemplary, 100 good, 74 fair, below that not IPS. One or two missing items are reckoned in
 * proportion and marked; `undefined` with more. Throws `RangeError` unless there are 25 items of 1 … 5. IPS Employment Center, IPS-25 (2008).
 */
export function ipsFidelity(items: readonly (number | undefined)[]): Fidelity | undefined {
  const answered = items.filter((item) => item !== undefined)
  if (items.length !== itemCount || answered.some((item) => !Number.isInteger(item) || item < 1 || item > 5)) {
    throw new RangeError(`${itemCount} items of 1 … 5 are asked for`)
  }
  if (itemCount - answered.length > mostMissing) return undefined
  const score = (answered.reduce((sum, item) => sum + item, 0) * itemCount) / answered.length
  return { score, band: bandOf(Math.round(score)), prorated: answered.length < itemCount }
}

function bandOf(score: number): FidelityBand {
  if (score >= 115) return 'exemplary'
  if (score >= 100) return 'good'
  return score >= 74 ? 'fair' : 'notIps'
}
