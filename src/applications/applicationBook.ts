import { sql } from 'kysely'
import { findAttached, type Attachments } from '../documents/attachments.ts'
import type { Queries } from '../platform/database.ts'
import { notFound } from '../platform/errors.ts'
import { addDays, stockholmDate } from '../values/civilDate.ts'
import type { Answer, Application, ApplicationContent, ApplicationList, Judged } from './domain.ts'
import { emptyContent } from './emptyContent.ts'
import { findEsfPlan } from './esf/planStore.ts'
import { legalityOf, type Findings } from './legality.ts'
import { missingToRecommend, missingToStart, missingToSubmit } from './missing.ts'
import { moneyOf, type ApplicationMoney } from './money.ts'
import { workingDayFrom } from './workingDays.ts'

/** Where an application stands. */
export interface ApplicationPlace {
  associationId: string
  applicationId: string
}

/** Where the documents of applications are told. */
export const ofApplications: Attachments = { table: 'application_document', owner: 'application_id' }

/** Days before the preparation group's meeting that an application is to be there, and days after it that the board decides, at the earliest. */
const days = { before: 7, after: 14 }

/** An application with all that follows from it. Throws `Refusal` 404 when there is none. */
export async function getApplication(queries: Queries, place: ApplicationPlace, now: Date): Promise<Application> {
  const association = await findAssociation(queries, place.associationId)
  const versions = await versionsOf(queries, place)
  const [last, ...before] = versions
  if (!last) throw notFound()
  const steps = await stepsOf(queries, place)
  const members = await membersOf(queries, place)
  const legality = legalityOf(last.content, members, await findingsOf(queries, place))
  return {
    ...{ id: place.applicationId, associationName: association.name, fictive: association.fictive, today: stockholmDate(now) },
    ...{ state: steps.at(-1)!.state, version: last.version, content: last.content, members, legality, steps },
    earlier: before.map((one, at) => ({ ...one, changed: changedIn(one.content, versions[at]!.content) })),
    ...(await moneyAt(queries, place, last.content, members)),
    missing: {
      submit: missingToSubmit(last.content),
      recommend: missingToRecommend(members, legality),
      start: missingToStart(members),
    },
    meeting: meetingOf(steps),
    comments: await commentsOf(queries, place),
    documents: (await findAttached(queries, ofApplications, place.associationId, place.applicationId)).get(place.applicationId) ?? [],
    ...{ recordedAt: last.recordedAt, recordedBy: last.recordedBy },
  }
}

/** All applications of an association, the latest moved first. Throws `Refusal` 404 when there is no such association. */
export async function listApplications(queries: Queries, associationId: string): Promise<ApplicationList> {
  const association = await findAssociation(queries, associationId)
  const rows = await queries.selectFrom('application').select('id').where('association_id', '=', associationId).orderBy('id').execute()
  const applications: ApplicationList['applications'] = []
  for (const { id } of rows) {
    const place = { associationId, applicationId: id }
    const [[last], steps, members] = [await versionsOf(queries, place), await stepsOf(queries, place), await membersOf(queries, place)]
    const { askedOre } = await moneyAt(queries, place, last!.content, members)
    applications.push({
      ...{ id, name: last!.content.name, state: steps.at(-1)!.state, since: steps.at(-1)!.dated },
      ...{ askedOre, unanswered: members.filter(({ answer }) => answer === null).length },
    })
  }
  applications.sort((a, b) => (`${b.since} ${b.id}` < `${a.since} ${a.id}` ? -1 : 1))
  return { associationName: association.name, fictive: association.fictive, applications }
}

async function moneyAt(
  queries: Queries,
  place: ApplicationPlace,
  content: ApplicationContent,
  members: Application['members'],
): Promise<ApplicationMoney> {
  return moneyOf(content, members, content.esf ? await findEsfPlan(queries, place) : null)
}

/** The meeting that it was last submitted for: the last working day to be in time, and the first working day that the board may decide. */
function meetingOf(steps: Application['steps']): Application['meeting'] {
  const submitted = steps.findLast(({ act }) => act === 'submit')
  if (!submitted?.meetingOn) return null
  const lastDay = workingDayFrom(addDays(submitted.meetingOn, -days.before), -1)
  return {
    ...{ on: submitted.meetingOn, lastDay, isLate: submitted.dated > lastDay },
    boardFrom: workingDayFrom(addDays(submitted.meetingOn, days.after), 1),
  }
}

function changedIn(before: ApplicationContent, after: ApplicationContent): string[] {
  return (Object.keys(after) as (keyof ApplicationContent)[]).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
}

