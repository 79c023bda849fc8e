import { randomUUID } from 'node:crypto'
import type { Queries } from '../../platform/database.ts'
import { breaksRule, notFound } from '../../platform/errors.ts'
import { addDays, stockholmDate, type CivilDate } from '../../values/civilDate.ts'
import { orderAccountLink, standingRoles } from './linkStore.ts'
import { controllersAmong } from './order.ts'
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
}

/** Asks for a link in the place of what was asked before: one request for each controller that has a say, or one without a place. */
export async function addRequests(queries: Queries, userId: string, askedBy: string, now: Date): Promise<void> {
  const places = controllersAmong(await standingRoles(queries, userId, now))
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
    rows.map(async (row) => ({
      ...{ id: row.id, userId: row.user_id, placeId: row.place_id, placeName: row.place },
      ...{ askedBy: { id: row.asked_by, name: row.asker }, askedAt: row.asked_at },
      byOffice: row.place_id === null || !(await hasOtherSteward(queries, row.place_id, row.user_id, today)),
    })),
  )
}

async function hasOtherSteward(queries: Queries, placeId: string, userId: string, today: CivilDate): Promise<boolean> {
  const found = await queries
    .selectFrom('role_assignment as r')
    .innerJoin('app_user as u', 'u.id', 'r.user_id')
    .select('r.id')
    .where('r.role', '=', 'controllerAdmin')
    .where('r.controller_id', '=', placeId)
    .where('r.user_id', '!=', userId)
    .where('r.valid_from', '<=', today)
    .where((on) => on.or([on('r.valid_to', 'is', null), on('r.valid_to', '>=', today)]))
    .where((on) => on.or([on('u.employed_until', 'is', null), on('u.employed_until', '>=', today)]))
    .executeTakeFirst()
  return found !== undefined
}

/**
 * Confirms a request as its second person. Throws `Refusal` 404 when it does not wait here, 422 for whoever asked for it or is to have the
 * account, and for the office where a steward is to confirm.
 * @param at the controller whose steward confirms; `undefined` for a system administrator
 * @returns whom it is for, at which controllers that is known, and the secret of the link when nobody else has to confirm
 */
export async function confirmRequest(
  queries: Queries,
  vault: Vault,
  { id, who, at }: { id: string; who: string; at: string | undefined },
  now: Date,
): Promise<{ userId: string; controllers: string[]; token: string | null }> {
  const request = (await findRequests(queries, stockholmDate(now), at)).find((one) => one.id === id)
  if (!request) throw notFound()
  const { userId } = request
  if (who === request.askedBy.id || who === userId) throw breaksRule('local.twoPersons')
  if (at === undefined && !request.byOffice) throw breaksRule('local.stewardConfirms')
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
  const order = { basis: 'twoPersons', placeId: null } as const
  return { userId, controllers, token: await orderAccountLink(queries, vault, { userId, order, by }, now) }
}
