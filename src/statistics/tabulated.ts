import { isShown } from '../disclosure/cell.ts'
import type { Cell } from '../disclosure/cell.ts'
import type { ProtectedTable, Standing } from '../disclosure/protect.ts'
import { protectQuartiles } from '../disclosure/quartiles.ts'
import { Refusal } from '../platform/errors.ts'
import type { Dimension } from './dimension.ts'
import type { Figure } from './domain.ts'
import { countFigure, daysFigure, shareFigure } from './figure.ts'
import type { Filter } from './filter.ts'
import { dayStep } from './followUp/followUpOutcomes.ts'
import { wholeDimension } from './madeDimension.ts'
import { quartilesOf } from './measure.ts'
import type { Measure } from './measure.ts'
import { protectedCounts, protectedOutcomes } from './protectedCounts.ts'
import type { Asked } from './question.ts'
import { tabulate } from './tabulate.ts'

/** Larger tables are refused: protecting them would keep everybody else waiting. */
const mostCells = 4000

/** A protected table of one measure in figures. */
export interface FigureGrid {
  rows: Dimension
  columns: Dimension
  figures: Figure[][]
  rowTotals: Figure[]
  columnTotals: Figure[]
  total: Figure
  /** How many cells of the table are hidden. */
  hidden: number
}

/** What to tabulate: dimensions already read, and the facts to keep. */
export interface Layout {
  measure: Measure
  rows: Dimension | undefined
  columns: Dimension | undefined
  filter: readonly Filter[]
  /** Codes of a dimension that conditions leave; others are nought by the question itself. */
  asked?: ReadonlyMap<string, readonly string[]>
}

/** Counts, shares or lengths by up to two dimensions, protected. Throws a refusal where a table would be too large or has no meaning. */
export function figureGrid(ask: Asked, layout: Layout): FigureGrid {
  const rows = possible(ask, layout.rows, layout) ?? wholeDimension
  const columns = possible(ask, layout.columns, layout) ?? wholeDimension
  const cells = rows.codes.length * columns.codes.length * (layout.measure.kind === 'share' ? 3 : 1)
  if (cells > mostCells) throw new Refusal(400, 'statistics.tableTooLarge', { cells, most: mostCells })
  if (layout.measure.kind === 'share') return shareGrid(ask, layout, rows, columns)
  return layout.measure.kind === 'quantiles' ? daysGrid(ask, layout, rows, columns) : countGrid(ask, layout, rows, columns)
}

function countCells(ask: Asked, { measure, filter }: Layout, rows: Dimension, columns: Dimension) {
  const query = { rows, columns, filter }
  const { facts } = ask.snapshot
  const participations = protectedCounts(facts, { ...query, count: 'participations' }, ask.policy).table
  if (measure.kind !== 'persons') return participations
  // Persons are about as many as participations, so they are hidden where those are.
  return protectedCounts(facts, { ...query, count: 'persons', standing: hiddenWhere(participations) }, ask.policy).table
}

function hiddenWhere({ cells, rowTotals, columnTotals, grandTotal }: ProtectedTable): Standing {
  const cellAt: (...at: Parameters<Standing>) => Cell = (row, column) => {
    if (column === 'all' || column === 'rest') return row === 'all' ? grandTotal : rowTotals[row]!
    return row === 'all' ? columnTotals[column]! : cells[row]![column]!
  }
  return (row, column) => (isShown(cellAt(row, column)) ? undefined : 'hidden')
}

function countGrid(ask: Asked, layout: Layout, rows: Dimension, columns: Dimension): FigureGrid {
  const table = countCells(ask, layout, rows, columns)
  const figure = (cell: Cell): Figure => countFigure(cell, ask.writing)
  const hasColumns = columns.codes.length > 1
  return {
    rows,
    columns,
    figures: table.cells.map((line) => line.map(figure)),
    rowTotals: hasColumns ? table.rowTotals.map(figure) : [],
    columnTotals: table.columnTotals.map(figure),
    total: figure(table.grandTotal),
    hidden: hiddenIn(table.cells),
  }
}

