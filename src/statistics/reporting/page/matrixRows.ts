import type { PeriodStatus, ReportingMatrix, ReportingState } from '../domain.ts'

export type MatrixRow = ReportingMatrix['rows'][number]

/** Which associations to show: by name, and by how a period stands. */
export interface MatrixFilter {
  name: string
  state: ReportingState | 'late' | ''
  /** Last month of the period that the state is of; any when 0. */
  month: number
}

/** The last months of all periods that somebody reports. */
export function monthsIn(rows: readonly MatrixRow[]): number[] {
  return [...new Set(rows.flatMap(({ periods }) => periods.map(({ month }) => month)))].sort((a, b) => a - b)
}

/** The rows that a filter leaves. */
export function filtered(rows: readonly MatrixRow[], { name, state, month }: MatrixFilter): MatrixRow[] {
  const wanted = name.trim().toLocaleLowerCase('sv')
  const fits = (one: PeriodStatus): boolean =>
    (month === 0 || one.month === month) && (state === '' || (state === 'late' ? isLate(one) : one.state === state))
  return rows.filter(({ association, periods }) => association.name.toLocaleLowerCase('sv').includes(wanted) && periods.some(fits))
}

/** Whether a period is past its day without an approval. */
export function isLate({ daysLate, approvedOn }: PeriodStatus): boolean {
  return daysLate > 0 && approvedOn === null
}

/** Of the associations that report a period, how many have approved it. */
export function approvedOf(rows: readonly MatrixRow[], month: number): { part: number; whole: number } {
  const all = rows.flatMap(({ periods }) => periods.filter((one) => one.month === month))
  return { part: all.filter(({ approvedOn }) => approvedOn !== null).length, whole: all.length }
}
