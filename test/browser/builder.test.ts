import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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

const open = (page: Page, path: string) => page.goto(server.address + path, { waitUntil: 'networkidle' })
const savedAddress = /\/tabell\/[0-9a-f-]{36}$/

test.each([1280, 390])('at %i px outcomes of places beside each other have who takes part beside them', async (width) => {
  const { page, complaints } = await signedIn(browser, server.address, 'Nora Testlund')
  await page.setViewportSize({ width, height: 900 })
  await open(page, '/tabell?matt=to-work-or-study&rader=association&kolumner=sex')
  const caseMix = page.getByRole('region', { name: 'Vilka deltagarna är' })
  await caseMix.getByRole('row', { name: /^Hela landet/ }).waitFor()
  expect(await caseMix.getByRole('columnheader', { name: 'Högst grundskola' }).count()).toBe(1)
  expect(await caseMix.getByRole('row').count()).toBeGreaterThan(10)
  await caseMix.getByRole('link', { name: /rättvis jämförelse/ }).waitFor()
  expect(await seriousFindings(page)).toEqual([])
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0)
  // Numbers of how many there were compare no results.
  await open(page, '/tabell?matt=exits&rader=association&kolumner=sex')
  await page.getByRole('row', { name: /^Alla/ }).first().waitFor()
  expect(await caseMix.count()).toBe(0)
  expect(complaints).toEqual([])
})

