/** Margins that are not the sums of the cells: a person counted under several support sources, say. */
export interface StatedTotals {
  rows: readonly number[]
  columns: readonly number[]
  grand: number
  /**
   * Which sums still hold. `rows`: each row's cells sum to its row total, and the column totals to the grand total
   * (rows are the multi-valued side). `columns`: the same for columns. `none`: both sides are multi-valued.
   * `nearly`: persons, most of whom are in one cell only; an attacker is taken to know by how much the sums fail.
   */
  additive: 'rows' | 'columns' | 'none' | 'nearly'
  /** Persons: also the sums that hold for participations hold only nearly. */
  isNearly?: boolean
}

/** Counts of persons or participations before protection: whole numbers ≥ 0, `counts[row][column]`. */
export interface CountTable {
  rows: readonly string[]
  columns: readonly string[]
  counts: readonly (readonly number[])[]
  /** Left out when the margins are the sums of the cells. */
  totals?: StatedTotals
  /**
   * Positions of columns that are also published together, as one more column: "not to work or study" beside
   * "no" and "unknown". At least two and not all; only where margins are sums.
   */
  subtotal?: readonly number[]
}

/**
 * A table with its margins as one grid. A single row or column has no margin of its own: it would be the same cell twice.
 * `values[row * width + column]`; the last row and column are the totals where `hasTotalRow`, `hasTotalColumn`.
 * With a subtotal of columns, its column is the last but one.
 */
export interface Grid {
  height: number
  width: number
  hasTotalRow: boolean
  hasTotalColumn: boolean
  values: number[]
  additive: 'both' | StatedTotals['additive']
  /** Columns of the subtotal; empty when there is none. */
  subtotal: readonly number[]
}

/** The grid of a table. Throws when the table is empty, ragged, not of counts, or its stated totals contradict the sums. */
export function gridOf(table: CountTable): Grid {
  const { rows, columns, counts, totals, subtotal = [] } = table
  demandCounts(table)
  demandSubtotal(table)
  const hasTotalColumn = columns.length > 1
  const hasTotalRow = rows.length > 1
  const lines = counts.map((line, row) => withTotal(line, subtotal, hasTotalColumn, totals?.rows[row]))
  if (hasTotalRow) {
    const sums = columns.map((_, column) => totals?.columns[column] ?? sum(counts.map((line) => line[column]!)))
    const grand = totals?.grand ?? sum(sums)
    lines.push(withTotal(sums, subtotal, hasTotalColumn, grand))
  }
  const width = lines[0]!.length
  const grid = {
    height: lines.length,
    width,
    hasTotalRow,
    hasTotalColumn,
    values: lines.flat(),
    additive: totals?.additive ?? 'both',
    subtotal,
  } as const
  if (!totals?.isNearly) demandSums(grid)
  demandWithinTotals(table)
  return grid
}

function withTotal(line: readonly number[], subtotal: readonly number[], hasTotal: boolean, stated?: number): number[] {
  const together = subtotal.length > 0 ? [sum(subtotal.map((column) => line[column]!))] : []
  return hasTotal ? [...line, ...together, stated ?? sum(line)] : [...line]
}

function demandSubtotal({ columns, totals, subtotal }: CountTable): void {
  if (!subtotal) return
  const isProper = subtotal.length >= 2 && subtotal.length < columns.length && new Set(subtotal).size === subtotal.length
  if (!isProper || totals || subtotal.some((column) => columns[column] === undefined)) {
    throw new RangeError(`No subtotal of the columns ${subtotal.join()} is possible`)
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function demandCounts({ rows, columns, counts, totals }: CountTable): void {
  if (rows.length === 0 || columns.length === 0) throw new RangeError('A table needs at least one row and one column')
  if (counts.length !== rows.length || counts.some((line) => line.length !== columns.length)) {
    throw new RangeError(`Counts are not ${rows.length} × ${columns.length}`)
  }
  if (totals && (totals.rows.length !== rows.length || totals.columns.length !== columns.length)) {
    throw new RangeError('Stated totals do not fit the table')
  }
  const all = [...counts.flat(), ...(totals ? [...totals.rows, ...totals.columns, totals.grand] : [])]
  const bad = all.find((value) => !Number.isSafeInteger(value) || value < 0)
  if (bad !== undefined) throw new RangeError(`${bad} is not a count`)
}

/** A margin that is no sum is a number of persons, so no group in it is larger. */
function demandWithinTotals({ counts, totals }: CountTable): void {
  if (!totals) return
  for (const [row, line] of counts.entries()) {
    for (const [column, value] of line.entries()) {
      const most = Math.min(totals.rows[row]!, totals.columns[column]!)
      if (value > most) throw new RangeError(`${value} in row ${row}, column ${column} is more than its total ${most}`)
    }
  }
}

function demandSums({ height, width, hasTotalRow, hasTotalColumn, values, additive, subtotal }: Grid): void {
  const at = (row: number, column: number) => values[row * width + column]!
  const areRowsSums = additive === 'both' || additive === 'rows'
  const areColumnsSums = additive === 'both' || additive === 'columns'
  for (let row = 0; hasTotalColumn && areRowsSums && row < height; row++) {
    const parts = sum(values.slice(row * width, (row + 1) * width - (subtotal.length > 0 ? 2 : 1)))
    if (parts !== at(row, width - 1)) throw new RangeError(`Row ${row} sums to ${parts}, not ${at(row, width - 1)}`)
  }
  for (let column = 0; hasTotalRow && areColumnsSums && column < width; column++) {
    const parts = sum(Array.from({ length: height - 1 }, (_, row) => at(row, column)))
    if (parts !== at(height - 1, column)) throw new RangeError(`Column ${column} sums to ${parts}, not ${at(height - 1, column)}`)
  }
}
