import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Queries } from '../../platform/database.ts'
import { breaksRule, Refusal } from '../../platform/errors.ts'
import type { Scope } from '../../platform/scope.ts'
import { findSentBefore } from '../../platform/sentAgain.ts'
import type { CivilDate } from '../../values/civilDate.ts'
import { demandOpened } from '../demandOpen.ts'
import { demandRecord, type RecordPlace } from '../register/recordStore.ts'
import type { ConsentTexts } from './contract.ts'
import { ConsentFields, ConsentLanguage, type Consent, type ConsentText } from './domain.ts'
import { consentDrafts } from './drafts.ts'

/** The controller's newest texts, in the order of the languages; the drafts when it has published none. */
export async function getConsentTexts(queries: Queries, controllerId: string): Promise<ConsentTexts> {
  const controller = await queries
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('id', '=', controllerId)
    .executeTakeFirstOrThrow()
  const rows = await queries
    .selectFrom('consent_text')
    .selectAll()
    .where('controller_id', '=', controllerId)
    .where('version', '=', (inner) =>
      inner
        .selectFrom('consent_text')
        .select((on) => on.fn.max<number>('version').as('newest'))
        .where('controller_id', '=', controllerId),
    )
    .execute()
  const texts = ConsentLanguage.codes.flatMap(({ code }) => {
    const body = rows.length === 0 ? consentDrafts[code] : rows.find((row) => row.language === code)?.body
    return body === undefined ? [] : [{ language: code, body }]
  })
  return { controller, version: rows[0]?.version ?? 0, publishedAt: rows[0]?.published_at ?? null, texts }
}

/** Publishes texts as the next version. Throws `Refusal` 422 when a language stands twice. */
export async function publishConsentTexts(
  queries: Queries,
  scope: Scope,
  controllerId: string,
  texts: readonly ConsentText[],
  now: Date,
): Promise<ConsentTexts> {
  await demandOpened(queries, controllerId)
  if (new Set(texts.map((text) => text.language)).size < texts.length) throw breaksRule('consent.languageTwice')
  const { version } = await getConsentTexts(queries, controllerId)
  const stamp = { controller_id: controllerId, version: version + 1, published_at: now.toISOString(), published_by: scope.userId }
  await queries
    .insertInto('consent_text')
    .values(texts.map((text) => ({ ...stamp, ...text })))
    .execute()
  return getConsentTexts(queries, controllerId)
}

/**
 * Records a consent; one that has been recorded already under the same id is left as it is. Throws `Refusal` 404 when the participation is
 * not there for this person, 409 when what arrived under the id says something else, 422 naming what cannot be.
 */
export async function recordConsent(
  queries: Queries,
  scope: Scope,
  place: RecordPlace,
  { id = randomUUID(), ...given }: ConsentFields & { id?: string | undefined },
  today: CivilDate,
  now: Date,
): Promise<Consent[]> {
  await demandRecord(queries, scope, place)
  if (given.givenOn > today) throw breaksRule('consent.inFuture', {}, [{ where: 'body.givenOn', key: 'consent.inFuture' }])
  if (given.textVersion !== null && !(await hasText(queries, place.controllerId, given))) {
    throw breaksRule('consent.unknownText', {}, [{ where: 'body.textVersion', key: 'consent.unknownText' }])
  }
  const sent = ConsentFields.parse(given)
  const first = await findSentBefore(queries, id, {
    find: async () => (await readConsents(queries, place)).find((one) => one.id === id),
    isSame: (one) => isDeepStrictEqual(ConsentFields.parse(one), sent),
    refusal: ({ givenOn }) => new Refusal(409, 'consent.arrivedBefore', { date: givenOn }),
  })
  if (first) return readConsents(queries, place)
  await queries
    .insertInto('consent')
    .values({
      controller_id: place.controllerId,
      participation_id: place.id,
      id,
      given_on: given.givenOn,
      text_version: given.textVersion,
      language: given.language,
      how: given.how,
      lifts_secrecy: given.liftsSecrecy,
      recorded_at: now.toISOString(),
      recorded_by: scope.userId,
    })
    .execute()
  return readConsents(queries, place)
}

/** The consents of a participation, latest first. Throws `Refusal` 404 when it is not there for this person. */
export async function listConsents(queries: Queries, scope: Scope, place: RecordPlace): Promise<Consent[]> {
  await demandRecord(queries, scope, place)
  return readConsents(queries, place)
}

/** The consents of a participation that has been demanded already, latest first. */
export async function readConsents(queries: Queries, place: RecordPlace): Promise<Consent[]> {
  const rows = await queries
    .selectFrom('consent as c')
    .innerJoin('app_user as u', 'u.id', 'c.recorded_by')
    .selectAll('c')
    .select('u.name as recorder')
    .where('c.controller_id', '=', place.controllerId)
    .where('c.participation_id', '=', place.id)
    .orderBy('c.given_on', 'desc')
    .orderBy('c.recorded_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    givenOn: row.given_on,
    textVersion: row.text_version,
    language: row.language as Consent['language'],
    how: row.how as Consent['how'],
    liftsSecrecy: row.lifts_secrecy,
    recordedAt: row.recorded_at,
    recordedBy: row.recorder,
  }))
}

async function hasText(queries: Queries, controllerId: string, { textVersion, language }: ConsentFields): Promise<boolean> {
  const row = await queries
    .selectFrom('consent_text')
    .select('version')
    .where('controller_id', '=', controllerId)
    .where('version', '=', textVersion)
    .where('language', '=', language ?? '')
    .executeTakeFirst()
  return row !== undefined
}
