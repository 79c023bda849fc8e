import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { grid, tablesOf } from '../../../test/countTables.ts'
import { feasibleIntervals } from '../attack/intervals.ts'
import { loadSolver, type Solver } from '../attack/solver.ts'
import { verify } from '../certificate/verify.ts'
import type { World } from '../certificate/world.ts'
import { Evidence } from './evidence.ts'
import { makeProblem, type Problem } from './problem.ts'
import { modes, type Mode } from './requirement.ts'
import { meetWithin, wholeParts } from './withinPattern.ts'

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

const counts = fc.array(fc.array(fc.constantFrom(0, 0, 1, 1, 2, 3, 7, 12), { minLength: 5, maxLength: 5 }), { minLength: 3, maxLength: 6 })

/** A table in which some cells that may be hidden are, by chance. */
function hidden(rows: number[][], flags: boolean[], mode: Mode): { problem: Problem; pattern: Uint8Array } {
  const problem = makeProblem(solver, tablesOf(grid(rows)), { policy: modes[mode], cost: 'value' })
  const pattern = problem.fixed.map((one, cell) => (one > 0 || (one === 0 && flags[cell % flags.length]!) ? 1 : 0))
  return { problem, pattern: Uint8Array.from(pattern) }
}

/** Whether a world is one that the attacker holds possible, by whole-number arithmetic. */
function isPossible({ sums: { rows }, scenarios }: Problem, suppressed: Uint8Array, world: World): boolean {
  const [cell, by] = [world.cells[0]!, world.shift[0]!]
  const requirement = { scenario: world.scenario, cells: Int32Array.of(cell), factors: Float64Array.of(Math.sign(by)) }
  const requirements = [{ ...requirement, up: Math.abs(by), down: 0, slide: 0 }]
  return verify({ rows, suppressed, scenarios, requirements }, { worlds: [world], proofs: [{ high: 0, low: -1 }] })
}

test.each(['gs', 'la', 'pm1', 'rule'] as const)(
  'in tables of two dimensions all small counts are met that can be, and no others, by worlds of whole counts (%s)',
  (mode) =>
    fc.assert(
      fc.property(counts, fc.array(fc.boolean(), { minLength: 7, maxLength: 11 }), (rows, flags) => {
        const { problem, pattern } = hidden(rows, flags, mode)
        const worlds: World[] = []
        const evidence = new Evidence(problem, (world) => (worlds.push(world), world))
        const left = new Set(meetWithin(problem, evidence, pattern, [...problem.requirements.keys()]))
        expect(worlds.every((world) => isPossible(problem, pattern, world))).toBe(true)
        const tables = { cells: problem.cells, sums: problem.sums, suppressed: pattern, scenario: problem.scenarios[0]! }
        const ends = feasibleIntervals(solver, tables, problem.primaries)
        problem.requirements.forEach(({ up, down, slide }, at) => {
          const count = problem.cells.count[ends[at]!.cell]!
          const { low, high } = ends[at]!
          const isWide = high - count > up - 1e-6 && count - low > down - 1e-6 && high - low > slide - 1e-6
          expect(left.has(at)).toBe(!isWide)
        })
      }),
      { numRuns: 120 },
    ),
)

test('a world is told in as many parts as no sum holds together, without what is not whole', () => {
  const { sums, cells } = tablesOf(
    grid([
      [3, 4, 30, 31],
      [5, 6, 32, 33],
      [40, 41, 7, 8],
      [42, 43, 9, 10],
    ]),
  )
  const at = (r: number, k: number): number => r * 5 + k
  expect(cells.count[at(3, 3)]).toBe(7)
  const corners = (r: number, k: number): number[] => [at(r, k), at(r, k + 1), at(r + 1, k), at(r + 1, k + 1)]
  const shifts = (first: number, second: number) => ({
    cells: Int32Array.of(...corners(1, 1), ...corners(3, 3)),
    shift: Float64Array.of(first, -first, -first, first, second, -second, -second, second),
  })
  const two = wholeParts({ sums }, 0, shifts(1, 2))
  expect(two.map(({ cells: part, shift }) => [[...part].sort((a, b) => a - b), Math.abs(shift[0]!)])).toEqual([
    [corners(1, 1), 1],
    [corners(3, 3), 2],
  ])
  expect(wholeParts({ sums }, 0, shifts(0.5, 2)).map(({ cells: part }) => part[0])).toEqual([at(3, 3)])
})
