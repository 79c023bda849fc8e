import ExcelJS from 'exceljs'
import type { YearPicture } from '../contract.ts'
import { safeText } from '../../spreadsheet/workbook.ts'
import { CostType, Financier } from '../codes.ts'
import { HistoricMeasure } from '../domain.ts'
import { sheetHeadings, type SheetKind } from './sheetHeadings.ts'
import type { Text } from '../../values/codeList.ts'
import { kronorOf } from '../year/yearDraft.ts'

const ROWS_WITH_CHOICES = 200

const instruction: Record<SheetKind, string> = {
  headCounts: 'Fyll i antal kvinnor och män per insats och år. Bara insatser som räknas i antal. Inga uppgifter om enskilda.',
  money:
    'Fyll i plan, budget och utfall i hela kronor, utan moms, per insats och år. Bara totaler: kostnadsslag och finansiering har en egen mall, eller fylls i på sidan Årets bild. Där kostnadsslag redan är angivna ska totalen vara deras summa.',
  actuals: `Utfall i hela kronor, utan moms, en rad per insats, år och kostnadsslag. Kostnadsslag: ${CostType.codes.map((one) => one.label.sv).join(', ')}. Tom finansiär är förbundets medel; annars är beloppet partens eget, och läggs ihop per part. Finansiär: ${Financier.codes.map((one) => one.label.sv).join(', ')}. En kolumn Månad får läggas till; månadernas belopp läggs då ihop. Filen ersätter insatsens utfall per kostnadsslag det året, och finansieringen om filen har någon. Budgeten står kvar. Rader utan belopp hoppas över.`,
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
  if (kind === 'historic') addChoices(sheet, kind, 'Mått', HistoricMeasure.codes, header + 1)
  if (kind === 'actuals') {
    addChoices(sheet, kind, 'Kostnadsslag', CostType.codes, header + 1)
    addChoices(sheet, kind, 'Finansiär', Financier.codes, header + 1)
  }
  const help = workbook.addWorksheet('Instruktion')
  help.getColumn(1).width = 90
  help.addRow([instruction[kind]])
  help.addRow(['Ändra inte rubrikerna. Spara och läs in filen i Samlad.'])
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function addChoices(sheet: ExcelJS.Worksheet, kind: SheetKind, heading: string, codes: readonly { label: Text }[], from: number): void {
  const list = codes.map((one) => one.label.sv).join(',')
  const column = (sheetHeadings[kind] as readonly string[]).indexOf(heading) + 1
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
  if (kind === 'actuals') {
    return picture.rows.flatMap(({ intervention, money }) => {
      const begun = [safeText(intervention.name), picture.year]
      const actual = new Map(money?.costs?.map((one) => [one.type, one.actualOre]))
      return [
        ...CostType.codes.map(({ code, label }) => [...begun, label.sv, null, kronor(actual.get(code))]),
        // What parties pay is kept in all, so it stands on one line of theirs.
        ...(money?.financing ?? []).map((one) => [
          ...begun,
          CostType.label('other', 'sv'),
          Financier.label(one.party, 'sv'),
          kronor(one.amountOre),
        ]),
      ]
    })
  }
  return picture.rows
    .filter(({ intervention }) => intervention.countingMode === 'volume')
    .map(({ intervention, headCount }) => [safeText(intervention.name), picture.year, headCount?.women ?? null, headCount?.men ?? null])
}
