import type { Participation, Support } from '../participations/domain.ts'
import {
  ReferredBy,
  TimeSinceWork,
  type Education,
  type ExitReason,
  type SupportSource,
  type TimeOnSupport,
} from '../participations/codes.ts'
import { dateOfDayNumber, dayNumber } from '../values/civilDate.ts'
import { levels } from './calibration.ts'
import type { FictiveIntervention } from './interventions.ts'
import type { Random } from './random.ts'

type Source = (typeof SupportSource.codes)[number]['code']

/** One invented person, who may take part several times. */
export interface FictivePerson {
  id: string
  sex: 'woman' | 'man'
  birthYear: number
}

/** What differs between places, so that comparison has something to show. */
export interface PlaceCharacter {
  woman: number
  /** Factor on the weight of those under thirty. */
  young: number
}

/** How a place differs from the average, within the spread that has been published. */
export function inventCharacter(random: Random): PlaceCharacter {
  const [low, high] = levels.womanBetween
  return { woman: low + (high - low) * random.next(), young: Math.exp(0.6 * random.normal()) }
}

/** A new person entering in a year. */
export function inventPerson(year: number, character: PlaceCharacter, random: Random): FictivePerson {
  const weights = Object.fromEntries(
    Object.entries(levels.age).map(([group, weight]) => [group, weight * (Number(group.slice(0, 2)) < 30 ? character.young : 1)]),
  )
  const [low, high] = random.weighted(weights).split('-').map(Number) as [number, number]
  return {
    id: random.uuid(),
    sex: random.chance(character.woman) ? 'woman' : 'man',
    birthYear: year - (low + random.below(high - low + 1)),
  }
}

/** One participation of a person, as it would have been registered by `today`. */
export function inventParticipation(
  person: FictivePerson,
  intervention: FictiveIntervention,
  municipality: string,
  entryDay: number,
  today: string,
  random: Random,
): Participation {
  const entryDate = dateOfDayNumber(entryDay)
  const before = inventBefore(random)
  const days = Math.round(
    Math.min(levels.months.max, Math.max(levels.months.min, random.logNormal(levels.months.median, levels.months.sigma))) * 30.44,
  )
  const exitDay = Math.min(entryDay + days, intervention.end === null ? Infinity : dayNumber(intervention.end) + 60)
  // A few exits are never registered: the person stays "ongoing" for years, as in real registers.
  const hasExit = exitDay < dayNumber(today) && !random.chance(0.04)
  const after = hasExit ? inventAfter(person, before, intervention, random) : nothingAfter
  return {
    entryDate,
    municipality,
    sex: person.sex,
    birthYear: person.birthYear,
    ageReason: null,
    bornAbroad: random.weighted({ no: 0.62, yes: 0.28, unknown: 0.1 }),
    timeSinceWork: random.chance(0.7) ? random.pick(TimeSinceWork.codes).code : null,
    education: random.chance(0.95)
      ? random.weighted(levels.education as Record<(typeof Education.codes)[number]['code'], number>)
      : 'unknown',
    timeOnSupport: random.weighted(levels.timeOnSupport as Record<(typeof TimeOnSupport.codes)[number]['code'], number>),
    ...before,
    targetGroups: [random.pick(intervention.targetGroups)],
    referredBy: random.pick(ReferredBy.codes).code,
    ground: 'consent',
    groundDate: entryDate,
    exitDate: hasExit ? dateOfDayNumber(Math.max(entryDay, exitDay)) : null,
    ...after,
  }
}

type Before = Pick<Participation, 'occupationBefore' | 'workExtentBefore' | 'studyExtentBefore' | 'supportBefore'>
type After = Pick<Participation, 'exitReason' | 'occupationAfter' | 'workExtentAfter' | 'studyExtentAfter' | 'workType' | 'supportAfter'>

const nothingAfter: After = {
  exitReason: null,
  occupationAfter: null,
  workExtentAfter: null,
  studyExtentAfter: null,
  workType: null,
  supportAfter: null,
}
const extents = [25, 50, 50, 75, 100, 100]

