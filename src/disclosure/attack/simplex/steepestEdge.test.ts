import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { transpose, type Sums } from '../../tables/rows.ts'
import { Deadline, OutOfTime } from '../deadline.ts'
import { Factor } from '../factor.ts'
import type { Functional } from '../polytope.ts'
import { loadSolver, type Solver } from '../solver.ts'
import { SolverPolytope } from '../solverPolytope.ts'
import { SteepestEdge } from './steepestEdge.ts'

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

/** Sums of a table of three dimensions, all of whose cells are unknown, or of some columns with small factors. */
const [side, width] = [4, 64]
function sumsOf(rows: readonly ReadonlyMap<number, number>[], columns = width): Sums {
  const start = [0]
  for (const { size } of rows) start.push(start.at(-1)! + size)
  const sparse = {
    start: Int32Array.from(start),
    index: Int32Array.from(rows.flatMap((row) => [...row.keys()])),
    sign: Float64Array.from(rows.flatMap((row) => [...row.values()])),
  }
  return { rows: sparse, columns: transpose(sparse, columns) }
}
const margins = [1, side, side ** 2].flatMap((step) =>
  Array.from({ length: width }, (_, cell) => cell)
    .filter((cell) => Math.floor(cell / step) % side === 0)
    .map((first) => new Map(Array.from({ length: side }, (_, at) => [first + at * step, 1]))),
)
const drawnRows = fc
  .array(fc.uniqueArray(fc.nat(width - 1), { minLength: 2, maxLength: 8 }), { minLength: 5, maxLength: 30 })
  .map((rows) => rows.map((columns) => new Map(columns.map((column, at) => [column, [1, -1, 2, 0.5][(column + at) % 4]!]))))

const bounds = fc.array(fc.tuple(fc.constantFrom(0, 0, -1, -1, -3, -Infinity), fc.constantFrom(0, 1, 2, 2, 4, 9, Infinity)), {
  minLength: width,
  maxLength: width,
})
const functionals = fc.array(
  fc.tuple(
    fc.uniqueArray(fc.tuple(fc.nat(width - 1), fc.constantFrom(1, 1, 0.25, -2)), {
      selector: ([column]) => column,
      minLength: 1,
      maxLength: 5,
    }),
    fc.constantFrom(1 as const, -1 as const),
  ),
  { minLength: 1, maxLength: 12 },
)

/** Ours on sums of these rows. */
function steepestEdge(
  rows: readonly ReadonlyMap<number, number>[],
  lower: Float64Array,
  upper: Float64Array,
  deadline?: Deadline,
): SteepestEdge {
  const columnOf = Int32Array.from(lower.keys())
  const factor = new Factor({ cells: columnOf, rows: Int32Array.from(rows.keys()) }, sumsOf(rows, lower.length).rows, columnOf)
  const kept = [...factor.rows].sort((a, b) => a - b)
  const { start, index, sign } = sumsOf(
    kept.map((row) => rows[row]!),
    lower.length,
  ).columns
  return new SteepestEdge(
    { start, index, value: Float64Array.from(sign), rows: kept },
    Int32Array.from(factor.pivots),
    lower,
    upper,
    deadline,
  )
}

function programme(rows: readonly ReadonlyMap<number, number>[], drawn: readonly (readonly [number, number])[], deadline?: Deadline) {
  const sums = sumsOf(rows)
  const columnOf = Int32Array.from(Array(width).keys())
  const component = { cells: columnOf, rows: Int32Array.from(rows.keys()) }
  const [lower, upper] = [Float64Array.from(drawn, ([low]) => low), Float64Array.from(drawn, ([, high]) => high)]
  return {
    ours: steepestEdge(rows, lower, upper, deadline),
    theirs: new SolverPolytope({ solver, sums }, component, columnOf, lower.slice(), upper.slice()),
    ...{ sums, lower, upper },
  }
}

