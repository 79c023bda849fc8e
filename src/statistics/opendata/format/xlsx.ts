import ExcelJS from 'exceljs'
import { harmless } from '../../../values/csv.ts'
import type { Writing } from '../../figure.ts'
import { workbookBytes } from '../../workbookBytes.ts'
import type { ChosenTable } from '../selection.ts'
import { notesOf, titleOf, yearsOf } from '../words.ts'
import { numberIn, signOf } from '../openCell.ts'
import { gridOf } from './grid.ts'
import { textLines } from './texts.ts'
import type { TextOptions } from './texts.ts'

/** A part of a table as a workbook: title, table, notes. */
export async function xlsxBytes(chosen: ChosenTable, { naming }: TextOptions, writing: Writing): Promise<Buffer> {
  const grid = gridOf(chosen)
  const { head, lines } = textLines(grid, naming, writing)
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet(chosen.cube.id.slice(0, 31))
  sheet.addRow([titleOf(chosen.cube, yearsOf(chosen.axes), writing)]).font = { bold: true }
  sheet.addRow([])
  sheet.addRow(head.map(harmless)).font = { bold: true }
  for (const { names, row } of lines) {
    const numbers = grid.columns.map((_, column) => {
      const cell = grid.cellAt(row, column)
      return signOf(cell) ?? numberIn(cell!)!
    })
    sheet.addRow([...names.map(harmless), ...numbers])
  }
  sheet.addRow([])
  for (const note of notesOf(chosen.cube, writing)) sheet.addRow([harmless(note)])
  return Buffer.from(await workbookBytes(workbook, chosen.cube.updated))
}
