import type { Cell } from '../disclosure/cell.ts'
import { releasedCell, restCell } from '../disclosure/releasedCell.ts'
import { partOf } from '../disclosure/share.ts'
import { countedAt, countedCells, together, without, withoutAxis } from './countedCells.ts'
import type { CellQuery } from './countedCells.ts'
import type { Dimension } from './dimension.ts'
import type { ShareCells } from './figure.ts'
import type { Measure } from './measure.ts'
import { outcomeCodes, outcomeDimension } from './outcome.ts'
import { releasedCells } from './releasedCells.ts'
import type { Releasing } from './releasedCells.ts'
import type { KeyedTabulation } from './tabulate.ts'

/** A table with its totals, each cell by itself: with noise, totals need not be the sums. */
export interface ReleasedTable {
  cells: Cell[][]
  rowTotals: Cell[]
  columnTotals: Cell[]
  total: Cell
}

/** Who is counted: a query without its axes. */
export type Counting = Omit<CellQuery, 'axes'>

/** Counts by two dimensions, with totals. */
export function releasedTable(by: Releasing, counting: Counting, rows: Dimension, columns: Dimension): ReleasedTable {
  const { facts } = by
  const query = { ...counting, axes: [rows, columns] }
  const inner = countedCells(facts, query)
  const ofRows = withoutAxis(facts, query, inner, 1)
  const ofColumns = withoutAxis(facts, query, inner, 0)
  const all = withoutAxis(facts, { ...counting, axes: [rows] }, ofRows, 0)
  return {
    cells: inLines(releasedCells(by, query, inner), columns.codes.length),
    rowTotals: releasedCells(by, { ...counting, axes: [rows] }, ofRows),
    columnTotals: releasedCells(by, { ...counting, axes: [columns] }, ofColumns),
    total: releasedCells(by, { ...counting, axes: [] }, all)[0]!,
  }
}

/** What the outcomes of a share are counted by: some dimensions, and the outcome last. Throws for a measure that is no share. */
export function outcomeQuery(counting: Counting, measure: Measure, dimensions: readonly Dimension[]): CellQuery {
  if (measure.kind !== 'share') throw new RangeError(`${measure.name} is not a share`)
  return { ...counting, axes: [...dimensions, outcomeDimension(measure.numerator)] }
}

/**
 * Outcomes of a share for every combination of codes of some dimensions. Throws for a measure that is no share, or where a fact may have several codes.
 * @param known the counts by `outcomeQuery`, when they are known already
 */
export function releasedOutcomes(
  by: Releasing,
  counting: Counting,
  measure: Measure,
  dimensions: readonly Dimension[],
  known?: KeyedTabulation,
): ShareCells[] {
  const multi = dimensions.find(({ kind }) => kind === 'multi')
  if (multi) throw new RangeError(`Outcomes by ${multi.name} have no sums: a fact is in several rows`)
  const query = outcomeQuery(counting, measure, dimensions)
  const counted = known ?? countedCells(by.facts, query)
  const whole = withoutAxis(by.facts, query, counted, dimensions.length)
  const lines = inLines(releasedCells(by, query, counted), outcomeCodes.length)
  const wholes = releasedCells(by, { ...counting, axes: dimensions }, whole)
  return lines.map(([, yes, unknown, apart], at) => {
    const n = wholes[at]!
    const x = partOf(yes!, n)
    const counts = countedAt(counted, at * outcomeCodes.length + outcomeCodes.indexOf('unknown'))
    const known = partOf(restCell(without(countedAt(whole, at), counts), n, unknown!, by.noise), n)
    const hasApart = measure.kind === 'share' && measure.numerator === 'selfSupportingAfter'
    return { x, n, unknown: partOf(unknown!, n), known, apart: hasApart ? partOf(apart!, n) : undefined }
  })
}

/** One count of everything asked for; of several periods, the participations of each added up (they have no address, so they have noise). */
export function releasedCount(by: Releasing, counting: Counting, periods = [counting.period]): Cell {
  const [only, ...more] = periods.map((period) => ({ ...counting, period, axes: [] }))
  if (more.length === 0) return releasedCells(by, only!)[0]!
  return releasedCell(together([only!, ...more].map((query) => countedAt(countedCells(by.facts, query), 0))), by.noise)
}

function inLines(cells: readonly Cell[], width: number): Cell[][] {
  return Array.from({ length: cells.length / width }, (_, row) => cells.slice(row * width, (row + 1) * width))
}
