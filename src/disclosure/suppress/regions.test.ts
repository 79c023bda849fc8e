import { expect, test } from 'vitest'
import { grid, protect, tablesOf } from '../../../test/countTables.ts'
import { loadSolver } from '../attack/solver.ts'
import { cleanUp } from './cleanup.ts'
import { Evidence } from './evidence.ts'
import { Master } from './master.ts'
import { costOf, makeProblem } from './problem.ts'
import { improveByRegions } from './regions.ts'
import { repair } from './repair.ts'
import { modes } from './requirement.ts'

test.each(['pm1', 'gs', 'la', 'rule0'] as const)(
  'from everything hidden, regions lead to the cheapest pattern of a small table (%s)',
  async (mode) => {
    const instance = grid([
      [2, 19, 6, 31],
      [14, 3, 22, 8],
      [9, 27, 4, 12],
      [25, 7, 11, 16],
    ])
    const problem = makeProblem(await loadSolver(), tablesOf(instance), { policy: modes[mode], cost: 'value' })
    const pattern = Uint8Array.from(problem.fixed, (one) => (one >= 0 ? 1 : 0))
    const search = {
      problem,
      master: new Master(problem),
      counter: { programs: 0 },
      grain: 0.1,
      best: { pattern, cost: costOf(problem, pattern) },
    }
    improveByRegions(search, (w) => {
      const evidence = new Evidence(problem)
      const found = Uint8Array.from(w, (weight) => (weight > 0.5 ? 1 : 0))
      repair(problem, evidence, found)
      cleanUp(problem, evidence, found)
      if (costOf(problem, found) < search.best.cost) search.best = { pattern: found, cost: costOf(problem, found) }
    })
    search.master.dispose()
    const { cost, status } = await protect(instance, mode)
    expect(status).toBe('optimal')
    expect(search.best.cost).toBeCloseTo(cost, 6)
  },
)
