import { cellText, type Cell, type RawSheet, type TableRow } from '../../spreadsheet/cell.ts'
import type { BookedRow, Books } from './books.ts'
import { lastOfMonth } from './booksOf.ts'

/** Columns of a table of booked amounts and the headings they are known by, compared without case, spaces and signs. The first is what the page names. */
export const bookColumns = {
  account: ['Konto', 'Kontonummer', 'Account'],
  accountName: ['Kontonamn', 'Benämning', 'Account name'],
  dated: ['Datum', 'Bokföringsdatum', 'Verifikationsdatum', 'Date'],
  month: ['Månad', 'Period', 'Month'],
  year: ['År', 'Year'],
  voucher: ['Verifikation', 'Vernr', 'Verifikationsnummer', 'Voucher'],
  object: ['Projekt', 'Objekt', 'Insats', 'Project'],
  objectName: ['Projektnamn', 'Objektnamn', 'Insatsnamn', 'Project name'],
  amount: ['Belopp', 'Utfall', 'Saldo', 'Amount'],
  debit: ['Debet', 'Debit'],
  credit: ['Kredit', 'Credit'],
} as const
type ColumnName = keyof typeof bookColumns

/** Something that could not be read, with the row as the file counts it; text: `budget.table.<key>`. */
export interface TableFault {
  key: string
  args: Record<string, string | number>
}

/** The dimension that a project is in, as SIE files number it, so that the same key serves both. */
const projects = '6'
const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
const rowsLookedAt = 20

/**
 * Reads booked amounts from a spreadsheet: a row for each booked row or sum, with account, amount (or debit and credit) and day, month or year; project if there is one.
 * Debit and costs are above nought. Accounts of the balance sheet (class 1 and 2) are left out, as of a SIE file. Nothing is guessed: what cannot be read is told by row.
 */
export function readTableBooks(
  sheets: readonly RawSheet[],
  isKept: (account: string) => boolean = () => false,
): { books: Books } | { faults: TableFault[] } {
  for (const sheet of sheets.filter(({ hidden }) => !hidden)) {
    const at = sheet.rows.slice(0, rowsLookedAt).findIndex(isHeading)
    if (at < 0) continue
    // A cell with an error reads as empty, which would be nought kronor.
    const wrong = [...(sheet.errorCells ?? [])].map((key) => Number(key.split(' ')[0])).filter((row) => row > sheet.rows[at]!.row)
    if (wrong.length > 0) return { faults: wrong.map((row) => ({ key: 'errorCell', args: { row } })) }
    return readRows(sheet.rows[at]!, sheet.rows.slice(at + 1), isKept)
  }
  return { faults: [{ key: 'noHeadings', args: {} }] }
}

const columnOf = ({ cells }: TableRow, name: ColumnName): number => {
  const names = bookColumns[name].map(plain)
  return cells.findIndex((cell) => names.includes(plain(cellText(cell))))
}
const isHeading = (row: TableRow): boolean => {
  const has = (name: ColumnName): boolean => columnOf(row, name) >= 0
  return has('account') && (has('amount') || (has('debit') && has('credit'))) && (has('dated') || has('month') || has('year'))
}

interface Line extends BookedRow {
  year: number
  accountName: string
  object: string
  objectName: string
}

