import { sql } from 'kysely'
import type { Queries } from '../platform/database.ts'
import { breaksRule } from '../platform/errors.ts'

interface Placing {
  associationId: string
  municipalityCode: string
  belongs: boolean
  source: string
  today: string
}

/**
 * Corrects the register, with a source. The old row is closed, not overwritten. The members follow the area: the act's area is that of the municipalities that are
 * members (§§ 1 and 4). Throws `Refusal` (422) for a municipality that does not exist in the association's own layer: nothing invented is ever hung on a real name,
 * nor the other way round.
 */
export async function placeMunicipality(queries: Queries, change: Placing): Promise<void> {
  const municipality = await queries
    .selectFrom('municipality as m')
    .innerJoin('association as a', 'a.fictive', 'm.fictive')
    .select(['m.region_code', 'm.outside_region'])
    .where('m.code', '=', change.municipalityCode)
    .where('a.id', '=', change.associationId)
    .executeTakeFirst()
  if (!municipality) throw breaksRule('associations.noSuchMunicipality', { code: change.municipalityCode })
  await changeArea(queries, change)
  // A municipality outside every region takes part without one (§ 5 a).
  await followArea(queries, change, municipality.outside_region ? undefined : municipality.region_code)
}

async function changeArea(queries: Queries, { associationId, municipalityCode, belongs, source, today }: Placing): Promise<void> {
  await queries
    .updateTable('association_municipality')
    .set({ valid_to: today })
    .where('municipality_code', '=', municipalityCode)
    .where('association_id', '=', associationId)
    .where('valid_to', 'is', null)
    .execute()
  if (!belongs) return
  await queries
    .insertInto('association_municipality')
    .values({ association_id: associationId, municipality_code: municipalityCode, source, valid_from: today })
    .onConflict((conflict) =>
      conflict.columns(['association_id', 'municipality_code', 'valid_from']).doUpdateSet({ valid_to: null, inferred: false, source }),
    )
    .execute()
}

/** The municipality comes or goes as a member; its region with the first of its municipalities, and with the last. */
async function followArea(queries: Queries, change: Placing, regionCode: string | undefined): Promise<void> {
  const municipal = await organisationsOf(queries, 'municipality_code', change.municipalityCode)
  const regional = regionCode === undefined ? [] : await organisationsOf(queries, 'region_code', regionCode)
  if (change.belongs) {
    await enter(queries, change, municipal, { inferred: false })
    await enter(queries, change, regional, { inferred: true })
  } else {
    await leave(queries, change, municipal)
    if (regionCode !== undefined && !(await hasOthers(queries, change.associationId, regionCode))) await leave(queries, change, regional)
  }
}

async function organisationsOf(queries: Queries, column: 'municipality_code' | 'region_code', code: string): Promise<string[]> {
  const party = column === 'region_code' ? 'region' : 'municipality'
  const rows = await queries.selectFrom('organisation').select('id').where(column, '=', code).where('party', '=', party).execute()
  return rows.map(({ id }) => id)
}

/** Makes organisations members from today. Who is one already stays so, and is no longer inferred where it now has been read at a source. */
async function enter(
  queries: Queries,
  { associationId, today }: Placing,
  organisations: readonly string[],
  { inferred }: { inferred: boolean },
): Promise<void> {
  for (const organisation_id of organisations) {
    const standing = await queries
      .updateTable('membership')
      .set((on) => ({ inferred: inferred ? on.ref('inferred') : false }))
      .where('association_id', '=', associationId)
      .where('organisation_id', '=', organisation_id)
      .where('valid_to', 'is', null)
      .returning('organisation_id')
      .executeTakeFirst()
    if (standing) continue
    await queries
      .insertInto('membership')
      .values({ association_id: associationId, organisation_id, inferred, valid_from: today })
      .onConflict((conflict) =>
        conflict.columns(['association_id', 'organisation_id', 'valid_from']).doUpdateSet({ valid_to: null, inferred }),
      )
      .execute()
  }
}

async function leave(queries: Queries, { associationId, today }: Placing, organisations: readonly string[]): Promise<void> {
  if (organisations.length === 0) return
  await queries
    .updateTable('membership')
    .set({ valid_to: today })
    .where('association_id', '=', associationId)
    .where('organisation_id', 'in', organisations)
    .where('valid_to', 'is', null)
    .execute()
}

/** Whether the area still has a municipality of a region. */
async function hasOthers(queries: Queries, associationId: string, regionCode: string): Promise<boolean> {
  const row = await queries
    .selectFrom('association_municipality as am')
    .innerJoin('municipality as m', 'm.code', 'am.municipality_code')
    .select(sql`1`.as('one'))
    .where('am.association_id', '=', associationId)
    .where('am.valid_to', 'is', null)
    .where('m.region_code', '=', regionCode)
    .where('m.outside_region', '=', false)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
