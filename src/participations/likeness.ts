import type { Queries } from '../platform/database.ts'
import type { Participation } from './domain.ts'
import type { ImportRow } from './import/importRow.ts'

/** What two rows without a reference have in common when they seem to be the same participation. */
export const likenessOf = (intervention: string, sex: string, birthYear: number, entryDate: string): string =>
  `${intervention} ${sex} ${birthYear} ${entryDate}`
/** The same, of a participation. */
export const likeness = (intervention: string, one: Participation): string =>
  likenessOf(intervention, one.sex, one.birthYear, one.entryDate)

/** Current participations of a controller that have the same intervention, sex, birth year and entry date as some row without a reference. */
export async function findLikely(
  queries: Queries,
  controllerId: string,
  rows: readonly ImportRow[],
  exceptImport: string,
) {
  const dates = [...new Set(rows.filter((row) => row.reference === undefined).map((row) => row.entryDate))]
  if (dates.length === 0) return []
  return queries
    .selectFrom('participation_version as v')
    .innerJoin('participation as p', (join) =>
      join.onRef('p.controller_id', '=', 'v.controller_id').onRef('p.id', '=', 'v.participation_id'),
    )
    .select(['p.intervention_id', 'v.sex', 'v.birth_year', 'v.entry_date'])
    .where('v.controller_id', '=', controllerId)
    .where('v.current', '=', true)
    .where('v.entry_date', 'in', dates)
    .where((on) => on.or([on('v.exit_reason', 'is', null), on('v.exit_reason', '!=', 'felregistrering')]))
    .where((on) => on.or([on('v.import_id', 'is', null), on('v.import_id', '!=', exceptImport)]))
    .execute()
}
