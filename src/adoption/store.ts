import { isDeepStrictEqual } from 'node:util'
import { sql, type Selectable } from 'kysely'
import type { Queries } from '../platform/database.ts'
import { notFound, Refusal, refuseFaulty, type Fault } from '../platform/errors.ts'
import type { Scope } from '../platform/scope.ts'
import { findSentBefore } from '../platform/sentAgain.ts'
import { stockholmDate } from '../values/civilDate.ts'
import { opensOn } from './checks.ts'
import { isTakenOver, type CheckMonths, type Verdict } from './codes.ts'
import type { AdoptionChange, AdoptionFields, CheckFields } from './domain.ts'
import type { AdoptionDecisionRow } from './tables.ts'

const fault = (where: string, key: string, args: Record<string, string | number> = {}): Fault => ({ where: `body.${where}`, key, args })

/** Where a decision stands. */
export interface AdoptionPlace {
  associationId: string
  adoptionId: string
}

/**
 * Enters a decision; one that has been entered under the same id is left as it is. Throws `Refusal` 409 when what arrived under the id says something else, 422 for a
 * decision to come, another's intervention, one that takes effect before it began, or somebody who is no member.
 */
export async function recordAdoption(
  queries: Queries,
  scope: Scope,
  associationId: string,
  { id, ...given }: AdoptionFields & { id: string },
  now: Date,
): Promise<void> {
  const place = { associationId, adoptionId: id }
  const first = await findSentBefore(queries, id, {
    find: () => findVersion(queries, place, 1),
    isSame: (before) => isDeepStrictEqual(before, given),
    refusal: () => new Refusal(409, 'adoption.arrivedBefore'),
  })
  if (first) return
  await demandAble(queries, associationId, given, now)
  await write(queries, scope, place, { version: 1, withdrawn: false, reason: '' }, given, now)
}

/**
 * Corrects or takes away a decision as a new version, with its reason. Throws `Refusal` 404, 409 when somebody changed it meanwhile, 422 as `recordAdoption` and when it
 * is to be of another intervention.
 */
export async function changeAdoption(
  queries: Queries,
  scope: Scope,
  place: AdoptionPlace,
  { version, withdrawn, reason, ...given }: AdoptionChange,
  now: Date,
): Promise<void> {
  const last = await findLast(queries, place)
  if (last.version !== version) throw new Refusal(409, 'interventions.changedMeanwhile')
  if (last.intervention_id !== given.interventionId) refuseFaulty([fault('interventionId', 'adoption.sameIntervention')])
  if (!withdrawn) await demandAble(queries, place.associationId, given, now)
  const fields = withdrawn ? fieldsOf(last) : given
  await write(queries, scope, place, { version: version + 1, withdrawn, reason }, fields, now)
}

/**
 * Enters or corrects whether what was taken over still runs. Throws `Refusal` 404, 409 when somebody entered it meanwhile, 422 where nobody takes over, before it is
 * due (less 45 days), or for a day that has not come.
 */
export async function checkAdoption(
  queries: Queries,
  scope: Scope,
  { months, ...place }: AdoptionPlace & { months: CheckMonths },
  { version, reason, ...given }: CheckFields,
  now: Date,
): Promise<void> {
  const decision = await findLast(queries, place)
  if (!isTakenOver(decision.verdict as Verdict)) throw new Refusal(422, 'adoption.nothingToCheck')
  const opens = opensOn(decision.from_date, months)
  const today = stockholmDate(now)
  refuseFaulty([
    ...(given.checkedOn > today ? [fault('checkedOn', 'contributions.inFuture')] : []),
    ...(given.checkedOn < opens ? [fault('checkedOn', 'adoption.tooEarly', { months, from: opens })] : []),
  ])
  const written = {
    version: version + 1,
    runs: given.runs,
    checked_on: given.checkedOn,
    note: given.note,
    reason: version === 0 ? '' : reason,
  }
  const last = await queries
    .selectFrom('adoption_check')
    .select(['version', 'runs', 'checked_on', 'note', 'reason', 'recorded_by'])
    .where('association_id', '=', place.associationId)
    .where('decision_id', '=', place.adoptionId)
    .where('months', '=', months)
    .orderBy('version', 'desc')
    .executeTakeFirst()
  // On a bad line the form is sent again.
  if (last && isDeepStrictEqual(last, { ...written, recorded_by: scope.userId })) return
  if ((last?.version ?? 0) !== version) throw new Refusal(409, 'interventions.changedMeanwhile')
  await queries
    .insertInto('adoption_check')
    .values({
      ...{ association_id: place.associationId, decision_id: place.adoptionId, decision_version: decision.version, months, ...written },
      ...{ recorded_at: now.toISOString(), recorded_by: scope.userId },
    })
    .execute()
}

