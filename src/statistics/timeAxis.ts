import { monthNumber, monthOfNumber } from '../values/month.ts'
import type { Period } from '../values/month.ts'

/** What a table can have as rows beside dimensions: the period in parts, each counted as a period of its own. */
export const timeUnits = ['year', 'month'] as const
export type TimeUnit = (typeof timeUnits)[number]

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
