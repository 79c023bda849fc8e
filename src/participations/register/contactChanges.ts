import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Selectable } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import { notFound, Refusal, refuseFaulty } from '../../platform/errors.ts'
import type { Scope } from '../../platform/scope.ts'
import { findSentBefore } from '../../platform/sentAgain.ts'
import { stockholmDate } from '../../values/civilDate.ts'
import { insertMany, noteRegistration } from '../bulk.ts'
import { factRows } from '../fact.ts'
import { followUpsOf } from '../followUpStore.ts'
import type { ContactRow } from '../tables.ts'
import { contactFaults, type ContactFields } from './contact.ts'
import { viewColumns, viewsOf } from './viewColumns.ts'
import type { ParticipationRecord } from './contract.ts'
import { demandRecord, getRecord, type RecordPlace } from './recordStore.ts'

/**
 * Records a follow-up or an attempt; one that has been recorded already under the same id is left as it is. Throws `Refusal` 404 when the
 * participation is not there for this person, 409 when what arrived under the id says something else, 422 with each broken rule.
 */
export async function recordContact(
  queries: Queries,
  scope: Scope,
  place: RecordPlace,
  { id = randomUUID(), ...contact }: ContactFields & { id?: string | undefined },
  now: Date,
): Promise<ParticipationRecord> {
  const record = await demandRecord(queries, scope, place)
  refuseFaulty(contactFaults(contact, record.participation, stockholmDate(now)))
  const first = await findSentBefore(queries, id, {
    find: () =>
      contactVersions(queries, { ...place, contactId: id })
        .where('version', '=', 1)
        .executeTakeFirst(),
    isSame: (row) => says(row, contact),
    refusal: (row) => new Refusal(409, 'register.contactArrivedBefore', { date: row.contact_date }),
  })
  if (!first) {
    await writeContact(queries, scope, place, { id, version: 1, withdrawn: false }, contact, now)
    await renewFact(queries, place, record)
  }
  return getRecord(queries, scope, place, stockholmDate(now))
}

/**
 * Corrects or withdraws a follow-up as a new version; the same change sent again by the same person is left as it is. Throws `Refusal`
 * 404, 409 when it was changed meanwhile, 422.
 */
export async function changeContact(
  queries: Queries,
  scope: Scope,
  place: RecordPlace & { contactId: string },
  { version, withdrawn, ...contact }: ContactFields & { version: number; withdrawn: boolean },
  now: Date,
): Promise<ParticipationRecord> {
  const record = await demandRecord(queries, scope, place)
  const before = await contactVersions(queries, place).where('current', '=', true).executeTakeFirst()
  const isMade = before?.version === version + 1 && before.recorded_by === scope.userId && before.withdrawn === withdrawn
  if (isMade && says(before, contact)) return getRecord(queries, scope, place, stockholmDate(now))
  if (!before || before.withdrawn) throw notFound()
  if (before.version !== version) throw new Refusal(409, 'register.changedMeanwhile')
  if (!withdrawn) refuseFaulty(contactFaults(contact, record.participation, stockholmDate(now)))
  await queries
    .updateTable('contact')
    .set({ current: false })
    .where('controller_id', '=', place.controllerId)
    .where('participation_id', '=', place.id)
    .where('id', '=', place.contactId)
    .execute()
  await writeContact(queries, scope, place, { id: place.contactId, version: version + 1, withdrawn }, contact, now)
  await renewFact(queries, place, record)
  return getRecord(queries, scope, place, stockholmDate(now))
}

/** Every version of a follow-up of a participation. */
function contactVersions(queries: Queries, place: RecordPlace & { contactId: string }) {
  return queries
    .selectFrom('contact')
    .selectAll()
    .where('controller_id', '=', place.controllerId)
    .where('participation_id', '=', place.id)
    .where('id', '=', place.contactId)
}

type Said = Selectable<ContactRow>

/** Whether a stored follow-up says just this; the order of sources of support says nothing. */
function says(row: Said, contact: ContactFields): boolean {
  const { date, reached, source, changes } = contact
  const isSame = row.contact_date === date && row.reached === reached && row.source === source
  return isSame && isDeepStrictEqual(row.changes, changes) && isDeepStrictEqual(viewsOf(row), viewsOf(viewColumns(contact)))
}

/** What the follow-ups tell now is what the figures are made of. */
async function renewFact(
  queries: Queries,
  place: RecordPlace,
  { participation, personId, interventionId, associationId }: Awaited<ReturnType<typeof demandRecord>>,
): Promise<void> {
  const { controllerId, id } = place
  await queries.deleteFrom('fact').where('controller_id', '=', controllerId).where('participation_id', '=', id).execute()
  const where = { controller_id: controllerId, person_id: personId, intervention_id: interventionId, association_id: associationId }
  const contacts = (await followUpsOf(queries, controllerId, [id])).get(id)
  await insertMany(queries, 'fact', factRows(id, where, participation, contacts))
  await noteRegistration(queries)
}

async function writeContact(
  queries: Queries,
  scope: Scope,
  place: RecordPlace,
  key: { id: string; version: number; withdrawn: boolean },
  contact: ContactFields,
  now: Date,
): Promise<void> {
  await queries
    .insertInto('contact')
    .values({
      ...key,
      controller_id: place.controllerId,
      participation_id: place.id,
      recorded_at: now.toISOString(),
      recorded_by: scope.userId,
      contact_date: contact.date,
      reached: contact.reached,
      source: contact.source,
      changes: JSON.stringify(contact.changes),
      ...viewColumns(contact),
    })
    .execute()
}
