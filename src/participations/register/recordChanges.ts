import { randomInt, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import { breaksRule, notFound, Refusal, type Fault } from '../../platform/errors.ts'
import type { Scope } from '../../platform/scope.ts'
import { stockholmDate } from '../../values/civilDate.ts'
import { makeParticipantCode, parseParticipantCode } from '../../values/participantCode.ts'
import { insertTogether, noteRegistration } from '../bulk.ts'
import { toColumns } from '../columns.ts'
import type { Participation } from '../domain.ts'
import { differingFields } from '../difference.ts'
import { factRows } from '../fact.ts'
import { associationOf } from '../importRules.ts'
import { demandOpen } from '../demandOpen.ts'
import { findInterventions } from '../importSetting.ts'
import { retireVersions } from '../retire.ts'
import { contactFaults, type ContactFields } from './contact.ts'
import type { ParticipationRecord } from './contract.ts'
import { recordFaults } from './entryRules.ts'
import { demandRecord, getRecord, listContacts, type RecordPlace } from './recordStore.ts'

/**
 * Registers a participation under a new code; one that has been registered already under the same id is given as it is. Throws `Refusal` 409 when that one says something else, 404 for an intervention that is not the person's, 422 while registration
 * is closed or with each broken rule and its place.
 */
export async function registerParticipation(
  queries: Queries,
  scope: Scope,
  controllerId: string,
  given: { id?: string | undefined; interventionId: string; participation: Participation; samePersonAs: string | null },
  now: Date,
): Promise<ParticipationRecord> {
  const { participation } = given
  await demandOpen(queries, controllerId)
  const intervention = (await findInterventions(queries, scope, controllerId)).find((one) => one.id === given.interventionId)
  if (!intervention) throw notFound()
  await refuseFaults(queries, controllerId, participation, now)
  const id = given.id ?? randomUUID()
  // Of two that are sent at once the second waits here, and then finds the first.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`register ${id}`}, 0))`.execute(queries)
  if (await isRegistered(queries, controllerId, id)) {
    const first = await getRecord(queries, scope, { controllerId, id }, stockholmDate(now))
    if (differingFields(first.participation, participation).length === 0) return first
    throw new Refusal(409, 'register.arrivedBefore', { code: first.code })
  }
  const personId = given.samePersonAs === null ? randomUUID() : await personOf(queries, controllerId, given.samePersonAs)
  const place = {
    controller_id: controllerId,
    person_id: personId,
    intervention_id: intervention.id,
    association_id: associationOf(intervention, participation.municipality),
  }
  const code = await freeCode(queries, controllerId)
  await insertTogether({
    participation: [{ ...place, id, code, reference_hmac: null }],
    participation_version: [versionRow(scope, { controllerId, id }, 1, participation, now)],
    fact: factRows(id, place, participation),
  })!.execute(queries)
  await noteRegistration(queries)
  return getRecord(queries, scope, { controllerId, id }, stockholmDate(now))
}

/**
 * Writes what a participation is now as a new version: exit, completion, correction. Throws `Refusal` 404 when it is not there for this
 * person, 409 when `version` is no longer the newest, 422 with each broken rule and its place.
 */
export async function changeParticipation(
  queries: Queries,
  scope: Scope,
  place: RecordPlace,
  change: { version: number; participation: Participation },
  now: Date,
): Promise<ParticipationRecord> {
  const before = await demandRecord(queries, scope, place)
  if (before.version !== change.version) throw new Refusal(409, 'register.changedMeanwhile')
  await refuseFaults(queries, place.controllerId, change.participation, now)
  const { controllerId, id } = place
  await retireVersions(queries, controllerId, [id])
  const where = {
    controller_id: controllerId,
    person_id: before.personId,
    intervention_id: before.interventionId,
    association_id: before.associationId,
  }
  await insertTogether({
    participation_version: [versionRow(scope, place, before.version + 1, change.participation, now)],
    fact: factRows(id, where, change.participation),
  })!.execute(queries)
  await noteRegistration(queries)
  return getRecord(queries, scope, place, stockholmDate(now))
}

/** Records a follow-up. Throws `Refusal` 404 when the participation is not there for this person, 422 with each broken rule. */
export async function recordContact(
  queries: Queries,
  scope: Scope,
  place: RecordPlace,
  contact: ContactFields,
  now: Date,
): Promise<ParticipationRecord> {
  const { participation } = await demandRecord(queries, scope, place)
  refuse(contactFaults(contact, participation, stockholmDate(now)))
  await writeContact(queries, scope, place, { id: randomUUID(), version: 1, withdrawn: false }, contact, now)
  return getRecord(queries, scope, place, stockholmDate(now))
}

/** Corrects or withdraws a follow-up as a new version. Throws `Refusal` 404, 409 when it was changed meanwhile, 422. */
export async function changeContact(
  queries: Queries,
  scope: Scope,
  place: RecordPlace & { contactId: string },
  change: ContactFields & { version: number; withdrawn: boolean },
  now: Date,
): Promise<ParticipationRecord> {
  const { participation } = await demandRecord(queries, scope, place)
  const before = (await listContacts(queries, place)).find((one) => one.id === place.contactId)
  if (!before) throw notFound()
  if (before.version !== change.version) throw new Refusal(409, 'register.changedMeanwhile')
  if (!change.withdrawn) refuse(contactFaults(change, participation, stockholmDate(now)))
  await queries
    .updateTable('contact')
    .set({ current: false })
    .where('controller_id', '=', place.controllerId)
    .where('participation_id', '=', place.id)
    .where('id', '=', place.contactId)
    .execute()
  const key = { id: place.contactId, version: before.version + 1, withdrawn: change.withdrawn }
  await writeContact(queries, scope, place, key, change, now)
  return getRecord(queries, scope, place, stockholmDate(now))
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
    })
    .execute()
}

