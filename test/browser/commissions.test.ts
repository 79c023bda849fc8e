import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDemo, type DemoServer } from './demoServer.ts'
import { demandSound, plain, signedIn, startBrowser } from './pages.ts'
import { stockholmDate } from '../../src/values/civilDate.ts'

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

const path = '/forbund/exempelforbundet-norr/uppdrag'

test.each([1280, 390])('at %i px the office enters a commission, is warned that it has no money, and reports', async (width) => {
  const { page, complaints } = await signedIn(browser, server.address, 'Berit Exempelius', width)
  await page.goto(`${server.address}/forbund/exempelforbundet-norr`, { waitUntil: 'networkidle' })
  await page.getByRole('link', { name: 'Riktade uppdrag' }).click()
  await page.getByRole('heading', { name: 'Nytt uppdrag' }).waitFor()
  await demandSound(page, 'commissions', width)
  const form = page.locator('section.new form')
  await form.getByRole('button', { name: 'Spara' }).click()
  await form.getByText('Skriv vem som gav uppdraget.').waitFor()
  await demandSound(page, 'commissions-faults', width)
  const [title, today] = [`Tidig samverkan (${width})`, stockholmDate(new Date())]
  await form.getByLabel('Uppdragets namn').fill(title)
  await form.getByLabel('Uppdragsgivare').fill('Provmyndigheten')
  await form.getByLabel('Beslutets beteckning').fill('PM 1')
  await form.getByLabel('Syfte').fill('Pröva att börja tidigare.')
  await form.getByLabel('Målgrupp').fill('Alla')
  await form.getByLabel('Från').fill(today)
  await form.getByLabel('Pengar som följer med, kronor').fill('0')
  await form.getByLabel('Vad som ska redovisas, och till vem').fill('Till myndigheten')
  await form.getByLabel('Dagar då det ska redovisas').fill(today)
  await form.getByRole('button', { name: 'Spara' }).click()
  await page.getByText('Uppdraget är sparat.').waitFor()
  const section = page.locator('section').filter({ has: page.getByRole('heading', { name: title }) })
  await section.getByText('Uppdraget har inga pengar.').waitFor()
  await section.getByText('En redovisning ska lämnas inom 30 dagar.').waitFor()
  await section.getByText('Registrera en lämnad redovisning').click()
  await section.getByLabel('Redovisningens beteckning').fill('Dnr 3')
  await section.locator('details').first().getByRole('button', { name: 'Spara' }).click()
  await page.getByText('Redovisningen är registrerad.').waitFor()
  const reports = page.getByRole('table', { name: new RegExp(`^Redovisningar: Tidig samverkan \\(${width}\\)`) })
  expect(plain(await reports.innerText())).toContain('Dnr 3')
  expect(await section.getByText('En redovisning ska lämnas inom 30 dagar.').count()).toBe(0)
  await demandSound(page, 'commissions-entered', width)
  const correction = section.locator('details').filter({ hasText: 'Rätta eller ta bort en redovisning' })
  await correction.getByText('Rätta eller ta bort en redovisning').click()
  await correction.getByRole('button', { name: 'Ta bort: det registrerades fel' }).click()
  await correction.getByText('Skriv varför, minst 3 tecken.').waitFor()
  await demandSound(page, 'commissions-correction', width)
  await correction.getByLabel('Varför').fill('Fel dag')
  await correction.getByRole('button', { name: 'Ta bort: det registrerades fel' }).click()
  await page.getByText('Redovisningen är borttagen.').waitFor()
  await section.getByText('En redovisning ska lämnas inom 30 dagar.').waitFor()
  // The browser tells of the refusal that was asked for above.
  expect(complaints.filter((text) => !text.includes('422'))).toEqual([])
  await page.context().close()
})

test('the board reads, and follows the commission up as a place of its own', async () => {
  const { page, complaints } = await signedIn(browser, server.address, 'Hugo Fiktivsson', 390)
  await page.goto(server.address + path)
  const section = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Unga som varken arbetar eller studerar', exact: true }) })
  await section.getByRole('table', { name: /^Pengar/ }).waitFor()
  expect(await page.getByRole('button', { name: 'Spara' }).count()).toBe(0)
  await section.getByRole('link', { name: 'Uppföljning av uppdraget' }).click()
  await page.getByText(/^Visar Unga som varken arbetar eller studerar/).waitFor()
  await demandSound(page, 'commission-followed', 390)
  expect(complaints).toEqual([])
  await page.context().close()
})
