import { isDeepStrictEqual } from 'node:util'
import type { Queries } from '../../platform/database.ts'
import { breaksRule, Refusal, refuseFaulty, type Fault } from '../../platform/errors.ts'
import type { Scope } from '../../platform/scope.ts'
import type { ApplicationPlace } from '../applicationBook.ts'
import type { Application } from '../domain.ts'
import { answerApplication, hold } from '../store.ts'
import type { EsfBook, EsfPlanFields, EsfStepFields } from './domain.ts'
import { bookOf } from './esfBook.ts'
import { esfAfter } from './esfPath.ts'

const fault = (where: string, key: string, args: Record<string, string | number> = {}): Fault => ({ where: `body.${where}`, key, args })
const keyOf = ({ associationId, applicationId }: ApplicationPlace) => ({ association_id: associationId, application_id: applicationId })
const stampOf = (scope: Scope, now: Date) => ({ recorded_at: now.toISOString(), recorded_by: scope.userId })

/** Says how it is to be financed, as a new version. Throws `Refusal` 404, 409 when somebody changed it meanwhile, 422 when the application is not for ESF+. */
export async function planEsf(
  queries: Queries,
  scope: Scope,
  place: ApplicationPlace,
  { version, ...given }: EsfPlanFields,
  now: Date,
): Promise<void> {
  const application = await hold(queries, place, now)
  if (!application.content.esf) throw breaksRule('esf.notForEsf')
  const { plan } = await bookOf(queries, place, application)
  if (plan?.version === version + 1 && isDeepStrictEqual({ ...plan, ...given }, plan)) return
  if ((plan?.version ?? 0) !== version) throw new Refusal(409, 'interventions.changedMeanwhile')
  await queries
    .insertInto('esf_plan')
    .values({
      ...{ ...keyOf(place), version: version + 1, fund_permille: given.fundPermille, flat_rate_permille: given.flatRatePermille },
      ...{ unit_cost_ore: given.unitCostOre, units: given.units, claim_every: given.claimEvery, lag_months: given.lagMonths },
      ...{ source: given.source, ...stampOf(scope, now) },
    })
    .execute()
}

/**
 * Takes the next step. When Försäkringskassan accepts, its answer is entered as owner at once. Throws `Refusal` 404, 409 when somebody took a step meanwhile, 422 when it may not
 * be taken now, when the evidence for the last resort lacks something (each named), or when an association would own or apply.
 */
export async function stepEsf(queries: Queries, scope: Scope, place: ApplicationPlace, given: EsfStepFields, now: Date): Promise<void> {
  const application = await hold(queries, place, now)
  if (!application.content.esf) throw breaksRule('esf.notForEsf')
  const book = await bookOf(queries, place, application)
  const { act, dated, reference, note, amountOre, reading, seen } = given
  const last = book.steps.at(-1)
  if (book.steps.length === seen + 1 && isSame(book, given)) return
  if (book.steps.length !== seen) throw new Refusal(409, 'interventions.changedMeanwhile')
  const state = esfAfter(book.state, act)
  if (!state) throw breaksRule('applications.notNow', {}, [fault('act', 'applications.notNow')])
  refuseFaulty([
    ...(dated > book.today ? [fault('dated', 'contributions.inFuture')] : []),
    ...(last && dated < last.dated ? [fault('dated', 'applications.beforeLast', { day: last.dated })] : []),
    ...whoFaults(book, given),
    ...evidenceFaults(book, given),
    ...moneyFaults(book, given),
  ])
  const organisationId = act === 'fkAccepts' ? await takeOver(queries, scope, place, application, given, now) : given.organisationId
  const step = { step: seen + 1, previous: seen === 0 ? null : seen, act, was: book.state, state, dated, reference, note }
  await queries
    .insertInto('esf_step')
    .values({ ...keyOf(place), ...step, organisation_id: organisationId, reading, amount_ore: amountOre, ...stampOf(scope, now) })
    .execute()
}

/** The answer was lost on the way and the form is sent again: the same in all that it says. Who took it over when Försäkringskassan accepted is not said by the form. */
function isSame({ steps, members }: EsfBook, { seen: _, organisationId, ...given }: EsfStepFields): boolean {
  const last = steps.at(-1)!
  const who = members.find((one) => one.organisationId === organisationId)?.name
  return isDeepStrictEqual({ ...last, ...given }, last) && (organisationId === null || last.organisation === who)
}

/** An owner is the member that has said so itself; who applies is the owner. The association is neither. */
function whoFaults({ associationId, members, owner }: EsfBook, { act, organisationId }: EsfStepFields): Fault[] {
  if (organisationId === null) return []
  if (organisationId === associationId) return [fault('organisationId', 'esf.associationMayNot')]
  if (!members.some((one) => one.organisationId === organisationId)) return [fault('organisationId', 'applications.noMember')]
  if (owner?.organisationId === organisationId) return []
  return [fault('organisationId', act === 'apply' ? 'esf.ownerApplies' : 'esf.hasNotSaidYes')]
}

function evidenceFaults({ evidence, whole }: EsfBook, { act, reading }: EsfStepFields): Fault[] {
  if (act !== 'askFk' || !reading || whole[reading]) return []
  const lacking = evidence[reading].flatMap(({ name, lacks }) => lacks.map((one) => fault('reading', `esf.lacks.${one}`, { name })))
  return lacking.length > 0 ? lacking : [fault('reading', 'esf.lacks.nobody')]
}

function moneyFaults({ grantedOre, claimedOre, paidOre }: EsfBook, { act, amountOre }: EsfStepFields): Fault[] {
  if (act === 'claim' && claimedOre + amountOre! > grantedOre) return [fault('amountOre', 'esf.aboveGranted')]
  return act === 'pay' && paidOre + amountOre! > claimedOre ? [fault('amountOre', 'esf.aboveClaimed')] : []
}

/** Enters that Försäkringskassan owns it, beside what it has said before. Gives its id. */
async function takeOver(
  queries: Queries,
  scope: Scope,
  place: ApplicationPlace,
  { members }: Application,
  { dated, reference }: EsfStepFields,
  now: Date,
): Promise<string> {
  const fk = members.find(({ party }) => party === 'stateFk')
  if (!fk) throw breaksRule('esf.noFk')
  const { answer, organisationId } = fk
  const said = {
    staff: answer?.staff ?? '',
    cofinancingOre: answer?.cofinancingOre ?? 0,
    cofinancingKind: answer?.cofinancingKind ?? 'none',
  }
  const decided = { decidedBy: fk.name, decidedOn: dated, evidence: reference }
  await answerApplication(queries, scope, place, { organisationId, takesPart: true, owns: true, ...said, ...decided }, now)
  return organisationId
}
