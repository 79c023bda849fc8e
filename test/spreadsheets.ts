import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { Education, ExitReason, Occupation, ReferredBy, Sex, SupportSource } from '../src/participations/codes.ts'
import type { Cell } from '../src/spreadsheet/cell.ts'
import { formatSupport } from '../src/participations/import/formatValue.ts'
import type { ImportRow } from '../src/participations/import/importRow.ts'
import { writeCell } from '../src/spreadsheet/workbook.ts'
import { odsFile } from './odsFile.ts'
import { listMunicipalities, listRows } from './spreadsheetRows.ts'
import type { ListRow } from './spreadsheetRows.ts'

/** A messy list and what is known to be true of it. */
export interface MessyList {
  name: string
  bytes: Uint8Array
  headerRow: number
  /** Rows without an error or warning, as they shall be sent. */
  clean: ImportRow[]
  /** Rows with a fault put in. */
  faulty: { row: number; key: string; severity: 'error' | 'warning' }[]
  /** Rows without consent. */
  withoutGround: number[]
}

interface Column {
  heading: string
  field?: keyof ImportRow
  write(row: ListRow, at: number): Cell
}

const municipalityName = (code: string | null): string => listMunicipalities.find((known) => known.code === code)?.name ?? ''
const swedish = (date: string | null): string =>
  date === null ? '' : `${Number(date.slice(8))}/${Number(date.slice(5, 7))} ${date.slice(0, 4)}`
const compact = (date: string | null): string => (date ?? '').replaceAll('-', '')
const dateCell = (date: string | null): Cell => (date === null ? null : { date })
const comments = [
  'Ringde, vill vänta till hösten med nästa steg',
  'Behöver tolk vid mötet på måndag och onsdag',
  'Möte med läkaren om tre veckor, återkommer sedan',
  'Har fått ny kontakt på arbetsplatsen',
]

const mixedDate = (date: string | null, at: number): Cell => {
  if (date === null) return null
  if (at % 3 === 0) return swedish(date)
  return at % 3 === 1 ? { date } : date
}

const abbreviated = (support: ImportRow['supportBefore']): string =>
  formatSupport(support, 'sv')
    .replace('Sjukpenning', 'SJP')
    .replace('Ekonomiskt bistånd (försörjningsstöd)', 'FS')
    .replace(/ (\d+)/g, ' $1%')

const ownColumns: Column[] = [
  { heading: 'Löpnr', field: 'reference', write: ({ values }) => values.reference ?? null },
  { heading: 'Namn', write: ({ name }) => name },
  {
    heading: 'Personnr',
    write: ({ personnummer }, at) => (at % 4 === 0 ? Number(personnummer.replace('-', '')) : personnummer),
  },
  { heading: 'Hemort', field: 'municipality', write: ({ values }) => municipalityName(values.municipality) },
  { heading: 'Start', field: 'entryDate', write: ({ values }, at) => mixedDate(values.entryDate, at) },
  { heading: 'Slut', field: 'exitDate', write: ({ values }, at) => mixedDate(values.exitDate, at + 1) },
  {
    heading: 'Utb.',
    field: 'education',
    write: ({ values }) => Education.label(values.education!, 'sv').toUpperCase(),
  },
  {
    heading: 'Syss. före',
    field: 'occupationBefore',
    write: ({ values }) => Occupation.label(values.occupationBefore, 'sv'),
  },
  { heading: 'Arb % före', field: 'workExtentBefore', write: ({ values }) => values.workExtentBefore },
  { heading: 'Förs. före', field: 'supportBefore', write: ({ values }) => abbreviated(values.supportBefore) },
  { heading: 'Remittent', field: 'referredBy', write: ({ values }) => ReferredBy.label(values.referredBy!, 'sv') },
  { heading: 'Samtycke', field: 'ground', write: ({ values }) => (values.ground === 'none' ? 'Nej' : 'Ja') },
  { heading: 'Samtyckesdatum', field: 'groundDate', write: ({ values }) => dateCell(values.groundDate) },
  {
    heading: 'Orsak avslut',
    field: 'exitReason',
    write: ({ values }) => (values.exitReason ? ExitReason.label(values.exitReason, 'sv') : null),
  },
  {
    heading: 'Syss. efter',
    field: 'occupationAfter',
    write: ({ values }) => (values.occupationAfter ? Occupation.label(values.occupationAfter, 'sv') : null),
  },
  { heading: 'Arb % efter', field: 'workExtentAfter', write: ({ values }) => values.workExtentAfter },
  {
    heading: 'Förs. efter',
    field: 'supportAfter',
    write: ({ values }) => (values.supportAfter ? abbreviated(values.supportAfter) : null),
  },
  {
    heading: 'Kommentar',
    write: (_row, at) => (at % 5 === 0 ? `${comments[(at / 5) % comments.length]!} (${at})` : null),
  },
]

