import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { importRow } from '../../test/participations.ts'
import { StateLater } from './codes.ts'
import type { Participation } from './domain.ts'
import { laterMonths, laterStates, type LaterStates } from './later.ts'
import type { ContactFields, State } from './register/contact.ts'

const participationOf = (given: Partial<Participation> = {}): Participation => importRow(1, { entryDate: '2023-01-10', ...given })
const at = (date: string, state: Partial<State> & { from?: string } = {}): ContactFields => ({
  ...{ date, reached: true, source: 'ownContact' },
  changes: [{ from: date, occupation: 'other', workExtent: 0, studyExtent: 0, workType: null, support: {}, ...state }],
})
const work = { occupation: 'work', workExtent: 50, workType: 'unsubsidised' } as const
const codesOf = (states: LaterStates): (string | null)[] =>
  laterMonths.map((months) => {
    const position = states[`stateAfterStart${months}`]
    return position === null ? null : StateLater.at(position)
  })
const codeAfterYear = (state: Partial<State>): string | null => codesOf(laterStates(participationOf(), [at('2024-01-10', state)]))[1]!

describe('the state after start', () => {
  test('is not known where nobody was reached after it', () =>
    expect(codesOf(laterStates(participationOf(), []))).toEqual([null, null, null]))
  test('holds between two known points, and is what a contact says from its day', () => {
    const contacts = [at('2023-07-01'), at('2024-02-01', { ...work, from: '2023-09-01' })]
    expect(codesOf(laterStates(participationOf(), contacts))).toEqual(['neither', 'ordinaryWork', null])
  })
  test('is told by a contact up to 45 days before, and not by an earlier one', () => {
    expect(codesOf(laterStates(participationOf(), [at('2023-11-26', work)]))[1]).toBe('ordinaryWork')
    expect(codesOf(laterStates(participationOf(), [at('2023-11-25', work)]))[1]).toBe(null)
  })
  test('is told by a contact long after, of what was then', () =>
    expect(codesOf(laterStates(participationOf(), [at('2025-03-01', { ...work, from: '2024-06-01' })]))).toEqual([
      'neither',
      'neither',
      'ordinaryWork',
    ]))
  test('of somebody who had died is that, with no follow-up', () =>
    expect(codesOf(laterStates(participationOf({ exitDate: '2023-12-01', exitReason: 'deceased' }), []))).toEqual([
      null,
      'deceased',
      'deceased',
    ]))
  test('is not told by a later exit, of which nobody was asked from when', () => {
    const exit = { exitDate: '2023-12-20', exitReason: 'toStudies', occupationAfter: 'studies', studyExtentAfter: 100 } as const
    expect(codesOf(laterStates(participationOf(exit), []))[0]).toBe(null)
  })
  test('is told by an exit that lies close to it', () => {
    const exit = { exitDate: '2023-12-20', exitReason: 'toStudies', occupationAfter: 'studies', studyExtentAfter: 100 } as const
    expect(codesOf(laterStates(participationOf(exit), []))[1]).toBe('studies')
  })
})

test.each<[string | null, Partial<State>]>([
  ['ordinaryWork', { ...work, workExtent: 25 }],
  ['ordinaryWork', { ...work, workType: 'ownBusiness' }],
  ['subsidisedWork', { ...work, workType: 'subsidised' }],
  ['workOfUnknownType', { ...work, workType: null }],
  ['lessWorkOrStudies', { ...work, workExtent: 24 }],
  ['lessWorkOrStudies', { occupation: 'studies', studyExtent: 49 }],
  ['studies', { occupation: 'studies', studyExtent: 50 }],
  ['ordinaryWork', { ...work, occupation: 'workAndStudies', studyExtent: 50 }],
  ['unknownExtent', { occupation: 'work', workExtent: null }],
  ['unknownExtent', { occupation: 'studies', studyExtent: null }],
  ['jobSeeking', { occupation: 'jobSeeking' }],
  ['neither', { occupation: 'other' }],
  [null, { occupation: 'unknown', workExtent: null, studyExtent: null }],
])('%s of %o', (code, state) => expect(codeAfterYear(state)).toBe(code))

test('a contact that reached nobody tells nothing', () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 700 }), (day) => {
      const date = new Date(Date.UTC(2023, 0, 10 + day)).toISOString().slice(0, 10)
      const contact: ContactFields = { date, reached: false, source: 'ownContact', changes: [] }
      expect(laterStates(participationOf(), [contact])).toEqual(laterStates(participationOf(), []))
    }),
  ))
