import { sql } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { readConsents } from '../consent/store.ts'
import type { Contact } from '../register/contact.ts'
import { viewsOf } from '../register/viewColumns.ts'
import { getRecord, listVersions, type RecordPlace } from '../register/recordStore.ts'
import type { Extract } from './contract.ts'

/** All that is stored about a participation, and who has read or changed it. Throws `Refusal` 404 when it is not there for this person. */
export async function getExtract(queries: Queries, scope: Scope, place: RecordPlace, today: string): Promise<Extract> {
  const record = await getRecord(queries, scope, place, today)
  const stored = await queries
    .selectFrom('participation as p')
    .innerJoin('controller as c', 'c.organisation_id', 'p.controller_id')
    .innerJoin('organisation as o', 'o.id', 'p.controller_id')
    .innerJoin('association as a', 'a.id', 'p.association_id')
    .select(['o.name', 'c.legal_basis', 'c.decision_reference', 'a.name as association'])
    .select(sql<boolean>`p.reference_hmac is not null`.as('has_reference'))
    .where('p.controller_id', '=', place.controllerId)
    .where('p.id', '=', place.id)
    .executeTakeFirstOrThrow()
  return {
    record,
    versions: await listVersions(queries, scope, place),
    contacts: await everyContact(queries, place),
    consents: await readConsents(queries, place),
    events: await eventsOf(queries, place),
    controller: { name: stored.name, legalBasis: stored.legal_basis, decisionReference: stored.decision_reference },
    association: stored.association,
    hasReference: stored.has_reference,
  }
}

/** Every version of every follow-up, also withdrawn ones, oldest first. */
async function everyContact(queries: Queries, { controllerId, id }: RecordPlace): Promise<Extract['contacts']> {
  const rows = await queries
    .selectFrom('contact as c')
    .innerJoin('app_user as u', 'u.id', 'c.recorded_by')
    .selectAll('c')
    .select('u.name as recorder')
    .where('c.controller_id', '=', controllerId)
    .where('c.participation_id', '=', id)
    .orderBy('c.recorded_at')
    .orderBy('c.version')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    recordedAt: row.recorded_at,
    recordedBy: row.recorder,
    date: row.contact_date,
    reached: row.reached,
    source: row.source as Contact['source'],
    changes: row.changes as Contact['changes'],
    ...viewsOf(row),
    withdrawn: row.withdrawn,
    current: row.current,
  }))
}

interface EventRow {
  at: string
  name: string | null
  user_id: string | null
  endpoint: string
  kind: string
  status: number
}

/** The log is the steward's; of one's own controller's participation everybody in its staff may see who did what. */
async function eventsOf(queries: Queries, { controllerId, id }: RecordPlace): Promise<Extract['events']> {
  const { rows } = await sql<EventRow>`
    select e.at, e.user_id, u.name, e.endpoint, e.kind, e.status
    from audit_of_participation(${controllerId}, ${id}) e left join app_user u on u.id = e.user_id`.execute(queries)
  return rows.map(({ at, name, user_id, endpoint, kind, status }) => ({ at, who: name ?? user_id, endpoint, kind, status }))
}
