import { describe, expect, test } from 'vitest'
import { MonthState } from '../participations/codes.ts'
import { factColumns, type FactRow } from '../participations/factColumns.ts'
import { lastMonthKept, placeOf } from '../participations/monthStates.ts'
import { monthNumber } from '../values/month.ts'
import { columnOf } from './column.ts'
import type { SingleDimension } from './dimension.ts'
import { FactsBuilder, type Facts } from './facts.ts'
import { gotWorkDimension, monthStateCodes, monthStateDimension, stillInWorkDimension } from './monthState.ts'

type State = Parameters<typeof MonthState.index>[0]
const empty = Object.fromEntries(factColumns.map(({ name }) => [name, null])) as unknown as FactRow
const places = { controller: 0, association: 0, intervention: 0, sex: 0, personIndex: 0 }

/** One fact that began in March 2023: its states by month, and what else is known of it. */
function factWith(states: Partial<Record<number, State>>, given: Partial<FactRow> = {}, seenUntil = '2030-01'): Facts {
  const row: FactRow = { ...empty, ...places, entryMonth: monthNumber('2023-03'), ...given }
  for (const [month, state] of Object.entries(states)) {
    const { column, shift } = placeOf(Number(month))
    row[column] = (row[column] ?? 0) | ((MonthState.index(state!) + 1) << shift)
  }
  const builder = new FactsBuilder()
  builder.append(row)
  const one = [{ id: 'x', name: 'X', orientation: 'individual', methods: [] }]
  const words = { controllers: ['c'], associations: one, interventions: one, methods: [], municipalities: [], regions: [] }
  return builder.finish(words, monthNumber(seenUntil))
}
const codeOf = (facts: Facts, dimension: SingleDimension): string =>
  dimension.codes[dimension.lookup[columnOf(facts, dimension.column)[0]!]!]!.code

describe('the state of a month', () => {
  test('is what is told of it, and of no other month', () => {
    const facts = factWith({ 7: 'ordinaryWork', 24: 'assistance' }, { daysToExit: 10 })
    expect([6, 7, 8, 24].map((month) => codeOf(facts, monthStateDimension(month)))).toEqual([
      'unknown',
      'ordinaryWork',
      'unknown',
      'assistance',
    ])
  })
  test('of whom nothing is told is that they were still there, until they left', () => {
    const facts = factWith({}, { daysToExit: 200 })
    expect([0, 6, 7].map((month) => codeOf(facts, monthStateDimension(month)))).toEqual(['participating', 'participating', 'unknown'])
  })
  test('of somebody who has not left is that they are still there', () =>
    expect(codeOf(factWith({}), monthStateDimension(24))).toBe('participating'))
  test('has a code for each in the list and two more', () => expect(monthStateCodes).toHaveLength(MonthState.codes.length + 2))
})

describe('getting work', () => {
  const got = (states: Partial<Record<number, State>>, later = 6, seenUntil?: string): string =>
    codeOf(factWith(states, {}, seenUntil), gotWorkDimension(later))
  test('is being in work of any kind in a later month of the first year', () => {
    for (const state of ['ordinaryWork', 'subsidisedWork', 'workOfUnknownType'] as const)
      expect(got({ 0: 'sickness', 12: state })).toBe('in')
  })
  test('is not what comes later, nor studies, nor work of unknown extent', () => {
    expect([got({ 13: 'ordinaryWork' }), got({ 3: 'studies' }), got({ 3: 'unknownExtent' })]).toEqual(['out', 'out', 'out'])
  })
  test('is of those who did not work at the start', () => expect(got({ 0: 'subsidisedWork', 5: 'ordinaryWork' })).toBe('out'))
  test('is of those who have been seen that long after', () => {
    expect(got({ 3: 'ordinaryWork' }, 6, '2023-12')).toBe('in')
    expect(got({ 3: 'ordinaryWork' }, 6, '2023-11')).toBe('out')
  })
})

describe('still in work six months after the first month in it', () => {
  const still = (...after: (State | null)[]): string => {
    const states: Partial<Record<number, State>> = { 3: 'ordinaryWork' }
    for (const [at, state] of after.entries()) if (state) states[4 + at] = state
    return codeOf(factWith(states), stillInWorkDimension(6))
  }
  const work = Array<State>(5).fill('ordinaryWork')
  test.each<[string, (State | null)[]]>([
    ['still', [...work, 'subsidisedWork']],
    ['left', [...work, 'unemployment']],
    ['unknown', work],
    ['unknown', [...work, 'unknownExtent']],
    ['still', ['ordinaryWork', 'sickness', 'ordinaryWork', 'ordinaryWork', 'ordinaryWork', 'ordinaryWork']],
    ['left', ['sickness', 'sickness', 'ordinaryWork', 'ordinaryWork', 'ordinaryWork', 'ordinaryWork']],
    ['left', ['sickness', 'assistance', null, null, null, null]],
    ['still', ['sickness', null, 'ordinaryWork', 'ordinaryWork', 'ordinaryWork', 'ordinaryWork']],
    ['still', [...work, 'sickness', 'ordinaryWork']],
    ['left', [...work, 'sickness', 'sickness']],
    ['left', [...work, 'studies']],
    ['left', [...work, 'deceased']],
  ])('%s after %o', (code, after) => expect(still(...after)).toBe(code))
  test('needs no month after the last', () => {
    const late = Object.fromEntries(Array.from({ length: 13 }, (_, at) => [12 + at, at === 12 ? 'sickness' : 'ordinaryWork'])) as Record<
      number,
      State
    >
    expect(lastMonthKept).toBe(24)
    expect(codeOf(factWith(late), stillInWorkDimension(12))).toBe('left')
  })
})
