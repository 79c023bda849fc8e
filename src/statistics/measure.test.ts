import { describe, expect, test } from 'vitest'
import { factColumns } from '../participations/factColumns.ts'
import type { FactRow } from '../participations/factColumns.ts'
import { FactsBuilder } from './facts.ts'
import type { Facts } from './facts.ts'
import { countsOf, measures, outcomesOf, populationOf, quartilesOf } from './measure.ts'
import type { MeasureName } from './measureTexts.ts'

const empty = Object.fromEntries(factColumns.map(({ name }) => [name, null])) as unknown as FactRow
const base: FactRow = {
  ...empty,
  controller: 0,
  association: 0,
  intervention: 0,
  sex: 0,
  personIndex: 0,
  entryMonth: 24000,
  exitMonth: 24005,
  daysToExit: 150,
  occupationBefore: 4,
}
const [work, studies, workAndStudies, jobSeeking, other, unknown] = [0, 1, 2, 3, 4, 5]
const [sjukpenning, studiestod, lon, ingenOffentlig, ingenKandInkomst] = [1 << 0, 1 << 8, 1 << 10, 1 << 13, 1 << 14]
const period = { from: '2000-01', to: '2000-12' }

function factsOf(...rows: Partial<FactRow>[]): Facts {
  const builder = new FactsBuilder()
  for (const row of rows) builder.append({ ...base, ...row })
  const one = [{ id: 'x', name: 'X', orientation: 'individual', methods: [] }]
  return builder.finish({
    controllers: ['c', 'd'],
    associations: one,
    interventions: one,
    methods: [],
    municipalities: [],
    regions: [],
  })
}

/** What the measure says of one exit: yes, no, unknown or apart. */
function outcome(name: MeasureName, row: Partial<FactRow>): string {
  const query = { dimensions: [], filter: populationOf(measures[name], period) }
  const [counts] = outcomesOf(factsOf(row), measures[name], query)
  expect(counts!.n).toBe(1)
  if (counts!.x) return 'yes'
  if (counts!.unknown) return 'unknown'
  return counts!.apart ? 'apart' : 'no'
}

describe('to work or study', () => {
  const cases: [Partial<FactRow>, string][] = [
    [{ occupationAfter: work, workAfter: 25 }, 'yes'],
    [{ occupationAfter: studies, studyAfter: 1 }, 'yes'],
    [{ occupationAfter: work }, 'yes'],
    [{ occupationAfter: workAndStudies }, 'yes'],
    [{ occupationAfter: work, workAfter: 0 }, 'no'],
    [{ occupationAfter: jobSeeking }, 'no'],
    [{ occupationAfter: other, workAfter: 10 }, 'yes'],
    [{ occupationAfter: unknown }, 'unknown'],
    [{ occupationAfter: null }, 'unknown'],
    [{ occupationAfter: null, workAfter: 0, studyAfter: 0 }, 'no'],
    [{ occupationAfter: null, workAfter: 0 }, 'unknown'],
  ]
  test.each(cases)('%j is %s', (row, expected) => expect(outcome('to-work-or-study', row)).toBe(expected))
})

describe('started or increased', () => {
  const cases: [Partial<FactRow>, string][] = [
    [{ workBefore: 0, studyBefore: 0, occupationAfter: work, workAfter: 50 }, 'yes'],
    [{ workBefore: 50, studyBefore: 0, occupationAfter: work, workAfter: 50, studyAfter: 0 }, 'no'],
    [{ workBefore: 50, studyBefore: 0, occupationAfter: studies, workAfter: 0, studyAfter: 75 }, 'yes'],
    [{ workBefore: 50, studyBefore: 25, occupationAfter: work, workAfter: 70, studyAfter: 0 }, 'no'],
    [{ occupationBefore: work, occupationAfter: work, workAfter: 50 }, 'unknown'],
    [{ occupationBefore: work, occupationAfter: other }, 'no'],
    [{ occupationBefore: other, occupationAfter: work }, 'yes'],
    [{ occupationBefore: other, occupationAfter: unknown }, 'unknown'],
  ]
  test.each(cases)('%j is %s', (row, expected) => expect(outcome('started-or-increased', row)).toBe(expected))
})

describe('job-seeking after', () => {
  const cases: [Partial<FactRow>, string][] = [
    [{ occupationAfter: jobSeeking }, 'yes'],
    [{ occupationAfter: jobSeeking, workAfter: 20 }, 'no'],
    [{ occupationAfter: other }, 'no'],
    [{ occupationAfter: unknown }, 'unknown'],
  ]
  test.each(cases)('%j is %s', (row, expected) => expect(outcome('job-seeking-after', row)).toBe(expected))
})

