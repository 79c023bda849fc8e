import { z } from 'zod'
import type { CivilDate } from './civilDate.ts'

/** A calendar month written `YYYY-MM`. */
export type Month = string

/** A month that somebody gives, of the years 1900 to 2199: nobody means another, and after 9999-12 there is no date to count days to. */
export const monthSchema = z.string().regex(/^(19|2[01])\d\d-(0[1-9]|1[0-2])$/, { message: 'notAMonth' })

/** Months since January of year 0; the small integer facts are counted by. */
export function monthNumber(monthOrDate: Month | CivilDate): number {
  const year = Number(monthOrDate.slice(0, 4))
  const month = Number(monthOrDate.slice(5, 7))
  if (!Number.isInteger(year) || !(month >= 1 && month <= 12)) throw new RangeError(`Not a month: ${monthOrDate}`)
  return year * 12 + month - 1
}

/** The number of the last month that has ended on a day. */
export function lastEndedMonth(today: CivilDate): number {
  return monthNumber(today) - 1
}

/** The month of a month number (inverse of `monthNumber`). */
export function monthOfNumber(number: number): Month {
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`
}

/** A period of whole calendar months, both ends included. */
export const Period = z
  .object({ from: monthSchema, to: monthSchema })
  .refine((period) => period.from <= period.to, { message: 'periodBackwards' })
export type Period = z.infer<typeof Period>

/** The twelve months of a calendar year. */
export function yearPeriod(year: number): Period {
  return { from: `${year}-01`, to: `${year}-12` }
}

/** Number of calendar months in a period, at least 1. */
export function monthsIn(period: Period): number {
  return monthNumber(period.to) - monthNumber(period.from) + 1
}
