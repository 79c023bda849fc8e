import { sql } from 'kysely'
import type { Counted } from '../../disclosure/releasedCell.ts'
import type { PeriodStep } from '../../interventions/periods/periodStore.ts'
import type { Queries } from '../../platform/database.ts'
import { addDays, dayNumber, type CivilDate } from '../../values/civilDate.ts'
import { monthNumber } from '../../values/month.ts'

/** True counts of participations by the month in which they were registered or corrected. They must pass disclosure before anybody sees them. */
export type RegisteredBy = (association: string, lastMonth: number, registered: number) => Counted

interface MonthRow {
  association_id: string
  entered: number
  exited: number | null
  is_first: boolean
  registered: number
  count: number
  key: string
}

/** The same key as a fact has in memory: the first four bytes of a hash with the secret seed. */
const key = sql`('x' || encode(substring(sha256(s.seed || uuid_send(f.participation_id)) from 1 for 4), 'hex'))::bit(32)::bigint & 4294967295`

/**
 * Participations in a year by association and the calendar month, in Sweden, in which a version of them was written, from January of the year on.
 * A new version of somebody who left after a period tells of the exit and does not concern the period; the first version does.
 * @returns what was registered in a month (as `monthNumber`) of those in the period from January to `lastMonth`
 */
export async function findRegistered(queries: Queries, year: number): Promise<RegisteredBy> {
  const [first, last] = [monthNumber(`${year}-01`), monthNumber(`${year}-12`)]
  const { rows } = await sql<MonthRow>`
    with version as (
      select f.association_id, f.participation_id, greatest(f.entry_month, ${first}::int) as entered,
        least(f.exit_month, ${last}::int + 1) as exited, v.recorded_at,
        v.recorded_at = min(v.recorded_at) over (partition by v.controller_id, v.participation_id) as is_first,
        extract(year from v.recorded_at at time zone 'Europe/Stockholm')::int * 12
          + extract(month from v.recorded_at at time zone 'Europe/Stockholm')::int - 1 as registered
      from fact f join participation_version v on v.controller_id = f.controller_id and v.participation_id = f.participation_id
      where f.entry_month <= ${last}::int and (f.exit_month is null or f.exit_month >= ${first}::int)),
    written as (
      select association_id, participation_id, entered, exited, registered,
        bool_or(is_first) as is_first
      from version
      where recorded_at >= (${`${year}-01-01`}::date)::timestamp at time zone 'Europe/Stockholm'
      group by association_id, participation_id, entered, exited, registered)
    select f.association_id, f.entered, f.exited, f.is_first, f.registered, count(*)::int as count, sum(${key})::text as key
    from written f cross join noise_seed s
    group by f.association_id, f.entered, f.exited, f.is_first, f.registered`.execute(queries)
  const byMonth = Map.groupBy(rows, ({ association_id, registered }) => `${association_id} ${registered}`)
  return (association, lastMonth, registered) => {
    const end = first + lastMonth - 1
    const concerns = ({ entered, exited, is_first }: MonthRow): boolean => entered <= end && (is_first || exited === null || exited <= end)
    return sumOf((byMonth.get(`${association} ${registered}`) ?? []).filter(concerns))
  }
}

/** The Monday of a day's week: what was registered since then is not looked at yet, so that nobody can watch single registrations come. */
export function mondayOf(day: CivilDate): CivilDate {
  return addDays(day, -((dayNumber(day) + 3) % 7))
}

interface ChangedRow {
  association_id: string
  year: number
  month: number
  count: number
  key: string
}

/**
 * Participations in approved periods with a version written after the approval and before a day. Of those who left after the period only
 * those whose first version it is: another version tells of the exit. Who has left the figures altogether since is in none of them, nor is who is
 * counted without a row.
 * @returns the true count for an approval; it must pass disclosure before anybody sees it
 */
export async function findChanged(
  queries: Queries,
  approvals: readonly PeriodStep[],
  before: CivilDate,
): Promise<(approval: Pick<PeriodStep, 'associationId' | 'year' | 'month'>) => Counted> {
  const [first] = approvals
  if (!first) return () => ({ count: 0, key: 0 })
  const of = <K extends keyof PeriodStep>(name: K): PeriodStep[K][] => approvals.map((one) => one[name])
  const { rows } = await sql<ChangedRow>`
    select f.association_id, a.year, a.month, count(*)::int as count, sum(${key})::text as key
    from unnest(${of('associationId')}::uuid[], ${of('year')}::int[], ${of('month')}::int[], ${of('recordedAt')}::timestamptz[])
      as a (association_id, year, month, approved_at)
    join fact f on f.association_id = a.association_id and f.entry_month <= a.year * 12 + a.month - 1
      and (f.exit_month is null or f.exit_month >= a.year * 12)
    cross join noise_seed s
    where exists (
      select from participation_version v
      where v.controller_id = f.controller_id and v.participation_id = f.participation_id and v.recorded_at > a.approved_at
        and v.recorded_at < (${before}::date)::timestamp at time zone 'Europe/Stockholm')
      and (f.exit_month is null or f.exit_month <= a.year * 12 + a.month - 1 or not exists (
        select from participation_version v
        where v.controller_id = f.controller_id and v.participation_id = f.participation_id and v.recorded_at <= a.approved_at))
    group by f.association_id, a.year, a.month`.execute(queries)
  const nameOf = (id: string, year: number, month: number): string => `${id} ${year} ${month}`
  const found = Map.groupBy(rows, (row) => nameOf(row.association_id, row.year, row.month))
  return ({ associationId, year, month }) => sumOf(found.get(nameOf(associationId, year, month)) ?? [])
}

function sumOf(rows: readonly { count: number; key: string }[]): Counted {
  const keys = rows.reduce((sum, row) => sum + BigInt(row.key), 0n)
  return { count: rows.reduce((sum, { count }) => sum + count, 0), key: Number(keys & 0xffffffffn) }
}
