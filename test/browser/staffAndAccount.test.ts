import { Secret, TOTP } from 'otpauth'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDemo, type DemoServer } from './demoServer.ts'
import { seriousFindings, sidewaysScroll, signedIn, startBrowser } from './pages.ts'

let server: DemoServer
let browser: Browser
beforeAll(async () => {
  server = await startDemo({ SAMLAD_LOCAL_ACCOUNTS: '1' })
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  server?.remove()
})

const sound = async (page: Page): Promise<void> => {
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0)
  expect(await seriousFindings(page)).toEqual([])
}

test('an administrator appoints somebody on a phone, who makes an account, signs in again, and is signed out everywhere', async () => {
  const { page } = await signedIn(browser, server.address, 'Edvin Demolund', 390)
  await page.goto(`${server.address}/personal`, { waitUntil: 'networkidle' })
  await page.getByRole('button', { name: 'Utse', exact: true }).click()
  await page.getByText('Det här behöver rättas').waitFor()
  await page.getByLabel('Namn', { exact: true }).fill('Ny Provgren')
  await page.getByLabel('Användarnamn').fill('ny.provgren')
  await page.getByRole('checkbox').first().focus()
  await page.keyboard.press('Space')
  await sound(page)
  await page.getByRole('button', { name: 'Utse', exact: true }).press('Enter')
  await page.getByRole('button', { name: /Länk till nytt konto.*Ny Provgren/ }).click()
  const link = (await page.locator('code.address').innerText()).trim()

  const own = await (await browser.newContext({ viewport: { width: 390, height: 900 }, locale: 'sv-SE' })).newPage()
  await own.goto(link, { waitUntil: 'networkidle' })
  const totp = new TOTP({ secret: Secret.fromBase32((await own.locator('code.letters').innerText()).replaceAll(' ', '')) })
  await sound(own)
  await own.getByLabel('Lösenord').fill('fyra hästar i regn')
  await own.getByLabel('Engångskod').fill(totp.generate({ timestamp: Date.now() - 30_000 }))
  await own.getByRole('button', { name: 'Gör kontot och logga in' }).click()
  await own.getByText('Inloggad som Ny Provgren').waitFor()
  await own.getByRole('button', { name: 'Logga ut' }).click()
  await own.getByRole('link', { name: 'Logga in' }).waitFor()
  await own.goto(`${server.address}/logga-in`, { waitUntil: 'networkidle' })
  await sound(own)
  await own.getByLabel('Användarnamn').fill('ny.provgren')
  await own.getByLabel('Lösenord').fill('fyra hästar i regn')
  await own.getByLabel('Engångskod').fill(totp.generate())
  await own.keyboard.press('Enter')
  await own.getByText('Inloggad som Ny Provgren').waitFor()
  await own.goto(`${server.address}/konto`, { waitUntil: 'networkidle' })
  await own.getByRole('button', { name: 'Logga ut överallt' }).click()
  await own.getByRole('link', { name: 'Logga in' }).waitFor()
})

test('a system administrator is reminded on the start page, and confirms a role by one press', async () => {
  const { page } = await signedIn(browser, server.address, 'Sixten Provdrift', 390)
  await page.goto(server.address, { waitUntil: 'networkidle' })
  const count = async (): Promise<number> => Number((await page.getByText(/roller ska bekräftas eller avslutas/).innerText()).split(' ')[0])
  const before = await count()
  await sound(page)
  await page.locator('main').getByRole('link', { name: 'Behörigheter' }).click()
  const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Berit Exempelius' }) })
  await card.getByRole('button', { name: /^Bekräfta.*Förbundsadministratör/ }).click()
  await page.getByText('Rollen är bekräftad.').waitFor()
  expect(await card.getByRole('button', { name: /^Bekräfta/ }).count()).toBe(0)
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Berit Exempelius')
  expect(await count()).toBe(before - 1)
  await sound(page)
  // One's own is for somebody else.
  const own = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Sixten Provdrift' }) })
  await own.getByText('Att bekräfta').waitFor()
  expect(
    await own
      .getByRole('button')
      .filter({ hasText: /Bekräfta|Avsluta/ })
      .count(),
  ).toBe(0)
  await page.context().close()
})
