import { addDays, type CivilDate } from '../values/civilDate.ts'
import type { Participation } from './domain.ts'
import { reachedInOrder, type ContactFields, type State } from './register/contact.ts'
import { WINDOW_DAYS } from './register/followUps.ts'
import { statusIntervals } from './register/status.ts'

/** A stretch of days on which the state is known, the first and the last included. */
interface Span {
  from: CivilDate
  to: CivilDate
}

/**
 * What is known of somebody's state on a day, `undefined` where nothing is. A follow-up that reached somebody asks from which day something changed since what was known last, so it tells every
 * day back to that; a follow-up, or an exit, up to 45 days before a day stands in for it. Start and exit tell their own day: nobody was asked what happened between them.
 */
export function knownStateOn(
  participation: Participation,
  contacts: readonly ContactFields[],
): (day: CivilDate) => State | 'deceased' | undefined {
  const { intervals } = statusIntervals(participation, contacts)
  const spans = knownSpans(participation, contacts)
  const { exitDate, exitReason } = participation
  return (day) => {
    if (exitReason === 'deceased' && exitDate !== null && exitDate <= day) return 'deceased'
    if (!spans.some(({ from, to }) => from <= day && day <= to)) return undefined
    return intervals.findLast(({ from }) => from <= day)
  }
}

function knownSpans({ entryDate, exitDate, occupationAfter }: Participation, contacts: readonly ContactFields[]): Span[] {
  const spans: Span[] = [{ from: entryDate, to: entryDate }]
  const exit = occupationAfter === null ? null : exitDate
  if (exit !== null) spans.push({ from: exit, to: addDays(exit, WINDOW_DAYS) })
  let last = entryDate
  for (const { date, changes } of reachedInOrder(contacts)) {
    if (exit !== null && exit <= date && exit > last) last = exit
    // What is told of a day before what was known last is told all the same.
    const from = [last, ...changes.map((change) => change.from)].reduce((earliest, day) => (day < earliest ? day : earliest))
    spans.push({ from, to: addDays(date, WINDOW_DAYS) })
    last = date
  }
  return spans
}
