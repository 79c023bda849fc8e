import { Numerals, type NumeralKind } from '../effects/comparison/numerals.ts'
import { CommandError, exitCodes } from './exitCodes.ts'
import { csvFileRows, type FileRow } from './csvFile.ts'

/** What a column holds: numbers of a kind, or names. */
export type ColumnKind = NumeralKind | 'name'

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
  const numerals = new Numerals()
  return [...wanted].map(([name, kind]) => {
    const at = headings.indexOf(name)
    if (at < 0) refuse('columns.unknown', { file, column: name, known: listed(headings) })
    if (headings.includes(name, at + 1)) refuse('columns.twice', { file, column: name })
    const base = { name, at, values: new Growing() }
    if (kind === 'name') return { ...base, ...namesReader(file, name) }
    const read = (cell: string, { row }: FileRow): number =>
      numerals.read(cell, kind, (fault, given) => refuse(`columns.${fault}`, { file, column: name, row, ...(given !== '' && { given }) }))
    return { ...base, read }
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
