import type { Queries } from '../platform/database.ts'
import { breaksRule } from '../platform/errors.ts'
import { stockholmDate } from '../values/civilDate.ts'

/** Throws `Refusal` 422, saying what to do, when the controller has not opened registration of participations (tier T1) or has closed it. */
export async function demandOpen(queries: Queries, controllerId: string): Promise<void> {
  const controller = await demandOpened(queries, controllerId)
  if (controller.closed_at !== null) throw breaksRule('participations.closed', { date: stockholmDate(new Date(controller.closed_at)) })
}

/** Throws `Refusal` 422 when the controller has never opened registration; what needs no row of a person may go on when it is closed. */
export async function demandOpened(queries: Queries, controllerId: string): Promise<{ closed_at: string | null }> {
  const controller = await queries
    .selectFrom('controller')
    .select('closed_at')
    .where('organisation_id', '=', controllerId)
    .executeTakeFirst()
  if (!controller) throw breaksRule('participations.notOpened')
  return controller
}
