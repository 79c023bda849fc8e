import { createHmac, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import { breaksRule, notFound, Refusal } from '../../platform/errors.ts'
import type { Scope } from '../../platform/scope.ts'
import { stockholmDate, type CivilDate } from '../../values/civilDate.ts'
import { noteRegistration } from '../bulk.ts'
import { demandOpened } from '../demandOpen.ts'
import { markRemoved } from '../removedRows.ts'
import { currentRecords, type RecordPlace } from '../register/recordStore.ts'
import type { DisposalRun, Retention, RetentionPicture, StripPreview, StripReason } from './contract.ts'
import { lockDue, lockedOnes, lockParticipations, pastTheirTime, type Held } from './due.ts'

/** What stripping would do. Throws `Refusal` 404 when the participation is not there for this person. */
export async function previewStrip(queries: Queries, scope: Scope, place: RecordPlace, today: CivilDate): Promise<StripPreview> {
  const row = await currentRecords(queries, scope, place.controllerId)
    .select(['p.code', 'p.reference_hmac', 'i.name', 'v.version', 'v.entry_date', 'v.exit_date', 'v.exit_reason'])
    .where('p.id', '=', place.id)
    .executeTakeFirst()
  if (!row) throw notFound()
  const contacts = await queries
    .selectFrom('contact')
    .select('id')
    .distinct()
    .where('controller_id', '=', place.controllerId)
    .where('participation_id', '=', place.id)
    .execute()
  const from = Number(row.entry_date.slice(0, 4))
  const to = Number((row.exit_date ?? today).slice(0, 4))
  const isError = row.exit_reason === 'felregistrering'
  return {
    code: row.code,
    interventionName: row.name,
    versions: row.version,
    contacts: contacts.length,
    years: isError ? [] : Array.from({ length: to - from + 1 }, (_, at) => from + at),
    decision: (await findRetention(queries, place.controllerId))?.decision ?? null,
    recognised: row.reference_hmac !== null,
  }
}

/**
 * Strips a participation at once, or locks it out of all figures when the controller has no decision on disposal yet.
 * @returns what was done, and what the log is to say: a hash of the code under the controller's own key, never the code
 */
export async function stripParticipation(
  queries: Queries,
  scope: Scope,
  place: RecordPlace,
  reason: StripReason,
  now: Date,
): Promise<{ outcome: 'stripped' | 'locked'; subject: string }> {
  // Of two at once the second waits here, and then finds it gone.
  await lockParticipations(queries, place.controllerId, [place.id])
  const row = await currentRecords(queries, scope, place.controllerId).select('p.code').where('p.id', '=', place.id).executeTakeFirst()
  if (!row) throw notFound()
  const hasDecision = (await findRetention(queries, place.controllerId)) !== null
  if (hasDecision) {
    await markRemoved(queries, place.controllerId, [place.id])
    await strip(queries, scope, place, now)
  } else await lock(queries, place, reason, now)
  await noteRegistration(queries)
  const outcome = hasDecision ? 'stripped' : 'locked'
  return { outcome, subject: `${outcome} ${reason} ${await hashOfCode(queries, place.controllerId, row.code)}` }
}

async function lock(queries: Queries, { controllerId, id }: RecordPlace, reason: StripReason, now: Date): Promise<void> {
  await queries
    .updateTable('participation')
    .set({ locked_at: now.toISOString(), locked_for: reason })
    .where('controller_id', '=', controllerId)
    .where('id', '=', id)
    .execute()
  await queries.deleteFrom('fact').where('controller_id', '=', controllerId).where('participation_id', '=', id).execute()
}

async function strip(queries: Queries, scope: Scope, { controllerId, id }: RecordPlace, now: Date): Promise<void> {
  const year = Number(stockholmDate(now).slice(0, 4))
  await sql`select strip_participation(${controllerId}, ${id}, ${year}, ${now.toISOString()}, ${scope.userId})`.execute(queries)
}

async function hashOfCode(queries: Queries, controllerId: string, code: string): Promise<string> {
  const { reference_key } = await queries
    .selectFrom('controller')
    .select('reference_key')
    .where('organisation_id', '=', controllerId)
    .executeTakeFirstOrThrow()
  return createHmac('sha256', reference_key).update(`stripped:${code}`).digest('hex').slice(0, 32)
}

async function findRetention(queries: Queries, controllerId: string): Promise<Retention | null> {
  const row = await queries
    .selectFrom('controller')
    .select(['disposal_decision', 'disposal_decision_date', 'retention_months'])
    .where('organisation_id', '=', controllerId)
    .executeTakeFirst()
  if (!row?.disposal_decision || !row.disposal_decision_date) return null
  return { decision: row.disposal_decision, decisionDate: row.disposal_decision_date, months: row.retention_months }
}

/** The rule, what would go on the day by intervention, what is locked, and earlier runs. */
export async function getRetention(queries: Queries, controllerId: string, today: CivilDate): Promise<RetentionPicture> {
  const retention = await findRetention(queries, controllerId)
  const runs = await queries
    .selectFrom('disposal_run as r')
    .innerJoin('app_user as u', 'u.id', 'r.ran_by')
    .selectAll('r')
    .select('u.name')
    .where('r.controller_id', '=', controllerId)
    .orderBy('r.ran_at', 'desc')
    .limit(50)
    .execute()
  return {
    retention,
    wouldGo: byIntervention(await pastTheirTime(queries, controllerId, retention, today)),
    locked: byIntervention(await lockedOnes(queries, controllerId)),
    runs: runs.map((row) => ({
      id: row.id,
      ranAt: row.ran_at,
      ranBy: row.name,
      decision: row.decision,
      months: row.retention_months,
      counts: row.counts as DisposalRun['counts'],
    })),
  }
}

/** Enters the decision and the rule. */
export async function setRetention(queries: Queries, controllerId: string, given: Retention, today: CivilDate): Promise<RetentionPicture> {
  await demandOpened(queries, controllerId)
  if (given.decisionDate > today) {
    throw breaksRule('retention.decisionInFuture', {}, [{ where: 'body.decisionDate', key: 'retention.decisionInFuture' }])
  }
  await queries
    .updateTable('controller')
    .set({ disposal_decision: given.decision, disposal_decision_date: given.decisionDate, retention_months: given.months })
    .where('organisation_id', '=', controllerId)
    .execute()
  return getRetention(queries, controllerId, today)
}

/**
 * Strips everything past its time or locked, inside the caller's transaction. Throws `Refusal` 409 when the number is no longer the one
 * that was shown or one of them was changed meanwhile, 422 without a decision, 499 when asked to stop.
 */
export async function runDisposal(
  queries: Queries,
  scope: Scope,
  controllerId: string,
  expected: number,
  now: Date,
  watch: { onProgress(done: number, of: number): void; signal: AbortSignal },
): Promise<DisposalRun> {
  const retention = await findRetention(queries, controllerId)
  if (!retention) throw breaksRule('retention.noDecision')
  const today = stockholmDate(now)
  const going = await lockDue(queries, controllerId, retention, today)
  if (going.length !== expected) throw new Refusal(409, 'retention.otherNumber', { n: going.length })
  const atRequest = going.filter((one) => one.locked_at !== null)
  await markRemoved(
    queries,
    controllerId,
    atRequest.map(({ id }) => id),
  )
  for (const [done, { id }] of going.entries()) {
    if (watch.signal.aborted) throw new Refusal(499, 'retention.cancelled')
    if (done % 25 === 0) watch.onProgress(done, going.length)
    await strip(queries, scope, { controllerId, id }, now)
  }
  await noteRegistration(queries)
  const run = { id: randomUUID(), ranAt: now.toISOString(), decision: retention.decision, months: retention.months }
  const counts = byIntervention(going)
  await queries
    .insertInto('disposal_run')
    .values({
      controller_id: controllerId,
      id: run.id,
      ran_at: run.ranAt,
      ran_by: scope.userId,
      decision: run.decision,
      retention_months: run.months,
      counts: JSON.stringify(counts),
    })
    .execute()
  return { ...run, ranBy: scope.userName, counts }
}

function byIntervention(rows: readonly Held[]): DisposalRun['counts'] {
  return [...Map.groupBy(rows, (row) => row.intervention_id)]
    .map(([interventionId, of]) => ({ interventionId, name: of[0]!.name, n: of.length }))
    .sort((a, b) => a.name.localeCompare(b.name, 'sv'))
}
