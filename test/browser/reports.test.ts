import { strFromU8, unzipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDemo, type DemoServer } from './demoServer.ts'
import { seriousFindings, sidewaysScroll, signedIn, startBrowser } from './pages.ts'

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

async function download(page: Page, name: string): Promise<Buffer> {
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name, exact: true }).click()
  const chunks: Buffer[] = []
  for await (const chunk of await (await coming).createReadStream()) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

test('a report is chosen, compared and taken home, and its address holds the choice', async () => {
  const { page, complaints } = await signedIn(browser, server.address, 'Nora Testlund')
  await page.goto(`${server.address}/uppfoljning?place=region:XA&from=2024-01&to=2024-12`, { waitUntil: 'networkidle' })
  await page.getByRole('link', { name: 'Rapporter', exact: true }).click()
  await page.getByRole('heading', { name: /^Deltagarrapport: .+, 2024$/ }).waitFor()
  await page.getByLabel('Rapport', { exact: true }).selectOption('standard')
  await page.getByLabel('Jämför').selectOption('association')
  await page.getByLabel('Försörjning före att utgå från').selectOption('ekonomisktBistand')
  await page.getByRole('heading', { name: 'Försörjning efter för dem som hade ekonomiskt bistånd (försörjningsstöd) före' }).waitFor()
  await page.getByRole('heading', { name: /förbund jämförda$/ }).waitFor()
  const query = Object.fromEntries(new URL(page.url()).searchParams)
  const place = { place: 'region:XA', from: '2024-01', to: '2024-12' }
  expect(query).toEqual({ ...place, report: 'standard', compare: 'association', source: 'ekonomisktBistand' })
  const shown = await page.locator('article table').first().locator('tbody td').first().innerText()
  await page.goto(page.url(), { waitUntil: 'networkidle' })
  expect(await page.locator('article table').first().locator('tbody td').first().innerText()).toBe(shown)
  const word = strFromU8(unzipSync(await download(page, 'Word'))['word/document.xml']!)
  expect([word.includes('PÅHITTADE DATA'), word.includes(`>${shown}<`)]).toEqual([true, true])
  expect((await download(page, 'PDF')).subarray(0, 5).toString()).toBe('%PDF-')
  expect((await download(page, 'CSV')).toString('utf8')).toContain('PÅHITTADE DATA')
  await page.getByRole('button', { name: 'tertial 1 (januari–april)' }).click()
  await page.getByRole('heading', { name: /^Standardrapport deltagare: .+, januari 2024–april 2024$/ }).waitFor()
  expect(complaints).toEqual([])
  await page.context().close()
})

test('a long picture opens within its window on a phone', async () => {
  const { page } = await signedIn(browser, server.address, 'Nora Testlund', 390)
  await page.goto(`${server.address}/rapporter?report=nation&from=2024-01&to=2024-12`, { waitUntil: 'networkidle' })
  await page.getByText('Som diagram').first().click()
  await page.locator('details[open] ul svg rect').first().waitFor()
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0)
  expect(await seriousFindings(page)).toEqual([])
  await page.context().close()
})

test('the office goes from the year to what Uppföljning Finsam asks for', async () => {
  const { page, complaints } = await signedIn(browser, server.address, 'Berit Exempelius')
  await page.goto(`${server.address}/forbund/exempelforbundet-norr/ar/2024`, { waitUntil: 'networkidle' })
  await page.getByRole('link', { name: 'Underlag till Uppföljning Finsam, 2024' }).click()
  await page.getByRole('heading', { name: 'Underlag till Uppföljning Finsam: Exempelförbundet Norr, 2024' }).waitFor()
  expect((await download(page, 'CSV')).toString('utf8')).toContain('PÅHITTADE DATA')
  // What the office has entered on the pages of contributions and of the economy.
  await page.getByText(/Eget kapital vid årets början: 7.400.000 kr/).waitFor()
  await page.getByRole('row', { name: /^Regionerna 8.000.000 8.000.000 8.000.000$/ }).waitFor()
  await page.getByRole('row', { name: /^Administration 2.100.000 2.000.000$/ }).waitFor()
  expect(complaints).toEqual([])
  await page.context().close()
})
