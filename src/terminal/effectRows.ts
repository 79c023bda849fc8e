import { joinGroups, OneGroup, type EffectColumns, type JoinedGroups } from '../effects/comparison/joinGroups.ts'
import { csvFileRows } from './csvFile.ts'
import { readColumns, refuse, type ColumnKind } from './readColumns.ts'

/** The persons of one or two files as columns, and where each of them stands. */
export interface EffectRows extends Omit<JoinedGroups, 'whereIs'> {
  whereIs(person: number): { file: string; row: number }
}

/**
 * Reads who started and who did not. With a comparison file those who started are from the first file and all others from the second, which
 * need not have the column of who started. Throws `CommandError` with column and row.
 */
export function readEffectRows(file: string, controls: string | undefined, asked: EffectColumns): EffectRows {
  const kinds = kindsOf(asked)
  const first = readColumns(file, kinds)
  const marked = controls !== undefined && hasHeading(controls, asked.treated)
  const second = controls === undefined ? undefined : readColumns(controls, marked ? kinds : without(kinds, asked.treated))
  try {
    const { whereIs, ...joined } = joinGroups(first, second, asked)
    return { ...joined, whereIs: (person) => ({ ...whereIs(person), file: whereIs(person).file === 0 ? file : controls! }) }
  } catch (error) {
    if (!(error instanceof OneGroup)) throw error
    refuse(`effect.${error.lacks}`, { file: error.lacks === 'nobodyStarted' ? file : (controls ?? file), column: asked.treated })
  }
}

const without = (kinds: Map<string, ColumnKind>, name: string): Map<string, ColumnKind> =>
  new Map([...kinds].filter(([one]) => one !== name))

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

function hasHeading(file: string, name: string): boolean {
  for (const { cells } of csvFileRows(file)) return cells.some((cell) => cell.trim() === name)
  return false
}
