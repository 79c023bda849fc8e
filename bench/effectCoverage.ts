import { attEstimates } from '../src/effects/comparison/attEstimates.ts'
import { entropyEstimate, entropyWeights } from '../src/effects/comparison/entropyBalance.ts'
import { aalenJohansen, valueAt } from '../src/effects/curve/aalenJohansen.ts'
import { riskTable } from '../src/effects/curve/durations.ts'
import { makeDesign, ModelFault } from '../src/effects/regression/design.ts'
import { sharedShares } from '../src/effects/units/betaBinomial.ts'
import { clopperPearson, jeffreys, wilson } from '../src/probability/proportion.ts'
import { seededRandom } from '../src/probability/seededRandom.ts'
import type { Covered } from './covered.ts'
import { monthsCoverage } from './monthsCoverage.ts'

const sizes = [15, 40, 100]

/** How often 95 % intervals hold the truth, for shares, curves, effects, months in work and shrunken units, each at 15, 40 and 100 persons. Seeded. */
export function coverage(rounds: number): Covered[] {
  return sizes.flatMap((n) => [
    ...shares(n, rounds),
    curve(n, rounds),
    ...effects(n, rounds),
    ...monthsCoverage(n, rounds),
    units(n, Math.ceil(rounds / 10)),
  ])
}

const holds = (interval: { lower: number | null; upper: number | null } | undefined, truth: number): boolean =>
  interval !== undefined && interval.lower !== null && interval.upper !== null && interval.lower <= truth && truth <= interval.upper

function held(rounds: number, round: () => boolean | undefined): number {
  let [yes, asked] = [0, 0]
  for (let at = 0; at < rounds; at++) {
    const one = round()
    if (one === undefined) continue
    asked++
    if (one) yes++
  }
  return yes / asked
}

function shares(n: number, rounds: number): Covered[] {
  const ways = { Wilson: wilson, Jeffreys: jeffreys, 'Clopper–Pearson': clopperPearson }
  return Object.entries(ways).map(([name, interval]) => {
    const random = seededRandom(n)
    const one = (): boolean => {
      const p = 0.05 + 0.55 * random()
      const x = Array.from({ length: n }, () => random() < p).filter(Boolean).length
      return holds(interval(x, n), p)
    }
    return { name, n, held: held(rounds, one) }
  })
}

/** Two competing outcomes at even rates and censoring: at 12 months the first has happened to a share that is known. */
function curve(n: number, rounds: number): Covered {
  const random = seededRandom(100 + n)
  const [first, second, away] = [0.038, 0.02, 0.03]
  const truth = (first / (first + second)) * (1 - Math.exp(-12 * (first + second)))
  const one = (): boolean => {
    const people = Array.from({ length: n }, () => {
      const times = [first, second, away].map((rate) => -Math.log(1 - random()) / rate)
      const exit = Math.min(...times)
      return { exit, cause: [1, 2, 0][times.indexOf(exit)]! }
    })
    const table = riskTable({ exit: people.map(({ exit }) => exit), cause: people.map(({ cause }) => cause) })
    const found = aalenJohansen(table).causes.find(({ cause }) => cause === 1)
    return found !== undefined && holds(valueAt(found.curve, 12), truth)
  }
  return { name: 'Aalen–Johansen, log(−log)', n, held: held(rounds, one) }
}

/** A binary outcome, five confounders, four comparison persons for each who started; rounds without overlap are left out. */
function effects(n: number, rounds: number): Covered[] {
  const random = seededRandom(200 + n)
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const expit = (x: number): number => 1 / (1 + Math.exp(-x))
  const effect = 0.109
  const draw = () => {
    const people = { x: [] as number[][], treated: [] as number[], outcome: [] as number[] }
    for (let missing = [n, 4 * n]; missing[0]! + missing[1]! > 0;) {
      const x = Array.from({ length: 5 }, normal)
      const starts = random() < expit(0.4 * (x[0]! + x[1]!) - 1.4) ? 1 : 0
      if (missing[starts === 1 ? 0 : 1] === 0) continue
      missing = missing.map((left, group) => (group === (starts === 1 ? 0 : 1) ? left - 1 : left))
      const base = Math.min(0.85, Math.max(0.02, 0.3 + 0.06 * (x[0]! + x[1]! + x[2]!)))
      people.x.push(x)
      people.treated.push(starts)
      people.outcome.push(random() < Math.min(1, base + effect * starts) ? 1 : 0)
    }
    const columns = Array.from({ length: 5 }, (_, at) => people.x.map((row) => row[at]!))
    const [treated, outcome] = [Float64Array.from(people.treated), Float64Array.from(people.outcome)]
    return { design: makeDesign(columns, 5 * n), treated, outcome }
  }
  const rows = Array.from({ length: rounds }, draw)
  const way = (name: string, estimate: (row: ReturnType<typeof draw>) => { lower: number; upper: number } | undefined): Covered => {
    const queue = [...rows]
    const one = (): boolean | undefined => {
      const row = queue.pop()!
      const found = withoutFault(() => estimate(row))
      return found && holds(found, effect)
    }
    return { name, n, held: held(rounds, one) }
  }
  return [
    way('doubly robust', (row) => attEstimates(row).dr),
    way('weighting', (row) => attEstimates(row).ipw),
    way('entropy balancing', (row) => {
      const weights = entropyWeights(row.design, row.treated)
      return weights && entropyEstimate(row, weights)
    }),
  ]
}

function withoutFault<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof ModelFault) return undefined
    throw error
  }
}

/** Twelve units of this size, their true shares about 0.35 by the sum of two even draws: not of the model's own kind. */
function units(n: number, rounds: number): Covered {
  const random = seededRandom(300 + n)
  let [yes, asked] = [0, 0]
  for (let at = 0; at < rounds; at++) {
    const truths = Array.from({ length: 12 }, () => Math.min(0.95, Math.max(0.05, 0.35 + 0.25 * (random() + random() - 1))))
    const counts = truths.map((p) => ({ n, x: Array.from({ length: n }, () => random() < p).filter(Boolean).length }))
    sharedShares(counts).units.forEach((unit, k) => {
      asked++
      if (holds(unit, truths[k]!)) yes++
    })
  }
  return { name: 'shares drawn together, 12 units', n, held: yes / asked }
}
