import { describe, expect, test } from 'vitest'
import { protect } from '../../disclosure/protect.ts'
import { barsOf } from './bars.ts'
import type { FigureTable } from '../domain.ts'
import { flowPicture } from './flow.ts'

function tableOf(counts: number[][]): FigureTable {
  const headings = (letter: string, n: number) => Array.from({ length: n }, (_, at) => ({ code: letter + at, label: letter + at }))
  const [rows, columns] = [headings('r', counts.length), headings('c', counts[0]!.length)]
  const { cells } = protect({ rows: rows.map(({ code }) => code), columns: columns.map(({ code }) => code), counts })
  const words = { key: 'k', title: '', definition: '', rowTitle: '', columnTitle: '', sentence: '' }
  const { cells: inner, rowTotals, columnTotals, grandTotal } = cells
  return { ...words, rows, columns, cells: inner, rowTotals, columnTotals, total: grandTotal, isMulti: false, isChange: true }
}

describe('a picture of streams', () => {
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
    expect(links.map(({ from, to, n }) => [from, to, n])).toEqual([
      ['r0', 'c0', 20],
      ['r0', 'c1', 40],
      ['r1', 'c0', 10],
    ])
    expect(links[1]!.width / links[0]!.width).toBeCloseTo(2)
  })
  test('gathers what is hidden of a row in a box of its own, never as single streams', () => {
    const { links, nodes } = flowPicture(
      tableOf([
        [20, 3, 30],
        [10, 40, 12],
        [50, 6, 70],
      ]),
      600,
      300,
      'dolda',
    )
    const hidden = links.filter(({ to }) => to === 'dolda')
    expect(hidden.length).toBe(2)
    expect(hidden.every(({ n }) => n >= 5)).toBe(true)
    expect(nodes.find(({ label }) => label === 'dolda')).toMatchObject({ isHidden: true, total: undefined })
  })
  test('of nothing shown is empty', () => expect(flowPicture(tableOf([[1, 2]]), 600, 300, '')).toEqual({ nodes: [], links: [] }))
})

describe('bars', () => {
  test('leave out nought, and keep the hidden without a size', () => {
    const { bars } = barsOf(
      tableOf([
        [20, 30],
        [0, 0],
        [1, 1],
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
