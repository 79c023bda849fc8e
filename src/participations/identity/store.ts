import type { Queries } from '../../platform/database.ts'
import { breaksRule, notFound, Refusal } from '../../platform/errors.ts'
import type { Scope } from '../../platform/scope.ts'
import { stockholmDate } from '../../values/civilDate.ts'
import { wholePersonnummer } from '../../values/personnummer.ts'
import type { RecordSummary } from '../register/contract.ts'
import { currentRecords, demandRecord, toSummary, withSummary, type RecordPlace } from '../register/recordStore.ts'
import { lookupOf, openIdentity, sealIdentity } from './cipher.ts'
import type { Keyring, KeyTrouble } from './keys.ts'

/**
 * Stores the number of a participation, or replaces it. Throws `Refusal` 404 when the participation is not there for this person, 422 when
 * personal numbers are not open, for a person with protected identity, without a key, and for a number that cannot be right.
 */
export async function setIdentity(
  queries: Queries,
  scope: Scope,
  place: RecordPlace,
  given: { personnummer: string; hasProtectedIdentity: boolean },
  keys: Keyring | KeyTrouble,
  now: Date,
): Promise<void> {
  const record = await demandRecord(queries, scope, place)
  await demandIdentityOpen(queries, place.controllerId)
  if (given.hasProtectedIdentity || (await isProtected(queries, place.controllerId, record.personId)))
    throw breaksRule('identity.protected')
  if (record.participation.ground === 'none') throw breaksRule('identity.noGround')
  const { current } = demandKeys(keys)
  const number = readNumber(given.personnummer, now)
  if (number.birthYear !== record.participation.birthYear) throw faulty('identity.otherBirthYear')
  const sealed = sealIdentity(current, { controllerId: place.controllerId, participationId: place.id }, number.digits)
  const row = {
    key_id: sealed.keyId,
    nonce: sealed.nonce,
    ciphertext: sealed.ciphertext,
    lookup: lookupOf(current, place.controllerId, number.digits),
    recorded_at: now.toISOString(),
    recorded_by: scope.userId,
  }
  await queries
    .insertInto('identity')
    .values({ controller_id: place.controllerId, participation_id: place.id, ...row })
    .onConflict((conflict) => conflict.columns(['controller_id', 'participation_id']).doUpdateSet(row))
    .execute()
}

/** The number of a participation, to be shown. Throws `Refusal` 404 when there is none for this person, 422 while closed or without its key. */
export async function showIdentity(
  queries: Queries,
  scope: Scope,
  place: RecordPlace,
  keys: Keyring | KeyTrouble,
): Promise<{ personnummer: string; recordedAt: string; recordedBy: string }> {
  await demandRecord(queries, scope, place)
  await demandIdentityOpen(queries, place.controllerId)
  const row = await queries
    .selectFrom('identity as n')
    .innerJoin('app_user as u', 'u.id', 'n.recorded_by')
    .selectAll('n')
    .select('u.name')
    .where('n.controller_id', '=', place.controllerId)
    .where('n.participation_id', '=', place.id)
    .executeTakeFirst()
  if (!row) throw notFound()
  const key = demandKeys(keys).byId.get(row.key_id)
  if (!key) throw breaksRule('identity.otherKey', { key: row.key_id })
  const at = { controllerId: place.controllerId, participationId: place.id }
  const digits = decrypt(() => openIdentity(key, at, { keyId: row.key_id, ...row }))
  return { personnummer: written(digits), recordedAt: row.recorded_at, recordedBy: row.name }
}

/** Removes the number of a participation. Throws `Refusal` 404 when the participation is not there for this person. */
export async function removeIdentity(queries: Queries, scope: Scope, place: RecordPlace): Promise<void> {
  await demandRecord(queries, scope, place)
  await queries.deleteFrom('identity').where('controller_id', '=', place.controllerId).where('participation_id', '=', place.id).execute()
}

/** Participations in the person's own interventions of whoever has a number, newest entry first. Throws as `setIdentity` does. */
export async function findByIdentity(
  queries: Queries,
  scope: Scope,
  controllerId: string,
  text: string,
  keys: Keyring | KeyTrouble,
  now: Date,
): Promise<RecordSummary[]> {
  await demandIdentityOpen(queries, controllerId)
  const { byId } = demandKeys(keys)
  const { digits } = readNumber(text, now)
  const wanted = [...byId.values()].map((key) => lookupOf(key, controllerId, digits))
  const rows = await withSummary(currentRecords(queries, scope, controllerId))
    .where((on) =>
      on.exists(
        on
          .selectFrom('identity as n')
          .select('n.key_id')
          .where('n.controller_id', '=', controllerId)
          .whereRef('n.participation_id', '=', 'p.id')
          .where('n.lookup', 'in', wanted),
      ),
    )
    .orderBy('v.entry_date', 'desc')
    .limit(50)
    .execute()
  return rows.map(toSummary)
}

/** Throws `Refusal` 422 while personal numbers are closed at the controller. */
export async function demandIdentityOpen(queries: Queries, controllerId: string): Promise<void> {
  const row = await queries
    .selectFrom('controller')
    .select('identity_opened_at')
    .where('organisation_id', '=', controllerId)
    .executeTakeFirst()
  if (!row?.identity_opened_at) throw breaksRule('identity.notOpen')
}

/** The keys, or a refusal that says what is the matter and what to do. */
export function demandKeys(keys: Keyring | KeyTrouble): Keyring {
  if (typeof keys === 'string') throw breaksRule(`identity.key.${keys}`)
  return keys
}

/** A person is protected when any participation of theirs has been locked for it. */
async function isProtected(queries: Queries, controllerId: string, personId: string): Promise<boolean> {
  const row = await queries
    .selectFrom('participation')
    .select('id')
    .where('controller_id', '=', controllerId)
    .where('person_id', '=', personId)
    .where('locked_for', '=', 'protectedIdentity')
    .executeTakeFirst()
  return row !== undefined
}

function readNumber(text: string, now: Date): { digits: string; birthYear: number } {
  const number = wholePersonnummer(text, stockholmDate(now))
  if (!number) throw faulty('identity.notANumber')
  return number
}

/** What the failing library says is of no use to anybody, and says nothing of the number. */
function decrypt<T>(work: () => T): T {
  try {
    return work()
  } catch {
    throw new Refusal(409, 'identity.altered')
  }
}

const faulty = (key: string) => breaksRule(key, {}, [{ where: 'body.personnummer', key }])

/** `198503122395` as it is written: with a hyphen before the last four. */
export const written = (digits: string): string => `${digits.slice(0, 8)}-${digits.slice(8)}`
