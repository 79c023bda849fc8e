import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { feasibleIntervals } from './audit.ts'
import { valueOf } from './cell.ts'
import { gridOf } from './countTable.ts'
import type { CountTable } from './countTable.ts'
import { networkOf } from './network.ts'
import type { Status } from './network.ts'
import { protect } from './protect.ts'
import { shareOf } from './share.ts'

/** Outcomes by group: yes, and together "not": no and unknown. */
const outcomes = (counts: number[][]): CountTable => ({
  rows: counts.map((_, at) => String(at)),
  columns: ['yes', 'no', 'unknown'],
  counts,
  subtotal: [1, 2],
})

describe('a subtotal of columns', () => {
  test('gives shares a rest to be shown with', () => {
    const { cells } = protect(outcomes([[17, 25, 8]]))
    expect(shareOf(cells.cells[0]![0]!, cells.subtotals![0]!, cells.rowTotals[0]!, 5)).toEqual({ x: 17, n: 50 })
    expect(valueOf(cells.grandSubtotal!)).toBe(33)
  })
  test('is hidden when small, and what would give it away', () => {
    const { cells } = protect(
      outcomes([
        [40, 2, 1],
        [30, 20, 10],
        [50, 30, 9],
      ]),
    )
    expect(cells.subtotals![0]!.kind).toBe('suppressed')
    expect([cells.cells[0]![0]!, cells.rowTotals[0]!].some((cell) => cell.kind === 'suppressed')).toBe(true)
  })
  // The limit leaves room for everything that can be moved into one count, so that trying misses no least or greatest value.
  test.each([
    { rows: 1, highest: 2, limit: 8, runs: 60 },
    { rows: 2, highest: 1, limit: 5, runs: 12 },
  ])('has the intervals that trying every table of $rows rows gives', ({ rows, highest, limit, runs }) => {
    const row = fc.array(fc.integer({ min: 0, max: highest }), { minLength: 3, maxLength: 3 })
    const hidden = fc.array(fc.boolean(), { minLength: 15, maxLength: 15 })
    fc.assert(
      fc.property(fc.array(row, { minLength: rows, maxLength: rows }), hidden, (counts, hide) => {
        const grid = gridOf(outcomes(counts))
        const statuses = grid.values.map((_, k): Status => (hide[k] ? 'complementary' : 'published'))
        const found = grid.values.map(() => new Set<number>())
        for (const guess of everyTable(rows, limit)) {
          const { values } = gridOf(outcomes(guess))
          if (values.every((value, k) => hide[k] || value === grid.values[k])) values.forEach((value, k) => found[k]!.add(value))
        }
        for (const { cell, least, most } of feasibleIntervals(networkOf(grid), statuses, limit + 1, false)) {
          expect(Math.min(...found[cell]!)).toBe(least)
          if (most <= limit) expect(Math.max(...found[cell]!)).toBe(most)
          else expect(Math.max(...found[cell]!)).toBeGreaterThanOrEqual(limit)
        }
      }),
      { numRuns: runs },
    )
  })
  test('passes its audit', () => {
    const row = fc.array(fc.oneof(fc.integer({ min: 0, max: 8 }), fc.nat(40)), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 9 }), (counts) => {
        expect(protect(outcomes(counts)).report.verified).toBe(true)
      }),
    )
  })
  test.each([[[1]], [[0, 1, 2]], [[1, 1]], [[1, 7]]])('refuses %j', (subtotal) => {
    expect(() => protect({ ...outcomes([[9, 9, 9]]), subtotal })).toThrow('No subtotal')
  })
})

/** Every table of three columns with counts up to `limit`. */
function* everyTable(rows: number, limit: number): Generator<number[][]> {
  const total = (limit + 1) ** (rows * 3)
  for (let number = 0; number < total; number++) {
    let rest = number
    yield Array.from({ length: rows }, () =>
      Array.from({ length: 3 }, () => {
        const value = rest % (limit + 1)
        rest = Math.floor(rest / (limit + 1))
        return value
      }),
    )
  }
}
