import { exactlyKnown } from './audit.ts'
import type { Cell } from './cell.ts'
import { withComplements, withoutNeedless } from './complement.ts'
import { gridOf } from './countTable.ts'
import type { CountTable, Grid } from './countTable.ts'
import { shownCell, suppressedCell } from './makeCell.ts'
import { networkOf } from './network.ts'
import type { Network, Status } from './network.ts'
import { cellBesideFew } from './remainder.ts'

/** How strict protection is. */
export interface ProtectionPolicy {
  /** Counts from 1 up to one less are never shown; at least 3. */
  threshold: number
}

/**
 * How a count of a table stands elsewhere in the same answer: by row and column, `all` for the totals, `rest` for the subtotal.
 * What is shown there is not hidden to protect others, for that would protect nothing; what is hidden there is hidden here.
 */
export type Standing = (row: number | 'all', column: number | 'all' | 'rest') => 'shown' | 'hidden' | undefined

export const defaultPolicy: ProtectionPolicy = { threshold: 5 }

/** A table that may be shown, with its margins. */
export interface ProtectedTable {
  rows: readonly string[]
  columns: readonly string[]
  cells: Cell[][]
  rowTotals: Cell[]
  columnTotals: Cell[]
  grandTotal: Cell
  /** The subtotal of columns per row and of all rows, where the table has one. */
  subtotals?: Cell[]
  grandSubtotal?: Cell
}

/** What protection did. For the curator only: how much was hidden says something about what was hidden. */
export interface ProtectionReport {
  threshold: number
  /** Cells of the table with its margins; a single row or column has none of its own. */
  cells: number
  /** Hidden because they are small themselves. */
  primary: number
  /** Hidden to protect the small ones. */
  complementary: number
  /** Sum of the values hidden to protect others: what protection cost. */
  valueHidden: number
  /** The whole table had to be withheld: no pattern of hidden cells protects it. */
  isWithheld: boolean
  /** The independent audit of the result found no hidden value that can be worked out. */
  verified: true
}

/**
 * Protects a table of counts: small cells and small margins are hidden, and as many others as are needed so that nobody can
 * work out a hidden value from what is shown, all sums, that counts are whole and ≥ 0, the threshold, and even from knowing
 * which hidden cells were small themselves (the attacker "la" of docs/decisions). Where no pattern does it, the whole table
 * is withheld; then nothing is published that tells which cells were small. Nor may what is left of a shown total, when shown
 * parts are taken from it, be few.
 * Throws on a threshold below 3, on a malformed table, and, failing closed, when the audit of the result finds a leak.
 */
export function protect(
  table: CountTable,
  policy: ProtectionPolicy = defaultPolicy,
  standing?: Standing,
): { cells: ProtectedTable; report: ProtectionReport } {
  const { threshold } = policy
  if (!Number.isInteger(threshold) || threshold < 3) throw new RangeError(`Threshold ${threshold} is not a whole number ≥ 3`)
  const grid = gridOf(table)
  const network = networkOf(grid)
  const primary = grid.values.map((value): Status => (value >= 1 && value < threshold ? 'primary' : 'published'))
  const protectedStatuses = hiddenEnough(grid, network, primary, threshold, standing)
  const statuses = protectedStatuses ?? primary.map((status): Status => (status === 'primary' ? status : 'complementary'))
  const isWithheld = protectedStatuses === undefined
  demandNoLeak(network, statuses, threshold, isWithheld)
  return { cells: published(table, grid, statuses), report: reportOf(grid, statuses, threshold, isWithheld) }
}

/** Statuses with all hidden that must be; `undefined` when no pattern is enough. */
function hiddenEnough(
  grid: Grid,
  network: Network,
  primary: readonly Status[],
  threshold: number,
  standing?: Standing,
): Status[] | undefined {
  const open = cellsThat(grid, 'shown', standing)
  const elsewhere = cellsThat(grid, 'hidden', standing)
  const first = [...primary]
  for (const cell of elsewhere) if (first[cell] === 'published') first[cell] = 'complementary'
  let statuses: Status[] | undefined
  for (;;) {
    statuses = withComplements(network, first, threshold, open)
    if (!statuses) return undefined
    const more = cellBesideFew(grid, statuses, threshold, open)
    if (more === 'impossible') return undefined
    if (more === 'none') break
    first[more] = 'complementary'
  }
  const leavesNone = (now: readonly Status[]): boolean => cellBesideFew(grid, now, threshold, open) === 'none'
  return withoutNeedless(network, statuses, threshold, (cell) => elsewhere.has(cell), leavesNone)
}

function cellsThat(
  { height, width, hasTotalRow, hasTotalColumn, subtotal }: Grid,
  stand: 'shown' | 'hidden',
  standing?: Standing,
): ReadonlySet<number> {
  const found = new Set<number>()
  const columnOf = (column: number): number | 'all' | 'rest' => {
    if (hasTotalColumn && column === width - 1) return 'all'
    return subtotal.length > 0 && column === width - 2 ? 'rest' : column
  }
  for (let cell = 0; standing && cell < height * width; cell++) {
    const row = Math.floor(cell / width)
    if (standing(hasTotalRow && row === height - 1 ? 'all' : row, columnOf(cell % width)) === stand) found.add(cell)
  }
  return found
}

function demandNoLeak(network: Network, statuses: readonly Status[], threshold: number, isWithheld: boolean): void {
  // Of a withheld table nobody gets to see which cells are hidden for which reason: all are.
  const attackers = isWithheld ? [false] : [true, false]
  for (const knowsPrimary of attackers) {
    const leaks = exactlyKnown(network, statuses, threshold, knowsPrimary)
    if (leaks.length > 0) throw new Error(`Protection failed its audit: ${leaks.length} hidden cells can be worked out`)
  }
}

function published(table: CountTable, grid: Grid, statuses: readonly Status[]): ProtectedTable {
  const { rows, columns } = table
  const { width, height, hasTotalColumn, hasTotalRow } = grid
  const at = (row: number, column: number) => {
    const cell = row * width + column
    return statuses[cell] === 'published' ? shownCell(grid.values[cell]!) : suppressedCell()
  }
  const lastColumn = hasTotalColumn ? width - 1 : 0
  const lastRow = hasTotalRow ? height - 1 : 0
  return {
    rows,
    columns,
    cells: rows.map((_, row) => columns.map((__, column) => at(row, column))),
    rowTotals: rows.map((_, row) => at(row, lastColumn)),
    columnTotals: columns.map((_, column) => at(lastRow, column)),
    grandTotal: at(lastRow, lastColumn),
    ...(grid.subtotal.length > 0 && {
      subtotals: rows.map((_, row) => at(row, width - 2)),
      grandSubtotal: at(lastRow, width - 2),
    }),
  }
}

function reportOf(grid: Grid, statuses: readonly Status[], threshold: number, isWithheld: boolean): ProtectionReport {
  const count = (status: Status) => statuses.filter((each) => each === status).length
  const hidden = grid.values.filter((_, cell) => statuses[cell] === 'complementary')
  return {
    threshold,
    cells: grid.values.length,
    primary: count('primary'),
    complementary: count('complementary'),
    valueHidden: hidden.reduce((sum, value) => sum + value, 0),
    isWithheld,
    verified: true,
  }
}
