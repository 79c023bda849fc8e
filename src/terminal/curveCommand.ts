import { leastResamples } from '../effects/curve/restrictedMean.ts'
import { groupDifferences, groupReport, type CurvePoint, type CurveQuestion, type GroupReport } from '../effects/curve/curveReport.ts'
import type { Durations } from '../effects/curve/durations.ts'
import { CommandError, exitCodes, type ExitCode } from './exitCodes.ts'
import { readFlags } from './flags.ts'
import { timesOf } from './listFlags.ts'
import { readColumns, refuse, type ColumnKind, type FileColumns } from './readColumns.ts'
import { wholeNumber } from './readTables.ts'
import type { Terminal } from './terminal.ts'

const options = {
  time: { type: 'string' },
  status: { type: 'string' },
  entry: { type: 'string' },
  group: { type: 'string' },
  at: { type: 'string' },
  cause: { type: 'string' },
  tau: { type: 'string' },
  bootstrap: { type: 'string' },
  seed: { type: 'string' },
  data: { type: 'string' },
} as const

interface Asked {
  time: string
  status: string
  entry?: string | undefined
  group?: string | undefined
}

/** `samlad curve FILE`: what has happened by each time, with competing outcomes (Aalen–Johansen). Opens no database. */
export async function curveCommand(args: string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readFlags(args, options, 1)
  const [file] = positionals
  if (!file) throw new CommandError(exitCodes.usage, 'columns.fileMissing', { command: 'curve' })
  const { time, status, entry, group } = values
  if (!time) throw new CommandError(exitCodes.usage, 'terminal.flagMissing', { flag: '--time' })
  if (!status) throw new CommandError(exitCodes.usage, 'terminal.flagMissing', { flag: '--status' })
  const at = timesOf(values.at, '--at')
  const tau = timesOf(values.tau, '--tau')?.at(-1)
  const seed = wholeNumber(values.seed ?? '1', '--seed', 0)
  const bootstrap =
    values.bootstrap === undefined ? undefined : { resamples: wholeNumber(values.bootstrap, '--bootstrap', leastResamples), seed }
  const asked = { time, status, entry, group }
  const columns = readColumns(file, kindsOf(asked))
  const durations = durationsOf(columns, asked)
  const causes = causesOf(columns, asked, values.cause === undefined ? undefined : wholeNumber(values.cause, '--cause', 1))
  const question = { at, tau, causes, bootstrap }
  const groups = groupsOf(columns, group).map((one) => groupReport(durations, one, question))
  const differences = at && groups.length === 2 ? { differences: groupDifferences(groups[0]!, groups[1]!) } : {}
  const used = { n: columns.n, time, status, ...(entry && { entry }), ...(group && { group }), ...(bootstrap && { bootstrap }) }
  const report = { ...used, groups, ...differences }
  terminal.out(terminal.json ? JSON.stringify(report) : inWords(groups, question, terminal))
  return exitCodes.done
}

function kindsOf({ time, status, entry, group }: Asked): Map<string, ColumnKind> {
  const kinds: [string, ColumnKind][] = [
    [time, 'fromZero'],
    [status, 'whole'],
  ]
  if (entry) kinds.push([entry, 'fromZero'])
  if (group) kinds.push([group, 'name'])
  const twice = kinds.find(([name], at) => kinds.findIndex(([other]) => other === name) < at)
  if (twice) refuse('columns.flagTwice', { flag: '--time, --status, --entry, --group', name: twice[0] })
  return new Map(kinds)
}

function durationsOf({ file, rows, numbers }: FileColumns, { time, status, entry }: Asked): Durations {
  const [exit, cause] = [numbers.get(time)!, numbers.get(status)!]
  const from = entry ? numbers.get(entry)! : undefined
  const early = from ? exit.findIndex((one, at) => one < from[at]!) : -1
  if (early >= 0) {
    refuse('curve.exitBeforeEntry', { file, row: rows[early]!, time, exit: exit[early]!, entry: entry!, from: from![early]! })
  }
  const large = cause.findIndex((one) => one > 255)
  if (large >= 0) refuse('curve.badCause', { file, row: rows[large]!, column: status, given: cause[large]! })
  return { exit, cause, ...(from && { entry: from }) }
}

function causesOf({ file, numbers }: FileColumns, { status }: Asked, wanted: number | undefined): number[] {
  const known = [...new Set(numbers.get(status)!)].filter((cause) => cause > 0).sort((a, b) => a - b)
  if (known.length === 0) refuse('curve.noEvents', { file, column: status })
  if (wanted === undefined) return known
  if (!known.includes(wanted)) refuse('curve.noCause', { file, column: status, cause: wanted, known: known.join(', ') })
  return [wanted]
}

/** The persons of each group, by name; everyone when no group is asked for. */
function groupsOf({ names }: FileColumns, group: string | undefined): { group: string | null; only?: Int32Array }[] {
  if (!group) return [{ group: null }]
  const { codes, labels } = names.get(group)!
  const sizes = new Int32Array(labels.length)
  for (const code of codes) sizes[code]!++
  const members = labels.map((_, code) => new Int32Array(sizes[code]!))
  sizes.fill(0)
  codes.forEach((code, person) => (members[code]![sizes[code]!++] = person))
  return labels
    .map((label, code) => ({ group: label, only: members[code]! }))
    .sort((a, b) => a.group.localeCompare(b.group, 'sv', { numeric: true }))
}

function inWords(groups: GroupReport[], { at }: CurveQuestion, { t, locale }: Terminal): string {
  const number = (value: number, digits = 1): string => value.toLocaleString(locale, { maximumFractionDigits: digits })
  const share = (value: number): string => number(100 * value)
  const line = ({ time, estimate, lower, upper, atRisk }: CurvePoint): string => {
    const args = { time: number(time), share: share(estimate), atRisk }
    const text =
      lower === null || upper === null ? t('curve.bare', args) : t('curve.point', { ...args, lower: share(lower), upper: share(upper) })
    return `    ${text}`
  }
  const shown = (points: CurvePoint[]): string[] => (at ? points : points.slice(-1)).map(line)
  return groups
    .flatMap(({ group, n, censored, causes, eventFree }) => [
      t('curve.group', { group: group ?? t('curve.everyone'), n, censored }),
      ...[...causes, { ...eventFree, cause: undefined, events: 0 }].flatMap(({ cause, events, at: points, restrictedMeanTime }) => [
        `  ${cause === undefined ? t('curve.free') : t('curve.cause', { cause, events })}`,
        ...shown(points),
        `    ${t('curve.mean', { tau: number(restrictedMeanTime.tau), mean: number(restrictedMeanTime.estimate, 2) })}`,
      ]),
    ])
    .join('\n')
}
