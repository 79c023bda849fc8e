import { sql, type RawBuilder } from 'kysely'
import { addDays, addMonths, type CivilDate } from '../../values/civilDate.ts'
import { followUpPoints, WINDOW_DAYS, type Point } from './followUps.ts'
import { ASKED_MONTHS, COMPLETE_DAYS, DRAFT_DAYS, LONG_MONTHS, type ToDo } from './toDo.ts'

/** Something to do with a participation, and its day. */
export interface ToDoItem {
  id: string
  code: string
  kind: ToDo['kind']
  by: CivilDate
}

interface Place {
  controllerId: string
  interventions: readonly string[] | 'all'
  /** Months after exit that are switched off, by intervention. */
  off: ReadonlyMap<string, readonly number[]>
  today: CivilDate
}

/**
 * What `toDoOf` finds of every participation in some interventions, as a query: found, counted and ordered without fetching the
 * participations. `toDoStore.test.ts` holds it to the rule.
 */
export function itemsOf(place: Place): RawBuilder<ToDoItem> {
  return sql<ToDoItem>`
    with held as materialized (${held(place)})
    select id, code, intervention_id, 'ground' as kind, entry_date + ${DRAFT_DAYS}::int as "by" from held where ground = 'none'
    union all select id, code, intervention_id, 'exit', ${exitBy} from held where exit_date is null and ${exitBy} < ${place.today}::date
    union all ${incomplete(place)}
    union all ${openFollowUps(place)}`
}

/** By then a participation that runs should have ended. What has no value is left out by `least`. */
const exitBy = sql`least(end_date, (entry_date + make_interval(months => ${LONG_MONTHS}::int))::date)`

/** Versions that count: current, and not registered in error. */
const isCurrent = ({ controllerId }: Place): RawBuilder<boolean> =>
  sql`v.controller_id = ${controllerId} and v.current and v.exit_reason is distinct from 'felregistrering'`

/**
 * The participation of a version, where it is not locked and in the interventions. Looked up by its key, one at a time: a database that has
 * not counted its rows yet would else go through all of them for each.
 */
function ofParticipation({ controllerId, interventions }: Place): RawBuilder<unknown> {
  const own = interventions === 'all' ? sql`true` : sql`p.intervention_id = any(${interventions}::uuid[])`
  return sql`join lateral (
      select p.id, p.code, p.intervention_id, p.locked_at from participation p
      where p.controller_id = ${controllerId} and p.id = v.participation_id offset 0
    ) p on p.locked_at is null and ${own}`
}

/** Participations about which dates alone tell that something may be to do, from the list's index. */
function held(place: Place): RawBuilder<unknown> {
  const near = followUpPoints.map(
    (point) => sql`${begin('v', point)} between ${around(place.today, point, -1)} and ${around(place.today, point, 1)}`,
  )
  return sql`select p.id, p.code, p.intervention_id, i.end_date, v.entry_date, v.exit_date, v.exit_reason, v.ground
    from participation_version v ${ofParticipation(place)} join intervention i on i.id = p.intervention_id
    where ${isCurrent(place)} and (v.exit_date is null or v.ground = 'none' or ${sql.join(near, sql` or `)})`
}

const begin = (table: string, { clock }: Point): RawBuilder<unknown> => sql.ref(`${table}.${clock}_date`)

/** Months differ in length: a few days more on either side of what is reckoned back. */
const SPARE_DAYS = 3

/** The first or last beginning that has its point within the window of today. */
const around = (today: CivilDate, { months }: Point, side: 1 | -1): RawBuilder<unknown> =>
  sql`${addDays(addMonths(today, -months), side * (WINDOW_DAYS + SPARE_DAYS))}::date`

/** Participations that lack a field: the condition is the one of the index `participation_version_incomplete`. */
function incomplete(place: Place): RawBuilder<unknown> {
  return sql`select p.id, p.code, p.intervention_id, 'complete', coalesce(v.exit_date, v.entry_date) + ${COMPLETE_DAYS}::int
    from participation_version v ${ofParticipation(place)}
    where ${isCurrent(place)} and (v.exit_date is null or v.exit_date >= ${addMonths(place.today, -ASKED_MONTHS)}::date)
    and (v.education is null or v.time_on_support is null or v.referred_by is null or cardinality(v.target_groups) = 0
      or v.exit_date is not null and (v.exit_reason is null or v.occupation_after is null or coalesce(v.support_after, '{}') = '{}'))`
}

/**
 * Open follow-ups: unanswered points, put together while they lie within the window of the first. Points of one clock are at least 89 days
 * from each other, so that at most three follow within the window of the one before, and at most two share a contact: a point begins a
 * contact when none is near before it, or when that one shares the contact of one before.
 */
function openFollowUps(place: Place): RawBuilder<unknown> {
  const { today, controllerId } = place
  const on = sql`${today}::date`
  return sql`select id, code, intervention_id, 'followUp', due + ${WINDOW_DAYS}::int
    from (
      select d.*, lag(due) over points as before, lag(due, 2) over points as earlier, lead(due) over points as next
      from (${duePoints(place)}) d
      where not exists (
        select from contact c
        where c.controller_id = ${controllerId} and c.participation_id = d.id and c.current and not c.withdrawn and c.reached
          and c.contact_date between d.due - ${WINDOW_DAYS}::int and d.due + ${WINDOW_DAYS}::int)
      window points as (partition by d.id order by d.due, d.clock)
    ) unanswered
    where (before is null or due - before > ${WINDOW_DAYS}::int or before - earlier <= ${WINDOW_DAYS}::int)
      and ${on} between (case when next - due <= ${WINDOW_DAYS}::int then next else due end) - ${WINDOW_DAYS}::int and due + ${WINDOW_DAYS}::int`
}

/**
 * The points of participations that are near enough to today to matter: those that may be open, and what they may share a contact with.
 * One point after the other, by dates that are compared as they are stored: to add months to every date takes longer than all the rest.
 */
function duePoints({ off, today }: Place): RawBuilder<unknown> {
  const [first, last] = [addDays(today, -3 * WINDOW_DAYS), addDays(today, 2 * WINDOW_DAYS)]
  const points = followUpPoints.map(({ clock, months }) => {
    const begin = sql.ref(`${clock}_date`)
    const without = clock === 'exit' ? [...off].filter(([, switchedOff]) => switchedOff.includes(months)).map(([id]) => id) : []
    return sql`select id, code, intervention_id, ${clock} as clock, (${begin} + make_interval(months => ${months}::int))::date as due from held
      where ${begin} between ${addDays(addMonths(first, -months), -SPARE_DAYS)}::date and ${addDays(addMonths(last, -months), SPARE_DAYS)}::date
        and exit_reason is distinct from 'deceased' and intervention_id <> all(${without}::uuid[])`
  })
  return sql.join(points, sql` union all `)
}
