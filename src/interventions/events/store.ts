import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Selectable } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import { breaksRule, notFound, Refusal } from '../../platform/errors.ts'
import type { Scope } from '../../platform/scope.ts'
import { findSentBefore } from '../../platform/sentAgain.ts'
import { stockholmDate } from '../../values/civilDate.ts'
import type { InterventionEventRow } from '../tables.ts'
import type { EventFields, InterventionEvent } from './domain.ts'

/** An intervention as one of its associations has it. */
export interface EventPlace {
  associationId: string
  id: string
}

/** The events of an intervention that the association itself has recorded, latest first. Throws `Refusal` 404 when it is not one of its interventions. */
export async function listEvents(queries: Queries, place: EventPlace): Promise<InterventionEvent[]> {
  await demandIntervention(queries, place)
  const rows = await queries
    .selectFrom('intervention_event as e')
    .innerJoin('app_user as u', 'u.id', 'e.recorded_by')
    .selectAll('e')
    .select('u.name as recorder')
    .where('e.association_id', '=', place.associationId)
    .where('e.intervention_id', '=', place.id)
    .where('e.current', '=', true)
    .where('e.withdrawn', '=', false)
    .orderBy('e.held_on', 'desc')
    .orderBy('e.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    ...fieldsOf(row),
    recordedAt: row.recorded_at,
    recordedBy: row.recorder,
  }))
}

function fieldsOf(row: Omit<Selectable<InterventionEventRow>, 'current'>): EventFields {
  return {
    heldOn: row.held_on,
    kind: row.kind as EventFields['kind'],
    name: row.name,
    days: row.half_days / 2,
    participants: row.participants,
    parties: row.parties as EventFields['parties'],
  }
}

/**
 * Records an event; one that has been recorded already under the same id is left as it is. Throws `Refusal` 404, 409 when what arrived under
 * the id says something else, and 422 for an intervention that is individual only, a day to come or one that it did not run.
 */
export async function recordEvent(
  queries: Queries,
  scope: Scope,
  place: EventPlace,
  { id = randomUUID(), ...given }: EventFields & { id?: string | undefined },
  now: Date,
): Promise<void> {
  await demandDay(queries, place, given, now)
  const first = await findSentBefore(queries, id, {
    find: () =>
      queries
        .selectFrom('intervention_event')
        .selectAll()
        .where('association_id', '=', place.associationId)
        .where('id', '=', id)
        .where('version', '=', 1)
        .executeTakeFirst(),
    isSame: (row) => row.intervention_id === place.id && isDeepStrictEqual(fieldsOf(row), given),
    refusal: ({ name }) => new Refusal(409, 'events.arrivedBefore', { name }),
  })
  if (!first) await write(queries, scope, place, { id, version: 1, withdrawn: false }, given, now)
}

/** Corrects or withdraws an event as a new version. Throws `Refusal` 404, 409 when somebody changed it meanwhile, 422 as `recordEvent`. */
export async function changeEvent(
  queries: Queries,
  scope: Scope,
  place: EventPlace & { eventId: string },
  change: EventFields & { version: number; withdrawn: boolean },
  now: Date,
): Promise<void> {
  const before = await queries
    .selectFrom('intervention_event')
    .select('version')
    .where('association_id', '=', place.associationId)
    .where('intervention_id', '=', place.id)
    .where('id', '=', place.eventId)
    .where('current', '=', true)
    .where('withdrawn', '=', false)
    .forUpdate()
    .executeTakeFirst()
  if (!before) throw notFound()
  if (before.version !== change.version) throw new Refusal(409, 'interventions.changedMeanwhile')
  if (!change.withdrawn) await demandDay(queries, place, change, now)
  await queries
    .updateTable('intervention_event')
    .set({ current: false })
    .where('association_id', '=', place.associationId)
    .where('id', '=', place.eventId)
    .where('current', '=', true)
    .execute()
  await write(queries, scope, place, { id: place.eventId, version: before.version + 1, withdrawn: change.withdrawn }, change, now)
}

async function write(
  queries: Queries,
  scope: Scope,
  place: EventPlace,
  key: { id: string; version: number; withdrawn: boolean },
  given: EventFields,
  now: Date,
): Promise<void> {
  await queries
    .insertInto('intervention_event')
    .values({
      ...{ ...key, current: true, association_id: place.associationId, intervention_id: place.id },
      ...{ held_on: given.heldOn, kind: given.kind, name: given.name, half_days: given.days * 2 },
      ...{ participants: given.participants, parties: given.parties },
      ...{ recorded_at: now.toISOString(), recorded_by: scope.userId },
    })
    .execute()
}

async function demandIntervention(queries: Queries, { associationId, id }: EventPlace) {
  const row = await queries
    .selectFrom('intervention as i')
    .innerJoin('intervention_association as a', 'a.intervention_id', 'i.id')
    .select(['i.orientation', 'i.start_date', 'i.end_date'])
    .where('i.id', '=', id)
    .where('a.association_id', '=', associationId)
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}

async function demandDay(queries: Queries, place: EventPlace, { heldOn }: EventFields, now: Date): Promise<void> {
  const intervention = await demandIntervention(queries, place)
  if (intervention.orientation === 'individual') throw breaksRule('events.notStructural')
  const fault = (key: string) => breaksRule(key, {}, [{ where: 'body.heldOn', key }])
  if (heldOn > stockholmDate(now)) throw fault('events.inFuture')
  if (heldOn < intervention.start_date || heldOn > (intervention.end_date ?? heldOn)) throw fault('events.notRunning')
}
