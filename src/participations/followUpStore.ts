import { sql } from 'kysely'
import type { Database, Queries } from '../platform/database.ts'
import { fromColumns } from './columns.ts'
import { insertMany, touchData } from './bulk.ts'
import { factRows } from './fact.ts'
import type { ContactFields } from './register/contact.ts'
import { viewsOf } from './register/viewColumns.ts'

/** The follow-ups that hold now of some participations of a controller, by participation and in the order in which they were recorded; none for those without. */
export async function followUpsOf(
  queries: Queries,
  controllerId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ContactFields[]>> {
  const found = new Map<string, ContactFields[]>()
  if (ids.length === 0) return found
  const rows = await queries
    .selectFrom('contact')
    .selectAll()
    .where('controller_id', '=', controllerId)
    .where(sql<boolean>`participation_id = any(${ids}::uuid[])`)
    .where('current', '=', true)
    .where('withdrawn', '=', false)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  for (const row of rows) {
    const { participation_id: id, contact_date: date, reached } = row
    const contact = { date, reached, source: row.source, changes: row.changes, ...viewsOf(row) } as ContactFields
    found.set(id, [...(found.get(id) ?? []), contact])
  }
  return found
}

const atOnce = 1000

/** Makes the facts anew that a migration has marked, a thousand at a time, and says how many there were. What is interrupted is gone on with at the next start. */
export async function renewMarkedFacts(database: Database): Promise<number> {
  let renewed = 0
  for (;;) {
    const n = await database.as('samlad_keeper', undefined, renewSome)
    renewed += n
    if (n < atOnce) return renewed
  }
}

async function renewSome(queries: Queries): Promise<number> {
  const marked = await queries
    .selectFrom('fact as f')
    .innerJoin('participation_version as v', (join) =>
      join
        .onRef('v.controller_id', '=', 'f.controller_id')
        .onRef('v.participation_id', '=', 'f.participation_id')
        .on('v.current', '=', true),
    )
    .selectAll('v')
    .select(['f.person_id', 'f.association_id', 'f.intervention_id'])
    .where('f.state_after_start6', '=', -1)
    .limit(atOnce)
    .execute()
  for (const [controllerId, rows] of Map.groupBy(marked, (row) => row.controller_id)) {
    const ids = rows.map((row) => row.participation_id)
    const contacts = await followUpsOf(queries, controllerId, ids)
    await queries
      .deleteFrom('fact')
      .where('controller_id', '=', controllerId)
      .where(sql<boolean>`participation_id = any(${ids}::uuid[])`)
      .execute()
    await insertMany(
      queries,
      'fact',
      rows.flatMap((row) => factRows(row.participation_id, row, fromColumns(row), contacts.get(row.participation_id))),
    )
  }
  if (marked.length > 0) await touchData(queries)
  return marked.length
}
