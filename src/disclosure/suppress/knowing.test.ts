import { describe, expect, test } from 'vitest'
import { grid, protect, tablesOf } from '../../../test/countTables.ts'
import { feasibleIntervals } from '../attack/intervals.ts'
import { makeScenario, type Attacker } from '../attack/scenario.ts'
import { loadSolver } from '../attack/solver.ts'
import { codesOf } from '../tables/cells.ts'
import { primariesOf } from './requirement.ts'

/** What an attacker can say of each small count of a table whose inner counts other than nought are all hidden. */
async function said(rows: number[][], attacker: Attacker): Promise<Record<string, [number, number]>> {
  const { cells, sums } = tablesOf(grid(rows))
  const suppressed = Uint8Array.from(cells.count, (count, cell) => (count > 0 && !codesOf(cells, cell).includes('Tot') ? 1 : 0))
  const scenario = makeScenario(cells, attacker)
  const inner = primariesOf(cells).filter((cell) => suppressed[cell] === 1)
  const found = feasibleIntervals(await loadSolver(), { cells, sums, suppressed, scenario }, inner)
  return Object.fromEntries(found.map(({ cell, low, high }) => [codesOf(cells, cell).join(' '), [low, high]]))
}

describe('what each attacker knows beforehand, told by ends worked out by hand', () => {
  // With all shown totals, x = r1 k1 decides the rest: 26 - x, 36 - x, 14 + x.
  const rows = [
    [2, 24],
    [34, 16],
  ]
  test('one who only knows that counts are not negative', async () => expect((await said(rows, 'ext'))['r1 k1']).toEqual([0, 26]))
  test('one who knows that noughts are shown', async () => expect((await said(rows, 'zero'))['r1 k1']).toEqual([1, 25]))
  test('one who knows which are small: 1 to 4, and the others at least 5', async () => {
    expect((await said(rows, 'la'))['r1 k1']).toEqual([1, 4])
    // 6 - 2 = 4 would be small, which 24 and its like are known not to be.
    expect(
      (
        await said(
          [
            [2, 6],
            [34, 16],
          ],
          'la',
        )
      )['r1 k1'],
    ).toEqual([1, 3])
  })
})

describe('as many heads as hidden cells', () => {
  test.each([
    ['2 = 1 + 1', [[1, 1, 0, 0]]],
    ['3 = 1 + 1 + 1', [[1, 1, 1, 0]]],
  ])('%s gives all of them away to one who knows that none is nought', async (_, first) => {
    const known = await said([...first, [9, 10, 11, 12], [13, 14, 15, 16]], 'zero')
    expect(Object.values(known).length).toBeGreaterThan(1)
    for (const ends of Object.values(known)) expect(ends).toEqual([1, 1])
  })
  test.each(['gs', 'la'] as const)('so that more is hidden, the total among it (%s)', async (mode) => {
    const { pattern, cells, limits } = await protect(
      grid([
        [1, 1, 1, 0],
        [9, 10, 11, 12],
        [13, 14, 15, 16],
      ]),
      mode,
    )
    expect(limits).toEqual([])
    expect(pattern[cells.find([1, 0])!]).toBe(1)
  })
})
