import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
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

/** The office says which of the association's municipalities an intervention is for. */
async function stateArea(page: Page, address: string, names: readonly string[]): Promise<void> {
  await page.goto(`${server.address}${address}/andra`)
  await page.locator('#municipalities').waitFor()
  const boxes = page.locator('#municipalities').locator('xpath=ancestor::fieldset').getByRole('checkbox')
  for (const box of await boxes.all()) await box.uncheck()
  for (const name of names) await page.getByRole('checkbox', { name, exact: true }).check()
  await page.getByRole('button', { name: 'Spara' }).click()
  await page.getByText('Insatsen är sparad.').waitFor()
}

test('a member sees what it pays and gets, by the area that the office has stated', async () => {
  const office = await signedIn(browser, server.address, 'Berit Exempelius')
  const { page, complaints } = await signedIn(browser, server.address, 'Malin Exempelmo')
  await page.goto(`${server.address}/medlem`)
  await page.getByRole('link', { name: 'Vad ni betalar och får' }).click()
  await page.getByRole('heading', { level: 1, name: /^Exempelkommun A1: vad medlemmen betalar och får/ }).waitFor()
  // The one that has run since the first year, whatever the day.
  const address = (await page.getByRole('link', { name: / Norr 1$/ }).getAttribute('href'))!
  expect((await rowOf(page, /Del och vad beslutet ändrar/, /^Exempelförbundet Norr/)).at(-1)).toMatch(/1 kr mindre ger 4 kr mindre/)
  const areaIn = async (table: RegExp): Promise<string> => {
    await page.reload()
    return (await rowOf(page, table, / Norr 1 /))[0]!
  }
  await stateArea(office.page, address, ['Exempelkommun A1', 'Exempelkommun A16'])
  expect(await areaIn(/I medlemmens område/)).toBe('Exempelkommun A1, Exempelkommun A16')
  await stateArea(office.page, address, ['Exempelkommun A25'])
  expect(await areaIn(/I andra delar av förbunden/)).toBe('Exempelkommun A25')
  await stateArea(office.page, address, [])
  expect(await areaIn(/Utan angivet område/)).toBe('Inte angivet')
  await page.getByText(/^Av medlemmens del går inget till insatser i det egna området, .* kr till 1 utan angivet område\.$/).waitFor()
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 })
    await demandSound(page, 'member-area', width)
  }
  await page.goBack()
  await page.getByRole('heading', { level: 1, name: /som medlem$/ }).waitFor()
  expect([...complaints, ...office.complaints]).toEqual([])
  for (const context of [page.context(), office.page.context()]) await context.close()
})

test('Arbetsförmedlingen is found among the members, and one of whom nothing is approved is told so', async () => {
  const { page } = await signedIn(browser, server.address, 'Malin Exempelmo', 390)
  await page.goto(`${server.address}/statistik/pengar`, { waitUntil: 'networkidle' })
  await page.getByLabel('Medlem', { exact: true }).selectOption({ label: 'Försäkringskassan (exempel), också för Arbetsförmedlingen' })
  await page.getByRole('heading', { level: 1, name: /^Försäkringskassan \(exempel\): / }).waitFor()
  await page.goto(`${server.address}/statistik/pengar/medlem/${crypto.randomUUID()}`, { waitUntil: 'networkidle' })
  await page.getByText(/^Inget förbund som medlemmen är med i har godkänt ett år med bidrag än/).waitFor()
  await demandSound(page, 'member-silent', 390)
  await page.context().close()
})
