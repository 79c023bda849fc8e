import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { answered, openPage, refused, settled, textOf } from '../../../../test/livePage.ts'
import type { LivePage } from '../../../../test/livePage.ts'
import { useTransport } from '../../../platform/call.ts'
import BuilderPage from './BuilderPage.vue'

const months = { from: '2024-01', to: '2024-12' }
const noise = { version: 1, maxDeviation: 7 }
const measure = {
  ...{ name: 'exits', label: 'Avslut', definition: 'Som slutade.', unit: 'participations', formula: 'n', source: 'Registret' },
  ...{ since: '2020-01', replacedBy: null },
}
const choices = {
  measures: [measure],
  dimensions: [
    { name: 'sex', label: 'Kön', isMulti: false, codes: [{ code: 'female', label: 'Kvinna' }] },
    { name: 'exitReason', label: 'Skäl', isMulti: false, codes: [{ code: 'work', label: 'Arbete' }] },
  ],
  ...{ demo: false, noise, firstMonth: '2024-01', lastMonth: '2024-12', defaultPeriod: months },
  moving: { wholeYear: months, twelveMonths: months },
}
const cell = (value: number) => ({ kind: 'approximate', value })
const figure = (value: number) => ({
  ...{ value: cell(value), n: null, unknown: null, known: null, apart: null, lower: null, upper: null, share: null },
  text: `≈${value}`,
})
const part = { part: 1, whole: 1 }
const coverage = {
  ...{ associations: part, years: [2024], isWholeYears: true, followable: cell(1), anonymous: cell(1), volume: cell(1) },
  ...{ followableShare: null, knownStatus: null, sentences: ['Täckning.'] },
}
const table = (value: number) => ({
  ...{ measure, period: months, rows: { name: 'exitReason', label: 'Skäl', codes: [{ code: 'work', label: 'Arbete' }] }, columns: null },
  ...{ figures: [[figure(value)]], rowTotals: [], columnTotals: [figure(value + 10)], total: figure(value + 10) },
  ...{
    sentences: ['En mening.'],
    coverage,
    breaks: [],
    countedUntil: null,
    notes: [],
    hidden: 0,
    threshold: 5,
    noise,
    demo: false,
    dataDate: '2024-12-31',
  },
})

/** What the server answers to the next questions for a table. */
let answers: (() => Promise<Response>)[] = []
let page: LivePage
const captions = (): string[] => page.all('caption').map(textOf)
const cited = (): string => textOf(page.all('q')[0]!)
const women = '/tabell?matt=exits&rader=exitReason&kolumner=&fran=2024-01&till=2024-12&f.sex=female'

beforeEach(async () => {
  answers = [async () => answered([table(900)])]
  useTransport(async (path) => {
    if (path.startsWith('/api/tabulate/choices')) return answered(choices)
    if (path.startsWith('/api/tabulate/several')) return answers.shift()!()
    if (path.startsWith('/api/saved-tables')) return answered([])
    throw new Error(`${path} is not asked for here`)
  })
  page = await openPage(BuilderPage, {}, women.replace('&f.sex=female', ''))
})
afterEach(() => page.close())

test('a table stands under what it was asked for', () => {
  expect(captions()).toEqual(['Avslut · Skäl · 2024'])
  expect(page.text).toContain('≈900')
})

describe('a filter more that the server refuses', () => {
  test.each([
    ['too large', async () => refused(422, 'Tabellen är för stor.'), 'Tabellen är för stor.'],
    ['too many calls', async () => refused(429, 'Vänta en stund.'), 'Vänta en stund.'],
    ['out of reach', async () => Promise.reject(new Error('no network')), 'Servern'],
  ])('leaves no figure of everybody under the words of some: %s', async (_, answer, words) => {
    answers = [answer]
    await page.go(women)
    expect(page.text).toContain(words)
    expect(captions()).toEqual([])
    expect(page.text).not.toContain('≈900')
    expect(page.text).not.toContain('Kön: Kvinna · 2024')
    answers = [async () => answered([table(400)])]
    await page.press('Försök igen')
    expect(captions()).toEqual(['Avslut · Skäl · Kön: Kvinna · 2024'])
    expect(page.text).toContain('≈400')
  })
})

describe('while the answer to a new question is on its way', () => {
  let arrive: (answer: Response) => void
  beforeEach(async () => {
    answers = [() => new Promise((resolve) => (arrive = resolve))]
    await page.go(women)
  })
  test('the table that is shown keeps its own words and address, and what is saved has no name of it', async () => {
    expect(page.text).toContain('≈900')
    expect(captions()).toEqual(['Avslut · Skäl · 2024'])
    expect(cited()).toMatch(/^Samlad\. Avslut · Skäl · 2024\./)
    expect(cited()).not.toContain('f.sex')
    expect((page.all('input').find((one) => one.getAttribute('maxlength') === '120') as HTMLInputElement).value).toBe('')
    arrive(answered([table(400)]))
    await settled()
    expect(captions()).toEqual(['Avslut · Skäl · Kön: Kvinna · 2024'])
    expect(cited()).toContain('f.sex=female')
  })
  test('a figure that is read is told of those it counts, and no more when it is gone', async () => {
    await page.press('≈900')
    expect(page.text).toContain('Vilka som räknas Hela landet; 2024')
    arrive(answered([table(400)]))
    await settled()
    expect(page.text).not.toContain('Vilka som räknas')
  })
})