function versionRow(scope: Scope, place: RecordPlace, version: number, participation: Participation, now: Date): Record<string, unknown> {
  return {
    controller_id: place.controllerId,
    participation_id: place.id,
    version,
    current: true,
    recorded_at: now.toISOString(),
    recorded_by: scope.userId,
    import_id: null,
    ...toColumns(participation),
  }
}

function refuse(faults: readonly Fault[]): void {
  if (faults[0]) throw breaksRule(faults[0].key, faults[0].args, faults)
}

async function refuseFaults(queries: Queries, controllerId: string, participation: Participation, now: Date): Promise<void> {
  refuse(recordFaults(participation, stockholmDate(now)))
  if (participation.municipality === null) return
  // Invented records stand in invented municipalities and real ones in real ones.
  const known = await queries
    .selectFrom('municipality as m')
    .innerJoin('organisation as o', 'o.fictive', 'm.fictive')
    .select('m.code')
    .where('o.id', '=', controllerId)
    .where('m.code', '=', participation.municipality)
    .executeTakeFirst()
  if (!known) refuse([{ where: 'body.participation.municipality', key: 'register.unknownMunicipality' }])
}

async function isRegistered(queries: Queries, controllerId: string, id: string): Promise<boolean> {
  const row = await queries
    .selectFrom('participation')
    .select('id')
    .where('controller_id', '=', controllerId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

async function personOf(queries: Queries, controllerId: string, text: string): Promise<string> {
  const code = parseParticipantCode(text)
  const row =
    code === undefined
      ? undefined
      : await queries
          .selectFrom('participation')
          .select('person_id')
          .where('controller_id', '=', controllerId)
          .where('code', '=', code)
          .where('locked_at', 'is', null)
          .executeTakeFirst()
  if (!row) throw breaksRule('register.unknownCode', {}, [{ where: 'body.samePersonAs', key: 'register.unknownCode' }])
  return row.person_id
}

async function freeCode(queries: Queries, controllerId: string): Promise<string> {
  for (;;) {
    const code = makeParticipantCode(() => randomInt(2 ** 40) / 2 ** 40)
    const taken = await queries
      .selectFrom('participation')
      .select('id')
      .where('controller_id', '=', controllerId)
      .where('code', '=', code)
      .executeTakeFirst()
    if (!taken) return code
  }
}
