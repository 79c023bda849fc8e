import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { valueOf } from './cell.ts'
import { protect } from './protect.ts'

const tableOf = (counts: number[][]) => ({
  rows: counts.map((_, at) => `r${at}`),
  columns: counts[0]!.map((_, at) => `c${at}`),
  counts,
})
const linesOf = (counts: number[][]) => {
  const { cells, rowTotals, columnTotals, grandTotal } = protect(tableOf(counts)).cells
  const down = counts[0]!.map((_, column) => ({ parts: cells.map((line) => line[column]!), total: columnTotals[column]! }))
  const along = cells.map((parts, row) => ({ parts, total: rowTotals[row]! }))
  return [...down, ...along, { parts: rowTotals, total: grandTotal }, { parts: columnTotals, total: grandTotal }]
}

describe('what is left of a total', () => {
  test('is not three others beside 5 of 8', () => {
    const { cells } = protect(tableOf([[5, 2, 1]])).cells
    expect(valueOf(cells[0]![0]!)).toBeUndefined()
  })
  test('is not three when several are taken away', () => {
    expect(protect(tableOf([[9, 6, 2, 1]])).cells.cells[0]!.map(valueOf)).toEqual([9, undefined, undefined, undefined])
  })
  test('may be five', () => {
    expect(protect(tableOf([[9, 6, 3, 2]])).cells.cells[0]!.map(valueOf)).toEqual([9, 6, undefined, undefined])
  })
  test('is not two of a group that a fact may be in beside others', () => {
    const totals = { rows: [11], columns: [9, 6], grand: 11, additive: 'columns' } as const
    const { cells } = protect({ rows: ['all'], columns: ['one', 'other'], counts: [[9, 6]], totals }).cells
    expect(cells[0]!.map(valueOf)).toEqual([undefined, 6])
  })
  test('is never few, whatever is counted', () => {
    const counts = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })).chain(([height, width]) => {
      const count = fc.oneof(fc.nat(8), fc.nat(40))
      const line = fc.array(count, { minLength: width, maxLength: width })
      return fc.array(line, { minLength: height, maxLength: height })
    })
    fc.assert(
      fc.property(counts, (table) => {
        for (const { parts, total } of linesOf(table)) {
          const whole = valueOf(total)
          if (whole === undefined) continue
          const left = parts.reduce((rest, part) => rest - (valueOf(part) ?? 0), whole)
          expect(left === 0 || left >= 5).toBe(true)
        }
      }),
      { numRuns: 100 },
    )
  })
  test('of persons, whose sums nearly hold, is not one sex', () => {
    // A person of 7 is counted once more, as one who changed: the attacker may know that nearly nobody does.
    const totals = { rows: [5, 2], columns: [7], grand: 7, additive: 'nearly' } as const
    const { cells, grandTotal } = protect({ rows: ['w', 'm'], columns: ['all'], counts: [[5], [2]], totals }).cells
    const shown = [...cells.flat(), grandTotal].filter((cell) => valueOf(cell) !== undefined)
    expect(shown.length).toBeLessThan(2)
  })
})
