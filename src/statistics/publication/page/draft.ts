import type { Definition, Merged, PublishedTable } from '../domain.ts'
import { defaultPublicationPolicy, hasAxis } from '../domain.ts'
import { codesWithin } from '../union/mergedCode.ts'

/** A table to begin with. */
export const firstTable = (): PublishedTable => ({ population: 'exits', place: 'association', region: false, by: ['sex'] })

/** What a new publication begins as, with the tables that most people ask for. Who took part is published of whole years only. */
export function emptyDefinition(year: number, month = 12): Definition {
  const inPeriod: PublishedTable[] = month === 12 ? [{ ...firstTable(), population: 'inPeriod' }] : []
  return {
    ...{ title: { sv: '', en: '' }, year, month, policy: { ...defaultPublicationPolicy } },
    tables: [...inPeriod, firstTable(), { ...firstTable(), by: ['afterExit', 'sex'] }],
  }
}

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

/** A table without what no longer fits its breakdowns: merged codes of breakdowns that it does not have. */
export function withoutStrayMerges(table: PublishedTable): PublishedTable {
  const merged = (table.merged ?? []).filter(({ axis }) => hasAxis(table, axis))
  return merged.length === (table.merged ?? []).length ? table : { ...table, merged }
}
