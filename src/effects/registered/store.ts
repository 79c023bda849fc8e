import { sql } from 'kysely'
import { demandAnswersFor, mayAnswerFor } from '../../interventions/answersFor.ts'
import type { Queries } from '../../platform/database.ts'
import { Refusal } from '../../platform/errors.ts'
import type { Scope } from '../../platform/scope.ts'
import { registrationOf, type Registration, type RegistrationFields, type Registrations } from './domain.ts'

/** Every registration of an intervention, the latest first, and whether the one who asks may add one. */
export async function listRegistrations(queries: Queries, interventionId: string): Promise<Registrations> {
  const rows = await queries
    .selectFrom('registered_outcome as o')
    .innerJoin('app_user as u', 'u.id', 'o.registered_by')
    .selectAll('o')
    .select('u.name')
    .where('o.intervention_id', '=', interventionId)
    .orderBy('o.version', 'desc')
    .execute()
  return {
    mayRegister: await mayAnswerFor(queries, interventionId),
    list: rows.map(({ name, ...row }) => registrationOf(row, name)),
  }
}

/** What an intervention is to be judged by, without who fixed it; `undefined` where nothing is registered. For figures, whose role sees no names. */
export async function findRegistered(queries: Queries, interventionId: string): Promise<Registration[]> {
  const rows = await queries
    .selectFrom('registered_outcome')
    .selectAll()
    .where('intervention_id', '=', interventionId)
    .orderBy('version', 'desc')
    .execute()
  return rows.map((row) => registrationOf(row, ''))
}

/**
 * Fixes what an intervention is to be judged by. The same as what holds is left as it is. Throws `Refusal` 404 for an unknown intervention, 403 for whoever does not
 * answer for it, 409 when somebody registered something else meanwhile.
 */
export async function registerOutcome(
  queries: Queries,
  scope: Scope,
  interventionId: string,
  { outcome, months, reason, seen }: RegistrationFields,
  now: Date,
): Promise<void> {
  await demandAnswersFor(queries, interventionId)
  await sql`select pg_advisory_xact_lock(hashtextextended(${`registered ${interventionId}`}, 0))`.execute(queries)
  const [latest] = await findRegistered(queries, interventionId)
  if (latest?.outcome === outcome && latest.months === months) return
  if ((latest?.version ?? 0) !== seen) throw new Refusal(409, 'effects.registered.changedMeanwhile')
  const { rows } = await sql<{ seen: boolean }>`select outcome_could_be_seen(${interventionId}::uuid, ${months}::int) as seen`.execute(
    queries,
  )
  await queries
    .insertInto('registered_outcome')
    .values({
      ...{ intervention_id: interventionId, version: seen + 1, outcome, months, reason, before_data: !rows[0]!.seen },
      ...{ registered_at: now.toISOString(), registered_by: scope.userId },
    })
    .execute()
}
