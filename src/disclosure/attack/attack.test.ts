import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { grid, possibleTables, tablesOf } from '../../../test/countTables.ts'
import { primariesOf } from '../suppress/requirement.ts'
import { findByCodes } from '../tables/cells.ts'
import type { Instance } from '../tables/instance.ts'
import { Factor } from './factor.ts'
import { feasibleIntervals, type Interval } from './intervals.ts'
import { NullSpace } from './nullSpace.ts'
import { attackers, makeScenario, withKnown, type Attacker, type Scenario } from './scenario.ts'
import { loadSolver, type Solver } from './solver.ts'
import { SolverPolytope } from './solverPolytope.ts'

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

function attack(
  instance: Instance,
  hidden: readonly (readonly string[])[],
  attacker: Attacker,
  known: readonly (readonly string[])[] = [],
): Interval[] {
  const { cells, sums } = tablesOf(instance)
  const suppressed = new Uint8Array(cells.size)
  for (const codes of hidden) suppressed[findByCodes(cells, codes)!] = 1
  const scenario = withKnown(
    makeScenario(cells, attacker),
    known.map((codes) => findByCodes(cells, codes)!),
  )
  return feasibleIntervals(solver, { cells, sums, suppressed, scenario }, primariesOf(cells))
}
const ranges = (intervals: Interval[]): [number, number][] => intervals.map(({ low, high }) => [low, high])

describe('what an attacker can say', () => {
  test('a count alone in its row is exact', () =>
    expect(
      ranges(
        attack(
          grid([
            [1, 20],
            [30, 40],
          ]),
          [['r1', 'k1']],
          'ext',
        ),
      ),
    ).toEqual([[1, 1]]))
  test('four corners hide each other', () =>
    expect(
      ranges(
        attack(
          grid([
            [1, 20],
            [30, 40],
          ]),
          [
            ['r1', 'k1'],
            ['r1', 'k2'],
            ['r2', 'k1'],
            ['r2', 'k2'],
          ],
          'ext',
        ),
      ),
    ).toEqual([[0, 21]]))
  test('a total hidden with its only small part has no upper end', () =>
    expect(
      ranges(
        attack(
          grid([[1], [9]]),
          [
            ['r1', 'k1'],
            ['r1', 'Tot'],
            ['Tot', 'k1'],
            ['Tot', 'Tot'],
          ],
          'ext',
        ),
      ),
    ).toEqual([
      [0, Infinity],
      [0, Infinity],
    ]))
  test('2 = 1 + 1 is exact for one who knows that noughts are shown', () => {
    const hidden = [
      ['r1', 'k1'],
      ['r1', 'k2'],
      ['r2', 'k1'],
      ['r2', 'k2'],
    ]
    const instance = grid([
      [1, 1, 0],
      [10, 10, 10],
    ])
    expect(ranges(attack(instance, hidden, 'zero')).slice(1)).toEqual([
      [1, 1],
      [1, 1],
    ])
    expect(ranges(attack(instance, hidden, 'ext')).slice(1)).toEqual([
      [0, 2],
      [0, 2],
    ])
  })
  test('staff of one of two associations with one hidden count each and a shown total know the other', () => {
    const hidden = [
      ['r1', 'k1'],
      ['r2', 'k1'],
      ['r1', 'k2'],
      ['r2', 'k2'],
    ]
    const instance = grid([
      [3, 20],
      [2, 30],
    ])
    expect(ranges(attack(instance, hidden, 'ext')).every(([low, high]) => high > low)).toBe(true)
    expect(
      ranges(
        attack(instance, hidden, 'ext', [
          ['r1', 'k1'],
          ['r1', 'k2'],
        ]),
      )[1],
    ).toEqual([2, 2])
  })
})

const counts = fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 3 })
/** A table and which of its cells are hidden, small counts always. */
const attacked = counts.chain((rows) =>
  fc.tuple(fc.constant(rows), fc.array(fc.boolean(), { minLength: (rows.length + 1) * 4, maxLength: (rows.length + 1) * 4 })),
)

function bothWays(rows: number[][], flags: boolean[], attacker: Attacker) {
  const { cells, sums } = tablesOf(grid(rows, 4))
  const primaries = primariesOf(cells)
  const suppressed = Uint8Array.from(cells.count, (_, cell) => (flags[cell] || primaries.includes(cell) ? 1 : 0))
  // Only inner cells, so that plain enumeration ends.
  cells.count.forEach((_, cell) => (cell % 4 === 0 || cell < 4 ? (suppressed[cell] = primaries.includes(cell) ? 1 : 0) : undefined))
  const scenario = makeScenario(cells, attacker)
  return {
    cells,
    sums,
    suppressed,
    scenario,
    primaries,
    intervals: feasibleIntervals(solver, { cells, sums, suppressed, scenario }, primaries),
  }
}

