import { randomUUID } from 'node:crypto'
import type { Queries } from '../../platform/database.ts'
import { breaksRule, notFound, type Refusal } from '../../platform/errors.ts'
import { addDays, stockholmDate, type CivilDate } from '../../values/civilDate.ts'
import { orderAccountLink, standingRoles } from './linkStore.ts'
import { controllersAmong } from './order.ts'
import { countsAsPerson, sayAt, WAIT_DAYS } from './secondPerson.ts'
import type { Vault } from './vault.ts'

const DAYS = 3
const since = (today: CivilDate): string => `${addDays(today, -DAYS)}T00:00:00Z`

/** A request that waits for a second person. */
export interface AccountRequest {
  id: string
  userId: string
  placeId: string | null
  placeName: string | null
  askedBy: { id: string; name: string }
  askedAt: string
  /** There is no other steward at the place who could confirm: a second system administrator does. */
  byOffice: boolean
  /** The day from which that may be, where the role of the last steward ended lately. */
  officeFrom: CivilDate | null
}

/**
 * Asks for a link in the place of what was asked before: one request for each controller that has a say, or one without a place. Throws `Refusal` 422 where
 * nobody could confirm it yet.
 */
export async function addRequests(queries: Queries, userId: string, askedBy: string, now: Date): Promise<void> {
  const today = stockholmDate(now)
  const places = controllersAmong(await standingRoles(queries, userId, now))
  const says = await Promise.all(places.map((placeId) => sayAt(queries, placeId, userId, today)))
  for (const [at, { officeFrom }] of says.entries()) if (officeFrom) throw await stewardEnded(queries, places[at]!, officeFrom)
  if (!says.every(({ hasSteward }) => hasSteward) || places.length === 0) await demandPersons(queries, [askedBy], today)
  await queries.deleteFrom('account_request').where('user_id', '=', userId).execute()
  const rows = (places.length > 0 ? places : [null]).map((place_id) => ({
    ...{ id: randomUUID(), user_id: userId, place_id, asked_by: askedBy, asked_at: now.toISOString(), confirmed_by: null },
  }))
  await queries.insertInto('account_request').values(rows).execute()
}

/** Requests that wait, of everybody or those that a controller has a say in. */
export async function findRequests(queries: Queries, today: CivilDate, placeId?: string): Promise<AccountRequest[]> {
  let query = queries
    .selectFrom('account_request as r')
    .innerJoin('app_user as u', 'u.id', 'r.asked_by')
    .leftJoin('organisation as o', 'o.id', 'r.place_id')
    .select(['r.id', 'r.user_id', 'r.place_id', 'o.name as place', 'r.asked_by', 'u.name as asker', 'r.asked_at'])
    .where('r.confirmed_by', 'is', null)
    .where('r.asked_at', '>=', since(today))
  if (placeId !== undefined) query = query.where('r.place_id', '=', placeId)
  const rows = await query.orderBy('r.asked_at').orderBy('r.id').execute()
  return Promise.all(
    rows.map(async (row) => {
      const say = row.place_id === null ? null : await sayAt(queries, row.place_id, row.user_id, today)
      return {
        ...{ id: row.id, userId: row.user_id, placeId: row.place_id, placeName: row.place },
        ...{ askedBy: { id: row.asked_by, name: row.asker }, askedAt: row.asked_at },
        ...{ byOffice: !say?.hasSteward && !say?.officeFrom, officeFrom: say?.officeFrom ?? null },
      }
    }),
  )
}

async function stewardEnded(queries: Queries, placeId: string, date: CivilDate): Promise<Refusal> {
  const { name } = await queries.selectFrom('organisation').select('name').where('id', '=', placeId).executeTakeFirstOrThrow()
  return breaksRule('local.stewardEnded', { place: name, date })
}

async function demandPersons(queries: Queries, userIds: readonly string[], today: CivilDate): Promise<void> {
  for (const userId of userIds) if (!(await countsAsPerson(queries, userId, today))) throw breaksRule('local.tooNew', { days: WAIT_DAYS })
}

/**
 * Confirms a request as its second person. Throws `Refusal` 404 when it does not wait here, 422 for whoever asked for it or is to have the
 * account, and for the office where a steward is to confirm or where either of the two does not count as a second person yet.
 * @param at the controller whose steward confirms; `undefined` for a system administrator
 * @returns whom it is for, at which controllers that is known, and the secret of the link when nobody else has to confirm
 */
export async function confirmRequest(
  queries: Queries,
  vault: Vault,
  { id, who, at }: { id: string; who: string; at: string | undefined },
  now: Date,
): Promise<{ userId: string; controllers: string[]; token: string | null }> {
  const today = stockholmDate(now)
  const request = (await findRequests(queries, today, at)).find((one) => one.id === id)
  if (!request) throw notFound()
  const { userId } = request
  if (who === request.askedBy.id || who === userId) throw breaksRule('local.twoPersons')
  if (at === undefined) {
    if (request.officeFrom) throw await stewardEnded(queries, request.placeId!, request.officeFrom)
    if (!request.byOffice) throw breaksRule('local.stewardConfirms')
    await demandPersons(queries, [who, request.askedBy.id], today)
  }
  // All of the person's are held: of two last ones at once, one makes the link.
  const rows = await queries.selectFrom('account_request').selectAll().where('user_id', '=', userId).orderBy('id').forUpdate().execute()
  if (rows.find((row) => row.id === id)?.confirmed_by !== null) throw notFound()
  await queries.updateTable('account_request').set({ confirmed_by: who }).where('id', '=', id).execute()
  const controllers = controllersAmong(await standingRoles(queries, userId, now))
  // A role may have come since it was asked for: that controller has had no say.
  const unasked = controllers.some((place) => !rows.some((row) => row.place_id === place))
  if (unasked) throw breaksRule('local.askAnew')
  if (rows.some((row) => row.id !== id && row.confirmed_by === null)) return { userId, controllers, token: null }
  await queries.deleteFrom('account_request').where('user_id', '=', userId).execute()
  const by = [...new Set([request.askedBy.id, ...rows.flatMap((row) => row.confirmed_by ?? []), who])]
  const order = { basis: 'twoPersons', placeId: null, places: controllers } as const
  return { userId, controllers, token: await orderAccountLink(queries, vault, { userId, order, by }, now) }
}
