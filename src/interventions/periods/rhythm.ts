import { addDays, civilDate, type CivilDate } from '../../values/civilDate.ts'
import { codeList } from '../../values/codeList.ts'
import { monthOfNumber, monthNumber, type Period } from '../../values/month.ts'

/** How often an association reports within the year; the whole year is always reported. */
export const Rhythm = codeList('rhythm', [
  ['tertial', 'Tertial: till 30 april, 31 augusti och helåret', 'Tertials: to 30 April, 31 August and the whole year'],
  ['halfYear', 'Halvår: till 30 juni och helåret', 'Half-years: to 30 June and the whole year'],
])
export type Rhythm = (typeof Rhythm.codes)[number]['code']

/** When an association reports: its rhythm, and how many days after a period it is due. */
export interface Plan {
  rhythm: Rhythm
  interimDays: number
  annualDays: number
}

/** A period of a year that is reported: from January to a month. */
export interface ReportingPeriod {
  year: number
  /** The last month. */
  month: number
  /** January to the last month. */
  period: Period
  /** What is new since the period before of the same year. */
  fresh: Period
  /** Last day of the period. */
  ends: CivilDate
  /** Last day to report. */
  due: CivilDate
}

const monthsOf: Record<Rhythm, readonly number[]> = { tertial: [4, 8, 12], halfYear: [6, 12] }

/** The periods of a year by a plan, each longer than the one before; the last is the whole year. */
export function periodsOf(year: number, { rhythm, interimDays, annualDays }: Plan): ReportingPeriod[] {
  const months = monthsOf[rhythm]
  const written = (month: number): string => monthOfNumber(monthNumber(`${year}-01`) + month - 1)
  return months.map((month, at) => {
    const ends = lastDay(year, month)
    return {
      ...{ year, month, ends, due: addDays(ends, month === 12 ? annualDays : interimDays) },
      period: { from: written(1), to: written(month) },
      fresh: { from: written((months[at - 1] ?? 0) + 1), to: written(month) },
    }
  })
}

function lastDay(year: number, month: number): CivilDate {
  const next = month === 12 ? civilDate(year + 1, 1, 1) : civilDate(year, month + 1, 1)
  return addDays(next!, -1)
}

/**
 * The approved period that locks what an association enters for a year. Its figures are of a whole year and hold for whichever period ended
 * last: they are locked as long as that one is approved, and an interim approval lets go when the next period has ended.
 * @param approved last months of the periods of the year that are approved
 */
export function lockOf(periods: readonly ReportingPeriod[], approved: ReadonlySet<number>, today: CivilDate): ReportingPeriod | undefined {
  const ended = periods.filter(({ ends }) => ends < today).at(-1)
  return ended && approved.has(ended.month) ? ended : undefined
}
