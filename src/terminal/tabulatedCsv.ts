import type { Figure, Tabulated } from '../statistics/domain.ts'
import { columnsOf, headingOf, valueIn, withSigns, type Value } from '../statistics/figureColumns.ts'
import type { Terminal } from './terminal.ts'

type Words = Pick<Terminal, 't' | 'locale'>

/** One line per figure: its headings, then its parts as numbers, each after its sign, in the columns of the page's own CSV. */
function figureLines(table: Tabulated, { t, locale }: Words): Value[][] {
  const { rows, columns, measure } = table
  const parts = columnsOf(measure.unit)
  const total = t('terminal.total')
  const line = (row: string, column: string, figure: Figure): Value[] => [
    ...(rows ? [row] : []),
    ...(columns ? [column] : []),
    ...withSigns(parts.map((part) => valueIn(figure, part, { t, locale }))),
  ]
  const across = columns?.codes ?? [{ label: total }]
  const body = (rows?.codes ?? []).flatMap((row, at) => [
    ...table.figures[at]!.map((figure, column) => line(row.label, across[column]!.label, figure)),
    ...(columns && table.rowTotals.length > 0 ? [line(row.label, total, table.rowTotals[at]!)] : []),
  ])
  const bottom = columns ? table.columnTotals.map((figure, at) => line(total, columns.codes[at]!.label, figure)) : []
  const named = withSigns(parts.map((part) => headingOf(part, { t })))
  const head = [...(rows ? [rows.label] : []), ...(columns ? [columns.label] : []), ...named]
  return [head, ...body, ...bottom, line(total, total, table.total)]
}

/** Semicolon-separated with quotes where needed and decimal commas; what the table is about stands first, as comment rows. */
export function tabulatedCsv(table: Tabulated, notes: readonly string[], words: Words): string {
  const quoted = (value: Value): string => {
    const text = typeof value === 'number' ? String(value).replace('.', ',') : (value ?? '')
    const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
    return /[";\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  const about = notes.map((line) => quoted(`# ${line}`))
  return [...about, ...figureLines(table, words).map((row) => row.map(quoted).join(';'))].join('\n')
}
