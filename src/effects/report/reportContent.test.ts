// On the embedded database alone
import { expect, test } from 'vitest'
import { askedOf, placeOf } from '../../../test/askedFacts.ts'
import { denseFacts } from '../../../test/denseFacts.ts'
import { monthNumber } from '../../values/month.ts'
import type { ReportPart } from '../../statistics/reports/domain.ts'
import { comparisonOf } from '../fair/fairComparison.ts'
import type { Registration } from '../registered/domain.ts'
import { fairPart } from './fairPart.ts'
import { gatePart } from './gatePart.ts'
import { reportParts, type Beside } from './outcomeReport.ts'

const period = { from: '2023-01', to: '2023-12' }
const ask = askedOf(denseFacts(2000, 4), period, { place: placeOf('association', 'association-0') })
const unit = ask.snapshot.facts.dictionaries.interventions[0]!.id
const fair = (id: string): ReportPart =>
  fairPart(ask, id, { place: 'Prov', comparison: comparisonOf(ask, monthNumber('2025-12'), 'state') })
const partsWith = (given: Partial<Beside> = {}): ReportPart[] =>
  reportParts(ask, monthNumber('2025-12'), { registrations: [], fair: fair(unit), comparisonSha256: undefined, ...given })
const parts = partsWith()
const partOf = (of: readonly ReportPart[], key: string): ReportPart => of.find((part) => part.key === `outcomes.${key}`)!
const of = (key: string) => partOf(parts, key)
const answersIn = (own: readonly ReportPart[]): string[] =>
  own.filter(({ key }) => key.startsWith('outcomes.answer')).map(({ sentence }) => sentence.split(':')[0]!)
const registered = (version: number, given: Partial<Registration> = {}): Registration => ({
  ...{ version, outcome: 'afterStart', months: 24, beforeData: true, reason: '', registeredAt: '2022-02-02T23:30:00Z', registeredBy: '' },
  ...given,
})

test('the report has the question, the answer, what happened, the change and what is not known, in this order', () =>
  expect(parts.map(({ key }) => key.split('.')[1])).toEqual([
    ...['question', 'answer', 'ends', 'states', 'reached', 'months', 'stay', 'change', 'views', 'fair', 'comparison', 'notKnown'],
  ]))
