import { expect, test } from 'vitest'
import { grid, protect } from '../../../test/countTables.ts'
import { codesOf } from '../tables/cells.ts'
import { conflictsOf } from './conflicts.ts'

const instance = grid([
  [3, 20, 30],
  [14, 25, 36],
])
const limitsAgainst = async (forcedPublished: string[][]) => {
  const { problem, limits, cells } = await protect({ ...instance, forcedPublished }, 'pm1')
  return limits.map((limit) => conflictsOf(problem, limit).map((cell) => codesOf(cells, cell).join(' ')))
}

test('a wish that what is out makes impossible names what is out', async () => {
  // The whole of the row is out, so the small count follows.
  const [conflicts] = await limitsAgainst([
    ['r1', 'Tot'],
    ['r1', 'k2'],
    ['r1', 'k3'],
  ])
  expect(conflicts!.length).toBeGreaterThan(0)
  for (const cell of conflicts!) expect(['r1 Tot', 'r1 k2', 'r1 k3']).toContain(cell)
})
test('what is out and leaves a way is in conflict with nothing', async () => expect(await limitsAgainst([['r1', 'Tot']])).toEqual([]))
// Below 2 there is only 1, so whoever knows which are small knows it.
test('a limit of the tables themselves has no release to blame', async () => {
  const { problem, limits } = await protect(grid([[1, 9]], 2), 'la')
  expect(limits.length).toBeGreaterThan(0)
  for (const limit of limits) expect(conflictsOf(problem, limit)).toEqual([])
})
