import ExcelJS from 'exceljs'
import type { YearPicture } from '../contract.ts'
import { safeText } from '../../spreadsheet/workbook.ts'
import { HistoricMeasure } from '../domain.ts'
import { sheetHeadings, type SheetKind } from './sheetHeadings.ts'
import { kronorOf } from '../year/yearDraft.ts'

const ROWS_WITH_CHOICES = 200

const instruction: Record<SheetKind, string> = {
  headCounts: 'Fyll i antal kvinnor och män per insats och år. Bara insatser som räknas i antal. Inga uppgifter om enskilda.',
  money:
    'Fyll i plan, budget och utfall i hela kronor, utan moms, per insats och år. Bara totaler: kostnadsslag och finansiering fyller du i på sidan Årets bild. Där kostnadsslag redan är angivna ska totalen vara deras summa.',
  historic: `Tal ni redan har sammanställt, ur årsredovisningar eller gamla SUS-rapporter. Mått: ${HistoricMeasure.codes.map((one) => one.label.sv).join(', ')}.`,
}

/** A workbook with headings, the association's own interventions where they apply, and an instruction sheet in Swedish. */
export async function associationWorkbook(kind: SheetKind, picture: YearPicture): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const header = picture.fictive ? 2 : 1
  const sheet = workbook.addWorksheet('Uppgifter', { views: [{ state: 'frozen', ySplit: header }] })
  // The title row of invented data is let through by the reader, which looks for the headings.
  if (picture.fictive) sheet.addRow(['PÅHITTADE DATA']).font = { bold: true }
  sheet.addRow([...sheetHeadings[kind]]).font = { bold: true }
  for (const row of rowsOf(kind, picture)) sheet.addRow(row)
  sheet.columns.forEach((column, i) => (column.width = i === 0 || sheetHeadings[kind][i] === 'Källa' ? 40 : 20))
  if (kind === 'historic') addMeasures(sheet, header + 1)
  const help = workbook.addWorksheet('Instruktion')
  help.getColumn(1).width = 90
  help.addRow([instruction[kind]])
  help.addRow(['Ändra inte rubrikerna. Spara och läs in filen i Samlad.'])
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function addMeasures(sheet: ExcelJS.Worksheet, from: number): void {
  const list = HistoricMeasure.codes.map((one) => one.label.sv).join(',')
  const column = sheetHeadings.historic.indexOf('Mått') + 1
  for (let row = from; row < from + ROWS_WITH_CHOICES; row++) {
    sheet.getCell(row, column).dataValidation = { type: 'list', allowBlank: true, formulae: [`"${list}"`] }
  }
}

function rowsOf(kind: SheetKind, picture: YearPicture): (string | number | null)[][] {
  const kronor = (ore: number | null | undefined): number | null => (ore === null || ore === undefined ? null : kronorOf(ore))
  if (kind === 'historic') return []
  if (kind === 'money') {
    return picture.rows.map(({ intervention, money }) => [
      safeText(intervention.name),
      picture.year,
      money?.plannedParticipants ?? null,
      kronor(money?.budgetOre),
      kronor(money?.actualOre),
    ])
  }
  return picture.rows
    .filter(({ intervention }) => intervention.countingMode === 'volume')
    .map(({ intervention, headCount }) => [safeText(intervention.name), picture.year, headCount?.women ?? null, headCount?.men ?? null])
}