test('a table is built of two measures over the years, saved, and opened by its address by another who may not change it', async () => {
  const { page, complaints } = await signedIn(browser, server.address, 'Nora Testlund')
  await open(page, '/tabell')
  await page.getByLabel('Mått', { exact: true }).selectOption('participations')
  await page.getByLabel('Ett mått till').selectOption('to-work-or-study')
  await page.getByLabel('Rader').selectOption('year')
  await page.getByLabel('Från månad').fill('2016-01')
  await page.getByLabel('Till månad').fill('2024-12')
  await page.getByLabel('Till månad').blur()
  await page.getByRole('columnheader', { name: 'Deltaganden' }).waitFor()
  await page.getByRole('listitem').filter({ hasText: 'Brott i serien vid 2018-01' }).waitFor()

  // Each number is read by the definition of its own measure.
  const line = page.getByRole('row', { name: /^2019/ })
  await line.getByRole('button').first().click()
  await page
    .getByRole('region', { name: 'Vad talet betyder' })
    .getByText(/#{entryDate ≤ to/)
    .waitFor()
  await line.getByRole('button').last().click()
  await page
    .getByRole('region', { name: 'Vad talet betyder' })
    .getByText(/workExtentAfter > 0/)
    .waitFor()

  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Ladda ner som CSV' }).click()
  const csv = readFileSync(await (await downloading).path(), 'utf8')
  expect(csv).toContain('Deltaganden, Kvinnor')
  expect(csv).toContain('Till arbete/studier vid avslut, SUS-mått, Alla')
  expect(csv).toContain('Brott i serien vid 2020-01')

  await page.getByLabel('Namn på tabellen').fill('Till arbete, år för år')
  await page.getByRole('button', { name: 'Spara tabellen' }).click()
  await page.getByText(/^Sparad: ”Till arbete, år för år”/).waitFor()
  expect(page.url()).toMatch(savedAddress)
  await page.getByRole('heading', { level: 1, name: 'Till arbete, år för år' }).waitFor()
  const { pathname } = new URL(page.url())
  const shown = await page.locator('table').first().innerText()

  const other = await signedIn(browser, server.address, 'Berit Exempelius', 390)
  await open(other.page, pathname)
  await other.page.getByRole('heading', { level: 1, name: 'Till arbete, år för år' }).waitFor()
  await other.page.getByRole('columnheader', { name: 'Deltaganden' }).waitFor()
  expect(await other.page.locator('table').first().innerText()).toBe(shown)
  expect(await other.page.getByRole('button', { name: 'Spara ändringarna' }).count()).toBe(0)
  await other.page.getByText('Sparade tabeller').click()
  await other.page.getByText('Du har inte sparat någon tabell än.').waitFor()
  expect([await sidewaysScroll(other.page), await seriousFindings(other.page)]).toEqual([expect.any(Number), []])

  // Found again in the list, with another name; the address is the same.
  await open(page, '/tabell')
  await page.getByText('Sparade tabeller').click()
  await page.getByRole('button', { name: 'Byt namn: Till arbete, år för år' }).click()
  await page.getByLabel('Nytt namn').fill('Till arbete')
  await page.getByRole('button', { name: 'Byt namn', exact: true }).click()
  await page.getByText('Den heter nu ”Till arbete”.').waitFor()
  expect(await seriousFindings(page)).toEqual([])
  await page.getByRole('link', { name: 'Till arbete', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Till arbete' }).waitFor()
  expect(new URL(page.url()).pathname).toBe(pathname)

  // Taken away, it leads nowhere for anybody.
  await page.getByRole('button', { name: 'Ta bort: Till arbete' }).click()
  await page.getByRole('button', { name: 'Ja, ta bort' }).click()
  await page.getByText('”Till arbete” är borttagen.').waitFor()
  await other.page.reload({ waitUntil: 'networkidle' })
  await other.page.getByRole('alert').getByText('finns inte').waitFor()
  expect(complaints.filter((one) => !one.includes('404'))).toEqual([])
  await other.page.context().close()
  await page.context().close()
})

test('two windows do not overwrite each other: the second is told, and can save as a new one', async () => {
  const { page } = await signedIn(browser, server.address, 'Nora Testlund')
  await open(page, '/tabell?matt=exits&rader=sex&kolumner=')
  await page.getByLabel('Namn på tabellen').fill('Avslut')
  await page.getByRole('button', { name: 'Spara tabellen' }).click()
  await page.getByText(/^Sparad:/).waitFor()
  const second = await page.context().newPage()
  await second.goto(page.url(), { waitUntil: 'networkidle' })
  await page.getByLabel('Rader').selectOption('ageGroup')
  await page.getByRole('columnheader', { name: 'Ålder vid start' }).waitFor()
  await page.getByRole('button', { name: 'Spara ändringarna' }).click()
  await page.getByText(/^Sparad:/).waitFor()
  await second.getByLabel('Rader').selectOption('education')
  await second.getByRole('button', { name: 'Spara ändringarna' }).click()
  await second.getByText(/Tabellen har ändrats sedan du öppnade den/).waitFor()
  await second.getByRole('button', { name: 'Spara som ny' }).click()
  await second.getByText(/^Sparad:/).waitFor()
  expect(second.url()).not.toBe(page.url())
  await page.reload({ waitUntil: 'networkidle' })
  await page.getByRole('columnheader', { name: 'Ålder vid start' }).waitFor()
  await page.context().close()
})

test('a period that goes with time is kept as such', async () => {
  const { page } = await signedIn(browser, server.address, 'Nora Testlund')
  await open(page, '/tabell')
  await page.getByLabel('Period', { exact: true }).selectOption('twelveMonths')
  await page.getByLabel('Namn på tabellen').fill('Senaste året')
  await page.getByRole('button', { name: 'Spara tabellen' }).click()
  await page.getByText(/^Sparad:/).waitFor()
  await page.reload({ waitUntil: 'networkidle' })
  expect(await page.getByLabel('Period', { exact: true }).inputValue()).toBe('twelveMonths')
  expect(await page.getByLabel('Från månad').count()).toBe(0)
  await page.context().close()
})

describe.each([1280, 390])('at %i px', (width) => {
  test.each([
    ['Linjer över tid', 'line', '/tabell?matt=participations,exits&rader=year&kolumner=sex&fran=2015-01&till=2024-12'],
    ['Staplar', 'bars', '/tabell?matt=exits&rader=exitReason&kolumner=sex'],
    ['Små diagram bredvid varandra', 'multiples', '/tabell?matt=participations,to-work-or-study&rader=ageGroup&kolumner=sex'],
    ['Före och efter', 'flow', '/tabell?matt=exits&rader=occupationBefore&kolumner=occupationAfter'],
    ['Karta', 'map', '/tabell?matt=to-work-or-study&rader=region&kolumner=sex'],
  ])('the picture %s is without faults, tells what it shows, and has its table', async (name, kind, path) => {
    const { page, complaints } = await signedIn(browser, server.address, 'Nora Testlund', width)
    await open(page, path)
    await page.getByLabel('Typ av diagram').selectOption({ label: name })
    const picture = page.getByRole('region', { name: 'Som diagram' }).locator('svg[role]').first()
    await picture.waitFor()
    expect(new URL(page.url()).searchParams.get('bild')).toBe(kind)
    expect(await page.locator('table').count()).toBeGreaterThan(0)
    if (kind === 'map') await page.getByRole('list', { name: 'Teckenförklaring' }).waitFor()
    else expect((await picture.getAttribute('aria-label'))!.length).toBeGreaterThan(20)
    if (kind === 'flow') await page.getByRole('heading', { name: 'Förändring, inte effekt' }).waitFor()
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0)
    expect(await seriousFindings(page)).toEqual([])
    expect(complaints).toEqual([])
    await page.context().close()
  })
})
