import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { answerWith, openAt, signIn, type Answers } from '../../../../test/associationPage.ts'
import { answered, type LivePage } from '../../../../test/livePage.ts'
import type { BookMember, StoredEntry } from '../domain.ts'
import { typedTotals } from './keyDraft.ts'
import ContributionsPage from './ContributionsPage.vue'

const [state, region, one, two, gone] = [1, 2, 3, 4, 5].map((n) => `60000000-0000-4000-8000-00000000000${n}`) as [
  string,
  string,
  string,
  string,
  string,
]
const member = (organisationId: string, name: string, payer: BookMember['payer'], more: Partial<BookMember> = {}): BookMember => ({
  ...{ organisationId, name, payer, inhabitants: 1, ...more },
})
const members = [
  member(state, 'Kassan', 'state'),
  member(region, 'Regionen', 'regions'),
  member(one, 'Ena', 'municipalities'),
  member(two, 'Andra', 'municipalities'),
  member(gone, 'Lämnat', 'municipalities', { hasLeft: true }),
]
const entry = (id: string): StoredEntry => ({
  ...{ id, version: 1, organisationId: region, memberName: 'Regionen', step: 'decided', year: 2026, amountOre: 100, dated: '2026-01-10' },
  ...{ reference: 'RS § 1', motive: '', earmark: '', asRegion: false, reason: '', documents: [], recordedAt: '2026-01-11T10:00:00Z' },
  recordedBy: 'Berit',
})
const year = {
  ...{ year: 2026, agreedOre: null, decidedOre: null, invoicedOre: null, paidOre: null, level: null, gapOre: null },
  ...{ cumulatedGapOre: null, parties: [], members: [], earmarked: [], warnings: [] },
}
const book = (...entries: StoredEntry[]) =>
  answered({ associationName: 'Norr', fictive: false, inhabitantsYear: 2019, members, years: [year], entries })
const row = '70000000-0000-4000-8000-000000000001'

let page: LivePage
let answers: Answers
let sent: { call: string; body: unknown }[]
const valueOf = (id: string): string => page.field(id).value
const agreement = { totals: '4 000 000\n4 400 000', reference: 'Avtal 2027' }
async function typeAgreement(): Promise<void> {
  await page.type('agreement-years', agreement.totals)
  await page.type('agreement-reference', agreement.reference)
}
const agreementTyped = () => [valueOf('agreement-years'), valueOf('agreement-reference')]

beforeEach(async () => {
  signIn('associationAdmin')
  answers = { 'GET /contributions': () => book(entry(row)) }
  sent = answerWith(answers)
  page = await openAt(ContributionsPage)
})
afterEach(() => page.close())

describe('what is half typed stays when something else is saved', () => {
  test('an agreement, when a row is entered; the form of the row is made anew', async () => {
    answers['POST /contributions'] = () => book(entry(row), entry('70000000-0000-4000-8000-000000000002'))
    await typeAgreement()
    await page.type('entry-organisationId', region)
    await page.type('entry-amountOre', '8 000 000')
    await page.type('entry-reference', 'RS § 2')
    await page.send('entry-reference')
    expect(page.text).toContain('Beloppet är sparat')
    expect([valueOf('entry-amountOre'), valueOf('entry-reference')]).toEqual(['', ''])
    expect(agreementTyped()).toEqual(Object.values(agreement))
  })
  test('an amount and an agreement, while a row is corrected and when it has been, or has not', async () => {
    answers[`PUT /${row}`] = () => book({ ...entry(row), version: 2 })
    await typeAgreement()
    await page.type('entry-amountOre', '8 000 000')
    await page.press('Rätta')
    expect(valueOf('entry-amountOre')).toBe('1')
    await page.press('Avbryt')
    expect(valueOf('entry-amountOre')).toBe('8 000 000')
    await page.press('Rätta')
    await page.type('entry-reason', 'Fel siffra')
    await page.press('Spara rättningen')
    expect(page.text).toContain('Rättningen är sparad')
    expect([valueOf('entry-amountOre'), ...agreementTyped()]).toEqual(['8 000 000', ...Object.values(agreement)])
  })
  test('an amount, when an agreement is entered; the form of the agreement is made anew', async () => {
    answers['POST /contribution-agreements'] = () => book(entry(row))
    await page.type('entry-amountOre', '8 000 000')
    await typeAgreement()
    await page.send('agreement-reference')
    expect([valueOf('entry-amountOre'), ...agreementTyped()]).toEqual(['8 000 000', '', ''])
  })
})

describe('an agreement', () => {
  const posted = () => sent.filter(({ call }) => call.startsWith('POST')).map(({ body }) => body)
  const choose = async (key: string): Promise<void> => {
    await typeAgreement()
    await page.type('agreement-key', key)
  }
  beforeEach(() => {
    answers['POST /contribution-agreements'] = () => book(entry(row))
  })

  test('shares alike unless another key is chosen', async () => {
    await typeAgreement()
    expect(valueOf('agreement-key')).toBe('equal')
    await page.send('agreement-reference')
    expect(posted()).toMatchObject([{ key: { key: 'equal' }, years: [{ totalOre: 4_000_000_00 }, { totalOre: 4_400_000_00 }] }])
  })
  test('by inhabitants says what the register’s are, and takes those that are typed, of members that are there', async () => {
    expect(page.text).not.toContain('skattning')
    await choose('population')
    expect(page.text).toContain('registrets skattning för 2019')
    expect(page.text).toContain('aldrig för att fördela pengar')
    expect(() => page.field(`agreement-people-${gone}`)).toThrow()
    await page.type(`agreement-people-${one}`, '12 000')
    await page.type(`agreement-people-${two}`, '8000')
    await page.send('agreement-reference')
    expect(posted()).toMatchObject([{ key: { key: 'population', population: { [one]: 12_000, [two]: 8000 } } }])
  })
  test('by inhabitants of nobody’s typing is sent without any', async () => {
    await choose('population')
    await page.send('agreement-reference')
    expect(posted()).toMatchObject([{ key: { key: 'population' } }])
    expect(posted()).not.toMatchObject([{ key: { population: expect.anything() as unknown } }])
  })
  test.each([
    ['an empty line in between', '4 000 000\n\n4 400 000'],
    ['an empty line first', '\n4 000 000'],
    ['words', '4 000 000\nfyra'],
  ])('with %s is not sent, and says why', async (_what, totals) => {
    await typeAgreement()
    await page.type('agreement-years', totals)
    await page.send('agreement-reference')
    expect(posted()).toEqual([])
    expect(page.text).toContain('Skriv ett belopp i kronor på varje rad.')
  })
  test('has each total in the year of its line; what is empty at the end is no year', () => {
    const of = (text: string) => typedTotals('2027', text).map(({ year: at, totalOre }) => [at, totalOre / 100])
    expect(of('4 000 000\n4 400 000\n\n')).toEqual([[2027, 4_000_000], [2028, 4_400_000]]) // prettier-ignore
    expect(of('4 000 000\n\n4 400 000')).toEqual([[2027, 4_000_000], [2028, NaN], [2029, 4_400_000]]) // prettier-ignore
    expect(of(' \n')).toEqual([])
  })
})
