import { perturbTables } from '../disclosure/noise/perturbTables.ts'
import { codesOf } from '../disclosure/tables/cells.ts'
import { CommandError, exitCodes, type ExitCode } from './exitCodes.ts'
import { readFlags } from './flags.ts'
import { readTables, tableFlags, wholeNumber, withFaults } from './readTables.ts'
import type { Terminal } from './terminal.ts'

const options = { ...tableFlags, variance: { type: 'string' }, max: { type: 'string' }, seed: { type: 'string' } } as const

/** `samlad perturb FILE`: every cell with cell-key noise; the same seed and tables give the same answer. Opens no database. */
export async function perturbCommand(args: string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readFlags(args, options, 1)
  const [file] = positionals
  if (!file) throw new CommandError(exitCodes.usage, 'tables.fileMissing', { command: 'perturb' })
  for (const flag of ['variance', 'max', 'seed'] as const) {
    if (values[flag] === undefined) throw new CommandError(exitCodes.usage, 'terminal.flagMissing', { flag: `--${flag}` })
  }
  // An empty text would count as nought, which is no noise at all.
  const variance = values.variance!.trim() === '' ? NaN : Number(values.variance)
  if (values.seed === '') throw new CommandError(exitCodes.usage, 'tables.emptySeed')
  if (!(variance >= 0 && variance < Infinity)) throw new CommandError(exitCodes.usage, 'tables.badVariance', { given: values.variance! })
  const maxDeviation = wholeNumber(values.max!, '--max', 1)
  const instance = readTables(file, values)
  const least = instance.threshold - 1
  if (maxDeviation < least)
    throw new CommandError(exitCodes.usage, 'tables.maxTooSmall', { given: maxDeviation, least, threshold: instance.threshold })
  const { cells, table, shown } = withFaults(file, () => perturbTables(instance, { variance, maxDeviation, seed: values.seed! }))
  const perturbed = Array.from(shown, (value, cell) => ({ cell: codesOf(cells, cell), value }))
  const { threshold, name } = instance
  const rows = table.rows.map(({ shifts, probabilities }, count) => ({ count, shifts, probabilities }))
  if (terminal.json) terminal.out(JSON.stringify({ name, threshold, cells: cells.size, variance, maxDeviation, perturbed, table: rows }))
  else
    terminal.out(
      [
        terminal.t('tables.perturbed', { maxDeviation }),
        ...perturbed.map(({ cell, value }) => `${cell.join(' | ')}\t${value === 0 ? '0' : `≈ ${value}`}`),
      ].join('\n'),
    )
  return Promise.resolve(exitCodes.done)
}
