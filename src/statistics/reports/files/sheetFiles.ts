import ExcelJS from 'exceljs'
import { safeText } from '../../../spreadsheet/workbook.ts'
import { BYTE_ORDER_MARK, csvLine, harmless } from '../../../values/csv.ts'
import type { Writing } from '../../figure.ts'
import { isSigned, withSigns } from '../../figureColumns.ts'
import type { Value } from '../../figureColumns.ts'
import { workbookBytes } from '../../workbookBytes.ts'
import type { Report } from '../domain.ts'
import { partLines, type Line } from './spreadsheetLines.ts'
import { headLines, noteLines } from '../written.ts'

/** A report as a workbook of one sheet: what it is, then part by part with definition and table, then the notes. */
export async function reportXlsx(report: Report, madeAt: Date, writing: Writing): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet(report.title.slice(0, 31))
  sheet.pageSetup = { paperSize: 9, orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 1 }
  sheet.getColumn(1).width = 44
  for (let column = 2; column <= 20; column++) sheet.getColumn(column).width = 18
  headLines(report, writing).forEach((text, at) => (sheet.addRow([safeText(text)]).font = { bold: at < 2 }))
  for (const part of report.parts) {
    sheet.addRow([])
    sheet.addRow([safeText(part.title + (part.isChange ? ` (${writing.t('statistics.change')})` : ''))]).font = { bold: true, size: 13 }
    sheet.addRow([safeText(part.sentence)])
    sheet.addRow([safeText(part.definition)]).font = { italic: true }
    const isMoney = part.columns.map(({ unit }) => unit === 'money')
    partLines(part, writing).forEach((line, at) => addLine(sheet, line, at === 0 || part.rows[at - 1]?.isTotal === true, isMoney))
  }
  sheet.addRow([])
  for (const text of noteLines(report, writing)) sheet.addRow([safeText(text)])
  return workbookBytes(workbook, madeAt)
}

/** Numbers stay numbers to count with; the sign of an approximate one is part of how its cell is shown. */
function addLine(sheet: ExcelJS.Worksheet, line: Line, isBold: boolean, isMoney: readonly boolean[]): void {
  const plain = (value: Value): Value => (typeof value === 'string' ? safeText(value) : value)
  const row = sheet.addRow(line.map((part) => plain(isSigned(part) ? part.value : part)))
  row.font = { bold: isBold }
  for (const [at, part] of line.entries()) {
    const cell = row.getCell(at + 1)
    if (isSigned(part) && part.sign === '≈') cell.numFmt = '"≈"#,##0;"≈"−#,##0'
    else if (typeof part === 'number' && isMoney[at - 1]) cell.numFmt = '#,##0.00'
  }
}

/** A report as CSV (UTF-8 with BOM, semicolons), with a column of its own for each sign. */
export function reportCsv(report: Report, writing: Writing): Uint8Array {
  const lines: Value[][] = headLines(report, writing).map((text) => [text])
  for (const part of report.parts)
    lines.push([], [part.title], [part.sentence], [part.definition], ...partLines(part, writing).map(withSigns))
  lines.push([], ...noteLines(report, writing).map((text) => [text]))
  const text = (value: Value): string => (typeof value === 'number' ? String(value).replace('.', ',') : harmless(value ?? ''))
  return new TextEncoder().encode(BYTE_ORDER_MARK + lines.map((line) => csvLine(line.map(text))).join(''))
}
