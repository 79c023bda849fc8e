import ExcelJS from 'exceljs'
import { translator } from '../../values/catalogue.ts'
import type { Translate } from '../../values/catalogue.ts'
import type { Locale } from '../../values/codeList.ts'
import type { Participation } from '../domain.ts'
import { columnLetter } from '../../spreadsheet/cell.ts'
import { formatValue } from './formatValue.ts'
import { workbookMessages } from './messages.ts'
import { exampleRows, templateColumns } from './template.ts'
import type { TemplateColumn } from './template.ts'
import { solid, styleHeader, workbookBytes, writeCell } from '../../spreadsheet/workbook.ts'

/** A row to write into the template: a participation with its import keys. */
export type TemplateRow = Participation & { reference?: string; participantCode?: string; intervention?: string }

const ROWS_WITH_CHOICES = 5_000

/**
 * Writes the import template as .xlsx: instruction, rows with drop-downs and a frozen header, and a hidden sheet of code lists.
 * @param rows written after the examples; none for the empty template
 */
export async function templateXlsx(locale: Locale, rows: readonly TemplateRow[] = []): Promise<Uint8Array> {
  const translate = translator(workbookMessages, locale)
  const columns = templateColumns()
  const workbook = new ExcelJS.Workbook()
  writeInstruction(workbook.addWorksheet(translate('import.template.instruction')), columns, translate, locale)
  const sheet = workbook.addWorksheet(translate('import.template.rows'))
  const codes = workbook.addWorksheet(translate('import.template.codes'), { state: 'hidden' })
  sheet.addRow(columns.map((column) => column.label[locale]))
  for (const row of [...exampleRows, ...rows]) writeRow(sheet, columns, row, locale)
  for (let at = 2; at < 2 + exampleRows.length; at++) {
    sheet.getRow(at).eachCell((cell) => {
      cell.font = { italic: true, color: { argb: 'FF6B6B6B' } }
      cell.fill = solid('FFF4F4F4')
    })
  }
  columns.forEach((column, at) => addChoices(sheet, codes, column, at, translate, locale))
  styleHeader(
    sheet,
    1,
    columns.map((column) => Math.max(14, column.label[locale].length + 2)),
  )
  return workbookBytes(workbook)
}

function writeRow(sheet: ExcelJS.Worksheet, columns: readonly TemplateColumn[], row: TemplateRow, locale: Locale): void {
  const written = sheet.addRow([])
  columns.forEach(({ target }, at) => {
    const isKey = target === 'reference' || target === 'participantCode' || target === 'intervention'
    writeCell(written.getCell(at + 1), isKey ? (row[target] ?? null) : formatValue(target, row[target], locale))
  })
}

/** Lists of one code become drop-downs; a cell with several codes cannot be one. */
function addChoices(
  sheet: ExcelJS.Worksheet,
  codes: ExcelJS.Worksheet,
  column: TemplateColumn,
  at: number,
  translate: Translate,
  locale: Locale,
): void {
  const letter = columnLetter(at)
  if (column.kind === 'date') sheet.getColumn(at + 1).numFmt = 'yyyy-mm-dd'
  if (column.choices.length === 0) return
  codes.getCell(1, at + 1).value = column.label[locale]
  column.choices.forEach((choice, row) => (codes.getCell(row + 2, at + 1).value = choice[locale]))
  if (column.kind !== 'code') return
  const validation: ExcelJS.DataValidation = {
    type: 'list',
    allowBlank: true,
    formulae: [`'${codes.name}'!$${letter}$2:$${letter}$${column.choices.length + 1}`],
    showErrorMessage: true,
    errorStyle: 'warning',
    errorTitle: translate('import.template.pickTitle'),
    error: translate('import.template.pick'),
  }
  // One validation for the whole range; exceljs has it, but not its type.
  const validations = (sheet as unknown as { dataValidations: { add(range: string, value: ExcelJS.DataValidation): void } }).dataValidations
  validations.add(`${letter}2:${letter}${ROWS_WITH_CHOICES}`, validation)
}

function writeInstruction(sheet: ExcelJS.Worksheet, columns: readonly TemplateColumn[], translate: Translate, locale: Locale): void {
  sheet.addRow([translate('import.template.title')]).font = { bold: true, size: 14 }
  for (const line of ['intro1', 'intro2', 'intro3', 'intro4']) sheet.addRow([translate(`import.template.${line}`)])
  sheet.addRow([])
  const header = sheet.addRow(['column', 'required', 'help', 'values'].map((key) => translate(`import.template.${key}`)))
  for (const { label, required, help, kind, choices } of columns) {
    const values = choices.length > 0 ? choices.map((choice) => choice[locale]).join(', ') : translate(`import.template.${kind}`)
    const row = sheet.addRow([label[locale], translate(`import.template.${required ? 'yes' : 'no'}`), help[locale], values])
    row.alignment = { wrapText: true, vertical: 'top' }
  }
  styleHeader(sheet, header.number, [34, 10, 60, 90])
}
