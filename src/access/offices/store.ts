import { randomUUID } from 'node:crypto'
import type { Queries } from '../../platform/database.ts'
import { breaksRule, notFound } from '../../platform/errors.ts'
import type { Role } from '../../platform/role.ts'
import { addMonths, type CivilDate } from '../../values/civilDate.ts'
import { dropUncovered } from '../local/linkStore.ts'
import { findRequests } from '../local/requestStore.ts'
import { demandLastDay, incompatibility, overlaps, standing } from '../staff/domain.ts'
import { confirmRow, reviewOf } from '../staff/review.ts'
import type { Grant, OfficePerson } from './contract.ts'
import { officeRoleCodes, officeRoles, type OfficeRole } from './domain.ts'

/** Everybody who holds or in the last year held a role of an office, and those without any role who are employed by nobody or an association. */
export async function listOfficeRoles(queries: Queries, today: CivilDate): Promise<OfficePerson[]> {
  const roles = await queries
    .selectFrom('role_assignment as r')
    .leftJoin('association as a', 'a.id', 'r.association_id')
    .leftJoin('organisation as o', 'o.id', 'r.controller_id')
    .select([
      'r.id',
      'r.user_id',
      'r.role',
      'r.valid_from',
      'r.valid_to',
      'r.reviewed_on',
      'a.name as association',
      'o.name as organisation',
    ])
    .where('r.role', 'in', officeRoleCodes)
    .where((on) => on.or([on('r.valid_to', 'is', null), on('r.valid_to', '>=', addMonths(today, -12))]))
    .orderBy('r.valid_from')
    .orderBy('r.id')
    .execute()
  const people = await queries
    .selectFrom('app_user as u')
    .leftJoin('organisation as o', 'o.id', 'u.employer_id')
    .leftJoin('association as a', 'a.id', 'u.employer_association_id')
    .select(['u.id', 'u.name', 'u.claim_value', 'u.employed_until'])
    .select(['o.id as organisation_id', 'o.name as organisation', 'a.id as association_id', 'a.name as association'])
    .where('u.id', 'in', ['', ...roles.map((one) => one.user_id)])
    .orderBy('u.name')
    .orderBy('u.id')
    .execute()
  const requests = await findRequests(queries, today)
  return people.map((person) => ({
    requests: requests.filter(({ userId }) => userId === person.id),
    ...{ id: person.id, name: person.name, claimValue: person.claim_value, employedUntil: person.employed_until },
    employer: placeOf(person),
    roles: roles
      .filter((one) => one.user_id === person.id)
      .map((one) => ({
        ...{
          id: one.id,
          role: one.role as OfficeRole,
          placeName: one.association ?? one.organisation,
          from: one.valid_from,
          to: one.valid_to,
        },
        ...reviewOf(one, today),
      })),
  }))
}

interface EmployerColumns {
  organisation_id: string | null
  organisation: string | null
  association_id: string | null
  association: string | null
}

function placeOf(row: EmployerColumns): { id: string; name: string } | null {
  if (row.organisation_id !== null) return { id: row.organisation_id, name: row.organisation! }
  return row.association_id === null ? null : { id: row.association_id, name: row.association! }
}

/**
 * Gives a role. Throws `Refusal` 404 for a place or person that does not exist, 422 for dates that cannot be, a place that the role does not
 * have, oneself, a data steward who is not employed by the member, and roles that must not be held together.
 */
