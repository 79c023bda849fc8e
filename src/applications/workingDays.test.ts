// On the embedded database alone: no database is asked.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dateOfDayNumber, dayNumber } from '../values/civilDate.ts'
import { easterOf, holidaysOf, isWorkingDay, workingDayFrom } from './workingDays.ts'

describe('working days', () => {
  // As printed in almanacs.
  test.each([
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2011, '2011-04-24'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2038, '2038-04-25'],
  ])('Easter of %i is %s', (year, day) => expect(easterOf(year)).toBe(day))
  test('the holidays of 2026 are those of the almanac', () => {
    expect([...holidaysOf(2026)].sort()).toEqual([
      '2026-01-01',
      '2026-01-06',
      '2026-04-03',
      '2026-04-05',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-05-24',
      '2026-06-06',
      '2026-06-19',
      '2026-06-20',
      '2026-10-31',
      '2026-12-24',
      '2026-12-25',
      '2026-12-26',
      '2026-12-31',
    ])
  })
  test('Easter is a Sunday from 22 March to 25 April, and Midsummer’s day a Saturday from 20 to 26 June', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2200 }), (year) => {
        const easter = easterOf(year)
        expect((((dayNumber(easter) + 4) % 7) + 7) % 7).toBe(0)
        expect(easter >= `${year}-03-22` && easter <= `${year}-04-25`).toBe(true)
        expect([...holidaysOf(year)].filter((day) => day >= `${year}-06-19` && day <= `${year}-06-26`)).toHaveLength(2)
      }),
    ))
  test('the nearest one is never more than five days off, and itself when it is one', () =>
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 40_000 }), fc.constantFrom(1 as const, -1 as const), (number, step) => {
        const day = dateOfDayNumber(number)
        const found = workingDayFrom(day, step)
        expect(isWorkingDay(found)).toBe(true)
        expect(step * (dayNumber(found) - number)).toBeGreaterThanOrEqual(0)
        expect(step * (dayNumber(found) - number)).toBeLessThanOrEqual(5)
        if (isWorkingDay(day)) expect(found).toBe(day)
        for (let between = day; between !== found; between = addDays(between, step)) expect(isWorkingDay(between)).toBe(false)
      }),
    ))
})
