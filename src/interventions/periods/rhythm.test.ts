import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { monthsIn } from '../../values/month.ts'
import { lockOf, periodsOf, Rhythm, type Plan } from './rhythm.ts'

const tertials: Plan = { rhythm: 'tertial', interimDays: 30, annualDays: 46 }

test('tertials end on 30 April, 31 August and 31 December, and are due some days later', () =>
  expect(periodsOf(2025, tertials).map(({ ends, due }) => [ends, due])).toEqual([
    ['2025-04-30', '2025-05-30'],
    ['2025-08-31', '2025-09-30'],
    ['2025-12-31', '2026-02-15'],
  ]))
test('half-years end on 30 June and 31 December', () =>
  expect(periodsOf(2024, { ...tertials, rhythm: 'halfYear' }).map(({ ends }) => ends)).toEqual(['2024-06-30', '2024-12-31']))
test('what is new in the periods is the year, each month once', () =>
  fc.assert(
    fc.property(fc.constantFrom(...Rhythm.codes.map(({ code }) => code)), fc.integer({ min: 2000, max: 2100 }), (rhythm, year) => {
      const periods = periodsOf(year, { ...tertials, rhythm })
      expect(periods.reduce((sum, { fresh }) => sum + monthsIn(fresh), 0)).toBe(12)
      expect(periods.every(({ period, fresh }) => period.from === `${year}-01` && period.to === fresh.to)).toBe(true)
    }),
  ))

describe('the figures of a year', () => {
  const periods = periodsOf(2025, tertials)
  const locked = (approved: number[], today: string) => lockOf(periods, new Set(approved), today)?.month
  test('are locked by the period that ended last', () => expect(locked([4], '2025-06-01')).toBe(4))
  test('are open on the last day of a period', () => expect(locked([4], '2025-04-30')).toBeUndefined())
  test('are open again when the next period has ended', () => expect(locked([4], '2025-09-01')).toBeUndefined())
  test('stay locked when the whole year is approved', () => expect(locked([12], '2031-01-01')).toBe(12))
  test('are open when only an earlier period is approved', () => expect(locked([4, 8], '2026-01-01')).toBeUndefined())
})
