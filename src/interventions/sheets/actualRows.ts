import type { InterventionYear, RecordedYear } from '../domain.ts'
import type { CostType, Financier } from '../codes.ts'
import { kronorOf } from '../year/yearDraft.ts'
import type { RowReader, SheetProblem } from './sheetRow.ts'

type CostCode = (typeof CostType.codes)[number]['code']
type FinancierCode = (typeof Financier.codes)[number]['code']

/** An amount of a table of actuals, with the row that it stands in. */
export interface ActualLine {
  row: number
  interventionId: string
  year: number
  month: string
  type: CostCode
  /** Whose own money it is; `null` for the association's. */
  financier: FinancierCode | null
  ore: number
}

/**
 * Reads the rows of a table of actuals. What is unknown is told, and nothing is taken for something that it resembles. An intervention and year of which any row is to be
 * mended is left out whole, for the sum of the others would be too little.
 * @param money what is recorded by now: an amount that is the recorded one as the template shows it keeps its öre
 */
export function readActuals(
  rows: readonly RowReader[],
  money: readonly InterventionYear[] = [],
): { rows: { row: number; value: RecordedYear }[]; problems: SheetProblem[] } {
  const seen = new Set<string>()
  const broken = new Set<string>()
  const lines = rows.flatMap((row) => {
    const { place, line } = readLine(row)
    if (line) refuseTwice(row, line, seen)
    if (row.problems.length === 0) return line ? [line] : []
    if (place) broken.add(place)
    return []
  })
  const whole = lines.filter((line) => !broken.has(placeOf(line)))
  return { rows: yearsOf(whole, money), problems: rows.flatMap(({ problems }) => problems) }
}

const placeOf = ({ interventionId, year }: Pick<ActualLine, 'interventionId' | 'year'>): string => `${interventionId} ${year}`

/** A row, if all of it can be read, and which intervention and year it is of, if those can. */
function readLine(row: RowReader): { place: string | undefined; line: ActualLine | undefined } {
  const intervention = row.intervention()
  const [year, type, financier, ore] = [row.year(), row.costType(), row.financier(), row.ore('Utfall kr')]
  const month = row.month(year)
  if (financier === 'esf' && intervention && !intervention.esf) row.problem('Finansiär', 'esfOnly')
  if (!intervention || year === undefined) return { place: undefined, line: undefined }
  const place = placeOf({ interventionId: intervention.id, year })
  if (!type || financier === undefined || typeof ore !== 'number' || month === undefined) return { place, line: undefined }
  return { place, line: { row: row.at, interventionId: intervention.id, year, month, type, financier, ore } }
}

function refuseTwice(row: RowReader, line: ActualLine, seen: Set<string>): void {
  const key = [placeOf(line), line.month, line.type, line.financier].join(' ')
  if (seen.has(key)) row.problem('Kostnadsslag', 'repeatedAmount')
  seen.add(key)
}

/** One row for each intervention and year: the association's own by cost type, each party's in all. */
function yearsOf(lines: readonly ActualLine[], money: readonly InterventionYear[]): { row: number; value: RecordedYear }[] {
  return [...Map.groupBy(lines, placeOf).values()].map((some) => {
    const { row, interventionId, year } = some[0]!
    const stored = money.find((one) => placeOf(one) === placeOf(some[0]!))
    const own = some.filter(({ financier }) => financier === null)
    const actuals = [...Map.groupBy(own, ({ type }) => type)].map(([type, part]) => ({
      type,
      actualOre: asStored(sumOf(part), stored?.costs?.find((one) => one.type === type)?.actualOre),
    }))
    const financing = [...Map.groupBy(some, ({ financier }) => financier)].flatMap(([party, part]) =>
      party === null ? [] : [{ party, amountOre: asStored(sumOf(part), stored?.financing?.find((one) => one.party === party)?.amountOre) }],
    )
    const value = { interventionId, year, ...(actuals.length > 0 && { actuals }), ...(financing.length > 0 && { financing }) }
    return { row, value }
  })
}

const sumOf = (lines: readonly ActualLine[]): number => lines.reduce((sum, { ore }) => sum + ore, 0)

const asStored = (ore: number, stored: number | null | undefined): number =>
  typeof stored === 'number' && kronorOf(stored) * 100 === ore ? stored : ore
