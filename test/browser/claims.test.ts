import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startDemo, type DemoServer } from './demoServer.ts'
import { saysEffect } from './pageWords.ts'
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

const pages = [
  { path: '/uppfoljning/over-tid', title: 'Vad som händer över tid', claim: 'Beskrivning', pictures: 3 },
  { path: '/uppfoljning/forandring', title: 'Förändring, inte effekt', claim: 'Förändring', pictures: 5 },
  { path: '/uppfoljning/programtrohet', title: 'Programtrohet och utfall', claim: 'Beskrivning', pictures: 1 },
  { path: '/uppfoljning/jamforelse', title: 'Rättvis jämförelse', claim: 'Jämförelse', pictures: 2 },
]

const open = async (page: Page, path: string): Promise<void> => {
  await page.goto(server.address + path, { waitUntil: 'networkidle' })
  await page.locator('p.claim').waitFor()
}

describe.each([1280, 390])('at %i px', (width) => {
  test.each(pages)('$title says what it claims and no more, and everything is also a table', async ({ path, title, claim, pictures }) => {
    const { page, complaints } = await signedIn(browser, server.address, 'Nora Testlund', width)
    await open(page, path)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(title)
    expect(await page.locator('p.claim strong').innerText()).toBe(claim)
    expect(await page.getByRole('heading', { name: 'Vad vi inte vet' }).count()).toBe(1)
    expect(await page.locator('figure.chart svg').count()).toBe(pictures)
    for (const summary of await page.locator('details.as-table > summary').all()) await summary.click()
    expect(await page.locator('figure.chart table').count()).toBe(pictures)
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0)
    expect(await seriousFindings(page)).toEqual([])
    for (const language of ['Svenska', 'English']) {
      if (language === 'English') await page.getByRole('button', { name: 'English' }).click()
      await page.waitForLoadState('networkidle')
      expect(await saysEffect(page)).toEqual([])
    }
    expect(complaints).toEqual([])
    await page.context().close()
  })
})

test('one goes from Uppföljning to each of them and back, and the place goes along', async () => {
  const { page, complaints } = await signedIn(browser, server.address, 'Nora Testlund')
  await page.goto(`${server.address}/uppfoljning?place=association:exempelforbundet-forsen`, { waitUntil: 'networkidle' })
  for (const { title } of pages) {
    await page.getByRole('link', { name: title, exact: true }).first().click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await page.getByText(/^Visar Exempelförbundet Forsen/).waitFor()
    expect(new URL(page.url()).searchParams.get('place')).toBe('association:exempelforbundet-forsen')
  }
  await page.getByRole('link', { name: 'Uppföljning', exact: true }).last().click()
  await page.getByRole('heading', { level: 1, name: 'Uppföljning' }).waitFor()
  expect(complaints).toEqual([])
  await page.context().close()
})

test('units stand in the order of the alphabet, and none is compared that has fewer than 20', async () => {
  const { page } = await signedIn(browser, server.address, 'Nora Testlund')
  await open(page, '/uppfoljning/jamforelse')
  await page.locator('details.as-table > summary').first().click()
  const rows = await page.locator('figure.chart').first().locator('tbody tr').all()
  const lines = await Promise.all(rows.map(async (row) => (await row.locator('th, td').allInnerTexts()).map((text) => text.trim())))
  const names = lines.map(([name]) => name!)
  expect(names).toEqual([...names].sort(new Intl.Collator('sv').compare))
  const began = (text: string): number => Number(text.replace(/[^\d]/g, ''))
  const few = lines.filter(([, n]) => began(n!) < 20)
  expect([few.length > 0, lines.length > few.length]).toEqual([true, true])
  expect(new Set(few.map((cells) => cells.at(-1)))).toEqual(new Set(['jämförs inte: för få, eller dolt']))
  await page.context().close()
})

