import { describe, expect, test } from 'vitest'
import { possibleTables, protect, tablesOf } from '../../../test/countTables.ts'
import { feasibleIntervals } from '../attack/intervals.ts'
import { makeScenario } from '../attack/scenario.ts'
import { loadSolver } from '../attack/solver.ts'
import { verify } from '../certificate/verify.ts'
import { codesOf } from '../tables/cells.ts'
import { readInstance } from '../tables/readInstance.ts'
import { certify } from './certify.ts'
import { claimOf } from './claim.ts'
import { conflictsOf } from './conflicts.ts'
import { Evidence } from './evidence.ts'
import { leastPattern, makeProblem, type WholeLimit } from './problem.ts'
import { repair } from './repair.ts'
import { modes, type Mode } from './requirement.ts'

/** By first code, rows of the second by columns of the third. */
const counts = [
  [
    [0, 2, 1, 1],
    [1, 0, 1, 0],
    [2, 2, 1, 1],
  ],
  [
    [2, 2, 2, 1],
    [2, 0, 0, 2],
    [0, 2, 0, 1],
  ],
  [
    [2, 0, 1, 0],
    [0, 1, 2, 1],
    [2, 1, 1, 1],
  ],
]
const sides = [3, 3, 4]
const dims = sides.map((side, dim) => ({
  name: `d${dim}`,
  codes: ['Tot', ...Array.from({ length: side }, (_, at) => `d${dim}${at}`)],
  parent: [-1, ...new Array<number>(side).fill(0)],
}))
const base = counts.flatMap((rows, a) =>
  rows.flatMap((row, b) => row.flatMap((count, c) => (count > 0 ? [[a + 1, b + 1, c + 1, count]] : []))),
)
const cube = { name: 'cube', threshold: 3, dims, tables: [{ dims: [0, 1, 2] }], base }

/** All sums of three-way counts are out, and so are their noughts: no other whole table has them, though tables of halves do. */
const instance = (() => {
  const { cells } = tablesOf(readInstance(cube))
  const isOut = (cell: number): boolean => codesOf(cells, cell).includes('Tot') || cells.count[cell] === 0
  return readInstance({ ...cube, forcedPublished: [...cells.count.keys()].filter(isOut).map((cell) => codesOf(cells, cell)) })
})()

describe('counts that tables of fractions would leave open and whole tables do not', () => {
  test('seem open to whoever reckons in fractions, and are asked to go as far as whole tables do', async () => {
    const tables = tablesOf(instance)
    const { primaries, limits, problem } = await protect(instance, 'pm1')
    const suppressed = Uint8Array.from(tables.cells.status.keys(), (cell) => (primaries.includes(cell) ? 1 : 0))
    const bound = (count: number): Float64Array => new Float64Array(tables.cells.size).fill(count)
    // No line of four has more than six persons.
    const whole = possibleTables(tables, suppressed, bound(0), bound(6))
    const scenario = makeScenario(tables.cells, 'ext')
    const ends = feasibleIntervals(await loadSolver(), { ...tables, suppressed, scenario }, primaries)
    let beyond = 0
    for (const { requirement } of limits) {
      const { cells, up, down } = problem.requirements[requirement]!
      const [cell, count] = [cells[0]!, tables.cells.count[cells[0]!]!]
      const possible = whole.map((table) => table[cell]!)
      expect([up, down]).toEqual([Math.min(1, Math.max(...possible) - count), Math.min(1, count - Math.min(...possible))])
      const { low, high } = ends.find((one) => one.cell === cell)!
      if (high >= count + 1 && low <= count - 1) beyond++
    }
    expect(beyond).toBeGreaterThan(0)
  })

  test.each(['pm1', 'gs', 'la', 'rule', 'rule0'] as Mode[])(
    'are told as limits, and nothing is asked of them in vain (%s)',
    async (mode) => {
      for (const tier of ['instant', 'exact'] as const) {
        const { certificate, limits, problem, pattern } = await protect(instance, mode, { tier })
        const lowered = limits.map(({ requirement }) => {
          const { up, down, slide } = problem.requirements[requirement]!
          return { requirement, up, down, slide }
        })
        expect(lowered.length).toBeGreaterThan(0)
        // Who receives the proof comes to the same requirements.
        const claim = claimOf(tablesOf(instance), modes[mode], lowered)
        expect(claim.requirements).toEqual(problem.requirements)
        expect(verify({ ...claim, suppressed: pattern }, certificate!)).toBe(true)
      }
    },
  )

  test('have no proof as long as more is asked of them', async () => {
    const problem = makeProblem(await loadSolver(), tablesOf(instance), { policy: modes.pm1, cost: 'value' })
    const [found, evidence, pattern]: [WholeLimit[], Evidence, Uint8Array] = [[], new Evidence(problem), leastPattern(problem)]
    repair(problem, evidence, pattern)
    expect(certify(problem, pattern, evidence, 1, found)).toBeUndefined()
    expect(found.length).toBeGreaterThan(0)
    expect(found.every(({ above, below }) => above === 0 && below === 0)).toBe(true)
  })

  test('name what is out as the cause', async () => {
    const { problem, limits, cells } = await protect(instance, 'pm1')
    for (const limit of limits) {
      const conflicts = conflictsOf(problem, limit)
      expect(conflicts.length).toBeGreaterThan(0)
      expect(conflicts.every((cell) => codesOf(cells, cell).includes('Tot') || cells.count[cell] === 0)).toBe(true)
    }
  })
})
