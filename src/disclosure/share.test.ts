import { describe, expect, test } from 'vitest'
import type { CountTable } from './countTable.ts'
import { protect } from './protect.ts'
import { shareOf } from './share.ts'

const names = (n: number) => Array.from({ length: n }, (_, at) => String(at))
const tableOf = (counts: number[][]): CountTable => ({
  rows: names(counts.length),
  columns: names(counts[0]!.length),
  counts,
})

describe('a share', () => {
  const { cells } = protect(
    tableOf([
      [17, 33],
      [2, 48],
    ]),
  )
  const [x, rest] = cells.cells[0]!
  test('is shown when x, n and the rest are', () => {
    const open = protect(tableOf([[17, 33]])).cells
    expect(shareOf(open.cells[0]![0]!, open.cells[0]![1]!, open.rowTotals[0]!, 5)).toEqual({ x: 17, n: 50 })
  })
  test('is not shown when one of them is hidden', () => {
    expect(shareOf(cells.cells[1]![0]!, cells.cells[1]![1]!, cells.rowTotals[1]!, 5)).toBeUndefined()
    expect(shareOf(x!, rest!, cells.rowTotals[0]!, 5)).toBeUndefined()
  })
  test('is not shown of nobody', () => {
    const none = protect(tableOf([[0, 0]])).cells
    expect(shareOf(none.cells[0]![0]!, none.cells[0]![1]!, none.rowTotals[0]!, 5)).toBeUndefined()
  })
  test('refuses cells of different tables', () => {
    const open = protect(
      tableOf([
        [17, 33],
        [20, 10],
      ]),
    ).cells
    expect(() => shareOf(open.cells[0]![0]!, open.cells[1]![0]!, open.rowTotals[0]!, 5)).toThrow(
      'not cells of one table',
    )
  })
})
