import { hasAxis, type Definition, type Merged, type PublishedTable } from '../domain.ts'
import { codesWithin } from './mergedCode.ts'

/** A table in which these codes, and whatever any of them is merged with already, are shown as one. */
export function withMerged(table: PublishedTable, { axis, codes }: Merged): PublishedTable {
  const asked = new Set(codes.flatMap(codesWithin))
  const isTouched = (one: Merged): boolean => one.axis === axis && one.codes.some((code) => asked.has(code))
  const merged = table.merged ?? []
  const together = new Set([...asked, ...merged.filter(isTouched).flatMap((one) => one.codes)])
  return { ...table, merged: [...merged.filter((one) => !isTouched(one)), { axis, codes: [...together] }] }
}

/** The same publication with codes of a breakdown as one in every table that shows it. */
export function mergedInAll(definition: Definition, merge: Merged): Definition {
  const tables = definition.tables.map((table) => (hasAxis(table, merge.axis) ? withMerged(table, merge) : table))
  return { ...definition, tables }
}
