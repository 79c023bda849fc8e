import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { answerWith, openAt, signIn, type Answers } from '../../../../test/associationPage.ts'
import { answered, settled, type LivePage } from '../../../../test/livePage.ts'
import type { Commission } from '../domain.ts'
import CommissionsPage from './CommissionsPage.vue'

const [first, second, third] = [1, 2, 3].map((n) => `60000000-0000-4000-8000-00000000000${n}`) as [string, string, string]
const report = (due: string, deliveredOn: string | null = null) => ({
  ...{ due, deliveredOn, reference: '', recordedBy: '', version: deliveredOn ? 1 : 0, reason: '' },
})
const commission = (id: string, given: Partial<Commission> = {}): Commission => ({
  ...{ id, version: 1, title: `Uppdrag ${id.at(-1)}`, giver: 'Regeringen', reference: 'S2025/1', decidedOn: '2025-01-01' },
  ...{ purpose: 'Att pröva något nytt.', targetGroup: 'Unga', from: '2025-02-01', to: null, moneyOre: 0, reporting: 'Årligen' },
  ...{ reports: [report('2026-01-31'), report('2027-01-31')], interventions: [], grantedOre: 0, paidOre: 0, leftOre: 0, warnings: [] },
  ...{ recordedAt: '2025-01-02T10:00:00Z', recordedBy: 'Berit', ...given },
})
const book = (...commissions: Commission[]) =>
  answered({ associationName: 'Norr', fictive: false, today: '2026-01-15', interventions: [], commissions })

let page: LivePage
let answers: Answers
const purpose = 'Ett syfte som har tagit en timme att skriva.'
const fieldsOfNew = ['input', 'select', 'textarea'].map((tag) => `section.new ${tag}`).join()
/** The form of a new commission has an id of its own in those of its fields. */
const ofNew = (field: string): string => page.all(fieldsOfNew).find(({ id }) => id.startsWith(`commission-${field}-`))!.id
const valueOf = (id: string): string => page.field(id).value

beforeEach(async () => {
  signIn('associationAdmin')
  answers = { 'GET /commissions': () => book(commission(first), commission(second)) }
  answerWith(answers)
  page = await openAt(CommissionsPage)
})
afterEach(() => page.close())

describe('what is typed in one form stays when another is saved', () => {
  test('a new commission and changes of others, when a report is delivered; the next report is due then', async () => {
    answers['POST /reports'] = () =>
      book(commission(first, { reports: [report('2026-01-31', '2026-01-15'), report('2027-01-31')] }), commission(second))
    const typed = [ofNew('purpose'), `commission-purpose-${first}`, `commission-purpose-${second}`, `report-reference-${second}`]
    for (const id of typed) await page.type(id, purpose)
    await page.type(`report-reference-${first}`, 'Dnr 7')
    await page.send(`report-reference-${first}`)
    expect(typed.map(valueOf)).toEqual(typed.map(() => purpose))
    expect([valueOf(`report-reference-${first}`), valueOf(`report-due-${first}`)]).toEqual(['', '2027-01-31'])
  })
  test('reports and changes of others, when a commission is entered or changed; the form that was saved is made anew', async () => {
    answers['POST /commissions'] = () => book(commission(third), commission(first), commission(second))
    answers['PUT /' + first] = () =>
      book(commission(third), commission(first, { version: 2, purpose: `${purpose} Nu sparat.` }), commission(second))
    const typed = [`report-reference-${first}`, `commission-purpose-${second}`]
    for (const id of typed) await page.type(id, purpose)
    const given = {
      title: 'Nytt uppdrag',
      giver: 'Regeringen',
      reference: 'S2026/1',
      targetGroup: 'Unga',
      from: '2026-01-01',
      money: '0',
      purpose,
    }
    const before = ofNew('purpose')
    for (const [field, value] of Object.entries(given)) await page.type(ofNew(field), value)
    await page.send(before)
    expect(page.all('h2', 'Uppdrag 3')).toHaveLength(1)
    expect([valueOf(ofNew('purpose')), ofNew('purpose') === before]).toEqual(['', false])
    await page.type(ofNew('purpose'), purpose)
    await page.send(`commission-purpose-${first}`)
    expect(valueOf(`commission-purpose-${first}`)).toBe(`${purpose} Nu sparat.`)
    expect([...typed, ofNew('purpose')].map(valueOf)).toEqual([purpose, purpose, purpose])
  })
})

describe('a report that was entered wrongly', () => {
  const wrong = commission(first, { reports: [report('2026-01-31', '2026-01-10'), report('2027-01-31')] })
  test('is taken away with a reason, and its day may be chosen again', async () => {
    answers['GET /commissions'] = () => book(wrong)
    const sent: unknown[] = []
    answers['POST /reports'] = (body) => {
      sent.push(body)
      return book(commission(first, { reports: [{ ...report('2026-01-31'), version: 2, reason: 'Fel dag' }, report('2027-01-31')] }))
    }
    page.close()
    page = await openAt(CommissionsPage)
    expect(page.all(`#report-due-${first} option`).map((one) => one.textContent)).toEqual(['2027-01-31'])
    await page.type(`corrected-reason-${first}`, 'Fel dag')
    await page.type(`corrected-reference-${first}`, 'Dnr 1')
    page.all('form', 'Varför')[0]!.querySelectorAll('button')[1]!.click()
    await settled()
    expect(sent).toMatchObject([{ due: '2026-01-31', deliveredOn: '2026-01-10', version: 1, withdrawn: true, reason: 'Fel dag' }])
    expect(page.text).toContain('Rättat: Fel dag')
    expect(page.all(`#report-due-${first} option`).map((one) => one.textContent)).toEqual(['2026-01-31', '2027-01-31'])
  })
})
