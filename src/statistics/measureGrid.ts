import type { Cell } from '../disclosure/cell.ts'
import { protectQuartiles } from '../disclosure/quartiles.ts'
import { Refusal } from '../platform/errors.ts'
import type { Dimension } from './dimension.ts'
import type { Figure } from './domain.ts'
import { countFigure, daysFigure, shareFigure } from './figure.ts'
import { having } from './filter.ts'
import { dayStep } from './followUp/followUpOutcomes.ts'
import { populationOf, quartilesOf } from './measure.ts'
import type { Measure } from './measure.ts'
import type { Asked } from './question.ts'
import { releasedCells } from './releasedCells.ts'
import { releasedOutcomes, releasedTable } from './releasedTable.ts'
import type { Counting } from './releasedTable.ts'

/** Figures by rows and columns, with totals that are made by themselves. */
export interface Grid {
  figures: Figure[][]
  /** Empty where there is one column. */
  rowTotals: Figure[]
  columnTotals: Figure[]
  total: Figure
}

const grids = { count: countGrid, persons: countGrid, share: shareGrid, quantiles: daysGrid }

/** The figures of a measure by its kind: counts, shares or lengths. Throws a refusal for a share by a dimension of which a fact may have several codes. */
export function gridOf(ask: Asked, measure: Measure, counting: Counting, rows: Dimension, columns: Dimension): Grid {
  return grids[measure.kind](ask, measure, counting, rows, columns)
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

function demandSingle(...dimensions: Dimension[]): void {
  for (const { kind, name } of dimensions) if (kind === 'multi') throw new Refusal(400, 'statistics.multiShare', { given: name })
}