export async function grantRole(queries: Queries, grant: Grant, who: string, today: CivilDate): Promise<PlacedAssignment> {
  if (grant.person.id === who) throw breaksRule('offices.notOneself')
  const { role, from, to, placeId } = grant
  if (from < today || (to !== null && to < from)) throw breaksRule('staff.badDates', {}, [{ where: 'body.from', key: 'staff.badDates' }])
  const kind = officeRoles[role]
  if ((kind === 'none') !== (placeId === null))
    throw breaksRule('offices.badPlace', {}, [{ where: 'body.placeId', key: 'offices.badPlace' }])
  const place = {
    association_id: kind === 'association' ? await demandPlace(queries, 'association', placeId!) : null,
    controller_id: kind === 'organisation' ? await demandPlace(queries, 'organisation', placeId!) : null,
  }
  if (grant.person.kind === 'new') await addPerson(queries, grant.person)
  const userId = grant.person.id
  const person = await queries.selectFrom('app_user').selectAll().where('id', '=', userId).forUpdate().executeTakeFirst()
  if (!person) throw notFound()
  const rows = await queries.selectFrom('role_assignment').selectAll().where('user_id', '=', userId).execute()
  const held = rows.map((row) => ({ ...row, role: row.role as Role, from: row.valid_from, to: row.valid_to }))
  const reason = incompatibility(person.employer_association_id !== null, held, { role, from, to })
  if (reason) throw breaksRule(reason)
  if (role === 'controllerAdmin' && person.employer_id !== placeId) throw breaksRule('staff.notEmployed')
  const isSame = (one: (typeof held)[number]): boolean =>
    one.role === role && one.association_id === place.association_id && one.controller_id === place.controller_id && overlaps(one, grant)
  if (held.some(isSame)) throw breaksRule('staff.alreadyHolds')
  await dropUncovered(queries, userId, { role, controllerId: place.controller_id })
  const id = randomUUID()
  const dates = { valid_from: from, valid_to: to, reviewed_on: null }
  await queries
    .insertInto('role_assignment')
    .values({ id, user_id: userId, role, intervention_id: null, ...place, ...dates })
    .execute()
  return { id, controllerId: place.controller_id }
}

/** An assignment and the member where it is held, which has it in its own log too. */
interface PlacedAssignment {
  id: string
  controllerId: string | null
}

async function demandPlace(queries: Queries, table: 'association' | 'organisation', id: string): Promise<string> {
  const found = await queries.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()
  if (!found) throw notFound()
  return found.id
}

async function addPerson(queries: Queries, person: Grant['person'] & { kind: 'new' }): Promise<void> {
  const { employer } = person
  const employers = {
    employer_id: employer.kind === 'organisation' ? await demandPlace(queries, 'organisation', employer.id) : null,
    employer_association_id: employer.kind === 'association' ? await demandPlace(queries, 'association', employer.id) : null,
  }
  const added = await queries
    .insertInto('app_user')
    .values({ id: person.id, name: person.name, claim_value: person.claimValue, ...employers })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) throw breaksRule('staff.taken')
}

/** Ends a role; yesterday as the last day ends it at once. Throws `Refusal` 404, 422 for one's own role and a day that cannot be. */
export async function endRole(queries: Queries, id: string, lastDay: CivilDate, who: string, today: CivilDate): Promise<PlacedAssignment> {
  const row = await findRole(queries, id)
  // Nobody can shut the last door from the inside.
  if (row.user_id === who) throw breaksRule('offices.notOwnEnd')
  const valid_to = demandLastDay({ from: row.valid_from, to: row.valid_to }, lastDay, today)
  await queries.updateTable('role_assignment').set({ valid_to }).where('id', '=', id).execute()
  return { id, controllerId: row.controller_id }
}

/** Confirms a role in the yearly review. Throws `Refusal` 404, 422 for one's own role and one that does not hold. */
export async function confirmRole(queries: Queries, id: string, who: string, today: CivilDate): Promise<PlacedAssignment> {
  const row = await findRole(queries, id)
  // A review is somebody else's look at it.
  if (row.user_id === who) throw breaksRule('offices.notOwnReview')
  await confirmRow(queries, row, today)
  return { id, controllerId: row.controller_id }
}

async function findRole(queries: Queries, id: string) {
  const row = await queries
    .selectFrom('role_assignment')
    .selectAll()
    .where('id', '=', id)
    .where('role', 'in', officeRoleCodes)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** Whether somebody holds one of these roles on a day. */
export async function holdsOffice(queries: Queries, userId: string, today: CivilDate): Promise<boolean> {
  const rows = await queries
    .selectFrom('role_assignment')
    .select(['valid_from', 'valid_to'])
    .where('user_id', '=', userId)
    .where('role', 'in', officeRoleCodes)
    .execute()
  return rows.some((row) => standing({ from: row.valid_from, to: row.valid_to }, today) !== 'ended')
}
