import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startNewDemo, type DemoServer } from './demoServer.ts'
import { seriousFindings, sidewaysScroll, signedIn, startBrowser } from './pages.ts'

let server: DemoServer
let browser: Browser
beforeAll(async () => {
  server = await startNewDemo({ SAMLAD_DEMO_PUBLICATIONS: '1' })
  browser = await startBrowser()
  // The demo publishes its last years by itself, as two persons would.
  for (;;) {
    const releases = (await (await fetch(`${server.address}/api/releases`)).json()) as unknown[]
    if (releases.length === 3) break
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  server?.remove()
})

/** No sideways scroll and nothing serious at either width. */
async function sound(page: Page): Promise<void> {
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 })
    // Pictures are drawn anew when the window has another width.
    await expect.poll(() => sidewaysScroll(page)).toBeLessThanOrEqual(0)
    expect(await seriousFindings(page)).toEqual([])
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}

/** A page of somebody who has not signed in. */
async function somebody(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true, locale: 'sv-SE' })
  return context.newPage()
}

test('the public page needs no sign-in, and less than 200 kB of script', async () => {
  const page = await somebody()
  const scripts: string[] = []
  const answers: string[] = []
  page.on('response', (response) => {
    if (response.url().includes('/api/')) answers.push(`${response.url()} ${response.status()}`)
    if (new URL(response.url()).pathname.endsWith('.js')) scripts.push(new URL(response.url()).pathname)
  })
  await page.goto(`${server.address}/statistik`)
  await page.getByRole('img', { name: /Avslutade deltaganden/ }).waitFor()
  const bytes = scripts.map((path) => gzipSync(readFileSync(`dist${path}`), { level: 9 }).length)
  expect(scripts.length).toBeGreaterThan(3)
  expect(
    bytes.reduce((sum, one) => sum + one, 0),
    [...scripts, ...answers].join(' '),
  ).toBeLessThan(200_000)
  await sound(page)
  expect(await page.getByText('PÅHITTADE DATA').count()).toBeGreaterThan(3)
  await page.context().close()
})

test('its files are named with the first answer, so that a slow line is spared a turn', async () => {
  const link = (await fetch(`${server.address}/statistik`)).headers.get('link')!
  const files = [...link.matchAll(/<([^>]+)>; rel=(?:modulepreload|preload; as=style)/g)].map(([, file]) => file!)
  expect(files.some((file) => file.includes('GlancePage'))).toBe(true)
  for (const file of files) expect((await fetch(server.address + file)).status, file).toBe(200)
  expect((await fetch(`${server.address}/logga-in`)).headers.get('link')).toBeNull()
})

test('from the nation to an association, with the same numbers as its table', async () => {
  const page = await somebody()
  await page.goto(`${server.address}/statistik`)
  const row = page.getByRole('row', { name: /Exempelförbundet Sjön/ })
  const shown = (await row.getByRole('cell').innerText()).trim()
  await row.getByRole('link').click()
  await page.getByRole('heading', { name: 'Statistik: Exempelförbundet Sjön' }).waitFor()
  expect(await page.getByRole('img', { name: /Avslutade deltaganden/ }).getAttribute('aria-label')).toContain(`2025: ${shown}`)
  await sound(page)
  await page.context().close()
})

test('a published table is chosen from, turned, and taken home; its address gives it again', async () => {
  const page = await somebody()
  await page.goto(`${server.address}/statistik/tabeller/exits-association-sex`)
  await page.getByRole('cell').first().waitFor()
  await page.getByText('Kön', { exact: false }).first().click()
  await page.locator('summary', { hasText: 'Kön' }).click()
  await page.getByLabel('Män', { exact: true }).uncheck()
  await page
    .getByRole('columnheader', { name: 'Kvinnor' })
    .or(page.getByRole('rowheader', { name: 'Kvinnor' }))
    .first()
    .waitFor()
  expect(await page.getByText('Män', { exact: true }).filter({ visible: true }).count()).toBe(1)
  await page.getByRole('group', { name: 'Som kolumner' }).getByLabel('Kön').check()
  await page
    .getByRole('columnheader', { name: /Kvinnor/ })
    .first()
    .waitFor()
  await sound(page)
  const again = await somebody()
  await again.goto(page.url())
  await again
    .getByRole('columnheader', { name: /Kvinnor/ })
    .first()
    .waitFor()
  expect(await again.locator('table').first().innerText()).toBe(await page.locator('table').first().innerText())
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'CSV', exact: true }).click()])
  expect(readFileSync(await file.path(), 'utf8')).toContain('Kvinnor')
  await page.context().close()
  await again.context().close()
})

test('open data are explained, with addresses that answer', async () => {
  const page = await somebody()
  await page.goto(`${server.address}/statistik/oppna-data`)
  await page.getByText('CC0 1.0').waitFor()
  await sound(page)
  for (const href of await page.locator('dl a[href^="/api"]').evaluateAll((links) => links.map((one) => one.getAttribute('href')!)))
    expect((await fetch(server.address + href)).status).toBe(200)
  await page.context().close()
})

