// On the embedded database alone
import { expect, test } from 'vitest'
import { askedOf, placeOf } from '../../../test/askedFacts.ts'
import { denseFacts } from '../../../test/denseFacts.ts'
import { monthNumber } from '../../values/month.ts'
import { reportParts } from './outcomeReport.ts'

const period = { from: '2023-01', to: '2023-12' }
const parts = reportParts(askedOf(denseFacts(2000, 4), period, { place: placeOf('association', 'association-0') }), monthNumber('2025-12'))
const of = (key: string) => parts.find((part) => part.key === `outcomes.${key}`)!

test('the report has the question, the answer, what happened, the change and what is not known, in this order', () =>
  expect(parts.map(({ key }) => key.split('.')[1])).toEqual([
    ...['question', 'answer', 'ends', 'states', 'months', 'stay', 'change', 'views', 'comparison', 'notKnown'],
  ]))
test('the answer is of the outcome that is fixed, with its interval and what the unknown leave open', () => {
  expect(of('answer').sentence).toMatch(
    /^I arbete\/studier 12 månader efter start: ≈.+ av ≈.+ \(.+\s%, osäkerhet .+\)\. Okända står kvar i nämnaren/,
  )
  expect(of('question').definition).toContain('bestämt på förhand')
})
test('before and after is marked as a change, and nothing else is', () =>
  expect(parts.filter(({ isChange }) => isChange).map(({ key }) => key)).toEqual(['outcomes.change', 'outcomes.views']))
test('every row has a value for every column', () => {
  for (const { columns, rows } of parts) for (const { values } of rows) expect(values).toHaveLength(columns.length)
})
test('the word for what an intervention did stands only where it is said that it is none', () => {
  const words = JSON.stringify(parts).replaceAll('Förändring, inte effekt', '')
  expect(words.toLowerCase()).not.toContain('effekt')
})
