import { civilDate, parseCivilDate } from '../../values/civilDate.ts'
import type { CivilDate } from '../../values/civilDate.ts'
import type { Cell } from '../../spreadsheet/cell.ts'
import { dateOfSerial } from '../../spreadsheet/excelNumbers.ts'
import { withoutAccents } from './normalise.ts'
import type { Parsed } from './parsed.ts'
import { failed, read } from './parsed.ts'

const monthNames = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']
const englishMonths: Record<string, number> = { may: 5, oct: 10 }

/**
 * Reads a date as people write it: 2024-03-01, 20240301, 240301, 1/3 2024, 1/3-24, 1.3.2024, 1 mars 2024, a date cell, an Excel serial
 * number. Day comes before month. Two-digit years lie between 1940 and next year. A month or a year alone is an error with advice.
 */
export function parseDate(cell: Cell, today: CivilDate, date1904 = false): Parsed<CivilDate> {
  if (cell !== null && typeof cell === 'object') return read(cell.date)
  const text = tidy(String(cell ?? ''))
  const digits = /^\d+$/.test(text)
  if (digits && text.length === 5) return serial(Number(text), date1904)
  if (typeof cell === 'number' && !Number.isInteger(cell)) return serial(cell, date1904)
  return yearFirst(text, today) ?? dayFirst(text, today) ?? incomplete(text) ?? failed('notADate')
}

function tidy(text: string): string {
  return withoutAccents(text)
    .replace(/[‐-―−]/g, '-')
    .replace(/^(mandag|tisdag|onsdag|torsdag|fredag|lordag|sondag|man|tis|ons|tors|fre|lor|son)\.? ?(den )?/, '')
    .replace(/^(den|d\.?) (?=\d)/, '')
    .replace(/[ t]\d{1,2}[:.]\d{2}([:.]\d{2}(\.\d+)?)?z?$/, '')
    .trim()
}

function serial(number: number, date1904: boolean): Parsed<CivilDate> {
  const date = dateOfSerial(number, date1904)
  if (date === undefined || date < '1990-01-01' || date > '2100-01-01') return failed('notADate')
  return read(date, { key: 'serialAsDate', args: { date } })
}

function made(year: number, month: number, day: number): Parsed<CivilDate> {
  const date = civilDate(year, month, day)
  return date === undefined ? failed('impossibleDate') : read(date)
}

function yearFirst(text: string, today: CivilDate): Parsed<CivilDate> | undefined {
  const iso = parseCivilDate(text)
  if (iso) return read(iso)
  const long = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(text) ?? /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text)
  if (long) return made(Number(long[1]), Number(long[2]), Number(long[3]))
  const short = /^(\d{2})(\d{2})(\d{2})$/.exec(text)
  // 31-12-24 and 24-12-31 look alike; with hyphens and two digits throughout, Swedish habit is the year first.
  const hyphens = /^(\d{2})-(\d{2})-(\d{2})$/.exec(text)
  const match = short ?? hyphens
  return match ? made(fullYear(match[1]!, today), Number(match[2]), Number(match[3])) : undefined
}

function dayFirst(text: string, today: CivilDate): Parsed<CivilDate> | undefined {
  const named = /^(\d{1,2})(?::?e|\.)? ?-?([a-z]{3,9})\.?[ -]*(\d{4}|\d{2})$/.exec(text)
  if (named) {
    const month = monthOf(named[2]!)
    return month === undefined ? undefined : made(fullYear(named[3]!, today), month, Number(named[1]))
  }
  const match = /^(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/. -] ?'?(\d{4}|\d{2})$/.exec(text)
  if (!match) return undefined
  const [day, month, year] = [Number(match[1]), Number(match[2]), fullYear(match[3]!, today)]
  if (month > 12 && day <= 12) return failed('monthFirst', { suggestion: civilDate(year, day, month) ?? '' })
  return made(year, month, day)
}

function monthOf(name: string): number | undefined {
  const at = monthNames.indexOf(name.slice(0, 3))
  return at >= 0 ? at + 1 : englishMonths[name.slice(0, 3)]
}

function incomplete(text: string): Parsed<CivilDate> | undefined {
  const month = /^(\d{4})[-/.]?(\d{2})$/.exec(text)
  if (month && Number(month[2]) >= 1 && Number(month[2]) <= 12) return failed('monthOnly')
  if (/^[a-z]{3,9}\.?[ -]+'?(\d{4}|\d{2})$/.test(text) && monthOf(text) !== undefined) return failed('monthOnly')
  if (/^\d{1,2}[/-]\d{1,2}$/.test(text)) return failed('notADate')
  return /^(19|20)\d{2}$/.test(text) ? failed('yearOnly') : undefined
}

/** Two digits are read as 1940–next year; four as they stand. */
export function fullYear(digits: string, today: CivilDate): number {
  const number = Number(digits)
  if (digits.length === 4) return number
  const century = Math.floor(Number(today.slice(0, 4)) / 100) * 100
  return century + number <= Number(today.slice(0, 4)) + 1 ? century + number : century - 100 + number
}