function readRows(
  header: TableRow,
  rows: readonly TableRow[],
  isKept: (account: string) => boolean,
): { books: Books } | { faults: TableFault[] } {
  const faults: TableFault[] = []
  const lines = rows.flatMap((row) => readLine(header, row, faults))
  const years = [...new Set(lines.map(({ year }) => year))]
  if (years.length > 1) faults.push({ key: 'manyYears', args: { years: years.sort().join(', ') } })
  if (faults.length > 0) return { faults }
  const kept = lines.filter(({ account }) => !/^[12]/.test(account) || isKept(account))
  if (kept.length === 0) return { faults: [{ key: 'noRows', args: {} }] }
  const names = <K extends string>(of: (line: Line) => readonly [K, string]): Map<K, string> => new Map(kept.map(of))
  const ends = kept.flatMap(({ dated, month }) => dated ?? (month ? lastOfMonth(month) : []))
  return {
    books: {
      ...{ year: years[0]!, sieType: 'table', program: '', generatedOn: null, through: ends.toSorted().at(-1) ?? null },
      accounts: [...names(({ account, accountName }) => [account, accountName])].map(([account, name]) => ({ account, name })),
      dimensions: [{ dimension: projects, name: bookColumns.object[0] }],
      objects: [...names(({ object, objectName }) => [object, objectName])]
        .filter(([object]) => object !== '')
        .map(([object, name]) => ({ dimension: projects, object, name })),
      rows: kept.map(({ voucher, dated, month, account, objects, amountOre }) => ({ voucher, dated, month, account, objects, amountOre })),
    },
  }
}

function readLine(header: TableRow, { row, cells }: TableRow, faults: TableFault[]): Line[] {
  const cell = (name: ColumnName): Cell | undefined => cells[columnOf(header, name)]
  const text = (name: ColumnName): string => (columnOf(header, name) < 0 ? '' : cellText(cell(name)).trim())
  const account = text('account')
  // Sums and blank rows have no account.
  if (!/^\d/.test(account)) return []
  const fault = (key: string, args: TableFault['args'] = {}): Line[] => {
    faults.push({ key, args: { row, ...args } })
    return []
  }
  if (!/^\d{1,10}$/.test(account)) return fault('badAccount', { given: account })
  const amountOre = columnOf(header, 'amount') >= 0 ? oreOf(cell('amount')) : oreOf(cell('debit')) - oreOf(cell('credit'))
  if (!Number.isSafeInteger(amountOre)) return fault('badAmount', { given: text('amount') || `${text('debit')} / ${text('credit')}` })
  const when = timeOf(text('dated'), text('month'), text('year'))
  if (!when) return fault('badDay', { given: [text('dated'), text('month'), text('year')].filter((one) => one !== '').join(' ') })
  const object = text('object')
  return [
    {
      ...when,
      ...{ account, amountOre, object, accountName: text('accountName').slice(0, 200), objectName: text('objectName').slice(0, 200) },
      ...{ voucher: text('voucher').slice(0, 40) || unnamed, objects: object === '' ? [] : [[projects, object.slice(0, 40)]] },
    },
  ]
}

/** A row of a table is never a balance that holds others, whatever it lacks. */
const unnamed = 'Tabell'

/** Kronor as a spreadsheet or a person writes them, to öre; nought for an empty cell and NaN for what is no amount. */
function oreOf(cell: Cell | undefined): number {
  if (typeof cell === 'number') return Math.round(cell * 100)
  const text = cellText(cell)
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace('−', '-')
  if (text === '') return 0
  return /^-?\d+([.,]\d{1,2})?$/.test(text) ? Math.round(Number(text.replace(',', '.')) * 100) : NaN
}

/** The day, else the month, else the year of a row; `undefined` when none of them is given or can be read. */
function timeOf(day: string, month: string, year: string): { year: number; dated: string | null; month: string | null } | undefined {
  const [, y, m, d] = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(day) ?? []
  if (y && m && d && !Number.isNaN(Date.parse(`${y}-${m}-${d}`))) return { year: Number(y), dated: `${y}-${m}-${d}`, month: null }
  if (day !== '') return undefined
  const [, ofYear, number] = /^(\d{4})-?(0[1-9]|1[0-2])$/.exec(month) ?? []
  if (ofYear && number) return { year: Number(ofYear), dated: null, month: `${ofYear}${number}` }
  if (month !== '') return undefined
  return /^\d{4}$/.test(year) ? { year: Number(year), dated: null, month: null } : undefined
}
