import type { ParticipationField } from '../domain.ts'
import type { ContactFields } from '../register/contact.ts'

/** What a consent text says is recorded, one line each. */
export type TextGroup =
  | 'period'
  | 'background'
  | 'bornAbroad'
  | 'education'
  | 'work'
  | 'support'
  | 'targetGroups'
  | 'referrer'
  | 'ownAnswers'
  | 'ground'
  | 'followUps'

/** The line of the texts that speaks of each field of a participation. A new field does not compile until it has one. */
export const groupOfField: Record<ParticipationField, TextGroup> = {
  entryDate: 'period',
  exitDate: 'period',
  exitReason: 'period',
  sex: 'background',
  birthYear: 'background',
  municipality: 'background',
  ageReason: 'background',
  bornAbroad: 'bornAbroad',
  education: 'education',
  occupationBefore: 'work',
  workExtentBefore: 'work',
  studyExtentBefore: 'work',
  occupationAfter: 'work',
  workExtentAfter: 'work',
  studyExtentAfter: 'work',
  workType: 'work',
  timeSinceWork: 'work',
  supportBefore: 'support',
  supportAfter: 'support',
  timeOnSupport: 'support',
  targetGroups: 'targetGroups',
  referredBy: 'referrer',
  socialContactsBefore: 'ownAnswers',
  ownAbilityBefore: 'ownAnswers',
  workBeliefBefore: 'ownAnswers',
  socialContactsAfter: 'ownAnswers',
  ownAbilityAfter: 'ownAnswers',
  workBeliefAfter: 'ownAnswers',
  ground: 'ground',
  groundDate: 'ground',
}

/** The same for the fields of a follow-up. */
export const groupOfContactField: Record<keyof ContactFields, TextGroup> = {
  date: 'followUps',
  reached: 'followUps',
  source: 'followUps',
  changes: 'followUps',
  socialContacts: 'ownAnswers',
  ownAbility: 'ownAnswers',
  workBelief: 'ownAnswers',
}
