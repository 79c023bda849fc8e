import { effectReport, type EffectReport } from '../effects/comparison/effectReport.ts'
import { ComparisonFault, FewPersons } from '../effects/comparison/fitted.ts'
import type { EffectColumns } from '../effects/comparison/joinGroups.ts'
import { sensitivity } from '../effects/comparison/sensitivity.ts'
import { effectInWords } from './effectInWords.ts'
import { readEffectRows, type EffectRows } from './effectRows.ts'
import { CommandError, exitCodes, type ExitCode } from './exitCodes.ts'
import { readFlags } from './flags.ts'
import { namesOf } from './listFlags.ts'
import { refuse } from './readColumns.ts'
import type { Terminal } from './terminal.ts'

const options = {
  controls: { type: 'string' },
  treated: { type: 'string' },
  outcome: { type: 'string' },
  covariates: { type: 'string' },
  placebo: { type: 'string' },
  'placebo-covariates': { type: 'string' },
  'same-window': { type: 'boolean' },
  'index-date-rule': { type: 'string' },
  lottery: { type: 'boolean' },
  sensitivity: { type: 'boolean' },
  data: { type: 'string' },
} as const

/** `samlad effect FILE`: those who started beside those who did not, and whether the difference may be called an effect. Opens no database. */
export async function effectCommand(args: string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readFlags(args, options, 1)
  const [file] = positionals
  if (!file) throw new CommandError(exitCodes.usage, 'columns.fileMissing', { command: 'effect' })
  for (const flag of ['treated', 'outcome', 'covariates'] as const) {
    if (!values[flag]) throw new CommandError(exitCodes.usage, 'terminal.flagMissing', { flag: `--${flag}` })
  }
  const covariates = namesOf(values.covariates, '--covariates')
  const { placebo } = values
  const before = namesOf(values['placebo-covariates'] ?? values.covariates, '--placebo-covariates').filter((name) => name !== placebo)
  if (covariates.length === 0) throw new CommandError(exitCodes.usage, 'terminal.flagMissing', { flag: '--covariates' })
  if (placebo !== undefined && before.length === 0) {
    throw new CommandError(exitCodes.usage, 'terminal.flagMissing', { flag: '--placebo-covariates' })
  }
  const asked = { treated: values.treated!, outcome: values.outcome!, covariates, placebo, placeboCovariates: placebo ? before : [] }
  const rule = values['index-date-rule']?.trim()
  const indexDateRule = values['same-window'] && rule ? rule : undefined
  const rows = readEffectRows(file, values.controls, asked)
  const report = explained(rows, asked, () => {
    const question = { ...rows.question, indexDateRule, lottery: values.lottery ?? false }
    return { ...effectReport(question), ...(values.sensitivity && { sensitivity: sensitivity(question) }) }
  })
  terminal.out(terminal.json ? JSON.stringify(withLeftOut(report, rows)) : effectInWords(report, terminal))
  return exitCodes.done
}

const withLeftOut = ({ n1, n0, followUp, ...rest }: EffectReport, { leftOut }: EffectRows) => ({ n1, n0, leftOut, followUp, ...rest })

/** Turns what a model cannot do into words with column and row. */
function explained<T>({ whereIs }: EffectRows, { treated }: EffectColumns, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof FewPersons) refuse('effect.fewPersons', { group: error.group, n: error.n, column: treated })
    if (error instanceof ComparisonFault) refuse(`effect.${error.kind}`, { column: error.covariate, ...whereIs(error.person) })
    throw error
  }
}
