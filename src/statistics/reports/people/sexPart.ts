import { cellText } from '../../plainText.ts'
import type { FigureTable } from '../../domain.ts'
import { sexTable } from '../../followUp/followUpTables.ts'
import type { TableChoice } from '../../followUp/followUpTables.ts'
import type { Asked } from '../../question.ts'
import type { Counting } from '../../releasedTable.ts'
import type { ReportPart } from '../domain.ts'
import { cellValue, column, row } from '../values.ts'

/** A breakdown by sex as a part of a report. */
export function sexPart(
  ask: Asked,
  choice: TableChoice,
  words: Partial<Pick<ReportPart, 'title' | 'definition'>> = {},
  counting?: Counting,
): ReportPart {
  return { ...partOf(sexTable(ask, choice, counting), ask), ...words }
}

function partOf(table: FigureTable, { writing: { t } }: Asked): ReportPart {
  const { key, title, sentence, definition, rowTitle, columns, rows, cells, rowTotals, columnTotals, total } = table
  const all = column('all', t('statistics.all'), 'count')
  return {
    ...{ key, title, sentence, definition, rowTitle },
    columns: [...columns.map(({ code, label }) => column(code, label, 'count')), all],
    rows: [
      ...rows.map(({ label }, at) => row(label, [...cells[at]!, rowTotals[at]!].map(cellValue))),
      row(t('statistics.all'), [...columnTotals, total].map(cellValue), true),
    ],
    picture: { as: 'bars', columns: columns.map(({ code }) => code) },
    isChange: false,
  }
}

/** Participations, persons and exits by sex as one part. */
export function countsPart(
  ask: Asked,
  counts: readonly { label: string; bySex: Parameters<typeof cellValue>[0][]; total: Parameters<typeof cellValue>[0] }[],
): ReportPart {
  const { writing, sex } = ask
  const { t, locale } = writing
  const columns = sex.codes.map(({ code, label }) => column(code, label[locale], 'count'))
  const words = counts.map(({ label, total }) => `${label}: ${cellText(total, locale)}.`)
  return {
    ...{ key: 'counts', title: t('reports.part.counts'), sentence: words.join(' '), definition: t('reports.countsHelp') },
    ...{ rowTitle: t('reports.measure'), isChange: false },
    columns: [...columns, column('all', t('statistics.all'), 'count')],
    rows: counts.map(({ label, bySex, total }) => row(label, [...bySex, total].map(cellValue))),
    picture: { as: 'bars', columns: columns.map(({ code }) => code) },
  }
}
