import type { Queries } from '../../platform/database.ts'
import { notFound } from '../../platform/errors.ts'
import { interventionsOf, type Scope } from '../../platform/scope.ts'
import { findSwitchedOff, type OptionalPoint } from '../register/optionalPoints.ts'
import type { ExitPoints } from './contract.ts'

/** The interventions of the controller that the person leads or answers for, with what is switched off in each. */
export async function listExitPoints(queries: Queries, scope: Scope, controllerId: string): Promise<ExitPoints[]> {
  const mine = interventionsOf(scope, controllerId, ['interventionLead', 'controllerAdmin'])
  const rows = await queries
    .selectFrom('intervention')
    .select(['id', 'name'])
    .where('owner_id', '=', controllerId)
    .where('counting_mode', '=', 'identified')
    .orderBy('name')
    .execute()
  const off = await findSwitchedOff(queries, controllerId)
  const shown = mine === 'all' ? rows : rows.filter(({ id }) => mine.includes(id))
  return shown.map((intervention) => ({ intervention, off: off.get(intervention.id) ?? [] }))
}

/** Switches a point off or on; one that stands so already is left. Throws `Refusal` 404 for an intervention that is not the person's. */
export async function setExitPoint(
  queries: Queries,
  scope: Scope,
  place: { controllerId: string; interventionId: string },
  { months, on }: { months: OptionalPoint; on: boolean },
  now: Date,
): Promise<ExitPoints[]> {
  const { controllerId, interventionId } = place
  const mine = await listExitPoints(queries, scope, controllerId)
  if (!mine.some(({ intervention }) => intervention.id === interventionId)) throw notFound()
  if (on) {
    await queries
      .deleteFrom('exit_point_off')
      .where('controller_id', '=', controllerId)
      .where('intervention_id', '=', interventionId)
      .where('months', '=', months)
      .execute()
  } else {
    const key = { controller_id: controllerId, intervention_id: interventionId, months }
    await queries
      .insertInto('exit_point_off')
      .values({ ...key, switched_off_at: now.toISOString(), switched_off_by: scope.userId })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  return listExitPoints(queries, scope, controllerId)
}
