import { afterEach, describe, expect, test } from 'vitest'
import { answerWith } from '../../test/associationPage.ts'
import { answered, openPage, type LivePage } from '../../test/livePage.ts'
import { useSession } from '../ui/session.ts'
import { accountAddress, setUpAddress } from './oneTimeAddress.ts'
import SetUpPage from './SetUpPage.vue'

const secret = 'a'.repeat(48)
const nobody = { user: null, newAccounts: [], demo: false, demoSignIn: false, provider: null, localAccounts: true, node: 'all' } as const
let page: LivePage
afterEach(() => {
  page.close()
  useSession().end()
})

const setUp = { 'POST /api/set-up': () => answered({ ...nobody, accountToken: 'b'.repeat(48) }) }
async function begin(): Promise<void> {
  await page.type('name', 'Ada Provgren')
  await page.type('association', '10000000-0000-4000-8000-000000000001')
  await page.send('name')
}

describe('the link of the first administrator', () => {
  test('is sent as a body alone, and is taken from the address bar when it has been read', async () => {
    const sent = answerWith(setUp)
    page = await openPage(SetUpPage, {}, setUpAddress('', secret))
    expect(page.address).toBe('/kom-igang')
    await begin()
    expect(sent).toMatchObject([{ call: 'POST /api/set-up', body: { token: secret } }])
  })
  test('leads to the link of an account as it is', async () => {
    answerWith(setUp)
    page = await openPage(SetUpPage, {}, setUpAddress('', secret))
    await begin()
    expect(page.address).toBe(accountAddress('', 'b'.repeat(48)))
  })
  test('in what is sent to the server is not read', async () => {
    answerWith({})
    page = await openPage(SetUpPage, {}, `/kom-igang?token=${secret}`)
    expect(page.all('form')).toEqual([])
  })
  test('pasted where the page is open already is read', async () => {
    answerWith({})
    page = await openPage(SetUpPage, {}, '/kom-igang')
    expect(page.all('form')).toEqual([])
    await page.go(setUpAddress('', secret))
    expect([page.all('form').length, page.address]).toEqual([1, '/kom-igang'])
  })
})
