import { dateOfDayNumber } from '../values/civilDate.ts'
import type { CivilDate } from '../values/civilDate.ts'

/** What a number format makes of a number. */
export type NumberKind = 'date' | 'percent' | 'plain'

// Built-in formats without a written code (ECMA-376 part 1, 18.8.30); 27–36 and 50–58 are East Asian dates.
const builtInDates = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])

/** What a format means. `code` is the written format, absent for the built-in ones. */
export function numberKind(id: number, code: string | undefined): NumberKind {
  if (code === undefined) {
    if (id === 9 || id === 10) return 'percent'
    return builtInDates.has(id) ? 'date' : 'plain'
  }
  // Texts in quotes, escaped characters, colours, locales and conditions say nothing about the kind of value.
  const unquoted = code.replace(/"[^"]*"|\\.|_.|\*./g, '').toLowerCase()
  // Time that has passed, beyond a day too: with its brackets gone `[h]:mm` would be a month.
  if (/\[(h+|m+|s+)\]/.test(unquoted)) return 'plain'
  const bare = unquoted.replace(/\[[^\]]*\]/g, '')
  if (bare.includes('general') || bare.includes('standard')) return 'plain'
  const first = bare.split(';')[0]!
  if (/[yd]/.test(first) || (first.includes('m') && !/[hs]/.test(first))) return 'date'
  return first.includes('%') ? 'percent' : 'plain'
}

const DAY_1900 = -25_568
const DAY_1904 = -24_107

/**
 * The civil date of an Excel serial number; the time of day is dropped. `undefined` outside 1900–9999.
 * The 1900 system counts a 29 February 1900 that never was, so serials before 61 are one day off and 60 is no day.
 */
export function dateOfSerial(serial: number, date1904: boolean): CivilDate | undefined {
  const day = Math.floor(serial + 1e-7)
  if (date1904) return day < 0 || day > 2_957_003 ? undefined : dateOfDayNumber(day + DAY_1904)
  if (day < 1 || day > 2_958_465 || day === 60) return undefined
  return dateOfDayNumber(day + DAY_1900 - (day > 60 ? 1 : 0))
}

/** A share as the text `50%`, without the rounding noise of binary fractions. */
export function percentText(share: number): string {
  return `${Number((share * 100).toFixed(6))}%`
}
