import { describe, expect, test } from 'vitest'
import { valueOf } from './cell.ts'
import { determinedCounts } from './determined.ts'
import { LinkedTables } from './linkedTables.ts'
import type { CountNames } from './linkedTables.ts'
import { protect } from './protect.ts'

describe('what follows from sums', () => {
  const of = (sums: [string, string][], shown: string, hidden: string) =>
    determinedCounts(
      sums.map(([total, parts]) => ({ total, parts: [...parts] })),
      new Set(shown),
      new Set(hidden),
    ).sort()
  test('is the only hidden part', () => expect(of([['t', 'ab']], 'ta', 'b')).toEqual(['b']))
  test('is not one of two hidden parts', () => expect(of([['t', 'ab']], 't', 'ab')).toEqual([]))
  test('is what two sums give together', () => {
    expect(
      of(
        [
          ['t', 'ab'],
          ['u', 'abc'],
        ],
        'tu',
        'abc',
      ),
    ).toEqual(['c'])
  })
  test('is found through three unknown in three sums', () => {
    const sums: [string, string][] = [
      ['t', 'ab'],
      ['u', 'bc'],
      ['v', 'ac'],
    ]
    expect(of(sums, 'tuv', 'abc')).toEqual(['a', 'b', 'c'])
    expect(of(sums, 'tu', 'vabc')).toEqual([])
  })
  test('takes nothing from a sum with a count that stands nowhere', () => expect(of([['t', 'abx']], 'ta', 'b')).toEqual([]))
})

describe('tables of one answer', () => {
  const tableOf = (counts: number[][]) =>
    protect({ rows: ['w', 'm'], columns: counts[0]!.map((_, at) => String(at)), counts: counts }).cells
  const names = (columns: string[]): CountNames => ({
    nameOf: (row, column) => `${column === 'all' ? 'n' : columns[column as number]!} ${row}`,
  })
  const reasons = [
    [3, 8, 40],
    [20, 30, 50],
  ]
  test('stay as they are when they give nothing away together', () => {
    const linked = new LinkedTables({ threshold: 5 })
    const [one, other] = [
      tableOf(reasons),
      tableOf([
        [11, 40],
        [50, 50],
      ]),
    ]
    expect(linked.add(one, names(['work', 'support', 'plan']))).toBe(one)
    expect(linked.add(other, names(['young', 'old']))).toBe(other)
  })
  test('are withheld when they show a count that another hides to protect a small one', () => {
    const linked = new LinkedTables({ threshold: 5 })
    const first = linked.add(tableOf(reasons), names(['work', 'support', 'plan']))
    expect(first.cells[0]!.map(valueOf)).toEqual([undefined, undefined, 40])
    // 51 − 40 − 8 is 3: the count of "support" must not be shown here.
    const second = linked.add(
      tableOf([
        [8, 43],
        [30, 70],
      ]),
      names(['support', 'rest']),
    )
    expect(second.cells.flat().map(valueOf)).toEqual([undefined, undefined, undefined, undefined])
    expect([...second.rowTotals, second.grandTotal].map(valueOf)).toEqual([51, 100, 151])
  })
  test('are protected without hiding what another shows already', () => {
    const linked = new LinkedTables({ threshold: 5 })
    linked.add(
      tableOf([
        [8, 43],
        [30, 70],
      ]),
      names(['support', 'rest']),
    )
    const own = names(['work', 'support', 'plan'])
    const { cells } = protect(
      { rows: ['w', 'm'], columns: ['work', 'support', 'plan'], counts: reasons },
      { threshold: 5 },
      linked.standing(own),
    )
    const second = linked.add(cells, own)
    expect(second.cells.map((line) => line.map(valueOf))).toEqual([
      [undefined, 8, undefined],
      [undefined, 30, undefined],
    ])
  })
  test('are withheld when a sum between tables gives a count away', () => {
    const between = [0, 1, 'all'].map((row) => ({ total: `both ${row}`, parts: [`work ${row}`, `plan ${row}`] }))
    const linked = new LinkedTables({ threshold: 5 }, between)
    linked.add(tableOf(reasons), names(['work', 'support', 'plan']))
    const second = linked.add(
      tableOf([
        [43, 8],
        [70, 30],
      ]),
      names(['both', 'rest']),
    )
    expect(second.cells.flat().every((cell) => valueOf(cell) === undefined)).toBe(true)
  })
})
