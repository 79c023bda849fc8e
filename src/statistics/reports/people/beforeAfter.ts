import { valueOf } from '../../../disclosure/cell.ts'
import type { Cell } from '../../../disclosure/cell.ts'
import { dimensionsOf } from '../../dimension.ts'
import type { Dimension } from '../../dimension.ts'
import { definitionOf, unknownAfter } from '../../followUp/followUpTables.ts'
import { cellText } from '../../plainText.ts'
import type { Asked } from '../../question.ts'
import { releasedTable } from '../../releasedTable.ts'
import type { ReleasedTable } from '../../releasedTable.ts'
import type { ReportPart } from '../domain.ts'
import { cellValue, changeValue, column, row } from '../values.ts'

interface Line {
  code: string
  label: string
  before: Cell
  after: Cell
  cells: Cell[]
}

/** Occupation or support before and after among those who left, by sex, with the change: never called an effect. */
export function beforeAfterPart(ask: Asked, key: 'occupation' | 'support'): ReportPart {
  const { writing, sex, releasing, snapshot } = ask
  const { t, locale } = writing
  const dimensions = dimensionsOf(snapshot.facts)
  const ends = ['before', 'after'] as const
  const of = { occupation: ['occupationBefore', 'occupationAfter'], support: ['supportBefore', 'supportAfter'] }[key]
  const [before, after] = of.map((name) => dimensions.get(name)!) as [Dimension, Dimension]
  const [tableBefore, tableAfter] = [before, after].map((one) => releasedTable(releasing, ask.exits, one, sex)) as [
    ReleasedTable,
    ReleasedTable,
  ]
  const lines = linesOf(before, tableBefore, tableAfter, locale)
  const columns = ends.flatMap((end) => [
    ...sex.codes.map(({ code, label }) => column(`${code}.${end}`, t(`reports.${end}`, { of: label[locale] }), 'count')),
    column(`all.${end}`, t(`reports.${end}`, { of: t('statistics.all') }), 'count'),
  ])
  return {
    key,
    title: t(`reports.part.${key}`),
    sentence: `${changeSentence(lines, ask)}${unknownAfter(
      ask,
      lines,
      lines.map((line) => line.after),
    )}`,
    definition: `${definitionOf(ask, 'exits', before.kind === 'multi')} ${t('reports.changeHelp')}`,
    rowTitle: t(`reports.${key}`),
    columns: [...columns, column('change', t('reports.change'), 'change')],
    rows: lines.map(({ label, cells, before: from, after: to }) => row(label, [...cells.map(cellValue), changeValue(from, to, writing)])),
    picture: { as: 'bars', columns: ['all.before', 'all.after'] },
    isChange: true,
  }
}

function linesOf({ codes }: Dimension, before: ReleasedTable, after: ReleasedTable, locale: 'sv' | 'en'): Line[] {
  const lines = codes.map(({ code, label }, at) => {
    const [from, to] = [before.rowTotals[at]!, after.rowTotals[at]!]
    return { code, label: label[locale], before: from, after: to, cells: [...before.cells[at]!, from, ...after.cells[at]!, to] }
  })
  return lines.filter(({ code, cells }) => code !== 'unknown' || !cells.every((cell) => valueOf(cell) === 0))
}

function changeSentence(lines: readonly Line[], { writing: { t, locale } }: Asked): string {
  // That more or fewer are unknown is no change of theirs.
  const changes = lines.flatMap((line) => {
    if (line.code === 'unknown') return []
    const [from, to] = [valueOf(line.before), valueOf(line.after)]
    return from === undefined || to === undefined || from === to ? [] : [{ line, by: Math.abs(to - from) }]
  })
  if (changes.length === 0) return t('statistics.flowNone')
  const { line } = changes.reduce((best, one) => (one.by > best.by ? one : best))
  return t('reports.changeSentence', { row: line.label, before: cellText(line.before, locale), after: cellText(line.after, locale) })
}
