import { addDays, addMonths, daysBetween, type CivilDate } from '../../values/civilDate.ts'
import type { Participation } from '../domain.ts'
import type { ContactFields } from './contact.ts'

/** A follow-up is due at so many months after entry (effects) or after exit (whether it lasts). */
export interface Point {
  clock: 'entry' | 'exit'
  months: number
}

/** Points of the two clocks. Settled by the project: 6, 12, 24 months after entry; 3, 6, 12, 24 after exit. */
export const followUpPoints: readonly Point[] = [
  ...[6, 12, 24].map((months) => ({ clock: 'entry' as const, months })),
  ...[3, 6, 12, 24].map((months) => ({ clock: 'exit' as const, months })),
]

/** Whether a point is asked for; `off` are the months after exit that are switched off in the intervention. */
const isAsked = ({ clock, months }: Point, off: readonly number[]): boolean => clock === 'entry' || !off.includes(months)

/** The last planned contact of a clock lies so many months after entry or exit. */
export function lastPoint(of: Point['clock'], off: readonly number[] = []): number {
  return Math.max(...followUpPoints.filter((point) => point.clock === of && isAsked(point, off)).map(({ months }) => months))
}

/** A contact within this many days of a point answers it; points so close to each other share one contact. */
export const WINDOW_DAYS = 45

/** One contact to make, or made: the points it answers, the day it is due, and the days within which it counts. */
export interface FollowUp {
  points: Point[]
  due: CivilDate
  from: CivilDate
  until: CivilDate
  state: 'coming' | 'open' | 'missed' | 'done'
  /** Attempts within the window that reached nobody. */
  tries: number
}

type Dates = Pick<Participation, 'entryDate' | 'exitDate' | 'exitReason'>

/**
 * The follow-ups of a participation, earliest first. None when the person has died or the participation was registered in error.
 * @param contacts follow-ups made; only those that reached somebody answer a point
 * @param today the civil date in Sweden
 * @param off months after exit that are switched off in the intervention
 */
export function followUpPlan(dates: Dates, contacts: readonly ContactFields[], today: CivilDate, off: readonly number[] = []): FollowUp[] {
  if (dates.exitReason === 'deceased' || dates.exitReason === 'felregistrering') return []
  const timed = followUpPoints.flatMap((point) => {
    if (!isAsked(point, off)) return []
    const begin = point.clock === 'entry' ? dates.entryDate : dates.exitDate
    return begin === null ? [] : [{ point, due: addMonths(begin, point.months) }]
  })
  timed.sort((a, b) => (a.due < b.due ? -1 : 1))
  const isAnswered = ({ due }: { due: CivilDate }): boolean => contacts.some((contact) => contact.reached && isWithin(contact.date, due))
  const answered = timed.filter(isAnswered).map(({ point, due }) => planned([point], due, due, contacts, 'done', today))
  const open = grouped(timed.filter((one) => !isAnswered(one))).map((group) =>
    planned(
      group.map(({ point }) => point),
      group[0]!.due,
      group.at(-1)!.due,
      contacts,
      undefined,
      today,
    ),
  )
  return [...answered, ...open].sort((a, b) => (a.due < b.due ? -1 : 1))
}

const isWithin = (date: CivilDate, due: CivilDate): boolean => Math.abs(daysBetween(due, date)) <= WINDOW_DAYS

/** Points in order of time, put together while they lie within the window of the first. */
function grouped<T extends { due: CivilDate }>(timed: readonly T[]): T[][] {
  const groups: T[][] = []
  for (const one of timed) {
    const last = groups.at(-1)
    if (last && isWithin(one.due, last[0]!.due)) last.push(one)
    else groups.push([one])
  }
  return groups
}

/** A contact answers all its points only within the window of each, so the shared window is what they have in common. */
function planned(
  points: Point[],
  first: CivilDate,
  last: CivilDate,
  contacts: readonly ContactFields[],
  known: FollowUp['state'] | undefined,
  today: CivilDate,
): FollowUp {
  const from = addDays(last, -WINDOW_DAYS)
  const until = addDays(first, WINDOW_DAYS)
  const tries = contacts.filter((contact) => !contact.reached && contact.date >= from && contact.date <= until).length
  return { points, due: first, from, until, state: known ?? stateOf(from, until, today), tries }
}

function stateOf(from: CivilDate, until: CivilDate, today: CivilDate): FollowUp['state'] {
  if (today < from) return 'coming'
  return today > until ? 'missed' : 'open'
}
