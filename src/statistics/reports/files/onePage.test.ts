import { expect, test } from 'vitest'
import type { ReportPart } from '../domain.ts'
import { onePages } from './onePage.ts'

const part = (key: string, rows: number, withTotal: boolean): ReportPart => ({
  ...{ key, title: key, sentence: 'Så är det.', definition: '', rowTitle: '', picture: null, isChange: false },
  columns: [{ code: 'n', label: 'n', unit: 'number' }],
  rows: [
    ...Array.from({ length: rows }, (_, at) => ({ label: `${at}`, isTotal: false, values: [{ kind: 'number' as const, value: at }] })),
    ...(withTotal ? [{ label: 'Alla', isTotal: true, values: [{ kind: 'number' as const, value: 9 }] }] : []),
  ],
})
const parts = [part('short', 3, false), part('long', 72, true), part('middle', 12, false)]
const pages = [...onePages(parts, 25, 'Se listan.')]
const shown = pages.map(({ front, lists }) => [front.map(({ rows }) => rows.length), lists.map(({ key }) => key)])

test('a list longer than the page stands with its totals, then the next longest goes too', () =>
  expect(shown).toEqual([
    [[3, 1, 12], ['long']],
    [
      [3, 1, 0],
      ['long', 'middle'],
    ],
    [
      [0, 1, 0],
      ['short', 'long', 'middle'],
    ],
  ]))
test('its sentence says where the list is, and without totals it has no table', () => {
  const [, long, middle] = pages[1]!.front
  expect(long!.sentence).toBe('Så är det. Se listan.')
  expect([long!.columns.length, middle!.columns.length]).toEqual([1, 0])
})
test('what follows is whole, and nothing is lost', () => {
  for (const { front, lists } of pages) {
    expect(front.map(({ key }) => key)).toEqual(parts.map(({ key }) => key))
    for (const list of lists) expect(parts).toContain(list)
  }
})
test('short parts alone are one page from the beginning', () =>
  expect([...onePages([parts[0]!], 25, '')][0]).toEqual({ front: [parts[0]], lists: [] }))
test('a report that is one list begins with it', () => expect([...onePages([part('list', 164, false)], 25, '')]).toEqual([]))
