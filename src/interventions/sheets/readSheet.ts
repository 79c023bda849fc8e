import { cellText, type RawSheet, type TableRow } from '../../spreadsheet/cell.ts'
import type { HeadCount, HistoricFigure, RecordedYear } from '../domain.ts'
import { readActuals } from './actualRows.ts'
import { monthHeading, sheetHeadings, type SheetKind } from './sheetHeadings.ts'
import { sumFaults } from '../year/yearRules.ts'
import { plain, RowReader, type SheetContext, type SheetProblem } from './sheetRow.ts'

interface Found<K extends SheetKind, Row> {
  kind: K
  sheet: string
  /** What can be recorded, with the row of the file. */
  rows: { row: number; value: Row }[]
  problems: SheetProblem[]
  /** Rows without figures, left as they are. */
  empty: number
  /** Historic figures that are already there word for word. */
  known: number
}
export type SheetReading =
  Found<'headCounts', HeadCount> | Found<'money', RecordedYear> | Found<'actuals', RecordedYear> | Found<'historic', HistoricFigure>

/** No sheet has the headings of a template; `missing` names what the nearest one lacks. */
export interface NoTemplate {
  kind: 'none'
  missing: string[]
}

const ROWS_LOOKED_AT = 15
const MOST_TOTAL = 1_000_000
const kinds: SheetKind[] = ['historic', 'money', 'actuals', 'headCounts']

/**
 * Reads a filled-in template of the association: which of them it is, told by its headings (in any order, below titles), each row's
 * values, and everything that must be mended. Rows with a problem are left out of `rows`.
 */
export function readSheet(sheets: readonly RawSheet[], context: SheetContext): SheetReading | NoTemplate {
  let missing: string[] | undefined
  // The older figures' headings include those of the head-counts, so they are looked for first.
  for (const kind of kinds) {
    for (const sheet of sheets.filter((one) => !one.hidden)) {
      const header = nearestHeader(sheet.rows, sheetHeadings[kind])
      if (header && header.missing.length === 0)
        return kind === 'actuals' ? readActualRows(sheet, header, context) : readRows(kind, sheet, header, context)
      const lacks = header?.missing ?? []
      if (header && lacks.length < sheetHeadings[kind].length - 1 && lacks.length < (missing?.length ?? Infinity)) missing = lacks
    }
  }
  return { kind: 'none', missing: missing ?? [] }
}

interface Header {
  at: number
  columns: Map<string, number>
  missing: string[]
}

function nearestHeader(rows: readonly TableRow[], headings: readonly string[]): Header | undefined {
  let best: Header | undefined
  rows.slice(0, ROWS_LOOKED_AT).forEach(({ cells }, at) => {
    const texts = cells.map((cell) => plain(cellText(cell)))
    const columns = new Map([...headings, monthHeading].map((heading) => [heading, texts.indexOf(plain(heading))]))
    const missing = headings.filter((heading) => columns.get(heading) === -1)
    if (missing.length < headings.length && missing.length < (best?.missing.length ?? Infinity)) best = { at, columns, missing }
  })
  return best
}

function readActualRows(sheet: RawSheet, header: Header, context: SheetContext): SheetReading {
  const rows = sheet.rows.slice(header.at + 1).map((line) => new RowReader(line, header.columns, context))
  const filled = rows.filter((row) => row.text('Utfall kr') !== '')
  return { kind: 'actuals', sheet: sheet.name, ...readActuals(filled, context.money), empty: rows.length - filled.length, known: 0 }
}

/** Those whose rows stand each for itself. */
type PlainKind = Exclude<SheetKind, 'actuals'>

function readRows(kind: PlainKind, sheet: RawSheet, header: Header, context: SheetContext): SheetReading {
  const found = { kind, sheet: sheet.name, rows: [], problems: [], empty: 0, known: 0 } as SheetReading
  const seen = new Set<string>()
  for (const line of sheet.rows.slice(header.at + 1)) {
    const row = new RowReader(line, header.columns, context)
    if (isUnfilled(row, kind)) {
      found.empty++
      continue
    }
    const value = readers[kind](row)
    if (value && row.problems.length === 0) row.refuseRepeated(keyOf(value), seen)
    found.problems.push(...row.problems)
    if (!value || row.problems.length > 0) continue
    if (found.kind === 'historic' && context.historic.some((one) => keyOf(one) === keyOf(value))) found.known++
    else found.rows.push({ row: line.row, value: value as never })
  }
  return found
}

