import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDemo, type DemoServer } from './demoServer.ts'
import { demandSound, plain, signedIn, startBrowser } from './pages.ts'

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

const path = '/forbund/exempelforbundet-norr/medel'
const thisYear = new Date().getFullYear()

const amountOf = async (page: Page, what: RegExp): Promise<string> =>
  plain(
    await page
      .getByRole('table', { name: /^Tillsammans/ })
      .getByRole('row', { name: what })
      .getByRole('cell')
      .innerText(),
  )

test.each([1280, 390])('at %i px the office enters a grant, its agreement and a drawdown, and is told what is wrong', async (width) => {
  const { page, complaints } = await signedIn(browser, server.address, 'Berit Exempelius', width)
  await page.goto(`${server.address}/forbund/exempelforbundet-norr`, { waitUntil: 'networkidle' })
  await page.getByRole('link', { name: 'Medel till insatser' }).click()
  await page.getByRole('heading', { name: 'Medel till insatser: Exempelförbundet Norr' }).waitFor()
  await page.getByText(/rekvisition 2: du har attesterat. Någon annan i kansliet eller styrelsen, eller en attestant,/).waitFor()
  await demandSound(page, 'grants', width)
  const form = page.locator('form.panel').filter({ has: page.getByRole('heading', { name: 'Ange vad som har beviljats' }) })
  await form.getByRole('button', { name: 'Spara det beviljade' }).click()
  await form.getByText('Välj en insats.').waitFor()
  await form.getByText('Ange en dag, ÅÅÅÅ-MM-DD.').first().waitFor()
  await demandSound(page, 'grants-faults', width)
  const name = (await form.locator('option').nth(2).innerText()).trim()
  await form.getByLabel('Insats', { exact: true }).selectOption({ label: name })
  await form.getByLabel('Belopp').fill('500 000')
  await form.getByLabel('Kostnader från och med').fill(`${thisYear}-01-01`)
  await form.getByLabel('Kostnader till och med').fill(`${thisYear}-12-31`)
  await form.getByLabel('Diarienummer eller beteckning').fill(`§ 12 (${width})`)
  await form.getByRole('button', { name: 'Spara det beviljade' }).click()
  await page.getByText('Sparat.', { exact: true }).waitFor()
  const section = page.locator('section').filter({ hasText: `§ 12 (${width})` })
  await section.getByText(/^Beviljat, inväntar avtal/).waitFor()
  await section.getByText('Ta nästa steg').click()
  await section.getByLabel('Diarienummer eller beteckning').fill('Avtal 3')
  await section.getByRole('button', { name: 'Spara steget' }).click()
  await section.getByText('Ange minst en dag då insatsen ska redovisa.').waitFor()
  await section.getByLabel(/^Dagar då insatsen ska redovisa/).fill(`${thisYear + 1}-01-31`)
  await section.getByRole('button', { name: 'Spara steget' }).click()
  await section.getByText(`Nästa redovisning ska ha kommit in ${thisYear + 1}-01-31.`).waitFor()
  const draw = section.locator('details').filter({ hasText: 'Ange en rekvisition' })
  await draw.getByText('Ange en rekvisition').click()
  await draw.getByLabel('Belopp').fill('500 001')
  await draw.getByLabel('Kostnader till och med').fill(`${thisYear}-06-30`)
  await draw.getByLabel('Diarienummer eller beteckning').fill(`R (${width})`)
  await draw.getByRole('button', { name: 'Spara rekvisitionen' }).click()
  await draw.getByText(/Av det beviljade är 500.000 kr kvar att rekvirera\./).waitFor()
  await draw.getByLabel('Belopp').fill('200 000')
  await draw.getByRole('button', { name: 'Spara rekvisitionen' }).click()
  await section.getByRole('button', { name: 'Återsänd' }).click()
  await section.getByText('Skriv varför den återsänds.').waitFor()
  await section.getByRole('button', { name: 'Granskad' }).click()
  await section.getByRole('button', { name: 'Attestera' }).click()
  await section.getByText(/du har attesterat. Någon annan/).waitFor()
  expect(await section.getByRole('button', { name: 'Attestera' }).count()).toBe(0)
  await demandSound(page, 'grants-entered', width)
  // The browser tells of the refusal that was asked for above.
  expect(complaints.filter((text) => !text.includes('422'))).toEqual([])
  await page.context().close()
})

test('the board gives the second attest and can do nothing else; the office then pays', async () => {
  const board = await signedIn(browser, server.address, 'Hugo Fiktivsson', 390)
  await board.page.goto(server.address + path, { waitUntil: 'networkidle' })
  const paidBefore = await amountOf(board.page, /^Betalt/)
  expect(await board.page.getByRole('button', { name: /Spara|Granskad|Betald|Återsänd/ }).count()).toBe(0)
  const section = board.page.locator('section').filter({ hasText: 'Påhittad rekvisition 2' })
  await section.getByRole('button', { name: 'Attestera' }).click()
  await section.getByText('Attesterad av två', { exact: true }).waitFor()
  await demandSound(board.page, 'grants-board', 390)
  await board.page.context().close()
  const { page } = await signedIn(browser, server.address, 'Berit Exempelius')
  await page.goto(server.address + path, { waitUntil: 'networkidle' })
  const own = page.locator('section').filter({ hasText: 'Påhittad rekvisition 2' })
  await own.getByRole('button', { name: 'Betald' }).click()
  await page.getByText('Sparat.', { exact: true }).waitFor()
  expect(await amountOf(page, /^Betalt/)).not.toBe(paidBefore)
  await page.context().close()
})

test('an attester finds the way to what waits and to the money, attests there and can do nothing else', async () => {
  const { page, complaints } = await signedIn(browser, server.address, 'Alma Testkvist', 390)
  await page.goto(`${server.address}/forbund/exempelforbundet-norr`, { waitUntil: 'networkidle' })
  expect(await page.getByRole('link', { name: 'Medlemsbidrag' }).count()).toBe(0)
  await page.getByRole('link', { name: 'Att göra', exact: true }).click()
  await page.getByRole('heading', { name: 'Att göra' }).waitFor()
  const waiting = page.getByRole('row').filter({ hasText: 'på kontroll, attest eller betalning' })
  await demandSound(page, 'notices-attester', 390)
  await waiting.getByRole('link').first().click()
  await page.getByRole('heading', { name: 'Medel till insatser: Exempelförbundet Norr' }).waitFor()
  expect(await page.getByRole('button', { name: /Spara|Granskad|Betald|Återsänd/ }).count()).toBe(0)
  const section = page.locator('section').filter({ hasText: 'R (390)' })
  await section.getByRole('button', { name: 'Attestera' }).click()
  await section.getByText('Attesterad av två', { exact: true }).waitFor()
  await demandSound(page, 'grants-attester', 390)
  expect(complaints).toEqual([])
  await page.context().close()
})
