import { columnOf } from '../../statistics/column.ts'
import type { SingleDimension } from '../../statistics/dimension.ts'
import type { Facts } from '../../statistics/facts.ts'
import { outcomeDimension } from '../../statistics/outcome.ts'
import { monthNumber, monthOfNumber, type Period } from '../../values/month.ts'
import { lastDayWithin } from '../overTime/wholeDays.ts'

/** Months after the start in which the outcome is to be reached: fixed before there are data. */
export const comparedMonths = 12

/** Not more than this is compared at once: interventions change, and the model of a longer time would keep everybody else waiting. */
const mostMonths = 36

/** Those of a period who have been followed for twelve months, at most its last three years, as a period of its own; `undefined` when none have. */
export function followedPeriod({ from, to }: Period, until: number | undefined): Period | undefined {
  if (until === undefined) return undefined
  const last = Math.min(monthNumber(to), until - comparedMonths)
  const first = Math.max(monthNumber(from), last - mostMonths + 1)
  return last < first ? undefined : { from: monthOfNumber(first), to: monthOfNumber(last) }
}

/** Whether a participation ended in work or studies within twelve months of its start. Who goes on, or ended otherwise, did not. */
export const withinYear: SingleDimension = {
  ...{ kind: 'single', name: 'withinYear', label: { sv: 'Arbete eller studier inom 12 månader', en: 'Work or studies within 12 months' } },
  codes: [
    { code: 'no', label: { sv: 'Nej', en: 'No' } },
    { code: 'yes', label: { sv: 'Ja', en: 'Yes' } },
  ],
  column: { name: 'withinYear', type: 'u8', derive: reached },
  lookup: Uint16Array.from({ length: 256 }, (_, value) => Math.min(value, 1)),
}

function reached(facts: Facts): Uint8Array {
  const { daysToExit } = facts.columns
  const toWork = columnOf(facts, outcomeDimension('toWorkOrStudy').column)
  const last = lastDayWithin(comparedMonths)
  const result = new Uint8Array(facts.size)
  for (let row = 0; row < facts.size; row++) {
    const day = daysToExit[row]!
    result[row] = day >= 0 && day <= last && toWork[row] === 1 ? 1 : 0
  }
  return result
}
