import type { Cell } from '../src/disclosure/cell.ts'
import { usualNoise, type Noise } from '../src/disclosure/noise/noise.ts'
import { perturbationTable } from '../src/disclosure/noise/perturbationTable.ts'
import { releasedCell } from '../src/disclosure/releasedCell.ts'

const { threshold, variance, maxDeviation } = usualNoise(5)

/** What free questions are answered with by default. */
export const noise: Noise = { version: 1, table: perturbationTable(threshold, variance, maxDeviation) }

/** Noise that shows each count as something that follows from it, up to a largest count. */
export function noiseThatShows(shown: (count: number) => number, largest = 20_000): Noise {
  const rows = Array.from({ length: largest + 1 }, (_, count) => ({ shifts: [shown(count) - count], probabilities: [1] }))
  return { version: 1, table: { threshold, variance, maxDeviation, rows } }
}

/** Noise that changes nothing: shows that a number comes where it should. */
export const silence = noiseThatShows((count) => count, 0)

/** Cells as disclosure would make them: exact, approximate, hidden, to be published. */
export const exact = (value: number): Cell => releasedCell({ count: 0, key: 0 }, noise, { kind: 'shown', value })
export const about = (count: number): Cell => releasedCell({ count, key: 0 }, silence)
export const hidden: Cell = releasedCell({ count: 0, key: 0 }, noise, { kind: 'suppressed' })
export const reserved: Cell = releasedCell({ count: 0, key: 0 }, noise, { kind: 'reserved' })
