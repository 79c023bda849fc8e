import { describe, expect, test } from 'vitest'
import { valueOf } from './cell.ts'
import { protect } from './protect.ts'
import { protectQuartiles } from './quartiles.ts'
import { withSharedTotals } from './sharedTotals.ts'

const tableOf = (counts: number[][]) =>
  protect({ rows: counts.map((_, at) => String(at)), columns: counts[0]!.map((_, at) => String(at)), counts }).cells

describe('a table beside another with the same totals', () => {
  const bySex = tableOf([[8], [40]])
  const known = { rowTotals: bySex.cells.map(([n]) => n!), grandTotal: bySex.grandTotal }
  test('stays when both show the same totals', () => {
    const table = tableOf([
      [0, 8],
      [15, 25],
    ])
    expect(withSharedTotals(table, known)).toBe(table)
  })
  test('is withheld when it hides a total that the other shows', () => {
    // Of 8 = 4 + 4 one who knows that both are below 5 knows both, so alone the table hides the 8 too.
    const table = tableOf([
      [4, 4],
      [20, 20],
    ])
    expect(table.rowTotals.map(valueOf)).toEqual([undefined, undefined])
    const agreed = withSharedTotals(table, known)
    expect(agreed.cells.flat().map(valueOf)).toEqual([undefined, undefined, undefined, undefined])
    expect([...agreed.rowTotals, agreed.grandTotal].map(valueOf)).toEqual([8, 40, 48])
    expect(agreed.columnTotals.map(valueOf)).toEqual([undefined, undefined])
  })
  test('is withheld when it shows a total that the other hides', () => {
    const hiding = tableOf([[3], [40]])
    const table = tableOf([
      [0, 3],
      [20, 20],
    ])
    const agreed = withSharedTotals(table, { rowTotals: hiding.cells.map(([n]) => n!), grandTotal: hiding.grandTotal })
    expect(agreed.rowTotals.map(valueOf)).toEqual([undefined, undefined])
  })
  test('must be about the same participations', () => {
    expect(() => withSharedTotals(tableOf([[10, 14]]), { grandTotal: tableOf([[10, 15]]).grandTotal })).toThrow('same total')
  })
})

describe('quartiles', () => {
  const n = (value: number) => tableOf([[value]]).cells[0]![0]!
  const of = (count: number) => ({ n: count, lower: 33, median: 178, upper: 402 })
  const shown = (count: number) => Object.values(protectQuartiles(of(count), n(count), { threshold: 5 }, 10)).map(valueOf)
  test('are shown rounded when each quarter holds the threshold', () => expect(shown(20)).toEqual([30, 180, 400]))
  test('are hidden of fewer', () => expect(shown(19)).toEqual([undefined, undefined, undefined]))
  test('are hidden with their number', () => {
    expect(valueOf(protectQuartiles(of(3), n(3), { threshold: 5 }, 10).median)).toBeUndefined()
  })
  test('of nobody are missing', () => expect(protectQuartiles(undefined, n(0), { threshold: 5 }, 10).median.kind).toBe('missing'))
  test('must be of the number stated', () => expect(() => protectQuartiles(of(30), n(31), { threshold: 5 }, 10)).toThrow('31'))
})
