import { addDays, addMonths, type CivilDate } from '../values/civilDate.ts'
import { checkMonths, isTakenOver, type CheckMonths, type Verdict } from './codes.ts'
import type { AdoptionCheck, CheckState } from './domain.ts'

/** Days before a check is due from which it is told of. */
const soonDays = 30
/** Days before it is due from which it may be made: contacts about the same time count as one elsewhere too. */
export const earlyDays = 45

/** A check as it was made. */
export type MadeCheck = Pick<AdoptionCheck, 'version' | 'checkedOn' | 'runs' | 'note' | 'reason' | 'recordedBy'> & { months: CheckMonths }

/** The first day that a check may be made. */
export const opensOn = (from: CivilDate, months: CheckMonths): CivilDate => addDays(addMonths(from, months), -earlyDays)

/**
 * The checks of a decision, 6, 12 and 24 months after the day it was taken over: which are made, which are overdue, and which nobody needs to make, since it has ceased
 * already or something else has been decided since. None where nobody takes over.
 * @param today civil date in Sweden
 */
export function checksOf(
  { verdict, from, isLatest }: { verdict: Verdict; from: CivilDate; isLatest: boolean },
  made: readonly MadeCheck[],
  today: CivilDate,
): AdoptionCheck[] {
  if (!isTakenOver(verdict)) return []
  const ceased = made.find(({ runs }) => runs === 'no')?.months ?? Infinity
  const last = Math.max(0, ...made.map(({ months }) => months))
  return checkMonths.map((months) => {
    const due = addMonths(from, months)
    const own = made.find((one) => one.months === months)
    const isOpen = opensOn(from, months) <= today
    if (own) return { ...own, due, state: 'done', isOpen }
    const next = checkMonths.find((later) => later > months)
    // When the next one is overdue too, that one is asked for and this one no more.
    const isPassed = months < last || (next !== undefined && addMonths(from, next) < today)
    const state = stateOf({ due, today, isPassed, isNeeded: isLatest && months < ceased })
    return { months, due, state, isOpen, version: 0, checkedOn: null, runs: null, note: '', reason: '', recordedBy: '' }
  })
}

function stateOf({
  due,
  today,
  isPassed,
  isNeeded,
}: {
  due: CivilDate
  today: CivilDate
  isPassed: boolean
  isNeeded: boolean
}): CheckState {
  if (!isNeeded) return 'notNeeded'
  if (isPassed) return 'missed'
  if (due < today) return 'overdue'
  return due <= addDays(today, soonDays) ? 'soon' : 'later'
}
