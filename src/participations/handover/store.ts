import { sql } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import { notFound } from '../../platform/errors.ts'
import type { Scope } from '../../platform/scope.ts'
import { addDays, addMonths, type CivilDate } from '../../values/civilDate.ts'
import { fromColumns } from '../columns.ts'
import { followUpPlan, lastPoint, WINDOW_DAYS, type FollowUp } from '../register/followUps.ts'
import { contactsOf } from '../register/listStore.ts'
import { findSwitchedOff } from '../register/optionalPoints.ts'
import { currentRecords, withSummary } from '../register/recordStore.ts'
import type { CodeList, Unstaffed } from './contract.ts'

interface Left {
  id: string
  code: string
  intervention: Unstaffed['intervention']
  next: FollowUp
}

/** Interventions of the controller with follow-ups to make and no caseworker on the day, the most urgent first. */
export async function listUnstaffed(queries: Queries, scope: Scope, controllerId: string, today: CivilDate): Promise<Unstaffed[]> {
  const isUnstaffed = sql<boolean>`p.intervention_id not in (
    select s.intervention_id from staffed_interventions(${controllerId}, ${today}::date) s)`
  const left = await followUpsLeft(queries, scope, { controllerId, which: isUnstaffed }, today)
  return [...Map.groupBy(left, (one) => one.intervention.id).values()].map((of) => {
    const open = of.filter(({ next }) => next.state === 'open').length
    return { intervention: of[0]!.intervention, open, coming: of.length - open, nextDue: of[0]!.next.due }
  })
}

/**
 * The codes of an intervention with a follow-up to make. It can be had when somebody has just been appointed too: that is when it is handed
 * over. Throws `Refusal` 404 when the controller has no participation in the intervention.
 */
export async function getCodeList(
  queries: Queries,
  scope: Scope,
  { controllerId, interventionId }: { controllerId: string; interventionId: string },
  today: CivilDate,
): Promise<CodeList> {
  const place = await currentRecords(queries, scope, controllerId)
    .innerJoin('organisation as o', 'o.id', 'p.controller_id')
    .select(['i.id', 'i.name', 'i.end_date', 'o.name as controller'])
    .where('p.intervention_id', '=', interventionId)
    .limit(1)
    .executeTakeFirst()
  if (!place) throw notFound()
  const which = sql<boolean>`p.intervention_id = ${interventionId}`
  const left = await followUpsLeft(queries, scope, { controllerId, which }, today)
  return {
    intervention: { id: place.id, name: place.name, endDate: place.end_date },
    controllerName: place.controller,
    rows: left.map(({ id, code, next }) => ({ id, code, due: next.due, until: next.until, open: next.state === 'open' })),
  }
}

/** Participations with a follow-up that can still be made, the earliest first. */
async function followUpsLeft(
  queries: Queries,
  scope: Scope,
  { controllerId, which }: { controllerId: string; which: ReturnType<typeof sql<boolean>> },
  today: CivilDate,
): Promise<Left[]> {
  // By dates alone: after the last window of both clocks nothing is left. A day more or less, since months differ in length.
  const limit = addDays(addMonths(today, -Math.max(lastPoint('entry'), lastPoint('exit'))), -WINDOW_DAYS - 3)
  const rows = await withSummary(currentRecords(queries, scope, controllerId))
    .selectAll('v')
    .select('i.end_date')
    .where(which)
    .where(sql<boolean>`greatest(v.entry_date, v.exit_date) >= ${limit}`)
    .execute()
  const ids = rows.map(({ id }) => id)
  const contacts = await contactsOf(queries, controllerId, ids)
  const off = await findSwitchedOff(queries, controllerId)
  const left = rows.flatMap((row) => {
    const participation = fromColumns(row as unknown as Record<string, unknown>)
    const next = nextFollowUp(followUpPlan(participation, contacts.get(row.id) ?? [], today, off.get(row.intervention_id) ?? []))
    const intervention = { id: row.intervention_id, name: row.intervention_name, endDate: row.end_date }
    return next ? [{ id: row.id, code: row.code, intervention, next }] : []
  })
  const key = ({ next, code }: Left): string => `${next.due} ${code}`
  return left.sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** The first follow-up of a plan that can still be made; `undefined` when none is left. */
function nextFollowUp(plan: readonly FollowUp[]): FollowUp | undefined {
  return plan.find(({ state }) => state === 'open' || state === 'coming')
}
