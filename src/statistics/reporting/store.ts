import { findPlans, findSteps, getUsualPlan, holdBooks, lastSteps, type PeriodStep } from '../../interventions/periods/periodStore.ts'
import { periodsOf } from '../../interventions/periods/rhythm.ts'
import type { Queries } from '../../platform/database.ts'
import { breaksRule, Refusal } from '../../platform/errors.ts'
import type { Scope } from '../../platform/scope.ts'
import { stockholmDate } from '../../values/civilDate.ts'
import type { Approval, PlanChoice, Reopening } from './domain.ts'

/** Who does something with which association's periods, and when. */
export interface Doing {
  queries: Queries
  scope: Scope
  associationId: string
  now: Date
}

/** Approves a period. Throws `Refusal` 422 when there is no such period or it has not ended, 409 when somebody has done something meanwhile. */
export async function approvePeriod(doing: Doing, approval: Approval): Promise<{ step: number }> {
  const { queries, associationId, now } = doing
  await holdBooks(queries, associationId)
  const plan = (await findPlans(queries, approval.year, associationId)).get(associationId) ?? (await getUsualPlan(queries))
  const period = periodsOf(approval.year, plan).find(({ month }) => month === approval.month)
  if (!period) throw breaksRule('reporting.noSuchPeriod')
  if (period.ends >= stockholmDate(now)) throw breaksRule('reporting.notEnded', { ends: period.ends })
  return take(doing, 'approved', approval)
}

/** Opens an approved period again. Throws `Refusal` 409 when it is not approved, or somebody has done something meanwhile. */
export async function reopenPeriod(doing: Doing, reopening: Reopening): Promise<{ step: number }> {
  await holdBooks(doing.queries, doing.associationId)
  return take(doing, 'reopened', reopening)
}

/** Adds a step after the one that was seen. The same step sent twice by the same person is one. */
async function take(doing: Doing, act: PeriodStep['act'], { year, month, step: seen, note }: Reopening): Promise<{ step: number }> {
  const { queries, scope, associationId, now } = doing
  const last = lastSteps(await findSteps(queries, [year], associationId)).find((one) => one.month === month)
  const before = last?.step ?? 0
  const isAgain = last?.act === act && before === seen + 1 && last.note === note && last.recordedBy === scope.userId
  if (isAgain) return { step: before }
  if (before !== seen) throw new Refusal(409, 'reporting.changedMeanwhile')
  if ((last?.act === 'approved') === (act === 'approved')) throw new Refusal(409, `reporting.already.${act}`)
  const step = before + 1
  await queries
    .insertInto('reporting_step')
    .values({
      ...{ association_id: associationId, year, month, step, act, note },
      ...{ recorded_at: now.toISOString(), recorded_by: scope.userId },
    })
    .execute()
  return { step }
}

/** Chooses when an association reports, from a year on. Throws `Refusal` 422 for another rhythm in years that have approvals or reopenings. */
export async function choosePlan({ queries, scope, associationId, now }: Doing, choice: PlanChoice): Promise<PlanChoice> {
  await holdBooks(queries, associationId)
  await demandFreeYears(queries, associationId, choice)
  const { last } = await queries
    .selectFrom('reporting_plan')
    .select((on) => on.fn.max('version').as('last'))
    .where('association_id', '=', associationId)
    .where('from_year', '=', choice.fromYear)
    .executeTakeFirstOrThrow()
  await queries
    .insertInto('reporting_plan')
    .values({
      ...{ association_id: associationId, from_year: choice.fromYear, version: (last ?? 0) + 1 },
      ...{ rhythm: choice.rhythm, interim_days: choice.interimDays, annual_days: choice.annualDays },
      ...{ recorded_at: now.toISOString(), recorded_by: scope.userId },
    })
    .execute()
  return choice
}

async function demandFreeYears(queries: Queries, associationId: string, { fromYear, rhythm }: PlanChoice): Promise<void> {
  const usual = await getUsualPlan(queries)
  const used = await queries
    .selectFrom('reporting_step')
    .select('year')
    .distinct()
    .where('association_id', '=', associationId)
    .where('year', '>=', fromYear)
    .orderBy('year')
    .execute()
  for (const { year } of used) {
    const plan = (await findPlans(queries, year, associationId)).get(associationId) ?? usual
    if (plan.rhythm !== rhythm)
      throw breaksRule('reporting.rhythmInUse', { year: String(year) }, [
        { where: 'body.fromYear', key: 'reporting.rhythmInUse', args: { year: String(year) } },
      ])
  }
}
