import { describe, expect, test } from 'vitest'
import { about, hidden } from '../../../test/noise.ts'
import { valueOf } from '../../disclosure/cell.ts'
import { barsOf } from './bars.ts'
import type { FigureTable } from '../domain.ts'
import { flowPicture } from './flow.ts'

const sum = (counts: (number | undefined)[]): number => counts.reduce<number>((all, n) => all + (n ?? 3), 0)

/** A table of counts; `undefined` is hidden, and three in the totals. */
function tableOf(counts: (number | undefined)[][]): FigureTable {
  const headings = (letter: string, n: number) => Array.from({ length: n }, (_, at) => ({ code: letter + at, label: letter + at }))
  const [rows, columns] = [headings('r', counts.length), headings('c', counts[0]!.length)]
  const cells = counts.map((line) => line.map((n) => (n === undefined ? hidden : about(n))))
  const words = { key: 'k', title: '', definition: '', rowTitle: '', columnTitle: '', sentence: '' }
  const columnTotals = columns.map((_, at) => about(sum(counts.map((line) => line[at]))))
  const rowTotals = counts.map((line) => (line.every((n) => n === undefined) ? hidden : about(sum(line))))
  return { ...words, rows, columns, cells, rowTotals, columnTotals, total: about(sum(counts.flat())), isMulti: false, isChange: true }
}

describe('a picture of streams', () => {
  test('draws no hidden box for what noise makes of a total', () => {
    const table = tableOf([[20, 40]])
    const { links } = flowPicture({ ...table, rowTotals: [about(66)] }, 600, 300, 'dolda')
    expect(links.map(({ to }) => to)).toEqual(['c0', 'c1'])
  })
  test('has a stream for each shown count, as wide as it is large', () => {
    const { links } = flowPicture(
      tableOf([
        [20, 40],
        [10, 0],
      ]),
      600,
      300,
      'dolda',
    )
    expect(links.map(({ from, to, cell }) => [from, to, cell && valueOf(cell)])).toEqual([
      ['r0', 'c0', 20],
      ['r0', 'c1', 40],
      ['r1', 'c0', 10],
    ])
    expect(links[1]!.width / links[0]!.width).toBeCloseTo(2)
  })
  test('gathers what is hidden of a row in a box of its own, never as single streams', () => {
    const { links, nodes } = flowPicture(
      tableOf([
        [20, undefined, 30],
        [10, 40, 12],
        [50, undefined, 70],
      ]),
      600,
      300,
      'dolda',
    )
    const hidden = links.filter(({ to }) => to === 'dolda')
    expect(hidden.map(({ from, cell }) => [from, cell])).toEqual([
      ['r0', undefined],
      ['r2', undefined],
    ])
    expect(nodes.find(({ label }) => label === 'dolda')).toMatchObject({ isHidden: true, total: { kind: 'missing' } })
  })
  test('of nothing shown is empty', () =>
    expect(flowPicture(tableOf([[undefined, undefined]]), 600, 300, '')).toEqual({ nodes: [], links: [] }))
})

describe('bars', () => {
  test('leave out nought, and keep the hidden without a size', () => {
    const { bars } = barsOf(
      tableOf([
        [undefined, undefined],
        [0, 0],
        [undefined, undefined],
        [30, 40],
      ]),
      400,
      10,
    )
    expect(bars.map(({ code, n }) => [code, n])).toEqual([
      ['r0', undefined],
      ['r2', undefined],
      ['r3', 70],
    ])
  })
})
