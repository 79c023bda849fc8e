import type { EffectQuestion } from '../effects/comparison/effectReport.ts'
import { csvFileRows } from './csvFile.ts'
import { readColumns, refuse, type ColumnKind, type FileColumns } from './readColumns.ts'

/** Which columns of the file say what. */
export interface EffectColumns {
  treated: string
  outcome: string
  covariates: string[]
  placebo?: string | undefined
  placeboCovariates: string[]
}

/** The persons of one or two files as columns, and where each of them stands. */
export interface EffectRows {
  question: Pick<EffectQuestion, 'treated' | 'outcome' | 'covariates' | 'placebo'>
  /** Rows that were not used: who did not start in FILE when there is a comparison file, who started in that. */
  leftOut: number
  whereIs(person: number): { file: string; row: number }
}

/**
 * Reads who started and who did not. With a comparison file those who started are from the first file and all others from the second, which
 * need not have the column of who started. Throws `CommandError` with column and row.
 */
export function readEffectRows(file: string, controls: string | undefined, asked: EffectColumns): EffectRows {
  const kinds = kindsOf(asked)
  const first = readColumns(file, kinds)
  const group = first.numbers.get(asked.treated)!
  const parts: Part[] = [part(first, controls === undefined ? undefined : (at) => group[at] === 1)]
  if (controls !== undefined) {
    const marked = hasHeading(controls, asked.treated)
    const second = readColumns(controls, marked ? kinds : new Map([...kinds].filter(([name]) => name !== asked.treated)))
    const own = second.numbers.get(asked.treated)
    parts.push(part(second, own && ((at) => own[at] === 0)))
  }
  const joined = (name: string): Float64Array => concatenated(parts.map((one) => one.column(name)))
  const treated = controls === undefined ? joined(asked.treated) : oneThenNought(parts)
  const total = treated.reduce((sum, one) => sum + one, 0)
  if (total === 0) refuse('effect.nobodyStarted', { file, column: asked.treated })
  if (total === treated.length) refuse('effect.everybodyStarted', { file: controls ?? file, column: asked.treated })
  const named = (names: string[]): Map<string, Float64Array> => new Map(names.map((name) => [name, joined(name)]))
  return {
    question: {
      ...{ treated, outcome: joined(asked.outcome), covariates: named(asked.covariates) },
      placebo: asked.placebo === undefined ? undefined : { outcome: joined(asked.placebo), covariates: named(asked.placeboCovariates) },
    },
    leftOut: parts.reduce((sum, { columns, persons }) => sum + columns.n - persons.length, 0),
    whereIs: (person) => whereIs(parts, person),
  }
}

function kindsOf({ treated, outcome, covariates, placebo, placeboCovariates }: EffectColumns): Map<string, ColumnKind> {
  const kinds = new Map<string, ColumnKind>([
    [treated, 'zeroOrOne'],
    [outcome, 'numberOrMissing'],
  ])
  if (treated === outcome) refuse('columns.flagTwice', { flag: '--treated, --outcome', name: treated })
  for (const name of [...covariates, ...placeboCovariates]) {
    if (name === treated || name === outcome) refuse('columns.flagTwice', { flag: '--treated, --outcome, --covariates', name })
    kinds.set(name, 'number')
  }
  if (placebo === treated || placebo === outcome) refuse('columns.flagTwice', { flag: '--treated, --outcome, --placebo', name: placebo })
  if (placebo !== undefined && !kinds.has(placebo)) kinds.set(placebo, 'numberOrMissing')
  return kinds
}

interface Part {
  columns: FileColumns
  persons: number[]
  column(name: string): Float64Array
}

function part(columns: FileColumns, isUsed: ((at: number) => boolean) | undefined): Part {
  const persons = Array.from({ length: columns.n }, (_, at) => at).filter((at) => !isUsed || isUsed(at))
  const column = (name: string): Float64Array => Float64Array.from(persons, (at) => columns.numbers.get(name)![at]!)
  return { columns, persons, column }
}

function hasHeading(file: string, name: string): boolean {
  for (const { cells } of csvFileRows(file)) return cells.some((cell) => cell.trim() === name)
  return false
}

function concatenated(columns: Float64Array[]): Float64Array {
  const whole = new Float64Array(columns.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const column of columns) {
    whole.set(column, at)
    at += column.length
  }
  return whole
}

const oneThenNought = ([first, second]: Part[]): Float64Array =>
  concatenated([new Float64Array(first!.persons.length).fill(1), new Float64Array(second!.persons.length)])

function whereIs(parts: Part[], person: number): { file: string; row: number } {
  const [first, second] = parts
  const one = person < first!.persons.length ? first! : second!
  const at = person < first!.persons.length ? person : person - first!.persons.length
  return { file: one.columns.file, row: one.columns.rows[one.persons[at]!]! }
}