/** The newest version of what holds. Of two at once that write of a decision the second waits here. Throws `Refusal` 404 when there is none or it was taken away. */
async function findLast(queries: Queries, { associationId, adoptionId }: AdoptionPlace): Promise<Selectable<AdoptionDecisionRow>> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`adoption ${adoptionId}`}, 0))`.execute(queries)
  const last = await queries
    .selectFrom('adoption_decision')
    .selectAll()
    .where('association_id', '=', associationId)
    .where('id', '=', adoptionId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!last || last.withdrawn) throw notFound()
  return last
}

async function findVersion(queries: Queries, place: AdoptionPlace, version: number): Promise<AdoptionFields | undefined> {
  const row = await queries
    .selectFrom('adoption_decision')
    .selectAll()
    .where('association_id', '=', place.associationId)
    .where('id', '=', place.adoptionId)
    .where('version', '=', version)
    .executeTakeFirst()
  return row && fieldsOf(row)
}

/** A row as it was given. */
export const fieldsOf = (row: Selectable<AdoptionDecisionRow>): AdoptionFields => ({
  ...{ interventionId: row.intervention_id, verdict: row.verdict as Verdict, decidedOn: row.decided_on, reference: row.reference },
  ...{ takenBy: row.taken_by, from: row.from_date, to: row.to_date, moneyOre: row.money_ore, moneySource: row.money_source },
  ...{ accountable: row.accountable, kept: row.kept, lessons: row.lessons },
})

async function demandAble(
  queries: Queries,
  associationId: string,
  { interventionId, decidedOn, from, takenBy }: AdoptionFields,
  now: Date,
): Promise<void> {
  const own = await queries
    .selectFrom('intervention as i')
    .innerJoin('intervention_association as ia', 'ia.intervention_id', 'i.id')
    .select('i.start_date')
    .where('ia.association_id', '=', associationId)
    .where('i.id', '=', interventionId)
    .executeTakeFirst()
  refuseFaulty([
    ...(decidedOn > stockholmDate(now) ? [fault('decidedOn', 'contributions.inFuture')] : []),
    ...(own ? [] : [fault('interventionId', 'interventions.notYours')]),
    ...(own && from < own.start_date ? [fault('from', 'adoption.beforeStart', { start: own.start_date })] : []),
    ...(takenBy === null || (await isMember(queries, associationId, takenBy)) ? [] : [fault('takenBy', 'adoption.notMember')]),
  ])
}

async function isMember(queries: Queries, associationId: string, organisationId: string): Promise<boolean> {
  const found = await queries
    .selectFrom('membership')
    .select('organisation_id')
    .where('association_id', '=', associationId)
    .where('organisation_id', '=', organisationId)
    .where('valid_to', 'is', null)
    .executeTakeFirst()
  return found !== undefined
}

async function write(
  queries: Queries,
  scope: Scope,
  { associationId, adoptionId }: AdoptionPlace,
  key: { version: number; withdrawn: boolean; reason: string },
  given: AdoptionFields,
  now: Date,
): Promise<void> {
  await queries
    .insertInto('adoption_decision')
    .values({
      ...{ association_id: associationId, id: adoptionId, ...key, intervention_id: given.interventionId, verdict: given.verdict },
      ...{ decided_on: given.decidedOn, reference: given.reference, taken_by: given.takenBy, from_date: given.from, to_date: given.to },
      ...{ money_ore: given.moneyOre, money_source: given.moneySource, accountable: given.accountable, kept: given.kept },
      ...{ lessons: given.lessons, recorded_at: now.toISOString(), recorded_by: scope.userId },
    })
    .execute()
}
