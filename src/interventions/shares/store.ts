import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import { breaksRule, notFound, Refusal } from '../../platform/errors.ts'
import type { Scope } from '../../platform/scope.ts'
import { shareFaults, type Share, type ShareProposal } from './domain.ts'

/** Open proposals that an association has made or has a part in, by the intervention's name. */
export async function listShareProposals(queries: Queries, _scope: Scope, associationId: string): Promise<ShareProposal[]> {
  const rows = await queries
    .selectFrom('share_proposal as p')
    .innerJoin('intervention as i', 'i.id', 'p.intervention_id')
    .innerJoin('association as by', 'by.id', 'p.proposed_by')
    .innerJoin('share_proposal_part as s', 's.proposal_id', 'p.id')
    .innerJoin('association as a', 'a.id', 's.association_id')
    .select(['p.id', 'p.proposed_at', 'i.id as intervention_id', 'i.name', 'by.id as by_id', 'by.name as by_name'])
    .select(['a.id as association_id', 'a.name as association_name', 's.share_percent', 's.accepted_at'])
    .where('p.state', '=', 'open')
    .where('p.id', 'in', (inner) =>
      inner.selectFrom('share_proposal_part').select('proposal_id').where('association_id', '=', associationId),
    )
    .orderBy(sql`i.name collate sv`)
    .orderBy(sql`a.name collate sv`)
    .execute()
  return [...Map.groupBy(rows, (row) => row.id).values()].map((parts) => ({
    id: parts[0]!.id,
    intervention: { id: parts[0]!.intervention_id, name: parts[0]!.name },
    proposedBy: { id: parts[0]!.by_id, name: parts[0]!.by_name },
    proposedAt: parts[0]!.proposed_at,
    parts: parts.map((row) => ({
      associationId: row.association_id,
      name: row.association_name,
      sharePercent: row.share_percent,
      accepted: row.accepted_at !== null,
    })),
  }))
}

/**
 * Proposes shares of an intervention; the proposer has thereby accepted. Throws `Refusal` 404 when the association has no
 * part in the intervention, 409 when a proposal is open already, 422 with each broken rule.
 */
export async function proposeShares(
  queries: Queries,
  scope: Scope,
  place: { associationId: string; id: string },
  shares: readonly Share[],
  now: Date,
): Promise<ShareProposal[]> {
  const present = await presentShares(queries, place.id)
  if (!present.some((one) => one.associationId === place.associationId)) throw notFound()
  const faults = shareFaults(shares, present)
  if (faults[0]) throw breaksRule(faults[0].key, faults[0].args, faults)
  await refuseOtherLayer(queries, place.associationId, shares)
  const id = randomUUID()
  const opened = await queries
    .insertInto('share_proposal')
    .values({ id, intervention_id: place.id, proposed_by: place.associationId, proposed_at: now.toISOString(), decided_at: null })
    .onConflict((conflict) => conflict.column('intervention_id').where('state', '=', 'open').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!opened) throw new Refusal(409, 'shares.alreadyOpen')
  await queries
    .insertInto('share_proposal_part')
    .values(
      shares.map((one) => ({
        proposal_id: id,
        association_id: one.associationId,
        share_percent: one.sharePercent,
        accepted_at: one.associationId === place.associationId ? now.toISOString() : null,
      })),
    )
    .execute()
  return listShareProposals(queries, scope, place.associationId)
}

/**
 * Accepts or declines for one association. When the last one accepts, the shares hold. Throws `Refusal` 404 when no open proposal of
 * that id concerns the association.
 */
export async function answerShares(
  queries: Queries,
  scope: Scope,
  place: { associationId: string; id: string },
  accept: boolean,
  now: Date,
): Promise<ShareProposal[]> {
  // The lock makes the last two acceptances see each other.
  const proposal = await queries
    .selectFrom('share_proposal')
    .selectAll()
    .where('id', '=', place.id)
    .where('state', '=', 'open')
    .forUpdate()
    .executeTakeFirst()
  const parts = await queries.selectFrom('share_proposal_part').selectAll().where('proposal_id', '=', place.id).execute()
  const own = parts.find((part) => part.association_id === place.associationId)
  if (!proposal || !own) throw notFound()
  if (!accept) await decide(queries, place.id, proposal.proposed_by === place.associationId ? 'withdrawn' : 'declined', now)
  else {
    await queries
      .updateTable('share_proposal_part')
      .set({ accepted_at: now.toISOString() })
      .where('proposal_id', '=', place.id)
      .where('association_id', '=', place.associationId)
      .execute()
    if (parts.every((part) => part.accepted_at !== null || part === own)) {
      await decide(queries, place.id, 'accepted', now)
      await applyShares(queries, proposal.intervention_id, parts)
    }
  }
  return listShareProposals(queries, scope, place.associationId)
}

async function presentShares(queries: Queries, interventionId: string): Promise<Share[]> {
  const rows = await queries.selectFrom('intervention_association').selectAll().where('intervention_id', '=', interventionId).execute()
  return rows.map((row) => ({ associationId: row.association_id, sharePercent: row.share_percent }))
}

/** Invented associations share with invented ones, real ones with real ones. */
async function refuseOtherLayer(queries: Queries, associationId: string, shares: readonly Share[]): Promise<void> {
  const rows = await queries
    .selectFrom('association')
    .select(['id', 'fictive'])
    .where(
      'id',
      'in',
      shares.map((one) => one.associationId),
    )
    .execute()
  const fictive = rows.find((row) => row.id === associationId)?.fictive
  const faults = shares.flatMap((one, at) =>
    rows.some((row) => row.id === one.associationId && row.fictive === fictive)
      ? []
      : [{ where: `body.shares.${at}.associationId`, key: 'shares.unknownAssociation' }],
  )
  if (faults[0]) throw breaksRule(faults[0].key, {}, faults)
}

async function decide(queries: Queries, id: string, state: 'accepted' | 'declined' | 'withdrawn', now: Date): Promise<void> {
  await queries.updateTable('share_proposal').set({ state, decided_at: now.toISOString() }).where('id', '=', id).execute()
}

async function applyShares(
  queries: Queries,
  interventionId: string,
  parts: readonly { association_id: string; share_percent: number }[],
): Promise<void> {
  await queries
    .insertInto('intervention_association')
    .values(parts.map(({ association_id, share_percent }) => ({ intervention_id: interventionId, association_id, share_percent })))
    .onConflict((conflict) =>
      conflict.columns(['intervention_id', 'association_id']).doUpdateSet((set) => ({ share_percent: set.ref('excluded.share_percent') })),
    )
    .execute()
}