async function findAssociation(queries: Queries, id: string): Promise<{ name: string; fictive: boolean }> {
  const row = await queries.selectFrom('association').select(['name', 'fictive']).where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

async function versionsOf(queries: Queries, { associationId, applicationId }: ApplicationPlace) {
  const rows = await queries
    .selectFrom('application_version as v')
    .innerJoin('app_user as u', 'u.id', 'v.recorded_by')
    .select(['v.version', 'v.content', 'v.recorded_at as recordedAt', 'u.name as recordedBy'])
    .where('v.association_id', '=', associationId)
    .where('v.application_id', '=', applicationId)
    .orderBy('v.version', 'desc')
    .execute()
  // A version that was written before a field was there has the field empty.
  return rows.map((row) => ({ ...row, content: { ...emptyContent, ...row.content } }))
}

async function stepsOf(queries: Queries, { associationId, applicationId }: ApplicationPlace): Promise<Application['steps']> {
  const rows = await queries
    .selectFrom('application_step as s')
    .innerJoin('app_user as u', 'u.id', 's.recorded_by')
    .selectAll('s')
    .select('u.name')
    .where('s.association_id', '=', associationId)
    .where('s.application_id', '=', applicationId)
    .orderBy('s.step')
    .execute()
  type Step = Application['steps'][number]
  return rows.map((row): Step => ({
    ...{ act: row.act as Step['act'], state: row.state as Step['state'], dated: row.dated, meetingOn: row.meeting_on },
    ...{ reference: row.reference, note: row.note, amountOre: row.amount_ore, interventionId: row.intervention_id },
    ...{ recordedAt: row.recorded_at, recordedBy: row.name },
  }))
}

/** The members of the association now, each with its last answer, in the order of the act. */
async function membersOf(queries: Queries, { associationId, applicationId }: ApplicationPlace): Promise<Application['members']> {
  const { rows } = await sql<{ id: string; name: string; party: string }>`
    select o.id, o.name, o.party from membership ms join organisation o on o.id = ms.organisation_id
    where ms.association_id = ${associationId} and ms.valid_to is null
    order by array_position(array['stateFk', 'stateAf', 'region', 'municipality'], o.party), o.name collate sv`.execute(queries)
  const answers = await queries
    .selectFrom('application_answer as a')
    .innerJoin('app_user as u', 'u.id', 'a.recorded_by')
    .selectAll('a')
    .select('u.name')
    .distinctOn('a.organisation_id')
    .where('a.association_id', '=', associationId)
    .where('a.application_id', '=', applicationId)
    .orderBy('a.organisation_id')
    .orderBy('a.version', 'desc')
    .execute()
  const byMember = new Map(
    answers.map((row): [string, Answer] => [
      row.organisation_id,
      {
        ...{ organisationId: row.organisation_id, takesPart: row.takes_part, owns: row.owns, staff: row.staff },
        ...{ cofinancingOre: row.cofinancing_ore, cofinancingKind: row.cofinancing_kind as Answer['cofinancingKind'] },
        ...{ decidedBy: row.decided_by, decidedOn: row.decided_on, evidence: row.evidence },
        ...{ recordedAt: row.recorded_at, recordedBy: row.name },
      },
    ]),
  )
  return rows.map(({ id, name, party }) => ({
    ...{ organisationId: id, name, party: party as Application['members'][number]['party'], answer: byMember.get(id) ?? null },
  }))
}

async function findingsOf(queries: Queries, { associationId, applicationId }: ApplicationPlace): Promise<Findings> {
  const rows = await queries
    .selectFrom('application_finding')
    .select(['item', 'holds', 'evidence'])
    .distinctOn('item')
    .where('association_id', '=', associationId)
    .where('application_id', '=', applicationId)
    .orderBy('item')
    .orderBy('version', 'desc')
    .execute()
  return new Map(rows.map(({ item, holds, evidence }) => [item as Judged, { holds, evidence }]))
}

async function commentsOf(queries: Queries, { associationId, applicationId }: ApplicationPlace): Promise<Application['comments']> {
  return queries
    .selectFrom('application_comment as c')
    .innerJoin('app_user as u', 'u.id', 'c.recorded_by')
    .select(['c.id', 'c.text', 'c.recorded_at as recordedAt', 'u.name as recordedBy'])
    .where('c.association_id', '=', associationId)
    .where('c.application_id', '=', applicationId)
    .orderBy('c.recorded_at')
    .orderBy('c.id')
    .execute()
}
