import { sql, type SelectQueryBuilder } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import { notFound } from '../../platform/errors.ts'
import { interventionsOf, type Scope } from '../../platform/scope.ts'
import { fromColumns } from '../columns.ts'
import type { Participation } from '../domain.ts'
import type { Contact } from './contact.ts'
import type { ParticipationRecord, RecordSummary, RecordVersion, ToDoView } from './contract.ts'
import { followUpPlan } from './followUps.ts'
import { findSwitchedOff } from './optionalPoints.ts'
import { statusIntervals } from './status.ts'
import { toDoOf } from './toDo.ts'
import { viewsOf } from './viewColumns.ts'

/** Who sees participations. */
export const STAFF = ['caseworker', 'controllerAdmin'] as const

/** Current versions of a controller in the interventions that the person may see: own ones, present or past. */
export function currentRecords(queries: Queries, scope: Scope, controllerId: string) {
  return currentVersions(queries, scope, controllerId).innerJoin('intervention as i', 'i.id', 'p.intervention_id')
}

/** The same without the names of interventions: what has to go through all of them is spared that many look-ups. */
export function currentVersions(queries: Queries, scope: Scope, controllerId: string) {
  const assigned = interventionsOf(scope, controllerId, STAFF)
  const query = queries
    .selectFrom('participation as p')
    .innerJoin('participation_version as v', (join) =>
      join.onRef('v.controller_id', '=', 'p.controller_id').onRef('v.participation_id', '=', 'p.id').on('v.current', '=', true),
    )
    .where('p.controller_id', '=', controllerId)
    // Locked until there is a decision on disposal: not there for anybody.
    .where('p.locked_at', 'is', null)
    // The same said of the version, so that its own indexes are found.
    .where('v.controller_id', '=', controllerId)
  if (assigned === 'all') return query
  return query.where(sql<boolean>`p.intervention_id = any(${assigned}::uuid[])`)
}

/** Adds the columns of a summary. */
export function withSummary<DB, TB extends keyof DB, O>(query: SelectQueryBuilder<DB, TB, O>) {
  return (query as unknown as ReturnType<typeof currentRecords>)
    .select(['p.id', 'p.code', 'p.intervention_id', 'i.name as intervention_name'])
    .select(['v.entry_date', 'v.exit_date', 'v.ground'])
}

/** A row of `withSummary` as the page has it. */
export function toSummary(row: {
  id: string
  code: string
  intervention_id: string
  intervention_name: string
  entry_date: string
  exit_date: string | null
  ground: string
}): RecordSummary {
  return {
    id: row.id,
    code: row.code,
    intervention: { id: row.intervention_id, name: row.intervention_name },
    entryDate: row.entry_date,
    exitDate: row.exit_date,
    draft: row.ground === 'none',
  }
}

export interface RecordPlace {
  controllerId: string
  id: string
}

/** One participation, with all that is known about it on the day. Throws `Refusal` 404 when it is not there for this person. */
export async function getRecord(queries: Queries, scope: Scope, place: RecordPlace, today: string): Promise<ParticipationRecord> {
  const row = await withSummary(currentRecords(queries, scope, place.controllerId))
    .innerJoin('app_user as u', 'u.id', 'v.recorded_by')
    .selectAll('v')
    .select(['p.person_id', 'i.end_date', 'u.name as recorder'])
    .where('p.id', '=', place.id)
    .executeTakeFirst()
  if (!row) throw notFound()
  const participation = fromColumns(row as Record<string, unknown>)
  const contacts = await listContacts(queries, place)
  const off = (await findSwitchedOff(queries, place.controllerId)).get(row.intervention_id) ?? []
  const { intervals, knownUntil } = statusIntervals(participation, contacts.toReversed())
  const others = await withSummary(currentRecords(queries, scope, place.controllerId))
    .where('p.person_id', '=', row.person_id)
    .where('p.id', '!=', place.id)
    .orderBy('v.entry_date', 'desc')
    .limit(50)
    .execute()
  return {
    ...toSummary(row),
    version: row.version,
    recordedAt: row.recorded_at,
    recordedBy: row.recorder,
    participation,
    contacts,
    followUps: followUpPlan(participation, contacts, today, off),
    toDo: toDoOf(participation, contacts, { endDate: row.end_date, off }, today) as ToDoView[],
    intervals,
    knownUntil,
    others: others.map(toSummary),
    identity: await identityStanding(queries, place),
  }
}

