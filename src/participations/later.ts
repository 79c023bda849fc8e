import { addDays, addMonths, type CivilDate } from '../values/civilDate.ts'
import { StateLater } from './codes.ts'
import type { Participation } from './domain.ts'
import type { ContactFields, State } from './register/contact.ts'
import { WINDOW_DAYS } from './register/followUps.ts'
import { statusIntervals } from './register/status.ts'

/** The months after start and after exit at which the state is kept among the facts. */
export const laterMonths = [6, 12, 24] as const

/** From these shares of full time work and studies are counted in the outcome after start; less is kept apart. */
export const leastWork = 25
export const leastStudy = 50

type Clock = 'Start' | 'Exit'
type LaterName = `stateAfter${Clock}${(typeof laterMonths)[number]}`
/** The state of one person at each point: a position in `StateLater`, or `null` where nothing is known of it. */
export type LaterStates = Record<LaterName, number | null>

/**
 * The states at 6, 12 and 24 months after start and after exit, as far as follow-ups tell them. A state is known up to the latest contact that reached
 * somebody; one that was reached within 45 days before the point stands in for it. A person who had died by then is told as that.
 */
export function laterStates(participation: Participation, contacts: readonly ContactFields[]): LaterStates {
  const known = statusIntervals(participation, contacts)
  const stateAt = (begin: CivilDate | null, months: number): number | null => {
    if (begin === null) return null
    const day = addMonths(begin, months)
    const { exitDate, exitReason } = participation
    if (exitReason === 'deceased' && exitDate !== null && exitDate <= day) return StateLater.index('deceased')
    if (known.knownUntil < addDays(day, -WINDOW_DAYS)) return null
    const state = known.intervals.findLast(({ from }) => from <= day)
    return state ? codeOf(state) : null
  }
  const ofClock = (clock: Clock, begin: CivilDate | null): [string, number | null][] =>
    laterMonths.map((months) => [`stateAfter${clock}${months}`, stateAt(begin, months)])
  return Object.fromEntries([...ofClock('Start', participation.entryDate), ...ofClock('Exit', participation.exitDate)]) as LaterStates
}

function codeOf({ occupation, workExtent, studyExtent, workType }: State): number | null {
  const code = stateOf(workExtent, studyExtent, occupation)
  if (code !== 'work') return code && StateLater.index(code)
  if (workType === null) return StateLater.index('workOfUnknownType')
  return StateLater.index(workType === 'subsidised' ? 'subsidisedWork' : 'ordinaryWork')
}

/** Extents decide where they are known, else the occupation; work before studies where somebody has enough of both. */
function stateOf(work: number | null, study: number | null, occupation: State['occupation']) {
  if ((work ?? 0) >= leastWork) return 'work'
  if ((study ?? 0) >= leastStudy) return 'studies'
  const isUnknown = (extent: number | null, held: readonly State['occupation'][]): boolean => extent === null && held.includes(occupation)
  if (isUnknown(work, ['work', 'workAndStudies']) || isUnknown(study, ['studies', 'workAndStudies'])) return 'unknownExtent'
  if ((work ?? 0) > 0 || (study ?? 0) > 0) return 'lessWorkOrStudies'
  if (occupation === 'jobSeeking') return 'jobSeeking'
  return occupation === 'unknown' ? null : 'neither'
}
