import type { Participation } from '../participations/domain.ts'
import { knownStateOn } from '../participations/knownState.ts'
import type { ContactFields, State } from '../participations/register/contact.ts'
import { addMonths, type CivilDate } from '../values/civilDate.ts'

/** One participation of a person in the intervention, with its follow-ups. */
export interface Taken {
  personId: string
  participation: Participation
  contacts: readonly ContactFields[]
}

/** What somebody does, in the classes of the labour force that the indicators go by; `undefined` where it is not known. */
export interface Standing {
  labour: 'employed' | 'unemployed' | 'inactive'
  studies: boolean
}

/** A person of the intervention as the indicators see one: who began, how it was then, on leaving and six months later. */
export interface EsfParticipant {
  sex: Participation['sex']
  age: number
  education: Participation['education']
  bornAbroad: Participation['bornAbroad']
  atStart: Standing | undefined
  /** Only of who has left by the day. */
  left: { standing: Standing | undefined } | undefined
  /** Only of who has left so long before the day. */
  sixMonthsAfter: { standing: Standing | undefined } | undefined
}

const WORK: readonly string[] = ['work', 'workAndStudies']
const STUDIES: readonly string[] = ['studies', 'workAndStudies']

/** The class of a state. Work of any extent is employment, also beside studies; a student who does not work is inactive (as in the labour force surveys). */
export function standingOf(state: Pick<State, 'occupation' | 'workExtent' | 'studyExtent'>): Standing | undefined {
  const { occupation, workExtent, studyExtent } = state
  const works = WORK.includes(occupation) || (workExtent ?? 0) > 0
  const studies = STUDIES.includes(occupation) || (studyExtent ?? 0) > 0
  if (works) return { labour: 'employed', studies }
  if (occupation === 'unknown' && !studies) return undefined
  return { labour: occupation === 'jobSeeking' ? 'unemployed' : 'inactive', studies }
}

/**
 * Persons who had begun by a day, each once: as it was when the person began the first time, and left the last time. The Commission's guidance counts whoever comes back to an operation
 * once, by the first entry and the last exit: who is still in one participation has not left, though another that began later has ended.
 */
export function participantsBy(taken: readonly Taken[], day: CivilDate): EsfParticipant[] {
  const begun = taken.filter(({ participation }) => participation.entryDate <= day)
  const byPerson = Map.groupBy(begun, ({ personId }) => personId)
  return [...byPerson.values()].map((own) => {
    const ordered = own.toSorted((a, b) => (a.participation.entryDate < b.participation.entryDate ? -1 : 1))
    const last = ordered.reduce((one, other) => (ends(other) < ends(one) ? one : other))
    return participantOf(ordered[0]!.participation, last, day)
  })
}

/** By when a participation ends; one that goes on ends after all others. */
const ends = ({ participation: { exitDate } }: Taken): CivilDate => exitDate ?? '9999-12-31'

function participantOf(first: Participation, { participation: last, contacts }: Taken, day: CivilDate): EsfParticipant {
  const exit = last.exitDate !== null && last.exitDate <= day ? last.exitDate : undefined
  const later = exit && addMonths(exit, 6)
  return {
    sex: first.sex,
    age: Number(first.entryDate.slice(0, 4)) - first.birthYear,
    education: first.education,
    bornAbroad: first.bornAbroad,
    atStart: standingOf({
      ...{ occupation: first.occupationBefore, workExtent: first.workExtentBefore, studyExtent: first.studyExtentBefore },
    }),
    left: exit === undefined ? undefined : { standing: standingAfter(last) },
    sixMonthsAfter: later === undefined || later > day ? undefined : { standing: standingOn(last, contacts, later) },
  }
}

/** Who has died is in no employment, and nobody has to be asked. */
export const deceased: Standing = { labour: 'inactive', studies: false }

function standingAfter({ exitReason, occupationAfter, workExtentAfter, studyExtentAfter }: Participation): Standing | undefined {
  if (exitReason === 'deceased') return deceased
  if (occupationAfter === null) return undefined
  return standingOf({ occupation: occupationAfter, workExtent: workExtentAfter, studyExtent: studyExtentAfter })
}

function standingOn(last: Participation, contacts: readonly ContactFields[], day: CivilDate): Standing | undefined {
  const state = knownStateOn(last, contacts)(day)
  if (state === 'deceased') return deceased
  return state && standingOf(state)
}
