import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
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

test.each([1280, 390])('at %i px a steward takes an extract, and finds it in the log by its code', async (width) => {
  const { page, complaints } = await signedIn(browser, server.address, 'Edvin Demolund', width)
  await page.goto(`${server.address}/mina-insatser`, { waitUntil: 'networkidle' })
  const link = page.locator('a[href^="/deltaganden/"].code').first()
  const code = (await link.innerText()).trim()
  await link.click()
  await page.getByRole('link', { name: 'Registerutdrag' }).click()
  await page.getByRole('heading', { name: `Registerutdrag för ${code}` }).waitFor()
  await page.getByRole('heading', { name: 'Vem som har läst eller ändrat' }).waitFor()
  await page.getByRole('cell', { name: 'Öppnade deltagande' }).first().waitFor()
  expect(await seriousFindings(page)).toEqual([])
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0)

  await page.getByRole('link', { name: 'Dataansvar', exact: true }).click()
  await page.getByRole('link', { name: /^Logg/ }).click()
  await page.getByLabel('Deltagarkod').fill(code)
  await page.getByRole('button', { name: 'Visa', exact: true }).click()
  await page.getByRole('cell', { name: 'Tog fram registerutdrag' }).first().waitFor()
  expect(page.url()).not.toContain(code)
  expect(await seriousFindings(page)).toEqual([])
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0)
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Hämta som CSV' }).click()
  const text = readFileSync(await (await coming).path(), 'utf8')
  expect(text).toContain('PÅHITTADE DATA')
  expect(text).toContain(code)
  expect(complaints).toEqual([])
  await page.context().close()
})
