import { addDays, civilDate, dayNumber, type CivilDate } from '../values/civilDate.ts'

/** Easter Sunday of a year in the Gregorian calendar (Meeus, Astronomical Algorithms, 1991, p. 67). */
export function easterOf(year: number): CivilDate {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const [d, e] = [Math.floor(b / 4), b % 4]
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  return civilDate(year, Math.floor(sum / 31), (sum % 31) + 1)!
}

/** The weekday: 0 is Sunday, as the epoch was a Thursday. */
const weekday = (date: CivilDate): number => (((dayNumber(date) + 4) % 7) + 7) % 7

/** The first of a weekday from a date on. */
const firstFrom = (date: CivilDate, day: number): CivilDate => addDays(date, (day - weekday(date) + 7) % 7)

/**
 * Public holidays of a year and the eves on which Swedish offices are closed as on them: lag (1989:253) om allmänna helgdagar, and 2 § lag (1930:173) om beräkning av
 * lagstadgad tid for Midsummer, Christmas and New Year's eve.
 */
export function holidaysOf(year: number): Set<CivilDate> {
  const easter = easterOf(year)
  const fixed = [[1, 1], [1, 6], [5, 1], [6, 6], [12, 24], [12, 25], [12, 26], [12, 31]] as const // prettier-ignore
  const midsummer = firstFrom(civilDate(year, 6, 20)!, 6)
  return new Set([
    ...fixed.map(([month, day]) => civilDate(year, month, day)!),
    ...[-2, 0, 1, 39, 49].map((days) => addDays(easter, days)),
    ...[midsummer, addDays(midsummer, -1), firstFrom(civilDate(year, 10, 31)!, 6)],
  ])
}

/** Whether offices are open. */
export function isWorkingDay(date: CivilDate): boolean {
  const day = weekday(date)
  return day !== 0 && day !== 6 && !holidaysOf(Number(date.slice(0, 4))).has(date)
}

/** The day itself when offices are open, else the nearest before it (`-1`) or after it (`1`). */
export function workingDayFrom(date: CivilDate, step: 1 | -1): CivilDate {
  let day = date
  while (!isWorkingDay(day)) day = addDays(day, step)
  return day
}

/** Whether it is the first day of its week on which offices are open. */
export function isFirstOfWeek(date: CivilDate): boolean {
  const sinceMonday = (weekday(date) + 6) % 7
  return isWorkingDay(date) && Array.from({ length: sinceMonday }, (_, at) => addDays(date, -at - 1)).every((day) => !isWorkingDay(day))
}
