import { sql, type RawBuilder } from 'kysely'
import type { Queries } from '../platform/database.ts'

/** A commission as a place: the interventions that carry it out. */
export interface CommissionPlace {
  id: string
  name: string
  /** Of the association that has it. */
  slug: string
  associationId: string
  associationName: string
  interventions: readonly string[]
}

/** The commissions with interventions of the layer that the data are in, in the order of the alphabet. */
export async function listCommissionPlaces(queries: Queries, fictive: boolean): Promise<CommissionPlace[]> {
  const { rows } = await sql<{ id: string; title: string; slug: string; association_id: string; name: string; interventions: string[] }>`
    select p.id, p.title, a.slug, p.association_id, a.name, p.interventions
    from commission_places() p join association a on a.id = p.association_id
    where a.fictive = ${fictive} order by p.title collate sv, p.id`.execute(queries)
  return rows.map(({ id, title, slug, association_id, name, interventions }) => ({
    ...{ id, name: title, slug, associationId: association_id, associationName: name, interventions },
  }))
}

/** Whether the intervention in a column carries out a commission. */
export const worksFor = (commission: string, intervention: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`exists (select from commission_places() p where p.id = ${commission}::uuid and ${intervention} = any (p.interventions))`
