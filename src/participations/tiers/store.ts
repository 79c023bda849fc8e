import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import { breaksRule } from '../../platform/errors.ts'
import type { Scope } from '../../platform/scope.ts'
import { stockholmDate, type CivilDate } from '../../values/civilDate.ts'
import type { DecisionFields, RecordedDecision, Registration, RegistrationBasis, Standing } from './contract.ts'

const KEY_BYTES = 32

/** Where registration stands at a controller: its basis, what it holds, and every decision, latest first. */
export async function getRegistration(queries: Queries, controllerId: string): Promise<Registration> {
  const organisation = await queries
    .selectFrom('organisation')
    .select(['id', 'name', 'fictive'])
    .where('id', '=', controllerId)
    .executeTakeFirstOrThrow()
  const row = await queries.selectFrom('controller').selectAll().where('organisation_id', '=', controllerId).executeTakeFirst()
  return {
    controller: organisation,
    state: stateOf(row),
    openedAt: row?.opened_at ?? null,
    closedAt: row?.closed_at ?? null,
    basis: row
      ? {
          ground: row.ground as RegistrationBasis['ground'],
          legalBasis: row.legal_basis,
          specialBasis: row.special_basis,
          registerLaw: row.register_law,
          decisionReference: row.decision_reference,
          decisionDate: row.decision_date,
          dpiaReference: row.dpia_reference,
          processorAgreement: row.processor_agreement,
        }
      : null,
    held: await countHeld(queries, controllerId),
    decisions: await listDecisions(queries, controllerId),
  }
}

function stateOf(row: { closed_at: string | null } | undefined): Registration['state'] {
  if (!row) return 'never'
  return row.closed_at === null ? 'open' : 'closed'
}

async function countHeld(queries: Queries, controllerId: string): Promise<Registration['held']> {
  const records = await queries
    .selectFrom('participation_version')
    .select((on) => [on.fn.countAll<number>().as('n'), on.fn.countAll<number>().filterWhere('exit_date', 'is', null).as('running')])
    .where('controller_id', '=', controllerId)
    .where('current', '=', true)
    .executeTakeFirstOrThrow()
  const identities = await queries
    .selectFrom('identity')
    .select((on) => on.fn.count<number>('participation_id').as('n'))
    .where('controller_id', '=', controllerId)
    .executeTakeFirstOrThrow()
  const drafts = await queries
    .selectFrom('import')
    .select((on) => on.fn.countAll<number>().as('n'))
    .where('controller_id', '=', controllerId)
    .where('status', '=', 'draft')
    .executeTakeFirstOrThrow()
  return { participations: records.n, running: records.running, identities: identities.n, unfinishedImports: drafts.n }
}

async function listDecisions(queries: Queries, controllerId: string): Promise<RecordedDecision[]> {
  const rows = await queries
    .selectFrom('tier_decision as d')
    .leftJoin('app_user as u', 'u.id', 'd.recorded_by')
    .selectAll('d')
    .select('u.name')
    .where('d.controller_id', '=', controllerId)
    .orderBy('d.recorded_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    tier: row.tier as RecordedDecision['tier'],
    act: row.act as RecordedDecision['act'],
    decisionReference: row.decision_reference,
    decisionDate: row.decision_date,
    legalBasis: row.legal_basis,
    recordedAt: row.recorded_at,
    recordedBy: row.name,
  }))
}

/** Whether staff may register on a day, and whom to ask when not: the names of the controller's stewards. */
export async function getStanding(queries: Queries, controllerId: string, today: CivilDate): Promise<Standing> {
  const row = await queries
    .selectFrom('organisation as o')
    .leftJoin('controller as c', 'c.organisation_id', 'o.id')
    .select(['o.name', 'c.opened_at', 'c.closed_at'])
    .where('o.id', '=', controllerId)
    .executeTakeFirstOrThrow()
  const { rows } = await sql<{ name: string }>`select name from stewards_of(${controllerId}, ${today}) order by name collate sv`.execute(
    queries,
  )
  return {
    controller: row.name,
    state: row.opened_at === null ? 'never' : stateOf({ closed_at: row.closed_at }),
    closedOn: row.closed_at === null ? null : stockholmDate(new Date(row.closed_at)),
    stewards: rows.map(({ name }) => name),
  }
}

