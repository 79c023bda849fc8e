import { sql } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import type { Rhythm, Plan } from './rhythm.ts'

/** What was done last with a period. */
export interface PeriodStep {
  associationId: string
  year: number
  month: number
  step: number
  act: 'approved' | 'reopened'
  note: string
  recordedAt: string
  recordedBy: string
}

/** The plan of whoever has chosen none. */
export async function getUsualPlan(queries: Queries): Promise<Plan> {
  const row = await queries.selectFrom('reporting_usual').selectAll().where('usual', '=', true).executeTakeFirstOrThrow()
  return { rhythm: row.rhythm as Rhythm, interimDays: row.interim_days, annualDays: row.annual_days }
}

/** The plans that associations have chosen for a year, by association: the one that began last holds. */
export async function findPlans(queries: Queries, year: number, associationId?: string): Promise<Map<string, Plan>> {
  const rows = await queries
    .selectFrom('reporting_plan')
    .distinctOn('association_id')
    .selectAll()
    .where('from_year', '<=', year)
    .$if(associationId !== undefined, (some) => some.where('association_id', '=', associationId!))
    .orderBy('association_id')
    .orderBy('from_year', 'desc')
    .orderBy('version', 'desc')
    .execute()
  return new Map(
    rows.map((row) => [row.association_id, { rhythm: row.rhythm as Rhythm, interimDays: row.interim_days, annualDays: row.annual_days }]),
  )
}

/** All that was done with the periods of some years, in order. */
export async function findSteps(queries: Queries, years: readonly number[], associationId?: string): Promise<PeriodStep[]> {
  const rows = await queries
    .selectFrom('reporting_step')
    .selectAll()
    .where('year', 'in', [...years])
    .$if(associationId !== undefined, (some) => some.where('association_id', '=', associationId!))
    .orderBy('association_id')
    .orderBy('year')
    .orderBy('month')
    .orderBy('step')
    .execute()
  return rows.map(({ association_id, recorded_at, recorded_by, act, ...row }) => ({
    ...row,
    ...{ associationId: association_id, recordedAt: recorded_at, recordedBy: recorded_by, act: act as PeriodStep['act'] },
  }))
}

/** The steps that hold now: the last of each period. */
export function lastSteps(steps: readonly PeriodStep[]): PeriodStep[] {
  const last = new Map(steps.map((one) => [`${one.associationId} ${one.year} ${one.month}`, one]))
  return [...last.values()]
}

/** An association's approvals and figures wait for each other, to the end of the transaction: nothing is entered while a period is approved. */
export async function holdBooks(queries: Queries, associationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`books ${associationId}`}, 0))`.execute(queries)
}
