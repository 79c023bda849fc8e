import type { Participation } from '../../participations/domain.ts'
import { stateOf } from '../../participations/later.ts'
import { knownStateOn } from '../../participations/knownState.ts'
import type { ContactFields } from '../../participations/register/contact.ts'
import { addMonths } from '../../values/civilDate.ts'
import type { EffectQuestion } from '../comparison/effectReport.ts'

/** A participation of one of the two interventions, with its follow-ups. */
export interface Followed {
  personId: string
  isOne: boolean
  participation: Participation
  contacts: readonly ContactFields[]
}

/** What is compared by, in the order it is shown; `isEarlier` is from before the year before the start, so that it may go into the check of that. */
interface Background {
  key: string
  isEarlier: boolean
  of(one: Participation): number
}

const age = ({ entryDate, birthYear }: Participation): number => Number(entryDate.slice(0, 4)) - birthYear
const yes = (is: boolean): number => (is ? 1 : 0)
const sickness = ['sjukpenning', 'rehabiliteringspenning', 'sjukersattning', 'aktivitetsersattning'] as const

/** Background of the register from before the start, what matters most first. What is not recorded is a group of its own, never guessed. */
const backgrounds: readonly Background[] = [
  { key: 'woman', isEarlier: true, of: ({ sex }) => yes(sex === 'woman') },
  { key: 'age', isEarlier: true, of: age },
  {
    key: 'sickness',
    isEarlier: false,
    of: ({ supportBefore }) => yes(sickness.some((source) => source in supportBefore && supportBefore[source] !== 0)),
  },
  {
    key: 'longOnSupport',
    isEarlier: false,
    of: ({ timeOnSupport }) => yes(['from2to5', 'from5to10', 'over10'].includes(timeOnSupport ?? '')),
  },
  { key: 'compulsory', isEarlier: true, of: ({ education }) => yes(education === 'compulsory' || education === 'compulsoryNotCompleted') },
  { key: 'jobSeeking', isEarlier: false, of: ({ occupationBefore }) => yes(occupationBefore === 'jobSeeking') },
  { key: 'worked', isEarlier: false, of: ({ occupationBefore }) => yes(['work', 'workAndStudies'].includes(occupationBefore)) },
  { key: 'bornAbroad', isEarlier: true, of: ({ bornAbroad }) => yes(bornAbroad === 'yes') },
  { key: 'ageSquared', isEarlier: true, of: (one) => ((age(one) - 40) / 10) ** 2 },
  { key: 'schoolUnknown', isEarlier: true, of: ({ education }) => yes(education === null || education === 'unknown') },
  { key: 'supportUnknown', isEarlier: false, of: ({ timeOnSupport }) => yes(timeOnSupport === null || timeOnSupport === 'unknown') },
  {
    key: 'bornUnknown',
    isEarlier: true,
    of: ({ bornAbroad }) => yes(bornAbroad === null || bornAbroad === undefined || bornAbroad === 'unknown'),
  },
]

/** A background for so many persons of the smaller group: more would fit chance. */
const personsPerBackground = 5

/** Fewer than this with or without something, and it says nothing that chance does not. */
const leastOfEach = 5

/** In work (≥ 25 %) or studies (≥ 50 %) twelve months after the start: the primary outcome of the design, U1; NaN where nobody knows. */
export function outcomeOf({ participation, contacts }: Followed): number {
  const state = knownStateOn(participation, contacts)(addMonths(participation.entryDate, 12))
  if (state === undefined) return Number.NaN
  if (state === 'deceased') return 0
  const code = stateOf(state)
  if (code === null || code === 'unknownExtent') return Number.NaN
  return yes(['ordinaryWork', 'subsidisedWork', 'workOfUnknownType', 'studies'].includes(code))
}

/** Whether somebody had work in the year before the start: the check before it; NaN where it was not asked. */
function workBefore({ timeSinceWork, occupationBefore }: Participation): number {
  if (occupationBefore === 'work' || occupationBefore === 'workAndStudies') return 1
  if (timeSinceWork === null || timeSinceWork === 'unknown') return Number.NaN
  return yes(timeSinceWork === 'under6' || timeSinceWork === 'from6to12')
}

/** The first participation of each person who was in one of the two alone, and how many were in both. */
export function inOneAlone(all: readonly Followed[]): { persons: Followed[]; inBoth: number } {
  const byPerson = [...Map.groupBy(all, ({ personId }) => personId).values()]
  const alone = byPerson.filter((own) => own.every(({ isOne }) => isOne === own[0]!.isOne))
  const first = (own: Followed[]): Followed => own.toSorted((a, b) => (a.participation.entryDate < b.participation.entryDate ? -1 : 1))[0]!
  return { persons: alone.map(first), inBoth: byPerson.length - alone.length }
}

/** A question of the register, and how many backgrounds there was no room for. */
export interface RegisterQuestion extends Pick<EffectQuestion, 'treated' | 'outcome' | 'covariates' | 'placebo'> {
  leftOut: number
}

/**
 * The persons as columns of numbers. A background that too few have, or lack, of those whose outcome is known is left out; so are the last ones where the groups are small. That something is not
 * recorded parts no groups unless it is so in both. `nameOf` names a background.
 */
export function questionOf(persons: readonly Followed[], nameOf: (key: string) => string): RegisterQuestion {
  const column = (of: (one: Followed) => number): Float64Array => Float64Array.from(persons, of)
  const [treated, outcome] = [column(({ isOne }) => yes(isOne)), column(outcomeOf)]
  const known = (values: Float64Array, group?: number): Float64Array =>
    values.filter((_, at) => !Number.isNaN(outcome[at]!) && (group === undefined || treated[at] === group))
  const told = backgrounds
    .map(({ key, isEarlier, of }) => ({ key, name: nameOf(key), isEarlier, values: column(({ participation }) => of(participation)) }))
    .filter(({ key, values }) => (key.endsWith('Unknown') ? [0, 1].every((group) => varies(known(values, group))) : varies(known(values))))
  const kept = told.slice(0, Math.floor(Math.min(known(outcome, 0).length, known(outcome, 1).length) / personsPerBackground))
  const covariates = (some: typeof kept) => new Map(some.map(({ name, values }) => [name, values]))
  const earlier = covariates(kept.filter(({ isEarlier }) => isEarlier))
  const placebo = { outcome: column(({ participation }) => workBefore(participation)), covariates: earlier }
  return { treated, outcome, covariates: covariates(kept), placebo, leftOut: told.length - kept.length }
}

function varies(values: Float64Array): boolean {
  const isMark = values.every((one) => one === 0 || one === 1)
  const ones = values.reduce((sum, one) => sum + one, 0)
  return isMark ? ones >= leastOfEach && values.length - ones >= leastOfEach : values.some((one) => one !== values[0])
}
