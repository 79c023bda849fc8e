import { addDays, type CivilDate } from '../values/civilDate.ts'
import { monthNumber } from '../values/month.ts'

/** What happens is registered late: what happened in the last days before the data date is not counted yet. */
export const lagDays = 60

/** The last calendar month that ended at least 60 days before the data date, as a month number. */
export function lastMonthCounted(dataDate: CivilDate): number {
  return monthNumber(addDays(dataDate, 1 - lagDays)) - 1
}
