import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { startDemo, type DemoServer } from './demoServer.ts'
import { demandSound, rowOf, signedIn, startBrowser } from './pages.ts'

let server: DemoServer
let browser: Browser
beforeAll(async () => {
  server = await startDemo()
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  server?.remove()
})

test.each([1280, 390])('at %i px a member sees what waits for it, begins an application and answers it', async (width) => {
  const { page, complaints } = await signedIn(browser, server.address, 'Malin Exempelmo', width)
  await page.getByRole('link', { name: 'Medlem', exact: true }).click()
  await page.getByRole('heading', { name: /som medlem$/ }).waitFor()
  await page.getByRole('heading', { name: 'Väntar på er' }).waitFor()
  await demandSound(page, 'member-desk', width)
  // What waits leads to where it is answered.
  await page
    .getByRole('table', { name: /Väntar på er/ })
    .getByRole('link', { name: 'En väg in efter lång sjukskrivning' })
    .click()
  await page.getByRole('heading', { name: 'Ert svar' }).waitFor()
  await page.getByRole('link', { name: 'Medlemmens sida' }).click()

  const draft = width === 390 ? 'Vår idé på telefon' : 'Vår idé'
  await page
    .getByText(/^Börja en ansökan i Exempelförbundet Norr/)
    .first()
    .click()
  const begin = page.locator('details[open] form').first()
  await begin.getByRole('button').click()
  await begin.locator('.fault').waitFor()
  await begin.getByRole('textbox').fill(draft)
  await begin.getByRole('button').click()
  await page.getByRole('heading', { level: 1, name: draft }).waitFor()
  await demandSound(page, 'member-draft', width)

  await page.getByLabel('Vem som beslutade').fill('Förvaltningschefen')
  await page.getByRole('button', { name: 'Spara' }).first().click()
  await page.locator('.fault').first().waitFor()
  await page.getByLabel('Var det står').fill('Protokoll § 4')
  await page.getByRole('button', { name: 'Spara' }).first().click()
  await page.getByRole('status').filter({ hasText: /svar/i }).waitFor()
  await page.getByRole('link', { name: 'Medlemmens sida' }).click()
  expect((await rowOf(page, /Ansökningar, Exempelförbundet Norr/, new RegExp(draft))).at(-1)).toBe('svarat')
  expect(complaints).toEqual([])
  await page.context().close()
})
