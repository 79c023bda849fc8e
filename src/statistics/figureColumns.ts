import { valueOf, type Cell } from '../disclosure/cell.ts'
import type { Figure, MeasureFigures } from './domain.ts'
import type { Writing } from './figure.ts'
import { cellText, signOf } from './plainText.ts'

type Words = Pick<Writing, 'locale' | 't'>

/** What stands in one place of a file: a number where there is one. */
export type Value = string | number | null

/** A number with the sign that goes before it, so that no file loses which numbers are approximate. */
export interface Signed {
  sign: string
  value: Value
}

/** The parts of a figure, each a column of a file. Texts: `statistics.column.<part>`. */
export type Column = 'value' | 'n' | 'unknown' | 'share' | 'from' | 'to' | 'median' | 'lower' | 'upper'

/** The columns of figures of a unit. */
export function columnsOf(unit: MeasureFigures['measure']['unit']): Column[] {
  if (unit === 'share') return ['value', 'n', 'unknown', 'share', 'from', 'to']
  return unit === 'days' ? ['n', 'lower', 'median', 'upper'] : ['value']
}

const derived = new Set<Column>(['share', 'from', 'to'])

/** The heading of a column, with one for its sign where it has one. */
export function headingOf(column: Column, { t }: Pick<Writing, 't'>): Value | Signed {
  const title = t(`statistics.column.${column}`)
  return derived.has(column) ? title : signedHeading(title, { t })
}

/** A heading above numbers that may be approximate. */
export function signedHeading(title: string, { t }: Pick<Writing, 't'>): Signed {
  return { sign: t('statistics.column.sign'), value: title }
}

/** One part of a figure; shares in per cent with one decimal. */
export function valueIn(figure: Figure, column: Column, writing: Words): Value | Signed {
  const cell = { value: figure.value, median: figure.value, n: figure.n, unknown: figure.unknown, lower: figure.lower, upper: figure.upper }
  if (column in cell) return written(cell[column as keyof typeof cell] ?? figure.value, writing)
  const per = { share: figure.share?.share, from: figure.share?.lower, to: figure.share?.upper }[column as 'share' | 'from' | 'to']
  return per === undefined ? null : Math.round(per * 1000) / 10
}

/** A number with its sign where there is one; else why not, in words. */
export function written(cell: Cell, { locale }: Words): Signed {
  return { sign: signOf(cell), value: valueOf(cell) ?? cellText(cell, locale) }
}

/** A line with a column of its own for each sign: for files that hold nothing but text. */
export function withSigns(line: readonly (Value | Signed)[]): Value[] {
  return line.flatMap((part) => (isSigned(part) ? [part.sign, part.value] : [part]))
}

/** Whether a part of a line has a sign of its own. */
export function isSigned(part: Value | Signed): part is Signed {
  return typeof part === 'object' && part !== null
}
