import type ExcelJS from 'exceljs'
import { dayNumber } from '../values/civilDate.ts'
import type { Cell } from './cell.ts'

/**
 * A text that no spreadsheet program reads as a formula, whichever way it is opened again (CWE-1236): an apostrophe before a leading
 * = + - @ or control character. Reading takes the apostrophe away again.
 */
export function safeText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

/** Writes a cell: dates as dates without a time, texts made safe, numbers as they are. */
export function writeCell(target: ExcelJS.Cell, cell: Cell): void {
  if (cell !== null && typeof cell === 'object') {
    // exceljs turns dates into serial numbers by UTC, which midnight UTC is safe for.
    target.value = new Date(dayNumber(cell.date) * 86_400_000)
    target.numFmt = 'yyyy-mm-dd'
  } else target.value = typeof cell === 'string' ? safeText(cell) : cell
}

/** Makes the first rows of a sheet a header: bold on a tint, frozen, with columns of given widths. */
export function styleHeader(sheet: ExcelJS.Worksheet, row: number, widths: readonly number[]): void {
  sheet.getRow(row).eachCell((cell) => {
    cell.font = { bold: true }
    cell.fill = solid('FFDDE7EE')
    cell.alignment = { wrapText: true, vertical: 'top' }
  })
  widths.forEach((width, column) => (sheet.getColumn(column + 1).width = width))
  sheet.views = [{ state: 'frozen', ySplit: row }]
}

/** A solid fill of an ARGB colour. */
export function solid(argb: string): ExcelJS.FillPattern {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } }
}

/** A finished workbook as bytes. */
export async function workbookBytes(workbook: ExcelJS.Workbook): Promise<Uint8Array> {
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
