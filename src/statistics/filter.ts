import { monthNumber } from '../values/month.ts'
import type { Period } from '../values/month.ts'
import type { Dimension, MultiDimension } from './dimension.ts'
import { missingValue } from '../participations/factColumns.ts'
import type { ColumnSource } from './column.ts'

/** Keeps the facts whose value in a column is marked 1 in a table over all values (256 or 65,536 of them). */
export interface ValueFilter {
  kind: 'values'
  column: ColumnSource<'u8' | 'u16'>
  keep: Uint8Array
}

/** Keeps the facts whose set holds at least one of the given bits. */
export interface BitFilter {
  kind: 'bits'
  column: ColumnSource<'u32'>
  any: number
}

export type Filter = ValueFilter | BitFilter

const noMonth = missingValue.u16

/** Participations in a period: entry ≤ period end and (no exit or exit ≥ period start). */
export function inPeriod(period: Period): ValueFilter[] {
  const from = monthNumber(period.from)
  const to = monthNumber(period.to)
  return [
    { kind: 'values', column: { name: 'entryMonth', type: 'u16' }, keep: monthsKept(0, to) },
    { kind: 'values', column: { name: 'exitMonth', type: 'u16' }, keep: monthsKept(from, noMonth) },
  ]
}

/** Participations that began in a period. */
export function enteredIn(period: Period): ValueFilter[] {
  return [monthsOf('entryMonth', period)]
}

/** Exits in a period. */
export function exitedIn(period: Period): ValueFilter[] {
  return [monthsOf('exitMonth', period)]
}

/** Facts with one of the given codes of a dimension. Throws for a code outside it. */
export function having(dimension: Dimension, codes: readonly string[]): Filter {
  const positions = codes.map((code) => positionOf(dimension, code))
  if (dimension.kind === 'multi') return bitFilter(dimension, positions)
  const { column, lookup } = dimension
  return { kind: 'values', column, keep: marked(lookup.length, (value) => positions.includes(lookup[value]!)) }
}

function monthsOf(name: 'entryMonth' | 'exitMonth', period: Period): ValueFilter {
  const from = monthNumber(period.from)
  const to = monthNumber(period.to)
  return { kind: 'values', column: { name, type: 'u16' }, keep: monthsKept(from, Math.min(to, noMonth - 1)) }
}

/** Marks the months from one to another, both included. Filled at once: a table over time makes thousands. */
function monthsKept(from: number, to: number): Uint8Array {
  return new Uint8Array(65536).fill(1, from, to + 1)
}

function bitFilter(dimension: MultiDimension, positions: number[]): Filter {
  const unknown = dimension.codes.length - 1
  const any = positions.reduce((set, position) => set | (1 << (position === unknown ? 31 : position)), 0)
  return { kind: 'bits', column: dimension.column, any }
}

function positionOf(dimension: Dimension, code: string): number {
  const position = dimension.codes.findIndex((entry) => entry.code === code)
  if (position < 0) throw new RangeError(`${code} is not a code of the dimension ${dimension.name}`)
  return position
}

function marked(size: number, isKept: (value: number) => boolean): Uint8Array {
  const keep = new Uint8Array(size)
  for (let value = 0; value < size; value++) if (isKept(value)) keep[value] = 1
  return keep
}
