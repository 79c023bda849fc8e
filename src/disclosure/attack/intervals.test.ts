import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { tablesOf } from '../../../test/countTables.ts'
import { primariesOf } from '../suppress/requirement.ts'
import { readInstance } from '../tables/readInstance.ts'
import { contract } from './contraction.ts'
import { feasibleIntervals, type Hidden } from './intervals.ts'
import { attackers, makeScenario, type Attacker } from './scenario.ts'
import { loadSolver, type Solver } from './solver.ts'
import { SolverPolytope } from './solverPolytope.ts'

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

const flat = (name: string, size: number) => ({
  name,
  codes: ['Tot', ...Array.from({ length: size }, (_, at) => `${name}${at + 1}`)],
  parent: [-1, ...new Array<number>(size).fill(0)],
})
const regions = { name: 'r', codes: ['Tot', 'A', 'B', 'a1', 'a2', 'b1', 'b2'], parent: [-1, 0, 0, 1, 1, 2, 2] }

/** Two tables by place that share their margin: of sex and outcome, and of age. Which of their cells are hidden besides the small counts is drawn. */
function linked(counts: readonly number[], flags: readonly boolean[], attacker: Attacker): Hidden {
  const leaves = [3, 4, 5, 6].flatMap((place) => [1, 2].flatMap((sex) => [1, 2, 3].map((outcome) => [place, sex, outcome])))
  const base = leaves.map(([place, sex, outcome], at) => [place!, sex!, outcome!, 1 + (at % 2), counts[at]!]).filter((row) => row[4]! > 0)
  const dims = [regions, flat('s', 2), flat('o', 3), flat('a', 2)]
  return hiding(
    readInstance({ name: 'linked', threshold: 4, dims, tables: [{ dims: [0, 1, 2] }, { dims: [0, 3] }], base }),
    flags,
    attacker,
  )
}

function hiding(instance: ReturnType<typeof readInstance>, flags: readonly boolean[], attacker: Attacker): Hidden {
  const { cells, sums } = tablesOf(instance)
  const suppressed = new Uint8Array(cells.size).map((_, cell) => (flags[cell % flags.length] ? 1 : 0))
  for (const cell of primariesOf(cells)) suppressed[cell] = 1
  return { cells, sums, suppressed, scenario: makeScenario(cells, attacker) }
}

/** The same by one linear programme of all suppressed cells and sums for each end. */
function plainly({ cells, sums, suppressed, scenario: { up, down } }: Hidden, asked: readonly number[]): [number, number][] {
  const own = Int32Array.from([...suppressed.keys()].filter((cell) => suppressed[cell]))
  const columnOf = new Int32Array(cells.size).fill(-1)
  own.forEach((cell, column) => (columnOf[cell] = column))
  const component = { cells: own, rows: Int32Array.from(Array(sums.rows.start.length - 1).keys()) }
  const [lower, upper] = [Float64Array.from(own, (cell) => -down[cell]!), Float64Array.from(own, (cell) => up[cell]!)]
  const polytope = new SolverPolytope({ solver, sums }, component, columnOf, lower, upper)
  const end = (cell: number, sign: 1 | -1): number =>
    cells.count[cell]! + sign * polytope.maximise({ index: [columnOf[cell]!], value: [1] }, sign)
  const found = asked.map((cell): [number, number] => [end(cell, -1), end(cell, 1)])
  polytope.dispose()
  return found
}

function expectTheSame(hidden: Hidden, asked: readonly number[]): void {
  const found = feasibleIntervals(solver, hidden, asked)
  plainly(hidden, asked).forEach(([low, high], at) => {
    expect(found[at]!.low).toBeCloseTo(low, 5)
    if (high === Infinity) expect(found[at]!.high).toBe(Infinity)
    else expect(found[at]!.high).toBeCloseTo(high, 5)
  })
}

const counts = fc.array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 30 })), { minLength: 24, maxLength: 24 })
const flags = fc.array(fc.boolean(), { minLength: 103, maxLength: 103 })

describe('both ends', () => {
  test.each(attackers)('%s: of every suppressed cell of linked tables are those of a programme of all cells for each', (attacker) =>
    fc.assert(
      fc.property(counts, flags, (drawn, hide) => {
        const hidden = linked(drawn, hide, attacker)
        expectTheSame(
          hidden,
          [...hidden.suppressed.keys()].filter((cell) => hidden.suppressed[cell]),
        )
      }),
      { numRuns: 60 },
    ),
  )
  test('of a table with so many free cells that no tableau of them is kept are the same, too', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 343, maxLength: 343 }),
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 101, maxLength: 101 }),
        (drawn, hide) => {
          const base = drawn.map((count, at) => [1 + Math.floor(at / 49), 1 + (Math.floor(at / 7) % 7), 1 + (at % 7), count])
          const dims = [flat('x', 7), flat('y', 7), flat('z', 7)]
          const instance = readInstance({
            ...{ name: 'dense', threshold: 4, dims, tables: [{ dims: [0, 1, 2] }] },
            base: base.filter((row) => row[3]! > 0),
          })
          const hidden = hiding(
            instance,
            hide.map((one) => one > 1),
            'la',
          )
          expectTheSame(hidden, primariesOf(hidden.cells).slice(0, 40))
        },
      ),
      { numRuns: 3 },
    ))
})

test('cells that are taken as one move in proportion in every table that keeps the sums, and what cannot move is in no group', () =>
  fc.assert(
    fc.property(counts, flags, (drawn, hide) => {
      const { cells, sums, suppressed } = linked(drawn, hide, 'ext')
      const bounds = {
        low: Float64Array.from(cells.count, (count, cell) => (suppressed[cell] ? -count : 0)),
        high: Float64Array.from(suppressed, (flag) => (flag ? Infinity : 0)),
      }
      const { groupOf, factorOf } = contract(sums, suppressed, bounds)
      const own = Int32Array.from([...suppressed.keys()].filter((cell) => suppressed[cell]))
      const columnOf = new Int32Array(cells.size).fill(-1)
      own.forEach((cell, column) => (columnOf[cell] = column))
      const rows = Int32Array.from(Array(sums.rows.start.length - 1).keys())
      const low = Float64Array.from(own, (cell) => Math.max(-1, bounds.low[cell]!))
      const high = Float64Array.from(own, (cell) => Math.min(1, bounds.high[cell]!))
      const polytope = new SolverPolytope({ solver, sums }, { cells: own, rows }, columnOf, low, high)
      const leader = new Map<number, number>()
      for (const cell of own) {
        const group = groupOf[cell]!
        const first = leader.get(group) ?? (group < 0 ? -1 : cell)
        leader.set(group, first)
        if (first === cell) continue
        const functional =
          first < 0
            ? { index: [columnOf[cell]!], value: [1] }
            : { index: [columnOf[cell]!, columnOf[first]!], value: [factorOf[first]!, -factorOf[cell]!] }
        for (const sign of [1, -1] as const) expect(polytope.maximise(functional, sign)).toBeCloseTo(0, 6)
      }
      polytope.dispose()
    }),
    { numRuns: 40 },
  ))
