import { valueOf } from '../../disclosure/cell.ts'
import type { Cell } from '../../disclosure/cell.ts'
import { leastBase } from '../../disclosure/share.ts'
import { dimensionsOf } from '../dimension.ts'
import type { Dimension } from '../dimension.ts'
import type { FigureTable, Heading } from '../domain.ts'
import { headings } from '../figure.ts'
import { durationDimension, supportGroupDimension } from '../madeDimension.ts'
import { cellText, percentText } from '../plainText.ts'
import type { Asked } from '../question.ts'
import { releasedTable } from '../releasedTable.ts'

/** What a table by sex is of, and whom it counts. */
export interface TableChoice {
  key: string
  of: (dimensions: ReadonlyMap<string, Dimension>) => Dimension
  population: 'inPeriod' | 'exits'
}

/** A dimension of the facts by its name. */
export const named =
  (name: string) =>
  (dimensions: ReadonlyMap<string, Dimension>): Dimension =>
    dimensions.get(name)!

/** The tables by sex, in the order of the page. */
const choices: readonly TableChoice[] = [
  { key: 'exitReason', of: named('exitReason'), population: 'exits' },
  { key: 'supportBefore', of: named('supportBefore'), population: 'exits' },
  { key: 'supportAfter', of: named('supportAfter'), population: 'exits' },
  { key: 'durationClass', of: () => durationDimension, population: 'exits' },
  { key: 'ageGroup', of: named('ageGroup'), population: 'inPeriod' },
  { key: 'education', of: named('education'), population: 'inPeriod' },
  { key: 'timeOnSupport', of: named('timeOnSupport'), population: 'inPeriod' },
  { key: 'targetGroups', of: named('targetGroups'), population: 'inPeriod' },
]

/** Exit reasons, support, lengths and background, each by sex. */
export function sexTables(ask: Asked): FigureTable[] {
  return choices.map((choice) => sexTable(ask, choice))
}

/** One table by sex, with the sentence that says what is most common. */
export function sexTable(ask: Asked, { key, of, population }: TableChoice, counting = ask[population]): FigureTable {
  const { snapshot, sex, releasing, writing } = ask
  const dimension = of(dimensionsOf(snapshot.facts))
  const table = releasedTable(releasing, counting, dimension, sex)
  const lines = headings(dimension.codes, writing).map((heading, at) => ({
    ...{ heading, cells: table.cells[at]!, total: table.rowTotals[at]! },
  }))
  // "Unknown" where nothing is would only be noughts.
  const isNought = (cell: Cell): boolean => valueOf(cell) === 0
  const kept = lines.filter(({ heading, cells, total }) => heading.code !== 'unknown' || ![...cells, total].every(isNought))
  const rows = kept.map(({ heading }) => heading)
  const rowTotals = kept.map(({ total }) => total)
  return {
    key,
    title: dimension.label[writing.locale],
    definition: definitionOf(ask, population, dimension.kind === 'multi'),
    rowTitle: dimension.label[writing.locale],
    columnTitle: sex.label[writing.locale],
    rows,
    columns: headings(sex.codes, writing),
    cells: kept.map(({ cells }) => cells),
    rowTotals,
    columnTotals: table.columnTotals,
    total: table.total,
    isMulti: dimension.kind === 'multi',
    isChange: false,
    sentence: mostCommon(ask, rows, rowTotals, table.total),
  }
}

/** Main support, and occupation, before and after among the exits. */
export function flowTables(ask: Asked): FigureTable[] {
  const dimensions = dimensionsOf(ask.snapshot.facts)
  return [
    flowTable(ask, 'support', supportGroupDimension('mainSupportBefore'), supportGroupDimension('mainSupportAfter')),
    flowTable(ask, 'occupation', dimensions.get('occupationBefore')!, dimensions.get('occupationAfter')!),
  ]
}

function flowTable(ask: Asked, key: string, before: Dimension, after: Dimension): FigureTable {
  const { releasing, writing } = ask
  const table = releasedTable(releasing, ask.exits, before, after)
  const [rows, columns] = [headings(before.codes, writing), headings(after.codes, writing)]
  return {
    key,
    title: writing.t(`statistics.flow.${key}`),
    definition: `${definitionOf(ask, 'exits', false)} ${writing.t(`statistics.flow.${key}Help`)}`,
    rowTitle: before.label[writing.locale],
    columnTitle: after.label[writing.locale],
    ...{ rows, columns, ...table },
    isMulti: false,
    isChange: true,
    sentence: `${flowSentence(ask, rows, columns, table.cells)}${unknownAfter(ask, columns, table.columnTotals)}`,
  }
}

/** Who is counted in a table. */
export function definitionOf({ writing: { t } }: Asked, population: 'inPeriod' | 'exits', isMulti: boolean): string {
  return [t(`statistics.who.${population}`), ...(isMulti ? [t('statistics.multi')] : [])].join(' ')
}

function mostCommon({ writing }: Asked, rows: readonly Heading[], totals: readonly Cell[], all: Cell): string {
  const { t, locale } = writing
  const seen = rows.flatMap((heading, at) => (valueOf(totals[at]!) === undefined ? [] : [{ heading, cell: totals[at]! }]))
  const whole = valueOf(all)
  const largest = seen.reduce<(typeof seen)[number] | undefined>(
    (best, one) => (best && valueOf(best.cell)! >= valueOf(one.cell)! ? best : one),
    undefined,
  )
  if (!largest || valueOf(largest.cell) === 0) return t(seen.length === rows.length ? 'statistics.nobody' : 'statistics.tableHidden')
  const words = { row: largest.heading.label, n: cellText(largest.cell, locale) }
  if (whole === undefined || whole < leastBase) return t('statistics.mostCommonCount', words)
  return t(seen.length === rows.length ? 'statistics.mostCommon' : 'statistics.mostCommonShown', {
    ...words,
    whole: cellText(all, locale),
    share: percentText(Math.min(1, valueOf(largest.cell)! / whole), locale),
  })
}

/** The largest change from something known to something known: that nothing is recorded is no change. */
function flowSentence({ writing: { t, locale } }: Asked, before: readonly Heading[], after: readonly Heading[], cells: Cell[][]): string {
  let best: { from: Heading; to: Heading; cell: Cell } | undefined
  for (const [row, from] of before.entries()) {
    for (const [column, to] of after.entries()) {
      const cell = cells[row]![column]!
      const isChange = from.code !== to.code && isKnown(from) && isKnown(to)
      if (valueOf(cell) && isChange && valueOf(cell)! > (best ? valueOf(best.cell)! : 0)) best = { from, to, cell }
    }
  }
  return best
    ? t('statistics.flowSentence', { from: best.from.label, to: best.to.label, n: cellText(best.cell, locale) })
    : t('statistics.flowNone')
}

const isKnown = ({ code }: Heading): boolean => code !== 'unknown'

/** Of how many it is not known what came after, said after a sentence of a change; nothing where that is nobody. */
export function unknownAfter({ writing: { t, locale } }: Asked, codes: readonly Heading[], after: readonly Cell[]): string {
  const cell = after[codes.findIndex((one) => !isKnown(one))]
  return cell && valueOf(cell) !== 0 ? ` ${t('statistics.unknownAfter', { n: cellText(cell, locale) })}` : ''
}