function inventBefore(random: Random): Before {
  const kind = random.weighted(levels.occupationBefore)
  const supportBefore: Support = {}
  for (const [source, share] of Object.entries(levels.supportBefore) as [Source, number][])
    if (random.chance(share * 0.9)) supportBefore[source] = null
  if (Object.keys(supportBefore).length === 0) supportBefore.ekonomisktBistand = null
  shareOut(supportBefore, random)
  if (kind === 'aktivt_arbetssokande') return { occupationBefore: 'jobSeeking', workExtentBefore: 0, studyExtentBefore: 0, supportBefore }
  if (kind === 'ovrigt') return { occupationBefore: 'other', workExtentBefore: 0, studyExtentBefore: 0, supportBefore }
  const works = random.chance(0.7)
  const extent = random.pick(extents)
  if (works) supportBefore.lon = extent
  return {
    occupationBefore: works ? 'work' : 'studies',
    workExtentBefore: works ? extent : 0,
    studyExtentBefore: works ? 0 : extent,
    supportBefore,
  }
}

function inventAfter(person: FictivePerson, before: Before, intervention: FictiveIntervention, random: Random): After {
  const exitReason = random.weighted(levels.exitReason as Record<(typeof ExitReason.codes)[number]['code'], number>)
  if (exitReason === 'felregistrering' || exitReason === 'deceased') return { ...nothingAfter, exitReason }
  if (random.chance(0.05)) return { ...nothingAfter, exitReason, occupationAfter: 'unknown' }
  const weights = { ...levels.occupationAfter[person.sex] }
  weights.arbete *= intervention.luck
  weights.studier *= intervention.luck
  const kind = random.weighted(weights)
  const supportAfter: Support = {}
  for (const source of Object.keys(before.supportBefore) as Source[]) {
    if (random.chance(Math.min(0.95, (levels.supportAfterFactor[source] ?? 1) * 0.85))) supportAfter[source] = null
  }
  if (kind === 'studier' && random.chance(0.7)) supportAfter.studiestod = null
  if (kind === 'arbete') return worked(exitReason, supportAfter, random)
  if (Object.keys(supportAfter).length === 0) supportAfter.ekonomisktBistand = null
  shareOut(supportAfter, random)
  const study = kind === 'studier' ? random.pick(extents) : 0
  const occupation = { studier: 'studies', aktivt_arbetssokande: 'jobSeeking', ovrigt: 'other' } as const
  return {
    exitReason: exitReason === 'asPlanned' ? plannedReason(kind, random) : exitReason,
    occupationAfter: occupation[kind],
    workExtentAfter: 0,
    studyExtentAfter: study,
    workType: null,
    supportAfter,
  }
}

/** What an exit as planned led to, where it did not lead to work. No figure is published for right support granted: the share is assumed. */
function plannedReason(kind: 'studier' | 'aktivt_arbetssokande' | 'ovrigt', random: Random): After['exitReason'] {
  if (kind === 'studier') return 'toStudies'
  return kind === 'ovrigt' && random.chance(0.25) ? 'rightSupport' : 'asPlanned'
}

function worked(exitReason: After['exitReason'], remaining: Support, random: Random): After {
  const extent = random.pick(extents)
  const supportAfter: Support = extent === 100 ? {} : remaining
  shareOut(supportAfter, random)
  supportAfter.lon = extent
  const workType = random.chance(levels.subsidised) ? 'subsidised' : random.weighted({ unsubsidised: 0.9, ownBusiness: 0.1 })
  const reason = exitReason === 'asPlanned' ? 'toWork' : exitReason
  return {
    exitReason: reason,
    occupationAfter: 'work',
    workExtentAfter: extent,
    studyExtentAfter: 0,
    workType,
    supportAfter,
  }
}

/** Gives the sources extents; some are left unknown, as in real files. */
function shareOut(support: Support, random: Random): void {
  const sources = Object.keys(support) as Source[]
  if (sources.length === 1 && random.chance(0.8)) support[sources[0]!] = 100
  else for (const source of sources) support[source] = random.chance(0.6) ? random.pick([25, 50, 75]) : null
}
