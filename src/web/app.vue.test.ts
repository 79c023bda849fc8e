import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { RouteMeta } from 'vue-router'
import { answered, openPage, refused, textOf } from '../../test/livePage.ts'
import type { LivePage } from '../../test/livePage.ts'

const user = { id: 'p', name: 'Petra', assignments: [] }
const me = { newAccounts: [], demo: false, demoSignIn: false, provider: null, localAccounts: false, node: 'all', user }
const offline = async (): Promise<Response> => Promise.reject(new Error('no network'))
const signedIn = async (): Promise<Response> => answered(me)

/** What the server answers to the next questions, by address; the last answer is given again. */
let answers: Record<string, (() => Promise<Response>)[]>
let asked: string[]
let page: LivePage

/** Each opens the application as a browser does: nothing is known of who is there. */
async function open(meta: RouteMeta): Promise<void> {
  vi.resetModules()
  const [{ useTransport }, { default: App }] = await Promise.all([import('../platform/call.ts'), import('./App.vue')])
  useTransport(async (path) => {
    asked.push(path)
    const [next, ...later] = answers[path]!
    if (later.length > 0) answers[path] = later
    return next!()
  })
  page = await openPage(App, {}, '/konto', meta)
}

beforeEach(() => {
  asked = []
  answers = { '/api/me': [signedIn] }
})
afterEach(() => page.close())

describe('when it could not be asked who is here', () => {
  test.each([
    ['a page that needs sign-in', { needsSignIn: true }],
    ['a page of persons', { holdsPersons: true }],
  ])('%s says so and can be tried again', async (_, meta) => {
    answers['/api/me'] = [offline, async () => refused(503, 'Servern startar.'), signedIn]
    await open(meta)
    expect(page.text).toContain('Servern svarar inte.')
    expect(page.text).not.toContain('inside')
    expect(page.text).not.toContain('Hämtar')
    await page.press('Försök igen')
    expect(page.text).toContain('Servern startar.')
    await page.press('Försök igen')
    expect(page.text).toContain('inside')
    expect(page.text).toContain('Petra')
    expect(page.text).not.toContain('Försök igen')
  })
  test('a public page is there, and says so too: its links are those of nobody', async () => {
    answers['/api/me'] = [offline, signedIn]
    await open({})
    expect(page.text).toContain('inside')
    expect(page.text).toContain('Servern svarar inte.')
    await page.press('Försök igen')
    expect(page.text).toContain('Petra')
    expect(page.text).not.toContain('Servern svarar inte.')
  })
})

test('a page that needs sign-in waits until it is known who is here', async () => {
  answers['/api/me'] = [() => new Promise(() => undefined)]
  await open({ needsSignIn: true })
  expect(page.text).toContain('Hämtar …')
  expect(page.text).not.toContain('inside')
})

describe('signing out', () => {
  beforeEach(() => open({ needsSignIn: true }))
  test('that fails is told beside the button, until it succeeds', async () => {
    answers['/api/sign-out'] = [offline, async () => answered({ ...me, user: null })]
    await page.press('Logga ut')
    expect(textOf(page.all('header')[0]!)).toContain('Servern svarar inte.')
    expect(page.text).toContain('Petra')
    await page.press('Logga ut')
    expect(page.text).not.toContain('Petra')
    expect(page.text).not.toContain('Servern svarar inte.')
    expect(page.address).toBe('/')
  })
  test('is asked for once while it is on its way', async () => {
    answers['/api/sign-out'] = [() => new Promise(() => undefined)]
    await page.press('Logga ut')
    await page.press('Logga ut')
    expect(asked.filter((one) => one === '/api/sign-out')).toHaveLength(1)
  })
})
