import ExcelJS from 'exceljs'
import { styleHeader, workbookBytes, writeCell } from '../spreadsheet/workbook.ts'
import { stockholmDate } from '../values/civilDate.ts'
import { fileColumns } from './fileColumns.ts'
import type { MonthFile } from './monthFile.ts'

/** What a workbook says of itself. */
export interface FileAbout {
  intervention: string
  controller: string
  fictive: boolean
  now: Date
}

/** The participant file of a month as a workbook: the rows, and a sheet that says what each column is and what is not asked. `identities` are personal numbers by participation. */
export async function monthWorkbook(
  { month, rows }: Pick<MonthFile, 'month' | 'rows'>,
  identities: ReadonlyMap<string, string>,
  about: FileAbout,
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const demo = about.fictive ? [['PÅHITTADE DATA']] : []
  const sheet = workbook.addWorksheet('Deltagare')
  for (const line of demo) sheet.addRow(line)
  sheet.addRow(fileColumns.map(({ title }) => title))
  rows.forEach((row, at) =>
    fileColumns.forEach((column, place) =>
      writeCell(sheet.getCell(demo.length + at + 2, place + 1), column.of(row, identities.get(row.id))),
    ),
  )
  styleHeader(sheet, demo.length + 1, [16, 18, 13, 13, 13, 13, 10, 11, 10])
  const notes = workbook.addWorksheet('Om filen')
  const told = [
    ...[...demo, ['Insats', about.intervention], ['Personuppgiftsansvarig', about.controller], ['Månad', month]],
    ['Uttagen', stockholmDate(about.now)],
    ['Rader', String(rows.length)],
    ['Med i filen', 'Alla som deltog någon dag i månaden. Anonyma, låsta och felregistrerade är inte med.'],
    ...fileColumns.map(({ title, about: text }) => [title, text]),
  ]
  told.forEach((line, at) => line.forEach((text, place) => writeCell(notes.getCell(at + 1, place + 1), text)))
  notes.getColumn(1).width = 26
  notes.getColumn(2).width = 100
  notes.getColumn(2).alignment = { wrapText: true, vertical: 'top' }
  return workbookBytes(workbook)
}
