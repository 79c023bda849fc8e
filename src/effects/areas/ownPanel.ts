import { cellText, type Cell, type RawSheet, type TableRow } from '../../spreadsheet/cell.ts'
import type { StaggeredPanel } from '../differences/staggeredPanel.ts'

/** The columns of a table of areas and the headings they are known by, compared without case, spaces and signs. The first is what the page names. */
export const panelColumns = {
  area: ['Område', 'Kommun', 'Förbund', 'Samordningsförbund', 'Area', 'Municipality', 'Association'],
  period: ['Period', 'År', 'Månad', 'Year', 'Month'],
  start: ['Start', 'Startade', 'Startår', 'Started'],
  outcome: ['Utfall', 'Värde', 'Andel', 'Outcome', 'Value'],
} as const
type ColumnName = keyof typeof panelColumns
const names = Object.keys(panelColumns) as ColumnName[]

/** What could not be read: a message and where, the row as the file counts it. */
export interface PanelFault {
  key: string
  args: Record<string, string | number>
}

/** Areas over periods, with what they are called; no panel where something could not be read. */
export interface OwnPanel {
  panel: StaggeredPanel | undefined
  /** In the order of the panel's rows. */
  areas: string[]
  faults: PanelFault[]
}

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
const rowsLookedAt = 15

/**
 * Reads a table with a row for each area and period: area, period (a year, another number, or a month such as 2023-04), the period in which it started there
 * (empty where it never did) and the outcome. The heading row may stand below titles, the columns in any order. Nothing is guessed or filled in: what cannot be
 * read, or is missing, is told.
 */
export function readOwnPanel(sheets: readonly RawSheet[]): OwnPanel {
  for (const sheet of sheets.filter(({ hidden }) => !hidden)) {
    const at = sheet.rows.slice(0, rowsLookedAt).findIndex((row) => names.every((name) => columnOf(row, name) >= 0))
    if (at >= 0) return readRows(sheet.rows[at]!, sheet.rows.slice(at + 1))
  }
  const headings = names.map((name) => panelColumns[name][0]).join(', ')
  return { panel: undefined, areas: [], faults: [{ key: 'effects.areas.noHeadings', args: { headings } }] }
}

function columnOf({ cells }: TableRow, name: ColumnName): number {
  const known = panelColumns[name].map(plain)
  return cells.findIndex((cell) => known.includes(plain(cellText(cell))))
}

/** What a row says of an area in a period. */
interface Line {
  row: number
  area: string
  period: number
  start: number | undefined
  outcome: number
}

function readRows(header: TableRow, rows: readonly TableRow[]): OwnPanel {
  const faults: PanelFault[] = []
  const lines: Line[] = []
  for (const { row, cells } of rows) {
    if (cells.every((cell) => cellText(cell) === '')) continue
    const cellOf = (name: ColumnName): Cell => cells[columnOf(header, name)] ?? null
    const fail = (column: ColumnName) =>
      faults.push({ key: 'effects.areas.badValue', args: { row, column: panelColumns[column][0], given: cellText(cellOf(column)) } })
    const area = cellText(cellOf('area')).trim()
    const [period, outcome] = [periodOf(cellOf('period')), numberOf(cellOf('outcome'))]
    const isNever = cellText(cellOf('start')).trim() === ''
    const start = isNever ? undefined : periodOf(cellOf('start'))
    if (area === '') fail('area')
    if (period === undefined) fail('period')
    if (outcome === undefined) fail('outcome')
    if (!isNever && start === undefined) fail('start')
    if (area !== '' && period !== undefined && outcome !== undefined) lines.push({ row, area, period, start, outcome })
  }
  return faults.length > 0 ? { panel: undefined, areas: [], faults } : panelOf(lines)
}

/** Puts lines together: each area once a period, with one start, in the same periods as all others. */
function panelOf(lines: readonly Line[]): OwnPanel {
  const faults: PanelFault[] = []
  const periods = [...new Set(lines.map(({ period }) => period))].sort((a, b) => a - b)
  const byArea = Map.groupBy(lines, ({ area }) => area)
  const y: number[][] = []
  const start: (number | undefined)[] = []
  for (const [area, own] of byArea) {
    const [first] = own
    const twice = own.find(({ period }, at) => own.findIndex((other) => other.period === period) < at)
    if (twice) faults.push({ key: 'effects.areas.twice', args: { row: twice.row, area } })
    const other = own.find((line) => line.start !== first!.start)
    if (other) faults.push({ key: 'effects.areas.twoStarts', args: { row: other.row, area } })
    const missing = periods.filter((period) => !own.some((line) => line.period === period)).length
    if (missing > 0) faults.push({ key: 'effects.areas.missing', args: { area, missing, periods: periods.length } })
    const found = startWithin(first!.start, periods)
    if (found === 'between') faults.push({ key: 'effects.areas.startBetween', args: { row: first!.row, area } })
    y.push(periods.map((period) => own.find((line) => line.period === period)?.outcome ?? Number.NaN))
    start.push(found === 'between' ? undefined : found)
  }
  return { panel: faults.length > 0 ? undefined : { periods, start, y }, areas: [...byArea.keys()], faults }
}

/** A start after the last period has not come yet: such an area never started, as far as is seen. */
function startWithin(start: number | undefined, periods: readonly number[]): number | undefined | 'between' {
  if (start === undefined || start > periods.at(-1)!) return undefined
  return start < periods[0]! || periods.includes(start) ? start : 'between'
}

/** A year or another number as it is; a month as the number of months since year 0. */
function periodOf(cell: Cell): number | undefined {
  const month = /^(\d{4})-(\d{2})$/.exec(cellText(cell).trim())
  return month ? Number(month[1]) * 12 + Number(month[2]) - 1 : numberOf(cell)
}

function numberOf(cell: Cell): number | undefined {
  if (typeof cell === 'number') return cell
  const text = cellText(cell).replace(/\s/g, '')
  return /^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : undefined
}
