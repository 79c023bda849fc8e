import { Rhythm } from '../../interventions/periods/rhythm.ts'
import type { FileAnswer } from '../../platform/serve.ts'
import { BYTE_ORDER_MARK, csvLine, harmless } from '../../values/csv.ts'
import type { Writing } from '../figure.ts'
import type { Entered, PeriodStatus, ReportingMatrix } from './domain.ts'

/** The matrix as CSV: what it is and how it may be read before the lines, a line per association and period. */
export function matrixCsv({ year, today, demo, rows }: ReportingMatrix, { t, locale }: Writing): FileAnswer {
  const head = [
    ...(demo ? [t('web.demo')] : []),
    `${t('reporting.title')} ${year}`,
    t('reporting.asOf', { today }),
    t('reporting.seenNote'),
    t('reporting.changedNote'),
  ].map((text) => [text])
  const titles = [
    'association',
    'rhythm',
    'until',
    'due',
    'state',
    'records',
    'headCounts',
    'money',
    'lastRegistered',
    'approvedOn',
    'daysLate',
  ]
  const lines = rows.flatMap(({ association, rhythm, periods }) =>
    periods.map((period) => [association.name, Rhythm.label(rhythm, locale), ...lineOf(period, t)]),
  )
  const text = [...head, [], titles.map((title) => t(`reporting.column.${title}`)), ...lines].map((line) => csvLine(line.map(harmless)))
  return {
    fileName: `samlad-rapporteringslage-${year}.csv`,
    mediaType: 'text/csv; charset=utf-8',
    bytes: new TextEncoder().encode(BYTE_ORDER_MARK + text.join('')),
  }
}

function lineOf(period: PeriodStatus, t: Writing['t']): string[] {
  const entered = ({ part, whole }: Entered): string => (whole === 0 ? t('reporting.notNeeded') : t('reporting.ofAll', { part, whole }))
  return [
    ...[period.ends, period.due, t(`reporting.state.${period.state}`)],
    t(period.records ? 'reporting.yes' : 'reporting.no'),
    ...[entered(period.headCounts), entered(period.money)],
    ...[period.lastRegistered ?? '', period.approvedOn ?? '', String(period.daysLate)],
  ]
}
