import { isDeepStrictEqual } from 'node:util'
import { sql, type Selectable } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import { notFound, Refusal, refuseFaulty, type Fault } from '../../platform/errors.ts'
import type { Scope } from '../../platform/scope.ts'
import { findSentBefore } from '../../platform/sentAgain.ts'
import { stockholmDate } from '../../values/civilDate.ts'
import type { CommissionRow } from '../tables.ts'
import type { CommissionFields, DeliveredReport } from './domain.ts'

const fault = (where: string, key: string, args: Record<string, string | number> = {}): Fault => ({ where: `body.${where}`, key, args })

/** Where a commission stands. */
export interface CommissionPlace {
  associationId: string
  commissionId: string
}

/**
 * Enters a commission; one that has been entered under the same id is left as it is. Throws `Refusal` 409 when what arrived under the id says something else,
 * 422 for a decision to come, another's intervention, or one that belongs to another commission.
 */
export async function recordCommission(
  queries: Queries,
  scope: Scope,
  associationId: string,
  { id, ...fields }: CommissionFields & { id: string },
  now: Date,
): Promise<void> {
  const place = { associationId, commissionId: id }
  const first = await findSentBefore(queries, id, {
    find: () => findVersion(queries, place, 1),
    isSame: (given) => isDeepStrictEqual(given, { ...fields, interventions: fields.interventions.toSorted() }),
    refusal: ({ title }) => new Refusal(409, 'commissions.arrivedBefore', { title }),
  })
  if (first) return
  await demandAble(queries, place, fields, now)
  await write(queries, scope, place, { version: 1, withdrawn: false }, fields, now)
}

/** Changes or takes away a commission as a new version. Throws `Refusal` 404, 409 when somebody changed it meanwhile, 422 as `recordCommission`. */
export async function changeCommission(
  queries: Queries,
  scope: Scope,
  place: CommissionPlace,
  { version, withdrawn, ...fields }: CommissionFields & { version: number; withdrawn: boolean },
  now: Date,
): Promise<void> {
  const last = await findLast(queries, place)
  if (!last || last.withdrawn) throw notFound()
  if (last.version !== version) throw new Refusal(409, 'interventions.changedMeanwhile')
  if (!withdrawn) await demandAble(queries, place, fields, now)
  await queries
    .updateTable('commission_intervention')
    .set({ current: false })
    .where('association_id', '=', place.associationId)
    .where('commission_id', '=', place.commissionId)
    .where('current', '=', true)
    .execute()
  await write(queries, scope, place, { version: version + 1, withdrawn }, withdrawn ? { ...fields, interventions: [] } : fields, now)
}

/**
 * Enters that a report was delivered, for a day that it was due, or corrects or takes away what was entered, with a reason. Throws `Refusal` 404, 409 when something else was
 * entered meanwhile, 422 for a day that no report is due, a delivery to come, or a correction that says nothing of why.
 */
export async function deliverReport(
  queries: Queries,
  scope: Scope,
  place: CommissionPlace,
  { due, version, ...given }: DeliveredReport,
  now: Date,
): Promise<void> {
  const commission = await findLast(queries, place)
  if (!commission || commission.withdrawn) throw notFound()
  const last = await findReport(queries, place, due)
  const written = { delivered_on: given.deliveredOn, reference: given.reference, withdrawn: given.withdrawn, reason: given.reason }
  // On a bad line the form is sent again.
  if (last && isDeepStrictEqual(last, { version: version + 1, ...written })) return
  if ((last?.version ?? 0) !== version)
    throw version === 0 ? new Refusal(409, 'commissions.deliveredBefore', { due }) : new Refusal(409, 'interventions.changedMeanwhile')
  const holds = last !== undefined && !last.withdrawn
  refuseFaulty([
    ...(holds || commission.reports_due.includes(due) ? [] : [fault('due', 'commissions.notDue')]),
    ...(given.deliveredOn > stockholmDate(now) ? [fault('deliveredOn', 'contributions.inFuture')] : []),
    ...(holds && given.reason.length < 3 ? [fault('reason', 'commissions.reasonNeeded')] : []),
    ...(given.withdrawn && !holds ? [fault('withdrawn', 'commissions.notEntered')] : []),
  ])
  await queries
    .insertInto('commission_report')
    .values({
      ...{ association_id: place.associationId, commission_id: place.commissionId, due, version: version + 1, ...written },
      ...{ recorded_at: now.toISOString(), recorded_by: scope.userId },
    })
    .execute()
}

