import { sql } from 'kysely'
import { getApplication, listApplications, type ApplicationPlace } from '../../applications/applicationBook.ts'
import * as applications from '../../applications/store.ts'
import { getGrantBook } from '../../financing/grants/grantStore.ts'
import { recordDrawdown } from '../../financing/grants/store.ts'
import type { DrawdownFields } from '../../financing/grants/domain.ts'
import type { Queries } from '../../platform/database.ts'
import { breaksRule, notFound, Refusal } from '../../platform/errors.ts'
import type { Scope } from '../../platform/scope.ts'
import { stockholmDate } from '../../values/civilDate.ts'
import type { MemberApplication, MemberDesk } from './contract.ts'

/** An application, seen by a member. */
export interface MemberPlace extends ApplicationPlace {
  controllerId: string
}

/** What a member has to do with in all its associations, by name. Throws `Refusal` 404 when there is no such organisation. */
export async function getMemberDesk(queries: Queries, scope: Scope, controllerId: string, now: Date): Promise<MemberDesk> {
  const organisation = await queries
    .selectFrom('organisation')
    .select(['name', 'fictive'])
    .where('id', '=', controllerId)
    .executeTakeFirst()
  if (!organisation) throw notFound()
  const places: MemberDesk['places'] = []
  for (const { id } of await associationsOf(queries, controllerId)) {
    const { associationName, applications } = await listApplications(queries, id)
    const answered = await answeredBy(queries, id, controllerId)
    const owned = await grantsOwnedBy(queries, id, controllerId)
    const { grants } = await getGrantBook(queries, scope, id, now)
    places.push({
      ...{ associationId: id, associationName },
      applications: applications.map((one) => ({ ...one, answered: answered.has(one.id) })),
      // Who acts for several members sees one at a time.
      grants: grants.filter((grant) => owned.has(grant.id)),
    })
  }
  return { organisationName: organisation.name, fictive: organisation.fictive, today: stockholmDate(now), places }
}

async function associationsOf(queries: Queries, controllerId: string): Promise<{ id: string }[]> {
  return queries
    .selectFrom('membership as m')
    .innerJoin('association as a', 'a.id', 'm.association_id')
    .select('a.id')
    .where('m.organisation_id', '=', controllerId)
    .where('m.valid_to', 'is', null)
    .orderBy(sql`a.name collate sv`)
    .orderBy('a.id')
    .execute()
}

/** Asked first, so that an association of others takes the time of none. Throws `Refusal` 404. */
async function demandMember(
  queries: Queries,
  { controllerId, associationId }: Pick<MemberPlace, 'controllerId' | 'associationId'>,
): Promise<void> {
  const member = await queries
    .selectFrom('membership')
    .select('association_id')
    .where('association_id', '=', associationId)
    .where('organisation_id', '=', controllerId)
    .where('valid_to', 'is', null)
    .executeTakeFirst()
  if (!member) throw notFound()
}

async function answeredBy(queries: Queries, associationId: string, organisationId: string): Promise<Set<string>> {
  const rows = await queries
    .selectFrom('application_answer')
    .select('application_id')
    .where('association_id', '=', associationId)
    .where('organisation_id', '=', organisationId)
    .execute()
  return new Set(rows.map((row) => row.application_id))
}

/** The grants of an association to interventions that the member owns. */
async function grantsOwnedBy(queries: Queries, associationId: string, controllerId: string): Promise<Set<string>> {
  const rows = await queries
    .selectFrom('intervention_grant as g')
    .innerJoin('intervention as i', 'i.id', 'g.intervention_id')
    .select('g.id')
    .where('g.association_id', '=', associationId)
    .where('i.owner_id', '=', controllerId)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** An application of an association that the member belongs to. Throws `Refusal` 404 when there is none that it may see. */
export async function getMemberApplication(queries: Queries, scope: Scope, place: MemberPlace, now: Date): Promise<MemberApplication> {
  await demandMember(queries, place)
  const application = await getApplication(queries, place, now)
  const { recorded_by } = await queries
    .selectFrom('application')
    .select('recorded_by')
    .where('association_id', '=', place.associationId)
    .where('id', '=', place.applicationId)
    .executeTakeFirstOrThrow()
  return { ...application, mine: recorded_by === scope.userId }
}

/** Changes a draft that the asker has begun. Throws `Refusal` 404, 422 for one that another began, else as `changeApplication`. */
export async function changeAsMember(
  queries: Queries,
  scope: Scope,
  place: MemberPlace,
  given: Parameters<typeof applications.changeApplication>[3],
  now: Date,
): Promise<void> {
  const { mine } = await getMemberApplication(queries, scope, place, now)
  if (!mine) throw breaksRule('members.notYours')
  await applications.changeApplication(queries, scope, place, given, now)
}

/** Sends a drawdown for an intervention that the member owns. Throws `Refusal` as `recordDrawdown`, 404 for another's grant. */
export async function sendDrawdown(
  queries: Queries,
  scope: Scope,
  place: { controllerId: string; associationId: string; grantId: string },
  given: DrawdownFields & { id: string },
  now: Date,
): Promise<void> {
  const owned = await grantsOwnedBy(queries, place.associationId, place.controllerId)
  if (!owned.has(place.grantId)) throw notFound()
  await refuseTaken(recordDrawdown(queries, scope, place, given, now), 'grants.arrivedBefore')
}

/** Begins a draft in an association that the member belongs to. Throws `Refusal` 404 when it does not, else as `beginApplication`. */
export async function beginAsMember(
  queries: Queries,
  scope: Scope,
  { controllerId, associationId }: { controllerId: string; associationId: string },
  given: Parameters<typeof applications.beginApplication>[3],
  now: Date,
): Promise<void> {
  await demandMember(queries, { controllerId, associationId })
  await refuseTaken(applications.beginApplication(queries, scope, associationId, given, now), 'members.arrivedBefore')
}

/** What stands under an id already and is not the member's to see is found first when it is written. Throws `Refusal` 409 then. */
async function refuseTaken(work: Promise<void>, key: string): Promise<void> {
  try {
    await work
  } catch (thrown) {
    // Unique violation (PostgreSQL, appendix A).
    throw (thrown as { code?: string }).code === '23505' ? new Refusal(409, key) : thrown
  }
}