/** Each pair of row and column is a line of one table, so that no sum over either gives a hidden count away; so there are no such sums. */
function shareGrid(ask: Asked, { measure, filter }: Layout, rows: Dimension, columns: Dimension): FigureGrid {
  demandSingle(rows, columns)
  const { table } = protectedOutcomes(ask.snapshot.facts, measure, [rows, columns], filter, ask.policy)
  const line = (at: number): Figure => {
    const [x, , unknown, apart] = table.cells[at]!
    const rest = table.subtotals![at]!
    return shareFigure({ x: x!, rest, n: table.rowTotals[at]!, unknown: unknown!, apart }, ask.writing)
  }
  const [x, , unknown, apart] = table.columnTotals
  const total = shareFigure({ x: x!, rest: table.grandSubtotal!, n: table.grandTotal, unknown: unknown!, apart }, ask.writing)
  const width = columns.codes.length
  return {
    rows,
    columns,
    figures: rows.codes.map((_, row) => columns.codes.map((__, column) => line(row * width + column))),
    rowTotals: [],
    columnTotals: [],
    total,
    hidden: hiddenIn(table.cells.map((cells) => [cells[0]!])),
  }
}

function daysGrid(ask: Asked, layout: Layout, rows: Dimension, columns: Dimension): FigureGrid {
  const { filter, measure } = layout
  const table = countCells(ask, { ...layout, measure: { ...measure, kind: 'count' } as Measure }, rows, columns)
  const { facts } = ask.snapshot
  const quartiles = quartilesOf(facts, measure, { dimensions: [rows, columns], filter })
  const figure = (of: (typeof quartiles)[number], n: Cell): Figure =>
    daysFigure(protectQuartiles(of, n, ask.policy, dayStep), n, ask.writing)
  const width = columns.codes.length
  const figures = table.cells.map((line, row) => line.map((n, column) => figure(quartiles[row * width + column], n)))
  return {
    rows,
    columns,
    figures,
    rowTotals: [],
    columnTotals: [],
    total: figure(quartilesOf(facts, measure, { dimensions: [], filter })[0], table.grandTotal),
    hidden: hiddenIn(figures.map((line) => line.map(({ value }) => value))),
  }
}

function hiddenIn(cells: readonly (readonly Cell[])[]): number {
  return cells.flat().filter((cell) => !isShown(cell) && cell.kind === 'suppressed').length
}

function demandSingle(...dimensions: Dimension[]): void {
  for (const { kind, name } of dimensions) if (kind === 'multi') throw new Refusal(400, 'statistics.multiShare', { given: name })
}

/** Dimensions with a code for each place or year, most of which a narrow question never meets. */
const open = new Set(['association', 'intervention', 'municipality', 'region', 'entryYear', 'exitYear'])

/**
 * The dimension without the codes that cannot occur: of a place its own interventions, not all of Sweden's, and of what is
 * asked for only that. A nought that follows from the question would protect nothing, were it hidden to protect another count.
 */
function possible(ask: Asked, dimension: Dimension | undefined, { filter, asked }: Layout): Dimension | undefined {
  if (!dimension || dimension.kind === 'multi') return dimension
  const wanted = asked?.get(dimension.name)
  if (!wanted && !open.has(dimension.name)) return dimension
  const { counts } = tabulate(ask.snapshot.facts, { dimensions: [dimension], filter })
  const isPossible = (code: string, at: number): boolean =>
    (!wanted || wanted.includes(code)) && (counts[at]! > 0 || !open.has(dimension.name))
  const kept = dimension.codes.flatMap(({ code }, at) => (isPossible(code, at) ? [at] : []))
  if (kept.length === 0) return undefined
  const position = new Map(kept.map((at, position) => [at, position]))
  return {
    ...dimension,
    codes: kept.map((at) => dimension.codes[at]!),
    // What is left out does not occur among the facts that are kept.
    lookup: dimension.lookup.map((at) => position.get(at) ?? 0),
  }
}
