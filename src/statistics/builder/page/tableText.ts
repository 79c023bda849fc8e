import { valueOf } from '../../../disclosure/cell.ts'
import { csvLine, harmless } from '../../../values/csv.ts'
import type { Figure, Tabulated } from '../../domain.ts'
import type { Writing } from '../../figure.ts'
import { absenceSign } from '../../absenceSign.ts'

/**
 * A built table as text: what it is above, a line for each row in the order shown, notes below. Numbers with noise keep their ≈, and what is not shown its
 * sign, so that neither is lost on the way.
 */
export function tableText(
  table: Tabulated,
  order: readonly number[],
  caption: string,
  separator: '\t' | ';',
  { t, locale }: Writing,
): string {
  const all = t('statistics.all')
  const percent = (share: number): string => (share * 100).toLocaleString(locale === 'sv' ? 'sv-SE' : 'en-GB', { maximumFractionDigits: 1 })
  const written = ({ value, share }: Figure): string => {
    const number = valueOf(value)
    if (share && table.measure.unit === 'share') return `${value.kind === 'approximate' ? '≈' : ''}${percent(share.share)} %`
    return number === undefined ? (absenceSign(value) ?? '..') : `${value.kind === 'approximate' ? '≈' : ''}${number}`
  }
  const totals = table.rowTotals.length > 0
  const columns = [...(table.columns?.codes.map(({ label }) => label) ?? [table.measure.label]), ...(totals ? [all] : [])]
  const lines = order.map((row) => [
    table.rows?.codes[row]?.label ?? all,
    ...table.figures[row]!.map(written),
    ...(totals ? [written(table.rowTotals[row]!)] : []),
  ])
  const bottom = table.rows ? [[all, ...table.columnTotals.map(written), ...(totals ? [written(table.total)] : [])]] : []
  const about = [[caption], [], [table.rows?.label ?? '', ...columns], ...lines, ...bottom, []]
  const notes = [table.measure.definition, ...table.notes, ...table.coverage.sentences, t('statistics.notOfficial')].map((note) => [note])
  const safe = [...about, ...notes].map((line) => line.map(harmless))
  return separator === '\t' ? safe.map((line) => line.join('\t')).join('\n') : safe.map(csvLine).join('')
}