/** Whether the controller has personal numbers open, and whether one is stored for the participation. */
async function identityStanding(queries: Queries, { controllerId, id }: RecordPlace): Promise<ParticipationRecord['identity']> {
  return queries
    .selectFrom('controller as c')
    .select((on) => [
      on('c.identity_opened_at', 'is not', null).as('open'),
      on
        .exists(
          on
            .selectFrom('identity as n')
            .select('n.recorded_at')
            .where('n.controller_id', '=', controllerId)
            .where('n.participation_id', '=', id),
        )
        .as('stored'),
    ])
    .where('c.organisation_id', '=', controllerId)
    .$narrowType<{ open: boolean; stored: boolean }>()
    .executeTakeFirstOrThrow()
}

/** The follow-ups of a participation in their newest versions, withdrawn ones left out, latest first. */
export async function listContacts(queries: Queries, place: RecordPlace): Promise<Contact[]> {
  const rows = await queries
    .selectFrom('contact as c')
    .innerJoin('app_user as u', 'u.id', 'c.recorded_by')
    .selectAll('c')
    .select('u.name as recorder')
    .where('c.controller_id', '=', place.controllerId)
    .where('c.participation_id', '=', place.id)
    .where('c.current', '=', true)
    .where('c.withdrawn', '=', false)
    .orderBy('c.contact_date', 'desc')
    .orderBy('c.recorded_at', 'desc')
    .orderBy('c.id', 'desc')
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
  }))
}

/** Every version of a participation, newest first. Throws `Refusal` 404 when it is not there for this person. */
export async function listVersions(queries: Queries, scope: Scope, place: RecordPlace): Promise<RecordVersion[]> {
  await demandRecord(queries, scope, place)
  const rows = await queries
    .selectFrom('participation_version as v')
    .innerJoin('app_user as u', 'u.id', 'v.recorded_by')
    .selectAll('v')
    .select('u.name as recorder')
    .where('v.controller_id', '=', place.controllerId)
    .where('v.participation_id', '=', place.id)
    .orderBy('v.version', 'desc')
    .execute()
  return rows.map((row) => ({
    version: row.version,
    recordedAt: row.recorded_at,
    recordedBy: row.recorder,
    imported: row.import_id !== null,
    participation: fromColumns(row as unknown as Record<string, unknown>),
  }))
}

interface RecordBefore {
  version: number
  /** Id of whoever wrote the version. */
  recordedBy: string
  participation: Participation
  personId: string
  interventionId: string
  associationId: string
}

/** What a change of a record has to know of it. Locks the participation until the transaction ends. Throws `Refusal` 404. */
export async function demandRecord(queries: Queries, scope: Scope, place: RecordPlace): Promise<RecordBefore> {
  // A statement that has waited for a lock reads only the locked row anew: the version is asked for in one that begins after the wait.
  await queries
    .selectFrom('participation')
    .select('id')
    .where('controller_id', '=', place.controllerId)
    .where('id', '=', place.id)
    .forUpdate()
    .execute()
  const row = await currentRecords(queries, scope, place.controllerId)
    .selectAll('v')
    .select(['p.person_id', 'p.intervention_id', 'p.association_id'])
    .where('p.id', '=', place.id)
    .executeTakeFirst()
  if (!row) throw notFound()
  return {
    version: row.version,
    recordedBy: row.recorded_by,
    participation: fromColumns(row as unknown as Record<string, unknown>),
    personId: row.person_id,
    interventionId: row.intervention_id,
    associationId: row.association_id,
  }
}
