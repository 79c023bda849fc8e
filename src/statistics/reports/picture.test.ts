import { expect, test } from 'vitest'
import { about, exact, hidden } from '../../../test/noise.ts'
import type { ReportPart } from './domain.ts'
import { cellValue, column, row } from './values.ts'
import { marksOf, pictureOf } from './picture.ts'

const part: ReportPart = {
  ...{ key: 'x', title: 'X', sentence: '', definition: '', rowTitle: '', isChange: false },
  columns: [column('woman', 'Kvinnor', 'count'), column('man', 'Män', 'count'), column('all', 'Alla', 'count')],
  rows: [
    row('Ett', [about(10), exact(5), about(40)].map(cellValue)),
    row('Dolt', [hidden, about(0), hidden].map(cellValue)),
    row('Noll', [about(0), about(0), about(0)].map(cellValue)),
    row('Alla', [about(90), about(90), about(90)].map(cellValue), true),
  ],
  picture: { as: 'bars', columns: ['woman', 'man'] },
}
const groups = pictureOf(part, (value) => (value.kind === 'cell' ? value.cell.kind : ''))

test('bars are on one scale, of what is shown in the columns drawn, without totals and rows that are nought', () => {
  expect(groups.map(({ label }) => label)).toEqual(['Ett', 'Dolt'])
  expect(groups[0]!.lines.map(({ label, mark }) => [label, mark])).toEqual([
    ['Kvinnor', { kind: 'bar', to: 1 }],
    ['Män', { kind: 'bar', to: 0.5 }],
  ])
})
test('a hidden number has no length, whatever it is', () =>
  expect(groups[1]!.lines.map(({ mark, text }) => [mark, text])).toEqual([
    [{ kind: 'hidden' }, 'suppressed'],
    [{ kind: 'bar', to: 0 }, 'approximate'],
  ]))
test('beside the table each row has its marks, and a total of bars none', () =>
  expect(marksOf(part).map((marks) => marks.length)).toEqual([2, 2, 2, 0]))
test('a part without a picture has none', () => expect(pictureOf({ ...part, picture: null }, () => '')).toEqual([]))
