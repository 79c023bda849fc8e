import type { CodeList } from '../../values/codeList.ts'
import { BYTE_ORDER_MARK } from '../../values/csv.ts'
import type { Column, ExportTable } from './exportTable.ts'

interface About {
  controller: string
  fictive: boolean
  by: string
  now: Date
}

/** The description that goes with an export: what each file and column is, in Swedish. */
export function codebookText(tables: readonly ExportTable[], rows: readonly { file: string; n: number }[], about: About): string {
  const numberOf = (file: string): number => rows.find((one) => one.file === file)?.n ?? 0
  const lines = [
    ...(about.fictive ? ['PÅHITTADE DATA. Inget i filerna gäller någon verklig person eller organisation.', ''] : []),
    `Uttag ur Samlad för ${about.controller}`,
    `Gjort ${stockholmTime.format(about.now)} av ${about.by}. Allt visar läget just då.`,
    '',
    ...intro,
    '',
    ...tables.flatMap((table) => [
      `${table.file}: ${table.about}`,
      `  ${numberOf(table.file)} rader`,
      ...table.columns.map(columnLine),
      '',
    ]),
    'kodlistor: Alla koder i JSON-filerna med sina svenska ord.',
  ]
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`
}

const intro = [
  'Varje tabell finns två gånger: som kalkylark (.csv) och i mappen json för program.',
  '  .csv: UTF-8, semikolon mellan kolumnerna, svenska ord för koder, svensk tid. Texter som kunde ha tolkats som formler har fått en',
  '        apostrof först.',
  '  .json: koder och värden som de är lagrade, tider i UTC. Raderna står under "rows".',
  'Deltagarkoden binder ihop tabellerna. Vilken person den hör till vet bara ni själva.',
  'Filerna innehåller personuppgifter, delvis om hälsa. Förvara dem därefter och ta bort dem när de inte behövs.',
  'Inte med: fakta till sammanställningar och hopslagna rubriker vid inläsning, som Samlad räknar fram eller minns för bekvämlighet,',
  '  påbörjade inläsningar, kontrollvärden av löpnummer, och nycklar.',
]

const columnLine = ({ key, title, about, list }: Column): string => `  - ${title} (${key}): ${about}${list ? ` Koder: ${list.name}.` : ''}`

/** Every code of every list that the tables use: list, code, Swedish word; the first line says so. */
export function codeLines(tables: readonly ExportTable[]): string[][] {
  const lists = new Map<string, CodeList<string>>()
  for (const { list } of tables.flatMap(({ columns }) => columns)) if (list) lists.set(list.name, list)
  const codes = [...lists.values()].flatMap(({ name, codes: of }) => of.map(({ code, label }) => [name, code, label.sv]))
  return [['Lista', 'Kod', 'Ord'], ...codes]
}

const stockholmTime = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'long', timeStyle: 'medium', timeZone: 'Europe/Stockholm' })
