import type { Cell } from './cell.ts'
import { suppressedCell } from './makeCell.ts'
import type { ProtectedTable } from './protect.ts'

/** Totals that another table about the same participations shows beside this one. */
export interface KnownTotals {
  /** By row, where the rows of both tables are the same. */
  rowTotals?: readonly Cell[]
  grandTotal: Cell
}

/**
 * Makes a table agree with one that stands beside it and has the same totals. Each is protected by itself, and would one show a
 * total that the other hides, the two together could give a hidden value away. Where they disagree, the inside of the table
 * is withheld and the other's totals stand.
 */
export function withSharedTotals(table: ProtectedTable, known: KnownTotals): ProtectedTable {
  const rowTotals = known.rowTotals ?? table.rowTotals
  if (rowTotals.length !== table.rowTotals.length)
    throw new RangeError(`${rowTotals.length} known totals for ${table.rowTotals.length} rows`)
  const pairs = [...table.rowTotals.map((cell, row) => [cell, rowTotals[row]!] as const), [table.grandTotal, known.grandTotal] as const]
  for (const [own, other] of pairs) demandEqual(own, other)
  return pairs.every(([own, other]) => own.kind === other.kind) ? table : withheldInside(table, known)
}

/** The table with everything hidden but the totals that stand elsewhere too. */
export function withheldInside(table: ProtectedTable, known: KnownTotals): ProtectedTable {
  const hide = (cells: readonly Cell[]) => cells.map(suppressedCell)
  return {
    ...table,
    cells: table.cells.map(hide),
    rowTotals: known.rowTotals ? [...known.rowTotals] : hide(table.rowTotals),
    columnTotals: hide(table.columnTotals),
    grandTotal: known.grandTotal,
    ...(table.subtotals && { subtotals: hide(table.subtotals), grandSubtotal: suppressedCell() }),
  }
}

function demandEqual(own: Cell, other: Cell): void {
  if (own.kind === 'shown' && other.kind === 'shown' && own.value !== other.value) {
    throw new RangeError(`${own.value} and ${other.value} are said to be the same total`)
  }
}
