import { valueOf } from '../disclosure/cell.ts'
import { Refusal } from '../platform/errors.ts'
import type { Period } from '../values/month.ts'
import type { Population } from './cellAddress.ts'
import type { Condition } from './countedCells.ts'
import { countingOf } from './countingOf.ts'
import type { Dimension } from './dimension.ts'
import { droppedCode, keepingCodes, wholeDimension } from './madeDimension.ts'
import { factsByPart, narrowedFacts } from './narrowedFacts.ts'
import type { Measure } from './measure.ts'
import { gridOf } from './measureGrid.ts'
import type { Grid } from './measureGrid.ts'
import type { Asked } from './question.ts'
import { releasedCells } from './releasedCells.ts'
import type { Counting } from './releasedTable.ts'
import { isTimeUnit, partsOf, timeRows } from './timeAxis.ts'
import type { TimeUnit } from './timeAxis.ts'

/** Larger tables are refused: nobody reads them, and writing them would keep everybody else waiting. */
const mostCells = 20_000
/** Years or months times measures: each is walked by itself. */
const mostParts = 240

/** A table of one measure in figures, each made by itself. */
export interface FigureGrid extends Grid {
  rows: Dimension
  columns: Dimension
  /** How many cells of the table are hidden. */
  hidden: number
}

/** What to tabulate: dimensions already read (rows may be parts of the period instead), and the facts to keep. */
export interface Layout {
  measures: readonly Measure[]
  rows: Dimension | TimeUnit | undefined
  columns: Dimension | undefined
  conditions: readonly Condition[]
}

/**
 * Counts, shares or lengths by up to two dimensions, a table for each measure, all with the same rows and columns. Throws a refusal where they would
 * be too large or have no meaning.
 */
export function figureGrids(ask: Asked, { measures, conditions, ...layout }: Layout): FigureGrid[] {
  const asks = narrowed(ask, measures)
  const countings = measures.map((measure) => countingOf(ask.period, measure, conditions))
  const columns = possible(asks, layout.columns, countings) ?? wholeDimension
  if (isTimeUnit(layout.rows)) {
    const parts = partsOf(ask.period, layout.rows)
    const lines = parts.length * measures.length
    if (lines > mostParts) throw new Refusal(400, 'statistics.tooManyParts', { lines, most: mostParts })
    const rows = timeRows(parts, layout.rows)
    demandFew(measures, rows, columns)
    return timeGrids(asks, measures, conditions, parts, columns).map((grid) => cut(grid, rows, columns))
  }
  const rows = possible(asks, layout.rows, countings) ?? wholeDimension
  demandFew(measures, rows, columns)
  return measures.map((measure, at) => cut(gridOf(asks(measure), measure, countings[at]!, rows, columns), rows, columns))
}

/** What is asked, of the facts that the population of a measure has in the period: copied out once for all the walks over them. */
type Asks = (of: { population: Population }) => Asked

function narrowed(ask: Asked, measures: readonly Measure[]): Asks {
  const { releasing, period } = ask
  const populations = [...new Set<Population>(measures.map(({ population }) => population))]
  const asks = new Map(
    populations.map((population) => {
      const facts = narrowedFacts(releasing.facts, population, period)
      return [population, { ...ask, releasing: { ...releasing, facts } }]
    }),
  )
  return ({ population }) => asks.get(population)!
}

function demandFew(measures: readonly Measure[], rows: Dimension, columns: Dimension): void {
  const each = shown(rows).length * shown(columns).length
  const cells = measures.reduce((sum, { kind }) => sum + each * (kind === 'share' ? 3 : 1), 0)
  if (cells > mostCells) throw new Refusal(400, 'statistics.tableTooLarge', { cells, most: mostCells })
}

/** A grid without what is counted in its totals only. */
function cut(grid: Grid, rows: Dimension, columns: Dimension): FigureGrid {
  const inRows = <T>(lines: T[]): T[] => lines.filter((_, at) => rows.codes[at]!.code !== droppedCode)
  const inColumns = <T>(line: T[]): T[] => line.filter((_, at) => columns.codes[at]!.code !== droppedCode)
  const figures = inRows(grid.figures).map(inColumns)
  return {
    ...{ rows: { ...rows, codes: shown(rows) }, columns: { ...columns, codes: shown(columns) }, figures, total: grid.total },
    ...{ rowTotals: inRows(grid.rowTotals), columnTotals: inColumns(grid.columnTotals) },
    hidden: figures.flat().filter(({ value }) => value.kind === 'suppressed').length,
  }
}

/** Each part of the period as a line, counted as a period of its own: a published year is shown as published. The last line is of the whole period. */
function timeGrids(
  asks: Asks,
  measures: readonly Measure[],
  conditions: readonly Condition[],
  parts: readonly Period[],
  columns: Dimension,
): Grid[] {
  const lineOf = (ask: Asked, measure: Measure): Grid =>
    gridOf(ask, measure, countingOf(ask.period, measure, conditions), wholeDimension, columns)
  const inParts = byPart(asks, measures, parts)
  return measures.map((measure) => {
    const { columnTotals, total } = lineOf(asks(measure), measure)
    const lines = inParts(measure).map((ask) => lineOf(ask, measure))
    return {
      figures: lines.map(({ figures }) => figures[0]!),
      rowTotals: columns.codes.length > 1 ? lines.map((line) => line.total) : [],
      ...{ columnTotals, total },
    }
  })
}

function byPart(asks: Asks, measures: readonly Measure[], parts: readonly Period[]): (measure: Measure) => Asked[] {
  const known = new Map<Population, Asked[]>(
    measures.map(({ population }) => {
      const ask = asks({ population })
      const facts = factsByPart(ask.releasing.facts, population, parts)
      return [population, parts.map((period, at) => ({ ...ask, period, releasing: { ...ask.releasing, facts: facts[at]! } }))]
    }),
  )
  return ({ population }) => known.get(population)!
}

function shown({ codes }: Dimension): Dimension['codes'] {
  return codes.filter(({ code }) => code !== droppedCode)
}

/** Dimensions with a code for each place or year, most of which a narrow question never meets. */
const open = new Set(['association', 'intervention', 'municipality', 'region', 'entryYear', 'exitYear'])

/**
 * The dimension with the codes that are worth a row: of what is asked for only that, and of places and years those with a number to show in any of the
 * countings. Whether there is one is judged by what is shown, since a row of its own would tell that somebody is there.
 */
function possible(asks: Asks, dimension: Dimension | undefined, countings: readonly Counting[]): Dimension | undefined {
  if (!dimension || dimension.kind === 'multi') return dimension
  // The conditions are the same for all.
  const wanted = countings[0]?.conditions.find((one) => one.dimension.name === dimension.name)?.codes
  const isOpen = open.has(dimension.name)
  if (!wanted && !isOpen) return dimension
  const cells = isOpen
    ? different(countings).map((counting) => releasedCells(asks(counting).releasing, { ...counting, axes: [dimension] }))
    : []
  const isShown = (at: number): boolean => cells.some((ofOne) => valueOf(ofOne[at]!) !== 0)
  const kept = dimension.codes.map(({ code }, at) => (!wanted || wanted.includes(code)) && (!isOpen || isShown(at)))
  return kept.includes(true) ? keepingCodes(dimension, kept) : undefined
}

/** Measures of the same population are judged once. */
function different(countings: readonly Counting[]): Counting[] {
  return [...new Map(countings.map((one) => [`${one.population} ${one.count}`, one])).values()]
}
