import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Queries } from '../platform/database.ts'
import type { Role } from '../platform/role.ts'
import type { Principal } from '../platform/scope.ts'
import { stockholmDate } from '../values/civilDate.ts'
import type { DemoPerson } from './contract.ts'

/** The hash under which a secret is kept; the secret itself is never stored. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** A user with the roles that hold today; `undefined` when there is none, or the employment has ended. */
export async function findPrincipal(queries: Queries, userId: string, now: Date): Promise<Omit<Principal, 'session'> | undefined> {
  const person = (await listPersons(queries, now, userId))[0]
  return person && { userId: person.id, userName: person.name, assignments: person.assignments }
}

/** Persons still employed, with the assignments of today and the names of the places; one person, or all demo persons. */
export async function listPersons(queries: Queries, now: Date, userId?: string): Promise<DemoPerson[]> {
  const today = stockholmDate(now)
  const base = queries
    .selectFrom('app_user as u')
    .leftJoin('role_assignment as r', (join) =>
      join
        .onRef('r.user_id', '=', 'u.id')
        .on('r.valid_from', '<=', today)
        .on((on) => on.or([on('r.valid_to', 'is', null), on('r.valid_to', '>=', today)])),
    )
    .leftJoin('association as a', 'a.id', 'r.association_id')
    .leftJoin('organisation as o', 'o.id', 'r.controller_id')
    .select(['u.id', 'u.name', 'r.role', 'r.association_id', 'a.name as association_name', 'a.slug as association_slug'])
    .select(['r.controller_id', 'o.name as controller_name', 'r.intervention_id'])
    .where((where) => where.or([where('u.employed_until', 'is', null), where('u.employed_until', '>=', today)]))
    .orderBy('u.id')
    .orderBy('r.id')
  const rows = await (userId === undefined ? base.where('u.demo', '=', true) : base.where('u.id', '=', userId)).execute()
  const persons = new Map<string, DemoPerson>()
  for (const row of rows) {
    const person = persons.get(row.id) ?? { id: row.id, name: row.name, assignments: [] }
    persons.set(row.id, person)
    if (!row.role) continue
    person.assignments.push({
      role: row.role as Role,
      associationId: row.association_id,
      associationName: row.association_name,
      associationSlug: row.association_slug,
      controllerId: row.controller_id,
      controllerName: row.controller_name,
      interventionId: row.intervention_id,
    })
  }
  return [...persons.values()]
}

/** The person that the sign-in service calls so, and whether that person may sign in: is still employed. */
export async function findByClaim(
  queries: Queries,
  claimValue: string,
  now: Date,
): Promise<{ userId: string; isLetIn: boolean } | undefined> {
  const row = await queries.selectFrom('app_user').select('id').where('claim_value', '=', claimValue).executeTakeFirst()
  return row && { userId: row.id, isLetIn: (await findPrincipal(queries, row.id, now)) !== undefined }
}

/** Whether the database holds invented data. */
export async function hasDemoData(queries: Queries): Promise<boolean> {
  const row = await queries.selectFrom('association').select('id').where('fictive', '=', true).limit(1).executeTakeFirst()
  return row !== undefined
}

/** Makes the one-time link for the first administrator, unless there are users already. Gives its secret. */
export async function makeSetUpLink(queries: Queries, now: Date): Promise<string | undefined> {
  if (await queries.selectFrom('app_user').select('id').limit(1).executeTakeFirst()) return undefined
  const token = randomBytes(24).toString('hex')
  await queries.deleteFrom('set_up_link').where('used_at', 'is', null).execute()
  await queries
    .insertInto('set_up_link')
    .values({ token_hash: hashToken(token), created_at: now.toISOString(), used_at: null })
    .execute()
  return token
}

/** Uses the one-time link: makes the first administrator of an association. `undefined` when the link is unknown or used. */
export async function useSetUpLink(
  queries: Queries,
  token: string,
  name: string,
  associationId: string,
  now: Date,
): Promise<string | undefined> {
  const used = await queries
    .updateTable('set_up_link')
    .set({ used_at: now.toISOString() })
    .where('token_hash', '=', hashToken(token))
    .where('used_at', 'is', null)
    .returning('token_hash')
    .executeTakeFirst()
  if (!used) return undefined
  const id = `forvaltare-${randomUUID().slice(0, 8)}`
  await queries.insertInto('app_user').values({ id, name, employer_id: null, employer_association_id: associationId }).execute()
  const roles: Role[] = ['associationAdmin', 'systemAdministrator']
  const valid_from = stockholmDate(now)
  for (const role of roles) {
    const association_id = role === 'associationAdmin' ? associationId : null
    await queries
      .insertInto('role_assignment')
      .values({
        id: randomUUID(),
        user_id: id,
        role,
        association_id,
        controller_id: null,
        intervention_id: null,
        valid_from,
        valid_to: null,
      })
      .execute()
  }
  return id
}