test('the answer is of the outcome that is fixed, with its interval and what the unknown leave open', () => {
  expect(of('answer').sentence).toMatch(
    /^I arbete\/studier 12 månader efter start: ≈.+ av ≈.+ \(.+\s%, osäkerhet .+\)\. Okända står kvar i nämnaren/,
  )
  expect(of('question').sentence).toContain('bestämt på förhand')
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

test('an outcome that was fixed before there could be data is the one that is answered', () => {
  const own = partsWith({ registrations: [registered(1)] })
  expect(partOf(own, 'answer').sentence).toMatch(/^I arbete\/studier 24 månader efter start: /)
  expect(partOf(own, 'question').sentence).toContain('bestämdes 2022-02-03, innan någon deltagare kunde ha kommit dit')
  expect(answersIn(own).slice(1)).toEqual(['I arbete/studier 12 månader efter start'])
  expect(partOf(own, 'question').sentence).toContain('lika för alla insatser besvaras alltid')
})
test('the usual outcome is answered once where it was fixed before data, whatever was fixed beside it', () =>
  expect(answersIn(partsWith({ registrations: [registered(2), registered(1, { months: 12 })] }))).toEqual([
    'I arbete/studier 12 månader efter start',
    'I arbete/studier 24 månader efter start',
  ]))
test('one that was changed with data at hand stands after it, as exploratory, with the reason', () => {
  const later = registered(2, {
    outcome: 'afterExit',
    months: 6,
    beforeData: false,
    reason: 'Bättre tal',
    registeredAt: '2025-05-06T10:00:00Z',
  })
  const own = partsWith({ registrations: [later, registered(1)] })
  expect(answersIn(own)).toEqual([
    'I arbete/studier 24 månader efter start',
    'I arbete/studier 12 månader efter start',
    'Kvar i arbete/studier 6 månader efter avslut',
  ])
  expect(partOf(own, 'question').sentence).toMatch(/2025-05-06, när det redan kunde finnas uppgifter.+utforskande\..+Bättre tal/)
})
test('each that was fixed before there could be data is answered, the first of them first, and then what was changed with data at hand', () => {
  const all = [
    registered(3, { outcome: 'afterExit', months: 6, beforeData: false, reason: 'Bättre tal' }),
    registered(2, { months: 24, reason: 'Vi vill se längre', registeredAt: '2022-05-06T10:00:00Z' }),
    registered(1, { months: 12 }),
  ]
  const own = partsWith({ registrations: all })
  expect(answersIn(own)).toEqual([
    'I arbete/studier 12 månader efter start',
    'I arbete/studier 24 månader efter start',
    'Kvar i arbete/studier 6 månader efter avslut',
  ])
  const question = partOf(own, 'question').sentence
  expect(question.match(/Allt annat i rapporten är utforskande/g)).toHaveLength(1)
  expect(question.indexOf('2022-02-03')).toBeLessThan(question.indexOf('2022-05-06'))
})
test('the usual one is answered first, as fixed for all, where everything else was fixed with data at hand, and is never exploratory itself', () => {
  const later = registered(2, { outcome: 'afterExit', months: 6, beforeData: false, reason: 'Bättre tal' })
  const own = partsWith({ registrations: [later, registered(1, { months: 12, beforeData: false })] })
  expect(answersIn(own)).toEqual(['I arbete/studier 12 månader efter start', 'Kvar i arbete/studier 6 månader efter avslut'])
  const question = partOf(own, 'question').sentence
  expect(question).toContain('bestämt på förhand och lika för alla')
  expect(question.match(/Det är därför utforskande/g)).toHaveLength(1)
})
test('one that was never fixed before data stands after the usual one, and is called exploratory', () => {
  const own = partsWith({ registrations: [registered(1, { beforeData: false })] })
  expect(answersIn(own)).toEqual(['I arbete/studier 12 månader efter start', 'I arbete/studier 24 månader efter start'])
  expect(partOf(own, 'question').sentence).toContain('Det är därför utforskande')
})
test('how it stands beside the others is in it, as numbers of 100 or why there are none', () => {
  expect(of('fair').sentence).toMatch(/^Bland insatserna i Prov: \d+ av 100 \(mellan|^Insatsen jämförs inte: /)
  expect(fair('none').sentence).toBe('Insatsen har inga som kan jämföras i perioden.')
})
test('each check of the gate is there with its limit, and what needs somebody to compare with is said to be untried', () => {
  const { rows, columns } = of('comparison')
  expect(columns.map(({ label }) => label)).toEqual(['Värde', 'Krav', 'Svar'])
  const told = rows.map(({ label, values }) => [label, ...values.map((value) => (value.kind === 'text' ? value.text : ''))])
  expect(told).toHaveLength(10)
  const [started, ...others] = told
  expect(started).toEqual(['Antal som startade', expect.stringMatching(/^≈?\d/), 'minst 25', 'håller'])
  const followed = others.find(([name]) => name!.startsWith('Känt utfall'))!
  const share = Number(/\d+/.exec(followed[1]!)![0])
  expect(followed.slice(2)).toEqual(['minst 80\u00a0%', share >= 80 ? 'håller' : 'håller inte'])
  const rest = others.filter((row) => row !== followed)
  expect(rest.every(([, value, , answer]) => value === 'ingen att jämföra med' && answer === 'inte prövad')).toBe(true)
  expect(of('comparison').sentence).toMatch(/minst \d+ personer att jämföra med/)
})
test('where few began the first check does not hold, or is untried when their number is hidden', () => {
  const few = askedOf(denseFacts(30, 4), period, { place: placeOf('association', 'association-0') })
  const [row] = gatePart(few, { outcome: 'afterStart', months: 12 }, undefined).rows
  const [, , answer] = row!.values.map((value) => (value.kind === 'text' ? value.text : ''))
  expect(['håller inte', 'inte prövad']).toContain(answer)
})
test('a comparison made elsewhere is referred to by its checksum alone, and said to be unseen', () => {
  const sha = 'ab'.repeat(32)
  expect(partOf(partsWith({ comparisonSha256: sha }), 'comparison').sentence).toMatch(
    new RegExp(`kontrollsumman ${sha}\\. Servern har inte sett den`),
  )
  expect(of('comparison').sentence).not.toContain('kontrollsumman')
})
