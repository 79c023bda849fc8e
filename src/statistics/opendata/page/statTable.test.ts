import { expect, test } from 'vitest'
import { apiQuery, layOut, tabText } from './statTable.ts'
import type { StatTable } from './statTable.ts'

const axis = (label: string, ...codes: string[]): StatTable['dimension'][string] => ({
  label,
  category: {
    index: Object.fromEntries(codes.map((code, at) => [code, at])),
    label: Object.fromEntries(codes.map((code) => [code, code.toUpperCase()])),
  },
  extension: { elimination: true },
})
const table: StatTable = {
  ...{ label: 'Prov', updated: '2026-01-01T00:00:00Z', note: ['En not'], id: ['a', 'b', 'c'], size: [2, 2, 3] },
  ...{
    role: { time: ['c'], metric: [] },
    dimension: { a: axis('A', 'a1', 'a2'), b: axis('B', 'b1', 'b2'), c: axis('C', 'c1', 'c2', 'c3') },
  },
  value: Array.from({ length: 12 }, (_, at) => (at === 5 ? null : at)),
  status: { 5: '..' },
}

test('rows and columns find their cells however the table is turned', () => {
  const { rows, columns, placeOf } = layOut(table, ['c', 'a'])
  expect(rows.map((values) => values.map(({ code }) => code))).toEqual([['b1'], ['b2']])
  expect(columns.map((values) => values.map(({ code }) => code).join(' '))).toEqual(['a1 c1', 'a1 c2', 'a1 c3', 'a2 c1', 'a2 c2', 'a2 c3'])
  expect([0, 1, 2, 3, 4, 5].map((column) => placeOf(1, column))).toEqual([3, 4, 5, 9, 10, 11])
})
test('without columns every line has one cell', () => expect(layOut(table, []).columns).toEqual([[]]))
test('the question to the interface names values, all of them as a star', () =>
  expect(apiQuery({ a: ['a1', 'a2'], b: [], c: ['c1', 'x,y'] }, { a: 2, b: 2, c: 3 }, { lang: 'sv' })).toBe(
    'valuecodes[a]=*&valuecodes[c]=c1,[x,y]&lang=sv',
  ))
test('the clipboard gets title, headings, cells with signs, and notes', () => {
  const grid = layOut(table, ['c'])
  const text = tabText(table, grid, (place) => String(table.value[place] ?? table.status![place]))
  expect(text.split('\n')).toEqual([
    ...['Prov', '', '\t\tC1\tC2\tC3', 'A1\tB1\t0\t1\t2', 'A1\tB2\t3\t4\t..', 'A2\tB1\t6\t7\t8', 'A2\tB2\t9\t10\t11', '', 'En not'],
  ])
})
