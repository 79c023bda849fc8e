import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { grid, possibleTables, protect, tablesOf } from '../../../test/countTables.ts'
import { loadSolver, type Solver } from '../attack/solver.ts'
import { farthest } from './farthest.ts'
import { makeProblem } from './problem.ts'
import { modes } from './requirement.ts'

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})
const small = fc
  .array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 2, maxLength: 2 }), { minLength: 2, maxLength: 2 })
  .filter((rows) => rows.flat().some((count) => count > 0))

describe('bounds carried from sum to sum', () => {
  test.each(['gs', 'la'] as const)('leave every table in that the attacker holds possible when all is hidden (%s)', (mode) =>
    fc.assert(
      fc.property(small, (rows) => {
        const { cells, sums } = tablesOf(grid(rows))
        const problem = makeProblem(solver, { cells, sums }, { policy: modes[mode], cost: 'value' })
        const { low, high } = farthest(problem, 0)
        const hidden = Uint8Array.from(problem.fixed, (one) => (one < 0 ? 0 : 1))
        const [{ down, up }] = problem.scenarios as [{ down: Float64Array; up: Float64Array }]
        const [least, most] = [cells.count.map((count, cell) => count - down[cell]!), cells.count.map((count, cell) => count + up[cell]!)]
        for (const table of possibleTables({ cells, sums }, hidden, least, most)) {
          table.forEach((count, cell) => {
            expect(count - cells.count[cell]!).toBeLessThanOrEqual(high[cell]!)
            expect(count - cells.count[cell]!).toBeGreaterThanOrEqual(low[cell]!)
          })
        }
      }),
      { numRuns: 60 },
    ),
  )
  test('see that 2 = 1 + 1 beside a shown nought gives both away when nothing else can move', async () => {
    // One column only: who knows the total of it knows both.
    const { limits } = await protect(grid([[1], [1], [0]], 3), 'la', { tier: 'instant' })
    expect(limits.length).toBeGreaterThan(0)
  })
})
