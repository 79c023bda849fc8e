import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { grid, protect, tablesOf } from '../../../test/countTables.ts'
import { feasibleIntervals } from '../attack/intervals.ts'
import { makeScenario } from '../attack/scenario.ts'
import { loadSolver, type Solver } from '../attack/solver.ts'
import { codesOf } from '../tables/cells.ts'
import type { Instance } from '../tables/instance.ts'
import { readInstance } from '../tables/readInstance.ts'
import { Evidence } from './evidence.ts'
import { costOf, leastPattern, makeProblem, type Problem } from './problem.ts'
import type { Protection } from './protectTables.ts'
import { modes, type Mode } from './requirement.ts'

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})
const modeNames = Object.keys(modes) as Mode[]

const isSafe = (problem: Problem, pattern: Uint8Array): boolean => new Evidence(problem).unmet(pattern).length === 0

/** The least cost over all patterns there are. */
function cheapestOfAll(problem: Problem): number {
  const open = [...problem.fixed.keys()].filter((cell) => problem.fixed[cell] === 0)
  let best = Infinity
  for (let set = 0; set < 2 ** open.length; set++) {
    const pattern = leastPattern(problem)
    open.forEach((cell, at) => (pattern[cell] = (set >> at) & 1))
    const cost = costOf(problem, pattern)
    if (cost < best && isSafe(problem, pattern)) best = cost
  }
  return best
}

const small = fc
  .array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 2 }), { minLength: 2, maxLength: 2 })
  .filter((rows) => rows.flat().some((count) => count > 0))
const medium = fc
  .array(fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 4 })
  .filter((rows) => rows.flat().some((count) => count > 0))
const anyMode = fc.constantFrom(...modeNames)

describe('the exact tier', () => {
  test('finds the cheapest of all patterns, tried one by one', () =>
    fc.assert(
      fc.asyncProperty(small, anyMode, async (rows, mode) => {
        const { cost, status, problem } = await protect(grid(rows, 4), mode)
        expect(status).toBe('optimal')
        // The problem as it ended: with what cannot be met lowered to what can.
        expect(cost).toBeCloseTo(cheapestOfAll(problem), 6)
      }),
      { numRuns: 40 },
    ))
  test('never gives a lower bound above the cost, and always a certificate', () =>
    fc.assert(
      fc.asyncProperty(medium, anyMode, async (rows, mode) => {
        const { cost, lowerBound, certificate } = await protect(grid(rows), mode)
        expect(lowerBound).toBeLessThanOrEqual(cost + 1e-9)
        expect(certificate).toBeDefined()
      }),
      { numRuns: 40 },
    ))
  test('gives the same answer to the same question', async () => {
    const instance = grid([
      [1, 20, 3],
      [14, 2, 16],
      [4, 18, 9],
    ])
    const [first, second] = [await protect(instance, 'la'), await protect(instance, 'la')]
    expect(second.secondaries).toEqual(first.secondaries)
  })
  test('costs the same when dimensions, codes and rows change places', () =>
    fc.assert(
      fc.asyncProperty(medium, anyMode, async (rows, mode) => {
        const turned = rows[0]!.map((_, at) => rows.map((row) => row[at]!))
        const mirrored = [...rows].reverse().map((row) => [...row].reverse())
        const costs = await Promise.all([rows, turned, mirrored].map(async (one) => (await protect(grid(one), mode)).cost))
        expect(costs[1]).toBeCloseTo(costs[0]!, 6)
        expect(costs[2]).toBeCloseTo(costs[0]!, 6)
      }),
      { numRuns: 15 },
    ))
  test('costs the same when a category that cannot be is added', async () => {
    const dim = (name: string, codes: string[]) => ({ name, codes: ['Tot', ...codes], parent: [-1, ...codes.map(() => 0)] })
    const base = [
      [1, 1, 2],
      [1, 2, 20],
      [2, 1, 30],
      [2, 2, 9],
    ]
    const made = (extra: string[]): Instance =>
      readInstance({
        ...{ name: 'z', threshold: 5, tables: [{ dims: [0, 1] }], base, dims: [dim('a', ['x', 'y', ...extra]), dim('b', ['u', 'v'])] },
        structuralZero: extra.flatMap((code) => ['Tot', 'u', 'v'].map((other) => [code, other])),
      })
    const { cost } = await protect(made([]), 'rule0')
    expect((await protect(made(['never']), 'rule0')).cost).toBeCloseTo(cost, 6)
  })
})

