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

/** Enters that a report was delivered; once for each day that it was due. Throws `Refusal` 404, 409 when it is entered with other words, 422 for a day that no report is due or a delivery to come. */
export async function deliverReport(
  queries: Queries,
  scope: Scope,
  place: CommissionPlace,
  { due, deliveredOn, reference }: DeliveredReport,
  now: Date,
): Promise<void> {
  const last = await findLast(queries, place)
  if (!last || last.withdrawn) throw notFound()
  refuseFaulty([
    ...(last.reports_due.includes(due) ? [] : [fault('due', 'commissions.notDue')]),
    ...(deliveredOn > stockholmDate(now) ? [fault('deliveredOn', 'contributions.inFuture')] : []),
  ])
  const { inserted } = await addOnce(queries, place, { due, deliveredOn, reference }, { at: now.toISOString(), by: scope.userId })
  if (inserted) return
  const before = await queries
    .selectFrom('commission_report')
    .select(['delivered_on', 'reference'])
    .where('association_id', '=', place.associationId)
    .where('commission_id', '=', place.commissionId)
    .where('due', '=', due)
    .executeTakeFirstOrThrow()
  if (before.delivered_on !== deliveredOn || before.reference !== reference) throw new Refusal(409, 'commissions.deliveredBefore', { due })
}

async function addOnce(
  queries: Queries,
  { associationId, commissionId }: CommissionPlace,
  { due, deliveredOn, reference }: DeliveredReport,
  stamp: { at: string; by: string },
): Promise<{ inserted: boolean }> {
  const row = await queries
    .insertInto('commission_report')
    .values({
      ...{ association_id: associationId, commission_id: commissionId, due, delivered_on: deliveredOn, reference },
      ...{ recorded_at: stamp.at, recorded_by: stamp.by },
    })
    .onConflict((on) => on.columns(['association_id', 'commission_id', 'due']).doNothing())
    .returning('due')
    .executeTakeFirst()
  return { inserted: row !== undefined }
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
