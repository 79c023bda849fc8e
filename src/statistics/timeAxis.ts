import { monthNumber, monthOfNumber, monthsIn } from '../values/month.ts'
import type { Period } from '../values/month.ts'
import type { SingleDimension } from './dimension.ts'
import { wholeDimension } from './madeDimension.ts'
import { periodText } from './words.ts'

/** What a table can have as rows beside dimensions: the period in parts, each counted as a period of its own. */
export const timeUnits = ['year', 'month'] as const
export type TimeUnit = (typeof timeUnits)[number]

/** Whether rows are parts of the period. */
export function isTimeUnit(rows: unknown): rows is TimeUnit {
  return timeUnits.some((unit) => unit === rows)
}

/** The calendar years or months of a period; the first and last year are as much of them as the period has. */
export function partsOf({ from, to }: Period, unit: TimeUnit): Period[] {
  const [first, last] = [monthNumber(from), monthNumber(to)]
  const parts: Period[] = []
  for (let at = first; at <= last;) {
    const end = unit === 'month' ? at : Math.min(last, at - (at % 12) + 11)
    parts.push({ from: monthOfNumber(at), to: monthOfNumber(end) })
    at = end + 1
  }
  return parts
}

const labels = { year: { sv: 'År', en: 'Year' }, month: { sv: 'Månad', en: 'Month' } }

/** The parts as headings: a whole year is `2024`, a month `2024-03`, and less than a year `2024-03..2024-12`. */
export function timeRows(parts: readonly Period[], unit: TimeUnit): SingleDimension {
  const codes = parts.map((part) => ({
    code: partCode(part, unit),
    label: { sv: periodText(part, { locale: 'sv' }), en: periodText(part, { locale: 'en' }) },
  }))
  return { ...wholeDimension, name: unit, label: labels[unit], codes }
}

function partCode(part: Period, unit: TimeUnit): string {
  if (unit === 'month') return part.from
  return monthsIn(part) === 12 ? part.from.slice(0, 4) : `${part.from}..${part.to}`
}