describe.each(['instant', 'exact'] as const)('the %s tier', (tier) => {
  test('leaves no requirement unmet', () =>
    fc.assert(
      fc.asyncProperty(medium, anyMode, async (rows, mode) => {
        const { problem, pattern } = await protect(grid(rows), mode, { tier })
        expect(isSafe(problem, pattern)).toBe(true)
      }),
      { numRuns: 40 },
    ))
  test('hides nothing that could be shown', () =>
    fc.assert(
      fc.asyncProperty(medium, anyMode, async (rows, mode) => {
        const { problem, pattern, secondaries } = await protect(grid(rows), mode, { tier })
        for (const cell of secondaries) {
          const less = pattern.slice()
          less[cell] = 0
          expect(isSafe(problem, less)).toBe(false)
        }
      }),
      { numRuns: 25 },
    ))
  test('gives no exact count away to one who knows how we choose, where noughts may be hidden', () =>
    fc.assert(
      fc.asyncProperty(medium, async (rows) => {
        const instance = grid(rows)
        const { pattern, primaries, limits } = await protect(instance, 'la', { tier, policy: { ...modes.la, zeros: true } })
        const { cells, sums } = tablesOf(instance)
        const intervals = feasibleIntervals(solver, { cells, sums, suppressed: pattern, scenario: makeScenario(cells, 'la') }, primaries)
        expect(intervals.filter(({ low, high }) => Math.floor(high + 1e-6) <= Math.ceil(low - 1e-6))).toHaveLength(limits.length)
      }),
      { numRuns: 40 },
    ))
})

describe('what cannot be protected', () => {
  // Row r1 is 2 = 1 + 1 and its nought is shown, so a hidden 2 cannot help against one who knows which are small.
  const instance = grid([
    [1, 1, 0],
    [20, 30, 40],
    [50, 60, 70],
  ])
  test('2 = 1 + 1 under shown noughts is hidden with its total', async () => {
    const { pattern, cells, limits } = await protect(instance, 'gs')
    expect(limits).toEqual([])
    expect(pattern[cells.find([1, 0])!]).toBe(1)
  })
  test('is told, when even hiding everything does not help', async () => {
    const { limits, certificate } = await protect(grid([[1]]), 'pm1')
    expect(limits).toEqual([])
    expect(certificate).toBeDefined()
    const closed = await protect(
      {
        ...grid([[1, 9]]),
        forcedPublished: [
          ['r1', 'Tot'],
          ['Tot', 'Tot'],
          ['Tot', 'k1'],
          ['Tot', 'k2'],
          ['r1', 'k2'],
        ],
      },
      'pm1',
    )
    expect(closed.limits.length).toBeGreaterThan(0)
  })
})

describe('linked tables', () => {
  const dim = (name: string, codes: string[]) => ({ name, codes: ['Tot', ...codes], parent: [-1, ...codes.map(() => 0)] })
  const base = [
    [1, 1, 1, 2],
    [1, 2, 2, 20],
    [2, 1, 2, 30],
    [2, 2, 1, 9],
    [1, 1, 2, 11],
    [2, 2, 2, 8],
  ]
  const linked = readInstance({
    name: 'l',
    threshold: 5,
    dims: [dim('a', ['x', 'y']), dim('b', ['u', 'v']), dim('c', ['s', 't'])],
    tables: [{ dims: [0, 1] }, { dims: [0, 2] }],
    base,
  })
  test('a margin that both tables show is hidden in both or in none, being one cell', async () => {
    const { cells, pattern } = await protect(linked, 'pm1')
    const names = [...pattern.keys()].map((cell) => codesOf(cells, cell).join('|'))
    expect(new Set(names).size).toBe(cells.size)
  })
  test('what is safe alone is not always safe together', async () => {
    const alone = await protect(readInstance({ ...raw(linked), tables: [{ dims: [0, 1] }] }), 'pm1')
    const { cells, sums } = tablesOf(linked)
    const suppressed = new Uint8Array(cells.size)
    for (const cell of [...alone.primaries, ...alone.secondaries])
      suppressed[cells.find(alone.cells.nodes.slice(cell * 3, cell * 3 + 3))!] = 1
    const problem = makeProblem(solver, { cells, sums }, { policy: modes.pm1, cost: 'value' })
    expect(isSafe(problem, suppressed)).toBe(false)
  })
})

