import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import { breaksRule, notFound, Refusal, refuseFaulty, type Fault } from '../../platform/errors.ts'
import type { Scope } from '../../platform/scope.ts'
import { stockholmDate, type CivilDate } from '../../values/civilDate.ts'
import type { AttestFields, DrawdownFields, Grant, GrantFields, GrantStepFields } from './domain.ts'
import { findGrants } from './grantStore.ts'
import { drawdownAfter, grantAfter, type DrawdownAct } from './path.ts'

const fault = (where: string, key: string, args: Record<string, string | number> = {}): Fault => ({ where: `body.${where}`, key, args })

/** Of two at once that change a grant or its drawdowns the second waits, and is then told of the first: or together they could draw more than is granted. */
async function hold(queries: Queries, grantId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`grant ${grantId}`}, 0))`.execute(queries)
}

async function getGrant(queries: Queries, associationId: string, grantId: string, today: CivilDate): Promise<Grant> {
  await hold(queries, grantId)
  const [grant] = await findGrants(queries, associationId, today, grantId)
  if (!grant) throw notFound()
  return grant
}

const notAhead = (dated: CivilDate, today: CivilDate): Fault[] => (dated > today ? [fault('dated', 'contributions.inFuture')] : [])

/** Enters a grant; one that has been entered under the same id is left as it is. Throws `Refusal` 409 when what arrived under the id says something else, 422 for another's intervention. */
export async function recordGrant(
  queries: Queries,
  scope: Scope,
  associationId: string,
  { id, interventionId, amountOre, from, to, dated, reference }: GrantFields & { id: string },
  now: Date,
): Promise<void> {
  const today = stockholmDate(now)
  await hold(queries, id)
  const [first] = await findGrants(queries, associationId, today, id)
  if (first) {
    const [step] = first.steps
    const isSame = first.interventionId === interventionId && first.from === from
    if (isSame && isSentAgain([step!], 0, { amountOre, to, dated, reference })) return
    throw new Refusal(409, 'grants.arrivedBefore')
  }
  const own = await queries
    .selectFrom('intervention_association')
    .select('intervention_id')
    .where('association_id', '=', associationId)
    .where('intervention_id', '=', interventionId)
    .executeTakeFirst()
  refuseFaulty([...(own ? [] : [fault('interventionId', 'interventions.notYours')]), ...notAhead(dated, today)])
  const stamp = { recorded_at: now.toISOString(), recorded_by: scope.userId }
  await queries
    .insertInto('intervention_grant')
    .values({ association_id: associationId, id, intervention_id: interventionId, ...stamp })
    .execute()
  await queries
    .insertInto('grant_step')
    .values({
      ...{
        association_id: associationId,
        grant_id: id,
        step: 1,
        previous: null,
        act: 'grant',
        was: null,
        state: 'granted',
        dated,
        reference,
        ...stamp,
      },
      ...{ amount_ore: amountOre, from_date: from, to_date: to, reports_due: null, report_due: null, note: '' },
    })
    .execute()
}

/** Takes the next step of a grant. Throws `Refusal` 404, 409 when somebody took one meanwhile, 422 when the step may not be taken now, each reason at its field. */
export async function stepGrant(
  queries: Queries,
  scope: Scope,
  { associationId, grantId }: { associationId: string; grantId: string },
  { act, dated, reference, amountOre, to, reportsDue, due, note, seen }: GrantStepFields,
  now: Date,
): Promise<void> {
  const today = stockholmDate(now)
  const grant = await getGrant(queries, associationId, grantId, today)
  if (isSentAgain(grant.steps, seen, { act, dated, reference, amountOre, to, reportsDue, due, note, byId: scope.userId })) return
  demandSeen(grant.steps, seen)
  const state = grantAfter(grant.state, act)
  if (!state) throw breaksRule('grants.notNow', {}, [fault('act', 'grants.notNow')])
  refuseFaulty([...notAhead(dated, today), ...faultsOf(grant, { act, amountOre, to, due })])
  await queries
    .insertInto('grant_step')
    .values({
      ...{
        association_id: associationId,
        grant_id: grantId,
        step: seen + 1,
        previous: seen,
        act,
        was: grant.state,
        state,
        dated,
        reference,
      },
      ...{
        amount_ore: amountOre,
        from_date: null,
        to_date: to,
        reports_due: reportsDue.length > 0 ? JSON.stringify(reportsDue) : null,
        report_due: due,
        note,
      },
      ...{ recorded_at: now.toISOString(), recorded_by: scope.userId },
    })
    .execute()
}

/** What keeps a step from being taken though the grant's state lets it. */
function faultsOf(grant: Grant, { act, amountOre, to, due }: Pick<GrantStepFields, 'act' | 'amountOre' | 'to' | 'due'>): Fault[] {
  const used = grant.openOre + grant.paidOre
  const back = grant.paidOre - grant.reclaimedOre
  return [
    ...(act === 'rebudget' && amountOre! < used ? [fault('amountOre', 'grants.belowDrawn', { least: used / 100 })] : []),
    ...(act === 'reclaim' && amountOre! > back ? [fault('amountOre', 'grants.aboveReclaimable', { most: back / 100 })] : []),
    ...(act === 'extend' && to! <= grant.to ? [fault('to', 'grants.notLater', { to: grant.to })] : []),
    ...(due !== null && !grant.awaited.includes(due) ? [fault('due', 'grants.notAwaited')] : []),
    ...(act === 'close' && grant.openOre > 0 ? [fault('act', 'grants.stillOpen')] : []),
  ]
}

/** Enters a drawdown that has come in; one entered under the same id is left as it is. Throws `Refusal` 404, 409 as `recordGrant`, 422 above what is left or for costs outside the grant's days. */
export async function recordDrawdown(
  queries: Queries,
  scope: Scope,
  { associationId, grantId }: { associationId: string; grantId: string },
  { id, amountOre, costsFrom, costsTo, dated, reference }: DrawdownFields & { id: string },
  now: Date,
): Promise<void> {
  const today = stockholmDate(now)
  const grant = await getGrant(queries, associationId, grantId, today)
  const first = grant.drawdowns.find((one) => one.id === id)
  if (first && isSentAgain([first], 0, { amountOre, costsFrom, costsTo, reference })) return
  const isTaken = await queries
    .selectFrom('drawdown')
    .select('id')
    .where('association_id', '=', associationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (isTaken) throw new Refusal(409, 'grants.arrivedBefore')
  if (grant.state !== 'agreed' && grant.state !== 'reported') throw breaksRule('grants.notAgreed')
  refuseFaulty([
    ...(amountOre > grant.leftOre ? [fault('amountOre', 'grants.aboveLeft', { left: grant.leftOre / 100 })] : []),
    ...(costsFrom < grant.from ? [fault('costsFrom', 'grants.outsideDays', { from: grant.from, to: grant.to })] : []),
    ...(costsTo > grant.to ? [fault('costsTo', 'grants.outsideDays', { from: grant.from, to: grant.to })] : []),
    ...notAhead(dated, today),
  ])
  const stamp = { recorded_at: now.toISOString(), recorded_by: scope.userId }
  await queries
    .insertInto('drawdown')
    .values({
      association_id: associationId,
      id,
      grant_id: grantId,
      amount_ore: amountOre,
      costs_from: costsFrom,
      costs_to: costsTo,
      reference,
      ...stamp,
    })
    .execute()
  await queries
    .insertInto('drawdown_step')
    .values({
      association_id: associationId,
      drawdown_id: id,
      step: 1,
      previous: null,
      act: 'send',
      was: null,
      state: 'sent',
      first_attester: null,
      dated,
      note: '',
      ...stamp,
    })
    .execute()
}

/** Takes the next step of a drawdown. Throws `Refusal` 404, 409 when somebody took one meanwhile, 422 when it may not be taken now: out of turn, by the one who attested first, or while a report is late. */
export async function stepDrawdown(
  queries: Queries,
  scope: Scope,
  { associationId, drawdownId }: { associationId: string; drawdownId: string },
  { act, dated, note, seen }: AttestFields & { act: DrawdownAct },
  now: Date,
): Promise<void> {
  const today = stockholmDate(now)
  const row = await queries
    .selectFrom('drawdown')
    .select('grant_id')
    .where('association_id', '=', associationId)
    .where('id', '=', drawdownId)
    .executeTakeFirst()
  if (!row) throw notFound()
  const grant = await getGrant(queries, associationId, row.grant_id, today)
  const { state: was, steps } = grant.drawdowns.find(({ id }) => id === drawdownId)!
  if (isSentAgain(steps, seen, { act, dated, note, byId: scope.userId })) return
  demandSeen(steps, seen)
  const last = steps.at(-1)!
  const state = drawdownAfter({ state: was, by: last.byId }, act, scope.userId)
  if (state === undefined) throw breaksRule('grants.notNow')
  if (state === 'samePerson') throw breaksRule('grants.samePerson')
  if (act === 'pay' && grant.overdue[0] !== undefined) throw breaksRule('grants.reportLate', { due: grant.overdue[0] })
  refuseFaulty(notAhead(dated, today))
  await queries
    .insertInto('drawdown_step')
    .values({
      ...{ association_id: associationId, drawdown_id: drawdownId, step: seen + 1, previous: seen, act, was, state, dated, note },
      ...{ first_attester: state === 'attested' ? last.byId : null, recorded_at: now.toISOString(), recorded_by: scope.userId },
    })
    .execute()
}

/** On a bad line the answer is lost and the form sent again: the same in all it says, by the same person. Anything else is a step of its own. */
function isSentAgain<Step extends object>(steps: readonly Step[], seen: number, sent: Partial<Step>): boolean {
  const last = steps.at(-1)!
  const isSame = Object.entries(sent).every(([field, value]) => isDeepStrictEqual(last[field as keyof Step], value))
  return steps.length === seen + 1 && isSame
}

function demandSeen(steps: readonly object[], seen: number): void {
  if (steps.length !== seen) throw new Refusal(409, 'grants.changedMeanwhile')
}
