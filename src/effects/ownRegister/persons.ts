import type { Participation } from '../../participations/domain.ts'
import { stateOf } from '../../participations/later.ts'
import { knownStateOn } from '../../participations/knownState.ts'
import type { ContactFields } from '../../participations/register/contact.ts'
import { addMonths } from '../../values/civilDate.ts'
import type { Period } from '../../values/month.ts'
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

/** Months after the start at which the outcome is. */
const outcomeMonths = 12

/** In work (≥ 25 %) or studies (≥ 50 %) twelve months after the start: the primary outcome of the design, U1; NaN where nobody knows. */
export function outcomeOf({ participation, contacts }: Followed): number {
  const state = knownStateOn(participation, contacts)(addMonths(participation.entryDate, outcomeMonths))
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

/** Who is compared, and how many who started in the months compared are not. */
export interface Chosen {
  persons: Followed[]
  /** Those who had been in both interventions by the outcome. */
  inBoth: number
  /** Those who had been in the same one before those months: what is compared is first participations. */
  returned: number
}

/**
 * The first participation of each person who had been in one of the two alone by the outcome, where it started in the months that are compared. It is judged by all participations in the two, also
 * from before and after those months: what the other one did may be in the outcome. Who came to the other when the outcome had been stays, or what came of it would choose who is compared.
 */
export function inOneAlone(all: readonly Followed[], { from, to }: Period): Chosen {
  const isWithin = ({ participation }: Followed): boolean => {
    const month = participation.entryDate.slice(0, 7)
    return from <= month && month <= to
  }
  const chosen: Chosen = { persons: [], inBoth: 0, returned: 0 }
  for (const own of Map.groupBy(all, ({ personId }) => personId).values()) {
    if (!own.some(isWithin)) continue
    const first = own.toSorted((a, b) => (a.participation.entryDate < b.participation.entryDate ? -1 : 1))[0]!
    const outcome = addMonths(first.participation.entryDate, outcomeMonths)
    const others = own.filter(({ isOne }) => isOne !== first.isOne)
    const isAlone = others.every(({ participation }) => participation.entryDate >= outcome)
    if (isAlone && isWithin(first)) chosen.persons.push(first)
    else if (others.length > 0) chosen.inBoth++
    else chosen.returned++
  }
  return chosen
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