const raw = ({ name, threshold, dims, base }: Instance) => ({
  ...{ name, threshold, base: base.map((row) => [...row]) },
  dims: dims.map((one) => ({ name: one.name, codes: [...one.codes], parent: [...one.parent] })),
})

describe('earlier releases', () => {
  test('what is out stays out, and more of the rest is hidden instead', async () => {
    const instance = grid([
      [2, 20, 30],
      [14, 25, 36],
      [47, 58, 69],
    ])
    const first = await protect(instance, 'pm1')
    const [taken] = first.secondaries
    const next = await protect({ ...instance, forcedPublished: [codesOf(first.cells, taken!)] }, 'pm1')
    expect(next.pattern[taken!]).toBe(0)
    expect(next.cost).toBeGreaterThan(first.cost)
    expect(next.limits).toEqual([])
  })
  test('what was hidden stays hidden and costs nothing again', async () => {
    const instance = grid([
      [2, 20, 30],
      [14, 25, 36],
      [47, 58, 69],
    ])
    const first = await protect(instance, 'pm1')
    const again = await protect({ ...instance, keptHidden: first.secondaries.map((cell) => codesOf(first.cells, cell)) }, 'pm1')
    expect(again.secondaries).toEqual([])
  })
  test('when all outlets are closed it is refused as a limit, not hidden', async () => {
    const instance = grid([
      [12, 20],
      [30, 40],
    ])
    const revised = await protect({ ...instance, keptHidden: [['r1', 'k1']] }, 'pm1')
    expect(revised.primaries).toEqual([])
  })
})

describe('insiders', () => {
  // Two associations with one small count each and totals shown: staff of one work out the other's from the totals.
  const instance = grid([
    [3, 20],
    [2, 30],
    [40, 50],
  ])
  test('of one association see through what holds against those outside', async () => {
    const { cells, pattern } = await protect(instance, 'pm1')
    const known = [...pattern.keys()].filter((cell) => codesOf(cells, cell)[0] === 'r1')
    const { sums } = tablesOf(instance)
    expect(isSafe(makeProblem(solver, { cells, sums }, { policy: modes.pm1, cost: 'value', insiders: [known] }), pattern)).toBe(false)
  })
  test('do not when they are reckoned with', async () => {
    const rows = (cells: Protection['cells']) =>
      ['r1', 'r2'].map((code) => [...cells.count.keys()].filter((cell) => codesOf(cells, cell)[0] === code))
    const { limits, certificate, problem } = await protect(instance, 'pm1', { insiders: rows })
    expect(limits).toEqual([])
    expect(certificate?.proofs).toHaveLength(problem.requirements.length)
    expect(problem.requirements.length).toBeGreaterThan(problem.primaries.length)
  })
})

describe('group disclosure', () => {
  test('all with the same outcome: total and part are not both shown', async () => {
    const { pattern, cells } = await protect(
      {
        ...grid([
          [12, 0, 0],
          [10, 20, 30],
          [14, 25, 36],
        ]),
        attributes: [1],
      },
      'la',
      { policy: { ...modes.la, zeros: true } },
    )
    expect(pattern[cells.find([1, 0])!]! + pattern[cells.find([1, 1])!]!).toBeGreaterThan(0)
  })
})
