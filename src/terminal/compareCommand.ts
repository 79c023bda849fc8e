import { compareReport, type CompareReport, type UnitReport } from '../effects/units/compareReport.ts'
import { ModelFault } from '../effects/regression/design.ts'
import { CommandError, exitCodes, type ExitCode } from './exitCodes.ts'
import { readFlags } from './flags.ts'
import { namesOf } from './listFlags.ts'
import { readColumns, refuse, type ColumnKind, type FileColumns } from './readColumns.ts'
import type { Terminal } from './terminal.ts'

const options = {
  outcome: { type: 'string' },
  unit: { type: 'string' },
  covariates: { type: 'string' },
  data: { type: 'string' },
} as const

/** `samlad compare FILE`: units side by side, observed beside expected, without a ranking. Opens no database. */
export async function compareCommand(args: string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readFlags(args, options, 1)
  const [file] = positionals
  if (!file) throw new CommandError(exitCodes.usage, 'columns.fileMissing', { command: 'compare' })
  const { outcome, unit } = values
  if (!outcome) throw new CommandError(exitCodes.usage, 'terminal.flagMissing', { flag: '--outcome' })
  if (!unit) throw new CommandError(exitCodes.usage, 'terminal.flagMissing', { flag: '--unit' })
  const covariates = namesOf(values.covariates, '--covariates')
  const clash = [unit, ...covariates].find((name) => name === outcome) ?? covariates.find((name) => name === unit)
  if (clash !== undefined) refuse('columns.flagTwice', { flag: '--outcome, --unit, --covariates', name: clash })
  const kinds = new Map<string, ColumnKind>([
    [outcome, 'zeroOrOneOrMissing'],
    [unit, 'name'],
    ...covariates.map((name) => [name, 'number'] as const),
  ])
  const columns = readColumns(file, kinds)
  const report = compared(columns, { outcome, unit, covariates })
  terminal.out(terminal.json ? JSON.stringify(report) : inWords(report, terminal))
  return exitCodes.done
}

function compared(
  columns: FileColumns,
  asked: { outcome: string; unit: string; covariates: string[] },
): CompareReport & { missing: number } {
  const { file, rows, numbers, names } = columns
  const all = numbers.get(asked.outcome)!
  const known = Int32Array.from([...all.keys()].filter((at) => !Number.isNaN(all[at]!)))
  const picked = (values: Float64Array): Float64Array => Float64Array.from(known, (at) => values[at]!)
  const { codes, labels } = names.get(asked.unit)!
  const order = [...new Set(picked(codes))].sort((a, b) => labels[a]!.localeCompare(labels[b]!, 'sv', { numeric: true }))
  const place = new Int32Array(labels.length)
  order.forEach((code, at) => (place[code] = at))
  const outcome = picked(all)
  if (new Set(outcome).size < 2) refuse('compare.oneOutcome', { file, column: asked.outcome, given: outcome[0] ?? '–' })
  const outcomes = { outcome, unit: picked(codes).map((code) => place[code]!), units: order.length }
  const covariates = new Map(asked.covariates.map((name) => [name, picked(numbers.get(name)!)]))
  try {
    const { n, ...rest } = compareReport(
      outcomes,
      order.map((code) => labels[code]!),
      covariates,
    )
    return { n, missing: all.length - n, ...rest }
  } catch (error) {
    if (!(error instanceof ModelFault)) throw error
    refuse(`compare.${error.kind}`, { file, row: rows[known[error.person ?? 0]!]!, column: asked.covariates[error.covariate]! })
  }
}

function inWords(
  { n, missing, overall, covariates, overdispersion, units }: CompareReport & { missing: number },
  { t, locale }: Terminal,
): string {
  const number = (value: number, digits: number): string =>
    value.toLocaleString(locale, { maximumFractionDigits: digits, signDisplay: 'negative' })
  const share = (value: number): string => number(100 * value, 0)
  const line = ({ unit, compared, attention, shrunkenShare, ...one }: UnitReport): string[] => [
    t('compare.unit', { unit, n: one.n, O: one.O, E: number(one.E, 1), adjusted: share(one.adjustedShare) }),
    `  ${t('compare.shrunken', { share: share(shrunkenShare.estimate), lower: share(shrunkenShare.lower), upper: share(shrunkenShare.upper) })}`,
    ...(one.funnelLimits && compared
      ? [`  ${t('compare.funnel', { lower: share(one.funnelLimits.lower95), upper: share(one.funnelLimits.upper95) })}`]
      : []),
    ...(compared ? [] : [`  ${t('compare.tooFew')}`]),
    ...(attention ? [`  ${t('compare.attention')}`] : []),
  ]
  return [
    t('compare.overall', { O: overall.O, n, share: share(overall.share), missing }),
    covariates.length > 0 ? t('compare.adjusted', { names: covariates.join(', ') }) : t('compare.notAdjusted'),
    ...(overdispersion.widening > 1 ? [t('compare.widened', { phi: number(overdispersion.phi, 2) })] : []),
    ...units.flatMap(line),
    t('compare.noRanking'),
  ].join('\n')
}
