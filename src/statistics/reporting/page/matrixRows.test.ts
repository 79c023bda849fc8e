import { describe, expect, test } from 'vitest'
import type { PeriodStatus } from '../domain.ts'
import { approvedOf, filtered, monthsIn, type MatrixRow } from './matrixRows.ts'

const period = (month: number, given: Partial<PeriodStatus>): PeriodStatus => ({
  ...{ year: 2025, month, ends: '', due: '', state: 'received', records: true, lastRegistered: null, approvedOn: null, reopened: false },
  ...{ headCounts: { part: 0, whole: 0 }, money: { part: 0, whole: 0 }, daysLate: 0, step: 0 },
  ...given,
})
const row = (name: string, periods: PeriodStatus[]): MatrixRow => ({
  ...{ association: { id: name, slug: name, name }, rhythm: 'tertial', periods },
})
const rows = [
  row('Östra', [period(4, { state: 'approved', approvedOn: '2025-06-09', daysLate: 10 }), period(12, {})]),
  row('Norr', [period(6, { state: 'nothing', daysLate: 3 }), period(12, { state: 'changed', approvedOn: '2026-02-01' })]),
]
const names = (given: Partial<Parameters<typeof filtered>[1]>) =>
  filtered(rows, { name: '', state: '', month: 0, ...given }).map(({ association }) => association.name)

test('the periods are those that somebody reports, in order', () => expect(monthsIn(rows)).toEqual([4, 6, 12]))
test('approved are counted of those who report the period', () => {
  expect(approvedOf(rows, 4)).toEqual({ part: 1, whole: 1 })
  expect(approvedOf(rows, 12)).toEqual({ part: 1, whole: 2 })
})
describe('the filter', () => {
  test('leaves all when it is empty', () => expect(names({})).toEqual(['Östra', 'Norr']))
  test('goes by name, whatever the case', () => expect(names({ name: ' öst' })).toEqual(['Östra']))
  test('goes by state in any period, or in one', () => {
    expect(names({ state: 'approved' })).toEqual(['Östra'])
    expect(names({ state: 'approved', month: 12 })).toEqual([])
  })
  test('takes for late what is not approved', () => expect(names({ state: 'late' })).toEqual(['Norr']))
})
