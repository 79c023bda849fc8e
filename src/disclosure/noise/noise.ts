import type { PerturbationTable, ShiftDistribution } from './perturbationTable.ts'

/** What a new perturbation table is made by. */
export interface NoiseSettings {
  /** Counts from 1 up to one less are never shown; at least 3. */
  threshold: number
  /** Variance of the shifts. */
  variance: number
  /** The largest shift. */
  maxDeviation: number
}

/** A stored perturbation table and its version: what free questions are answered with. */
export interface Noise {
  version: number
  table: PerturbationTable
}

/** How much noise there is by itself: a standard deviation of 2, and at most two more than the threshold (±7 at 5). Decision 0017 says why. */
export function usualNoise(threshold: number): NoiseSettings {
  return { threshold, variance: 4, maxDeviation: threshold + 2 }
}

/** The largest variance that the noise of a shown number may have had: that of small counts may be larger than the wanted one. */
export function varianceBehind({ rows, maxDeviation }: PerturbationTable, shown: number): number {
  const variances = Array.from({ length: 2 * maxDeviation + 1 }, (_, at) => {
    const count = shown - maxDeviation + at
    const { shifts, probabilities } = rows[Math.min(count, rows.length - 1)] ?? { shifts: [], probabilities: [] }
    return (probabilities[shifts.indexOf(shown - count)] ?? 0) > 0 ? varianceOf({ shifts, probabilities }) : 0
  })
  return Math.max(...variances)
}

function varianceOf({ shifts, probabilities }: ShiftDistribution): number {
  return shifts.reduce((sum, shift, at) => sum + probabilities[at]! * shift ** 2, 0)
}
