import { randomInt, randomUUID } from 'node:crypto'
import type { Queries } from '../../platform/database.ts'
import { breaksRule, notFound, Refusal, refuseFaulty } from '../../platform/errors.ts'
import type { Scope } from '../../platform/scope.ts'
import { findSentBefore } from '../../platform/sentAgain.ts'
import { stockholmDate } from '../../values/civilDate.ts'
import { makeParticipantCode, parseParticipantCode } from '../../values/participantCode.ts'
import { insertTogether, noteRegistration } from '../bulk.ts'
import { findCodeOwners, triedText, type CodeOwner } from '../codeOwners.ts'
import { toColumns } from '../columns.ts'
import type { Participation } from '../domain.ts'
import { differingFields } from '../difference.ts'
import { factRows } from '../fact.ts'
import { followUpsOf } from '../followUpStore.ts'
import { associationAfter, associationOf } from '../importRules.ts'
import { demandOpen } from '../demandOpen.ts'
import { findBelonging, findInterventions } from '../importSetting.ts'
import { moveTo } from '../moveTo.ts'
import { retireVersions } from '../retire.ts'
import type { ParticipationRecord } from './contract.ts'
import { recordFaults } from './entryRules.ts'
import { demandRecord, getRecord, type RecordPlace } from './recordStore.ts'

/**
 * Registers a participation under a new code; one that has been registered already under the same id is given as it is. Throws `Refusal`
 * 409 when that one says something else, 404 for an intervention that is not the person's, 422 while registration is closed or with each
 * broken rule and its place.
 * @param noteTied told of the participation whose code was named
 */
export async function registerParticipation(
  queries: Queries,
  scope: Scope,
  controllerId: string,
  given: { id?: string | undefined; interventionId: string; participation: Participation; samePersonAs: string | null },
  now: Date,
  noteTied: (id: string) => void,
): Promise<ParticipationRecord> {
  const { participation } = given
  await demandOpen(queries, controllerId)
  const intervention = (await findInterventions(queries, scope, controllerId)).find((one) => one.id === given.interventionId)
  if (!intervention) throw notFound()
  await refuseFaults(queries, controllerId, participation, now)
  const id = given.id ?? randomUUID()
  const first = await findSentBefore(queries, id, {
    find: async () =>
      (await isRegistered(queries, controllerId, id)) ? getRecord(queries, scope, { controllerId, id }, stockholmDate(now)) : undefined,
    isSame: (one) => one.intervention.id === intervention.id && differingFields(one.participation, participation).length === 0,
    refusal: ({ code }) => new Refusal(409, 'register.arrivedBefore', { code }),
  })
  if (first) return first
  const owner = given.samePersonAs === null ? undefined : await ownerOf(queries, scope, controllerId, given.samePersonAs)
  if (owner) noteTied(owner.id)
  const place = {
    controller_id: controllerId,
    person_id: owner?.personId ?? randomUUID(),
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
 * Writes what a participation is now as a new version: exit, completion, correction. The same change sent again by the same person is
 * given as it is. Throws `Refusal` 404 when it is not there for this person, 409 when `version` is no longer the newest, 422 with each
 * broken rule and its place.
 */
export async function changeParticipation(
  queries: Queries,
  scope: Scope,
  place: RecordPlace,
  change: { version: number; participation: Participation },
  now: Date,
): Promise<ParticipationRecord> {
  const before = await demandRecord(queries, scope, place)
  const isMade = before.version === change.version + 1 && before.recordedBy === scope.userId
  if (isMade && differingFields(before.participation, change.participation).length === 0) {
    return getRecord(queries, scope, place, stockholmDate(now))
  }
  if (before.version !== change.version) throw new Refusal(409, 'register.changedMeanwhile')
  await refuseFaults(queries, place.controllerId, change.participation, now)
  const { controllerId, id } = place
  await retireVersions(queries, controllerId, [id])
  const where = {
    controller_id: controllerId,
    person_id: before.personId,
    intervention_id: before.interventionId,
    association_id: await moveWithMunicipality(queries, place, before, change.participation.municipality),
  }
  const contacts = (await followUpsOf(queries, controllerId, [id])).get(id)
  await insertTogether({
    participation_version: [versionRow(scope, place, before.version + 1, change.participation, now)],
    fact: factRows(id, where, change.participation, contacts),
  })!.execute(queries)
  await noteRegistration(queries)
  return getRecord(queries, scope, place, stockholmDate(now))
}

/** The association after the change, which is written when it is another. */
async function moveWithMunicipality(
  queries: Queries,
  { controllerId, id }: RecordPlace,
  { associationId, interventionId, participation: { municipality: before } }: Awaited<ReturnType<typeof demandRecord>>,
  municipality: string | null,
): Promise<string> {
  if (municipality === before) return associationId
  const intervention = (await findBelonging(queries, [interventionId])).get(interventionId)
  const after = associationAfter({ associationId, municipality: before }, municipality, intervention)
  if (after !== associationId) await moveTo(queries, controllerId, [{ id, association: after }])
  return after
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

async function refuseFaults(queries: Queries, controllerId: string, participation: Participation, now: Date): Promise<void> {
  refuseFaulty(recordFaults(participation, stockholmDate(now)))
  if (participation.municipality === null) return
  // Invented records stand in invented municipalities and real ones in real ones.
  const known = await queries
    .selectFrom('municipality as m')
    .innerJoin('organisation as o', 'o.fictive', 'm.fictive')
    .select('m.code')
    .where('o.id', '=', controllerId)
    .where('m.code', '=', participation.municipality)
    .executeTakeFirst()
  if (!known) refuseFaulty([{ where: 'body.participation.municipality', key: 'register.unknownMunicipality' }])
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

async function ownerOf(queries: Queries, scope: Scope, controllerId: string, text: string): Promise<CodeOwner> {
  const code = parseParticipantCode(text)
  const owner = code === undefined ? undefined : (await findCodeOwners(queries, scope, controllerId, [code])).get(code)
  if (owner) return owner
  const refusal = breaksRule('register.unknownCode', {}, [{ where: 'body.samePersonAs', key: 'register.unknownCode' }])
  throw refusal.about(triedText(1, 1))
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
