import { missingCell } from './absentCell.ts'
import { isShown } from './cell.ts'
import type { Cell } from './cell.ts'
import { shownCell, suppressedCell } from './makeCell.ts'
import type { ProtectionPolicy } from './protect.ts'

/** Quartiles that may be shown. */
export interface ProtectedQuartiles {
  lower: Cell
  median: Cell
  upper: Cell
}

/** How many values each quarter must hold, times four: fewer, and a quartile is close to one person's own value. */
const quarters = 4

/**
 * Quartiles as cells: shown when their number is a shown cell and each quarter holds at least the threshold, and then rounded
 * to whole steps, since a quartile of few values is the value of one or two persons. Without values they are missing.
 * @param n the number of values as a cell of a protected table
 * @param step what to round to, in the unit of the values
 */
export function protectQuartiles(
  quartiles: { n: number; lower: number; median: number; upper: number } | undefined,
  n: Cell,
  policy: ProtectionPolicy,
  step: number,
): ProtectedQuartiles {
  const all = (cell: Cell): ProtectedQuartiles => ({ lower: cell, median: cell, upper: cell })
  if (!isShown(n)) return all(suppressedCell())
  if (n.value !== (quartiles?.n ?? 0)) throw new RangeError(`${n.value} is not the number of values, ${quartiles?.n ?? 0}`)
  if (!quartiles) return all(missingCell)
  if (n.value < quarters * policy.threshold) return all(suppressedCell())
  const rounded = (value: number) => shownCell(Math.round(value / step) * step)
  return { lower: rounded(quartiles.lower), median: rounded(quartiles.median), upper: rounded(quartiles.upper) }
}
