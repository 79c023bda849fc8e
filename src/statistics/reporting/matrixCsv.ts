import { Rhythm } from '../../interventions/periods/rhythm.ts'
import type { FileAnswer } from '../../platform/serve.ts'
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
  const text = [...head, [], titles.map((title) => t(`reporting.column.${title}`)), ...lines].map((line) => line.map(quoted).join(';'))
  return {
    fileName: `samlad-rapporteringslage-${year}.csv`,
    mediaType: 'text/csv; charset=utf-8',
    // The byte order mark makes spreadsheet programs read å, ä and ö right.
    bytes: new TextEncoder().encode(`\uFEFF${text.join('\r\n')}\r\n`),
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

function quoted(value: string): string {
  return /[;"\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
}
