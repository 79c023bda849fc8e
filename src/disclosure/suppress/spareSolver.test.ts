import { describe, expect, test } from 'vitest'
import { grid, protect, sparseLinked } from '../../../test/countTables.ts'
import { SolverWanted } from '../attack/solver.ts'
import type { Instance } from '../tables/instance.ts'
import type { Protection } from './protectTables.ts'

const instance = grid([
  [2, 19, 6, 31],
  [14, 3, 22, 8],
  [9, 27, 4, 12],
  [25, 7, 11, 16],
])

test.each(['pm1', 'gs', 'la'] as const)('small tables are proven without HiGHS, and hide the same cells (%s)', async (mode) => {
  const spared = await protect(instance, mode, { tier: 'instant', sparesSolver: true })
  expect(spared.certificate).toBeDefined()
  expect(() => spared.problem.solver.createModel()).toThrow(SolverWanted)
  expect(spared.pattern).toEqual((await protect(instance, mode, { tier: 'instant' })).pattern)
})
test('where it is needed after all, it is loaded', async () => {
  const { certificate, problem } = await protect(instance, 'la', { tier: 'exact', sparesSolver: true })
  expect(certificate).toBeDefined()
  expect(problem.solver.constants).toBeDefined()
})

test('what was asked in vain without it is not asked twice', async () => {
  // Some of these counts cannot be kept from one who knows how we choose, and those who know less are asked about before the solver is wanted.
  const tables = sparseLinked(24, [10, 2, 5, 5], 60)
  const [spared, loaded] = await Promise.all([true, false].map((sparesSolver) => protect(tables, 'la', { tier: 'instant', sparesSolver })))
  expect(spared!.problem.solver.constants).toBeDefined()
  expect(spared!.limits.length).toBeGreaterThan(0)
  expect(spared!.problem.scenarios).toHaveLength(2)
  expect(spared!.problem.requirements).toEqual(loaded!.problem.requirements)
  expect(spared!.limits).toEqual(loaded!.limits)
})

describe('very large tables', () => {
  // Work that ends by the clock goes on to its end where that stands still.
  const now = (): number => 0
  const without = sparseLinked(5, [300, 2, 6, 6], 3000)
  const needing = sparseLinked(4, [300, 2, 6, 6], 600)
  const hidden = async (tables: Instance, sparesSolver: boolean): Promise<Protection> =>
    protect(tables, 'la', { tier: 'instant', now, sparesSolver })
  test('are proven without HiGHS where moves suffice', async () => {
    const { certificate, problem } = await hidden(without, true)
    expect(certificate).toBeDefined()
    expect(() => problem.solver.createModel()).toThrow(SolverWanted)
  })
  test('go on with it from where they were when it turns out to be needed, and hide the same cells as if it had been there', async () => {
    const { certificate, problem, pattern } = await hidden(needing, true)
    expect(certificate).toBeDefined()
    expect(problem.solver.constants).toBeDefined()
    expect(pattern).toEqual((await hidden(needing, false)).pattern)
  })
})
