import { valueOf } from '../../../disclosure/cell.ts'
import { csvLine, harmless } from '../../../values/csv.ts'
import type { Figure, Tabulated } from '../../domain.ts'
import type { Writing } from '../../figure.ts'
import { absenceSign } from '../../absenceSign.ts'
import { signOf } from '../../plainText.ts'
import { lackingCell } from './lackingCell.ts'

/**
 * Built tables, side by side, as text: what they are above, a line for each row in the order shown, notes below. Numbers with noise keep their ≈, and
 * what is not shown its sign, so that neither is lost on the way.
 */
export function tableText(
  tables: readonly Tabulated[],
  order: readonly number[],
  caption: string,
  separator: '\t' | ';',
  writing: Writing,
): string {
  const { t } = writing
  const all = t('statistics.all')
  const [first] = tables
  if (!first) return ''
  const parts = tables.map((table) => columnsOf(table, tables.length > 1, writing))
  const lines = order.map((row) => [first.rows?.codes[row]?.label ?? all, ...parts.flatMap(({ line }) => line(row))])
  const bottom = first.rows ? [[all, ...parts.flatMap((one) => one.bottom)]] : []
  const about = [[caption], [], [first.rows?.label ?? '', ...parts.flatMap(({ names }) => names)], ...lines, ...bottom, []]
  const said = [
    ...tables.map(({ measure }) => (tables.length > 1 ? `${measure.label}: ${measure.definition}` : measure.definition)),
    ...tables.flatMap(({ breaks, notes, coverage }) => [
      ...breaks.map(({ at, reason }) => t('builder.breakAt', { month: at, reason })),
      ...notes,
      ...coverage.sentences,
    ]),
    t('statistics.notOfficial'),
  ]
  const notes = [...new Set(said)].map((note) => [note])
  const safe = [...about, ...notes].map((line) => line.map(harmless))
  return separator === '\t' ? safe.map((line) => line.join('\t')).join('\n') : safe.map(csvLine).join('')
}

function columnsOf(table: Tabulated, isOneOfSeveral: boolean, { t, locale }: Writing) {
  const { measure, columns, rowTotals } = table
  const all = t('statistics.all')
  const percent = (share: number): string => (share * 100).toLocaleString(locale === 'sv' ? 'sv-SE' : 'en-GB', { maximumFractionDigits: 1 })
  const written = (figure: Figure): string => {
    const { value, share, text } = figure
    const cell = measure.unit === 'share' ? lackingCell(figure) : value
    // A count alone would be read as per cent among shares.
    if (!cell) return share ? `${signOf(value)}${percent(share.share)} %` : text
    const number = valueOf(cell)
    return number === undefined ? (absenceSign(cell) ?? '..') : `${signOf(cell)}${number}`
  }
  const totals = rowTotals.length > 0
  const own = columns?.codes.map(({ label }) => label) ?? [measure.label]
  const names = [...own, ...(totals ? [all] : [])]
  return {
    names: isOneOfSeveral && columns ? names.map((name) => `${measure.label}, ${name}`) : names,
    line: (row: number): string[] => [...table.figures[row]!.map(written), ...(totals ? [written(rowTotals[row]!)] : [])],
    bottom: [...table.columnTotals.map(written), ...(totals ? [written(table.total)] : [])],
  }
}