test('own answers have their change in steps, and how many answered twice', async () => {
  const { page } = await signedIn(browser, server.address, 'Nora Testlund')
  await open(page, '/uppfoljning/forandring')
  const views = page.locator('figure.chart', { has: page.getByRole('heading', { name: 'Personens egna svar: första och sista' }) })
  const answers = views.locator('ul.answers li')
  expect(await answers.count()).toBe(3)
  expect(await answers.first().innerText()).toMatch(/^Sociala kontakter: från .+ Förändringen är .+ steg (upp|ner) \(kan vara från/)
  await views.locator('details.as-table > summary').click()
  expect(await views.locator('tbody tr').count()).toBe(12)
  expect(await views.getByRole('row', { name: /^Förändring per år/ }).innerText()).toMatch(/steg upp per år \(kan vara från/)
  await page.context().close()
})

test('a report of an intervention is frozen, and fetched with the hash that stands beside it', async () => {
  const { page, complaints } = await signedIn(browser, server.address, 'Nora Testlund')
  await open(page, '/uppfoljning/over-tid')
  expect(await page.getByRole('button', { name: 'Frys en rapport' }).count()).toBe(0)
  const id = await page.evaluate(
    async () => ((await (await fetch('/api/places')).json()) as { interventions: { id: string }[] }).interventions[0]!.id,
  )
  await open(page, `/uppfoljning/over-tid?place=intervention:${id}`)
  await page.getByText('Ingen rapport är fryst ännu.').waitFor()
  await page.getByRole('button', { name: 'Frys en rapport' }).click()
  const row = page.locator('.file', { has: page.getByRole('button', { name: 'PDF på svenska' }) })
  const hash = await row.locator('code').innerText()
  const [download] = await Promise.all([page.waitForEvent('download'), row.getByRole('button').click()])
  expect(
    createHash('sha256')
      .update(readFileSync(await download.path()))
      .digest('hex'),
  ).toBe(hash)
  expect(await seriousFindings(page)).toEqual([])
  expect(await saysEffect(page)).toEqual([])
  expect(complaints).toEqual([])
  await page.context().close()
})

test('what is compared can be chosen, stays in the address, and says how many were not reached', async () => {
  const { page, complaints } = await signedIn(browser, server.address, 'Nora Testlund')
  await open(page, '/uppfoljning/jamforelse')
  await page.getByLabel('I arbete eller studier 12 månader efter starten').check()
  await page.getByText(/nåddes inte\. De är inte med i andelarna/).waitFor()
  expect(new URL(page.url()).searchParams.get('outcome')).toBe('state')
  await page.locator('details.as-table > summary').first().click()
  const headings = await page.locator('figure.chart').first().locator('thead th').allInnerTexts()
  expect(headings.map((text) => text.trim())).toEqual(expect.arrayContaining(['Nåddes inte', 'Känt läge', 'Av alla som började']))
  await page.getByRole('combobox', { name: 'Plats' }).fill('Exempelförbundet Forsen')
  await page.keyboard.press('Enter')
  await page.getByText(/^Visar Exempelförbundet Forsen/).waitFor()
  expect(new URL(page.url()).searchParams.get('outcome')).toBe('state')
  expect(await seriousFindings(page)).toEqual([])
  expect(await saysEffect(page)).toEqual([])
  expect(complaints).toEqual([])
  await page.context().close()
})

test('the state month by month has its numbers, months in work and who stayed in it', async () => {
  const { page } = await signedIn(browser, server.address, 'Nora Testlund')
  await open(page, '/uppfoljning/over-tid')
  const months = page.locator('figure.chart', { has: page.getByRole('heading', { name: 'Läget månad för månad efter starten' }) })
  await months.locator('details.as-table > summary').click()
  expect(await months.locator('tbody tr').count()).toBe(25)
  const within = page.getByRole('table', { name: /Månader i arbete och studier inom 24 månader/ })
  expect(await within.locator('tbody tr').first().innerText()).toMatch(/minst \d+,\d och högst \d+,\d månader/)
  const stay = page.getByRole('table', { name: /Kvar i arbete efter den första månaden/ })
  expect(await stay.locator('tbody tr').count()).toBe(4)
  await page.context().close()
})

test('a comparison in the reports has who the participants are beside it, and a way to the fair one', async () => {
  const { page } = await signedIn(browser, server.address, 'Nora Testlund')
  await page.goto(`${server.address}/rapporter?report=standard&compare=association`, { waitUntil: 'networkidle' })
  await page.getByRole('heading', { name: 'Vilka deltagarna är' }).waitFor()
  await page.getByRole('link', { name: 'Rättvis jämförelse' }).click()
  await page.getByRole('heading', { level: 1, name: 'Rättvis jämförelse' }).waitFor()
  await page.context().close()
})
