import { valueOf } from '../../disclosure/cell.ts'
import type { Cell } from '../../disclosure/cell.ts'
import type { Writing } from '../figure.ts'
import { cellText, countText } from '../plainText.ts'
import { periodText } from '../words.ts'
import type { Report, ReportValue } from './domain.ts'

/** A value as it is written where people read it: hidden numbers keep their sign, approximate ones their ≈, money is in whole kronor. */
export function valueText(value: ReportValue, { locale, t }: Writing): string {
  switch (value.kind) {
    case 'cell':
      return shortCell(value.cell, { locale, t })
    case 'figure':
      return valueOf(value.figure.value) === undefined ? shortCell(value.figure.value, { locale, t }) : value.figure.text
    case 'money':
      return countText(Math.round(value.ore / 100), locale)
    case 'number':
      return countText(value.value, locale)
    case 'change':
    case 'text':
      return value.text
  }
}

function shortCell(cell: Cell, { locale, t }: Writing): string {
  if (cell.kind === 'suppressed') return t('statistics.hidden')
  return cell.kind === 'reserved' ? t('statistics.reserved') : cellText(cell, locale)
}

/** Papers of an association that are no statistics: nothing in them is noised, and what is said of statistics is not said of them. */
export const isPaper = ({ kind }: Pick<Report, 'kind'>): boolean => ['scenarios', 'agreement', 'evidence'].includes(kind)

/** What stands above a report in every file: that it is invented when it is, what it is, of when. */
export function headLines(report: Report, { locale, t }: Writing): string[] {
  const { demo, title, place, period, dataDate } = report
  const of = `${t('statistics.dataDate')}: ${dataDate ?? '–'}.`
  return [
    ...(demo ? [t('web.demo')] : []),
    `${title}: ${place.name}, ${periodText(period, { locale })}`,
    isPaper(report) ? (dataDate ?? '') : `${of} ${t('statistics.notOfficial')}`,
  ]
}

/** What must be known to read a report: how much it covers, what approximate and hidden numbers are. */
export function noteLines({ coverage, notes, noise, kind }: Report, { t }: Writing): string[] {
  return [
    ...coverage,
    ...notes,
    ...(kind === 'costs' || isPaper({ kind }) ? [] : [t('statistics.noiseVersion', { version: noise.version })]),
  ]
}

/** Definitions as footnotes: each text once, and the number that each part refers to; 0 of a part without one. */
export function footnotes({ parts }: Pick<Report, 'parts'>): { texts: string[]; numberOf: (part: Report['parts'][number]) => number } {
  const texts = [...new Set(parts.map(({ definition }) => definition).filter((text) => text !== ''))]
  return { texts, numberOf: ({ definition }) => texts.indexOf(definition) + 1 }
}
