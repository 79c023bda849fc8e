import { OutOfTime } from '../disclosure/attack/deadline.ts'
import { costs, type Cost } from '../disclosure/suppress/problem.ts'
import { limitsByCell } from '../disclosure/suppress/limits.ts'
import { proposeMerge } from '../disclosure/suppress/mergeProposal.ts'
import { protectTables, type Protection } from '../disclosure/suppress/protectTables.ts'
import { modes, type Mode } from '../disclosure/suppress/requirement.ts'
import { codesOf } from '../disclosure/tables/cells.ts'
import { complete } from '../disclosure/tables/completion.ts'
import { CommandError, exitCodes, type ExitCode } from './exitCodes.ts'
import { oneOf, readFlags } from './flags.ts'
import { readTables, secondsOf, tableFlags, told } from './readTables.ts'
import type { Terminal } from './terminal.ts'

const options = {
  ...tableFlags,
  mode: { type: 'string' },
  tier: { type: 'string' },
  cost: { type: 'string' },
  time: { type: 'string' },
  zeros: { type: 'string' },
} as const
const modeNames: [Mode | 'linear', ...(Mode | 'linear')[]] = ['la', 'linear', 'pm1', 'gs', 'rule', 'rule0']
const costNames = Object.keys(costs) as [Cost, ...Cost[]]

/** `samlad protect FILE`: which further cells to hide so that no small count can be worked out, with a proof. Opens no database. */
export async function protectCommand(args: string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readFlags(args, options, 1)
  const [file] = positionals
  if (!file) throw new CommandError(exitCodes.usage, 'tables.fileMissing', { command: 'protect' })
  const mode = oneOf(values.mode, modeNames, '--mode')
  // The linear engine's first answer is the one that others have for the same tables.
  const tier = oneOf(values.tier, mode === 'linear' ? ['instant', 'exact'] : ['exact', 'instant'], '--tier')
  const cost = oneOf(values.cost, costNames, '--cost')
  const zeros = values.zeros === undefined ? undefined : oneOf(values.zeros, ['publish', 'suppress'], '--zeros')
  // By sums alone a nought never tells of a small count. A flag that is passed over would be taken to have been heard.
  if (mode === 'linear' && zeros) throw new CommandError(exitCodes.usage, 'tables.zerosOfLinear')
  const seconds = secondsOf(values.time ?? '60', '--time')
  const started = performance.now()
  const instance = readTables(file, values)
  const policy = mode === 'linear' ? mode : { ...modes[mode], ...(zeros && { zeros: zeros === 'suppress' }) }
  const now = (): number => performance.now()
  const tell = ({ cost: reached, lowerBound }: { cost: number; lowerBound: number }): void =>
    terminal.progress(file, Math.min(0.99, lowerBound / reached))
  const protection = await protectTables(instance, {
    ...{ policy, tier, cost, seconds: seconds - (now() - started) / 1000, now, tell, sparesSolver: true },
  }).catch((error: unknown) => {
    if (error instanceof OutOfTime) throw new CommandError(exitCodes.notCertified, 'tables.outOfTime', { file, seconds })
    throw told(file, error)
  })
  terminal.progress(file, 1)
  if (!protection.certificate) throw new CommandError(exitCodes.notCertified, 'tables.notCertified', { file })
  const report = { ...reportOf(protection, (now() - started) / 1000), joints: complete(instance).tables.length - instance.tables.length }
  terminal.out(terminal.json ? JSON.stringify(report) : inWords(report, terminal))
  return exitCodes.done
}

function reportOf({ cells, primaries, secondaries, cost, lowerBound, status, limits, problem, certificate }: Protection, seconds: number) {
  const { requirements, fixed } = problem
  const value = secondaries.reduce((sum, cell) => sum + cells.count[cell]!, 0)
  return {
    ...{ name: cells.instance.name, threshold: cells.instance.threshold, cells: cells.size, primaries: primaries.length },
    ...{ hidden: fixed.reduce((sum, one) => sum + (one > 0 ? 1 : 0), 0) - primaries.filter((cell) => fixed[cell]! > 0).length },
    secondaries: secondaries.map((cell) => codesOf(cells, cell)),
    ...{ count: secondaries.length, value, cost: rounded(cost), lowerBound: rounded(lowerBound) },
    ...{ gap: cost > 0 ? rounded(Math.max(0, cost - lowerBound) / cost) : 0, status },
    inherent: limitsByCell(limits, problem).map(({ requirement, up, down, slide }) => {
      const { cells: own, ...possible } = requirements[requirement]!
      const asked = { up, down, slide }
      const attained = { up: possible.up, down: possible.down, slide: possible.slide }
      return { cell: codesOf(cells, own[0]!), asked, possible: attained, merge: proposeMerge(cells, own[0]!) ?? null }
    }),
    certificate: {
      requirements: certificate?.proofs.length ?? 0,
      worlds: certificate?.worlds.length ?? 0,
      verified: certificate !== undefined,
    },
    seconds: rounded(seconds),
  }
}

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6

function inWords(report: ReturnType<typeof reportOf> & { joints: number }, { t }: Terminal): string {
  const { cells, primaries, count, value, lowerBound, gap, status, inherent, certificate, seconds } = report
  return [
    t('tables.protected', { cells, primaries, count, value }),
    t('tables.quality', { status, lowerBound, gap: Math.round(gap * 1000) / 10 }),
    ...(inherent.length > 0 ? [t('tables.inherent', { n: inherent.length })] : []),
    ...inherent.map(({ cell, merge }) =>
      merge ? t('tables.merge', { cell: cell.join(' | '), dim: merge.dim, codes: merge.codes.join(' + ') }) : `  ${cell.join(' | ')}`,
    ),
    t('tables.certified', { requirements: certificate.requirements, worlds: certificate.worlds, seconds }),
    ...(report.joints > 0 ? [t('tables.joints')] : []),
    ...report.secondaries.map((codes) => codes.join(' | ')),
  ].join('\n')
}
