import { z } from 'zod'
import type { Stage } from '../interventions/codes.ts'
import type { CivilDate } from '../values/civilDate.ts'
import { isTakenOver, type Runs, type Verdict } from './codes.ts'

/** The steps of an intervention from idea to ordinary operations, each with what shows that it was reached. */
export const funnelSteps = ['idea', 'decided', 'run', 'evaluated', 'adopted', 'running'] as const
export type FunnelStep = (typeof funnelSteps)[number]

const count = z.int()
/**
 * How many interventions have come how far. Interventions are counted, never persons, so nothing is hidden. `adopted` does not presuppose `evaluated`: what was taken
 * over without an evaluation is told apart, since that is worth knowing.
 */
export const Funnel = z
  .object({
    /** Registered, and applications that never became an intervention. */
    idea: count,
    /** Decided, granted money, or further. */
    decided: count,
    /** Has run. */
    run: count,
    /** Has a frozen report of its outcome, or a grant that is closed with its final report. */
    evaluated: count,
    /** Some decision says that a member takes it over, in whole or in part. */
    adopted: count,
    /** Of those, what still runs by the latest check. */
    running: count,
    /** Of those taken over: in part; without an evaluation; not yet checked; ceased, or decided otherwise since. */
    partly: count,
    adoptedUnevaluated: count,
    unchecked: count,
    stopped: count,
    /** The last decision is to end, and nobody ever took it over. */
    ended: count,
    /** The last decision is to go on trying, to a day that has not passed. */
    prolonged: count,
    /** Has ended, or was prolonged to a day that has passed, and nobody has decided what becomes of it. */
    undecided: count,
  })
  .meta({ id: 'AdoptionFunnel' })
export type Funnel = z.infer<typeof Funnel>

/** A decision as the funnel sees it. */
export interface FunnelDecision {
  associationId: string
  verdict: Verdict
  decidedOn: CivilDate
  recordedAt: string
  /** The last day of what is prolonged. */
  to: CivilDate | null
  checks: readonly { months: number; runs: Runs | null }[]
}

/** What the funnel knows of an intervention. */
export interface FunnelIntervention {
  id: string
  stage: (typeof Stage.codes)[number]['code']
  startDate: CivilDate
  endDate: CivilDate | null
  isGranted: boolean
  isEvaluated: boolean
  decisions: readonly FunnelDecision[]
}

/** Applications that never became an intervention: how many are ideas at least, and how many of them were decided. */
export interface ApplicationCount {
  ideas: number
  decided: number
}

/** Which counts an intervention is in. */
export type Reached = Record<keyof Funnel, boolean>

/** Of each association the decision that holds: dated last, and of one date written last. */
function latestOf(decisions: readonly FunnelDecision[]): FunnelDecision[] {
  const isLater = (a: FunnelDecision, b: FunnelDecision): boolean =>
    a.decidedOn > b.decidedOn || (a.decidedOn === b.decidedOn && a.recordedAt > b.recordedAt)
  return [...Map.groupBy(decisions, ({ associationId }) => associationId).values()].map((own) =>
    own.reduce((last, one) => (isLater(one, last) ? one : last)),
  )
}

const isTaken = ({ verdict }: { verdict: Verdict }): boolean => isTakenOver(verdict)

/**
 * How far an intervention has come. Of several associations that share it, what one has decided is so for all: the intervention is one.
 * @param today civil date in Sweden
 */
export function reachedBy(one: FunnelIntervention, today: CivilDate): Reached {
  const { stage, decisions, isEvaluated, isGranted } = one
  const latest = latestOf(decisions)
  const [taken, current] = [decisions.filter(isTaken), latest.filter(isTaken)]
  const checked = current.map(({ checks }) => lastAnswer(checks))
  const adopted = taken.length > 0
  const hasRun = ['running', 'evaluated', 'adopted'].includes(stage) || (stage === 'ended' && one.startDate <= today)
  const run = hasRun || isEvaluated || decisions.length > 0
  const running = checked.some((answer) => answer === 'yes' || answer === 'partly')
  const unchecked = adopted && !running && checked.some((answer) => answer === undefined)
  const isOver = (one.endDate !== null && one.endDate < today) || ['ended', 'adopted'].includes(stage)
  const isProlonged = !adopted && latest.length > 0 && latest.every(({ verdict }) => verdict === 'prolong')
  const hasLapsed = isProlonged && latest.every(({ to }) => to !== null && to < today)
  return {
    ...{ idea: true, decided: run || isGranted || stage === 'decided' || stage === 'ended', run, evaluated: isEvaluated, adopted, running },
    partly: adopted && !taken.some(({ verdict }) => verdict === 'adopt'),
    adoptedUnevaluated: adopted && !isEvaluated,
    ...{ unchecked, stopped: adopted && !running && !unchecked },
    ended: !adopted && latest.some(({ verdict }) => verdict === 'end'),
    prolonged: isProlonged && !hasLapsed,
    undecided: (isOver && decisions.length === 0) || (hasLapsed && (isOver || one.endDate === null)),
  }
}

/** By the latest check; `undefined` before the first. */
function lastAnswer(checks: FunnelDecision['checks']): Runs | undefined {
  const made = checks.filter(({ runs }) => runs !== null)
  return made.toSorted((a, b) => b.months - a.months)[0]?.runs ?? undefined
}

/**
 * The funnel of some interventions, each counted once.
 * @param applications of the same place that never became an intervention; none where they are not known
 */
export function funnelOf(
  interventions: readonly FunnelIntervention[],
  today: CivilDate,
  applications: ApplicationCount = { ideas: 0, decided: 0 },
): Funnel {
  const reached = interventions.map((one) => reachedBy(one, today))
  const counted = Object.keys(Funnel.shape).map((key) => [key, reached.filter((one) => one[key as keyof Funnel]).length])
  const funnel = Object.fromEntries(counted) as Funnel
  return { ...funnel, idea: funnel.idea + applications.ideas, decided: funnel.decided + applications.decided }
}
