import { registerOutcome } from '../effects/registered/store.ts'
import { findClosedKey } from '../financing/closing/stepStore.ts'
import { recordGrant } from '../financing/grants/store.ts'
import { createIntervention } from '../interventions/store.ts'
import type { Queries } from '../platform/database.ts'
import { breaksRule, Refusal } from '../platform/errors.ts'
import type { Scope } from '../platform/scope.ts'
import { stockholmDate } from '../values/civilDate.ts'
import type { ApplicationPlace } from './applicationBook.ts'
import type { Application, StepFields } from './domain.ts'
import { hasParticipants } from './emptyContent.ts'
import { partiesOf } from './legality.ts'

/** Registers what has been granted and agreed: the intervention, its grant, and what it is to be judged by where it has participants. Gives its id. Throws `Refusal` 422 where the intervention may not be registered. */
export async function startIntervention(
  queries: Queries,
  scope: Scope,
  { associationId, applicationId }: ApplicationPlace,
  { content, members, legality, steps }: Application,
  step: StepFields,
  now: Date,
): Promise<string> {
  const owner = members.find(({ answer }) => answer?.owns)!
  const few = legality.find(({ item }) => item === 'severalParties')!
  const { id } = await createIntervention(queries, scope, associationId, {
    ...{
      name: step.name ?? content.name,
      description: content.aim,
      startDate: content.from!,
      endDate: content.to,
      orientation: content.orientation,
    },
    ...{
      preciseOrientations: [],
      targetGroups: content.targetGroups,
      methods: content.methods,
      fidelityInstrument: '',
      ownerId: owner.organisationId,
      units: '',
      municipalities: [],
    },
    countingMode: hasParticipants(content) ? 'identified' : 'volume',
    ...{ parties: [...partiesOf(members)], fewPartiesReason: few.answer === 'reasoned' ? few.evidence : null, esf: content.esf },
    stage: 'decided',
  }).catch(toldAtStep)
  const { amountOre } = steps.findLast(({ act }) => act === 'grant')!
  await recordGrant(
    queries,
    scope,
    associationId,
    {
      ...{ id: applicationId, interventionId: id, amountOre: amountOre!, from: content.from!, to: content.to! },
      ...(await decisionIn(queries, associationId, steps, step, now)),
    },
    now,
  )
  if (hasParticipants(content))
    await registerOutcome(queries, scope, id, { outcome: content.outcome, months: content.months, reason: '', seen: 0 }, now)
  return id
}

/**
 * The day and the reference of the board's decision, as they stand in the books. A decision of late autumn is often started once its year is closed: then it stands on the day
 * of the start, or today, whichever is the first of an open year, and the reference tells the board's day.
 */
async function decisionIn(
  queries: Queries,
  associationId: string,
  steps: Application['steps'],
  start: StepFields,
  now: Date,
): Promise<{ dated: string; reference: string }> {
  const granted = steps.findLast(({ act }) => act === 'grant')!
  const agreed = steps.findLast(({ act }) => act === 'agree')!
  const reference = granted.reference || agreed.reference || start.reference || start.dated
  for (const dated of [granted.dated, start.dated, stockholmDate(now)])
    if ((await findClosedKey(queries, associationId, Number(dated.slice(0, 4)))) === undefined)
      return { dated, reference: dated === granted.dated ? reference : `${reference}, ${granted.dated}` }
  return { dated: granted.dated, reference }
}

/**
 * The name can be given anew in the step, and its fault stands there. The rest was decided with the application and cannot be changed by now, as when a member has left
 * since: the step says what to do, and then what was wrong.
 */
function toldAtStep(thrown: unknown): never {
  if (!(thrown instanceof Refusal) || thrown.faults.every(({ where }) => where === 'body.name')) throw thrown
  const { key, args, faults } = thrown
  throw breaksRule(key, args, [{ where: 'body.act', key: 'applications.registerByHand' }, ...faults])
}
