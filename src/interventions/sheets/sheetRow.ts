import { cellText, columnLetter, type Cell, type TableRow } from '../../spreadsheet/cell.ts'
import { freeText } from '../../values/freeText.ts'
import type { Text } from '../../values/codeList.ts'
import { CostType, Financier } from '../codes.ts'
import { HistoricMeasure, type HistoricFigure, type InterventionYear, type RecordedYear } from '../domain.ts'
import { monthHeading } from './sheetHeadings.ts'
import { kronorOf, parseWhole } from '../year/yearDraft.ts'
import { mostKronor } from '../year/yearMoney.ts'
import { countYearFault, type Run } from '../year/yearRules.ts'

/** Something to mend in a filled-in template. Texts: `interventions.sheet.<key>` says what is expected, `….mend` how to mend. */
export interface SheetProblem {
  /** Row in the file, from 1. */
  row: number
  /** Letter and heading, e.g. `C Kvinnor`. */
  column: string
  found: string
  key: SheetProblemKey
  args: Record<string, string | number>
}
export type SheetProblemKey =
  | 'wholeNumber'
  | 'wholeKronor'
  | 'year'
  | 'futureYear'
  | 'notThatYear'
  | 'tooMuch'
  | 'unknownIntervention'
  | 'severalInterventions'
  | 'countedFromRows'
  | 'bothSexes'
  | 'repeated'
  | 'measure'
  | 'costType'
  | 'financier'
  | 'esfOnly'
  | 'month'
  | 'repeatedAmount'
  | 'sum'
  | 'moreThanTotal'
  | 'total'
  | 'source'
  | 'tooLong'
  | 'personnummer'

/** What the reader must know of the association. */
export interface SheetContext {
  interventions: readonly ({ id: string; name: string; countingMode: string; esf: boolean } & Run)[]
  thisYear: number
  historic: readonly HistoricFigure[]
  /** What is recorded by now of the years that the file tells of. */
  money?: readonly InterventionYear[]
}

const ORE = 100
const MOST = 100_000

/** A text in the form headings and names are compared in. */
export const plain = (text: string): string =>
  text
    .toLocaleLowerCase('sv')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()

/** One row of a template: its values by heading, and what is wrong with them. */
export class RowReader {
  readonly problems: SheetProblem[] = []
  readonly #line: TableRow
  readonly #columns: ReadonlyMap<string, number>
  readonly #context: SheetContext

  constructor(line: TableRow, columns: ReadonlyMap<string, number>, context: SheetContext) {
    this.#line = line
    this.#columns = columns
    this.#context = context
  }

  /** The row of the file. */
  get at(): number {
    return this.#line.row
  }

  cell(heading: string): Cell {
    return this.#line.cells[this.#columns.get(heading) ?? -1] ?? null
  }

  text(heading: string): string {
    return cellText(this.cell(heading)).trim()
  }

