import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellSchema, valueOf } from './cell.ts'
import type { Cell } from './cell.ts'
import type { CountTable } from './countTable.ts'
import { protect } from './protect.ts'

const names = (n: number) => Array.from({ length: n }, (_, at) => String(at))
const tableOf = (counts: number[][]): CountTable => ({
  rows: names(counts.length),
  columns: names(counts[0]!.length),
  counts,
})
const values = (cells: Cell[][]) => cells.map((line) => line.map((cell) => valueOf(cell) ?? '–'))

const larger = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 7 })).chain(([rows, columns]) =>
  fc.array(fc.array(fc.oneof(fc.integer({ min: 0, max: 8 }), fc.nat(40)), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  }),
)

describe('protection', () => {
  test('hides small counts and what would give them away', () => {
    const { cells, report } = protect(
      tableOf([
        [20, 3, 30],
        [10, 40, 12],
        [50, 6, 70],
      ]),
    )
    expect(values(cells.cells)[0]![1]).toBe('–')
    expect(report).toMatchObject({ threshold: 5, primary: 1, complementary: 3, isWithheld: false, verified: true })
  })
  test('shows everything when nothing is small', () => {
    const { cells, report } = protect(
      tableOf([
        [20, 0],
        [10, 5],
      ]),
    )
    expect(values(cells.cells)).toEqual([
      [20, 0],
      [10, 5],
    ])
    expect([cells.rowTotals, cells.columnTotals, [cells.grandTotal]].map((line) => line.map(valueOf))).toEqual([[20, 15], [30, 5], [35]])
    expect(report.primary + report.complementary).toBe(0)
  })
  test('hides a small margin', () =>
    expect(
      valueOf(
        protect(
          tableOf([
            [2, 1],
            [30, 40],
          ]),
        ).cells.rowTotals[0]!,
      ),
    ).toBeUndefined())
  test('hides a small grand total', () => expect(valueOf(protect(tableOf([[2, 1]])).cells.grandTotal)).toBeUndefined())
  test('hides two in a list of one column', () => {
    expect(values(protect(tableOf([[3], [20], [9]])).cells.cells)).toEqual([['–'], [20], ['–']])
  })
  test('withholds what nothing protects: with threshold 3, 2 = 1 + 1', () => {
    const { cells, report } = protect(tableOf([[1], [1]]), { threshold: 3 })
    expect([values(cells.cells), valueOf(cells.grandTotal), report.isWithheld]).toEqual([[['–'], ['–']], undefined, true])
  })
  test.each([2, 0, -5, 3.5, NaN])('refuses the threshold %s', (threshold) => {
    expect(() => protect(tableOf([[1]]), { threshold })).toThrow('not a whole number ≥ 3')
  })
  test.each([[[[1, -1]]], [[[1.5]]], [[[1, 2], [3]]], [[[]]]])('refuses what is not a table of counts: %j', (counts) => {
    expect(() => protect(tableOf(counts))).toThrow(RangeError)
  })
  test('hidden cells all look the same', () => {
    const { cells } = protect(
      tableOf([
        [20, 3, 30],
        [10, 40, 12],
        [50, 6, 70],
      ]),
    )
    const forms = new Set(
      cells.cells
        .flat()
        .filter((cell) => cell.kind !== 'shown')
        .map((cell) => JSON.stringify(cell)),
    )
    expect([...forms]).toEqual(['{"kind":"suppressed"}'])
  })
  test('a cell as JSON is a cell again', () => {
    const { cells } = protect(tableOf([[20, 3]]))
    for (const cell of cells.cells.flat()) expect(cellSchema.parse(JSON.parse(JSON.stringify(cell)))).toEqual(cell)
  })
})

describe('margins that are not sums', () => {
  const sources = (counts: number[][], persons: number[]): CountTable => ({
    ...tableOf(counts),
    totals: {
      rows: counts.map((line) => line[0]! + line[1]!),
      columns: persons,
      grand: persons[0]! + persons[1]!,
      additive: 'rows',
    },
  })
  test('protect along the rows', () => {
    const { cells, report } = protect(
      sources(
        [
          [30, 3],
          [20, 25],
          [15, 9],
        ],
        [50, 30],
      ),
    )
    expect(values(cells.cells)).toEqual([
      ['–', '–'],
      [20, 25],
      [15, 9],
    ])
    expect(report.isWithheld).toBe(false)
  })
  test('refuse totals that contradict the rows', () => {
    const table = sources(
      [
        [30, 3],
        [20, 25],
      ],
      [50, 30],
    )
    expect(() => protect({ ...table, totals: { ...table.totals!, rows: [34, 45] } })).toThrow('Row 0 sums to 33')
  })
  test('refuse a group larger than all', () => {
    expect(() =>
      protect(
        sources(
          [
            [30, 3],
            [20, 25],
          ],
          [50, 20],
        ),
      ),
    ).toThrow('25 in row 1, column 1 is more than its total 20')
  })
  test('do not give the largest small count away when everybody has one source only', () => {
    // Nobody has two sources here, so the hidden 4 is known to be at least 38 − 25 − 9 = 4 unless the column hides more.
    const { cells } = protect(
      sources(
        [
          [30, 4],
          [20, 25],
          [15, 9],
        ],
        [65, 38],
      ),
    )
    const column = [...cells.cells.map((line) => line[1]!), cells.columnTotals[1]!]
    expect(column.filter((cell) => cell.kind === 'suppressed').length).toBeGreaterThan(1)
  })
  test('pass their own audit', () => {
    fc.assert(
      fc.property(larger, fc.nat(30), fc.constantFrom('rows', 'columns', 'none'), (counts, extra, additive) => {
        // A person is in at least one group, so a margin lies between the largest group and the sum of all.
        const total = (line: number[], isSum: boolean) => {
          const sum = line.reduce((a, b) => a + b, 0)
          return isSum ? sum : Math.max(sum - extra, ...line)
        }
        const rows = counts.map((line) => total(line, additive === 'rows'))
        const columns = counts[0]!.map((_, at) =>
          total(
            counts.map((line) => line[at]!),
            additive === 'columns',
          ),
        )
        const along = additive === 'columns' ? rows : columns
        const grand = along.reduce((a, b) => a + b, 0)
        const { report } = protect({
          ...tableOf(counts),
          totals: { rows, columns, grand, additive: additive as 'rows' },
        })
        expect(report.verified).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
