import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { answerWith, openAt, signIn, type Answers } from '../../../test/associationPage.ts'
import { answered, type LivePage } from '../../../test/livePage.ts'
import { memberId } from '../../../test/shownApplication.ts'
import type { AdoptionBook, AdoptionDecision } from '../domain.ts'
import AdoptionsPage from './AdoptionsPage.vue'

const [first, second, third] = [1, 2, 3].map((n) => `50000000-0000-4000-8000-00000000000${n}`) as [string, string, string]
const check = {
  ...{ months: 6 as const, due: '2026-01-01', state: 'overdue' as const, isOpen: true, version: 0, checkedOn: null, runs: null },
  ...{ note: '', reason: '', recordedBy: '' },
}
const decision = (id: string, given: Partial<AdoptionDecision> = {}): AdoptionDecision => ({
  ...{ id, version: 1, interventionId: id, interventionName: `Insats ${id.at(-1)}`, verdict: 'adopt', decidedOn: '2025-06-01' },
  ...{ reference: 'KS 9', takenBy: memberId, takenByName: 'Kommunen', from: '2025-07-01', to: null, moneyOre: null, moneySource: '' },
  ...{ accountable: 'Chefen', kept: 'Möten.', lessons: 'Fråga tidigt.', reason: '', isLatest: true, checks: [check], earlier: [] },
  ...{ recordedAt: '2025-06-01T22:30:00Z', recordedBy: 'Berit', ...given },
})
const counts = { idea: 0, decided: 0, run: 0, evaluated: 0, adopted: 0, running: 0 }
const rest = { partly: 0, adoptedUnevaluated: 0, unchecked: 0, stopped: 0, ended: 0, prolonged: 0, undecided: 0 }
const interventions = [first, second, third].map((id) => ({ id, name: `Insats ${id.at(-1)}`, endDate: null, verdict: null, isOver: false, isEvaluated: true })) // prettier-ignore
const book = (...decisions: AdoptionDecision[]): AdoptionBook => ({
  ...{ associationName: 'Norr', fictive: false, today: '2026-01-15', members: [{ id: memberId, name: 'Kommunen' }], interventions },
  ...{ decisions, funnel: { ...counts, ...rest } },
})

let page: LivePage
let answers: Answers
const lessons = 'Lärdomar som har tagit en timme att skriva.'
const fieldsOfNew = ['input', 'select', 'textarea'].map((tag) => `section.new ${tag}`).join()
/** The form of a new decision has an id of its own in those of its fields. */
const ofNew = (field: string): string => page.all(fieldsOfNew).find(({ id }) => id.startsWith(`adoption-${field}-`))!.id
const valueOf = (id: string): string => page.field(id).value

beforeEach(async () => {
  signIn('associationAdmin')
  answers = { 'GET /adoptions': () => answered(book(decision(first), decision(second))) }
  answerWith(answers)
  page = await openAt(AdoptionsPage)
})
afterEach(() => page.close())

test('a decision was entered on the day that it was in Sweden', () => expect(page.text).toContain('2025-06-02'))

describe('what is typed in one form stays when another is saved', () => {
  test('a new decision and a correction, when a check is entered; the check is made anew', async () => {
    const checked = { ...check, version: 1, state: 'done' as const, checkedOn: '2026-01-15', runs: 'yes' as const, recordedBy: 'Berit' }
    answers['POST /6'] = () => answered(book(decision(first, { checks: [checked] }), decision(second)))
    answers['PUT /6'] = answers['POST /6']
    const typed = [ofNew('lessons'), `adoption-lessons-${first}`, `adoption-lessons-${second}`, `check-note-${second}`]
    for (const id of typed) await page.type(id, lessons)
    await page.type(`check-runs-${first}`, 'yes')
    await page.type(`check-note-${first}`, 'Allt är kvar.')
    await page.send(`check-runs-${first}`)
    expect(typed.map(valueOf)).toEqual(typed.map(() => lessons))
    expect([valueOf(`check-runs-${first}`), valueOf(`check-note-${first}`), valueOf(`check-reason-${first}`)]).toEqual(['yes', '', ''])
  })
  test('checks and corrections, when a new decision is entered; its form is made anew', async () => {
    answers['POST /adoptions'] = () => answered(book(decision(third), decision(first), decision(second)))
    const typed = [`adoption-lessons-${first}`, `check-note-${second}`]
    for (const id of typed) await page.type(id, lessons)
    const given = { interventionId: third, reference: 'KS 10', takenBy: memberId, from: '2026-01-01', accountable: 'Chefen', kept: 'Möten.', lessons } // prettier-ignore
    const before = ofNew('lessons')
    for (const [field, value] of Object.entries(given)) await page.type(ofNew(field), value)
    await page.send(before)
    expect(page.text).toContain('Beslutet är sparat.')
    expect([valueOf(ofNew('lessons')), ofNew('lessons') === before]).toEqual(['', false])
    expect(typed.map(valueOf)).toEqual([lessons, lessons])
  })
  test('a new decision and a check, when a decision is corrected; the correction begins from what it is now', async () => {
    answers['PUT /' + first] = () => answered(book(decision(first, { version: 2, kept: 'Möten varje vecka.' }), decision(second)))
    const typed = [ofNew('lessons'), `check-note-${first}`, `adoption-lessons-${second}`]
    for (const id of typed) await page.type(id, lessons)
    await page.type(`adoption-reason-${first}`, 'Fel skrivet.')
    await page.send(`adoption-reason-${first}`)
    expect(typed.map(valueOf)).toEqual(typed.map(() => lessons))
    expect([valueOf(`adoption-kept-${first}`), valueOf(`adoption-reason-${first}`)]).toEqual(['Möten varje vecka.', ''])
  })
})
