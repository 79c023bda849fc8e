import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { importRow } from '../../test/participations.ts'
import { MonthState } from './codes.ts'
import type { Participation } from './domain.ts'
import { missingValue } from './factColumns.ts'
import { laterStates } from './later.ts'
import { lastMonthKept, monthStates, placeOf, stateAtPlace } from './monthStates.ts'
import type { ContactFields, State } from './register/contact.ts'

const entry = { occupationBefore: 'other', workExtentBefore: 0, studyExtentBefore: 0, supportBefore: { sjukpenning: 100 } } as const
const participationOf = (given: Partial<Participation> = {}): Participation => importRow(1, { entryDate: '2023-01-10', ...entry, ...given })
const idle: State = { occupation: 'other', workExtent: 0, studyExtent: 0, workType: null, support: {} }
const work: State = { ...idle, occupation: 'work', workExtent: 100, workType: 'unsubsidised', support: { lon: 100 } }
const at = (date: string, ...changes: ContactFields['changes']): ContactFields => ({ date, reached: true, source: 'ownContact', changes })

/** The states that are known, by month. */
function known(participation: Participation, contacts: readonly ContactFields[] = []): Record<number, string> {
  const states = monthStates(participation, contacts)
  const months = Array.from({ length: lastMonthKept + 1 }, (_, month) => {
    const { column, shift } = placeOf(month)
    return [month, stateAtPlace(states[column], shift)] as const
  })
  return Object.fromEntries(months.filter(([, state]) => state >= 0).map(([month, state]) => [month, MonthState.at(state)]))
}
const codeOf = (state: Partial<State>): string | undefined =>
  known(participationOf(), [at('2023-02-10', { ...idle, ...state, from: '2023-02-01' })])[1]

describe('what is known month by month', () => {
  test('is the start alone where nobody was followed up', () => expect(known(participationOf())).toEqual({ 0: 'sickness' }))
  test('is nothing between start and exit, of which nobody was asked', () => {
    const exit = {
      exitDate: '2023-10-01',
      exitReason: 'toWork',
      occupationAfter: 'work',
      workExtentAfter: 100,
      workType: 'subsidised',
    } as const
    expect(known(participationOf(exit))).toEqual({ 0: 'sickness', 9: 'subsidisedWork', 10: 'subsidisedWork' })
  })
  test('reaches back from a follow-up to what was known last, and 45 days on', () => {
    const states = known(participationOf(), [at('2023-07-12', { ...work, from: '2023-05-02' })])
    expect(Object.values(states)).toEqual([...Array<string>(4).fill('sickness'), ...Array<string>(4).fill('ordinaryWork')])
    expect(Object.keys(states).at(-1)).toBe('7')
  })
  test('has a gap where somebody was not reached', () => {
    const missed: ContactFields = { date: '2023-07-12', reached: false, source: 'ownContact', changes: [] }
    expect(known(participationOf(), [missed])).toEqual({ 0: 'sickness' })
  })
  test('after a known exit is told back to it, and not before', () => {
    const exit = {
      exitDate: '2023-10-01',
      exitReason: 'asPlanned',
      occupationAfter: 'jobSeeking',
      workExtentAfter: 0,
      studyExtentAfter: 0,
      supportAfter: { akassa: null },
    } as const
    const states = known(participationOf(exit), [at('2024-04-01', { ...work, from: '2024-01-05' })])
    expect(Object.keys(states).map(Number)).toEqual([0, 9, 10, 11, 12, 13, 14, 15, 16])
    expect([states[9], states[11], states[12]]).toEqual(['unemployment', 'unemployment', 'ordinaryWork'])
  })
  test('reaches before the exit where a follow-up says from when', () => {
    const exit = {
      exitDate: '2023-10-01',
      exitReason: 'toWork',
      occupationAfter: 'work',
      workExtentAfter: 100,
      workType: 'unsubsidised',
    } as const
    expect(known(participationOf(exit), [at('2024-01-01', { ...work, from: '2023-08-01' })])[7]).toBe('ordinaryWork')
  })
  test('is death from the day of it on', () => {
    const states = known(participationOf({ exitDate: '2023-12-01', exitReason: 'deceased' }))
    expect(Object.values(states)).toEqual(['sickness', ...Array<string>(14).fill('deceased')])
  })
})

test.each<[string | undefined, Partial<State>]>([
  ['ordinaryWork', { ...work, support: { sjukpenning: 75 }, workExtent: 25 }],
  ['sickness', { ...work, workExtent: 24, support: { sjukpenning: 76, lon: 24 } }],
  ['studies', { occupation: 'studies', studyExtent: 50, support: { sjukpenning: 50 } }],
  ['workOfUnknownType', { ...work, workType: null }],
  ['unknownExtent', { occupation: 'work', workExtent: null }],
  ['lastingSickness', { support: { sjukersattning: 100 } }],
  ['unemployment', { occupation: 'jobSeeking', support: { etableringsersattning: null } }],
  ['assistance', { support: { ekonomisktBistand: 100 } }],
  ['otherSupport', { support: { ingenOffentlig: null } }],
  ['supportNotKnown', { support: { ingenKandInkomst: null } }],
  ['supportNotKnown', { support: {} }],
  [undefined, { occupation: 'unknown', workExtent: null, studyExtent: null }],
])('%s of %o', (code, state) => expect(codeOf(state)).toBe(code))

test('a fact without months holds nothing of any', () => {
  for (let month = 0; month <= lastMonthKept; month++) expect(stateAtPlace(missingValue.u32, placeOf(month).shift)).toBe(-1)
})
test('every state of every month comes back from its place, and fits an integer of the database', () =>
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1, max: MonthState.codes.length - 1 }), { minLength: 25, maxLength: 25 }), (states) => {
      const columns = new Map<string, number>()
      states.forEach((state, month) => {
        const { column, shift } = placeOf(month)
        columns.set(column, (columns.get(column) ?? 0) | ((state + 1) << shift))
      })
      for (const value of columns.values()) expect(value).toBeGreaterThanOrEqual(0)
      expect(states.map((_, month) => stateAtPlace(columns.get(placeOf(month).column)!, placeOf(month).shift))).toEqual(states)
    }),
  ))
test('there is no month before the start or after the last', () => {
  for (const month of [-1, 25]) expect(() => placeOf(month)).toThrow(RangeError)
})
test('a month is known in the same way as a point', () => {
  const day = fc.integer({ min: 1, max: 700 }).map((days) => new Date(Date.UTC(2023, 0, 10 + days)).toISOString().slice(0, 10))
  fc.assert(
    fc.property(fc.array(day, { maxLength: 4 }), (days) => {
      const contacts = days.map((date) => at(date))
      const months = known(participationOf(), contacts)
      for (const month of [6, 12, 24]) expect(months[month] !== undefined).toBe(isPointKnown(contacts, month))
    }),
  )
})

function isPointKnown(contacts: readonly ContactFields[], month: number): boolean {
  const states = laterStates(participationOf(), contacts)
  return states[`stateAfterStart${month}` as keyof typeof states] !== null
}
