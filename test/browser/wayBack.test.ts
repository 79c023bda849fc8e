import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stockholmDate } from '../../src/values/civilDate.ts'
import { startIdentityProvider, type IdentityProvider } from '../identityProvider.ts'
import { freePort, startDemo, type DemoServer } from './demoServer.ts'
import { seriousFindings, signedIn, startBrowser } from './pages.ts'

/** Whoever comes to an address without being signed in signs in and is back at it; and the keyboard is where something has happened. */
let server: DemoServer
let browser: Browser
let service: IdentityProvider
let record: string
let code: string

beforeAll(async () => {
  const port = await freePort()
  const address = `http://localhost:${port}`
  service = await startIdentityProvider({ redirect: `${address}/logga-in/svar` })
  const { issuer, clientId, clientSecret, claim, name } = service.config
  server = await startDemo(
    {
      ...{ SAMLAD_ADDRESS: address, SAMLAD_OIDC_ISSUER: issuer.href, SAMLAD_OIDC_CLIENT_ID: clientId, SAMLAD_OIDC_CLAIM: claim },
      ...{ SAMLAD_OIDC_CLIENT_SECRET: clientSecret, SAMLAD_OIDC_SCOPE: 'hsa', SAMLAD_OIDC_NAME: name },
    },
    port,
  )
  browser = await startBrowser()
  const { page } = await signedIn(browser, server.address, 'Disa Testberg')
  await page.goto(`${server.address}/mina-insatser`, { waitUntil: 'networkidle' })
  const link = page.locator('a.code[href^="/deltaganden/"]').first()
  code = (await link.innerText()).trim()
  record = (await link.getAttribute('href'))!
  await page.context().close()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  server?.remove()
  await service?.stop()
})

async function signedOutAt(path: string): Promise<{ page: Page; context: BrowserContext; asked: string[] }> {
  const context = await browser.newContext({ locale: 'sv-SE' })
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto(server.address + path, { waitUntil: 'networkidle' })
  return { page, context, asked }
}

describe('one who is not signed in', () => {
  test.each([
    ['a record', () => `${record}?gor=contact`],
    ['the list', () => '/mina-insatser'],
    ['the log', () => '/logg'],
    ['figures', () => '/uppfoljning?place=nation'],
    ['their account', () => '/konto'],
  ])('at the address of %s signs in and is back there', async (_what, path) => {
    const { page, context, asked } = await signedOutAt(path())
    await page.getByText('Efter inloggningen kommer du tillbaka hit.').waitFor()
    expect(asked.filter((one) => one.startsWith('/api/') && one !== '/api/me')).toEqual([])
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole('main').getByRole('link', { name: 'Logga in' }).click()
    await page.getByRole('button', { name: 'Disa Testberg' }).click()
    await page.waitForURL(server.address + path())
    await context.close()
  })
  test('signs in at the service of their employer, and is back at the record', async () => {
    const { page: administrator } = await signedIn(browser, server.address, 'Sixten Provdrift')
    const controllerId = record.split('/')[2]!
    const person = {
      kind: 'new',
      id: 'ny.steward',
      name: 'Ny Provsteward',
      claimValue: 'HSA-ny',
      employer: { kind: 'organisation', id: controllerId },
    }
    const granted = await administrator.request.post(`${server.address}/api/administration/roles`, {
      headers: { 'x-samlad': '1' },
      data: { person, role: 'controllerAdmin', placeId: controllerId, from: stockholmDate(new Date()), to: null },
    })
    expect([granted.status(), await granted.text()]).toEqual([200, expect.stringContaining('ny.steward')])
    await administrator.context().close()
    service.next.account = 'ny'
    const { page, context } = await signedOutAt(record)
    await page.getByRole('main').getByRole('link', { name: 'Logga in' }).click()
    await page.getByRole('button', { name: 'Logga in med Provlegitimation' }).click()
    await page.waitForURL(server.address + record)
    await page.getByRole('heading', { level: 1, name: code }).waitFor()
    await page.getByText('Inloggad som Ny Provsteward').waitFor()
    expect(await page.evaluate(() => Object.keys({ ...localStorage }))).toEqual(['samlad-language'])
    await context.close()
  })
  test('is led to no other site by a link that says so', async () => {
    const { page, context } = await signedOutAt('/logga-in?till=//evil.example/x')
    await page.getByRole('button', { name: 'Disa Testberg' }).click()
    await page.waitForURL(`${server.address}/`)
    await context.close()
  })
})

