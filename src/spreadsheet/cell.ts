import type { CivilDate } from '../values/civilDate.ts'
import { RefusedFile } from './limits.ts'
import type { Limits } from './limits.ts'

/** What a cell holds after reading: values only, never formulas. Truth values are the texts `true` and `false`. */
export type Cell = string | number | { readonly date: CivilDate } | null

/** One row of a sheet; `row` is its number in the file, from 1. */
export interface TableRow {
  row: number
  cells: readonly Cell[]
}

/** Things the reader let pass but the user should know. Texts: `import.reading.<kind>`. */
export interface ReadingWarning {
  kind: 'headingsAreData' | 'noRows' | 'errorValue' | 'longText' | 'impossibleDate' | 'unevenQuotes'
  count: number
  /** The first place, e.g. `Blad1!C4`. */
  first: string
}

/** A sheet as read, before its header row is looked for. */
export interface RawSheet {
  name: string
  hidden: boolean
  date1904: boolean
  rows: TableRow[]
  /** Cells that hold an error value or a formula without a result, as `placeKey`; they are read as empty. */
  errorCells?: Set<string>
}

/** How a cell of a sheet is named among others. */
export const placeKey = (row: number, column: number): string => `${row} ${column}`

/** The letter name of a column, 0 → A, 26 → AA. */
export function columnLetter(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnLetter(Math.floor(column / 26) - 1) + letter
}

/** A cell as the text a reader would see; empty for an empty cell. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  return typeof cell === 'object' ? cell.date : String(cell)
}

const MOST_ERROR_CELLS = 100_000

/** Collects the rows of one file within its limits, sharing equal texts and dropping empty ends. */
export class RowCollector {
  readonly warnings: ReadingWarning[] = []
  readonly #limits: Limits
  readonly #texts = new Map<string, string>()
  #sheet: RawSheet | undefined
  #cells = 0

  constructor(limits: Limits) {
    this.#limits = limits
  }

  /** Starts a new sheet and gives it. */
  open(name: string, hidden = false, date1904 = false): RawSheet {
    this.#sheet = { name, hidden, date1904, rows: [], errorCells: new Set() }
    return this.#sheet
  }

  /** Notes a warning at a place of the open sheet. */
  warn(kind: ReadingWarning['kind'], row: number, column: number): void {
    const errors = this.#sheet?.errorCells
    if (kind === 'errorValue' && errors && errors.size < MOST_ERROR_CELLS) errors.add(placeKey(row, column))
    const known = this.warnings.find((warning) => warning.kind === kind)
    if (known) known.count++
    else this.warnings.push({ kind, count: 1, first: `${this.#sheet?.name ?? ''}!${columnLetter(column)}${row}` })
  }

  /** Trims a text, cuts it at the limit and gives the shared copy of it; `null` when nothing is left. */
  text(raw: string, row: number, column: number): string | null {
    let text = raw.trim()
    if (text === '') return null
    // An apostrophe before = + - @ only hinders a spreadsheet program from reading the text as a formula.
    if (/^'[=+\-@]/.test(text)) text = text.slice(1)
    if (text.length > this.#limits.cellChars) {
      text = text.slice(0, this.#limits.cellChars)
      this.warn('longText', row, column)
    }
    const known = this.#texts.get(text)
    if (known !== undefined) return known
    // A slice would keep the whole piece of file it came from in memory.
    const own = text.length < 13 ? text : ` ${text}`.slice(1)
    if (this.#texts.size < 200_000) this.#texts.set(own, own)
    return own
  }

  /** Refuses a column outside the limit; called before a value is put there. */
  checkColumn(column: number): void {
    if (column >= this.#limits.columns) throw new RefusedFile('tooManyColumns', { limit: this.#limits.columns })
  }

  /** Adds a row, unless it is empty. Refuses when the file has too many rows or cells. */
  add(row: number, cells: Cell[]): void {
    while (cells.length > 0 && (cells.at(-1) ?? null) === null) cells.pop()
    if (cells.length === 0) return
    if (!this.#sheet) throw new Error('No sheet is open')
    for (let column = 0; column < cells.length; column++) cells[column] ??= null
    this.#sheet.rows.push({ row, cells })
    this.#cells += cells.length
    if (this.#sheet.rows.length > this.#limits.rows) throw new RefusedFile('tooManyRows', { limit: this.#limits.rows })
    if (this.#cells > this.#limits.cells) throw new RefusedFile('tooManyCells', { limit: this.#limits.cells })
  }
}