describe('held against plain enumeration', () => {
  test.each(attackers)('%s: both ends of every small count in two-way tables', (attacker) =>
    fc.assert(
      fc.property(attacked, ([rows, flags]) => {
        const { cells, sums, suppressed, scenario, intervals } = bothWays(rows, flags, attacker)
        // Hidden totals have no upper end, so enumeration would have none either.
        if (suppressed.some((one, cell) => one > 0 && (cell % 4 === 0 || cell < 4))) return
        if (suppressed.reduce((sum, one) => sum + one, 0) > 9) return
        const [low, high] = [
          cells.count.map((count, cell) => count - scenario.down[cell]!),
          cells.count.map((count, cell) => count + scenario.up[cell]!),
        ]
        const tables = possibleTables({ cells, sums }, suppressed, low, high)
        for (const interval of intervals) {
          const values = tables.map((table) => table[interval.cell]!)
          expect([interval.low, Math.min(interval.high, Math.max(...cells.count))]).toEqual([Math.min(...values), Math.max(...values)])
        }
      }),
      { numRuns: 150 },
    ),
  )
  test('who knows more can say at least as much: la within zero within ext', () =>
    fc.assert(
      fc.property(attacked, ([rows, flags]) => {
        const [ext, zero, la] = attackers.map((attacker) => bothWays(rows, flags, attacker).intervals)
        const isWithin = (inner: Interval[], outer: Interval[]): boolean =>
          inner.every(({ low, high }, at) => low >= outer[at]!.low - 1e-6 && high <= outer[at]!.high + 1e-6)
        expect(isWithin(la!, zero!) && isWithin(zero!, ext!)).toBe(true)
      }),
      { numRuns: 60 },
    ))
  test('an insider can say at least as much as anybody outside', () =>
    fc.assert(
      fc.property(attacked, ([rows, flags]) => {
        const { cells, sums, suppressed, scenario, primaries, intervals } = bothWays(rows, flags, 'la')
        const known = primaries.slice(0, 1)
        const inside = feasibleIntervals(solver, { cells, sums, suppressed, scenario: withKnown(scenario, known) }, primaries)
        expect(inside.every(({ low, high }, at) => low >= intervals[at]!.low - 1e-6 && high <= intervals[at]!.high + 1e-6)).toBe(true)
      }),
      { numRuns: 40 },
    ))
})

test('our own simplex method and HiGHS reach equally far, and so do the sums they prove it by', () =>
  fc.assert(
    fc.property(attacked, ([rows, flags]) => {
      const { cells, sums, suppressed, scenario } = bothWays(rows, flags, 'zero')
      const own = [...suppressed.keys()].filter((cell) => suppressed[cell])
      const columnOf = new Int32Array(cells.size).fill(-1)
      own.forEach((cell, column) => (columnOf[cell] = column))
      const component = { cells: Int32Array.from(own), rows: Int32Array.from(Array(sums.rows.start.length - 1).keys()) }
      const bounds = (of: Scenario['up'], sign: number): Float64Array => Float64Array.from(own, (cell) => sign * Math.min(of[cell]!, 50))
      const ours = new NullSpace(new Factor(component, sums.rows, columnOf), bounds(scenario.down, -1), bounds(scenario.up, 1))
      const theirs = new SolverPolytope({ solver, sums }, component, columnOf, bounds(scenario.down, -1), bounds(scenario.up, 1))
      for (const column of own.keys()) {
        const functional = { index: [column], value: [1] }
        expect(ours.maximise(functional, 1, Infinity)).toBeCloseTo(theirs.maximise(functional, 1), 6)
        // Weak duality: functional − y·M, each at its better bound, reaches no farther.
        const { rows: numbers, value } = ours.multipliers(functional, 1)
        const left = Float64Array.from(own, (_, at) => (at === column ? 1 : 0))
        value.forEach((y, at) => {
          for (let place = sums.rows.start[numbers[at]!]!; place < sums.rows.start[numbers[at]! + 1]!; place++) {
            const to = columnOf[sums.rows.index[place]!]!
            if (to >= 0) left[to]! -= y * sums.rows.sign[place]!
          }
        })
        const bound = left.reduce((sum, gain, at) => sum + Math.max(gain * ours.lower[at]!, gain * ours.upper[at]!), 0)
        ours.reset()
        expect(ours.maximise(functional, 1, Infinity)).toBeCloseTo(bound, 6)
      }
      theirs.dispose()
    }),
    { numRuns: 40 },
  ))
