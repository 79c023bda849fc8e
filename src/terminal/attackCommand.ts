import { feasibleIntervals } from '../disclosure/attack/intervals.ts'
import { attackers, makeScenario, type Attacker } from '../disclosure/attack/scenario.ts'
import { loadSolver } from '../disclosure/attack/solver.ts'
import { primariesOf } from '../disclosure/suppress/requirement.ts'
import { codesOf, findByCodes, isHidden, makeCells, type Cells } from '../disclosure/tables/cells.ts'
import { InstanceFault } from '../disclosure/tables/instance.ts'
import { makeSums } from '../disclosure/tables/rows.ts'
import { CommandError, exitCodes, type ExitCode } from './exitCodes.ts'
import { oneOf, readFlags } from './flags.ts'
import { readJson, readTables, tableFlags, withFaults } from './readTables.ts'
import type { Terminal } from './terminal.ts'

const options = { ...tableFlags, attacker: { type: 'string' } } as const
const names: [Attacker, ...Attacker[]] = ['la', ...attackers.filter((one) => one !== 'la')]

/**
 * `samlad attack FILE PATTERN.json`: what an attacker can say of each small count when the cells of the pattern are hidden. Ends with 1 when
 * one of them is exact. Opens no database.
 */
export async function attackCommand(args: string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readFlags(args, options, 2)
  const [file, patternFile] = positionals
  if (!file || !patternFile) throw new CommandError(exitCodes.usage, 'tables.patternMissing')
  const attacker = oneOf(values.attacker, names, '--attacker')
  const started = performance.now()
  const instance = readTables(file, values)
  const cells = withFaults(file, () => makeCells(instance))
  const suppressed = withFaults(patternFile, () => patternOf(cells, readJson(patternFile)))
  const primaries = primariesOf(cells)
  const intervals = feasibleIntervals(
    await loadSolver(),
    { cells, sums: makeSums(cells), suppressed, scenario: makeScenario(cells, attacker) },
    primaries,
  ).map(({ cell, low, high }) => ({
    ...{ cell: codesOf(cells, cell), value: cells.count[cell]!, low: rounded(low), high: high === Infinity ? null : rounded(high) },
    exact: Math.floor(high + 1e-6) <= Math.ceil(low - 1e-6),
  }))
  const exact = intervals.filter((one) => one.exact).length
  const width = ({ low, high }: { low: number; high: number | null }): number => (high ?? Infinity) - low
  const narrowest = intervals.reduce<(typeof intervals)[number] | null>(
    (least, one) => (least === null || width(one) < width(least) ? one : least),
    null,
  )
  const report = {
    ...{ cells: cells.size, primaries: primaries.length, suppressed: suppressed.reduce((sum, one) => sum + one, 0), attacker, exact },
    narrowest: narrowest && {
      cell: narrowest.cell,
      low: narrowest.low,
      high: narrowest.high,
      width: narrowest.high === null ? null : rounded(width(narrowest)),
    },
    ...{ intervals, seconds: rounded((performance.now() - started) / 1000) },
  }
  terminal.out(terminal.json ? JSON.stringify(report) : inWords(report, terminal))
  return exact > 0 ? exitCodes.exact : exitCodes.done
}

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6

function inWords(
  {
    primaries,
    suppressed,
    exact,
    intervals,
  }: { primaries: number; suppressed: number; exact: number; intervals: { cell: string[]; low: number; high: number | null }[] },
  { t }: Terminal,
): string {
  const lines = intervals.map(({ cell, low, high }) => `${cell.join(' | ')}\t${low} … ${high ?? '∞'}`)
  return [t('tables.attacked', { primaries, suppressed, exact }), ...lines].join('\n')
}

/**
 * Which cells are hidden: those of the list, or of `secondaries` in what `protect` gives. A list without a single small count is taken to
 * be of secondaries, and the small counts are hidden as well; otherwise small counts that are not in it are taken to be published.
 */
function patternOf(cells: Cells, json: unknown): Uint8Array {
  const isReport = typeof json === 'object' && json !== null && !Array.isArray(json)
  const list: unknown = isReport ? (json as { secondaries?: unknown }).secondaries : json
  if (!Array.isArray(list)) throw new InstanceFault('notPattern')
  const pattern = Uint8Array.from(cells.status, (state) => (isHidden(state) ? 1 : 0))
  const isTuple = (tuple: unknown): tuple is string[] => Array.isArray(tuple) && tuple.every((code) => typeof code === 'string')
  const hidden = list.map((tuple: unknown, at) => {
    if (!isTuple(tuple)) throw new InstanceFault('badTuple', { field: 'pattern', at })
    const cell = findByCodes(cells, tuple)
    if (cell === undefined) throw new InstanceFault('noSuchCell', { field: 'pattern', at, codes: tuple.join('|') })
    return cell
  })
  for (const cell of hidden) pattern[cell] = 1
  const primaries = primariesOf(cells)
  const isOfSecondaries = isReport || !primaries.some((cell) => hidden.includes(cell))
  if (isOfSecondaries) for (const cell of primaries) pattern[cell] = 1
  return pattern
}
