import { dayNumber, type CivilDate } from '../values/civilDate.ts'
import { OwnView } from './codes.ts'
import type { Participation } from './domain.ts'
import { ownViewNames, type OwnViewItem, type OwnViews } from './ownViews.ts'
import { reachedInOrder, type ContactFields } from './register/contact.ts'
import { WINDOW_DAYS } from './register/followUps.ts'

/** The scale goes from 1 to so many steps; what somebody would rather not say is on no step. */
export const lastStep = 5
/** Of every question five bits for the first and the last answer together, and above them five for the pace. */
const bitsEach = 5
const mask = 2 ** bitsEach - 1

/** A pace is told in halves of a step a year, at most so many of them up or down: no answers on up to four days make more. */
export const mostHalves = 11
/** Answers that lie closer tell the day more than the way it goes. A follow-up after twelve months counts from so many days on. */
const leastDays = 365 - WINDOW_DAYS
const leastAnswers = 3

/** The first and the last step that somebody answered to a question on different days; 0 for both where there are no two. */
export interface FirstAndLast {
  first: number
  last: number
}

/**
 * The first and the last answer to each of the own questions, at the start, at follow-ups or at the exit, and how fast they changed: `ownViews` of a fact. 0 where nobody answered twice, or on three days.
 */
export function viewSteps(participation: Participation, contacts: readonly ContactFields[]): { ownViews: number } {
  const ownViews = ownViewNames.reduce((bits, item) => {
    const answers = answersTo(participation, contacts, item)
    return bits | viewBits(item, firstAndLast(answers), paceOf(answers))
  }, 0)
  return { ownViews }
}

/** The part of `ownViews` that is of one question. */
export function viewBits(item: OwnViewItem, { first, last }: FirstAndLast, halves: number | undefined): number {
  const { ofSteps, ofPace } = shiftsOf(item)
  const steps = first === 0 ? 0 : (first - 1) * lastStep + last
  const pace = halves === undefined ? 0 : halves + mostHalves + 1
  return (steps << ofSteps) | (pace << ofPace)
}

/** What a fact holds of a question. */
export function stepsAt(ownViews: number, item: OwnViewItem): FirstAndLast {
  const code = (ownViews >>> shiftsOf(item).ofSteps) & mask
  return code === 0 ? { first: 0, last: 0 } : { first: Math.ceil(code / lastStep), last: ((code - 1) % lastStep) + 1 }
}

/** How fast the answers changed, in halves of a step a year; `undefined` where nobody answered on three days far enough apart. */
export function halvesPerYearAt(ownViews: number, item: OwnViewItem): number | undefined {
  const code = (ownViews >>> shiftsOf(item).ofPace) & mask
  return code === 0 ? undefined : code - mostHalves - 1
}

function shiftsOf(item: OwnViewItem): { ofSteps: number; ofPace: number } {
  const at = ownViewNames.indexOf(item)
  return { ofSteps: at * bitsEach, ofPace: (ownViewNames.length + at) * bitsEach }
}

interface Answer {
  date: CivilDate
  step: number
}

/** What somebody answered to a question, in the order of time; of one day what was answered last. */
function answersTo(participation: Participation, contacts: readonly ContactFields[], item: OwnViewItem): Answer[] {
  const { entryDate, exitDate } = participation
  const steps = new Map<CivilDate, number>()
  const add = (date: CivilDate | null, answer: OwnViews[OwnViewItem]): void => {
    if (date && answer && answer !== 'declined') steps.set(date, OwnView.index(answer) + 1)
  }
  add(entryDate, participation[`${item}Before`])
  add(exitDate, participation[`${item}After`])
  for (const contact of reachedInOrder(contacts)) add(contact.date, contact[item])
  return [...steps].map(([date, step]) => ({ date, step })).sort((a, b) => (a.date < b.date ? -1 : 1))
}

function firstAndLast(answers: readonly Answer[]): FirstAndLast {
  const [first, last] = [answers[0], answers.at(-1)]
  return first && last && first.date < last.date ? { first: first.step, last: last.step } : { first: 0, last: 0 }
}

/**
 * The person's own slope: the line of least squares through answers on three days or more, at least 320 days from the first to the last, to the nearest half of a step a year. One step in three
 * months would be four a year, and mostly chance. J. N. S. Matthews et al., BMJ
 * 300 (1990) 230–235: one summary for each person, and then persons are compared.
 */
function paceOf(answers: readonly Answer[]): number | undefined {
  const days = answers.map(({ date }) => dayNumber(date))
  if (new Set(days).size < leastAnswers || days.at(-1)! - days[0]! < leastDays) return undefined
  const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length
  const [day, step] = [mean(days), mean(answers.map((one) => one.step))]
  const spread = days.reduce((sum, one) => sum + (one - day) ** 2, 0)
  const together = answers.reduce((sum, one, at) => sum + (days[at]! - day) * (one.step - step), 0)
  return Math.min(mostHalves, Math.max(-mostHalves, Math.round((together / spread) * daysInYear * 2)))
}
const daysInYear = 365.25
