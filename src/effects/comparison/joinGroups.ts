import type { EffectQuestion } from './effectReport.ts'

/** Which columns say what. */
export interface EffectColumns {
  treated: string
  outcome: string
  covariates: string[]
  placebo?: string | undefined
  placeboCovariates: string[]
}

/** The persons of one file as columns of numbers, and the row in the file of each of them. */
export interface PersonColumns {
  rows: ArrayLike<number>
  numbers: ReadonlyMap<string, Float64Array>
}

/** The persons of one or two files as a question, and where each of them stands. */
export interface JoinedGroups {
  question: Pick<EffectQuestion, 'treated' | 'outcome' | 'covariates' | 'placebo'>
  /** Rows that were not used: who did not start in the first file when there is a second, who started in that. */
  leftOut: number
  /** 0 for the first file, 1 for the second, and the row there. */
  whereIs(person: number): { file: 0 | 1; row: number }
}

/** Says that a group is missing: nobody started, or everybody did. */
export class OneGroup extends Error {
  readonly lacks: 'nobodyStarted' | 'everybodyStarted'
  constructor(lacks: OneGroup['lacks']) {
    super(lacks)
    this.lacks = lacks
  }
}

/**
 * Those who started and those who did not. With a second file those who started are from the first and all others from the second, which need
 * not have the column of who started. Throws `OneGroup`.
 */
export function joinGroups(first: PersonColumns, second: PersonColumns | undefined, asked: EffectColumns): JoinedGroups {
  const started = first.numbers.get(asked.treated)!
  const parts = [chosen(first, second && ((at) => started[at] === 1))]
  if (second) {
    const own = second.numbers.get(asked.treated)
    parts.push(chosen(second, own && ((at) => own[at] === 0)))
  }
  const joined = (name: string): Float64Array => concatenated(parts.map(({ column }) => column(name)))
  const treated = second ? oneThenNought(parts) : joined(asked.treated)
  const total = treated.reduce((sum, one) => sum + one, 0)
  if (total === 0) throw new OneGroup('nobodyStarted')
  if (total === treated.length) throw new OneGroup('everybodyStarted')
  const named = (names: string[]): Map<string, Float64Array> => new Map(names.map((name) => [name, joined(name)]))
  return {
    question: {
      ...{ treated, outcome: joined(asked.outcome), covariates: named(asked.covariates) },
      placebo: asked.placebo === undefined ? undefined : { outcome: joined(asked.placebo), covariates: named(asked.placeboCovariates) },
    },
    leftOut: first.rows.length + (second?.rows.length ?? 0) - treated.length,
    whereIs: (person) => {
      const file = person < parts[0]!.persons.length ? 0 : 1
      const { persons, rows } = parts[file]!
      return { file, row: rows[persons[person - (file === 0 ? 0 : parts[0]!.persons.length)]!]! }
    },
  }
}

interface Part {
  rows: ArrayLike<number>
  persons: number[]
  column(name: string): Float64Array
}

function chosen({ rows, numbers }: PersonColumns, isUsed: ((at: number) => boolean) | undefined): Part {
  const persons = Array.from({ length: rows.length }, (_, at) => at).filter((at) => !isUsed || isUsed(at))
  return { rows, persons, column: (name) => Float64Array.from(persons, (at) => numbers.get(name)![at]!) }
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
