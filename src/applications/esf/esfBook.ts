import type { Queries } from '../../platform/database.ts'
import { getApplication, type ApplicationPlace } from '../applicationBook.ts'
import type { Application } from '../domain.ts'
import { esfCosts } from './costs.ts'
import type { EsfBook } from './domain.ts'
import { evidenceOf, isEvidenceWhole } from './evidence.ts'
import { findEsfPlan } from './planStore.ts'

/** The way of an application to ESF+. Throws `Refusal` 404 when there is no such application. */
export async function getEsfBook(queries: Queries, place: ApplicationPlace, now: Date): Promise<EsfBook> {
  return bookOf(queries, place, await getApplication(queries, place, now))
}

/** The same of an application that has been read. */
export async function bookOf(queries: Queries, place: ApplicationPlace, application: Application): Promise<EsfBook> {
  const { members, content } = application
  const steps = await stepsOf(queries, place)
  const plan = await findEsfPlan(queries, place)
  const sum = (act: 'esfGrants' | 'claim' | 'pay'): number =>
    steps.filter((step) => step.act === act).reduce((total, { amountOre }) => total + amountOre!, 0)
  const owner = members.find(({ answer }) => answer?.owns)
  return {
    ...{ associationId: place.associationId, associationName: application.associationName, fictive: application.fictive },
    ...{ today: application.today, name: content.name, state: steps.at(-1)?.state ?? 'idea' },
    owner: owner ? { organisationId: owner.organisationId, name: owner.name } : null,
    members: members.map(({ organisationId, name }) => ({ organisationId, name })),
    evidence: { allMembers: evidenceOf(members, 'allMembers'), takingPart: evidenceOf(members, 'takingPart') },
    whole: { allMembers: isEvidenceWhole(members, 'allMembers'), takingPart: isEvidenceWhole(members, 'takingPart') },
    plan,
    costs: plan && esfCosts(content, members, plan),
    ...{ grantedOre: sum('esfGrants'), claimedOre: sum('claim'), paidOre: sum('pay') },
    steps,
  }
}

async function stepsOf(queries: Queries, { associationId, applicationId }: ApplicationPlace): Promise<EsfBook['steps']> {
  const rows = await queries
    .selectFrom('esf_step as s')
    .innerJoin('app_user as u', 'u.id', 's.recorded_by')
    .leftJoin('organisation as o', 'o.id', 's.organisation_id')
    .selectAll('s')
    .select(['u.name as recorder', 'o.name as organisation'])
    .where('s.association_id', '=', associationId)
    .where('s.application_id', '=', applicationId)
    .orderBy('s.step')
    .execute()
  type Step = EsfBook['steps'][number]
  return rows.map((row): Step => ({
    ...{ act: row.act as Step['act'], state: row.state as Step['state'], dated: row.dated, organisation: row.organisation ?? '' },
    ...{ amountOre: row.amount_ore, reading: row.reading as Step['reading'], reference: row.reference, note: row.note },
    ...{ recordedAt: row.recorded_at, recordedBy: row.recorder },
  }))
}