/** Opens registration, or records a new decision where it is open. Throws `Refusal` 422 for a decision to come. */
export async function openRegistration(
  queries: Queries,
  scope: Scope,
  controllerId: string,
  basis: RegistrationBasis,
  now: Date,
): Promise<Registration> {
  refuseToCome(basis, now)
  const { state } = await getRegistration(queries, controllerId)
  const recorded = {
    legal_basis: basis.legalBasis,
    special_basis: basis.specialBasis,
    register_law: basis.registerLaw,
    decision_reference: basis.decisionReference,
    decision_date: basis.decisionDate,
    dpia_reference: basis.dpiaReference,
    processor_agreement: basis.processorAgreement,
  }
  const standing = { ...recorded, ground: basis.ground, closed_at: null }
  const opened = { ...standing, opened_at: now.toISOString() }
  if (state === 'never') {
    const key = { organisation_id: controllerId, reference_key: randomBytes(KEY_BYTES) }
    await queries
      .insertInto('controller')
      .values({ ...opened, ...key })
      .execute()
  } else {
    await queries
      .updateTable('controller')
      .set(state === 'open' ? standing : opened)
      .where('organisation_id', '=', controllerId)
      .execute()
  }
  await noteDecision(queries, scope, controllerId, { tier: 'registration', act: state === 'open' ? 'changed' : 'opened', ...recorded }, now)
  return getRegistration(queries, controllerId)
}

/** Closes registration, and personal numbers with it; nothing is removed. Throws `Refusal` 422 when it is not open. */
export async function closeRegistration(
  queries: Queries,
  scope: Scope,
  controllerId: string,
  decision: DecisionFields,
  now: Date,
): Promise<Registration> {
  refuseToCome(decision, now)
  const closed = await queries
    .updateTable('controller')
    .set({ closed_at: now.toISOString(), ...identityClosed })
    .where('organisation_id', '=', controllerId)
    .where('closed_at', 'is', null)
    .returning('organisation_id')
    .executeTakeFirst()
  if (!closed) throw breaksRule('tiers.notOpen')
  const by = { decision_reference: decision.decisionReference, decision_date: decision.decisionDate }
  await noteDecision(queries, scope, controllerId, { tier: 'registration', act: 'closed', ...by }, now)
  return getRegistration(queries, controllerId)
}

/** The columns of a controller that has not opened personal numbers. */
export const identityClosed = {
  identity_legal_basis: null,
  identity_decision_reference: null,
  identity_decision_date: null,
  identity_opened_at: null,
}

/** Writes what was decided into the history, which is never changed. */
export async function noteDecision(
  queries: Queries,
  scope: Scope,
  controllerId: string,
  decision: Pick<RecordedDecision, 'tier' | 'act'> & { decision_reference: string; decision_date: string; legal_basis?: string },
  now: Date,
): Promise<void> {
  const stamp = { controller_id: controllerId, id: randomUUID(), recorded_at: now.toISOString(), recorded_by: scope.userId }
  const nothing = { legal_basis: null, special_basis: null, register_law: null, dpia_reference: null, processor_agreement: null }
  await queries
    .insertInto('tier_decision')
    .values({ ...nothing, ...decision, ...stamp })
    .execute()
}

/** Throws `Refusal` 422 for a decision that has not been made yet. */
export function refuseToCome({ decisionDate }: DecisionFields, now: Date): void {
  if (decisionDate <= stockholmDate(now)) return
  throw breaksRule('tiers.inFuture', {}, [{ where: 'body.decisionDate', key: 'tiers.inFuture' }])
}
