import { CommandError, exitCodes } from './exitCodes.ts'
import { csvFileRows, type FileRow } from './csvFile.ts'

/**
 * What a column holds: numbers; numbers where an empty cell or NA is missing (NaN); numbers from nought; whole numbers from nought; 0 or 1;
 * or names.
 */
export type ColumnKind = 'number' | 'numberOrMissing' | 'fromZero' | 'whole' | 'zeroOrOne' | 'zeroOrOneOrMissing' | 'name'

/** Columns of a file by heading: numbers, or places in a list of names; and the row in the file of each of them. */
export interface FileColumns {
  file: string
  n: number
  rows: Int32Array
  numbers: ReadonlyMap<string, Float64Array>
  names: ReadonlyMap<string, { codes: Float64Array; labels: string[] }>
}

/**
 * Reads the columns that are asked for from a CSV with headings, a piece at a time: comma, semicolon, tab or bar between values, decimal
 * point or comma. Throws `CommandError` with exit 2 and the column and row for what is not as asked.
 */
export function readColumns(file: string, wanted: ReadonlyMap<string, ColumnKind>): FileColumns {
  let columns: Column[] | undefined
  let width = 0
  const rows = new Growing()
  for (const one of csvFileRows(file)) {
    if (!columns) {
      width = one.cells.length
      columns = findColumns(file, one.cells, wanted)
      continue
    }
    if (one.cells.length > width) refuse('columns.tooManyCells', { file, row: one.row, found: one.cells.length, expected: width })
    rows.push(one.row)
    for (const column of columns) column.values.push(column.read(one.cells[column.at] ?? '', one))
  }
  if (!columns) refuse('columns.empty', { file })
  if (rows.length === 0) refuse('columns.noRows', { file })
  const numbers = new Map(columns.filter(({ labels }) => !labels).map(({ name, values }) => [name, values.taken()]))
  const names = new Map(columns.flatMap(({ name, values, labels }) => (labels ? [[name, { codes: values.taken(), labels }] as const] : [])))
  return { file, n: rows.length, rows: Int32Array.from(rows.taken()), numbers, names }
}

export function refuse(key: string, args: Record<string, string | number>): never {
  throw new CommandError(exitCodes.usage, key, args)
}

const mostListed = 2000

interface Column {
  name: string
  at: number
  values: Growing
  labels?: string[]
  read(cell: string, row: FileRow): number
}

function findColumns(file: string, cells: string[], wanted: ReadonlyMap<string, ColumnKind>): Column[] {
  const headings = cells.map((cell) => cell.trim())
  const numeral = new Numerals(file)
  return [...wanted].map(([name, kind]) => {
    const at = headings.indexOf(name)
    if (at < 0) refuse('columns.unknown', { file, column: name, known: listed(headings) })
    if (headings.includes(name, at + 1)) refuse('columns.twice', { file, column: name })
    const base = { name, at, values: new Growing() }
    if (kind === 'name') return { ...base, ...namesReader(file, name) }
    return { ...base, read: (cell, row) => numeral.read(cell, { name, kind, row: row.row }) }
  })
}

/** The headings to choose among; a file without line breaks would have all of itself there. */
function listed(headings: string[]): string {
  const all = headings.join(', ')
  return all.length > mostListed ? `${all.slice(0, mostListed)}…` : all
}

function namesReader(file: string, column: string): Pick<Column, 'read' | 'labels'> {
  const labels: string[] = []
  const codes = new Map<string, number>()
  const read = (cell: string, { row }: FileRow): number => {
    const label = cell.trim()
    if (label === '') refuse('columns.emptyCell', { file, column, row })
    let code = codes.get(label)
    if (code === undefined) {
      code = labels.push(label) - 1
      codes.set(label, code)
    }
    return code
  }
  return { labels, read }
}

const shape = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)([eE][+-]?\d+)?$/

// Their fourth powers, summed over many persons, are still numbers.
const [smallest, largest] = [1e-50, 1e50]

/** Numbers as they are written in one file: with decimal point or decimal comma, never both. */
class Numerals {
  private readonly file: string
  private decimal: '.' | ',' | undefined

  constructor(file: string) {
    this.file = file
  }

  read(cell: string, { name: column, kind, row }: { name: string; kind: ColumnKind; row: number }): number {
    const text = cell.trim()
    const { file } = this
    if (text === '' || text === 'NA') {
      if (kind.endsWith('OrMissing')) return Number.NaN
      refuse('columns.emptyCell', { file, column, row })
    }
    if (!shape.test(text)) refuse('columns.notNumber', { file, column, row, given: text.slice(0, 60) })
    const value = Number(this.withPoint(text, column, row))
    const size = Math.abs(value)
    if (value !== 0 && !(size >= smallest && size <= largest)) {
      refuse('columns.beyondReckoning', { file, column, row, given: text.slice(0, 60) })
    }
    if (kind === 'fromZero' && value < 0) refuse('columns.negative', { file, column, row, given: text })
    if (kind === 'whole' && !(Number.isInteger(value) && value >= 0)) refuse('columns.notWhole', { file, column, row, given: text })
    if (kind.startsWith('zeroOrOne') && value !== 0 && value !== 1) refuse('columns.notZeroOrOne', { file, column, row, given: text })
    return value
  }

  private withPoint(text: string, column: string, row: number): string {
    const found = text.includes(',') ? ',' : '.'
    if (found === '.' && !text.includes('.')) return text
    this.decimal ??= found
    if (this.decimal !== found) refuse('columns.bothDecimals', { file: this.file, column, row, given: text })
    return found === ',' ? text.replace(',', '.') : text
  }
}

/** Numbers whose count is not known beforehand. */
class Growing {
  private values = new Float64Array(1024)
  length = 0

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Float64Array(2 * this.length)
      larger.set(this.values)
      this.values = larger
    }
    this.values[this.length++] = value
  }
  taken(): Float64Array {
    return this.values.subarray(0, this.length)
  }
}