describe('self-supporting after', () => {
  const cases: [Partial<FactRow>, string][] = [
    [{ supportAfter: lon }, 'yes'],
    [{ supportAfter: studiestod }, 'yes'],
    [{ supportAfter: lon | sjukpenning }, 'no'],
    [{ supportAfter: ingenOffentlig }, 'no'],
    [{ supportAfter: ingenKandInkomst }, 'apart'],
    [{ supportAfter: null }, 'unknown'],
    [{ supportAfter: 0 }, 'unknown'],
  ]
  test.each(cases)('%j is %s', (row, expected) => expect(outcome('self-supporting-after', row)).toBe(expected))
})

describe('right support', () => {
  test('is an exit reason', () => expect(outcome('right-support', { exitReason: 4 })).toBe('yes'))
  test('is not another one', () => expect(outcome('right-support', { exitReason: 1 })).toBe('no'))
  test('is unknown without reason', () => expect(outcome('right-support', {})).toBe('unknown'))
})

describe('populations', () => {
  const count = (name: MeasureName, ...rows: Partial<FactRow>[]) =>
    countsOf(factsOf(...rows), measures[name], { dimensions: [], filter: populationOf(measures[name], period) })[0]
  const [before, first, last, after] = [23999, 24000, 24011, 24012]
  test('in the period: entry by its end, and no exit or exit from its start', () => {
    expect(count('participations', { entryMonth: last, exitMonth: after }, { entryMonth: before, exitMonth: first })).toBe(2)
    expect(count('participations', { entryMonth: before, exitMonth: null }, { entryMonth: before, exitMonth: after })).toBe(2)
    expect(count('participations', { entryMonth: after, exitMonth: null }, { entryMonth: before, exitMonth: before })).toBe(0)
  })
  test('exits: exit in the period', () => {
    expect(count('exits', { exitMonth: first }, { exitMonth: last }, { exitMonth: after }, { exitMonth: null })).toBe(2)
  })
  test('never what was registered in error', () => {
    expect(count('participations', { exitReason: 9 }, {})).toBe(1)
    expect(count('exits', { exitReason: 9 }, {})).toBe(1)
  })
  test('distinct persons are counted once within a controller', () => {
    expect(count('distinct-persons', {}, {}, { personIndex: 1, controller: 1 })).toBe(2)
  })
})

describe('duration', () => {
  test('is measured on exits in the period', () => {
    const facts = factsOf({ daysToExit: 30 }, { daysToExit: 10 }, { daysToExit: 20 }, { exitMonth: null, daysToExit: null })
    const query = { dimensions: [], filter: populationOf(measures.duration, period) }
    expect(quartilesOf(facts, measures.duration, query)).toEqual([{ n: 3, lower: 15, median: 20, upper: 25 }])
  })
})

describe('support missing', () => {
  const cases: [Partial<FactRow>, string][] = [
    [{ supportBefore: 0, supportAfter: 0 }, 'yes'],
    [{ supportBefore: 0, supportAfter: null }, 'yes'],
    [{ supportBefore: sjukpenning, supportAfter: null }, 'no'],
    [{ supportBefore: 0, supportAfter: lon }, 'no'],
    [{ supportBefore: ingenKandInkomst, supportAfter: 0 }, 'no'],
  ]
  test.each(cases)('%o is %s', (row, wanted) => expect(outcome('support-missing', row)).toBe(wanted))
})

describe('over four years', () => {
  const cases: [number | null, string][] = [
    [1461, 'no'],
    [1462, 'yes'],
    [null, 'unknown'],
  ]
  test.each(cases)('%s days is %s', (daysToExit, wanted) => expect(outcome('over-four-years', { daysToExit })).toBe(wanted))
})

describe('measures as data', () => {
  test('are named as in addresses', () => {
    for (const [key, { name }] of Object.entries(measures)) expect([name, name]).toEqual([key, key.toLowerCase()])
  })
  test('have label and definition in both languages', () => {
    for (const { label, definition } of Object.values(measures)) {
      for (const text of [label.sv, label.en, definition.sv, definition.en]) expect(text.length).toBeGreaterThan(3)
    }
  })
  test('a count is no share', () => {
    expect(() => outcomesOf(factsOf({}), measures.exits, { dimensions: [] })).toThrow('not a share')
  })
})
