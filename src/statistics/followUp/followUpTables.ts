import { isShown, valueOf } from '../../disclosure/cell.ts'
import type { Cell } from '../../disclosure/cell.ts'
import type { CountNames } from '../../disclosure/linkedTables.ts'
import type { KnownTotals } from '../../disclosure/sharedTotals.ts'
import { dimensionsOf } from '../dimension.ts'
import type { Dimension } from '../dimension.ts'
import type { FigureTable, Heading } from '../domain.ts'
import { headings } from '../figure.ts'
import type { Asked } from '../question.ts'
import type { SharedKnown } from './followUpCounts.ts'
import { durationDimension, supportGroupDimension } from '../madeDimension.ts'
import { countText, percentText } from '../plainText.ts'
import { protectedCounts } from '../protectedCounts.ts'

interface TableChoice {
  key: string
  of: (dimensions: ReadonlyMap<string, Dimension>) => Dimension
  population: 'inPeriod' | 'exits'
}

const named =
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

const totals = { inPeriod: 'participations', exits: 'exits' } as const

/** Exit reasons, support, lengths and background, each by sex; totals agree with the counts of the same answer. */
export function sexTables(ask: Asked, known: SharedKnown): FigureTable[] {
  const { snapshot, sex, policy, writing } = ask
  return choices.map(({ key, of, population }) => {
    const dimension = of(dimensionsOf(snapshot.facts))
    // The sexes are the rows while protecting, so that all tables share the same row totals; they are columns to the reader.
    const nameOf: CountNames['nameOf'] = (row, column) =>
      `${column === 'all' ? totals[population] : `${key}.${dimension.codes[column as number]!.code}`}|${row}`
    const names = { nameOf, hasMultiColumns: dimension.kind === 'multi' }
    const standing = ask.linked.standing(names)
    const query = { rows: sex, columns: dimension, filter: ask[population], count: 'participations', standing } as const
    const table = ask.linked.add(protectedCounts(snapshot.facts, query, policy).table, names, known[population])
    const lines = headings(dimension.codes, writing).map((heading, at) => ({
      heading,
      cells: table.cells.map((line) => line[at]!),
      total: table.columnTotals[at]!,
    }))
    // A reason for what is left out of all figures, and "unknown" where nothing is, would only be noughts.
    const kept = lines.filter(({ heading, total }) => valueOf(total) !== 0 || !['unknown', 'felregistrering'].includes(heading.code))
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
      columnTotals: [...table.rowTotals],
      total: table.grandTotal,
      isMulti: dimension.kind === 'multi',
      isChange: false,
      sentence: mostCommon(ask, rows, rowTotals, table.grandTotal),
    }
  })
}

/** Main support, and occupation, before and after among the exits. */
export function flowTables(ask: Asked, exits: KnownTotals): FigureTable[] {
  const dimensions = dimensionsOf(ask.snapshot.facts)
  return [
    flowTable(ask, 'support', supportGroupDimension('mainSupportBefore'), supportGroupDimension('mainSupportAfter'), exits),
    flowTable(ask, 'occupation', dimensions.get('occupationBefore')!, dimensions.get('occupationAfter')!, exits),
  ]
}

function flowTable(ask: Asked, key: string, before: Dimension, after: Dimension, exits: KnownTotals): FigureTable {
  const { snapshot, policy, writing } = ask
  const nameOf: CountNames['nameOf'] = (row, column) => {
    const [one, other] = [before.codes[row as number]?.code, after.codes[column as number]?.code]
    if (one !== undefined && other !== undefined) return `${key}.${one}.${other}|all`
    if (one !== undefined) return `${before.name}.${one}|all`
    if (other !== undefined)
      return `${after.name === 'supportGroupAfter' && other === 'unknown' ? 'supportAfter' : after.name}.${other}|all`
    return 'exits|all'
  }
  const standing = ask.linked.standing({ nameOf })
  const query = { rows: before, columns: after, filter: ask.exits, count: 'participations', standing } as const
  const { table: own } = protectedCounts(snapshot.facts, query, policy)
  const table = ask.linked.add(own, { nameOf }, { rowTotals: own.rowTotals, grandTotal: exits.grandTotal })
  return {
    key,
    title: writing.t(`statistics.flow.${key}`),
    definition: `${definitionOf(ask, 'exits', false)} ${writing.t(`statistics.flow.${key}Help`)}`,
    rowTitle: before.label[writing.locale],
    columnTitle: after.label[writing.locale],
    rows: headings(before.codes, writing),
    columns: headings(after.codes, writing),
    cells: table.cells,
    rowTotals: table.rowTotals,
    columnTotals: table.columnTotals,
    total: table.grandTotal,
    isMulti: false,
    isChange: true,
    sentence: flowSentence(ask, headings(before.codes, writing), headings(after.codes, writing), table.cells),
  }
}

function definitionOf({ writing: { t } }: Asked, population: 'inPeriod' | 'exits', isMulti: boolean): string {
  return [t(`statistics.who.${population}`), ...(isMulti ? [t('statistics.multi')] : [])].join(' ')
}

function mostCommon({ writing }: Asked, rows: readonly Heading[], totals: readonly Cell[], all: Cell): string {
  const { t, locale } = writing
  const shown = rows.flatMap((heading, at) => (isShown(totals[at]!) ? [{ heading, n: valueOf(totals[at]!)! }] : []))
  const whole = valueOf(all)
  const largest = shown.reduce<(typeof shown)[number] | undefined>((best, one) => (best && best.n >= one.n ? best : one), undefined)
  if (!largest || largest.n === 0) return t(whole === 0 ? 'statistics.nobody' : 'statistics.tableHidden')
  const isAll = shown.length === rows.length
  const words = { row: largest.heading.label, n: countText(largest.n, locale) }
  if (whole === undefined) return t('statistics.mostCommonCount', words)
  return t(isAll ? 'statistics.mostCommon' : 'statistics.mostCommonShown', {
    ...words,
    whole: countText(whole, locale),
    share: percentText(largest.n / whole, locale),
  })
}

function flowSentence({ writing: { t, locale } }: Asked, before: readonly Heading[], after: readonly Heading[], cells: Cell[][]): string {
  let best: { from: Heading; to: Heading; n: number } | undefined
  for (const [row, from] of before.entries()) {
    for (const [column, to] of after.entries()) {
      const n = valueOf(cells[row]![column]!)
      if (n && from.code !== to.code && n > (best?.n ?? 0)) best = { from, to, n }
    }
  }
  return best
    ? t('statistics.flowSentence', { from: best.from.label, to: best.to.label, n: countText(best.n, locale) })
    : t('statistics.flowNone')
}
