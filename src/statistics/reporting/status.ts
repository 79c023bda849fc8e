import { findPlans, findSteps, getUsualPlan, lastSteps, type PeriodStep } from '../../interventions/periods/periodStore.ts'
import { periodsOf, type Plan, type ReportingPeriod } from '../../interventions/periods/rhythm.ts'
import { daysBetween, stockholmDate, type CivilDate } from '../../values/civilDate.ts'
import { monthNumber, type Period } from '../../values/month.ts'
import type { Queries } from '../../platform/database.ts'
import type { Asking } from '../answer.ts'
import type { OwnReporting, PeriodStatus, ReportingMatrix, ReportingState } from './domain.ts'
import { findEntered, type EnteredBooks } from './enteredStore.ts'
import { findChanged, findRegistered, mondayOf } from './registeredStore.ts'
import { associationsSeen, isSeen, lastSeenMonth } from './seen.ts'

/** What is known of one association's period before it is put together. */
interface Known {
  today: CivilDate
  books: EnteredBooks
  records: boolean
  last: PeriodStep | undefined
  isChanged: boolean
  /** A longer period of the year is approved: then this one is not waited for. */
  isCovered: boolean
  lastRegistered: string | null
}

/** How far each association has come with the periods of a year. */
export async function reportingMatrix(asking: Asking, year: number): Promise<ReportingMatrix> {
  const { queries, store, now } = asking
  const { fictive } = await store.snapshot(queries)
  const associations = await queries
    .selectFrom('association')
    .select(['id', 'slug', 'name'])
    .where('fictive', '=', fictive)
    .orderBy('name')
    .execute()
  const usual = await getUsualPlan(queries)
  const plans = await findPlans(queries, year)
  const statusOf = await statusFinder(asking, year)
  const rows = associations.map((association) => {
    const plan = plans.get(association.id) ?? usual
    return { association, rhythm: plan.rhythm, periods: statusOf(association.id, plan) }
  })
  return {
    year,
    today: stockholmDate(now),
    demo: fictive,
    rows: rows.sort((a, b) => a.association.name.localeCompare(b.association.name, 'sv')),
  }
}

/** How far one association has come with the periods of a year, by which plan, and what was done with them. */
export async function ownReporting(asking: Asking, associationId: string, year: number): Promise<OwnReporting> {
  const { queries, now } = asking
  const own = (await findPlans(queries, year, associationId)).get(associationId)
  const plan = own ?? (await getUsualPlan(queries))
  const statusOf = await statusFinder(asking, year, associationId)
  const { fictive, ...association } = await queries
    .selectFrom('association')
    .select(['id', 'slug', 'name', 'fictive'])
    .where('id', '=', associationId)
    .executeTakeFirstOrThrow()
  return {
    ...{ association, year, today: stockholmDate(now), demo: fictive },
    plan: { ...plan, isOwn: own !== undefined },
    periods: statusOf(associationId, plan),
    history: await stepsTaken(queries, associationId, year),
  }
}

/** What was done with the periods of a year, latest first. */
async function stepsTaken(queries: Queries, associationId: string, year: number): Promise<OwnReporting['history']> {
  const steps = await findSteps(queries, [year], associationId)
  const people = await queries.selectFrom('app_user').select(['id', 'name']).execute()
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return steps
    .map(({ month, step, act, note, recordedAt, recordedBy }) => ({
      ...{ year, month, step, act, note, at: new Date(recordedAt).toISOString(), by: names.get(recordedBy) ?? recordedBy },
    }))
    .sort((a, b) => (a.at < b.at ? 1 : -1))
}

type StatusFinder = (association: string, plan: Plan) => PeriodStatus[]

async function statusFinder({ queries, store, noise, published, now }: Asking, year: number, only?: string): Promise<StatusFinder> {
  const today = stockholmDate(now)
  const { facts } = await store.snapshot(queries)
  const entered = await findEntered(queries, year)
  const steps = lastSteps(await findSteps(queries, [year], only))
  const approvals = steps.filter(({ act }) => act === 'approved')
  const changed = await findChanged(queries, approvals, mondayOf(today))
  const registered = await findRegistered(queries, year)
  const seen = remembered((period) => associationsSeen({ facts, noise, published }, period))
  const thisMonth = monthNumber(today)
  return (association, plan) =>
    periodsOf(year, plan).map((period) => {
      const last = steps.find((one) => one.associationId === association && one.month === period.month)
      const isApproved = last?.act === 'approved'
      return periodStatus(period, {
        ...{ today, last, books: entered(association, period.ends), records: seen(period.fresh).has(association) },
        isCovered: approvals.some((one) => one.associationId === association && one.month > period.month),
        isChanged: isApproved && isSeen(changed({ associationId: association, year, month: period.month }), noise),
        lastRegistered: lastSeenMonth(registered, association, period, { noise, thisMonth }),
      })
    })
}

function remembered(work: (period: Period) => Set<string>): (period: Period) => Set<string> {
  const known = new Map<string, Set<string>>()
  return (period) => {
    const name = `${period.from} ${period.to}`
    if (!known.has(name)) known.set(name, work(period))
    return known.get(name)!
  }
}

function periodStatus({ year, month, ends, due }: ReportingPeriod, known: Known): PeriodStatus {
  const { today, books, records, last, lastRegistered, isCovered } = known
  const approvedOn = last?.act === 'approved' ? stockholmDate(new Date(last.recordedAt)) : null
  return {
    ...{ year, month, ends, due, state: stateOf(ends, known), records, ...books, lastRegistered, approvedOn },
    reopened: last?.act === 'reopened',
    daysLate: approvedOn === null && isCovered ? 0 : Math.max(0, daysBetween(due, approvedOn ?? today)),
    step: last?.step ?? 0,
  }
}

function stateOf(ends: CivilDate, { today, books, records, last, isChanged }: Known): ReportingState {
  if (last?.act === 'approved') return isChanged ? 'changed' : 'approved'
  if (ends >= today) return 'running'
  return records || books.headCounts.part > 0 || books.money.part > 0 ? 'received' : 'nothing'
}
