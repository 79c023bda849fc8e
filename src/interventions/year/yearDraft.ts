import type { Locale } from '../../values/codeList.ts'
import type { YearPicture } from '../contract.ts'
import { mostKronor } from './yearMoney.ts'
import type { HeadCount, RecordedYear } from '../domain.ts'

/** The columns that can be filled in on the year page, in the order they are shown. */
export const yearColumns = ['planned', 'women', 'men', 'budget', 'actual'] as const
export type YearColumn = (typeof yearColumns)[number]

/** One row of the year page as typed: texts, so that nothing is lost while it is still wrong. */
export type YearCells = Record<YearColumn, string>

type PictureRow = YearPicture['rows'][number]
const MOST_PERSONS = 100_000
const ORE = 100

/** A whole number with the thousands set apart as in the language; what is shown can be typed back. */
export function grouped(value: number, locale: Locale = 'sv'): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, locale === 'sv' ? '\u00a0' : ',')
}

/**
 * Whole number typed by a person: spaces between thousands and a trailing `kr` are let through, in English also commas between
 * thousands. `undefined` for anything else.
 */
export function parseWhole(text: string, locale: Locale = 'sv'): number | undefined {
  const spaced = locale === 'en' ? text.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '') : text
  const plain = spaced.replace(/[\s\u00a0\u202f]/g, '').replace(/(kr|:-)$/i, '')
  return /^\d{1,12}$/.test(plain) ? Number(plain) : undefined
}

/** Öre as whole kronor, rounded to the nearest. */
export const kronorOf = (ore: number): number => Math.round(ore / ORE)

/** A row as it is shown before anybody has typed. Amounts in whole kronor. */
export function cellsOf(row: PictureRow, locale: Locale = 'sv'): YearCells {
  const text = (value: number | null | undefined): string => (value === null || value === undefined ? '' : grouped(value, locale))
  const kronor = (ore: number | null | undefined): string => (ore === null || ore === undefined ? '' : grouped(kronorOf(ore), locale))
  return {
    planned: text(row.money?.plannedParticipants),
    women: text(row.headCount?.women),
    men: text(row.headCount?.men),
    budget: kronor(row.money?.budgetOre),
    actual: kronor(row.money?.actualOre),
  }
}

/**
 * What is wrong with a row as typed: column → message key. Women and men go together; 0 must be written out; nobody is counted in a year
 * that has not come.
 */
export function cellFaults(
  cells: YearCells,
  before: YearCells,
  { isFuture = false, locale = 'sv' }: { isFuture?: boolean; locale?: Locale } = {},
): Partial<Record<YearColumn, string>> {
  const found: Partial<Record<YearColumn, string>> = {}
  for (const column of yearColumns) {
    const text = cells[column].trim()
    if (text === '') continue
    const value = parseWhole(text, locale)
    const isMoney = column === 'budget' || column === 'actual'
    if (value === undefined) found[column] = isMoney ? 'interventions.wholeKronor' : 'interventions.wholeNumber'
    else if (value > (isMoney ? mostKronor : MOST_PERSONS)) found[column] = 'interventions.tooMuch'
  }
  for (const sex of ['women', 'men'] as const) if (isFuture && cells[sex].trim() !== before[sex]) found[sex] ??= 'interventions.futureYear'
  const [women, men] = [cells.women.trim() === '', cells.men.trim() === '']
  const emptied = (before.women !== '' && women) || (before.men !== '' && men)
  if (women && (!men || emptied)) found.women ??= 'interventions.writeZero'
  if (men && (!women || emptied)) found.men ??= 'interventions.writeZero'
  return found
}

/**
 * What there is to record of a row as typed, only where it differs from what was there: a column that is left out stays as somebody else may have changed it
 * meanwhile, and keeps the öre that the page rounds away. The cells must be without faults.
 */
export function changesOf(
  row: PictureRow,
  cells: YearCells,
  year: number,
  locale: Locale = 'sv',
): { headCount: HeadCount | undefined; money: RecordedYear | undefined } {
  const before = cellsOf(row, locale)
  const interventionId = row.intervention.id
  const differs = (...columns: YearColumn[]): boolean => columns.some((column) => cells[column].trim() !== before[column])
  const whole = (column: YearColumn): number | null => parseWhole(cells[column], locale) ?? null
  const ore = (column: 'budget' | 'actual'): number | null => {
    const kronor = whole(column)
    return kronor === null ? null : kronor * ORE
  }
  const counted = row.intervention.countingMode === 'volume' && differs('women', 'men') && cells.women.trim() !== ''
  const money = {
    ...(differs('planned') && { plannedParticipants: whole('planned') }),
    ...(differs('budget') && { budgetOre: ore('budget') }),
    ...(differs('actual') && { actualOre: ore('actual') }),
  }
  return {
    headCount: counted ? { interventionId, year, women: whole('women') ?? 0, men: whole('men') ?? 0 } : undefined,
    money: differs('planned', 'budget', 'actual') ? { interventionId, year, ...money } : undefined,
  }
}

/** The sum of a column as typed; `undefined` when nothing has been given there. */
export function sumOf(rows: readonly YearCells[], column: YearColumn, locale: Locale = 'sv'): number | undefined {
  const values = rows.map((cells) => parseWhole(cells[column], locale)).filter((value) => value !== undefined)
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0)
}

const columnOfField: Record<string, YearColumn> = {
  women: 'women',
  men: 'men',
  plannedParticipants: 'planned',
  budgetOre: 'budget',
  actualOre: 'actual',
}

/** Where a server's fault belongs: `body.rows.3.women` → the fourth row sent and its column; a whole row falls on `fallback`. */
export function placeOfFault(where: string, fallback: YearColumn): { sent: number; column: YearColumn } | undefined {
  const match = /^body\.rows\.(\d+)(?:\.(\w+))?/.exec(where)
  return match ? { sent: Number(match[1]), column: columnOfField[match[2] ?? ''] ?? fallback } : undefined
}
