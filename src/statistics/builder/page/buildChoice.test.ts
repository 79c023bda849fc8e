import fc from 'fast-check'
import { expect, test } from 'vitest'
import { questionOf, readBuild, writeBuild } from './buildChoice.ts'
import type { BuildChoice } from './buildChoice.ts'

const usual: BuildChoice = { measure: 'exits', rows: 'sex', columns: '', from: '2024-01', to: '2024-12', filters: {}, sort: '' }

test('an address gives back the choice that it was made of', () => {
  const word = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9+-]{0,12}$/)
  const choice = fc.record({
    ...{
      measure: word,
      rows: fc.oneof(fc.constant(''), word),
      columns: fc.oneof(fc.constant(''), word),
      from: word,
      to: word,
      sort: fc.oneof(fc.constant(''), word),
    },
    filters: fc.dictionary(word, fc.array(word, { minLength: 0, maxLength: 4 }), { maxKeys: 4, noNullPrototype: true }),
  })
  fc.assert(
    fc.property(choice, (one) => {
      expect(readBuild(writeBuild(one), usual)).toEqual(one)
    }),
  )
})
test('an empty address is the usual table', () => expect(readBuild({}, usual)).toEqual(usual))
test('a question names the period and the filters that keep somebody out', () =>
  expect(questionOf({ ...usual, filters: { ageGroup: ['16-24', '25-29'], education: [] } })).toEqual({
    ...{ measure: 'exits', rows: 'sex' },
    where: ['from=2024-01', 'to=2024-12', 'ageGroup=16-24,25-29'],
  }))
