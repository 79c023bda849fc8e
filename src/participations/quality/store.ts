import { sql } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import type { Scope } from '../../platform/scope.ts'
import type { CivilDate } from '../../values/civilDate.ts'
import type { RecordSummary } from '../register/contract.ts'
import { currentRecords, toSummary, withSummary } from '../register/recordStore.ts'
import type { QualityNumber, QualityRule } from './rules.ts'

const PAGE = 50

/** The numbers of the person's own interventions at a controller; the database counts, and gives no participation. */
export async function getQuality(
  queries: Queries,
  controllerId: string,
  today: CivilDate,
): Promise<{ interventions: { id: string; name: string }[]; numbers: QualityNumber[] }> {
  const { rows } = await sql<{ intervention_id: string; year: number; rule: QualityNumber['rule']; n: number }>`
    select * from quality_numbers(${controllerId}, ${today}::date) order by year, rule`.execute(queries)
  const ids = [...new Set(rows.map((row) => row.intervention_id))]
  const interventions = await queries
    .selectFrom('intervention')
    .select(['id', 'name'])
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .orderBy(sql`name collate sv`)
    .execute()
  return { interventions, numbers: rows.map(({ intervention_id, ...row }) => ({ interventionId: intervention_id, ...row })) }
}

/** The participations in the person's own interventions that a rule finds, latest entry first, a page at a time. */
export async function listFindings(
  queries: Queries,
  scope: Scope,
  controllerId: string,
  asked: { rule: QualityRule; intervention?: string | undefined; offset: number },
  today: CivilDate,
): Promise<{ total: number; rows: RecordSummary[] }> {
  const found = sql`select f.participation_id from quality_findings(${controllerId}, ${today}::date) f where f.rule = ${asked.rule}`
  let query = currentRecords(queries, scope, controllerId).where(sql<boolean>`p.id in (${found})`)
  if (asked.intervention !== undefined) query = query.where('p.intervention_id', '=', asked.intervention)
  const { n } = await query.select((on) => on.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  const rows = await withSummary(query).orderBy('v.entry_date', 'desc').orderBy('p.code').offset(asked.offset).limit(PAGE).execute()
  return { total: n, rows: rows.map(toSummary) }
}
