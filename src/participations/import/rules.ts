import { daysBetween } from '../../values/civilDate.ts'
import type { CivilDate } from '../../values/civilDate.ts'
import { ageAtEntry, workingAge } from '../domain.ts'
import type { Participation, ParticipationField } from '../domain.ts'
import type { Finding } from './problem.ts'

/** Consent later than this many days after entry is pointed out. */
const LATE_GROUND_DAYS = 30
const LONG_STAY_DAYS = 4 * 365 + 1
/** Lag (2003:1210) om finansiell samordning came into force on this day. */
const LAW_IN_FORCE = '2004-01-01'

/**
 * The rules across the fields of one participation, the same in browser and server.
 * @param today the civil date in Sweden
 */
export function checkParticipation(participation: Participation, today: CivilDate): Finding[] {
  return [
    ...checkRequired(participation),
    ...checkDates(participation, today),
    ...checkAge(participation),
    ...checkState(participation, 'Before'),
    ...checkState(participation, 'After'),
    ...checkExit(participation),
    ...checkGround(participation, today),
  ]
}

const error = (field: ParticipationField, key: Finding['key'], args?: Finding['args']): Finding =>
  args ? { field, severity: 'error', key, args } : { field, severity: 'error', key }
const warning = (field: ParticipationField, key: Finding['key'], args?: Finding['args']): Finding =>
  args ? { field, severity: 'warning', key, args } : { field, severity: 'warning', key }

/** Required at entry though the schema lets them be absent: municipality and main support source. */
function* checkRequired({ municipality, supportBefore }: Participation): Generator<Finding> {
  if (municipality === null) yield error('municipality', 'required')
  if (Object.keys(supportBefore).length === 0) yield error('supportBefore', 'required')
}

function* checkDates({ entryDate, exitDate }: Participation, today: CivilDate): Generator<Finding> {
  if (entryDate > today) yield error('entryDate', 'entryInFuture', { today })
  if (entryDate < LAW_IN_FORCE) yield warning('entryDate', 'entryBeforeLaw')
  if (exitDate !== null && exitDate > today) yield error('exitDate', 'exitInFuture', { today })
  if (exitDate !== null && exitDate < entryDate) yield error('exitDate', 'exitBeforeEntry', { entryDate, exitDate })
  const last = exitDate === null || exitDate > today ? today : exitDate
  const days = daysBetween(entryDate, last)
  // An exit that is wrong in itself says nothing about how long the stay was.
  if (days > LONG_STAY_DAYS && last === (exitDate ?? today)) yield warning('exitDate', 'longStay', { years: Math.floor(days / 365.25) })
}

function* checkAge(participation: Participation): Generator<Finding> {
  const age = ageAtEntry(participation)
  const { from, to } = workingAge(Number(participation.entryDate.slice(0, 4)))
  if (age < 0 || age > 110) yield error('birthYear', 'impossibleAge', { age })
  else if (age < from || age > to) yield warning('birthYear', 'ageOutside', { age, from, to })
}

function* checkState(participation: Participation, when: 'Before' | 'After'): Generator<Finding> {
  const work = participation[`workExtent${when}`]
  const study = participation[`studyExtent${when}`]
  const support = participation[`support${when}`] ?? {}
  const total = (work ?? 0) + (study ?? 0)
  if (total > 100) yield warning(`workExtent${when}`, 'extentOver100', { total })
  const sources = Object.values(support).reduce<number>((sum, extent) => sum + (extent ?? 0), 0)
  if (sources > 100) yield warning(`support${when}`, 'extentOver100', { total: sources })
  const active = (work ?? 0) > 0 || (study ?? 0) > 0
  if (participation[`occupation${when}`] === 'jobSeeking' && active) yield warning(`occupation${when}`, 'jobSeekingWithWork')
}

function* checkExit(participation: Participation): Generator<Finding> {
  const { exitDate, exitReason, occupationAfter, workExtentAfter, studyExtentAfter, supportAfter, workType } = participation
  const { socialContactsAfter, ownAbilityAfter, workBeliefAfter } = participation
  if (exitDate === null) {
    if (exitReason !== null) yield warning('exitReason', 'reasonWithoutExit')
    const after = { occupationAfter, workExtentAfter, studyExtentAfter, supportAfter, workType }
    const answers = { socialContactsAfter, ownAbilityAfter, workBeliefAfter }
    const filled = Object.entries({ ...after, ...answers }).find(([, value]) => value !== null && value !== undefined)
    if (filled) yield warning(filled[0] as keyof typeof after | keyof typeof answers, 'afterWithoutExit')
    return
  }
  const isOver = exitReason === 'deceased' || exitReason === 'felregistrering'
  if (exitReason === null) yield warning('exitReason', 'exitWithoutReason')
  if (occupationAfter === null && !isOver) yield warning('occupationAfter', 'exitWithoutAfter')
  const works = occupationAfter === 'work' || occupationAfter === 'workAndStudies' || (workExtentAfter ?? 0) > 0
  if (exitReason === 'deceased' && works) yield warning('exitReason', 'workAfterDeath')
}

function* checkGround({ ground, groundDate, entryDate }: Participation, today: CivilDate): Generator<Finding> {
  if (ground === 'none') yield error('ground', 'groundMissing')
  if (ground === 'consent' && groundDate === null) yield warning('groundDate', 'groundDateMissing')
  if (groundDate === null) return
  if (groundDate > today) yield error('groundDate', 'groundInFuture', { today })
  const days = daysBetween(entryDate, groundDate)
  if (days > LATE_GROUND_DAYS) yield warning('groundDate', 'groundDateLate', { days })
}