/** What was entered last of a report. */
async function findReport(queries: Queries, { associationId, commissionId }: CommissionPlace, due: string) {
  return queries
    .selectFrom('commission_report')
    .select(['version', 'delivered_on', 'reference', 'withdrawn', 'reason'])
    .where('association_id', '=', associationId)
    .where('commission_id', '=', commissionId)
    .where('due', '=', due)
    .orderBy('version', 'desc')
    .executeTakeFirst()
}

/** The newest version. Of two at once that change it the second waits here. */
async function findLast(queries: Queries, { associationId, commissionId }: CommissionPlace) {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`commission ${commissionId}`}, 0))`.execute(queries)
  return queries
    .selectFrom('commission')
    .selectAll()
    .where('association_id', '=', associationId)
    .where('id', '=', commissionId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

async function findVersion(queries: Queries, place: CommissionPlace, version: number): Promise<CommissionFields | undefined> {
  const row = await queries
    .selectFrom('commission')
    .selectAll()
    .where('association_id', '=', place.associationId)
    .where('id', '=', place.commissionId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (!row) return undefined
  const tied = await queries
    .selectFrom('commission_intervention')
    .select('intervention_id')
    .where('association_id', '=', place.associationId)
    .where('commission_id', '=', place.commissionId)
    .where('version', '=', version)
    .orderBy('intervention_id')
    .execute()
  return { ...fieldsOf(row), interventions: tied.map((one) => one.intervention_id) }
}

const fieldsOf = (row: Selectable<CommissionRow>): Omit<CommissionFields, 'interventions'> => ({
  ...{ title: row.title, giver: row.giver, reference: row.reference, decidedOn: row.decided_on, purpose: row.purpose },
  ...{ targetGroup: row.target_group, from: row.from_date, to: row.to_date, moneyOre: row.money_ore, reporting: row.reporting },
  reportsDue: row.reports_due,
})

async function demandAble(
  queries: Queries,
  { associationId, commissionId }: CommissionPlace,
  { decidedOn, interventions }: CommissionFields,
  now: Date,
): Promise<void> {
  const own = await queries
    .selectFrom('intervention_association as ia')
    .leftJoin('commission_intervention as ci', (join) =>
      join.onRef('ci.intervention_id', '=', 'ia.intervention_id').on('ci.current', '=', true),
    )
    .select(['ia.intervention_id as id', 'ci.commission_id as other'])
    .where('ia.association_id', '=', associationId)
    .execute()
  const tiedTo = new Map(own.map(({ id, other }) => [id, other]))
  refuseFaulty([
    ...(decidedOn > stockholmDate(now) ? [fault('decidedOn', 'contributions.inFuture')] : []),
    ...interventions.flatMap((id, at) => {
      if (!tiedTo.has(id)) return [fault(`interventions.${at}`, 'interventions.notYours')]
      const other = tiedTo.get(id)
      return other === null || other === commissionId ? [] : [fault(`interventions.${at}`, 'commissions.tied')]
    }),
  ])
}

async function write(
  queries: Queries,
  scope: Scope,
  { associationId, commissionId }: CommissionPlace,
  key: { version: number; withdrawn: boolean },
  { interventions, ...fields }: CommissionFields,
  now: Date,
): Promise<void> {
  await queries
    .insertInto('commission')
    .values({
      ...{ association_id: associationId, id: commissionId, ...key, title: fields.title, giver: fields.giver, reference: fields.reference },
      ...{ decided_on: fields.decidedOn, purpose: fields.purpose, target_group: fields.targetGroup, from_date: fields.from },
      ...{ to_date: fields.to, money_ore: fields.moneyOre, reporting: fields.reporting, reports_due: JSON.stringify(fields.reportsDue) },
      ...{ recorded_at: now.toISOString(), recorded_by: scope.userId },
    })
    .execute()
  if (interventions.length === 0) return
  const rows = interventions.map((intervention_id) => ({
    ...{ association_id: associationId, commission_id: commissionId, version: key.version, intervention_id, current: true },
  }))
  const tied = await queries
    .insertInto('commission_intervention')
    .values(rows)
    .onConflict((on) => on.column('intervention_id').where('current', '=', true).doNothing())
    .returning('intervention_id')
    .execute()
  // Another association that shares the intervention has it in a commission of its own, which is not seen from here.
  const missing = interventions.findIndex((id) => !tied.some((one) => one.intervention_id === id))
  if (missing >= 0) refuseFaulty([fault(`interventions.${missing}`, 'commissions.tied')])
}
