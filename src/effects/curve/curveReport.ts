import { symmetric, type Estimate } from '../../probability/interval.ts'
import { aalenJohansen, atRiskAt, valueAt, type Incidence, type StepCurve } from './aalenJohansen.ts'
import { riskTable, type Durations } from './durations.ts'
import { areaUnder, bootstrapMeanTimes, lastTime, restrictedMeanSe } from './restrictedMean.ts'

/** A curve at a time: the share, its standard error, its 95 % interval (none at 0 and 1) and how many were still at risk. */
export interface CurvePoint {
  time: number
  estimate: number
  se: number
  lower: number | null
  upper: number | null
  atRisk: number
}

/** Mean time in a state up to `tau`; `se` is null for several causes unless it was resampled. */
export interface MeanTime {
  tau: number
  estimate: number
  se: number | null
}

export interface CauseReport {
  cause: number
  events: number
  at: CurvePoint[]
  restrictedMeanTime: MeanTime
}

export interface GroupReport {
  group: string | null
  n: number
  censored: number
  neverAtRisk: number
  causes: CauseReport[]
  eventFree: Omit<CauseReport, 'cause' | 'events'>
}

/** How much more often a cause has happened in the first of two groups at a time. */
export interface GroupDifference extends Estimate {
  cause: number
  time: number
}

/** F₁ − F₂ at each time that is told of both, with √(se₁² + se₂²), the first group less the second. */
export function groupDifferences(first: GroupReport, second: GroupReport): GroupDifference[] {
  return first.causes.flatMap(({ cause, at }) => {
    const other = second.causes.find((one) => one.cause === cause)
    return at.flatMap(({ time, estimate, se }) => {
      const there = other?.at.find((one) => one.time === time)
      return there ? [{ cause, time, ...symmetric(estimate - there.estimate, Math.hypot(se, there.se)) }] : []
    })
  })
}

export interface CurveQuestion {
  /** Times to tell; absent: every time at which something happened in the group. */
  at?: readonly number[] | undefined
  /** Causes to tell; those that happened to nobody are curves along nought. */
  causes: readonly number[]
  /** Where mean times end; absent: at the last time asked for, or the last at which anybody was seen. */
  tau?: number | undefined
  /** Resample persons for the errors of mean times. */
  bootstrap?: { resamples: number; seed: number } | undefined
}

/** What the curves of one group say: Aalen–Johansen per cause, Kaplan–Meier of being free of all, at risk, mean times. */
export function groupReport(
  durations: Durations,
  { group, only }: { group: string | null; only?: ArrayLike<number> },
  question: CurveQuestion,
): GroupReport {
  const incidence = aalenJohansen(riskTable(durations, only))
  const { table } = incidence
  const tau = question.tau ?? question.at?.at(-1) ?? lastTime(table)
  const events = table.events.map((column) => column.reduce((sum, one) => sum + one, 0))
  const times = question.at ?? [...table.times].filter((_, at) => table.events.some((column) => column[at]! > 0))
  const points = (curve: StepCurve): CurvePoint[] => times.map((time) => ({ time, ...valueAt(curve, time), atRisk: atRiskAt(table, time) }))
  const causes = [...question.causes]
  const resampled = question.bootstrap && bootstrapMeanTimes(durations, { ...question.bootstrap, tau, causes, ...(only && { only }) })
  return {
    group,
    n: table.n,
    censored: table.n - table.neverAtRisk - events.reduce((sum, one) => sum + one, 0),
    neverAtRisk: table.neverAtRisk,
    causes: causes.map((cause, k) => {
      const curve = incidence.causes.find((one) => one.cause === cause)?.curve ?? flat(incidence)
      const se = resampled?.causes[k] ?? (table.causes.length === 1 && table.causes[0] === cause ? restrictedMeanSe(incidence, tau) : null)
      const happened = events[table.causes.indexOf(cause)] ?? 0
      return { cause, events: happened, at: points(curve), restrictedMeanTime: { tau, estimate: areaUnder(curve, tau), se } }
    }),
    eventFree: {
      at: points(incidence.eventFree),
      restrictedMeanTime: {
        ...{ tau, estimate: areaUnder(incidence.eventFree, tau) },
        se: resampled?.eventFree ?? restrictedMeanSe(incidence, tau),
      },
    },
  }
}

const flat = ({ table: { times } }: Incidence): StepCurve => ({
  ...{ times, value: new Float64Array(times.length), variance: new Float64Array(times.length), before: 0 },
})
