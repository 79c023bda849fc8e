import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { answered, openPage, refused, settled } from '../../../../test/livePage.ts'
import type { LivePage } from '../../../../test/livePage.ts'
import { useTransport } from '../../../platform/call.ts'
import { useSession } from '../../../ui/session.ts'
import { defaultPublicationPolicy } from '../domain.ts'
import PublicationPage from './PublicationPage.vue'

const id = '0f0e0d0c-0b0a-4908-8706-050403020100'
const person = { id: 'p', name: 'Petra' }
const publication = (state: 'running' | 'done' | 'cancelled') => ({
  ...{ id, version: 1, state: 'draft', madeBy: person, proposedBy: null, replaces: null, note: null, returned: null },
  definition: {
    ...{ title: { sv: 'Avslut 2023', en: '' }, year: 2023, month: 12, policy: defaultPublicationPolicy },
    tables: [{ population: 'exits', place: 'nation', region: false, by: ['sex'] }],
  },
  run: {
    ...{ id, tier: 'exact', seconds: 60, state, askedAt: '2024-02-01T10:00:00Z', isStale: false },
    ...{ progress: null, result: null, fault: null },
  },
  ...{ preview: null, releaseId: null },
})

/** What the server answers to the next questions of each method; the last answer is given again. */
let answers: Record<string, (() => Promise<Response>)[]>
let asked: string[]
let page: LivePage
const offline = async (): Promise<Response> => Promise.reject(new Error('no network'))
const is = (state: 'running' | 'done' | 'cancelled') => async () => answered(publication(state))
const running = async (): Promise<Response> => answered({ state: 'running', progress: { cost: 4310, lowerBound: 4096 } })
const ended = async (): Promise<Response> => answered({ state: 'done', progress: null })
const polls = (): number => asked.filter((one) => one === `GET /api/publications/${id}/protection`).length
/** Each leaves a row in the log of who has seen what. */
const readings = (): number => asked.filter((one) => one === `GET /api/publications/${id}`).length
const seconds = async (n: number): Promise<void> => {
  await vi.advanceTimersByTimeAsync(n * 1000)
  await settled()
}

beforeEach(() => {
  vi.useFakeTimers()
  asked = []
  answers = { GET: [is('running'), running] }
  const assignment = {
    role: 'publisher',
    associationId: null,
    associationName: null,
    associationSlug: null,
    controllerId: null,
    controllerName: null,
  } as const
  const user = { ...person, assignments: [{ ...assignment, interventionId: null }] }
  const place = { newAccounts: [], demo: false, demoSignIn: false, provider: null, localAccounts: false, node: 'all' as const }
  useSession().set({ user, ...place })
  useTransport(async (path, { method = 'GET' }) => {
    asked.push(`${method} ${path}`)
    if (path.startsWith('/api/reporting')) return answered({ approved: 1, all: 1 })
    const [next, ...later] = answers[method]!
    if (later.length > 0) answers[method] = later
    return next!()
  })
})
afterEach(() => {
  page.close()
  vi.useRealTimers()
})

describe('while the protection runs', () => {
  test('the page asks how it goes until it has ended, and reads the tables only then', async () => {
    page = await openPage(PublicationPage, { id })
    expect([readings(), polls()]).toEqual([1, 0])
    await seconds(1)
    expect(page.text).toMatch(/4\s310/)
    await seconds(1)
    expect([readings(), polls()]).toEqual([1, 2])
    answers = { GET: [ended, is('done')] }
    await seconds(1)
    expect([readings(), polls()]).toEqual([2, 3])
    await seconds(60)
    expect([readings(), polls()]).toEqual([2, 3])
    expect(page.text).not.toContain('Skyddet räknas fram')
  })
  test('a question that is lost is told, and asked again until there is an answer', async () => {
    page = await openPage(PublicationPage, { id })
    answers = { GET: [offline, offline, running, ended, offline, ended, is('done')] }
    await seconds(1)
    expect(page.text).toContain('Servern svarar inte.')
    expect(page.text).toContain('Skyddet räknas fram')
    await seconds(10)
    expect(page.text).not.toContain('Servern svarar inte.')
    await seconds(1)
    expect(page.text).toContain('Servern svarar inte.')
    await seconds(10)
    expect([readings(), polls()]).toEqual([3, 5])
    expect(page.text).not.toContain('Servern svarar inte.')
    expect(page.text).not.toContain('Skyddet räknas fram')
  })
  test('nothing of a lost question is told when the work has been stopped', async () => {
    page = await openPage(PublicationPage, { id })
    answers = { GET: [offline], DELETE: [is('cancelled')] }
    await seconds(1)
    expect(page.text).toContain('Servern svarar inte.')
    await page.press('Avbryt')
    expect(page.text).not.toContain('Servern svarar inte.')
    const before = polls()
    await seconds(60)
    expect(polls()).toBe(before)
  })
  test('an answer that was on its way when the work was stopped changes nothing', async () => {
    page = await openPage(PublicationPage, { id })
    let arrive = (): void => undefined
    answers = {
      GET: [() => new Promise((resolve) => (arrive = () => resolve(answered({ state: 'running', progress: null }))))],
      DELETE: [is('cancelled')],
    }
    await seconds(1)
    await page.press('Avbryt')
    arrive()
    await seconds(60)
    expect(page.text).not.toContain('Skyddet räknas fram')
    expect(polls()).toBe(1)
  })
  test('a page that is left asks no more, not even after the question that was on its way', async () => {
    page = await openPage(PublicationPage, { id })
    let arrive = (): void => undefined
    answers = { GET: [() => new Promise((_, reject) => (arrive = () => reject(new Error('no network'))))] }
    await seconds(1)
    page.close()
    arrive()
    await seconds(60)
    expect(polls()).toBe(1)
  })
})

describe('taking a draft back', () => {
  beforeEach(async () => {
    answers = { GET: [is('done')] }
    page = await openPage(PublicationPage, { id }, `/publiceringar/${id}`)
    await page.press('Dra tillbaka')
  })
  const deletes = (): number => asked.filter((one) => one.startsWith('DELETE')).length
  test('is asked for once, however often the button is pressed, and leads to the list', async () => {
    let arrive: (answer: Response) => void = () => undefined
    answers.DELETE = [() => new Promise((resolve) => (arrive = resolve))]
    await page.press('Säkert? Dra tillbaka')
    await page.press('Säkert? Dra tillbaka')
    expect(deletes()).toBe(1)
    arrive(answered({ id }))
    await settled()
    expect(page.address).toBe('/publiceringar')
  })
  test('tells why when it is refused, and stays', async () => {
    answers.DELETE = [async () => refused(409, 'Den är redan publicerad.')]
    await page.press('Säkert? Dra tillbaka')
    expect(page.text).toContain('Den är redan publicerad.')
    expect(page.address).toBe(`/publiceringar/${id}`)
    await page.press('Säkert? Dra tillbaka')
    expect(deletes()).toBe(2)
  })
})
