import { valueOf, type Cell } from '../disclosure/cell.ts'
import type { Figure, MeasureFigures } from './domain.ts'
import { cellText, type Writing } from './figure.ts'

type Words = Pick<Writing, 'locale' | 't'>

/** What stands in one place of a file: a number where there is one. */
export type Value = string | number | null

/** The parts of a figure, each a column of a file. Texts: `statistics.column.<part>`. */
export type Column = 'value' | 'n' | 'unknown' | 'share' | 'from' | 'to' | 'median' | 'lower' | 'upper'

/** The columns of figures of a unit. */
export function columnsOf(unit: MeasureFigures['measure']['unit']): Column[] {
  if (unit === 'share') return ['value', 'n', 'unknown', 'share', 'from', 'to']
  return unit === 'days' ? ['n', 'lower', 'median', 'upper'] : ['value']
}

/** One part of a figure; shares in per cent with one decimal. */
export function valueIn(figure: Figure, column: Column, writing: Words): Value {
  const cell = { value: figure.value, median: figure.value, n: figure.n, unknown: figure.unknown, lower: figure.lower, upper: figure.upper }
  if (column in cell) return written(cell[column as keyof typeof cell] ?? figure.value, writing)
  const per = { share: figure.share?.share, from: figure.share?.lower, to: figure.share?.upper }[column as 'share' | 'from' | 'to']
  return per === undefined ? null : Math.round(per * 1000) / 10
}

/** A number where there is one; else why not, in words. */
export function written(cell: Cell, writing: Words): Value {
  return valueOf(cell) ?? cellText(cell, writing)
}
