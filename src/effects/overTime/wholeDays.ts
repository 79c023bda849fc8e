import { dayNumber } from '../../values/civilDate.ts'
import { monthOfNumber } from '../../values/month.ts'

/** How many months from the start are looked at. */
export const lastMonth = 24
const daysPerMonth = 365.25 / 12

/**
 * The last of the days after a start (the day of the start is 0) that lie within its first months, a month being a twelfth of 365.25 days: 182 within 6, 365 within 12, 730 within
 * 24. −1 within none, since somebody may end on the day of the start.
 */
export const lastDayWithin = (months: number): number => Math.ceil(months * daysPerMonth) - 1

/** How many of the calendar months after a month are counted, 24 at most. */
export function monthsSeen(entryMonth: number, until: number): number {
  return Math.min(lastMonth, Math.max(0, until - entryMonth))
}

/**
 * For how many days after their start everybody who began in a month is seen, up to the last day of the last month that is counted: as long as whoever began on its last day.
 * So the month of the start alone says who is followed how long, and the outcome cannot. Nought when nothing is seen.
 */
export function daysSeen(entryMonth: number, until: number): number {
  return Math.min(lastDayWithin(lastMonth), Math.max(0, lastDayOf(until) - lastDayOf(entryMonth)))
}

/** As a day number. */
const lastDayOf = (month: number): number => dayNumber(`${monthOfNumber(month + 1)}-01`) - 1
