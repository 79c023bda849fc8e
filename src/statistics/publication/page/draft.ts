import type { Definition, PublishedTable } from '../domain.ts'
import { defaultPublicationPolicy, hasAxis } from '../domain.ts'

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

/** A table without what no longer fits its breakdowns: merged codes of breakdowns that it does not have. */
export function withoutStrayMerges(table: PublishedTable): PublishedTable {
  const merged = (table.merged ?? []).filter(({ axis }) => hasAxis(table, axis))
  return merged.length === (table.merged ?? []).length ? table : { ...table, merged }
}
