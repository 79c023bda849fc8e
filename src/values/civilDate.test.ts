import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, civilDate, dateOfDayNumber, dayNumber, parseCivilDate } from './civilDate.ts'

const years = fc.integer({ min: 1000, max: 9999 })
const days = fc.integer({ min: dayNumber('1583-01-01'), max: dayNumber('9000-12-31') })
/** The calendar of the machine, as a judge. */
const isoOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)

test('a day exists exactly when the calendar has it', () => {
  fc.assert(
    fc.property(years, fc.integer({ min: -1, max: 14 }), fc.integer({ min: -1, max: 33 }), (year, month, day) => {
      const date = new Date(Date.UTC(year, month - 1, day))
      const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
      expect(civilDate(year, month, day)).toBe(exists ? date.toISOString().slice(0, 10) : undefined)
    }),
  )
})
test('days are numbered without a gap, there and back', () => {
  fc.assert(
    fc.property(days, (day) => {
      expect(dateOfDayNumber(day)).toBe(isoOf(day))
      expect(dayNumber(isoOf(day))).toBe(day)
      expect(addDays(isoOf(day), 1)).toBe(isoOf(day + 1))
    }),
  )
})
test('months later is the same day, or the last of the month', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -600, max: 600 }), (day, months) => {
      const [from, to] = [isoOf(day), addMonths(isoOf(day), months)]
      const begin = new Date(`${from.slice(0, 7)}-01T00:00:00Z`)
      begin.setUTCMonth(begin.getUTCMonth() + months)
      expect(to.slice(0, 7)).toBe(begin.toISOString().slice(0, 7))
      const next = addDays(to, 1)
      expect(to.slice(8) === from.slice(8) || (to.slice(8) < from.slice(8) && next.endsWith('-01'))).toBe(true)
    }),
  )
})
test.each(['2023-02-29', '2023-13-01', '2023-1-1', '20230101', '', '2023-00-10', '2100-02-29'])('%j is no date', (text) =>
  expect(parseCivilDate(text)).toBe(undefined),
)
test('a number that is none is no day', () => {
  expect([civilDate(2024, 1.5, 1), civilDate(2024, 1, Number.NaN), civilDate(999, 1, 1)]).toEqual([undefined, undefined, undefined])
})
