import { sql } from 'kysely'
import type { Queries } from '../platform/database.ts'
import { notFound } from '../platform/errors.ts'
import type { Scope } from '../platform/scope.ts'
import { stockholmDate, type CivilDate } from '../values/civilDate.ts'
import { checksOf, type MadeCheck } from './checks.ts'
import type { CheckMonths, Runs, Verdict } from './codes.ts'
import type { AdoptionBook, AdoptionDecision } from './domain.ts'
import { funnelOf, reachedBy } from './funnel.ts'
import { countApplications, findInterventions } from './outcomeStore.ts'
import { fieldsOf } from './store.ts'

/** What became of an association's interventions. Throws `Refusal` 404 when there is no such association. */
export async function getAdoptionBook(queries: Queries, scope: Scope, associationId: string, now: Date): Promise<AdoptionBook> {
  const association = await queries.selectFrom('association').select(['name', 'fictive']).where('id', '=', associationId).executeTakeFirst()
  if (!association) throw notFound()
  const today = stockholmDate(now)
  const found = await findInterventions(queries, scope, associationId)
  const decisions = await findDecisions(queries, associationId, today)
  const named = await queries
    .selectFrom('intervention as i')
    .innerJoin('intervention_association as ia', 'ia.intervention_id', 'i.id')
    .select(['i.id', 'i.name', 'i.end_date'])
    .where('ia.association_id', '=', associationId)
    .orderBy(sql`i.name collate sv`)
    .orderBy('i.id')
    .execute()
  const interventions = named.map(({ id, name, end_date }) => {
    const one = found.find((other) => other.id === id)!
    const verdict = decisions.find((decision) => decision.interventionId === id && decision.isLatest)?.verdict ?? null
    return { id, name, endDate: end_date, verdict, isOver: reachedBy(one, today).undecided, isEvaluated: one.isEvaluated }
  })
  return {
    ...{ associationName: association.name, fictive: association.fictive, today, members: await findMembers(queries, associationId) },
    ...{ interventions, decisions, funnel: funnelOf(found, today, (await countApplications(queries))([associationId])) },
  }
}

function findMembers(queries: Queries, associationId: string): Promise<AdoptionBook['members']> {
  return queries
    .selectFrom('membership as ms')
    .innerJoin('organisation as o', 'o.id', 'ms.organisation_id')
    .select(['o.id', 'o.name'])
    .where('ms.association_id', '=', associationId)
    .where('ms.valid_to', 'is', null)
    .orderBy(sql`o.name collate sv`)
    .orderBy('o.id')
    .execute()
}

/** Decisions that hold, decided last first: the first of an intervention is the one that holds of it. */
async function findDecisions(queries: Queries, associationId: string, today: CivilDate): Promise<AdoptionDecision[]> {
  const rows = await queries
    .selectFrom('adoption_decision as d')
    .innerJoin('app_user as u', 'u.id', 'd.recorded_by')
    .innerJoin('intervention as i', 'i.id', 'd.intervention_id')
    .leftJoin('organisation as o', 'o.id', 'd.taken_by')
    .selectAll('d')
    .select(['u.name as recorder', 'i.name as intervention', 'o.name as taker'])
    .where('d.association_id', '=', associationId)
    .orderBy('d.version', 'desc')
    .execute()
  const made = await findChecks(queries, associationId)
  const versions = [...Map.groupBy(rows, ({ id }) => id).values()].filter(([last]) => !last!.withdrawn)
  const key = ([last]: typeof rows): string => `${last!.decided_on} ${last!.recorded_at} ${last!.id}`
  versions.sort((a, b) => (key(a) < key(b) ? 1 : -1))
  const latest = new Set([...Map.groupBy(versions, ([last]) => last!.intervention_id).values()].map(([own]) => own![0]!.id))
  return versions.map(([row, ...before]): AdoptionDecision => {
    const last = row!
    const fields = { ...fieldsOf(last), isLatest: latest.has(last.id) }
    return {
      ...fields,
      ...{ id: last.id, version: last.version, interventionName: last.intervention, takenByName: last.taker, reason: last.reason },
      checks: checksOf(fields, made.get(last.id) ?? [], today),
      earlier: before.map((one) => ({
        ...{ version: one.version, verdict: one.verdict as Verdict, decidedOn: one.decided_on, from: one.from_date },
        ...{ recordedAt: one.recorded_at, recordedBy: one.recorder },
      })),
      ...{ recordedAt: last.recorded_at, recordedBy: last.recorder },
    }
  })
}

/** The checks that hold, by decision. */
async function findChecks(queries: Queries, associationId: string): Promise<Map<string, MadeCheck[]>> {
  const rows = await queries
    .selectFrom('adoption_check as c')
    .innerJoin('app_user as u', 'u.id', 'c.recorded_by')
    .selectAll('c')
    .select('u.name as recorder')
    .distinctOn(['c.decision_id', 'c.months'])
    .where('c.association_id', '=', associationId)
    .orderBy('c.decision_id')
    .orderBy('c.months')
    .orderBy('c.version', 'desc')
    .execute()
  const checks = rows.map((row) => ({
    ...{ decision: row.decision_id, months: row.months as CheckMonths, version: row.version, checkedOn: row.checked_on },
    ...{ runs: row.runs as Runs, note: row.note, reason: row.reason, recordedBy: row.recorder },
  }))
  return new Map(
    [...Map.groupBy(checks, ({ decision }) => decision)].map(([decision, own]) => [decision, own.map(({ decision: _, ...one }) => one)]),
  )
}
