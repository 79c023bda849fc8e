import { sql } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import { notFound } from '../../platform/errors.ts'
import type { Scope } from '../../platform/scope.ts'
import { stockholmDate, type CivilDate } from '../../values/civilDate.ts'
import type { Grant } from '../grants/domain.ts'
import { findGrants } from '../grants/grantStore.ts'
import { warningsOf, type Commission, type CommissionBook } from './domain.ts'

/** All commissions of an association that hold, with what their interventions have been granted. Throws `Refusal` 404 when there is no such association. */
export async function getCommissionBook(queries: Queries, _scope: Scope, associationId: string, now: Date): Promise<CommissionBook> {
  const association = await queries.selectFrom('association').select(['name', 'fictive']).where('id', '=', associationId).executeTakeFirst()
  if (!association) throw notFound()
  const today = stockholmDate(now)
  const interventions = await queries
    .selectFrom('intervention as i')
    .innerJoin('intervention_association as ia', 'ia.intervention_id', 'i.id')
    .leftJoin('commission_intervention as ci', (join) => join.onRef('ci.intervention_id', '=', 'i.id').on('ci.current', '=', true))
    .select(['i.id', 'i.name', 'ci.commission_id as commissionId'])
    .where('ia.association_id', '=', associationId)
    .orderBy(sql`i.name collate sv`)
    .orderBy('i.id')
    .execute()
  const commissions = await findCommissions(queries, associationId, today)
  return { associationName: association.name, fictive: association.fictive, today, interventions, commissions }
}

async function findCommissions(queries: Queries, associationId: string, today: CivilDate): Promise<Commission[]> {
  const rows = await queries
    .selectFrom('commission as c')
    .innerJoin('app_user as u', 'u.id', 'c.recorded_by')
    .selectAll('c')
    .select('u.name as recorder')
    .distinctOn('c.id')
    .where('c.association_id', '=', associationId)
    .orderBy('c.id')
    .orderBy('c.version', 'desc')
    .execute()
  const [tied, delivered] = [await tiedOf(queries, associationId, today), await deliveredOf(queries, associationId)]
  const commissions = rows
    .filter(({ withdrawn }) => !withdrawn)
    .map((row): Commission => {
      const own = tied.get(row.id) ?? []
      const interventions = own.map(({ usedOre: _usedOre, ...one }) => one)
      const [grantedOre, paidOre] = [sumOf(interventions, 'grantedOre'), sumOf(interventions, 'paidOre')]
      const known = delivered.get(row.id) ?? new Map<string, Report>()
      // A report that was delivered stays, also when its day is no longer among those due.
      const entered = [...known.values()].filter(({ deliveredOn }) => deliveredOn !== null).map(({ due }) => due)
      const days = [...new Set([...row.reports_due, ...entered])].toSorted()
      const reports = days.map((due) => known.get(due) ?? { due, deliveredOn: null, reference: '', recordedBy: '', version: 0, reason: '' })
      const about = { moneyOre: row.money_ore, leftOre: row.money_ore - sumOf(own, 'usedOre'), interventions, reports, to: row.to_date }
      return {
        ...{ id: row.id, version: row.version, title: row.title, giver: row.giver, reference: row.reference, decidedOn: row.decided_on },
        ...{ purpose: row.purpose, targetGroup: row.target_group, from: row.from_date, reporting: row.reporting, grantedOre, paidOre },
        ...{ ...about, warnings: warningsOf(about, today), recordedAt: row.recorded_at, recordedBy: row.recorder },
      }
    })
  const key = ({ decidedOn, id }: Commission): string => `${decidedOn} ${id}`
  return commissions.sort((a, b) => (key(a) < key(b) ? 1 : -1))
}

/** With what the grants have taken of the commission’s money and not given back. */
type Tied = Commission['interventions'][number] & { usedOre: number }
type Report = Commission['reports'][number]
const sumOf = <Key extends string>(list: readonly Record<Key, number>[], key: Key): number => list.reduce((sum, one) => sum + one[key], 0)
/** What is granted is taken; of a closed grant only what was paid, the rest has gone back, as has what was reclaimed. */
const usedOf = ({ state, grantedOre, paidOre, reclaimedOre }: Grant): number => (state === 'closed' ? paidOre : grantedOre) - reclaimedOre

/** The interventions of each commission, with what the association has granted and paid them. */
async function tiedOf(queries: Queries, associationId: string, today: CivilDate): Promise<Map<string, Tied[]>> {
  const grants = Map.groupBy(await findGrants(queries, associationId, today), ({ interventionId }) => interventionId)
  const rows = await queries
    .selectFrom('commission_intervention as ci')
    .innerJoin('intervention as i', 'i.id', 'ci.intervention_id')
    .select(['ci.commission_id', 'i.id', 'i.name'])
    .where('ci.association_id', '=', associationId)
    .where('ci.current', '=', true)
    .orderBy(sql`i.name collate sv`)
    .orderBy('i.id')
    .execute()
  const tied = new Map<string, Tied[]>()
  for (const { commission_id, id, name } of rows) {
    const own = grants.get(id) ?? []
    const usedOre = own.reduce((sum, grant) => sum + usedOf(grant), 0)
    const one = { id, name, grantedOre: sumOf(own, 'grantedOre'), paidOre: sumOf(own, 'paidOre'), usedOre }
    tied.set(commission_id, [...(tied.get(commission_id) ?? []), one])
  }
  return tied
}

/** What holds of each report that was entered; one that was taken away is not delivered. */
async function deliveredOf(queries: Queries, associationId: string): Promise<Map<string, Map<string, Report>>> {
  const rows = await queries
    .selectFrom('commission_report as r')
    .innerJoin('app_user as u', 'u.id', 'r.recorded_by')
    .select(['r.commission_id', 'r.due', 'r.delivered_on', 'r.reference', 'r.version', 'r.withdrawn', 'r.reason', 'u.name'])
    .distinctOn(['r.commission_id', 'r.due'])
    .where('r.association_id', '=', associationId)
    .orderBy('r.commission_id')
    .orderBy('r.due')
    .orderBy('r.version', 'desc')
    .execute()
  const found = new Map<string, Map<string, Report>>()
  for (const { commission_id, due, delivered_on, reference, withdrawn, version, reason, name } of rows) {
    const own = found.get(commission_id) ?? new Map<string, Report>()
    const holds = withdrawn ? { deliveredOn: null, reference: '' } : { deliveredOn: delivered_on, reference }
    found.set(commission_id, own.set(due, { due, ...holds, recordedBy: name, version, reason }))
  }
  return found
}