test('an analyst builds a table, reads a figure by keyboard, and the address gives the same table', async () => {
  const { page } = await signedIn(browser, server.address, 'Nora Testlund')
  await page.goto(`${server.address}/tabell`)
  await page.getByLabel('Mått', { exact: true }).selectOption('to-work-or-study')
  await page.getByLabel('Rader').selectOption('ageGroup')
  await page.getByRole('rowheader', { name: '30–39' }).waitFor()
  // Outcomes of associations stand beside each other with the way to who their participants are; those of ages do not.
  const fair = page.getByRole('link', { name: /rättvis jämförelse/ })
  expect(await fair.count()).toBe(0)
  await page.getByLabel('Rader').selectOption('association')
  await fair.waitFor()
  await page.getByLabel('Rader').selectOption('ageGroup')
  await page.getByRole('rowheader', { name: '30–39' }).waitFor()
  await page.getByRole('button', { name: 'Alla', exact: true }).click()
  const first = page.locator('tbody tr').first().getByRole('button').first()
  await first.focus()
  await page.keyboard.press('Enter')
  const reading = page.getByRole('region', { name: 'Vad talet betyder' })
  await reading.getByText('Täljare').waitFor()
  expect(await reading.innerText()).toMatch(/Nämnare[\s\S]*Osäkerhet[\s\S]*Vilka saknas[\s\S]*förbund har uppgifter/)
  await page.getByLabel('Bara vissa: välj urval …').selectOption('education')
  await page.getByRole('button', { name: /Ta bort urvalet/ }).waitFor()
  await sound(page)
  const before = await page.locator('table').innerText()
  await page.reload()
  await page.getByRole('rowheader', { name: '30–39' }).waitFor()
  expect(await page.locator('table').innerText()).toBe(before)
  await page.context().close()
})

test('the nation’s page has money and a map, and a method its interventions with what is published of each', async () => {
  const page = await somebody()
  await page.goto(`${server.address}/statistik`)
  await page.getByRole('heading', { name: 'Pengar till insatser' }).waitFor()
  await page.getByText('Visa på karta').click()
  await page.getByRole('group', { name: /Karta: avslutade deltaganden/ }).waitFor()
  await sound(page)
  await page.getByRole('link', { name: 'Metoder' }).click()
  await page
    .getByRole('link', { name: /\(IPS\)/ })
    .first()
    .click()
  await page.getByRole('table', { name: /Insatser som arbetar med metoden/ }).waitFor()
  expect(await page.getByRole('row').count()).toBeGreaterThan(3)
  await sound(page)
})

test('the money of all associations is for anybody, and a member finds what it pays, its share and what its decision moves', async () => {
  const page = await somebody()
  await page.goto(`${server.address}/statistik`)
  await page.getByRole('link', { name: 'Pengarna i alla förbund: vem som ger, och vad det kostar' }).click()
  await page.getByText(/av 72 förbund har godkänt året/).waitFor()
  await page.getByRole('img', { name: /År för år/ }).waitFor()
  await sound(page)
  const name = 'Exempelregion A'
  await page.getByLabel('Medlem').selectOption({ label: name })
  await page.getByRole('heading', { level: 1, name: `${name}: vad medlemmen betalar och får` }).waitFor()
  const member = (await (await fetch(`${server.address}/api/money/members`)).json()) as { id: string; name: string }[]
  const { years } = (await (await fetch(`${server.address}/api/money/members/${member.find((one) => one.name === name)!.id}`)).json()) as {
    years: { year: number; decidedOre: number }[]
  }
  const row = page.getByRole('row', { name: new RegExp(`^${years[0]!.year}`) })
  expect((await row.innerText()).replace(/\s/g, ' ')).toContain(
    new Intl.NumberFormat('sv-SE').format(years[0]!.decidedOre / 100).replace(/\s/g, ' '),
  )
  await page
    .getByText(/1 kr mindre ger 4 kr mindre till förbundet/)
    .first()
    .waitFor()
  await sound(page)
  await page.context().close()
})

test('published associations beside each other say what is known of who takes part', async () => {
  const page = await somebody()
  await page.goto(`${server.address}/statistik/tabeller/exits-association-afterexit`)
  const mix = page.getByRole('table', { name: /Vilka deltagarna är/ })
  await mix.getByRole('columnheader', { name: 'Utbildning' }).waitFor()
  const country = mix.getByRole('row', { name: /^Hela landet/ })
  await expect.poll(async () => (await country.innerText()).match(/\d\s%/g)?.length).toBeGreaterThan(5)
  await sound(page)
  // Of those who began nothing of the kind is published.
  await page.goto(`${server.address}/statistik/tabeller/entries-association-sex`)
  await page.getByRole('heading', { name: 'Vilka deltagarna är' }).waitFor()
  await page.getByText(/inte publicerade för förbunden\. Jämför inte deras utfall/).waitFor()
  await page.context().close()
})
