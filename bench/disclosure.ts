import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Deadline, OutOfTime } from '../src/disclosure/attack/deadline.ts'
import { feasibleIntervals } from '../src/disclosure/attack/intervals.ts'
import { makeScenario } from '../src/disclosure/attack/scenario.ts'
import { loadSolver } from '../src/disclosure/attack/solver.ts'
import { protectTables } from '../src/disclosure/suppress/protectTables.ts'
import { modes, type Mode } from '../src/disclosure/suppress/requirement.ts'
import { readInstance } from '../src/disclosure/tables/readInstance.ts'
import { askR, gaussVersion, isPlain, singletonMethods } from './gaussSuppression.ts'
import { madeInstances } from './linkedInstances.ts'

/*
 * Times (processor seconds of this process), linear programmes, cost and gap of the disclosure engine: on the outside instances where they are there, else
 * and besides on made ones. `--time` boxes each run; `--only NAME`, `--mode MODE`, `--tier TIER` and `--outside` (made ones only when those are not there)
 * choose. Proven optima of others are held to, and R's GaussSuppression stands beside where it is found.
 */
const { values } = parseArgs({
  options: {
    ...{ time: { type: 'string', default: '30' }, outside: { type: 'boolean', default: false } },
    ...{ only: { type: 'string' }, mode: { type: 'string' }, tier: { type: 'string' } },
  },
})
const folder = join(process.env.SAMLAD_REFERENCE ?? '../shared/reference', 'disclosure')
const outside = existsSync(folder)

interface Expected {
  optimum: Record<string, Record<string, [number, number, number] | number>>
}
const expected = outside ? (JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Expected).optimum : {}

const cpu = (): number => process.cpuUsage().user / 1e6
async function timed<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const before = cpu()
  const result = await work()
  return { result, seconds: cpu() - before }
}

await loadSolver()
if (!outside) console.log(`Outside instances are not in ${folder}: only made ones`)
const gauss = gaussVersion()
console.log(
  gauss === undefined
    ? 'R with GaussSuppression is not on this machine: its figures are not beside ours'
    : `GaussSuppression ${gauss} of R stands below the mode it is nearest to. It protects against what follows from sums, and proves no bound`,
)
console.log('instance\tmode\ttier\tcells\tprimaries\tsecondaries\tvalue\tcost\tlower bound\tgap %\tstatus\tLPs\tseconds\tnote')
const made = outside && values.outside ? [] : Object.keys(madeInstances)
const names = [...(outside ? ['T2a', 'T3a', 'T3b', 'T2b', 'L1', 'time1'] : []), ...made]
for (const name of names.filter((one) => values.only === undefined || one === values.only)) {
  const json: unknown = name in madeInstances ? madeInstances[name]!() : JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))
  for (const mode of ['linear', ...Object.keys(modes)].filter((one) => values.mode === undefined || one === values.mode)) {
    await bench(name, json, mode)
    besideR(name, json, mode)
  }
}

/** R's figures below ours for the same tables. Ten times our box: it has no better answer to give when stopped. */
function besideR(name: string, json: unknown, mode: string): void {
  const way = singletonMethods[mode]
  const instance = readInstance(json)
  if (gauss === undefined || !way || !isPlain(instance)) return
  const found = askR(instance, way.method, 10 * Number(values.time))
  if (typeof found === 'string') return console.log(`${name}\t${mode}\tR ${way.method}\t${found}`)
  const { cells, primaries, secondaries, value, seconds } = found
  const cost = (value + 0.1 * secondaries).toFixed(1)
  console.log(
    [name, mode, `R ${way.method}`, cells, primaries, secondaries, value, cost, '', '', '', '', seconds.toFixed(2), way.note].join('\t'),
  )
}

async function bench(name: string, json: unknown, mode: string): Promise<void> {
  const policy = mode === 'linear' ? mode : modes[mode as Mode]
  for (const tier of mode === 'linear' ? (['instant'] as const) : (['instant', 'exact'] as const)) {
    if (values.tier !== undefined && values.tier !== tier) continue
    const options = { policy, tier, cost: 'value', seconds: Number(values.time), sparesSolver: true, now: () => performance.now() } as const
    const { result, seconds } = await timed(() => protectTables(readInstance(json), options).catch(notInTime))
    if (!result) {
      console.log(`${name}\t${mode}\t${tier}\tno safe pattern in ${values.time} s\t${seconds.toFixed(2)}`)
      continue
    }
    const { cells, primaries, secondaries, cost, lowerBound, status, programs, certificate, problem, pattern } = result
    const value = secondaries.reduce((sum, cell) => sum + cells.count[cell]!, 0)
    const gap = cost > 0 ? (100 * (cost - lowerBound)) / cost : 0
    const figures = [
      name,
      mode,
      tier,
      cells.size,
      primaries.length,
      secondaries.length,
      value,
      cost.toFixed(1),
      lowerBound.toFixed(1),
      gap.toFixed(2),
      status,
      programs,
      seconds.toFixed(2),
    ]
    console.log([...figures, noteOf(name, mode, tier, cost), certificate ? '' : 'NOT CERTIFIED'].join('\t'))
    if (policy === 'linear' || tier !== 'instant') continue
    const solver = await loadSolver()
    const hidden = { cells, sums: problem.sums, suppressed: pattern, scenario: makeScenario(cells, policy.attacker) }
    const deadline = new Deadline(() => performance.now(), Number(values.time))
    const audit = await timed(async () => deadline.within(Infinity, () => feasibleIntervals(solver, hidden, primaries, deadline)))
    const outcome = audit.result ? '' : ` (not ended in ${values.time} s)`
    console.log(`${name}\t${mode}\tboth ends of ${primaries.length} small counts: ${audit.seconds.toFixed(2)} s${outcome}`)
  }
}

function notInTime(error: unknown): undefined {
  if (!(error instanceof OutOfTime)) throw error
}

function noteOf(name: string, mode: string, tier: string, cost: number): string {
  const optimum = expected[mode]?.[name]
  if (optimum === undefined || tier !== 'exact') return ''
  const wanted = typeof optimum === 'number' ? optimum : optimum[1] + optimum[0] / 10
  return Math.abs(cost - wanted) < 1e-6 ? 'optimum of others' : `others ${wanted.toFixed(1)}`
}
