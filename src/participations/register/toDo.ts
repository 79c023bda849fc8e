import { addDays, addMonths, type CivilDate } from '../../values/civilDate.ts'
import type { Participation, ParticipationField } from '../domain.ts'
import type { ContactFields } from './contact.ts'
import { followUpPlan, type FollowUp } from './followUps.ts'

/** What remains to be done with a participation. */
export type ToDo =
  | { kind: 'ground'; by: CivilDate }
  | { kind: 'exit'; by: CivilDate }
  | { kind: 'complete'; by: CivilDate; fields: ParticipationField[] }
  | { kind: 'followUp'; by: CivilDate; followUp: FollowUp }

/** A registration without a ground is a draft, and is removed after this many days. */
export const DRAFT_DAYS = 30
/** What is not needed on the first day is to be there after this many. */
export const COMPLETE_DAYS = 14
/** An exit is asked for when a participation has run for so long. */
export const LONG_MONTHS = 24

/** What an ended participation lacks is asked for so long: later nobody is there to answer. */
export const ASKED_MONTHS = 12

const laterFields = ['education', 'timeOnSupport', 'referredBy', 'targetGroups'] as const satisfies readonly ParticipationField[]

const exitFields = ['exitReason', 'occupationAfter', 'supportAfter'] as const satisfies readonly ParticipationField[]

/** The fields that tell what remains to be done. */
export const toDoFields = ['entryDate', 'exitDate', 'exitReason', 'ground', ...laterFields, 'occupationAfter', 'supportAfter'] as const
export type ToDoSource = Pick<Participation, (typeof toDoFields)[number]>

/** The fields that are still to be filled in, though not needed on the first day; those of the exit once there is one. */
export function missingFields(participation: ToDoSource): ParticipationField[] {
  const asked: readonly (keyof ToDoSource & ParticipationField)[] =
    participation.exitDate === null ? laterFields : [...laterFields, ...exitFields]
  return asked.filter((field) => {
    const value = participation[field]
    return value === null || (typeof value === 'object' && Object.keys(value).length === 0)
  })
}

/**
 * What remains to be done with a participation today, most urgent first.
 * @param intervention its last day, `null` when none is set, and the follow-ups after exit that are switched off in it
 * @param today the civil date in Sweden
 */
export function toDoOf(
  participation: ToDoSource,
  contacts: readonly ContactFields[],
  intervention: { endDate: CivilDate | null; off: readonly number[] },
  today: CivilDate,
): ToDo[] {
  if (participation.exitReason === 'felregistrering') return []
  const { entryDate, exitDate } = participation
  const found: ToDo[] = []
  if (participation.ground === 'none') found.push({ kind: 'ground', by: addDays(entryDate, DRAFT_DAYS) })
  if (exitDate === null) {
    const long = addMonths(entryDate, LONG_MONTHS)
    const { endDate } = intervention
    const by = endDate !== null && endDate < long ? endDate : long
    if (by < today) found.push({ kind: 'exit', by })
  }
  const isOld = exitDate !== null && exitDate < addMonths(today, -ASKED_MONTHS)
  const fields = isOld ? [] : missingFields(participation)
  if (fields.length > 0) found.push({ kind: 'complete', by: addDays(exitDate ?? entryDate, COMPLETE_DAYS), fields })
  for (const followUp of followUpPlan(participation, contacts, today, intervention.off)) {
    if (followUp.state === 'open') found.push({ kind: 'followUp', by: followUp.until, followUp })
  }
  return found.sort((a, b) => (a.by < b.by ? -1 : 1))
}
