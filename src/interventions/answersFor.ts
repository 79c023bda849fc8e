import { sql } from 'kysely'
import type { Queries } from '../platform/database.ts'
import { notFound, Refusal } from '../platform/errors.ts'

/** Whether the one who asks answers for an intervention: as the office of one of its associations, or as who leads it. The second wall asks the same. */
export async function mayAnswerFor(queries: Queries, interventionId: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select answers_for_intervention(${interventionId}::uuid) as may`.execute(queries)
  return rows[0]!.may
}

/** Refuses with 404 what is no intervention, and with 403 whoever does not answer for it. */
export async function demandAnswersFor(queries: Queries, interventionId: string): Promise<void> {
  const found = await queries.selectFrom('intervention').select('id').where('id', '=', interventionId).executeTakeFirst()
  if (!found) throw notFound()
  if (!(await mayAnswerFor(queries, interventionId))) throw new Refusal(403, 'interventions.notYourIntervention')
}
