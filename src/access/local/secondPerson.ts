import type { Queries } from '../../platform/database.ts'
import { addDays, stockholmDate, type CivilDate } from '../../values/civilDate.ts'

/**
 * So many days the say of a data steward lasts after the role has ended, and so many a system administrator has been one before counting as a second
 * person. Else one administrator alone could end the stewards, invent a colleague and be two persons the same day; so it takes two weeks
 * in which those whom it concerns can see it.
 */
export const WAIT_DAYS = 14

/**
 * Whether a system administrator counts as a person of their own: has been one for two weeks, by an account that no other has made alone
 * within them. The first two weeks of an installation nobody has been, and all count.
 */
export async function countsAsPerson(queries: Queries, userId: string, today: CivilDate): Promise<boolean> {
  const since = addDays(today, -WAIT_DAYS)
  const rows = await queries
    .selectFrom('role_assignment')
    .select(['user_id', 'valid_from', 'valid_to'])
    .where('role', '=', 'systemAdministrator')
    .where('valid_from', '<=', since)
    .execute()
  // Those that have ended since are counted too: whoever ends the others does not make the installation a new one.
  const held = rows.filter((row) => row.valid_to === null || row.valid_to >= row.valid_from)
  if (held.length === 0) return true
  if (!held.some((row) => row.user_id === userId && (row.valid_to === null || row.valid_to >= since))) return false
  const account = await queries
    .selectFrom('local_account')
    .select('made_at')
    .where('user_id', '=', userId)
    .where('basis', '=', 'office')
    .executeTakeFirst()
  return !account || stockholmDate(account.made_at) <= since
}

/** Who confirms at a controller. */
export interface Say {
  /** Another steward is there. */
  hasSteward: boolean
  /** The day from which a system administrator may, where the role of the last steward ended lately. */
  officeFrom: CivilDate | null
}

/** Who confirms a link for a person at a controller: another steward where there is one, else a system administrator. */
export async function sayAt(queries: Queries, placeId: string, userId: string, today: CivilDate): Promise<Say> {
  const rows = await queries
    .selectFrom('role_assignment as r')
    .innerJoin('app_user as u', 'u.id', 'r.user_id')
    .select(['r.valid_from', 'r.valid_to', 'u.employed_until'])
    .where('r.role', '=', 'controllerAdmin')
    .where('r.controller_id', '=', placeId)
    .where('r.user_id', '!=', userId)
    .where('r.valid_from', '<=', today)
    .execute()
  const lastOf = (row: (typeof rows)[number]): CivilDate | null =>
    [row.valid_to, row.employed_until].filter((day) => day !== null).sort()[0] ?? null
  const lasts = rows.map(lastOf)
  if (lasts.some((last) => last === null || last >= today)) return { hasSteward: true, officeFrom: null }
  // Nobody but the stewards ends an employment: only what the office can end waits. A role that was ended before it began never held.
  const ended = rows.flatMap((row, at) =>
    row.valid_to !== null && row.valid_to === lasts[at] && row.valid_to >= row.valid_from ? row.valid_to : [],
  )
  const last = ended.sort().at(-1)
  const from = last === undefined ? null : addDays(last, WAIT_DAYS)
  return { hasSteward: false, officeFrom: from !== null && from > today ? from : null }
}
