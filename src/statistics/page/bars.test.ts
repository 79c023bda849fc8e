import { expect, test } from 'vitest'
import { about } from '../../../test/noise.ts'
import type { FigureTable } from '../domain.ts'
import { lengthIn } from './bars.ts'

function tableOf(counts: number[]): FigureTable {
  const rows = counts.map((_, at) => ({ code: String(at), label: String(at) }))
  const total = counts.reduce((sum, n) => sum + n, 0)
  return { rows, rowTotals: counts.map(about), total: about(total) } as unknown as FigureTable
}

test('67 % and 52 % beside each other are not drawn equally long', () => {
  const [before, after] = [tableOf([67, 33]), tableOf([52, 48])]
  const length = lengthIn([before, after])
  expect([length(before, 67), length(after, 52)]).toEqual([1, 52 / 67])
})
test('a small place beside a large one is drawn by its shares', () => {
  const [country, place] = [tableOf([600, 400]), tableOf([12, 8])]
  expect(lengthIn([country, place])(place, 12)).toBe(1)
})
test('one table alone has its largest row as long as can be', () => {
  const table = tableOf([5, 20])
  expect([lengthIn([table])(table, 20), lengthIn([table])(table, 5)]).toEqual([1, 0.25])
})
