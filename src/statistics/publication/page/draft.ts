import type { Definition, PublishedTable } from '../domain.ts'
import { defaultPublicationPolicy } from '../domain.ts'

/** A table to begin with. */
export const firstTable = (): PublishedTable => ({ population: 'exits', place: 'association', region: false, by: ['sex'] })

/** What a new publication begins as: last year, with the tables that most people ask for. */
export function emptyDefinition(year: number): Definition {
  return {
    ...{ title: { sv: '', en: '' }, year, month: 12, policy: { ...defaultPublicationPolicy } },
    tables: [{ ...firstTable(), population: 'inPeriod' }, firstTable(), { ...firstTable(), by: ['afterExit', 'sex'] }],
  }
}
