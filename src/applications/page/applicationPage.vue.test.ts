import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { answerWith, openAt, signIn, type Answers } from '../../../test/associationPage.ts'
import { answered, refused, textOf, type LivePage } from '../../../test/livePage.ts'
import { applicationId, memberId, shownApplication, shownComment, shownSteps } from '../../../test/shownApplication.ts'
import type { Role } from '../../platform/role.ts'
import type { Application } from '../domain.ts'
import ApplicationPage from './ApplicationPage.vue'

let page: LivePage
let answers: Answers
let sent: ReturnType<typeof answerWith>
const gives = (given: Partial<Application>) => () => answered(shownApplication(given))
const need = 'Ett behov som har tagit en timme att skriva.'
const content = (): string => page.field('content-need').value
const bodies = (call: string): unknown[] => sent.filter((one) => one.call === call).map(({ body }) => body)

async function open(given: Partial<Application> = {}, role: Role = 'associationAdmin'): Promise<void> {
  signIn(role)
  answers['GET /' + applicationId] = gives(given)
  sent = answerWith(answers)
  page = await openAt(ApplicationPage, { id: applicationId })
}
const comment = async (): Promise<void> => {
  await page.type('application-comment', shownComment.text)
  await page.send('application-comment')
}

beforeEach(() => {
  answers = {
    'GET /methods': () => answered([]),
    'GET /similar': () => answered([]),
    'POST /comments': gives({ comments: [shownComment] }),
  }
})
afterEach(() => {
  page.close()
  vi.restoreAllMocks()
})

describe('what is typed in one form stays when another is saved', () => {
  test('the content, whatever else is saved; a comment that was sent is typed no more', async () => {
    answers['POST /answers'] = gives({ comments: [shownComment] })
    answers['POST /findings'] = gives({ comments: [shownComment] })
    await open()
    await page.type('content-need', need)
    await comment()
    expect([page.text.includes('Kommentaren är sparad.'), page.text.includes(shownComment.text)]).toEqual([true, true])
    expect([content(), page.field('application-comment').value]).toEqual([need, ''])
    await page.type('finding-evidence', 'Prövat.')
    await page.send('finding-evidence')
    expect([content(), page.field('finding-evidence').value]).toEqual([need, ''])
    await page.type('answer-member', memberId)
    for (const id of ['answer-who', 'answer-evidence']) await page.type(id, 'Chefen')
    await page.send('answer-who')
    expect([content(), page.field('answer-who').value]).toEqual([need, ''])
  })
  test('the answer, the finding, the step and the comment, when the content is saved, which begins anew from what it is', async () => {
    answers['PUT /' + applicationId] = gives({ version: 2, content: { ...shownApplication().content, need: `${need} Nu sparat.` } })
    await open()
    await page.type('answer-member', memberId)
    for (const id of ['answer-who', 'finding-evidence', 'step-note', 'application-comment', 'content-need']) await page.type(id, need)
    await page.send('content-need')
    expect(page.text).toContain('Ansökan är sparad.')
    for (const id of ['answer-who', 'finding-evidence', 'step-note', 'application-comment']) expect(page.field(id).value).toBe(need)
    expect(content()).toBe(`${need} Nu sparat.`)
  })
  test('the content, when somebody else has changed it meanwhile: it is saved over the version that was seen, and refused', async () => {
    answers['POST /comments'] = gives({ version: 2, content: { ...shownApplication().content, need: 'Någon annans behov.' } })
    answers['PUT /' + applicationId] = () => refused(409, 'Någon annan har ändrat.')
    await open()
    await page.type('content-need', need)
    await comment()
    expect([page.text.includes('Någon annans behov.'), content()]).toEqual([true, need])
    await page.send('content-need')
    expect(bodies('PUT /' + applicationId)).toMatchObject([{ version: 1, need }])
    expect([page.text.includes('Någon annan har ändrat.'), content()]).toEqual([true, need])
  })
  test('the content, when the application is submitted: it can be copied, and is gone when there was nothing to lose', async () => {
    answers['POST /steps'] = gives({ state: 'submitted', steps: shownSteps('draft', 'submitted') })
    await open()
    await page.type('content-need', need)
    await page.type('step-meeting', '2026-01-20')
    await page.send('step-meeting')
    expect([page.text.includes('Steget är taget.'), content()]).toEqual([true, need])
    await page.type('content-need', shownApplication().content.need)
    expect(document.getElementById('content-need')).toBeNull()
  })
  test('a content that nobody has typed in is that of the newest version', async () => {
    answers['POST /comments'] = gives({ version: 2, content: { ...shownApplication().content, need: 'Någon annans behov.' } })
    await open()
    await comment()
    expect(content()).toBe('Någon annans behov.')
  })
})

