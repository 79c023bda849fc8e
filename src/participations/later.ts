import { addMonths, type CivilDate } from '../values/civilDate.ts'
import { StateLater } from './codes.ts'
import type { Participation } from './domain.ts'
import { knownStateOn } from './knownState.ts'
import type { ContactFields, State } from './register/contact.ts'

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
 * The states at 6, 12 and 24 months after start and after exit, as far as follow-ups tell them (`knownState.ts`). A person who had died by then is told as that.
 */
export function laterStates(participation: Participation, contacts: readonly ContactFields[]): LaterStates {
  const stateOn = knownStateOn(participation, contacts)
  const stateAt = (begin: CivilDate | null, months: number): number | null => {
    const state = begin === null ? undefined : stateOn(addMonths(begin, months))
    if (state === 'deceased') return StateLater.index('deceased')
    return state ? codeOf(state) : null
  }
  const ofClock = (clock: Clock, begin: CivilDate | null): [string, number | null][] =>
    laterMonths.map((months) => [`stateAfter${clock}${months}`, stateAt(begin, months)])
  return Object.fromEntries([...ofClock('Start', participation.entryDate), ...ofClock('Exit', participation.exitDate)]) as LaterStates
}

function codeOf(state: State): number | null {
  const code = stateOf(state)
  return code && StateLater.index(code)
}

/** What somebody does. Extents decide where they are known, else the occupation; work before studies where somebody has enough of both; `null` where nothing is known. */
export function stateOf({ workExtent: work, studyExtent: study, occupation, workType }: State) {
  if ((work ?? 0) >= leastWork) return kindOfWork(workType)
  if ((study ?? 0) >= leastStudy) return 'studies'
  const isUnknown = (extent: number | null, held: readonly State['occupation'][]): boolean => extent === null && held.includes(occupation)
  if (isUnknown(work, ['work', 'workAndStudies']) || isUnknown(study, ['studies', 'workAndStudies'])) return 'unknownExtent'
  if ((work ?? 0) > 0 || (study ?? 0) > 0) return 'lessWorkOrStudies'
  if (occupation === 'jobSeeking') return 'jobSeeking'
  return occupation === 'unknown' ? null : 'neither'
}

function kindOfWork(workType: State['workType']) {
  if (workType === null) return 'workOfUnknownType'
  return workType === 'subsidised' ? 'subsidisedWork' : 'ordinaryWork'
}
