import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import { breaksRule, notFound } from '../../platform/errors.ts'
import { interventionsOf, type Scope } from '../../platform/scope.ts'
import type { CivilDate } from '../../values/civilDate.ts'
import { dropUncovered } from '../local/linkStore.ts'
import { demandEmployed } from '../staff/employment.ts'
import type { Nomination } from './contract.ts'

/** Of these interventions of a controller's, those that somebody of its other than the person leads on the day: there the lead has a say. */
export async function findLed(
  queries: Queries,
  { controllerId, userId }: { controllerId: string; userId: string },
  interventionIds: readonly string[],
  today: CivilDate,
): Promise<Set<string>> {
  const rows = await queries
    .selectFrom('role_assignment as r')
    .innerJoin('app_user as u', 'u.id', 'r.user_id')
    .select('r.intervention_id')
    .where('r.role', '=', 'interventionLead')
    // Whoever leads it at a former owner, or has left, sees no nomination here: it would wait for ever.
    .where('r.controller_id', '=', controllerId)
    .where((on) => on.or([on('u.employed_until', 'is', null), on('u.employed_until', '>=', today)]))
    .where('r.user_id', '!=', userId)
    .where(sql<boolean>`r.intervention_id = any(${interventionIds}::uuid[])`)
    .where('r.valid_from', '<=', today)
    .where((on) => on.or([on('r.valid_to', 'is', null), on('r.valid_to', '>=', today)]))
    .execute()
  return new Set(rows.map((row) => row.intervention_id!))
}

/** Nominates a person to interventions; one that is open already stays as it was. @returns the ids of the new ones */
export async function nominate(
  queries: Queries,
  controllerId: string,
  given: { userId: string; interventionIds: readonly string[]; from: CivilDate; to: CivilDate | null },
  by: { userId: string; now: Date },
): Promise<string[]> {
  if (given.interventionIds.length === 0) return []
  const rows = given.interventionIds.map((intervention_id) => ({
    ...{ controller_id: controllerId, id: randomUUID(), user_id: given.userId, intervention_id },
    ...{ valid_from: given.from, valid_to: given.to, nominated_by: by.userId, nominated_at: by.now.toISOString() },
  }))
  const made = await queries
    .insertInto('role_nomination')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return made.map(({ id }) => id)
}

/**
 * Takes back nominations of a person's that lead to nothing more: those whose last day has passed, and those to interventions where the person is to have a place
 * without one.
 */
export async function withdraw(
  queries: Queries,
  controllerId: string,
  given: { userId: string; placedIn: readonly string[] },
  by: { userId: string; now: Date; today: CivilDate },
): Promise<void> {
  await queries
    .updateTable('role_nomination')
    .set({ state: 'withdrawn', decided_by: by.userId, decided_at: by.now.toISOString() })
    .where('controller_id', '=', controllerId)
    .where('user_id', '=', given.userId)
    .where('state', '=', 'open')
    .where((on) => on.or([on('valid_to', '<', by.today), sql<boolean>`intervention_id = any(${given.placedIn}::uuid[])`]))
    .execute()
}

/** Open nominations at a controller whose last day has not passed `today`; of some interventions only when they are named. */
export async function findNominations(
  queries: Queries,
  controllerId: string,
  today: CivilDate,
  interventionIds?: readonly string[],
): Promise<Nomination[]> {
  return (await findOpen(queries, controllerId, interventionIds)).filter(({ to }) => to === null || to >= today)
}

async function findOpen(queries: Queries, controllerId: string, interventionIds?: readonly string[]): Promise<Nomination[]> {
  let query = queries
    .selectFrom('role_nomination as n')
    .innerJoin('app_user as u', 'u.id', 'n.user_id')
    .innerJoin('intervention as i', 'i.id', 'n.intervention_id')
    .select(['n.id', 'n.user_id', 'u.name', 'n.intervention_id', 'i.name as intervention', 'n.valid_from', 'n.valid_to'])
    .where('n.controller_id', '=', controllerId)
    .where('n.state', '=', 'open')
  if (interventionIds) query = query.where(sql<boolean>`n.intervention_id = any(${interventionIds}::uuid[])`)
  const rows = await query.orderBy('n.nominated_at').orderBy('n.id').execute()
  return rows.map((row) => ({
    id: row.id,
    person: { id: row.user_id, name: row.name },
    intervention: { id: row.intervention_id, name: row.intervention },
    from: row.valid_from,
    to: row.valid_to,
  }))
}

/** The interventions that the person leads at a controller; `undefined` for all of them. */
function ledBy(scope: Scope, controllerId: string): readonly string[] | undefined {
  const led = interventionsOf(scope, controllerId, ['interventionLead'])
  return led === 'all' ? undefined : led
}

/** Open nominations to the interventions that the person leads. */
export async function listNominations(queries: Queries, scope: Scope, controllerId: string, today: CivilDate): Promise<Nomination[]> {
  return findNominations(queries, controllerId, today, ledBy(scope, controllerId))
}

/**
 * Gives a place or declines. Throws `Refusal` 404 when it is not open to this lead, 422 when the last day has passed and when the person may no longer hold
 * the role.
 * @returns the id of the assignment when a place was given
 */
export async function answerNomination(
  queries: Queries,
  scope: Scope,
  { controllerId, id }: { controllerId: string; id: string },
  accept: boolean,
  { today, now }: { today: CivilDate; now: Date },
): Promise<string | undefined> {
  const found = (await findOpen(queries, controllerId, ledBy(scope, controllerId))).find((one) => one.id === id)
  // Whoever is nominated gives no place to themselves.
  if (!found || found.person.id === scope.userId) throw notFound()
  if (accept && found.to !== null && found.to < today) throw breaksRule('nominations.lapsed', { to: found.to })
  const decided = await decide(queries, { controllerId, id }, accept ? 'accepted' : 'declined', { userId: scope.userId, now })
  if (!decided) throw notFound()
  if (!accept) return undefined
  const from = found.from < today ? today : found.from
  const granted = { role: 'caseworker' as const, from, to: found.to }
  await demandEmployed(queries, controllerId, found.person.id, granted)
  const assignment = {
    ...{ id: randomUUID(), user_id: found.person.id, role: granted.role, controller_id: controllerId, association_id: null },
    ...{ intervention_id: found.intervention.id, valid_from: from, valid_to: found.to, reviewed_on: null },
  }
  await dropUncovered(queries, found.person.id, { role: granted.role, controllerId })
  await queries.insertInto('role_assignment').values(assignment).execute()
  return assignment.id
}

/** Decides an open nomination; of two at once one does. */
async function decide(
  queries: Queries,
  { controllerId, id }: { controllerId: string; id: string },
  state: 'accepted' | 'declined',
  by: { userId: string; now: Date },
): Promise<boolean> {
  const row = await queries
    .updateTable('role_nomination')
    .set({ state, decided_by: by.userId, decided_at: by.now.toISOString() })
    .where('controller_id', '=', controllerId)
    .where('id', '=', id)
    .where('state', '=', 'open')
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
