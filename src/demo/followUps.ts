import type { Participation } from '../participations/domain.ts'
import type { ContactFields, State } from '../participations/register/contact.ts'
import { followUpPoints } from '../participations/register/followUps.ts'
import { addDays, addMonths, daysBetween, type CivilDate } from '../values/civilDate.ts'
import type { Random } from './random.ts'

/**
 * Assumed throughout, like everything that is invented: no figure of follow-ups is published. Fewer are reached the longer it has been; of those in work most
 * stay, and some of the others find work or begin to study.
 */
const reached = [
  { within: 8, share: 0.75 },
  { within: 14, share: 0.65 },
  { within: 99, share: 0.5 },
]
const leavesWork = 0.12
const findsWork = 0.09
const begins = { work: 0.75, studies: 0.25 }
const subsidised = 0.35
/** Nobody has asked for the time before this. */
const firstYear = 2019

/** The follow-ups that would have been made of an invented participation by `today`, earliest first: some reach somebody, some do not. */
export function inventFollowUps(one: Participation, luck: number, today: CivilDate, random: Random): ContactFields[] {
  if (one.exitReason === 'felregistrering' || one.exitReason === 'deceased' || Number(one.entryDate.slice(0, 4)) < firstYear) return []
  const contacts: ContactFields[] = []
  let state = stateAt(one, one.entryDate)
  let last = one.entryDate
  for (const date of daysOf(one, today, random)) {
    if (one.exitDate !== null && last < one.exitDate && date >= one.exitDate) [state, last] = [stateAt(one, one.exitDate), one.exitDate]
    const months = daysBetween(one.entryDate, date) / 30.44
    if (!random.chance(reached.find(({ within }) => months < within)!.share)) {
      if (random.chance(0.3)) contacts.push({ date, reached: false, source: 'ownContact', changes: [] })
      continue
    }
    const next = nextState(state, luck, random)
    const from = addDays(last, 1 + random.below(Math.max(1, daysBetween(last, date))))
    contacts.push({
      date,
      reached: true,
      source: random.chance(0.9) ? 'ownContact' : 'register',
      changes: next === state ? [] : [{ from, ...next }],
    })
    ;[state, last] = [next, date]
  }
  return contacts
}

/** The days of the contacts: about when a point is due, points close to each other sharing one. */
function daysOf({ entryDate, exitDate }: Participation, today: CivilDate, random: Random): CivilDate[] {
  const due = followUpPoints.flatMap(({ clock, months }) => {
    const begin = clock === 'entry' ? entryDate : exitDate
    return begin === null ? [] : [addDays(addMonths(begin, months), random.below(41) - 20)]
  })
  due.sort()
  return due.filter((date, at) => date <= today && (at === 0 || daysBetween(due[at - 1]!, date) > 30))
}

function stateAt(one: Participation, date: CivilDate): State {
  if (date === one.exitDate && one.occupationAfter !== null) {
    const { occupationAfter: occupation, workExtentAfter: workExtent, studyExtentAfter: studyExtent, workType, supportAfter } = one
    return { occupation, workExtent, studyExtent, workType, support: supportAfter ?? {} }
  }
  const { occupationBefore: occupation, workExtentBefore: workExtent, studyExtentBefore: studyExtent, supportBefore: support } = one
  return { occupation, workExtent, studyExtent, workType: null, support }
}

function nextState(state: State, luck: number, random: Random): State {
  const isOccupied = (state.workExtent ?? 0) > 0 || (state.studyExtent ?? 0) > 0
  if (isOccupied && random.chance(leavesWork))
    return {
      occupation: random.chance(0.6) ? 'jobSeeking' : 'other',
      workExtent: 0,
      studyExtent: 0,
      workType: null,
      support: { akassa: null },
    }
  if (isOccupied || !random.chance(Math.min(0.9, findsWork * luck))) return state
  const extent = random.pick([50, 75, 100])
  if (random.weighted(begins) === 'studies')
    return { occupation: 'studies', workExtent: 0, studyExtent: extent, workType: null, support: { studiestod: null } }
  const workType = random.chance(subsidised) ? 'subsidised' : 'unsubsidised'
  return { occupation: 'work', workExtent: extent, studyExtent: 0, workType, support: { lon: extent } }
}
