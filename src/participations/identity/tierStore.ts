import type { Queries } from '../../platform/database.ts'
import { breaksRule } from '../../platform/errors.ts'
import type { Scope } from '../../platform/scope.ts'
import type { DecisionFields } from '../tiers/contract.ts'
import { getRegistration, identityClosed, noteDecision, refuseToCome } from '../tiers/store.ts'
import type { IdentityBasis, IdentityTier } from './contract.ts'
import type { Keyring, KeyTrouble } from './keys.ts'
import { listRotations } from './rotationStore.ts'
import { demandKeys } from './store.ts'

/** What the deployment gives: its kind of database, and the keys of the controller. */
export interface Means {
  database: 'pglite' | 'postgres'
  keys: Keyring | KeyTrouble
}

/** Where a controller stands with personal numbers. */
export async function getIdentityTier(queries: Queries, controllerId: string, { database, keys }: Means): Promise<IdentityTier> {
  const registration = await getRegistration(queries, controllerId)
  const row = await queries
    .selectFrom('controller')
    .select(['identity_legal_basis', 'identity_decision_reference', 'identity_decision_date', 'identity_opened_at', 'disposal_decision'])
    .where('organisation_id', '=', controllerId)
    .executeTakeFirst()
  const ring = typeof keys === 'string' ? undefined : keys
  return {
    controller: registration.controller,
    possible: database === 'postgres',
    registrationOpen: registration.state === 'open',
    open: row?.identity_opened_at
      ? {
          legalBasis: row.identity_legal_basis!,
          decisionReference: row.identity_decision_reference!,
          decisionDate: row.identity_decision_date!,
          openedAt: row.identity_opened_at,
        }
      : null,
    key: { state: typeof keys === 'string' ? keys : 'ready', id: ring?.current.id ?? null },
    ...(await countByKey(queries, controllerId, ring)),
    hasDisposalDecision: Boolean(row?.disposal_decision),
    rotations: await listRotations(queries, controllerId),
    decisions: registration.decisions.filter(({ tier }) => tier === 'identity'),
  }
}

async function countByKey(
  queries: Queries,
  controllerId: string,
  ring: Keyring | undefined,
): Promise<Pick<IdentityTier, 'stored' | 'onOlderKeys' | 'unreadable'>> {
  const rows = await queries
    .selectFrom('identity')
    .select((on) => ['key_id', on.fn.countAll<number>().as('n')])
    .where('controller_id', '=', controllerId)
    .groupBy('key_id')
    .execute()
  const sum = (isCounted: (keyId: string) => boolean): number =>
    rows.filter((row) => isCounted(row.key_id)).reduce((total, row) => total + row.n, 0)
  return {
    stored: sum(() => true),
    onOlderKeys: ring ? sum((id) => id !== ring.current.id) : 0,
    unreadable: sum((id) => !ring?.byId.has(id)),
  }
}

/**
 * Opens personal numbers, or records a new decision where they are open. Throws `Refusal` 422 on the embedded database, while registration
 * is closed, without a key, and for a decision to come.
 */
export async function openIdentityTier(
  queries: Queries,
  scope: Scope,
  controllerId: string,
  basis: IdentityBasis,
  means: Means,
  now: Date,
): Promise<IdentityTier> {
  if (means.database !== 'postgres') throw breaksRule('identity.embedded')
  refuseToCome(basis, now)
  const before = await getIdentityTier(queries, controllerId, means)
  if (!before.registrationOpen) throw breaksRule('identity.registrationFirst')
  demandKeys(means.keys)
  await queries
    .updateTable('controller')
    .set({
      identity_legal_basis: basis.legalBasis,
      identity_decision_reference: basis.decisionReference,
      identity_decision_date: basis.decisionDate,
      identity_opened_at: before.open?.openedAt ?? now.toISOString(),
    })
    .where('organisation_id', '=', controllerId)
    .execute()
  const recorded = { ...columnsOf(basis), legal_basis: basis.legalBasis }
  await noteDecision(queries, scope, controllerId, { tier: 'identity', act: before.open ? 'changed' : 'opened', ...recorded }, now)
  return getIdentityTier(queries, controllerId, means)
}

/**
 * Closes personal numbers, and removes them all when asked to. Throws `Refusal` 422 when they are not open, and when something is to be
 * removed without a decision on disposal.
 */
export async function closeIdentityTier(
  queries: Queries,
  scope: Scope,
  controllerId: string,
  { remove, ...decision }: DecisionFields & { remove: boolean },
  means: Means,
  now: Date,
): Promise<IdentityTier> {
  refuseToCome(decision, now)
  const before = await getIdentityTier(queries, controllerId, means)
  if (!before.open && !remove) throw breaksRule('identity.notOpen')
  if (remove && !before.hasDisposalDecision) throw breaksRule('identity.noDisposalDecision')
  await queries.updateTable('controller').set(identityClosed).where('organisation_id', '=', controllerId).execute()
  if (remove) await queries.deleteFrom('identity').where('controller_id', '=', controllerId).execute()
  await noteDecision(queries, scope, controllerId, { tier: 'identity', act: 'closed', ...columnsOf(decision) }, now)
  return getIdentityTier(queries, controllerId, means)
}

const columnsOf = (decision: DecisionFields) => ({ decision_reference: decision.decisionReference, decision_date: decision.decisionDate })
