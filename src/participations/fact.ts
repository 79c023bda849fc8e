import type { CodeList } from '../values/codeList.ts'
import { daysBetween } from '../values/civilDate.ts'
import { monthNumber } from '../values/month.ts'
import { TargetGroup } from '../interventions/codes.ts'
import { Education, ExitReason, Occupation, ReferredBy, Sex, TimeOnSupport, TimeSinceWork, WorkType, YesNoUnknown } from './codes.ts'
import { ageAtEntry } from './domain.ts'
import type { Participation } from './domain.ts'
import { snakeCase } from './columns.ts'
import type { FactRow } from './factColumns.ts'
import { laterStates } from './later.ts'
import { bits, mainSupport, supportBits } from './mainSupport.ts'
import { monthStates } from './monthStates.ts'
import type { ContactFields } from './register/contact.ts'
import { viewSteps } from './viewSteps.ts'

/** The part of a fact that follows from the participation alone; place and person are added by whoever stores it. */
export type ParticipationFact = Omit<
  FactRow,
  'controller' | 'association' | 'intervention' | 'municipality' | 'personIndex' | 'recordKey' | 'personKey'
>

/**
 * The fact of a participation: small integers only, no date finer than the month, no identity.
 * Codes become positions in their code lists, sets become bits by position, `null` stays `null`.
 * @param contacts its follow-ups in the order in which they were recorded, which tell the states at points and month by month, and own answers
 */
export function factOf(participation: Participation, contacts: readonly ContactFields[] = []): ParticipationFact {
  const { entryDate, exitDate } = participation
  return {
    sex: Sex.index(participation.sex),
    ageAtEntry: Math.min(Math.max(ageAtEntry(participation), 0), 254),
    education: position(Education, participation.education),
    timeOnSupport: position(TimeOnSupport, participation.timeOnSupport),
    occupationBefore: Occupation.index(participation.occupationBefore),
    occupationAfter: position(Occupation, participation.occupationAfter),
    workBefore: participation.workExtentBefore,
    workAfter: participation.workExtentAfter,
    studyBefore: participation.studyExtentBefore,
    studyAfter: participation.studyExtentAfter,
    supportBefore: supportBits(participation.supportBefore),
    supportAfter: participation.supportAfter && supportBits(participation.supportAfter),
    mainSupportBefore: mainSupport(participation.supportBefore),
    mainSupportAfter: participation.supportAfter && mainSupport(participation.supportAfter),
    targetGroups: bits(participation.targetGroups.map((group) => TargetGroup.index(group))),
    referredBy: position(ReferredBy, participation.referredBy),
    exitReason: position(ExitReason, participation.exitReason),
    workType: position(WorkType, participation.workType),
    bornAbroad: position(YesNoUnknown, participation.bornAbroad),
    timeSinceWork: position(TimeSinceWork, participation.timeSinceWork),
    entryMonth: monthNumber(entryDate),
    exitMonth: exitDate && monthNumber(exitDate),
    daysToExit: exitDate && daysBetween(entryDate, exitDate),
    ...laterStates(participation, contacts),
    ...monthStates(participation, contacts),
    ...viewSteps(participation, contacts),
  } as ParticipationFact
}

function position<C extends string>(list: CodeList<C>, code: C | null): number | null {
  return code === null ? null : list.index(code)
}

/** Where a participation stands: whose record it is, about which person, under which association and intervention. */
export interface Place {
  controller_id: string
  person_id: string
  association_id: string
  intervention_id: string
}

/** Whether a participation is in any figure: a draft is not, nor what was registered in error. */
const isCounted = (one: Participation): boolean => one.ground !== 'none' && one.exitReason !== 'felregistrering'

/** The fact rows of a participation with its follow-ups at its place: one, or none when it is in no figure. */
export function factRows(
  id: string,
  place: Place,
  participation: Participation,
  contacts: readonly ContactFields[] = [],
): Record<string, unknown>[] {
  if (!isCounted(participation)) return []
  const { controller_id, person_id, association_id, intervention_id } = place
  const integers = Object.entries(factOf(participation, contacts)).map(([name, value]) => [snakeCase(name), value])
  const where = { controller_id, person_id, association_id, intervention_id, municipality: participation.municipality }
  return [{ participation_id: id, ...where, ...Object.fromEntries(integers) }]
}
