import type { CivilDate } from '../../values/civilDate.ts'
import type { Cell, TableRow } from '../../spreadsheet/cell.ts'
import { cellText } from '../../spreadsheet/cell.ts'
import { knownHeadings } from './headings.ts'
import { identityOfCell } from './identity.ts'
import { identityOfHeading } from './identityHeadings.ts'
import { normaliseHeading } from './normalise.ts'
import { shownValue } from './problem.ts'

/** A sheet with its header row found: one heading per column, and the rows below. */
export interface Table {
  /** Row number of the header in the file. */
  headerRow: number
  /** As written; an empty heading over a filled column is ''. */
  headings: string[]
  rows: TableRow[]
  /** How sure the header is and how full the table; used to choose among sheets. */
  score: number
}

const ROWS_LOOKED_AT = 40

/** Finds the header row of a sheet, also below titles and empty rows; `undefined` when no row looks like one. */
export function findTable(rows: readonly TableRow[]): Table | undefined {
  let best: { at: number; score: number } | undefined
  for (let at = 0; at < Math.min(rows.length, ROWS_LOOKED_AT); at++) {
    const score = headerScore(rows, at)
    if (score > (best?.score ?? 0)) best = { at, score }
  }
  if (!best) return undefined
  const header = rows[best.at]!
  const width = rows.slice(best.at).reduce((widest, row) => Math.max(widest, row.cells.length), 0)
  const headings = Array.from({ length: width }, (_, column) => cellText(header.cells[column]).replace(/\s+/g, ' '))
  const below = rows.slice(best.at + 1)
  return {
    headerRow: header.row,
    headings: withGroupTitles(headings, rows[best.at - 1]),
    rows: below,
    score: best.score + Math.min(below.length, 1_000) / 500,
  }
}

/** Whether a heading is one the matcher or the identity check knows. */
function isKnown(heading: string): boolean {
  return knownHeadings.has(normaliseHeading(heading)) || identityOfHeading(heading) !== undefined
}

/** Whether what was taken for headings is more likely the first row of a list without any: persons, dates and numbers, few known headings. */
export function headingsAreData(headings: readonly string[], today: CivilDate): boolean {
  const filled = headings.filter((heading) => heading !== '')
  if (filled.filter(isKnown).length >= filled.length / 2) return false
  const values = filled.filter((heading) => /^[\d\s.,:/%-]+$/.test(heading))
  return values.length >= 2 || filled.some((heading) => pointsOut(heading, today))
}

/** Headings as they may be shown: those that hold identity themselves are masked. */
export function shownHeadings(headings: readonly string[], today: CivilDate): string[] {
  return headings.map((heading) => (pointsOut(heading, today) ? shownValue(heading, true) : heading))
}

function pointsOut(heading: string, today: CivilDate): boolean {
  const kind = knownHeadings.has(normaliseHeading(heading)) ? undefined : identityOfCell(heading, today)
  return kind !== undefined && kind !== 'freeText'
}

/**
 * How much a row looks like a header: known headings weigh most, then short distinct texts; numbers and dates speak against it,
 * as does a row below that is much narrower (a title) or nothing below.
 */
function headerScore(rows: readonly TableRow[], at: number): number {
  const filled = rows[at]!.cells.filter((cell) => cell !== null)
  const texts = filled.filter((cell): cell is string => isHeadingText(cell))
  if (texts.length < 2 || texts.length < filled.length * 0.6) return 0
  const known = texts.filter(isKnown).length
  const distinct = new Set(texts.map(normaliseHeading)).size / texts.length
  const below = rows.slice(at + 1, at + 6).map((row) => row.cells.filter((cell) => cell !== null).length)
  const fits = below.length === 0 ? 0 : Math.max(...below) / texts.length
  return known * 3 + texts.length * 0.3 * distinct + Math.min(fits, 1.2) - (filled.length - texts.length)
}

function isHeadingText(cell: Cell): boolean {
  return typeof cell === 'string' && cell.length <= 120 && /\p{L}/u.test(cell) && !/^\d{1,4}[-/.]\d{1,2}/.test(cell)
}

/** Where headings repeat (`Försörjning` under FÖRE and again under EFTER) the title row above tells them apart. */
function withGroupTitles(headings: string[], above: TableRow | undefined): string[] {
  const keys = headings.map(normaliseHeading)
  const repeated = new Set(keys.filter((key, column) => key !== '' && keys.indexOf(key) !== column))
  if (repeated.size === 0 || !above) return headings
  let title = ''
  return headings.map((heading, column) => {
    title = cellText(above.cells[column]) || title
    return repeated.has(keys[column]!) && title !== '' ? `${heading} ${title}` : heading
  })
}
