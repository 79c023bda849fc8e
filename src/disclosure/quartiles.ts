import { missingCell } from './absentCell.ts'
import { valueOf } from './cell.ts'
import type { Cell } from './cell.ts'
import { approximateCell, suppressedCell } from './makeCell.ts'
import { leastBase } from './share.ts'

/** Quartiles that may be shown. */
export interface ProtectedQuartiles {
  lower: Cell
  median: Cell
  upper: Cell
}

/**
 * Quartiles as cells: shown when their number is shown as at least 20, and then rounded to whole steps, since a quartile of few values is the
 * value of one or two persons. Whether there are any, and enough, is judged by the number shown alone: the true one is not told by what is missing.
 * @param n the number of values as a cell of a table
 * @param step what to round to, in the unit of the values
 */
export function protectQuartiles(
  quartiles: { lower: number; median: number; upper: number } | undefined,
  n: Cell,
  step: number,
): ProtectedQuartiles {
  const all = (cell: Cell): ProtectedQuartiles => ({ lower: cell, median: cell, upper: cell })
  const shown = valueOf(n)
  if (shown === 0) return all(missingCell)
  if (shown === undefined || shown < leastBase || !quartiles) return all(n.kind === 'reserved' ? n : suppressedCell())
  const rounded = (value: number): Cell => approximateCell(Math.round(value / step) * step)
  return { lower: rounded(quartiles.lower), median: rounded(quartiles.median), upper: rounded(quartiles.upper) }
}
