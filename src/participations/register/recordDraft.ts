import type { CivilDate } from '../../values/civilDate.ts'
import { Participation, type ParticipationField } from '../domain.ts'
import { checkEntry, type EntryFinding } from './entryRules.ts'

type Unanswered =
  'sex' | 'birthYear' | 'occupationBefore' | 'workExtentBefore' | 'studyExtentBefore' | 'workExtentAfter' | 'studyExtentAfter'

/** A participation as it is typed: what has no answer yet is empty. */
export type RecordDraft = Omit<Participation, Unanswered> & { [F in Unanswered]: Participation[F] | '' }

/** What is filled in before anybody has typed: today, the municipality of those who register, and their ground. */
export function emptyRecord(today: CivilDate, given: { municipality: string | null; ground: Participation['ground'] }): RecordDraft {
  return {
    entryDate: today,
    municipality: given.municipality,
    sex: '',
    birthYear: '',
    ageReason: null,
    bornAbroad: null,
    timeSinceWork: null,
    education: null,
    timeOnSupport: null,
    occupationBefore: '',
    workExtentBefore: null,
    studyExtentBefore: null,
    supportBefore: {},
    targetGroups: [],
    referredBy: null,
    socialContactsBefore: null,
    ownAbilityBefore: null,
    workBeliefBefore: null,
    ground: given.ground,
    groundDate: today,
    exitDate: null,
    exitReason: null,
    occupationAfter: null,
    workExtentAfter: null,
    studyExtentAfter: null,
    workType: null,
    supportAfter: null,
    socialContactsAfter: null,
    ownAbilityAfter: null,
    workBeliefAfter: null,
  }
}

/** The participation that a draft says, as far as its shape goes; `undefined` while something needed has no answer. */
export function participationOf(draft: RecordDraft): Participation | undefined {
  const values = Object.fromEntries(Object.entries(draft).map(([field, value]) => [field, value === '' && isExtent(field) ? null : value]))
  const parsed = Participation.safeParse(tidied(values as RecordDraft))
  return parsed.success ? parsed.data : undefined
}

const isExtent = (field: string): boolean => field.includes('Extent')

/** What hangs on an answer goes with it: no date of a ground that is missing, nothing after without an exit. */
function tidied(draft: RecordDraft): RecordDraft {
  const ground = draft.ground === 'none' ? { groundDate: null } : {}
  return { ...draft, ...ground, ...(draft.exitDate === null ? withoutExit : {}) }
}

const withoutExit = {
  ...{ exitReason: null, occupationAfter: null, workExtentAfter: null, studyExtentAfter: null, workType: null, supportAfter: null },
  ...{ socialContactsAfter: null, ownAbilityAfter: null, workBeliefAfter: null },
}

const needed: readonly ParticipationField[] = ['entryDate', 'sex', 'birthYear', 'municipality', 'occupationBefore', 'supportBefore']
const isEmpty = (value: unknown): boolean => typeof value === 'object' && value !== null && Object.keys(value).length === 0

/** What stops a draft and what is pointed out, by field. The same rules as the server's. */
export function draftFindings(draft: RecordDraft, today: CivilDate): EntryFinding[] {
  const participation = participationOf(draft)
  if (participation) return checkEntry(participation, today)
  const missing = needed.filter((field) => draft[field] === '' || draft[field] === null || isEmpty(draft[field]))
  const shape = Participation.safeParse(tidied(draft)).error?.issues ?? []
  const wrong = shape.map((issue) => issue.path[0] as ParticipationField).filter((field) => !missing.includes(field) && !isExtent(field))
  return [
    ...missing.map((field) => ({ field, severity: 'error' as const, key: 'register.required', args: {} })),
    ...[...new Set(wrong)].map((field) => ({ field, severity: 'error' as const, key: 'error.field', args: {} })),
  ]
}
