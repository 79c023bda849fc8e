import type { CivilDate } from '../values/civilDate.ts'
import { OwnView } from './codes.ts'
import type { Participation } from './domain.ts'
import { ownViewNames, type OwnViewItem, type OwnViews } from './ownViews.ts'
import type { ContactFields } from './register/contact.ts'

/** The scale goes from 1 to so many steps; what somebody would rather not say is on no step. */
export const lastStep = 5
const bitsPerStep = 3

/** The first and the last step that somebody answered to a question on different days; 0 for both where there are no two. */
export interface FirstAndLast {
  first: number
  last: number
}

/**
 * The first and the last answer to each of the own questions, at the start, at follow-ups or at the exit, three bits each: `ownViews` of a fact. 0 where nobody
 * answered twice.
 */
export function viewSteps(participation: Participation, contacts: readonly ContactFields[]): { ownViews: number } {
  const ownViews = ownViewNames.reduce((bits, item) => {
    const { first, last } = firstAndLast(participation, contacts, item)
    const { ofFirst, ofLast } = shiftsOf(item)
    return bits | (first << ofFirst) | (last << ofLast)
  }, 0)
  return { ownViews }
}

/** What a fact holds of a question. */
export function stepsAt(ownViews: number, item: OwnViewItem): FirstAndLast {
  const { ofFirst, ofLast } = shiftsOf(item)
  return { first: (ownViews >>> ofFirst) & 7, last: (ownViews >>> ofLast) & 7 }
}

function shiftsOf(item: OwnViewItem): { ofFirst: number; ofLast: number } {
  const ofFirst = ownViewNames.indexOf(item) * 2 * bitsPerStep
  return { ofFirst, ofLast: ofFirst + bitsPerStep }
}

function firstAndLast(participation: Participation, contacts: readonly ContactFields[], item: OwnViewItem): FirstAndLast {
  const { entryDate, exitDate } = participation
  const answers: { date: CivilDate; step: number }[] = []
  const add = (date: CivilDate | null, answer: OwnViews[OwnViewItem]): void => {
    if (date && answer && answer !== 'declined') answers.push({ date, step: OwnView.index(answer) + 1 })
  }
  add(entryDate, participation[`${item}Before`])
  add(exitDate, participation[`${item}After`])
  for (const contact of contacts) if (contact.reached) add(contact.date, contact[item])
  answers.sort((a, b) => (a.date < b.date ? -1 : 1))
  const [first, last] = [answers[0], answers.at(-1)]
  return first && last && first.date < last.date ? { first: first.step, last: last.step } : { first: 0, last: 0 }
}
