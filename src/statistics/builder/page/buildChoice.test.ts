import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chartKinds, movingPeriods, SavedQuestion } from '../domain.ts'
import { choiceOf, questionOf, readBuild, savedOf, writeBuild } from './buildChoice.ts'
import type { BuildChoice } from './buildChoice.ts'

const usual: BuildChoice = {
  ...{ measures: ['exits'], rows: 'sex', columns: '', moving: '', from: '2024-01', to: '2024-12' },
  ...{ filters: {}, sort: '', chart: '' },
}
const year = { from: '2025-01', to: '2025-12' }
const choices = { moving: { wholeYear: year, twelveMonths: { from: '2025-11', to: '2026-10' } } }

const word = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9-]{0,12}$/)
const month = fc.constantFrom('2019-03', '2020-01', '2024-12')
const anyChoice = fc.record({
  ...{ measures: fc.array(word, { minLength: 1, maxLength: 4 }), rows: fc.oneof(fc.constant(''), word) },
  ...{ columns: fc.oneof(fc.constant(''), word), moving: fc.constantFrom('' as const, ...movingPeriods), from: month, to: month },
  sort: fc.constantFrom('', 'label', 'total', '3', '1.0', '2.total'),
  chart: fc.constantFrom(...chartKinds),
  filters: fc.dictionary(word, fc.array(word, { minLength: 0, maxLength: 4 }), { maxKeys: 4, noNullPrototype: true }),
})

test('an address gives back the choice that it was made of', () => {
  fc.assert(
    fc.property(anyChoice, (one) => {
      expect(readBuild(writeBuild(one), { ...usual, filters: { sex: ['man'] } })).toEqual(one)
    }),
  )
})
test('what is saved gives back the choice that it was made of', () =>
  fc.assert(
    fc.property(anyChoice, (one) => {
      const inOrder = one.from <= one.to ? one : { ...one, from: one.to, to: one.from }
      expect(choiceOf(SavedQuestion.parse(savedOf(inOrder)), inOrder)).toEqual(inOrder)
    }),
  ))

describe('an address', () => {
  test('that is empty is the usual table, with its filters', () => {
    const filtered = { ...usual, filters: { sex: ['man'] } }
    expect(readBuild({}, filtered)).toEqual(filtered)
  })
  test('of one measure, as they were before there were several, is read as it was', () =>
    expect(readBuild({ matt: 'exits', fran: '2023-01', till: '2023-12' }, { ...usual, moving: 'wholeYear' })).toEqual({
      ...usual,
      ...{ from: '2023-01', to: '2023-12' },
    }))
  test('with more measures than there is room for has the first of them', () =>
    expect(readBuild({ matt: 'a,b,c,d,e' }, usual).measures).toEqual(['a', 'b', 'c', 'd']))
})

describe('a question', () => {
  const filters = { ageGroup: ['16-24', '25-29'], education: [] }
  test('names the period and the filters that keep somebody out', () =>
    expect(questionOf({ ...usual, filters }, choices)).toEqual({
      ...{ measure: ['exits'], rows: 'sex' },
      where: ['from=2024-01', 'to=2024-12', 'ageGroup=16-24,25-29'],
    }))
  test('of a period that goes with time is of the months it is of now', () =>
    expect(questionOf({ ...usual, moving: 'twelveMonths' }, choices).where).toEqual(['from=2025-11', 'to=2026-10']))
})
