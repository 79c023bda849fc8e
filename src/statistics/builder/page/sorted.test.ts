import { describe, expect, test } from 'vitest'
import { about, hidden, silence } from '../../../../test/noise.ts'
import type { Figure, Tabulated } from '../../domain.ts'
import { shareFigure } from '../../figure.ts'
import { statisticsMessages } from '../../messages.ts'
import { builderMessages } from '../messages.ts'
import { translator } from '../../../values/catalogue.ts'
import { rowOrder, sortKey } from './sorted.ts'
import { tableText } from './tableText.ts'

const texts = { ...statisticsMessages, ...builderMessages }
const writing = { locale: 'sv', t: translator(texts, 'sv') } as const
const figure = (n: number | undefined): Figure => ({
  ...{ value: n === undefined ? hidden : about(n), text: String(n) },
  ...{ n: null, unknown: null, known: null, apart: null, lower: null, upper: null, share: null },
})
function tableOf(label: string, counts: (number | undefined)[][]): Tabulated {
  const codes = (names: string[]) => names.map((name) => ({ code: name, label: name }))
  const totals = counts.map((line) => figure(line.reduce<number>((sum, n) => sum + (n ?? 0), 0)))
  return {
    ...{ measure: { label, definition: `Vad ${label} är.`, unit: 'participations' } },
    ...{ rows: { name: 'r', label: 'Rad', codes: codes(['b', 'a', 'c']) }, columns: { name: 'k', label: 'Kön', codes: codes(['x', 'y']) } },
    ...{ figures: counts.map((line) => line.map(figure)), rowTotals: totals, columnTotals: [figure(9), figure(9)], total: figure(18) },
    ...{ breaks: [{ at: '2020-01', reason: 'annat' }], notes: ['En not.'], coverage: { sentences: ['Täckning.'] } },
  } as unknown as Tabulated
}
const tables = [
  tableOf('Avslut', [
    [10, 1],
    [20, undefined],
    [30, 5],
  ]),
  tableOf('Deltaganden', [
    [7, 8],
    [undefined, 9],
    [5, 6],
  ]),
]

describe('rows of several measures', () => {
  test('are in their own order, or by name', () => {
    expect(rowOrder(tables, '')).toEqual([0, 1, 2])
    expect(rowOrder(tables, 'label')).toEqual([1, 0, 2])
  })
  test('are sorted by a column of any measure, hidden last', () => {
    expect(rowOrder(tables, sortKey(0, 0))).toEqual([2, 1, 0])
    expect(rowOrder(tables, sortKey(0, 1))).toEqual([2, 0, 1])
    expect(rowOrder(tables, sortKey(1, 0))).toEqual([0, 2, 1])
    expect(rowOrder(tables, sortKey(1, 'total'))).toEqual([0, 2, 1])
  })
  test('of an order that names no column there is are as they are', () => expect(rowOrder(tables, '3.7')).toEqual([0, 1, 2]))
})

test('as text each measure has its columns, and its definition below', () => {
  const text = tableText(tables, [0, 1, 2], 'Rubrik', '\t', writing)
  const lines = text.split('\n').map((line) => line.split('\t'))
  expect(lines[2]).toEqual(['Rad', 'Avslut, x', 'Avslut, y', 'Avslut, Alla', 'Deltaganden, x', 'Deltaganden, y', 'Deltaganden, Alla'])
  expect(lines[4]).toEqual(['a', '≈20', '..', '≈20', '..', '≈9', '≈9'])
  expect(text).toContain('Avslut: Vad Avslut är.')
  expect(text).toContain('Deltaganden: Vad Deltaganden är.')
  expect(text).toContain('Brott i serien vid 2020-01: annat.')
  expect(text.match(/En not\./g)).toHaveLength(1)
})

describe('a column of shares, with groups of whom there are too few for one', () => {
  const share = (x: number | undefined, n: number): Figure => {
    const [unknown, known] = [about(0), about(n)]
    return shareFigure({ x: x === undefined ? hidden : about(x), n: about(n), unknown, known, apart: undefined }, silence, writing)
  }
  const figures = [share(7, 12), share(45, 100), share(undefined, 50), share(90, 100), share(19, 19)]
  const codes = ['få', 'hälften', 'dolt', 'många', 'nästan'].map((name) => ({ code: name, label: name }))
  const shares = {
    ...{
      measure: { label: 'Till arbete', definition: 'Andelen.', unit: 'share' },
      rows: { name: 'r', label: 'Rad', codes },
      columns: null,
    },
    ...{ figures: figures.map((one) => [one]), rowTotals: [], columnTotals: [share(200, 300)], total: share(200, 300) },
    ...{ breaks: [], countedUntil: null, notes: [], coverage: { sentences: [] } },
  } as unknown as Tabulated

  test('is sorted by the shares that are shown; counts are no weight beside them', () =>
    expect(rowOrder([shares], sortKey(0, 0))).toEqual([3, 1, 0, 2, 4]))
  test.each(['\t', ';'] as const)('says as text of how many a count is, where there is no share (%j)', (separator) => {
    const text = tableText([shares], [0, 1, 2], 'Rubrik', separator, writing)
    const lines = text.split(/\r?\n/)
    expect(lines[3]).toContain(`≈7 av ≈12 (för få för en andel)`)
    expect(lines[4]).toMatch(/≈45 %/)
    expect(lines[5]).toMatch(/\.\./)
  })
})
