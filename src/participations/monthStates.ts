import { addMonths } from '../values/civilDate.ts'
import { MonthState, SupportSource } from './codes.ts'
import type { Participation } from './domain.ts'
import { knownStateOn } from './knownState.ts'
import { stateOf } from './later.ts'
import { mainSupport } from './mainSupport.ts'
import type { ContactFields, State } from './register/contact.ts'

/** The last month after the start whose state is kept. */
export const lastMonthKept = 24
const bitsPerMonth = 4
const firstMonths = [0, 7, 14, 21] as const
const monthsPerColumn = 7

export type MonthStatesName = `monthStates${(typeof firstMonths)[number]}`
/** The states of 25 months, four bits each and the earliest lowest; 0 where nothing is known, else the position in `MonthState` and one. */
export type MonthStates = Record<MonthStatesName, number>

/**
 * The state at the start and on the same day of each of the 24 months after it, as far as it is known (`knownState.ts`): nothing is carried on to a month that nobody
 * told of.
 */
export function monthStates(participation: Participation, contacts: readonly ContactFields[]): MonthStates {
  const stateOn = knownStateOn(participation, contacts)
  const columns: MonthStates = { monthStates0: 0, monthStates7: 0, monthStates14: 0, monthStates21: 0 }
  for (let month = 0; month <= lastMonthKept; month++) {
    const state = stateOn(addMonths(participation.entryDate, month))
    const { column, shift } = placeOf(month)
    columns[column] |= codeOf(state) << shift
  }
  return columns
}

/** In which column the state of a month is, and how many bits up. Throws outside the months that are kept. */
export function placeOf(month: number): { column: MonthStatesName; shift: number } {
  const first = firstMonths[Math.floor(month / monthsPerColumn)]
  if (first === undefined || month > lastMonthKept || month < 0) throw new RangeError(`Month ${month} is outside 0–${lastMonthKept}`)
  return { column: `monthStates${first}`, shift: (month - first) * bitsPerMonth }
}

/** The position in `MonthState` that a column holds of a month; −1 where nothing is known, also of a fact that was never followed. */
export function stateAtPlace(value: number, shift: number): number {
  return ((value >>> shift) & 15) - 1
}

function codeOf(state: State | 'deceased' | undefined): number {
  if (state === undefined) return 0
  const code = state === 'deceased' ? state : monthStateOf(state)
  return code === null ? 0 : MonthState.index(code) + 1
}

type Code = (typeof MonthState.codes)[number]['code']

/** Work of at least 25 % before studies of at least 50 %; who has neither is counted by the support with the largest extent. */
function monthStateOf(state: State): Code | null {
  const does = stateOf(state)
  if (does !== 'lessWorkOrStudies' && does !== 'jobSeeking' && does !== 'neither') return does
  const main = mainSupport(state.support)
  return main === null ? 'supportNotKnown' : groupOf[SupportSource.at(main)]
}

const groupOf: Record<(typeof SupportSource.codes)[number]['code'], Code> = {
  sjukpenning: 'sickness',
  rehabiliteringspenning: 'sickness',
  aktivitetsersattning: 'lastingSickness',
  sjukersattning: 'lastingSickness',
  akassa: 'unemployment',
  aktivitetsstod: 'unemployment',
  etableringsersattning: 'unemployment',
  ekonomisktBistand: 'assistance',
  studiestod: 'otherSupport',
  foraldrapenning: 'otherSupport',
  lon: 'otherSupport',
  egetForetag: 'otherSupport',
  annanOffentlig: 'otherSupport',
  ingenOffentlig: 'otherSupport',
  ingenKandInkomst: 'supportNotKnown',
}
