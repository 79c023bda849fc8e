import { z } from 'zod'

/**
 * Civil dates are strings `YYYY-MM-DD` without a time zone: the day something happened where it happened.
 * Arithmetic goes through UTC day numbers only, so the machine's own time zone never matters.
 */
export type CivilDate = string

const DAY_MS = 86_400_000
const pattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** The civil date of year, month (1–12) and day, or `undefined` when no such day exists (29 February 2023, month 13). */
export function civilDate(year: number, month: number, day: number): CivilDate | undefined {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) return undefined
  if (!Number.isInteger(month) || month < 1 || month > 12) return undefined
  if (!Number.isInteger(day) || day < 1 || day > daysIn(year, month)) return undefined
  return written(year, month, day)
}

/** How many days a month has. Calendars are worked out by numbers: a list of what remains to be done asks for tens of thousands of dates. */
function daysIn(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
}

const written = (year: number, month: number, day: number): CivilDate =>
  `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`

/** Reads strict ISO `YYYY-MM-DD`; `undefined` for anything else. */
export function parseCivilDate(text: string): CivilDate | undefined {
  const match = pattern.exec(text)
  return match ? civilDate(Number(match[1]), Number(match[2]), Number(match[3])) : undefined
}

/** Schema of a civil date. */
export const civilDateSchema = z.string().refine((text) => parseCivilDate(text) !== undefined, { message: 'notADate' })

/** Days since 1970-01-01. Throws on a malformed date. */
export function dayNumber(date: CivilDate): number {
  const match = pattern.exec(date)
  if (!match) throw new RangeError(`Not a civil date: ${date}`)
  return Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / DAY_MS
}

/** The date of a day number (inverse of `dayNumber`). */
export function dateOfDayNumber(day: number): CivilDate {
  const date = new Date(day * DAY_MS)
  return written(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from)
}

// Made once: to make one takes longer than all else that a small request does with dates.
const stockholm = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' })

/** The civil date in Sweden at an instant, or at the text of one: "today" for every deadline. */
export function stockholmDate(instant: Date | string): CivilDate {
  return stockholm.format(typeof instant === 'string' ? new Date(instant) : instant)
}

/** The date a number of months later (or earlier); the last of the month where the day does not exist (31 January + 1 → 28 February). */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const since = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months
  const [year, month] = [Math.floor(since / 12), (((since % 12) + 12) % 12) + 1]
  return written(year, month, Math.min(Number(date.slice(8, 10)), daysIn(year, month)))
}

/** The date a number of days later, or earlier. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return dateOfDayNumber(dayNumber(date) + days)
}
