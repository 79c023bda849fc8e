import { isShown, type Cell } from './cell.ts'
import { suppressedCell } from './makeCell.ts'
import type { ProtectionPolicy } from './protect.ts'
import type { KnownTotals } from './sharedTotals.ts'

/**
 * Numbers of persons that may stand beside the same groups' participations: all hidden when some difference, those who took part more than
 * once, is few (1 to one below the threshold), or would be what is left when the differences that can be seen are taken from the total's.
 */
export function withoutCloseCounts(
  persons: Required<KnownTotals>,
  participations: Required<KnownTotals>,
  policy: ProtectionPolicy,
): Required<KnownTotals> {
  const rows = persons.rowTotals.map((cell, row) => differenceOf(participations.rowTotals[row]!, cell))
  const total = differenceOf(participations.grandTotal, persons.grandTotal)
  const seen = rows.filter((difference) => difference !== undefined)
  const left = total === undefined ? undefined : total - seen.reduce((sum, difference) => sum + difference, 0)
  const isFew = (difference: number | undefined): boolean => difference !== undefined && difference > 0 && difference < policy.threshold
  if (![...rows, total, left].some(isFew)) return persons
  return { rowTotals: persons.rowTotals.map(suppressedCell), grandTotal: suppressedCell() }
}

/** A count that may stand beside another of nearly the same: hidden when the difference is few, or when the other is hidden. */
export function withoutCloseCount(cell: Cell, other: Cell, { threshold }: ProtectionPolicy): Cell {
  if (!isShown(cell) || !isShown(other)) return suppressedCell()
  const difference = Math.abs(cell.value - other.value)
  return difference > 0 && difference < threshold ? suppressedCell() : cell
}

function differenceOf(more: Cell, fewer: Cell): number | undefined {
  return isShown(more) && isShown(fewer) ? more.value - fewer.value : undefined
}
