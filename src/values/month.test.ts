// On the embedded database alone
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMonths, dayNumber } from './civilDate.ts'
import { monthNumber, monthOfNumber, monthSchema } from './month.ts'

const isMonth = (text: string): boolean => monthSchema.safeParse(text).success

describe('a month', () => {
  test('is of the years 1900 to 2199: what is before or after is a slip, and has no days to count', () => {
    expect(['1900-01', '1999-12', '2026-02', '2199-12'].map(isMonth)).toEqual([true, true, true, true])
    expect(['0000-01', '0999-12', '1899-12', '2200-01', '9999-12'].map(isMonth)).toEqual([false, false, false, false, false])
    expect(['2026-00', '2026-13', '2026-1', '2026', '2026-01-01', ' 2026-01', '19000-01'].some(isMonth)).toBe(false)
  })
  test('has a number that it comes back from, and days up to the next and decades beyond', () => {
    const months = fc.integer({ min: monthNumber('1900-01'), max: monthNumber('2199-12') }).map(monthOfNumber)
    fc.assert(
      fc.property(months, fc.integer({ min: -240, max: 240 }), (month, away) => {
        expect(isMonth(month)).toBe(true)
        expect(monthOfNumber(monthNumber(month))).toBe(month)
        expect(Number.isInteger(dayNumber(addMonths(`${month}-01`, away)))).toBe(true)
      }),
    )
  })
})
