import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { findIntervention, unknownMethods } from '../interventions/store.ts'
import type { Queries } from '../platform/database.ts'
import { breaksRule, Refusal, refuseFaulty, type Fault } from '../platform/errors.ts'
import type { Scope } from '../platform/scope.ts'
import { findSentBefore } from '../platform/sentAgain.ts'
import { stockholmDate } from '../values/civilDate.ts'
import { getApplication, type ApplicationPlace } from './applicationBook.ts'
import type { AnswerFields, Application, ApplicationContent, CommentFields, FindingFields, StepFields } from './domain.ts'
import { isOwnerHeld, isUnderWay } from './esf/esfPath.ts'
import { findEsfState } from './esf/stateStore.ts'
import { applicationAfter } from './path.ts'
import { startIntervention } from './start.ts'

const fault = (where: string, key: string, args: Record<string, string | number> = {}): Fault => ({ where: `body.${where}`, key, args })
const keyOf = ({ associationId, applicationId }: ApplicationPlace) => ({ association_id: associationId, application_id: applicationId })
const stampOf = (scope: Scope, now: Date) => ({ recorded_at: now.toISOString(), recorded_by: scope.userId })

/** Of two at once that change an application the second waits, and is then told of the first. */
export async function hold(queries: Queries, place: ApplicationPlace, now: Date): Promise<Application> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`application ${place.applicationId}`}, 0))`.execute(queries)
  return getApplication(queries, place, now)
}

/** Begins a draft; one that has been begun under the same id is left as it is. Throws `Refusal` 409 when what arrived under the id says something else. */
export async function beginApplication(
  queries: Queries,
  scope: Scope,
  associationId: string,
  { id, ...content }: ApplicationContent & { id: string },
  now: Date,
): Promise<void> {
  const place = { associationId, applicationId: id }
  const first = await findSentBefore(queries, id, {
    find: () =>
      queries
        .selectFrom('application_version')
        .select('content')
        .where('association_id', '=', associationId)
        .where('application_id', '=', id)
        .where('version', '=', 1)
        .executeTakeFirst(),
    isSame: (row) => isDeepStrictEqual(row.content, content),
    refusal: (row) => new Refusal(409, 'applications.arrivedBefore', { name: row.content.name }),
  })
  if (first) return
  await demandMethods(queries, content)
  const stamp = stampOf(scope, now)
  await queries
    .insertInto('application')
    .values({ association_id: associationId, id, ...stamp })
    .execute()
  await writeVersion(queries, place, 1, content, stamp)
  await writeStep(queries, place, { step: 1, act: 'begin', was: null, state: 'draft', dated: stockholmDate(now) }, stamp)
}

/** Changes a draft as a new version. Throws `Refusal` 404, 409 when somebody changed it meanwhile, 422 when it is no draft any more, names a method that is not in the catalogue, or is for ESF+ no more though a project is under way. */
export async function changeApplication(
  queries: Queries,
  scope: Scope,
  place: ApplicationPlace,
  { version, ...content }: ApplicationContent & { version: number },
  now: Date,
): Promise<void> {
  const before = await hold(queries, place, now)
  if (before.version !== version) throw new Refusal(409, 'interventions.changedMeanwhile')
  if (before.state !== 'draft') throw breaksRule('applications.notDraft')
  await demandMethods(queries, content)
  if (before.content.esf && !content.esf && isUnderWay(await findEsfState(queries, place))) throw breaksRule('esf.markHeld')
  await writeVersion(queries, place, version + 1, content, stampOf(scope, now))
}

async function demandMethods(queries: Queries, { methods }: ApplicationContent): Promise<void> {
  if ((await unknownMethods(queries, methods)).length > 0)
    throw breaksRule('interventions.unknownMethod', {}, [fault('methods', 'interventions.unknownMethod')])
}

async function writeVersion(
  queries: Queries,
  place: ApplicationPlace,
  version: number,
  content: ApplicationContent,
  stamp: ReturnType<typeof stampOf>,
): Promise<void> {
  await queries
    .insertInto('application_version')
    .values({ ...keyOf(place), version, content: JSON.stringify(content), ...stamp })
    .execute()
}

/** Enters what a member has answered. Throws `Refusal` 404, 422 for a decision to come, an organisation that is no member, a second owner, an owner that ESF+ counts on, or when it has been decided. */
export async function answerApplication(
  queries: Queries,
  scope: Scope,
  place: ApplicationPlace,
  given: AnswerFields,
  now: Date,
): Promise<void> {
  const application = await hold(queries, place, now)
  demandOpen(application)
  const member = application.members.find(({ organisationId }) => organisationId === given.organisationId)
  const owner = application.members.find(({ answer }) => answer?.owns)
  refuseFaulty([
    ...(member ? [] : [fault('organisationId', 'applications.noMember')]),
    ...(given.decidedOn > application.today ? [fault('decidedOn', 'contributions.inFuture')] : []),
    ...(given.owns && owner && owner !== member ? [fault('owns', 'applications.ownedAlready', { name: owner.name })] : []),
  ])
  if (owner && owner === member && !given.owns && application.content.esf && isOwnerHeld(await findEsfState(queries, place)))
    throw breaksRule('esf.ownerHeld', {}, [fault('owns', 'esf.ownerHeld')])
  const { count } = await queries
    .selectFrom('application_answer')
    .select((on) => on.fn.countAll<number>().as('count'))
    .where('association_id', '=', place.associationId)
    .where('application_id', '=', place.applicationId)
    .where('organisation_id', '=', given.organisationId)
    .executeTakeFirstOrThrow()
  await queries
    .insertInto('application_answer')
    .values({
      ...{ ...keyOf(place), organisation_id: given.organisationId, version: Number(count) + 1, takes_part: given.takesPart },
      ...{ owns: given.owns, staff: given.staff, cofinancing_ore: given.cofinancingOre, cofinancing_kind: given.cofinancingKind },
      ...{ decided_by: given.decidedBy, decided_on: given.decidedOn, evidence: given.evidence, ...stampOf(scope, now) },
    })
    .execute()
}

/** Enters what the office has found of a question of the law. Throws `Refusal` 404, 422 when it has been decided. */
export async function findForApplication(
  queries: Queries,
  scope: Scope,
  place: ApplicationPlace,
  given: FindingFields,
  now: Date,
): Promise<void> {
  demandOpen(await hold(queries, place, now))
  const { count } = await queries
    .selectFrom('application_finding')
    .select((on) => on.fn.countAll<number>().as('count'))
    .where('association_id', '=', place.associationId)
    .where('application_id', '=', place.applicationId)
    .where('item', '=', given.item)
    .executeTakeFirstOrThrow()
  await queries
    .insertInto('application_finding')
    .values({ ...keyOf(place), ...given, version: Number(count) + 1, ...stampOf(scope, now) })
    .execute()
}

/** Adds a comment; one that has been added under the same id is left as it is. Throws `Refusal` 404, 409 when what arrived under the id says something else. */
export async function commentApplication(
  queries: Queries,
  scope: Scope,
  place: ApplicationPlace,
  { id, text }: CommentFields,
  now: Date,
): Promise<void> {
  await hold(queries, place, now)
  const first = await findSentBefore(queries, id, {
    find: () =>
      queries
        .selectFrom('application_comment')
        .select(['application_id', 'text'])
        .where('association_id', '=', place.associationId)
        .where('id', '=', id)
        .executeTakeFirst(),
    isSame: (row) => row.text === text && row.application_id === place.applicationId,
    refusal: () => new Refusal(409, 'applications.commentedBefore'),
  })
  if (first) return
  await queries
    .insertInto('application_comment')
    .values({ ...keyOf(place), id, text, ...stampOf(scope, now) })
    .execute()
}

function demandOpen({ state }: Application): void {
  if (!['draft', 'submitted', 'recommended'].includes(state)) throw breaksRule('applications.decidedAlready')
}

/**
 * Takes the next step. Throws `Refusal` 404, 409 when somebody took one meanwhile, 422 when it may not be taken now or something is missing, each reason in words. Starting
 * registers the intervention, its grant and what it is judged by, all in the same transaction.
 */
export async function stepApplication(
  queries: Queries,
  scope: Scope,
  place: ApplicationPlace,
  given: StepFields,
  now: Date,
): Promise<void> {
  const application = await hold(queries, place, now)
  const { act, dated, reference, note, meetingOn, amountOre, seen } = given
  const last = application.steps.at(-1)!
  if (application.steps.length === seen + 1 && isSame(last, given) && (await isNamed(queries, last, given))) return
  if (application.steps.length !== seen) throw new Refusal(409, 'interventions.changedMeanwhile')
  const state = applicationAfter(application.state, act)
  if (!state) throw breaksRule('applications.notNow', {}, [fault('act', 'applications.notNow')])
  refuseFaulty([
    ...(dated > application.today ? [fault('dated', 'contributions.inFuture')] : []),
    // When the draft was begun is the day somebody typed it in.
    ...(last.act !== 'begin' && dated < last.dated ? [fault('dated', 'applications.beforeLast', { day: last.dated })] : []),
    ...(meetingOn !== null && meetingOn < dated ? [fault('meetingOn', 'applications.meetingBefore')] : []),
    ...(amountOre !== null && amountOre > application.budgetOre ? [fault('amountOre', 'applications.aboveBudget')] : []),
    ...lacks(application, act).map((key) => fault('act', key)),
  ])
  const interventionId = act === 'start' ? await startIntervention(queries, scope, place, application, given, now) : null
  const step = { step: seen + 1, act, was: application.state, state, dated, meetingOn, reference, note, amountOre, interventionId }
  await writeStep(queries, place, step, stampOf(scope, now))
}

/** The answer was lost on the way and the form is sent again: the same in all that it says. */
const isSame = (last: Application['steps'][number], { seen: _, name: __, ...given }: StepFields): boolean =>
  isDeepStrictEqual({ ...last, ...given }, last)

/** Whether what was started bears the name that is given, if any: with another name it is no repetition. */
async function isNamed(queries: Queries, { interventionId }: Application['steps'][number], { name }: StepFields): Promise<boolean> {
  return name === undefined || interventionId === null || (await findIntervention(queries, interventionId))?.name === name
}

/** What is missing for an act, as keys of texts. */
function lacks({ missing }: Application, act: StepFields['act']): string[] {
  if (act === 'submit') return missing.submit
  if (act === 'recommendGrant' || act === 'grant') return missing.recommend
  return act === 'start' ? missing.start : []
}

interface StepToWrite {
  step: number
  act: string
  was: string | null
  state: string
  dated: string
  meetingOn?: string | null
  reference?: string
  note?: string
  amountOre?: number | null
  interventionId?: string | null
}

async function writeStep(queries: Queries, place: ApplicationPlace, given: StepToWrite, stamp: ReturnType<typeof stampOf>): Promise<void> {
  const { step, act, was, state, dated, meetingOn = null, reference = '', note = '', amountOre = null, interventionId = null } = given
  await queries
    .insertInto('application_step')
    .values({
      ...{ ...keyOf(place), step, previous: step === 1 ? null : step - 1, act, was, state, dated, meeting_on: meetingOn, reference, note },
      ...{ amount_ore: amountOre, intervention_id: interventionId, ...stamp },
    })
    .execute()
}
