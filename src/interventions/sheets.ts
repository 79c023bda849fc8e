import ExcelJS from 'exceljs'
import type { YearPicture } from './contract.ts'
import { HistoricMeasure } from './domain.ts'

/** The three spreadsheets an association fills in; headings are what the page reads them back by. */
export const sheetHeadings = {
  headCounts: ['Insats', 'År', 'Kvinnor', 'Män'],
  money: ['Insats', 'År', 'Planerade deltagare', 'Budget kr', 'Utfall kr'],
  historic: ['År', 'Insats', 'Mått', 'Kvinnor', 'Män', 'Totalt', 'Källa'],
} as const
export type SheetKind = keyof typeof sheetHeadings

const instruction: Record<SheetKind, string> = {
  headCounts: 'Fyll i antal kvinnor och män per insats och år. Bara insatser som räknas i antal. Inga uppgifter om enskilda.',
  money: 'Fyll i plan, budget och utfall i hela kronor per insats och år.',
  historic: `Tal ni redan har sammanställt, ur årsredovisningar eller gamla SUS-rapporter. Mått: ${HistoricMeasure.codes.map((one) => one.label.sv).join(', ')}.`,
}

/** A workbook with headings, the association's own interventions where they apply, and an instruction sheet in Swedish. */
export async function associationWorkbook(kind: SheetKind, picture: YearPicture): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('Uppgifter', { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.addRow([...sheetHeadings[kind]]).font = { bold: true }
  for (const row of rowsOf(kind, picture)) sheet.addRow(row)
  sheet.columns.forEach((column, i) => (column.width = i === 0 || sheetHeadings[kind][i] === 'Källa' ? 40 : 16))
  if (kind === 'historic') {
    const list = HistoricMeasure.codes.map((one) => one.label.sv).join(',')
    for (let row = 2; row <= 200; row++) sheet.getCell(row, 3).dataValidation = { type: 'list', allowBlank: true, formulae: [`"${list}"`] }
  }
  const help = workbook.addWorksheet('Instruktion')
  help.getColumn(1).width = 90
  help.addRow([instruction[kind]])
  help.addRow(['Ändra inte rubrikerna. Spara och dra in filen under Importera.'])
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function rowsOf(kind: SheetKind, picture: YearPicture): (string | number | null)[][] {
  const kronor = (ore: number | null | undefined): number | null => (ore === null || ore === undefined ? null : Math.round(ore / 100))
  if (kind === 'historic') return []
  if (kind === 'money') {
    return picture.rows.map(({ intervention, money }) => [
      intervention.name,
      picture.year,
      money?.plannedParticipants ?? null,
      kronor(money?.budgetOre),
      kronor(money?.actualOre),
    ])
  }
  return picture.rows
    .filter(({ intervention }) => intervention.countingMode === 'volume')
    .map(({ intervention, headCount }) => [intervention.name, picture.year, headCount?.women ?? null, headCount?.men ?? null])
}
