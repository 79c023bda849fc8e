import { MonthState } from '../participations/codes.ts'
import { lastMonthKept, placeOf } from '../participations/monthStates.ts'
import { columnOf, type ColumnSource } from './column.ts'
import type { DimensionCode, SingleDimension } from './dimension.ts'
import type { Facts } from './facts.ts'

const daysPerMonth = 365.25 / 12
const nameless = { sv: '', en: '' }

/** What a month may hold, in the order of the layers: the states that are told, still there without anything told, and nothing known. */
export const monthStateCodes: readonly DimensionCode[] = [
  ...MonthState.codes.map(({ code, label }) => ({ code, label })),
  { code: 'participating', label: { sv: 'Kvar i insatsen, läget då inte känt', en: 'Still in the intervention, state then not known' } },
  { code: 'unknown', label: { sv: 'Okänt', en: 'Unknown' } },
]
const participating = MonthState.codes.length
const unknown = participating + 1

const positions = (...codes: Parameters<typeof MonthState.index>[0][]): ReadonlySet<number> =>
  new Set(codes.map((code) => MonthState.index(code)))
/** Which of the codes are work of at least 25 %, and of which it is not known whether they are. */
export const workStates = positions('ordinaryWork', 'subsidisedWork', 'workOfUnknownType')
export const untoldStates: ReadonlySet<number> = new Set([MonthState.index('unknownExtent'), participating, unknown])

/** What everybody lived of in a month after the start, 0 (the start) to 24, as far as it is known. */
export function monthStateDimension(month: number): SingleDimension {
  return {
    ...{ kind: 'single', name: `monthState${month}`, label: nameless, codes: monthStateCodes },
    column: { name: `monthState${month}`, type: 'u8', derive: (facts) => statesIn(facts, month) },
    lookup: Uint16Array.from({ length: 256 }, (_, value) => Math.min(value, unknown)),
  }
}

/** What a month shows by what is held of it (0 nothing told), of those who had ended by then, and 16 further on of those who had not. */
const shownStates = Uint8Array.from({ length: 32 }, (_, at) => {
  const untold = at < 16 ? unknown : participating
  return at % 16 === 0 ? untold : (at % 16) - 1
})

function statesIn({ size, columns }: Facts, month: number): Uint8Array {
  const { column, shift } = placeOf(month)
  const [packed, days, least] = [columns[column], columns.daysToExit, Math.ceil(month * daysPerMonth)]
  const result = new Uint8Array(size)
  // Without branches, since nobody can guess the next life: who has not ended (−1) has ended later than any day, and `>> 31` is all ones below nought.
  for (let row = 0; row < size; row++) {
    const isThere = ~(((days[row]! & 0x7fffffff) - least) >> 31) & 16
    result[row] = shownStates[((packed[row]! >>> shift) & 15) | isThere]!
  }
  return result
}

/** Work is to be found within so many months of the start, so that it can be followed for as long again. */
export const firstWorkWithin = 12
const yesNo = [
  { code: 'out', label: nameless },
  { code: 'in', label: nameless },
]

/** Who was not in work at the start, was in a later month of the first year, and has been seen for so many months after the first such month. */
export function gotWorkDimension(later: number): SingleDimension {
  const column: ColumnSource<'u8'> = { name: `gotWork${later}`, type: 'u8', derive: (facts) => gotWork(facts, later) }
  const lookup = Uint16Array.from({ length: 256 }, (_, value) => Math.min(value, 1))
  return { kind: 'single', name: `gotWork${later}`, label: nameless, codes: yesNo, column, lookup }
}

function gotWork(facts: Facts, later: number): Uint8Array {
  const [{ entryMonth }, firsts] = [facts.columns, columnOf(facts, firstWork)]
  const result = new Uint8Array(facts.size)
  for (let row = 0; row < facts.size; row++) {
    const first = firsts[row]!
    result[row] = first > 0 && entryMonth[row]! + first + later <= facts.seenUntil ? 1 : 0
  }
  return result
}

/** The first month after the start in work, of those not in work at the start; 0 for others. */
const firstWork: ColumnSource<'u8'> = { name: 'first month in work', type: 'u8', derive: firstMonthsInWork }

function firstMonthsInWork(facts: Facts): Uint8Array {
  const months = Array.from({ length: firstWorkWithin + 1 }, (_, month) => statesOf(facts, month))
  const result = new Uint8Array(facts.size)
  // Without branches: an earlier month in work takes the place of a later one.
  for (let month = firstWorkWithin; month >= 0; month--) {
    const states = months[month]!
    for (let row = 0; row < facts.size; row++) result[row]! += (isWork[states[row]!]! & 1) * (month - result[row]!)
  }
  return result
}

const statesOf = (facts: Facts, month: number): Uint8Array => columnOf(facts, monthStateDimension(month).column) as Uint8Array
/** By state: 1 in work, 0 not, 2 not known. */
const isWork = Uint8Array.from({ length: unknown + 1 }, (_, state) => {
  if (workStates.has(state)) return 1
  return untoldStates.has(state) ? 2 : 0
})

const stillCodes: readonly DimensionCode[] = [
  { code: 'still', label: { sv: 'Kvar i arbete', en: 'Still in work' } },
  { code: 'left', label: { sv: 'Inte längre i arbete', en: 'No longer in work' } },
  { code: 'unknown', label: { sv: 'Okänt', en: 'Unknown' } },
]
const [still, left, notKnown] = [0, 1, 2]

/**
 * Of those who got work, who was in work so many months after the first month in it. A month out of work between two in work is no end (gaps up to 30 days are
 * tolerated); two that are known to be out of work in a row are, whatever comes later.
 */
export function stillInWorkDimension(later: number): SingleDimension {
  const column: ColumnSource<'u8'> = { name: `stillInWork${later}`, type: 'u8', derive: (facts) => stillInWork(facts, later) }
  const lookup = Uint16Array.from({ length: 256 }, (_, value) => Math.min(value, notKnown))
  return { kind: 'single', name: `stillInWork${later}`, label: nameless, codes: stillCodes, column, lookup }
}

function stillInWork(facts: Facts, later: number): Uint8Array {
  const firsts = columnOf(facts, firstWork)
  const months = Array.from({ length: lastMonthKept + 1 }, (_, month) => statesOf(facts, month))
  const result = new Uint8Array(facts.size).fill(notKnown)
  for (let row = 0; row < facts.size; row++) if (firsts[row]! > 0) result[row] = stayOf(months, row, firsts[row]!, firsts[row]! + later)
  return result
}

function stayOf(months: readonly Uint8Array[], row: number, first: number, last: number): number {
  let now = isWork[months[first + 1]![row]!]!
  for (let month = first + 1; month < last; month++) {
    const next = isWork[months[month + 1]![row]!]!
    if (now === 0 && next === 0) return left
    now = next
  }
  if (now !== 0) return now === 1 ? still : notKnown
  return last < lastMonthKept && isWork[months[last + 1]![row]!] === 1 ? still : left
}
