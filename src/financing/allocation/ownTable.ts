import { cellText, type Cell, type RawSheet, type TableRow } from '../../spreadsheet/cell.ts'
import type { AllocationSubject } from './domain.ts'

/** The columns of a table of associations and the headings they are known by, compared without case, spaces and signs. The first is what the page names. */
export const tableColumns = {
  id: ['Förbund', 'Samordningsförbund', 'Namn', 'Association'],
  supportMeasure: ['Försörjningsmått', 'Support measure'],
  population: ['Invånare 16–64', 'Invånare', 'Befolkning 16–64', 'Befolkning', 'Population'],
  previous: ['Förra året', 'Föregående år', 'Last year'],
  equity: ['Eget kapital', 'Equity'],
  cap: ['Tak', 'Cap'],
} as const
type ColumnName = keyof typeof tableColumns
const needed: ColumnName[] = ['id', 'supportMeasure', 'population']
const optional: ColumnName[] = ['previous', 'equity', 'cap']

/** What could not be read: a message and where, the row as the file counts it. */
export interface TableFault {
  key: string
  args: Record<string, string | number>
}

export interface OwnTable {
  subjects: AllocationSubject[]
  faults: TableFault[]
}

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
const ROWS_LOOKED_AT = 15

/**
 * Reads a table with one association a row, or one municipality a row with its association's name: rows of one name are summed (support measure, population and the
 * amounts). The heading row may stand below titles, the columns in any order. Nothing is guessed: what cannot be read is told by row.
 */
export function readOwnTable(sheets: readonly RawSheet[]): OwnTable {
  for (const sheet of sheets.filter(({ hidden }) => !hidden)) {
    const at = sheet.rows.slice(0, ROWS_LOOKED_AT).findIndex((row) => needed.every((name) => columnOf(row, name) >= 0))
    if (at < 0) continue
    const faults = errorsOf(sheet, sheet.rows[at]!)
    return faults.length > 0 ? { subjects: [], faults } : readRows(sheet.rows[at]!, sheet.rows.slice(at + 1))
  }
  return {
    subjects: [],
    faults: [{ key: 'allocation.table.noHeadings', args: { headings: needed.map((name) => tableColumns[name][0]).join(', ') } }],
  }
}

/** Cells with an error below the headings, in the columns that are read: as empty they would take a brake, the stair or a cap away. */
function errorsOf({ errorCells }: RawSheet, header: TableRow): TableFault[] {
  const titles = new Map(([...needed, ...optional] as const).map((name) => [columnOf(header, name), tableColumns[name][0]]))
  return [...(errorCells ?? [])].flatMap((key) => {
    const [row, at] = key.split(' ').map(Number) as [number, number]
    const column = titles.get(at)
    return column !== undefined && row > header.row ? [{ key: 'allocation.table.errorCell', args: { row, column } }] : []
  })
}

function columnOf({ cells }: TableRow, name: ColumnName): number {
  const names = tableColumns[name].map(plain)
  return cells.findIndex((cell) => names.includes(plain(cellText(cell))))
}

function readRows(header: TableRow, rows: readonly TableRow[]): OwnTable {
  const faults: TableFault[] = []
  const subjects = new Map<string, AllocationSubject>()
  const at = (name: ColumnName): number => columnOf(header, name)
  for (const { row, cells } of rows) {
    const id = cellText(cells[at('id')])
    if (cells.every((cell) => cellText(cell) === '')) continue
    if (id === '') {
      faults.push({ key: 'allocation.table.noName', args: { row } })
      continue
    }
    const read = (name: ColumnName): number | null => {
      const value = numberOf(cells[at(name)])
      const isMissing = value === null && needed.includes(name)
      if (isMissing || Number.isNaN(value))
        faults.push({ key: 'allocation.table.badNumber', args: { row, column: tableColumns[name][0], given: cellText(cells[at(name)]) } })
      return value
    }
    const one = { id, supportMeasure: read('supportMeasure') ?? 0, population: read('population') ?? 0, ...amounts(read) }
    subjects.set(id, added(subjects.get(id), one))
  }
  return { subjects: faults.length > 0 ? [] : [...subjects.values()], faults }
}

const amounts = (read: (name: ColumnName) => number | null) =>
  Object.fromEntries(optional.flatMap((name) => [[name, read(name)] as const])) as Pick<AllocationSubject, 'previous' | 'equity' | 'cap'>

function added(first: AllocationSubject | undefined, one: AllocationSubject): AllocationSubject {
  if (!first) return one
  const sum = (a: number | null = null, b: number | null = null): number | null => (a === null && b === null ? null : (a ?? 0) + (b ?? 0))
  return {
    ...{ id: one.id, supportMeasure: first.supportMeasure + one.supportMeasure, population: first.population + one.population },
    ...{ previous: sum(first.previous, one.previous), equity: sum(first.equity, one.equity), cap: sum(first.cap, one.cap) },
  }
}

/** A number as spreadsheets and people write it; null for an empty cell, NaN for what is none. */
function numberOf(cell: Cell | undefined): number | null {
  const text = cellText(cell).replace(/[\s\u00a0\u202f]/g, '')
  if (text === '') return null
  if (typeof cell === 'number') return cell
  return /^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : NaN
}

/** An invented table to try with. */
export const inventedTable: readonly AllocationSubject[] = (
  [
    ['Exempelförbundet Norr', 410_000, 61_000, 4_900_000, 300_000, null],
    ['Exempelförbundet Söder', 520_000, 98_000, 5_900_000, 500_000, 6_000_000],
    ['Exempelförbundet Väster', 190_000, 24_000, 3_400_000, 2_100_000, null],
    ['Exempelförbundet Öster', 310_000, 45_000, 3_000_000, 150_000, null],
    ['Exempelförbundet Fjället', 60_000, 7000, 900_000, 60_000, null],
  ] as const
).map(([id, supportMeasure, population, previous, equity, cap]) => ({ id, supportMeasure, population, previous, equity, cap }))