const decimal = (number: number | null): string | null => (number === null ? null : `${number},0`)

const csvColumns: Column[] = [
  { heading: 'Ärendenr', field: 'reference', write: ({ values }) => values.reference ?? null },
  { heading: 'Kön', field: 'sex', write: ({ values }) => Sex.label(values.sex, 'sv')[0]! },
  { heading: 'Född', field: 'birthYear', write: ({ values }) => String(values.birthYear) },
  { heading: 'Kommunkod', field: 'municipality', write: ({ values }) => String(Number(values.municipality)) },
  { heading: 'Inskriven', field: 'entryDate', write: ({ values }) => compact(values.entryDate) },
  { heading: 'Utskriven', field: 'exitDate', write: ({ values }) => compact(values.exitDate) },
  { heading: 'Utbildningsnivå', field: 'education', write: ({ values }) => values.education },
  {
    heading: 'Sysselsättning innan',
    field: 'occupationBefore',
    write: ({ values }) => Occupation.label(values.occupationBefore, 'sv').toLowerCase(),
  },
  { heading: 'Arbete %, före', field: 'workExtentBefore', write: ({ values }) => decimal(values.workExtentBefore) },
  {
    heading: 'Försörjning innan',
    field: 'supportBefore',
    write: ({ values }) => formatSupport(values.supportBefore, 'sv').replaceAll('; ', ' + '),
  },
  { heading: 'Anvisad av', field: 'referredBy', write: ({ values }) => values.referredBy },
  { heading: 'Samtycke', field: 'ground', write: ({ values }) => (values.ground === 'none' ? '' : 'x') },
  { heading: 'Datum samtycke', field: 'groundDate', write: ({ values }) => values.groundDate },
  { heading: 'Avslutsorsak', field: 'exitReason', write: ({ values }) => values.exitReason },
  { heading: 'Sysselsättning vid slut', field: 'occupationAfter', write: ({ values }) => values.occupationAfter },
  { heading: 'Arbete %, efter', field: 'workExtentAfter', write: ({ values }) => decimal(values.workExtentAfter) },
  {
    heading: 'Försörjning ut',
    field: 'supportAfter',
    write: ({ values }) => (values.supportAfter ? formatSupport(values.supportAfter, 'sv') : null),
  },
]

const listed = ['sjukpenning', 'ekonomisktBistand', 'aktivitetsersattning', 'aktivitetsstod', 'akassa'] as const
const sourceColumns = (field: 'supportBefore' | 'supportAfter', when: string): Column[] =>
  listed.map((source) => ({
    heading: `${SupportSource.label(source, 'sv')} ${when}`,
    write: ({ values }) => {
      const extent = values[field]?.[source]
      return extent === null ? 'x' : (extent ?? null)
    },
  }))

const susColumns: Column[] = [
  { heading: 'Registreringsdatum in', field: 'entryDate', write: ({ values }) => dateCell(values.entryDate) },
  { heading: 'Registreringsdatum ut', field: 'exitDate', write: ({ values }) => dateCell(values.exitDate) },
  { heading: 'Kön', field: 'sex', write: ({ values }) => Sex.label(values.sex, 'sv') },
  { heading: 'Födelseår', field: 'birthYear', write: ({ values }) => values.birthYear },
  {
    heading: 'Folkbokföringskommun',
    field: 'municipality',
    write: ({ values }) => municipalityName(values.municipality),
  },
  {
    heading: 'Utbildningsbakgrund',
    field: 'education',
    write: ({ values }) => Education.label(values.education!, 'sv'),
  },
  {
    heading: 'Sysselsättning vid insatsens början',
    field: 'occupationBefore',
    write: ({ values }) => Occupation.label(values.occupationBefore, 'sv'),
  },
  {
    heading: 'Arbete omfattning vid insatsens början',
    field: 'workExtentBefore',
    write: ({ values }) => values.workExtentBefore,
  },
  ...sourceColumns('supportBefore', 'vid insatsens början'),
  {
    heading: 'Remitterande myndighet',
    field: 'referredBy',
    write: ({ values }) => ReferredBy.label(values.referredBy!, 'sv'),
  },
  { heading: 'Samtycke SUS', field: 'ground', write: ({ values }) => (values.ground === 'none' ? 'Nej' : 'Ja') },
  { heading: 'Samtycke datum', field: 'groundDate', write: ({ values }) => dateCell(values.groundDate) },
  {
    heading: 'Avslutningsorsak',
    field: 'exitReason',
    write: ({ values }) => (values.exitReason ? ExitReason.label(values.exitReason, 'sv') : null),
  },
  {
    heading: 'Sysselsättning vid insatsens slut',
    field: 'occupationAfter',
    write: ({ values }) => (values.occupationAfter ? Occupation.label(values.occupationAfter, 'sv') : null),
  },
  {
    heading: 'Arbete omfattning vid insatsens slut',
    field: 'workExtentAfter',
    write: ({ values }) => values.workExtentAfter,
  },
  ...sourceColumns('supportAfter', 'vid insatsens slut'),
]

