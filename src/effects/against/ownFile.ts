import { findIdentity } from '../../participations/import/identity.ts'
import type { IdentityKind } from '../../participations/import/identityHeadings.ts'
import { readTable, type ReadFile, type RefusedRead, type Sheet } from '../../participations/import/readTable.ts'
import { cellText, columnLetter, type Cell } from '../../spreadsheet/cell.ts'
import { importLimits } from '../../spreadsheet/limits.ts'
import type { Work } from '../../spreadsheet/work.ts'
import type { CivilDate } from '../../values/civilDate.ts'
import { Numerals } from '../comparison/numerals.ts'

/** What a column holds: nothing but 0 and 1 (or yes and no), numbers, a few names, or texts that nothing can be reckoned with. */
export type Holds = 'zeroOrOne' | 'numbers' | 'names' | 'texts' | 'nothing'

/** A column of a file as a page may show it. */
export interface FileColumn {
  name: string
  holds: Holds
  /** A few values as written; none of a column that points out persons. */
  samples: string[]
  /** What kind of identity it seems to hold; such a column is used for nothing. */
  identity?: IdentityKind
}

/** A file as read, without its rows. */
export interface FileShown {
  kind: 'read'
  sheets: { name: string; rows: number }[]
  chosen: number
  rows: number
  columns: FileColumn[]
}

/** More than this many different texts are no categories. */
export const mostNames = 12
const mostSamples = 3

const words: Record<string, number> = { ja: 1, nej: 0, yes: 1, no: 0, true: 1, false: 0, sant: 1, falskt: 0 }

/** 1 or 0 for yes and no in either language; `undefined` for all else. */
export const yesOrNo = (cell: Cell): number | undefined => (typeof cell === 'string' ? words[cell.trim().toLowerCase()] : undefined)

/** A file of somebody's own, held by the worker that has read it: its sheets, and the columns of the one looked at. */
export class OwnFile {
  readonly #file: ReadFile
  readonly #today: CivilDate
  #chosen: number
  #shown: FileColumn[] | undefined

  private constructor(file: ReadFile, today: CivilDate) {
    this.#file = file
    this.#today = today
    this.#chosen = file.best
  }

  /** Reads a file. Never throws for a bad one: it comes back as a refusal with its reason. */
  static async read(bytes: Uint8Array, today: CivilDate, work: Work): Promise<OwnFile | RefusedRead> {
    const file = await readTable(bytes, importLimits, work)
    return file.kind === 'refused' ? file : new OwnFile(file, today)
  }

  get sheet(): Sheet {
    return this.#file.sheets[this.#chosen]!
  }

  /** Looks at another sheet. */
  choose(sheet: number): void {
    this.#chosen = sheet
    this.#shown = undefined
  }

  /** What a page may show of it. */
  shown(): FileShown {
    const sheets = this.#file.sheets.map(({ name, rows }) => ({ name, rows: rows.length }))
    return { kind: 'read', sheets, chosen: this.#chosen, rows: this.sheet.rows.length, columns: this.columns }
  }

  /** The columns of the sheet, in order. A name that stands twice, or nowhere, is told apart by the letter of its column. */
  get columns(): FileColumn[] {
    this.#shown ??= this.#described()
    return this.#shown
  }

  #described(): FileColumn[] {
    const { headings, rows } = this.sheet
    const pointing = new Map(findIdentity(headings, rows, this.#today).columns.map(({ column, kind }) => [column, kind]))
    return headings.map((heading, column) => {
      const identity = pointing.get(column)
      const { holds, samples } = describe(rows.map(({ cells }) => cells[column] ?? null))
      const isIdentity = identity !== undefined && pointsOut(identity, holds)
      return { name: nameOf(headings, column, heading), holds, samples: isIdentity ? [] : samples, ...(isIdentity && { identity }) }
    })
  }
}

/**
 * Whether a column that looks like identity is one. Long texts point out nobody for certain, and are used for nothing anyway; a yes or no is
 * nobody's, and numbers under a heading such as "Kontaktpersoner" are no names.
 */
function pointsOut(identity: IdentityKind, holds: Holds): boolean {
  if (identity === 'freeText' || holds === 'zeroOrOne') return false
  return holds !== 'numbers' || identity === 'personnummer' || identity === 'phone'
}

function nameOf(headings: readonly string[], column: number, heading: string): string {
  if (heading === '') return columnLetter(column)
  return headings.indexOf(heading) === column ? heading : `${heading} (${columnLetter(column)})`
}

function describe(cells: readonly Cell[]): { holds: Holds; samples: string[] } {
  const numerals = new Numerals()
  const different = new Set<string>()
  let [filled, numbers, marks] = [0, 0, 0]
  for (const cell of cells) {
    const text = cellText(cell).trim()
    if (text === '' || text === 'NA') continue
    filled++
    if (different.size <= mostNames) different.add(text)
    const value = typeof cell === 'number' ? cell : (yesOrNo(cell) ?? numerals.read(text, 'number', () => Number.NaN))
    if (Number.isNaN(value)) continue
    numbers++
    if (value === 0 || value === 1) marks++
  }
  const samples = [...different].slice(0, mostSamples).map((text) => (text.length > 12 ? `${text.slice(0, 11)}…` : text))
  return { samples, holds: holdsOf({ filled, numbers, marks, different: different.size }) }
}

function holdsOf({ filled, numbers, marks, different }: Record<'filled' | 'numbers' | 'marks' | 'different', number>): Holds {
  if (filled === 0) return 'nothing'
  // Most are numbers: the others are mistakes, to be told by row.
  if (numbers > filled / 2) return marks === numbers ? 'zeroOrOne' : 'numbers'
  return different <= mostNames ? 'names' : 'texts'
}
