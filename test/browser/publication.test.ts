import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
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

/** No sideways scroll and nothing serious at either width. */
async function sound(page: Page): Promise<void> {
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0)
    expect(await seriousFindings(page)).toEqual([])
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}

let address: string
let released: string

test('a publisher makes tables, sees what protection costs, and proposes them', async () => {
  const { page, complaints } = await signedIn(browser, server.address, 'Lovisa Provberg')
  await page.goto(`${server.address}/publiceringar`)
  await page.getByText('Inga än.').waitFor()
  await sound(page)
  await page.getByRole('link', { name: 'Ny publicering' }).click()
  await page.getByRole('button', { name: 'Skapa utkastet' }).click()
  // Without a title it is refused, with what is missing, and nothing chosen is lost.
  await page.getByRole('alert').waitFor()
  await sound(page)
  await page.getByLabel('Rubrik på svenska').fill('Deltagande och resultat 2024')
  // So is a period that has not ended, and whoever pressed the button at the end of the page is brought to where that stands.
  await page.getByLabel('År', { exact: true }).fill('2100')
  await page.getByRole('button', { name: 'Skapa utkastet' }).click()
  await page.getByRole('alert').filter({ hasText: 'Perioden är inte slut än' }).waitFor()
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert')
  await page.getByLabel('År', { exact: true }).fill('2024')
  const outcomes = page.getByRole('group', { name: 'Tabell 3' })
  await outcomes.getByText('Kategorier som visas som en').click()
  await outcomes.getByLabel('Annat', { exact: true }).check()
  await outcomes.getByLabel('Okänt', { exact: true }).check()
  await outcomes.getByRole('button', { name: 'Slå ihop' }).click()
  await outcomes.getByText('Annat + Okänt').waitFor()
  await sound(page)
  if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/merge.png`, fullPage: true })
  await page.getByRole('button', { name: 'Skapa utkastet' }).click()
  await page.getByRole('button', { name: 'Snabbt skydd' }).click()
  await page.getByText('Skyddet räknas fram').waitFor()
  await page.getByRole('button', { name: 'Avbryt' }).click()
  await page.getByText('Skyddet avbröts').waitFor()
  await page.getByRole('button', { name: 'Snabbt skydd' }).click()
  await page.getByText('hur mycket som minst måste döljas är inte uträknat').waitFor()
  expect(await page.getByRole('button', { name: 'Föreslå' }).isDisabled()).toBe(true)
  await page.getByLabel('Tidsgräns').selectOption('1')
  await page.getByRole('button', { name: 'Exakt skydd' }).click()
  await page.getByText('Angreppet räknade inte ut något').waitFor({ timeout: 120_000 })
  await page.getByText(/Bevisat bäst|Högst .* procent/).waitFor()
  await page.getByRole('option', { name: 'Annat eller Okänt' }).first().waitFor({ state: 'attached' })
  await sound(page)
  address = page.url()
  await page.getByRole('button', { name: 'Föreslå' }).click()
  await page.getByText('Föreslagen av Lovisa Provberg').waitFor()
  expect(await page.getByRole('button', { name: 'Godkänn' }).count()).toBe(0)
  // The period that had not ended.
  expect(complaints.filter((one) => !one.includes('400'))).toEqual([expect.stringContaining('422')])
})

test('another approves, and it is out', async () => {
  const { page, complaints } = await signedIn(browser, server.address, 'Folke Testmark')
  await page.goto(address)
  const approve = page.getByRole('button', { name: 'Godkänn och ge ut' })
  await approve.waitFor()
  expect(await approve.isDisabled()).toBe(true)
  await sound(page)
  await page.getByLabel('Jag har läst').check()
  await approve.click()
  await page.getByRole('link', { name: 'Se utgåvan' }).click()
  await page.getByRole('heading', { name: 'Vad som fortfarande är möjligt' }).waitFor()
  released = page.url()
  expect(complaints).toEqual([])
})

test('anybody reads it without signing in, and can check what was downloaded', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true, locale: 'sv-SE' })
  const page = await context.newPage()
  await page.goto(`${server.address}/statistik`)
  await page.getByRole('link', { name: 'Publicerad statistik' }).click()
  await page.getByRole('link', { name: 'Deltagande och resultat 2024' }).click()
  await page
    .getByRole('table', { name: /PÅHITTADE DATA/ })
    .first()
    .waitFor()
  expect(page.url()).toBe(released)
  await sound(page)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Allt (zip)' }).click()])
  const zip = join(server.folder, 'utgava.zip')
  await download.saveAs(zip)
  const checked = spawnSync(process.execPath, ['src/cli.ts', 'verify-release', zip], { encoding: 'utf8' })
  expect(checked.stdout).toContain('Utgåvan är som den publicerades')
  expect(checked.status).toBe(0)
})

test('follow-up shows the same figures, exact where they are out and approximate elsewhere', async () => {
  const { page } = await signedIn(browser, server.address, 'Nora Testlund')
  await page.goto(released)
  const table = page.getByRole('table', { name: /Deltaganden under året/ }).first()
  const nation = (
    await table
      .getByRole('row', { name: /Hela riket/ })
      .locator('td')
      .first()
      .innerText()
  ).trim()
  await page.goto(`${server.address}/uppfoljning?fran=2024-01&till=2024-12`, { waitUntil: 'networkidle' })
  const answer = await page.request.get(`${server.address}/api/follow-up?place=nation&from=2024-01&to=2024-12`)
  const { counts } = (await answer.json()) as { counts: { total: { text: string; value: { kind: string } } }[] }
  expect(counts[0]!.total.value.kind).toBe('shown')
  expect(counts[0]!.total.text.replace(/\s/g, '')).toBe(nation.replace(/\s/g, ''))
  const other = await page.request.get(`${server.address}/api/follow-up?place=nation&from=2023-01&to=2023-12`)
  expect(((await other.json()) as typeof answer & { counts: { total: { text: string } }[] }).counts[0]!.total.text).toContain('≈')
})
