import type { ColumnType, FactArrays } from '../participations/factColumns.ts'
import { copyRows } from './copyRows.ts'
import type { Facts } from './facts.ts'

interface ArrayOf {
  u8: Uint8Array
  u16: Uint16Array
  i32: Int32Array
  u32: Uint32Array
}

/** Where a value per fact comes from: a column of facts, or one derived from several columns and then kept. */
export type ColumnSource<T extends ColumnType = ColumnType> = T extends ColumnType
  ? { type: T; name: NamesOf<T> } | { type: T; name: string; derive: (facts: Facts) => ArrayOf[T] }
  : never

type NamesOf<T extends ColumnType> = {
  [N in keyof FactArrays]: FactArrays[N] extends ArrayOf[T] ? N : never
}[keyof FactArrays]

const derivedColumns = new WeakMap<Facts, Map<string, ArrayOf[ColumnType]>>()

/** The typed array of a column source. A derived one is computed at first use and kept as long as the facts. */
export function columnOf(facts: Facts, source: ColumnSource): ArrayOf[ColumnType] {
  if (!('derive' in source)) return facts.columns[source.name]
  let known = derivedColumns.get(facts)
  if (!known) derivedColumns.set(facts, (known = new Map()))
  let column = known.get(source.name)
  if (!column) known.set(source.name, (column = derived(facts, source)))
  return column
}

/** Of a part of some facts the values are those of the whole, which may have them already. */
function derived(facts: Facts, source: Extract<ColumnSource, { derive: unknown }>): ArrayOf[ColumnType] {
  return facts.partOf ? copyRows(columnOf(facts.partOf.facts, source), facts.partOf.rows) : source.derive(facts)
}
