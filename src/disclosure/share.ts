import { isApproximate, valueOf } from './cell.ts'
import type { Cell } from './cell.ts'
import { approximateCell, suppressedCell } from './makeCell.ts'
import { varianceBehind } from './noise/noise.ts'
import type { Noise } from './noise/noise.ts'

/** The least number that a share is made of: below it noise and chance say more than the share does. */
export const leastBase = 20

/** A share that may be shown: x of n, and the variance that noise has given each (0 for exact counts). */
export interface ShownShare {
  x: number
  n: number
  noiseOfX: number
  noiseOfN: number
}

/**
 * A part that stands beside its whole: one with noise is never more than the whole, and of a whole that is hidden no part is shown. What both are is
 * shown as nought or at least the threshold, so this shows nothing smaller.
 */
export function partOf(part: Cell, whole: Cell): Cell {
  if (!isApproximate(part)) return part
  if (whole.kind === 'suppressed') return suppressedCell()
  const most = valueOf(whole)
  return most !== undefined && part.value > most ? approximateCell(most) : part
}

/**
 * The share x of n, when both have a number, x is not more than n, and n is at least 20; else `undefined`.
 * @param noise what cells with noise were made by; not needed where all are as published. Throws when one has noise and it is missing
 */
export function shareOf(x: Cell, n: Cell, noise?: Noise): ShownShare | undefined {
  const [part, whole] = [valueOf(x), valueOf(n)]
  if (part === undefined || whole === undefined || part > whole || whole < leastBase) return undefined
  const noiseOf = (cell: Cell): number => {
    if (!isApproximate(cell)) return 0
    if (!noise) throw new RangeError('A share of numbers with noise, and no noise is named')
    return varianceBehind(noise.table, cell.value)
  }
  return { x: part, n: whole, noiseOfX: noiseOf(x), noiseOfN: noiseOf(n) }
}
