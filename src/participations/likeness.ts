import { sql } from 'kysely'
import type { Queries } from '../platform/database.ts'
import type { Participation } from './domain.ts'
import type { ImportRow } from './import/importRow.ts'

/** What two rows without a reference have in common when they seem to be the same participation. */
const likenessOf = (intervention: string, sex: string, birthYear: number, entryDate: string): string =>
  `${intervention} ${sex} ${birthYear} ${entryDate}`
/** The same, of a participation. */
export const likeness = (intervention: string, one: Participation): string =>
  likenessOf(intervention, one.sex, one.birthYear, one.entryDate)

/** Current participations of a controller that began on the same day as some row without a reference. */
async function findBegun(queries: Queries, controllerId: string, rows: readonly ImportRow[], exceptImport: string) {
  const dates = [...new Set(rows.filter((row) => row.reference === undefined).map((row) => row.entryDate))]
  if (dates.length === 0) return []
  return queries
    .selectFrom('participation_version as v')
    .select(['v.participation_id', 'v.sex', 'v.birth_year', 'v.entry_date'])
    .where('v.controller_id', '=', controllerId)
    .where('v.current', '=', true)
    .where('v.entry_date', 'in', dates)
    .where((on) => on.or([on('v.exit_reason', 'is', null), on('v.exit_reason', '!=', 'felregistrering')]))
    .where((on) => on.or([on('v.import_id', 'is', null), on('v.import_id', '!=', exceptImport)]))
    .execute()
}

/**
 * The intervention of each participation. Asked for by itself: where the database does not know yet that thousands have come in (the embedded one finds out when
 * it starts), it joined each of them with all others of the controller.
 */
async function interventionsOf(queries: Queries, controllerId: string, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await queries
    .selectFrom('participation')
    .select(['id', 'intervention_id'])
    .where('controller_id', '=', controllerId)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, row.intervention_id]))
}

/** The likenesses found among what is there already, outside the import. */
export async function likelyKeys(
  queries: Queries,
  controllerId: string,
  rows: readonly ImportRow[],
  exceptImport: string,
): Promise<Set<string>> {
  const begun = await findBegun(queries, controllerId, rows, exceptImport)
  if (begun.length === 0) return new Set()
  const interventions = await interventionsOf(
    queries,
    controllerId,
    begun.map((one) => one.participation_id),
  )
  return new Set(
    begun.flatMap((one) => {
      const intervention = interventions.get(one.participation_id)
      return intervention === undefined ? [] : [likenessOf(intervention, one.sex, one.birth_year, one.entry_date)]
    }),
  )
}