test('of a structural intervention nothing about participants is asked or shown', async () => {
  const asked = (): boolean[] => ['planned', 'comparison'].map((name) => document.getElementById(`content-${name}`) !== null)
  await open({ content: { ...shownApplication().content, orientation: 'structural', planned: 40 } })
  const shown = page.all('dt').map(textOf)
  expect([shown.includes('Inriktning'), shown.includes('Huvudutfall'), shown.includes('Planerat antal deltagare')]).toEqual([
    true,
    false,
    false,
  ])
  expect(asked()).toEqual([false, false])
  await page.type('content-orientation', 'individual')
  expect(asked()).toEqual([true, true])
})

describe('the money', () => {
  const rows = (): string[] => page.all('caption').flatMap((one) => (textOf(one) === 'Pengar' ? textOf(one.closest('table')!) : []))
  test('tells what is in kind, and what ESF+ pays, where there are any', async () => {
    await open({ budgetOre: 100_00 })
    expect(rows().join()).not.toMatch(/annat än pengar|ESF/)
    page.close()
    await open({ budgetOre: 100_00, inKindOre: 30_00, cashOre: 10_00, fundOre: 50_00, askedOre: 40_00 })
    expect(rows().join()).toMatch(/Budget 100 .*utöver budgeten 30 .*betalar i pengar 10 .*ESF\+ betalar 50 .*Söks av förbundet 40/)
  })
})

describe('the step that starts an intervention', () => {
  const agreed = { state: 'agreed' as const, steps: shownSteps('draft', 'submitted', 'recommended', 'granted', 'agreed') }
  const taken = 'Förbundet har redan en insats med det namnet.'
  test('names it as the application, and says at the name when that is taken, so that another may be given', async () => {
    const [where, key] = ['body.name', 'interventions.nameTaken']
    answers['POST /steps'] = () =>
      Response.json({ error: { key, message: taken, faults: [{ where, key, message: taken }] } }, { status: 422 })
    await open(agreed)
    expect(page.field('step-name').value).toBe('Steget')
    await page.send('step-name')
    expect([page.all('.fault').map(textOf), bodies('POST /steps')]).toMatchObject([[taken], [{ act: 'start', name: 'Steget' }]])
    answers['POST /steps'] = gives({ state: 'started', steps: [...agreed.steps, ...shownSteps('started')] })
    await page.type('step-name', 'Steget 2026')
    await page.send('step-name')
    expect(bodies('POST /steps').at(-1)).toMatchObject({ act: 'start', name: 'Steget 2026' })
    expect(page.text).toContain('Steget är taget.')
  })
  test('tells whatever else is wrong, though it has no field for it', async () => {
    const [where, key, message] = ['body.fewPartiesReason', 'interventions.fewParties', 'Färre än två parter medverkar.']
    answers['POST /steps'] = () => Response.json({ error: { key, message, faults: [{ where, key, message }] } }, { status: 422 })
    await open(agreed)
    await page.send('step-dated')
    expect(page.all('[role=alert]').map(textOf)).toEqual([`Felmeddelande ${message}`])
  })
  test('is the only one that gives a name', async () => {
    await open()
    expect(document.getElementById('step-name')).toBeNull()
    await page.type('step-meeting', '2026-01-20')
    answers['POST /steps'] = gives({ state: 'submitted', steps: shownSteps('draft', 'submitted') })
    await page.send('step-meeting')
    expect(bodies('POST /steps')[0]).not.toHaveProperty('name')
  })
})

describe('a page with a content that is not saved', () => {
  test('asks before it is left, and before it is closed', async () => {
    const ask = vi.fn(() => false)
    vi.stubGlobal('confirm', ask)
    await open()
    const closes = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
    expect(closes()).toBe(false)
    await page.type('content-need', need)
    expect(closes()).toBe(true)
    await page.go('/forbund')
    expect([page.address, ask.mock.calls]).toEqual(['/forbund/norr', [['Du har ändringar som inte är sparade. Vill du lämna sidan ändå?']]])
    ask.mockReturnValue(true)
    await page.go('/forbund')
    expect(page.address).toBe('/forbund')
  })
  test('does not ask once it has been saved', async () => {
    const ask = vi.fn(() => false)
    vi.stubGlobal('confirm', ask)
    answers['PUT /' + applicationId] = gives({ version: 2 })
    await open()
    await page.type('content-need', need)
    await page.send('content-need')
    await page.go('/forbund')
    expect([page.address, ask.mock.calls]).toEqual(['/forbund', []])
  })
})

