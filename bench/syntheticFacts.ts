import type { Dictionaries, Facts } from '../src/statistics/facts.ts'
import { emptyColumns, factsFromColumns } from '../src/statistics/facts.ts'
import { MonthState } from '../src/participations/codes.ts'
import { missingValue } from '../src/participations/factColumns.ts'
import { ownViewNames } from '../src/participations/ownViews.ts'
import { lastStep, viewBits } from '../src/participations/viewSteps.ts'
import { lastMonthKept, placeOf } from '../src/participations/monthStates.ts'
import { monthNumber } from '../src/values/month.ts'
import { seededRandom } from '../src/probability/seededRandom.ts'

/** Made-up facts over 20 years with the sizes of Sweden: 72 associations, 290 municipalities, 21 regions. Not calibrated. */
export function syntheticFacts(size: number, seed = 1): Facts {
  const random = seededRandom(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  // The square favours low positions: few large associations and codes, many small.
  const skewed = (limit: number) => Math.floor(random() ** 2 * limit)
  const columns = emptyColumns(size)
  const persons = Math.max(1, Math.floor(size * 0.7))
  const first = monthNumber('2005-01')
  for (let row = 0; row < size; row++) {
    const association = skewed(72)
    columns.association[row] = association
    columns.controller[row] = association * 4 + below(4)
    columns.intervention[row] = association * 20 + skewed(20)
    columns.municipality[row] = random() < 0.01 ? missingValue.u16 : (association * 4 + below(5)) % 290
    columns.personIndex[row] = below(persons)
    fillBackground(columns, row, below, skewed)
    fillSpell(columns, row, first + below(240), first + 240, random)
  }
  // Persons in use are renumbered from 0 without gaps by the order of first appearance.
  densify(columns.personIndex)
  fillKeys(columns, seed)
  fillStates(columns, seed)
  return factsFromColumns(columns, dictionaries())
}

type Draw = (limit: number) => number

function fillBackground(columns: ReturnType<typeof emptyColumns>, row: number, below: Draw, skewed: Draw): void {
  columns.sex[row] = below(100) < 57 ? 0 : 1
  columns.ageAtEntry[row] = 16 + below(49)
  columns.education[row] = below(5)
  columns.timeOnSupport[row] = below(20) === 0 ? missingValue.u8 : below(7)
  columns.occupationBefore[row] = below(6)
  columns.workBefore[row] = below(5) === 0 ? below(101) : 0
  columns.studyBefore[row] = below(10) === 0 ? below(101) : 0
  columns.mainSupportBefore[row] = skewed(15)
  columns.supportBefore[row] = (1 << columns.mainSupportBefore[row]!) | (below(4) === 0 ? 1 << below(15) : 0)
  columns.targetGroups[row] = (1 << skewed(14)) | (below(2) === 0 ? 1 << below(14) : 0)
  columns.referredBy[row] = below(10) === 0 ? missingValue.u8 : below(6)
  columns.bornAbroad[row] = below(3)
  columns.timeSinceWork[row] = below(7)
}

function fillSpell(columns: ReturnType<typeof emptyColumns>, row: number, entryMonth: number, end: number, random: () => number): void {
  const days = Math.floor(-Math.log(1 - random()) * 400)
  const exitMonth = entryMonth + Math.floor(days / 30.4375)
  const below = (limit: number) => Math.floor(random() * limit)
  const isOpen = exitMonth >= end
  columns.entryMonth[row] = entryMonth
  columns.exitMonth[row] = isOpen ? missingValue.u16 : exitMonth
  columns.daysToExit[row] = isOpen ? missingValue.i32 : days
  // Not 9, registered in error: those are left out when facts are made, and the size should be what was asked for.
  columns.exitReason[row] = isOpen ? missingValue.u8 : below(9)
  columns.occupationAfter[row] = isOpen ? missingValue.u8 : below(6)
  columns.workAfter[row] = isOpen || below(10) === 0 ? missingValue.u8 : Math.max(0, below(140) - 39)
  columns.studyAfter[row] = isOpen || below(10) === 0 ? missingValue.u8 : Math.max(0, below(120) - 19)
  columns.mainSupportAfter[row] = isOpen ? missingValue.u8 : below(15)
  columns.supportAfter[row] = isOpen ? missingValue.u32 : (1 << columns.mainSupportAfter[row]!) | (1 << below(15))
  columns.workType[row] = isOpen || below(3) > 0 ? missingValue.u8 : below(3)
}

/** Keys of their own randomness, so that the facts are the same as without. */
function fillKeys({ recordKey, personKey, personIndex }: ReturnType<typeof emptyColumns>, seed: number): void {
  const random = seededRandom(seed + 0x5eed)
  for (let row = 0; row < recordKey.length; row++) {
    recordKey[row] = Math.floor(random() * 2 ** 32)
    personKey[row] = Math.imul(personIndex[row]! + 1, 0x9e3779b1)
  }
}

/** What follow-ups tell, of two in three; of its own randomness too. */
function fillStates(columns: ReturnType<typeof emptyColumns>, seed: number): void {
  const random = seededRandom(seed + 0x57a7e)
  const points = [
    'stateAfterStart6',
    'stateAfterStart12',
    'stateAfterStart24',
    'stateAfterExit6',
    'stateAfterExit12',
    'stateAfterExit24',
  ] as const
  for (let row = 0; row < columns.sex.length; row++)
    for (const point of points) columns[point][row] = random() < 0.35 ? missingValue.u8 : Math.floor(random() ** 2 * 9)
  fillMonths(columns, random)
  fillViews(columns, random)
}

/** About half have answered twice; each question goes up more often than down. */
function fillViews({ ownViews }: ReturnType<typeof emptyColumns>, random: () => number): void {
  for (let row = 0; row < ownViews.length; row++) {
    ownViews[row] = 0
    if (random() < 0.5) continue
    for (const item of ownViewNames) {
      const first = 1 + Math.floor(random() * lastStep)
      const last = Math.max(1, Math.min(lastStep, first + Math.floor(random() * 4) - 1))
      ownViews[row]! |= viewBits(item, { first, last }, undefined)
    }
  }
}

/** About every fourth month is not known; who has begun in a state most often stays in it. */
function fillMonths(columns: ReturnType<typeof emptyColumns>, random: () => number): void {
  for (let row = 0; row < columns.sex.length; row++) {
    let state = Math.floor(random() * MonthState.codes.length)
    for (const name of ['monthStates0', 'monthStates7', 'monthStates14', 'monthStates21'] as const) columns[name][row] = 0
    for (let month = 0; month <= lastMonthKept; month++) {
      if (random() < 0.15) state = Math.floor(random() ** 2 * MonthState.codes.length)
      const { column, shift } = placeOf(month)
      columns[column][row]! |= random() < 0.25 ? 0 : (state + 1) << shift
    }
  }
}

function densify(personIndex: Int32Array): void {
  const numbers = new Map<number, number>()
  for (let row = 0; row < personIndex.length; row++) {
    const person = personIndex[row]!
    let number = numbers.get(person)
    if (number === undefined) numbers.set(person, (number = numbers.size))
    personIndex[row] = number
  }
}

function dictionaries(): Dictionaries {
  const unit = (word: string) => (_: unknown, at: number) => ({ id: `${word}-${at}`, name: `${word} ${at}` })
  const code = (at: number, digits: number) => String(at + 1).padStart(digits, '0')
  return {
    controllers: Array.from({ length: 72 * 4 }, (_, at) => `controller-${at}`),
    associations: Array.from({ length: 72 }, unit('association')),
    interventions: Array.from({ length: 72 * 20 }, (_, at) => ({
      ...unit('intervention')(_, at),
      ...{ orientation: at % 9 === 0 ? 'both' : 'individual', methods: at % 3 === 0 ? [] : [`M${at % 7}`] },
    })),
    methods: Array.from({ length: 7 }, (_, at) => ({ code: `M${at}`, name: `method ${at}` })),
    municipalities: Array.from({ length: 290 }, (_, at) => ({
      code: code(at, 4),
      name: `municipality ${at}`,
      region: code(Math.floor(at / 14), 2),
    })),
    regions: Array.from({ length: 21 }, (_, at) => ({ code: code(at, 2), name: `region ${at}` })),
  }
}