/** A row of the template that nobody has filled in: intervention and year only. */
function isUnfilled(row: RowReader, kind: PlainKind): boolean {
  return sheetHeadings[kind].filter((heading) => heading !== 'Insats' && heading !== 'År').every((heading) => row.text(heading) === '')
}

/** What makes two rows the same: all of a historic figure, intervention and year of the others. */
function keyOf(value: HeadCount | RecordedYear | HistoricFigure): string {
  if ('interventionId' in value) return `${value.interventionId} ${value.year}`
  return JSON.stringify([value.year, value.interventionName, value.measure, value.women, value.men, value.total, value.source])
}

const readers: Record<PlainKind, (row: RowReader) => HeadCount | RecordedYear | HistoricFigure | undefined> = {
  headCounts(row) {
    const intervention = row.intervention()
    if (intervention?.countingMode === 'identified') row.problem('Insats', 'countedFromRows')
    const [year, women, men] = [row.year(), row.whole('Kvinnor'), row.whole('Män')]
    row.refuseCountYear(intervention, year)
    if (women === null) row.problem('Kvinnor', 'bothSexes')
    if (men === null) row.problem('Män', 'bothSexes')
    if (!intervention || year === undefined || typeof women !== 'number' || typeof men !== 'number') return undefined
    return { interventionId: intervention.id, year, women, men }
  },
  money(row) {
    const intervention = row.intervention()
    const [year, plannedParticipants] = [row.year(), row.whole('Planerat antal')]
    const [budgetOre, actualOre] = [row.ore('Budget kr'), row.ore('Utfall kr')]
    if (!intervention || year === undefined) return undefined
    if (plannedParticipants === undefined || budgetOre === undefined || actualOre === undefined) return undefined
    const place = { interventionId: intervention.id, year }
    return {
      ...place,
      plannedParticipants,
      ...row.unlessStored(place, 'budgetOre', budgetOre),
      ...row.unlessStored(place, 'actualOre', actualOre),
    }
  },
  historic(row) {
    const [year, measure, women, men] = [row.year(), row.measure(), row.whole('Kvinnor'), row.whole('Män')]
    const given = row.whole('Totalt', MOST_TOTAL)
    const bothSexes = typeof women === 'number' && typeof men === 'number'
    const total = given === null && bothSexes ? women + men : given
    if (total === null) row.problem('Totalt', 'total')
    row.refuseFuture(year)
    if (women !== undefined && men !== undefined && typeof total === 'number') refuseWrongSum(row, { women, men, total })
    const source = row.text('Källa')
    if (source.length < 3) row.problem('Källa', 'source')
    if (source.length > 300) row.problem('Källa', 'tooLong', { limit: 300 })
    const name = row.text('Insats')
    if (name.length > 200) row.problem('Insats', 'tooLong', { limit: 200 })
    const refused = [row.refusePersonnummer('Insats'), row.refusePersonnummer('Källa')].includes(true)
    if (year === undefined || !measure || women === undefined || men === undefined || typeof total !== 'number' || refused) return undefined
    return { year, interventionName: name === '' ? null : name, measure, women, men, total, source }
  },
}

const sexHeadings = { women: 'Kvinnor', men: 'Män', total: 'Totalt' }

function refuseWrongSum(row: RowReader, figure: Pick<HistoricFigure, 'women' | 'men' | 'total'>): void {
  for (const { where, key } of sumFaults(figure)) {
    if (key === 'moreThanTotal') row.problem(sexHeadings[where], key)
    else row.problem('Totalt', 'sum', { sum: (figure.women ?? 0) + (figure.men ?? 0) })
  }
}
