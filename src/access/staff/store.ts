import { randomUUID } from 'node:crypto'
import type { Queries } from '../../platform/database.ts'
import { breaksRule, notFound } from '../../platform/errors.ts'
import type { Role } from '../../platform/role.ts'
import { addMonths, type CivilDate } from '../../values/civilDate.ts'
import { findLed, findNominations, nominate, withdraw } from '../nominations/store.ts'
import { dropUncovered } from '../local/linkStore.ts'
import { findRequests } from '../local/requestStore.ts'
import { closeSessionsOf } from '../sessionStore.ts'
import type { Appointment, Staff, StaffAssignment } from './contract.ts'
import { demandLastDay, overlaps, staffRoles } from './domain.ts'
import { demandEmployed } from './employment.ts'
import { confirmRow, reviewOf, type ReviewedRow } from './review.ts'

/** Who works for a controller: everybody employed there, and whoever holds or lately held a role there. */
export async function findStaff(queries: Queries, controllerId: string, today: CivilDate): Promise<Staff> {
  const assignments = await queries
    .selectFrom('role_assignment as r')
    .leftJoin('intervention as i', 'i.id', 'r.intervention_id')
    .select(['r.id', 'r.user_id', 'r.role', 'i.name as intervention', 'r.valid_from', 'r.valid_to', 'r.reviewed_on'])
    .where('r.controller_id', '=', controllerId)
    .where((where) => where.or([where('r.valid_to', 'is', null), where('r.valid_to', '>=', addMonths(today, -12))]))
    .orderBy('i.name')
    .orderBy('r.id')
    .execute()
  const people = await queries
    .selectFrom('app_user')
    .select(['id', 'name', 'claim_value', 'employed_until'])
    .where((where) =>
      where.or([where('employer_id', '=', controllerId), where('id', 'in', ['', ...assignments.map((one) => one.user_id)])]),
    )
    .orderBy('name')
    .orderBy('id')
    .execute()
  return {
    people: people.map((person) => ({
      ...{ id: person.id, name: person.name, claimValue: person.claim_value, employedUntil: person.employed_until },
      assignments: assignments.filter((one) => one.user_id === person.id).map((one) => shown(one, today)),
    })),
    interventions: await interventionsOwnedBy(queries, controllerId),
    waiting: await findNominations(queries, controllerId, today),
    requests: (await findRequests(queries, today, controllerId)).map(({ id, userId, askedBy, askedAt }) => ({
      ...{ id, askedBy: askedBy.name, askedAt },
      person: { id: userId, name: people.find((person) => person.id === userId)?.name ?? userId },
    })),
  }
}

interface AssignmentRow extends ReviewedRow {
  id: string
  role: string
  intervention: string | null
}

const isStaffRole = (role: string): boolean => (staffRoles as readonly string[]).includes(role)

function shown(row: AssignmentRow, today: CivilDate): StaffAssignment {
  const review = reviewOf(row, today)
  return {
    ...{ id: row.id, role: row.role as Role, interventionName: row.intervention, from: row.valid_from, to: row.valid_to },
    ...review,
    // Whoever gives a role reviews it: a steward's own is not theirs to confirm.
    due: review.due && isStaffRole(row.role),
  }
}

function interventionsOwnedBy(queries: Queries, controllerId: string): Promise<{ id: string; name: string }[]> {
  return queries.selectFrom('intervention').select(['id', 'name']).where('owner_id', '=', controllerId).orderBy('name').execute()
}

/**
 * Gives somebody employed by the controller a role in some of its interventions. A caseworker of an intervention that somebody leads is
 * nominated instead, for the lead to give a place. @returns the ids of assignments and nominations
 */
export async function addAppointment(
  queries: Queries,
  controllerId: string,
  given: Appointment,
  by: { userId: string; now: Date; today: CivilDate },
): Promise<string[]> {
  const { today } = by
  const { role, from, to, interventionIds } = given
  if (from < today || (to !== null && to < from)) throw breaksRule('staff.badDates', {}, [{ where: 'body.from', key: 'staff.badDates' }])
  const owned = new Set((await interventionsOwnedBy(queries, controllerId)).map(({ id }) => id))
  if (!interventionIds.every((id) => owned.has(id))) throw notFound()
  if (given.person.kind === 'new') await addPerson(queries, controllerId, given.person)
  const held = await demandEmployed(queries, controllerId, given.person.id, { role, from, to })
  const wanted = [...new Set(interventionIds)].filter(
    (id) => !held.some((one) => one.role === role && one.interventionId === id && overlaps(one, given)),
  )
  if (wanted.length === 0) throw breaksRule('staff.alreadyHolds')
  const led = role === 'caseworker' ? await findLed(queries, { controllerId, userId: given.person.id }, wanted, today) : new Set<string>()
  const nominated = { userId: given.person.id, interventionIds: wanted.filter((id) => led.has(id)), from, to }
  const direct = wanted.filter((id) => !led.has(id))
  const placedIn = role === 'caseworker' ? direct : []
  await withdraw(queries, controllerId, { userId: given.person.id, placedIn }, by)
  const waiting = await nominate(queries, controllerId, nominated, by)
  if (direct.length === 0) return waiting
  const rows = direct.map((intervention_id) => ({
    ...{ id: randomUUID(), user_id: given.person.id, role, intervention_id, controller_id: controllerId, association_id: null },
    ...{ valid_from: from, valid_to: to, reviewed_on: null },
  }))
  await dropUncovered(queries, given.person.id, { role, controllerId })
  await queries.insertInto('role_assignment').values(rows).execute()
  return [...rows.map(({ id }) => id), ...waiting]
}

async function addPerson(queries: Queries, controllerId: string, person: Appointment['person'] & { kind: 'new' }): Promise<void> {
  const added = await queries
    .insertInto('app_user')
    .values({ id: person.id, name: person.name, claim_value: person.claimValue, employer_id: controllerId })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) throw breaksRule('staff.taken')
}

/** Confirms an assignment in the yearly review. */
export async function confirmAssignment(queries: Queries, controllerId: string, id: string, today: CivilDate): Promise<void> {
  await confirmRow(queries, await findAssignment(queries, controllerId, id), today)
}

/** Ends an assignment; yesterday as the last day ends it at once. One that has not begun never does. */
export async function endAssignment(
  queries: Queries,
  controllerId: string,
  id: string,
  lastDay: CivilDate,
  today: CivilDate,
): Promise<void> {
  const row = await findAssignment(queries, controllerId, id)
  const valid_to = demandLastDay({ from: row.valid_from, to: row.valid_to }, lastDay, today)
  await queries.updateTable('role_assignment').set({ valid_to }).where('id', '=', id).execute()
}

async function findAssignment(queries: Queries, controllerId: string, id: string) {
  const row = await queries
    .selectFrom('role_assignment')
    .selectAll()
    .where('id', '=', id)
    .where('controller_id', '=', controllerId)
    .where('role', 'in', staffRoles)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** Sets the last day of an employment; when it has passed every session ends at once. */
export async function setEmployedUntil(
  queries: Queries,
  controllerId: string,
  userId: string,
  employedUntil: CivilDate | null,
  today: CivilDate,
): Promise<void> {
  const changed = await queries
    .updateTable('app_user')
    .set({ employed_until: employedUntil })
    .where('id', '=', userId)
    .where('employer_id', '=', controllerId)
    .returning('id')
    .executeTakeFirst()
  if (!changed) throw notFound()
  if (employedUntil !== null && employedUntil < today) await closeSessionsOf(queries, userId)
}
