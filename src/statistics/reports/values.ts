import { isShown, valueOf } from '../../disclosure/cell.ts'
import type { Cell } from '../../disclosure/cell.ts'
import type { Figure } from '../domain.ts'
import { countText } from '../plainText.ts'
import type { Writing } from '../figure.ts'
import type { ReportColumn, ReportRow, ReportValue } from './domain.ts'

/** A count as a value of a report. */
export const cellValue = (cell: Cell): ReportValue => ({ kind: 'cell', cell })

/** A share or a length as a value of a report. */
export const figureValue = (figure: Figure): ReportValue => ({ kind: 'figure', figure })

/** Words as a value of a report. */
export const textValue = (text: string): ReportValue => ({ kind: 'text', text })

/** Money as a value of a report, or that it is not given. */
export const moneyValue = (ore: number | null, { t }: Pick<Writing, 't'>): ReportValue =>
  ore === null ? textValue(t('reports.notGiven')) : { kind: 'money', ore }

/** A number that is not about persons, or that it is not given. */
export const numberValue = (value: number | null, { t }: Pick<Writing, 't'>): ReportValue =>
  value === null ? textValue(t('reports.notGiven')) : { kind: 'number', value }

/** What is shown after less what is shown before, with ≈ unless both are exact; nothing where one of them has no number. */
export function changeValue(before: Cell, after: Cell, { locale }: Writing): ReportValue {
  const [from, to] = [valueOf(before), valueOf(after)]
  if (from === undefined || to === undefined) return { kind: 'change', value: null, text: '–' }
  const value = to - from
  const sign = ['−', '', '+'][Math.sign(value) + 1]!
  const about = isShown(before) && isShown(after) ? '' : '≈'
  return { kind: 'change', value, text: `${about}${sign}${countText(Math.abs(value), locale)}` }
}

/** A row of a report. */
export function row(label: string, values: readonly ReportValue[], isTotal = false): ReportRow {
  return { label, isTotal, values: [...values] }
}

/** A column of a report. */
export function column(code: string, label: string, unit: ReportColumn['unit']): ReportColumn {
  return { code, label, unit }
}