test('an earlier version names who changed it and when, not who wrote what was changed', async () => {
  const { content: now } = shownApplication()
  const written = (version: number, recordedBy: string, recordedAt: string) => ({
    ...{ version, content: { ...now, need: `Behov ${version}` }, changed: ['need'], recordedBy, recordedAt },
  })
  const earlier = [written(2, 'Bo', '2026-01-11T10:00:00Z'), written(1, 'Ada', '2026-01-10T10:00:00Z')]
  await open({ version: 3, earlier, recordedBy: 'Cia', recordedAt: '2026-01-12T10:00:00Z' })
  const titles = page.all('caption').map(textOf)
  expect(titles.filter((one) => /\d\. (Cia|Bo|Ada),/.test(one)).map((one) => one.split('. ')[1])).toEqual([
    'Cia, 2026-01-12',
    'Bo, 2026-01-11',
  ])
})

test('methods and amounts of versions read as in the catalogue and in the table, not as codes and bare numbers', async () => {
  const method = { code: 'IPS', name: 'Individuellt stöd', alias: null, category: '', description: '' }
  answers['GET /methods'] = () => answered([{ ...method, evidenceLevel: null, evidenceSource: null }])
  const { content: plain } = shownApplication()
  const now = { ...plain, methods: ['IPS'], budget: [{ year: 2026, kind: 'staff' as const, amountOre: 123_456_750 }] }
  const stamp = { recordedBy: 'Ada', recordedAt: '2026-01-10T10:00:00Z' }
  await open({ version: 2, content: now, earlier: [{ version: 1, content: plain, changed: ['methods', 'budget'], ...stamp }] })
  const words = page.all('dd, td').map(textOf)
  expect([words.filter((one) => one === 'Individuellt stöd').length, words.includes('IPS')]).toEqual([2, false])
  expect(words.find((one) => one.startsWith('2026 '))).toMatch(/1\s234\s567,50$/)
})

describe('the day of the preparation meeting', () => {
  const faultsOf = () => page.all('.fault').map(textOf)
  test('is asked for when it is not given', async () => {
    await open()
    await page.send('step-meeting')
    expect([faultsOf(), bodies('POST /steps')]).toEqual([['Ange dagen för beredningsgruppens möte.'], []])
  })
  test('is told as it was refused when it is wrong', async () => {
    const [where, key, message] = ['body.meetingOn', 'applications.badDay', 'Mötet ligger före dagen.']
    answers['POST /steps'] = () => Response.json({ error: { key, message, faults: [{ where, key, message }] } }, { status: 422 })
    await open()
    await page.type('step-meeting', '2026-01-20')
    await page.send('step-meeting')
    expect(faultsOf()).toEqual([message])
  })
})

describe('a document of an application', () => {
  const kept = { id: memberId, name: 'Underlag.pdf', mediaType: 'application/pdf', bytes: 9, sha256: 'a'.repeat(64) }
  const documents = [{ ...kept, recordedAt: '2026-01-10T10:00:00Z', recordedBy: 'Ines' }]
  test('is taken away by the office', async () => {
    await open({ documents })
    expect(page.all('button', 'Ta bort')).toHaveLength(1)
  })
  test('is attached by the preparation group too, which is not offered to take one away', async () => {
    await open({ documents }, 'preparationMember')
    expect([page.all('input[type=file]').length, page.all('button', 'Ta bort').length]).toEqual([1, 0])
  })
})

describe('what is wrong is said at what it is of, where who does not see it is taken', () => {
  const told = (id: string): [string | null, string | undefined, boolean] => {
    const one = page.field(id)
    const by = document.getElementById(one.getAttribute('aria-describedby') ?? '')
    return [one.getAttribute('aria-invalid'), by?.textContent.trim(), document.activeElement === one]
  }
  test('an amount of the budget, and no other of them', async () => {
    await open({ content: { ...shownApplication().content, budget: [{ year: 2026, kind: 'staff', amountOre: 100 }] } })
    await page.type('content-2026-premises', 'tio')
    await page.send('content-need')
    expect([told('content-2026-premises'), bodies('PUT /' + applicationId)]).toEqual([['true', 'Skriv ett belopp i kronor.', true], []])
    expect(told('content-2026-staff')).toEqual([null, undefined, false])
  })
  test('whoever owns takes part', async () => {
    await open()
    await page.type('answer-member', memberId)
    for (const id of ['answer-who', 'answer-evidence']) await page.type(id, 'Chefen')
    for (const id of ['answer-takesPart', 'answer-owns']) page.field(id).click()
    await page.send('answer-who')
    expect(told('answer-owns')).toEqual(['true', 'Den som äger insatsen deltar i den.', true])
  })
})
