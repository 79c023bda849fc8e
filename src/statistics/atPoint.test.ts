import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { StateLater } from '../participations/codes.ts'
import { factColumns } from '../participations/factColumns.ts'
import type { FactRow } from '../participations/factColumns.ts'
import { monthNumber } from '../values/month.ts'
import { countedCells } from './countedCells.ts'
import { countingOf } from './countingOf.ts'
import { FactsBuilder } from './facts.ts'
import { measures } from './measure.ts'
import type { MeasureName } from './measureTexts.ts'
import { outcomeCodes, outcomeDimension } from './outcome.ts'

const empty = Object.fromEntries(factColumns.map(({ name }) => [name, null])) as unknown as FactRow
const places = { controller: 0, association: 0, intervention: 0, sex: 0, personIndex: 0 }
const work = 0
const year = { from: '2023-01', to: '2023-12' }
const state = (code: Parameters<typeof StateLater.index>[0]): number => StateLater.index(code)

/** How many of some facts have each outcome of a measure, of those that it concerns, when everything until a month is registered. */
function counted(name: MeasureName, seenUntil: string, rows: readonly Partial<FactRow>[]): Record<string, number> {
  const builder = new FactsBuilder()
  for (const row of rows) builder.append({ ...empty, ...places, entryMonth: monthNumber('2023-03'), ...row })
  const one = [{ id: 'x', name: 'X', orientation: 'individual', methods: [] }]
  const words = { controllers: ['c'], associations: one, interventions: one, methods: [], municipalities: [], regions: [] }
  const facts = builder.finish(words, monthNumber(seenUntil))
  const measure = measures[name]
  if (measure.kind !== 'share') throw new Error('No share')
  const { counts } = countedCells(facts, { ...countingOf(year, measure, []), axes: [outcomeDimension(measure.numerator)] })
  return Object.fromEntries(outcomeCodes.map((code, at): [string, number] => [code, counts[at]!]).filter(([, n]) => n > 0))
}

describe('in work or study twelve months after start', () => {
  const name = 'in-work-or-study-12-months'
  test.each([
    ['ordinaryWork', 'yes'],
    ['subsidisedWork', 'yes'],
    ['workOfUnknownType', 'yes'],
    ['studies', 'yes'],
    ['unknownExtent', 'unknown'],
    ['lessWorkOrStudies', 'no'],
    ['jobSeeking', 'no'],
    ['neither', 'no'],
    ['deceased', 'no'],
  ] as const)('%s is %s', (code, outcome) =>
    expect(counted(name, '2026-01', [{ stateAfterStart12: state(code) }])).toEqual({ [outcome]: 1 }),
  )
  test('nothing known is unknown, and stays in the denominator', () => expect(counted(name, '2026-01', [{}])).toEqual({ unknown: 1 }))
  test('is of those who began in the period, whenever they left', () => {
    const rows = [{ exitMonth: monthNumber('2023-05') }, { exitMonth: null }, { entryMonth: monthNumber('2022-12') }]
    expect(counted(name, '2026-01', rows)).toEqual({ unknown: 2 })
  })
  test('is of those whose twelve months have passed in a month that is counted', () => {
    expect(counted(name, '2024-02', [{ stateAfterStart12: state('studies') }])).toEqual({})
    expect(counted(name, '2024-03', [{ stateAfterStart12: state('studies') }])).toEqual({ yes: 1 })
  })
  test('is told by no other point', () =>
    expect(counted(name, '2026-01', [{ stateAfterStart6: state('studies'), stateAfterExit12: state('studies') }])).toEqual({ unknown: 1 }))
})

describe('still in work or study twelve months after exit', () => {
  const name = 'still-in-work-or-study-12-months'
  const left = { exitMonth: monthNumber('2023-06'), daysToExit: 90, occupationAfter: work, workAfter: 20 }
  test.each([
    ['ordinaryWork', 'yes'],
    ['lessWorkOrStudies', 'yes'],
    ['unknownExtent', 'yes'],
    ['jobSeeking', 'no'],
    ['neither', 'no'],
  ] as const)('%s is %s', (code, outcome) =>
    expect(counted(name, '2026-01', [{ ...left, stateAfterExit12: state(code) }])).toEqual({ [outcome]: 1 }),
  )
  test('is of those who were in work or studies at exit', () =>
    expect(counted(name, '2026-01', [{ ...left, workAfter: 0, stateAfterExit12: state('studies') }])).toEqual({}))
  test('is of those whose twelve months have passed in a month that is counted', () => {
    expect(counted(name, '2024-05', [left])).toEqual({})
    expect(counted(name, '2024-06', [left])).toEqual({ unknown: 1 })
  })
})

test('nobody is in a share before the point, and everybody who began is once it has passed', () => {
  const months = fc.array(fc.integer({ min: 0, max: 11 }), { maxLength: 30 })
  fc.assert(
    fc.property(months, fc.integer({ min: 0, max: 40 }), (begun, later) => {
      const first = monthNumber('2023-01')
      const rows = begun.map((month) => ({ entryMonth: first + month }))
      const until = first + later
      const text = `${Math.floor(until / 12)}-${String((until % 12) + 1).padStart(2, '0')}`
      const due = begun.filter((month) => month + 6 <= later).length
      expect(counted('in-work-or-study-6-months', text, rows).unknown ?? 0).toBe(due)
    }),
  )
})