test('one whose session has ended meanwhile is asked to sign in, where they are', async () => {
  const { page } = await signedIn(browser, server.address, 'Disa Testberg')
  await page.goto(`${server.address}/mina-insatser`, { waitUntil: 'networkidle' })
  await page.context().clearCookies()
  await page.getByLabel('Läge', { exact: true }).selectOption('Avslutade')
  await page.getByText('Efter inloggningen kommer du tillbaka hit.').waitFor()
  await page.context().close()
})

describe('on a record the keyboard', () => {
  const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
  /** Opens a form by keyboard alone. */
  async function open(page: Page, name: string): Promise<void> {
    await page.getByRole('button', { name, exact: true }).focus()
    await page.keyboard.press('Enter')
  }

  test('is at the heading of each form that is opened, and where it began when it is closed again', async () => {
    const { page, complaints } = await signedIn(browser, server.address, 'Disa Testberg')
    await page.goto(server.address + record, { waitUntil: 'networkidle' })
    for (const name of ['Följ upp', 'Rätta eller komplettera', 'Felregistrering', 'Återkallat samtycke eller skyddad identitet']) {
      await open(page, name)
      await page.getByRole('heading', { level: 2, name }).waitFor()
      expect(await focused(page)).toBe(name)
      await page.getByRole('button', { name: 'Avbryt' }).click()
      await page.getByRole('button', { name, exact: true }).waitFor()
      expect(await focused(page)).toBe(name)
    }
    await open(page, 'Registrera hur samtycket gavs')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('consent-day')
    expect(complaints).toEqual([])
    await page.context().close()
  })
  test('is at what tells that it was saved, which a screen reader is told too', async () => {
    const { page } = await signedIn(browser, server.address, 'Disa Testberg', 390)
    await page.goto(server.address + record, { waitUntil: 'networkidle' })
    const status = page.getByRole('status').filter({ hasText: 'Sparat.' })
    await open(page, 'Följ upp')
    await page.getByLabel('Nej, ett försök').check()
    await page.getByRole('button', { name: 'Spara' }).click()
    await status.waitFor()
    await expect.poll(() => focused(page)).toMatch(/Sparat\.$/)
    const corrects = page.getByRole('button', { name: /^Rätta kontakten/ }).first()
    await corrects.focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toMatch(/^Rätta kontakten/)
    await page.getByLabel('Ja', { exact: true }).check()
    await page.getByLabel('Nej', { exact: true }).check()
    await page.locator('#occupation-0').selectOption('Arbete och studier')
    await page.locator('#work-0').fill('75')
    await page.locator('#study-0').fill('50')
    await page.getByText('Sysselsättning: omfattningen blir 125 procent tillsammans.').waitFor()
    await page.locator('#study-0').fill('25')
    expect(await page.getByText(/blir 125 procent/).count()).toBe(0)
    await page.getByRole('button', { name: 'Spara' }).click()
    await status.waitFor()
    await page
      .getByText(/: nådd, egen kontakt/)
      .first()
      .waitFor()
    await open(page, 'Rätta eller komplettera')
    await page.locator('#referredBy').selectOption('Region')
    await page.getByRole('button', { name: 'Spara' }).click()
    await status.waitFor()
    await expect.poll(() => focused(page)).toMatch(/Sparat\.$/)
    await open(page, 'Registrera hur samtycket gavs')
    await page.getByRole('button', { name: 'Spara' }).click()
    await page.locator('section').getByRole('status').filter({ hasText: 'Sparat.' }).waitFor()
    await expect.poll(() => focused(page)).toMatch(/Sparat\.$/)
    await page
      .getByRole('button', { name: /^Ta bort kontakten/ })
      .first()
      .focus()
    await page.keyboard.press('Enter')
    await status.first().waitFor()
    await expect.poll(() => focused(page)).toMatch(/Sparat\.$/)
    await page.context().close()
  })
})

test('a jump back in the history shows the application of its address, not the one that was open', async () => {
  const { page } = await signedIn(browser, server.address, 'Berit Exempelius')
  await page.goto(`${server.address}/forbund/exempelforbundet-norr/ansokningar`)
  const names = ['Språk och praktik i samma vecka', 'Digital mötesplats']
  for (const name of names) {
    await page.getByRole('link', { name }).first().click()
    await page.getByRole('heading', { level: 2, name }).waitFor()
    if (name === names[0]) await page.getByRole('link', { name: 'Ansökningar' }).click()
  }
  await page.evaluate(() => history.go(-2))
  await page.getByRole('heading', { level: 2, name: names[0]! }).waitFor()
  await page.context().close()
})
