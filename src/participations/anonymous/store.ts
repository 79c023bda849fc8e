import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import { breaksRule, notFound, Refusal } from '../../platform/errors.ts'
import type { Scope } from '../../platform/scope.ts'
import { findSentBefore } from '../../platform/sentAgain.ts'
import { stockholmDate } from '../../values/civilDate.ts'
import { touchData } from '../bulk.ts'
import { demandOpened } from '../demandOpen.ts'
import { associationOf } from '../importRules.ts'
import { findInterventions } from '../importSetting.ts'
import type { AnonymousChange, AnonymousSum } from './contract.ts'
import { lockSums } from './sums.ts'

/** The sums of the person's own interventions, latest year first. */
export async function listAnonymous(queries: Queries, scope: Scope, controllerId: string): Promise<AnonymousSum[]> {
  const own = await findInterventions(queries, scope, controllerId)
  const rows = await queries
    .selectFrom('anonymous_count as c')
    .innerJoin('intervention as i', 'i.id', 'c.intervention_id')
    .select(['i.id', 'i.name', 'c.year'])
    .select((on) => [on.fn.sum<number>('c.women').as('women'), on.fn.sum<number>('c.men').as('men')])
    .where('c.controller_id', '=', controllerId)
    .where(sql<boolean>`c.intervention_id = any(${own.map(({ id }) => id)}::uuid[])`)
    .groupBy(['i.id', 'i.name', 'c.year'])
    .orderBy('c.year', 'desc')
    .orderBy(sql`i.name collate sv`)
    .execute()
  return rows.map((row) => ({
    intervention: { id: row.id, name: row.name },
    year: row.year,
    women: Number(row.women),
    men: Number(row.men),
  }))
}

/**
 * Adds to the count of an intervention and year; nothing is overwritten, and what has been added already under the same id is not added
 * again. Throws `Refusal` 404 for an intervention that is not the person's, 409 when what arrived under the id says something else, 422 for
 * a year to come, for nothing, and for taking back more than there is.
 */
export async function addAnonymous(
  queries: Queries,
  scope: Scope,
  controllerId: string,
  { id = randomUUID(), ...change }: AnonymousChange & { id?: string | undefined },
  now: Date,
): Promise<AnonymousSum[]> {
  await demandOpened(queries, controllerId)
  const intervention = (await findInterventions(queries, scope, controllerId)).find((one) => one.id === change.interventionId)
  if (!intervention) throw notFound()
  if (change.year > Number(stockholmDate(now).slice(0, 4))) throw fault('body.year', 'anonymous.futureYear')
  if (change.women === 0 && change.men === 0) throw fault('body.women', 'anonymous.nothing')
  const first = await findSentBefore(queries, id, {
    find: () =>
      queries
        .selectFrom('anonymous_count')
        .select(['intervention_id', 'year', 'women', 'men'])
        .where('controller_id', '=', controllerId)
        .where('id', '=', id)
        .executeTakeFirst(),
    isSame: ({ intervention_id, ...row }) => isDeepStrictEqual({ interventionId: intervention_id, ...row }, { ...change }),
    refusal: ({ women, men }) => new Refusal(409, 'anonymous.arrivedBefore', { women, men }),
  })
  if (first) return listAnonymous(queries, scope, controllerId)
  await lockSums(queries, [change])
  const sums = await listAnonymous(queries, scope, controllerId)
  const before = sums.find((one) => one.intervention.id === change.interventionId && one.year === change.year)
  for (const sex of ['women', 'men'] as const) {
    // Whoever adds to a sum that has come below nothing is on the way to mend it.
    if (change[sex] < 0 && (before?.[sex] ?? 0) + change[sex] < 0) throw fault(`body.${sex}`, 'anonymous.belowZero')
  }
  await queries
    .insertInto('anonymous_count')
    .values({
      controller_id: controllerId,
      intervention_id: intervention.id,
      association_id: associationOf(intervention, null),
      year: change.year,
      id,
      women: change.women,
      men: change.men,
      recorded_at: now.toISOString(),
      recorded_by: scope.userId,
      import_id: null,
    })
    .execute()
  await touchData(queries)
  return listAnonymous(queries, scope, controllerId)
}

const fault = (where: string, key: string) => breaksRule(key, {}, [{ where, key }])
