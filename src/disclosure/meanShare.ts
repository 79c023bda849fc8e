import { missingCell } from './absentCell.ts'
import { valueOf } from './cell.ts'
import type { Cell } from './cell.ts'
import { approximateCell, suppressedCell } from './makeCell.ts'
import { leastBase } from './share.ts'

/**
 * How coarsely a mean of values from 0 to 1 is told, by the number shown that it is of: at least one in a hundred, and at least what one person of
 * them can move it, in whole hundredths. So one person more or less moves it by one step at most.
 */
export function meanStep(n: number): number {
  return Math.max(1, Math.ceil(100 / n)) / 100
}

/**
 * The mean of a value from 0 to 1 over a group as a cell: shown when the number of the group is shown as at least 20, and then rounded to `meanStep`.
 * Whether there are enough is judged by the number shown alone.
 */
export function protectMean(mean: number | undefined, n: Cell): Cell {
  const shown = valueOf(n)
  if (shown === 0) return missingCell
  if (shown === undefined || shown < leastBase || mean === undefined) return n.kind === 'reserved' ? n : suppressedCell()
  const step = meanStep(shown)
  return approximateCell(Math.min(1, Math.round(Math.round(mean / step) * step * 100) / 100))
}