describe('steepest edge', () => {
  test.each([
    ['a table with all cells unknown', fc.constant(margins)],
    ['sums with factors', drawnRows],
  ])('takes one function after another to the optimum that HiGHS finds: %s', (_, rows) =>
    fc.assert(
      fc.property(rows, bounds, functionals, (chosen, drawn, wanted) => {
        const { ours, theirs, sums, lower, upper } = programme(chosen, drawn)
        for (const [entries, sign] of wanted) {
          const functional: Functional = { index: entries.map(([column]) => column), value: entries.map(([, by]) => by) }
          const [reached, expected] = [ours.maximise(functional, sign), theirs.maximise(functional, sign)]
          if (expected === Infinity) expect(reached).toBe(Infinity)
          else expect(reached).toBeCloseTo(expected, 5)
          ours.z.forEach((one, column) => {
            expect(one).toBeGreaterThanOrEqual(lower[column]! - 1e-6)
            expect(one).toBeLessThanOrEqual(upper[column]! + 1e-6)
          })
          for (let row = 0; row < chosen.length; row++) {
            let sum = 0
            for (let at = sums.rows.start[row]!; at < sums.rows.start[row + 1]!; at++)
              sum += sums.rows.sign[at]! * ours.z[sums.rows.index[at]!]!
            expect(sum).toBeCloseTo(0, 5)
          }
        }
        ours.dispose()
        theirs.dispose()
      }),
      { numRuns: 150 },
    ),
  )
  test('goes on after a return to the truth as one that has just begun', () =>
    fc.assert(
      fc.property(drawnRows, bounds, functionals, (rows, drawn, wanted) => {
        const used = programme(rows, drawn)
        for (const [entries, sign] of wanted) {
          const functional: Functional = { index: entries.map(([column]) => column), value: entries.map(([, by]) => by) }
          used.ours.reset()
          expect(used.ours.z.every((one) => one === 0)).toBe(true)
          const fresh = programme(rows, drawn)
          expect(used.ours.maximise(functional, sign, 1)).toBe(fresh.ours.maximise(functional, sign, 1))
          expect(used.ours.z).toEqual(fresh.ours.z)
          fresh.ours.dispose()
          fresh.theirs.dispose()
        }
        used.ours.dispose()
        used.theirs.dispose()
      }),
      { numRuns: 40 },
    ))
  test('stops at the target; what keeps it from there is proven by its multipliers', () =>
    fc.assert(
      fc.property(drawnRows, bounds, functionals, fc.integer({ min: 1, max: 4 }), (rows, drawn, wanted, target) => {
        const { ours, theirs, sums, lower, upper } = programme(rows, drawn)
        for (const [entries, sign] of wanted) {
          const functional: Functional = { index: entries.map(([column]) => column), value: entries.map(([, by]) => by) }
          const [reached, most] = [ours.maximise(functional, sign, target), theirs.maximise(functional, sign)]
          expect(reached).toBeGreaterThanOrEqual(Math.min(target, most) - 1e-5)
          if (reached >= target) continue
          const gain = Float64Array.from({ length: width }, () => 0)
          entries.forEach(([column, by]) => (gain[column]! += sign * by))
          const { rows: numbers, value } = ours.multipliers(functional, sign)
          value.forEach((by, at) => {
            const { start, index, sign: factor } = sums.rows
            for (let place = start[numbers[at]!]!; place < start[numbers[at]! + 1]!; place++) gain[index[place]!]! -= by * factor[place]!
          })
          const bound = gain.reduce((sum, by, column) => sum + (Math.abs(by) < 1e-7 ? 0 : by * (by > 0 ? upper : lower)[column]!), 0)
          expect(bound).toBeCloseTo(reached, 4)
        }
        ours.dispose()
        theirs.dispose()
      }),
      { numRuns: 150 },
    ))
  test('gives up, rather than say anything, when the columns to begin with depend on each other', () => {
    const twice = { start: Int32Array.of(0, 2, 4, 6), index: Int32Array.of(0, 1, 0, 1, 0, 1), value: Float64Array.of(1, 1, 2, 2, 1, -1) }
    const within = [new Float64Array(3).fill(-1), new Float64Array(3).fill(1)] as const
    const [worthless, sound] = [Int32Array.of(0, 1), Int32Array.of(0, 2)].map(
      (basic) => new SteepestEdge({ ...twice, rows: [0, 1] }, basic, ...within),
    )
    expect(worthless!.maximise({ index: [1], value: [1] }, 1)).toBe(Number.NaN)
    expect(sound!.maximise({ index: [1], value: [1] }, 1)).toBeCloseTo(0.5, 6)
    worthless!.dispose()
    sound!.dispose()
  })
  test('goes as far as all parts of a total do, though that may be a millionth more', () => {
    const parts = 20
    const lower = new Float64Array(parts + 1)
    const upper = lower.map((_, column) => (column === 0 ? parts + 1e-6 : 1))
    const ours = steepestEdge([new Map([...lower.keys()].map((column) => [column, column === 0 ? 1 : -1]))], lower, upper)
    expect(ours.maximise({ index: [0], value: [1] }, 1)).toBe(parts)
    expect([...ours.z]).toEqual([parts, ...new Array<number>(parts).fill(1)])
    expect(ours.maximise({ index: [0], value: [1] }, -1)).toBeCloseTo(0, 12)
    ours.dispose()
  })
  test('comes to an end in a large table in which nothing can move, since all is at its lower end', () => {
    const edge = 20
    const cells = Array.from({ length: edge ** 3 }, (_, cell) => cell)
    const lines = [1, edge, edge ** 2].flatMap((step) =>
      cells
        .filter((cell) => Math.floor(cell / step) % edge === 0)
        .map((first) => new Map(Array.from({ length: edge }, (_, at) => [first + at * step, 1]))),
    )
    const ours = steepestEdge(lines, new Float64Array(cells.length), new Float64Array(cells.length).fill(5))
    const price = cells.map((cell) => ((cell * 48_271) % 65_537) / 65_537)
    expect(ours.maximise({ index: cells, value: price }, 1)).toBe(0)
    expect(ours.z.every((one) => one === 0)).toBe(true)
    ours.dispose()
  })
  test('stops at the deadline', () => {
    let now = 0
    const deadline = new Deadline(() => now, 1)
    const bounded = Array.from({ length: width }, () => [-1, 3] as const)
    const { ours } = programme(margins, bounded, deadline)
    now = 2000
    expect(() => ours.maximise({ index: [0], value: [1] }, 1)).toThrow(OutOfTime)
    ours.dispose()
  })
})