  problem(heading: string, key: SheetProblemKey, args: SheetProblem['args'] = {}): void {
    const column = `${columnLetter(this.#columns.get(heading) ?? 0)} ${heading}`
    this.problems.push({ row: this.#line.row, column, found: this.text(heading), key, args })
  }

  /** A whole number; `null` for an empty cell, `undefined` (and a problem) for anything that is no whole number. */
  whole(heading: string, most = MOST): number | null | undefined {
    const text = this.text(heading)
    if (text === '') return null
    const value = parseWhole(text)
    if (value !== undefined && value <= most) return value
    this.problem(heading, 'wholeNumber', { most })
    return undefined
  }

  /** An amount in whole kronor as öre. A spreadsheet's stray hundredths of a krona are refused: the plan is in whole kronor. */
  ore(heading: string): number | null | undefined {
    const text = this.text(heading)
    if (text === '') return null
    const value = parseWhole(text)
    if (value !== undefined && value <= mostKronor) return value * ORE
    if (value === undefined) this.problem(heading, 'wholeKronor')
    else this.problem(heading, 'tooMuch', { most: mostKronor })
    return undefined
  }

  /** A total to record; none where it is the recorded one as the template shows it, whose öre are then kept. */
  unlessStored(
    { interventionId, year }: { interventionId: string; year: number },
    total: 'budgetOre' | 'actualOre',
    ore: number | null,
  ): Pick<RecordedYear, 'budgetOre' | 'actualOre'> {
    const stored = this.#context.money?.find((one) => one.interventionId === interventionId && one.year === year)?.[total] ?? null
    return stored !== null && kronorOf(stored) * ORE === ore ? {} : { [total]: ore }
  }

  year(): number | undefined {
    const value = parseWhole(this.text('År'))
    if (value !== undefined && value >= 1993 && value <= 2100) return value
    this.problem('År', 'year')
    return undefined
  }

  /** Refuses a year in which nobody can have been counted. */
  refuseCountYear(intervention: SheetContext['interventions'][number] | undefined, year: number | undefined): void {
    const fault = intervention && year !== undefined && countYearFault(intervention, year, this.#context.thisYear)
    if (fault) this.problem('År', fault)
  }

  refuseFuture(year: number | undefined): void {
    if (year !== undefined && year > this.#context.thisYear) this.problem('År', 'futureYear')
  }

  intervention(): SheetContext['interventions'][number] | undefined {
    const name = plain(this.text('Insats'))
    const found = this.#context.interventions.filter((one) => plain(one.name) === name)
    if (found.length === 1) return found[0]
    this.problem('Insats', found.length === 0 ? 'unknownIntervention' : 'severalInterventions')
    return undefined
  }

  measure(): HistoricFigure['measure'] | undefined {
    return this.#code('Mått', HistoricMeasure.codes, 'measure', 'measures')
  }

  /** Of which kind the cost is; never taken for one that it resembles. */
  costType(): (typeof CostType.codes)[number]['code'] | undefined {
    return this.#code('Kostnadsslag', CostType.codes, 'costType', 'types')
  }

  /** Whose money it is; `null` for the association's own, which is an empty cell. */
  financier(): (typeof Financier.codes)[number]['code'] | null | undefined {
    return this.text('Finansiär') === '' ? null : this.#code('Finansiär', Financier.codes, 'financier', 'parties')
  }

  #code<C extends string>(
    heading: string,
    codes: readonly { code: C; label: Text; aliases?: readonly string[] }[],
    key: SheetProblemKey,
    listed: string,
  ): C | undefined {
    const text = plain(this.text(heading))
    const found = codes.find(({ code, label, aliases = [] }) => [code, label.sv, label.en, ...aliases].some((word) => plain(word) === text))
    if (!found) this.problem(heading, key, { [listed]: codes.map((one) => one.label.sv).join(', ') })
    return found?.code
  }

  /** The month of a row as it stands, `''` where there is none; `undefined` (and a problem) for what is no month of the year. */
  month(year: number | undefined): string | undefined {
    const text = this.text(monthHeading)
    const [, ofYear, number] = /^(?:(\d{4})-?)?(0?[1-9]|1[0-2])$/.exec(text) ?? []
    if (text === '' || (number !== undefined && (ofYear === undefined || Number(ofYear) === year)))
      return number === undefined ? '' : String(Number(number))
    this.problem(monthHeading, 'month')
    return undefined
  }

  /** Whether a text looks like a personnummer; what was found is then not repeated. */
  refusePersonnummer(heading: string): boolean {
    if (freeText(MOST).safeParse(this.text(heading)).success) return false
    this.problem(heading, 'personnummer')
    this.problems.at(-1)!.found = '••••'
    return true
  }

  refuseRepeated(key: string, seen: Set<string>): void {
    if (seen.has(key)) this.problem('Insats', 'repeated')
    seen.add(key)
  }
}