const writeRow = (columns: readonly Column[], row: ListRow, at: number): Cell[] =>
  columns.map((column) => {
    const instead = column.field && row.fault?.written[column.field]
    return instead === undefined ? column.write(row, at) : instead || null
  })

/** .xlsx with own column names, two titles above, dates in three forms, a name and a personnummer column, and empty rows at the end. */
async function ownNames(rows: readonly ListRow[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('Deltagarlista')
  sheet.getCell('A1').value = 'Deltagare i Steget vidare – PÅHITTADE DATA'
  sheet.mergeCells('A1:R1')
  sheet.getCell('A2').value = 'Uppdaterad löpande av teamet'
  sheet.mergeCells('A2:R2')
  ownColumns.forEach(({ heading }, at) => (sheet.getCell(4, at + 1).value = heading))
  rows.forEach((row, at) => writeRow(ownColumns, row, at).forEach((cell, column) => writeCell(sheet.getCell(at + 5, column + 1), cell)))
  for (let at = 0; at < 40; at++) sheet.getCell(rows.length + 5 + at, 1).numFmt = '0'
  workbook.addWorksheet('Anteckningar').addRows([
    ['Att göra', 'Vem'],
    ['Beställa kaffe', 'teamet'],
  ])
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function windows1252(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => (char === '–' ? 0x96 : char.charCodeAt(0)))
}

function semicolons(rows: readonly ListRow[]): Uint8Array {
  const quoted = (cell: Cell): string => (/[;"\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell ?? ''))
  const lines = [csvColumns.map(({ heading }) => heading), ...rows.map((row, at) => writeRow(csvColumns, row, at))]
  return windows1252(`${lines.map((cells) => cells.map(quoted).join(';')).join('\r\n')}\r\n;;;;\r\n;;;;\r\n`)
}

function truth(name: string, bytes: Uint8Array, headerRow: number, rows: readonly ListRow[], hasReference = true): MessyList {
  const clean = rows
    .filter(({ fault, values }) => !fault && values.ground !== 'none')
    .map(({ values }) => {
      const { reference: _reference, ...rest } = values
      return hasReference ? values : rest
    })
  const faulty = rows.flatMap(({ fault, values }) => (fault ? [{ row: values.row, key: fault.key, severity: fault.severity }] : []))
  const withoutGround = rows.filter(({ fault, values }) => !fault && values.ground === 'none').map(({ values }) => values.row)
  return { name, bytes, headerRow, clean, faulty, withoutGround }
}

/** Three messy lists of invented participations, faults in three rows of a hundred. */
export async function messyLists(count = 5_000): Promise<MessyList[]> {
  const [own, csv, sus] = [listRows(1, count, 0.03, 5), listRows(2, count, 0.03, 2), listRows(3, count, 0.03, 2)]
  const ods = odsFile('SUS', [susColumns.map(({ heading }) => heading), ...sus.map((row, at) => writeRow(susColumns, row, at))])
  return [
    truth('egna-rubriker.xlsx', await ownNames(own), 4, own),
    truth('semikolon-1252.csv', semicolons(csv), 1, csv),
    truth('gamla-sus-rubriker.ods', ods, 1, sus, false),
  ]
}

if (import.meta.main) {
  const folder = process.argv[2] ?? '.'
  await mkdir(folder, { recursive: true })
  for (const { name, bytes, ...known } of await messyLists()) {
    await writeFile(join(folder, name), bytes)
    await writeFile(join(folder, `${name}.truth.json`), JSON.stringify(known))
  }
}
