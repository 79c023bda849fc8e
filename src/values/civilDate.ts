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
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
  return date.toISOString().slice(0, 10)
}

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
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** The civil date in Sweden at an instant: "today" for every deadline. */
export function stockholmDate(instant: Date): CivilDate {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' }).format(instant)
}

/** The date a number of months later (or earlier); the last of the month where the day does not exist (31 January + 1 → 28 February). */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return civilDate(first.getUTCFullYear(), first.getUTCMonth() + 1, Math.min(day, last))!
}

/** The date a number of days later, or earlier. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return dateOfDayNumber(dayNumber(date) + days)
}
