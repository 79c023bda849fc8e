import { expect, test } from 'vitest'
import { grid, protect } from '../../../test/countTables.ts'
import { SolverWanted } from '../attack/solver.ts'

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
