import type { FigureTable, Tabulated } from '../../domain.ts'
import type { ChartKind } from '../domain.ts'

/** Lines that the eye can tell apart in one picture. */
export const mostLines = 6
/** Little pictures that one looks at beside each other. */
export const mostPanels = 24

const mapped = ['municipality', 'region', 'association']
const flows: Readonly<Record<string, string>> = { occupationBefore: 'occupationAfter', mainSupportBefore: 'mainSupportAfter' }

/** Whether the rows are parts of the period. */
export function isOverTime({ rows }: Pick<Tabulated, 'rows'>): boolean {
  return rows?.name === 'year' || rows?.name === 'month'
}

/** The charts that a table can be drawn as, the usual one first. */
export function chartsOf(table: Tabulated): Exclude<ChartKind, ''>[] {
  const { rows, columns, measure } = table
  if (!rows) return []
  const time = isOverTime(table)
  const width = columns?.codes.length ?? 1
  const isCount = measure.unit === 'participations'
  const panels = time ? width : rows.codes.length
  return [
    ...(isCount && columns && flows[rows.name] === columns.name ? (['flow'] as const) : []),
    ...(time && width <= mostLines ? (['line'] as const) : []),
    ...(measure.unit === 'days' ? [] : (['bars'] as const)),
    ...(columns && panels <= mostPanels && (time || measure.unit !== 'days') ? (['multiples'] as const) : []),
    ...(mapped.includes(rows.name) ? (['map'] as const) : []),
  ]
}

/** A table of before and after as the flow picture wants it. */
export function flowTable(table: Tabulated): FigureTable {
  const { rows, columns, measure } = table
  const rowTotals = table.rowTotals.length > 0 ? table.rowTotals : table.figures.map(([only]) => only!)
  return {
    ...{ key: 'flow', title: measure.label, definition: measure.definition, rowTitle: rows!.label, columnTitle: columns!.label },
    ...{ rows: rows!.codes, columns: columns!.codes, cells: table.figures.map((line) => line.map(({ value }) => value)) },
    ...{
      rowTotals: rowTotals.map(({ value }) => value),
      columnTotals: table.columnTotals.map(({ value }) => value),
      total: table.total.value,
    },
    ...{ isMulti: false, isChange: true, sentence: table.sentences[0] ?? '' },
  }
}
