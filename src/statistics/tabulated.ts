import { valueOf } from '../disclosure/cell.ts'
import type { Cell } from '../disclosure/cell.ts'
import { protectQuartiles } from '../disclosure/quartiles.ts'
import { Refusal } from '../platform/errors.ts'
import type { Condition } from './countedCells.ts'
import type { Dimension } from './dimension.ts'
import type { Figure } from './domain.ts'
import { countFigure, daysFigure, shareFigure } from './figure.ts'
import { having } from './filter.ts'
import { dayStep } from './followUp/followUpOutcomes.ts'
import { droppedCode, keepingCodes, wholeDimension } from './madeDimension.ts'
import { populationOf, quartilesOf } from './measure.ts'
import type { Measure } from './measure.ts'
import type { Asked } from './question.ts'
import { releasedCells } from './releasedCells.ts'
import { releasedOutcomes, releasedTable } from './releasedTable.ts'
import type { Counting } from './releasedTable.ts'

/** Larger tables are refused: nobody reads them, and writing them would keep everybody else waiting. */
const mostCells = 20_000

/** A table of one measure in figures, each made by itself. */
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
  conditions: readonly Condition[]
}

/** Counts, shares or lengths by up to two dimensions. Throws a refusal where a table would be too large or has no meaning. */
export function figureGrid(ask: Asked, layout: Layout): FigureGrid {
  const { measure } = layout
  const counting = countingOf(ask, layout)
  const rows = possible(ask, layout.rows, counting) ?? wholeDimension
  const columns = possible(ask, layout.columns, counting) ?? wholeDimension
  const cells = shown(rows).length * shown(columns).length * (measure.kind === 'share' ? 3 : 1)
  if (cells > mostCells) throw new Refusal(400, 'statistics.tableTooLarge', { cells, most: mostCells })
  const grids = { count: countGrid, persons: countGrid, share: shareGrid, quantiles: daysGrid }
  const grid = grids[measure.kind](ask, measure, counting, rows, columns)
  const inRows = <T>(lines: T[]): T[] => lines.filter((_, at) => rows.codes[at]!.code !== droppedCode)
  const inColumns = <T>(line: T[]): T[] => line.filter((_, at) => columns.codes[at]!.code !== droppedCode)
  const figures = inRows(grid.figures).map(inColumns)
  return {
    ...{ rows: { ...rows, codes: shown(rows) }, columns: { ...columns, codes: shown(columns) }, figures, total: grid.total },
    ...{ rowTotals: inRows(grid.rowTotals), columnTotals: inColumns(grid.columnTotals) },
    hidden: figures.flat().filter(({ value }) => value.kind === 'suppressed').length,
  }
}

type Grid = Pick<FigureGrid, 'figures' | 'rowTotals' | 'columnTotals' | 'total'>

function countingOf({ period }: Asked, { measure, conditions }: Layout): Counting {
  return { conditions, population: measure.population, period, count: measure.kind === 'persons' ? 'persons' : 'participations' }
}

function countGrid({ releasing, writing }: Asked, _: Measure, counting: Counting, rows: Dimension, columns: Dimension): Grid {
  const table = releasedTable(releasing, counting, rows, columns)
  const figure = (cell: Cell): Figure => countFigure(cell, writing)
  return {
    figures: table.cells.map((line) => line.map(figure)),
    rowTotals: columns.codes.length > 1 ? table.rowTotals.map(figure) : [],
    columnTotals: table.columnTotals.map(figure),
    total: figure(table.total),
  }
}

function shareGrid({ releasing, noise, writing }: Asked, measure: Measure, counting: Counting, rows: Dimension, columns: Dimension): Grid {
  demandSingle(rows, columns)
  const figuresBy = (...by: Dimension[]): Figure[] =>
    releasedOutcomes(releasing, counting, measure, by).map((cells) => shareFigure(cells, noise, writing))
  return gridBy(figuresBy, rows, columns)
}

function daysGrid({ releasing, writing }: Asked, measure: Measure, counting: Counting, rows: Dimension, columns: Dimension): Grid {
  const { facts } = releasing
  const filter = [...populationOf(measure, counting.period), ...counting.conditions.map(({ dimension, codes }) => having(dimension, codes))]
  const figuresBy = (...axes: Dimension[]): Figure[] => {
    const cells = releasedCells(releasing, { ...counting, axes })
    return quartilesOf(facts, measure, { dimensions: axes, filter }).map((quartiles, at) =>
      daysFigure(protectQuartiles(quartiles, cells[at]!, dayStep), cells[at]!, writing),
    )
  }
  return gridBy(figuresBy, rows, columns)
}

function gridBy(figuresBy: (...by: Dimension[]) => Figure[], rows: Dimension, columns: Dimension): Grid {
  return {
    figures: inLines(figuresBy(rows, columns), columns.codes.length),
    rowTotals: columns.codes.length > 1 ? figuresBy(rows) : [],
    columnTotals: figuresBy(columns),
    total: figuresBy()[0]!,
  }
}

function inLines(figures: readonly Figure[], width: number): Figure[][] {
  return Array.from({ length: figures.length / width }, (_, row) => figures.slice(row * width, (row + 1) * width))
}

function shown({ codes }: Dimension): Dimension['codes'] {
  return codes.filter(({ code }) => code !== droppedCode)
}

function demandSingle(...dimensions: Dimension[]): void {
  for (const { kind, name } of dimensions) if (kind === 'multi') throw new Refusal(400, 'statistics.multiShare', { given: name })
}

/** Dimensions with a code for each place or year, most of which a narrow question never meets. */
const open = new Set(['association', 'intervention', 'municipality', 'region', 'entryYear', 'exitYear'])

/**
 * The dimension with the codes that are worth a row: of what is asked for only that, and of places and years those with a number to show. Whether
 * there is one is judged by what is shown, since a row of its own would tell that somebody is there.
 */
function possible(ask: Asked, dimension: Dimension | undefined, counting: Counting): Dimension | undefined {
  if (!dimension || dimension.kind === 'multi') return dimension
  const wanted = counting.conditions.find((one) => one.dimension.name === dimension.name)?.codes
  const isOpen = open.has(dimension.name)
  if (!wanted && !isOpen) return dimension
  const cells = isOpen ? releasedCells(ask.releasing, { ...counting, axes: [dimension] }) : []
  const kept = dimension.codes.map(({ code }, at) => (!wanted || wanted.includes(code)) && (!isOpen || valueOf(cells[at]!) !== 0))
  return kept.includes(true) ? keepingCodes(dimension, kept) : undefined
}
