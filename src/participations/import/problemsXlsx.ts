import ExcelJS from 'exceljs'
import { translator } from '../../values/catalogue.ts'
import type { Translate } from '../../values/catalogue.ts'
import type { Locale } from '../../values/codeList.ts'
import type { Cell, TableRow } from '../../spreadsheet/cell.ts'
import { workbookMessages } from './messages.ts'
import { problemText } from './problem.ts'
import type { Problem } from './problem.ts'
import { problemMessages } from './problemMessages.ts'
import { safeText, solid, styleHeader, workbookBytes, writeCell } from '../../spreadsheet/workbook.ts'

/** The rows to mark, after identity has been dropped: only the columns given here are written. */
export interface MarkedRows {
  /** Positions in the file of the columns to write; those that were dropped must not be among them. */
  columns: readonly number[]
  headings: readonly string[]
  headerRow: number
  rows: readonly TableRow[]
  problems: readonly Problem[]
}

const fills = { error: solid('FFF6C9C4'), warning: solid('FFFCEBB6') }

/**
 * Writes the user's rows with the cells of every problem coloured and commented, and the list of problems beside.
 * Rows without problems are left out when there are more than `most` rows. Cells with identity are written as they were masked.
 */
export async function problemsXlsx(marked: MarkedRows, locale: Locale, most = 20_000): Promise<Uint8Array> {
  const translate = translator({ ...problemMessages, ...workbookMessages }, locale)
  const workbook = new ExcelJS.Workbook()
  const byRow = new Map<number, Problem[]>()
  for (const problem of marked.problems) byRow.set(problem.row, [...(byRow.get(problem.row) ?? []), problem])
  const rows = marked.rows.length > most ? marked.rows.filter(({ row }) => byRow.has(row)) : marked.rows
  writeRows(workbook.addWorksheet(translate('import.problems.rows')), { ...marked, rows }, byRow, translate, locale)
  writeList(workbook.addWorksheet(translate('import.problems.list')), marked.problems, translate, locale)
  return workbookBytes(workbook)
}

function writeRows(
  sheet: ExcelJS.Worksheet,
  { columns, headings, rows }: MarkedRows,
  byRow: ReadonlyMap<number, readonly Problem[]>,
  translate: Translate,
  locale: Locale,
): void {
  sheet.addRow([translate('import.problems.row'), ...columns.map((column) => safeText(headings[column] ?? ''))])
  for (const row of rows) {
    const written = sheet.addRow([row.row])
    const problems = byRow.get(row.row) ?? []
    columns.forEach((column, at) => writeCell(written.getCell(at + 2), shown(row.cells[column] ?? null, problems, column)))
    for (const problem of problems) {
      const at = problem.column ? columns.indexOf(problem.column.index) : -1
      mark(written.getCell(at + 2), problem, translate, locale)
    }
  }
  styleHeader(sheet, 1, [8, ...columns.map((column) => Math.max(12, (headings[column] ?? '').length + 2))])
}

/** Identity in a cell is not written out again, not even for the one who sent it. */
function shown(cell: Cell, problems: readonly Problem[], column: number): Cell {
  const identity = problems.find(
    ({ key, column: place }) => place?.index === column && (key === 'identity' || key === 'referencePersonnummer'),
  )
  return identity ? identity.found : cell
}

function mark(cell: ExcelJS.Cell, problem: Problem, translate: Translate, locale: Locale): void {
  const { what, mend } = problemText(problem, translate, locale)
  const isError = problem.severity === 'error'
  const earlier = (cell.note as string | undefined) ?? ''
  cell.note = earlier === '' ? `${what} ${mend}` : `${earlier}\n${what} ${mend}`
  if (isError || cell.fill?.type !== 'pattern') cell.fill = isError ? fills.error : fills.warning
}

function writeList(sheet: ExcelJS.Worksheet, problems: readonly Problem[], translate: Translate, locale: Locale): void {
  const keys = ['row', 'column', 'severity', 'what', 'found', 'expected', 'mend']
  sheet.addRow(keys.map((key) => translate(`import.problems.${key}`)))
  for (const problem of problems) {
    const { what, found, expected, mend } = problemText(problem, translate, locale)
    const place = problem.column ? `${problem.column.letter}: ${problem.column.heading}` : ''
    const kind = translate(`import.problems.${problem.severity}`)
    sheet.addRow([problem.row, ...[place, kind, what, found, expected, mend].map(safeText)])
  }
  styleHeader(sheet, 1, [8, 26, 10, 50, 24, 50, 50])
  sheet.autoFilter = { from: 'A1', to: `G${Math.max(1, problems.length + 1)}` }
}
