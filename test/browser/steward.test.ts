import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
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

async function looksRight(page: Page): Promise<void> {
  expect(await seriousFindings(page)).toEqual([])
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0)
}
async function openFromHub(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('link', { name: 'Dataansvar', exact: true }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Dataansvar' }).waitFor()
  await page.getByRole('link', { name }).click()
}

test.each([1280, 390])(
  'at %i px a steward closes registration, nothing can come in, opens it again and takes everything out',
  async (width) => {
    const { page, complaints } = await signedIn(browser, server.address, 'Edvin Demolund', width)
    await openFromHub(page, /^Registrering av deltaganden/)
    await page.getByRole('button', { name: 'Stäng registrering' }).click()
    await page.getByText(/deltaganden finns kvar och räknas/).waitFor()
    await looksRight(page)
    await page.getByRole('button', { name: 'Stäng registrering' }).click()
    await page.getByRole('alert').getByText('Fyll i uppgiften.').waitFor()
    await page.getByLabel('Beslutets beteckning').fill('PÅHITTAT-9')
    await page.getByRole('button', { name: 'Stäng registrering' }).click()
    await page.getByText('Registreringen är stängd. Inget är borttaget.').waitFor()

    await page.goto(`${server.address}/mina-insatser`, { waitUntil: 'networkidle' })
    await page.getByText(/^Registreringen av deltaganden hos .+ är stängd sedan \d{4}-\d\d-\d\d\.$/).waitFor()
    await page.getByText(/^Fråga er dataansvariga: .*Edvin Demolund/).waitFor()
    expect(await page.getByRole('link', { name: 'Ny registrering' }).count()).toBe(0)
    await looksRight(page)
    await page.goto(`${server.address}/mina-insatser/ny`, { waitUntil: 'networkidle' })
    await page.getByText('Inget nytt kan registreras eller läsas in.').waitFor()
    expect(await page.locator('form').count()).toBe(0)
    await page.goto(`${server.address}/importera`, { waitUntil: 'networkidle' })
    await page.getByText('Inget nytt kan registreras eller läsas in.').waitFor()
    expect(await page.locator('input[type=file]').count()).toBe(0)

    await openFromHub(page, /^Registrering av deltaganden/)
    // What the last decision said is kept, so that only what has changed is written anew.
    expect(await page.getByLabel('Konsekvensbedömningens beteckning').inputValue()).toBe('PÅHITTAD-DPIA-1')
    await page.getByLabel('Beslutets beteckning').fill('PÅHITTAT-10')
    await looksRight(page)
    await page.getByRole('button', { name: 'Öppna registrering' }).click()
    await page.getByText('Registreringen är öppen.').waitFor()
    expect(await page.getByRole('link', { name: /Utkast på sex språk/ }).getAttribute('href')).toBe('/samtycke')
    await page.getByRole('rowheader', { name: 'Stängde' }).first().waitFor()
    await page.goto(`${server.address}/mina-insatser/ny`, { waitUntil: 'networkidle' })
    await page.getByLabel('Födelseår').waitFor()

    await openFromHub(page, /^Personnummer/)
    await page.getByText('Personnummer kan inte öppnas på den inbyggda databasen').waitFor()
    expect(await page.locator('form').count()).toBe(0)
    await looksRight(page)

    await openFromHub(page, /^Ta ut allt/)
    await looksRight(page)
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Gör uttaget' }).click()
    const download = await coming
    await page.getByText(/^Klart: samlad-uttag-/).waitFor()
    await looksRight(page)
    expect(download.suggestedFilename()).toMatch(/^samlad-uttag-\d{4}-\d\d-\d\d-PÅHITTADE-DATA\.zip$/)
    const files = unzipSync(new Uint8Array(readFileSync(await download.path())))
    const text = (name: string): string => Buffer.from(files[name]!).toString()
    expect(text('beslut.csv')).toContain('PÅHITTAT-10')
    expect(text('LÄS-MIG.txt')).toContain('PÅHITTADE DATA')
    expect(text('deltaganden.csv').split('\r\n').length).toBeGreaterThan(20)

    await openFromHub(page, /^Logg/)
    await page.getByRole('button', { name: 'Visa', exact: true }).click()
    for (const what of ['Gjorde uttag av allt', 'Hämtade uttag', 'Stängde registreringen'])
      await page.getByRole('cell', { name: what }).first().waitFor()
    expect(complaints).toEqual([])
    await page.context().close()
  },
)

test('what nobody follows up any longer is shown, somebody is appointed, and the list of codes is handed over', async () => {
  const { page, complaints } = await signedIn(browser, server.address, 'Edvin Demolund', 390)
  await page.goto(`${server.address}/personal`, { waitUntil: 'networkidle' })
  await page.getByRole('button', { name: /^Har slutat.*Disa Testberg/ }).click()
  await page.getByRole('button', { name: /^Säkert.*Disa Testberg/ }).click()
  await page.getByText(/^Anställningen slutar \d{4}-\d\d-\d\d\.$/).waitFor()
  await page.goto(`${server.address}/dataansvar`, { waitUntil: 'networkidle' })
  await page.getByText(/^\d+ insats(er)? saknar deltagaransvarig$/).waitFor()
  await page.getByRole('link', { name: /^Uppföljningar att lämna över/ }).click()
  const appoint = page.getByRole('link', { name: /^Utse någon i / })
  await appoint.first().waitFor()
  await looksRight(page)
  const left = await appoint.count()
  const intervention = (await appoint.first().getAttribute('aria-label'))!.replace('Utse någon i ', '')

  await page.getByRole('link', { name: `Kodlista för ${intervention}` }).click()
  await page.getByRole('heading', { level: 1, name: `Kodlista för ${intervention}` }).waitFor()
  await page
    .getByRole('rowheader', { name: /^[A-Z]{4}-[A-Z]{4}-[A-Z]$/ })
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Skriv ut' }).waitFor()
  await looksRight(page)
  await page.getByRole('link', { name: 'Uppföljningar att lämna över' }).click()

  await appoint.first().click()
  await page.getByRole('heading', { name: 'Utse någon' }).waitFor()
  expect(await page.getByRole('checkbox', { name: intervention, exact: true }).isChecked()).toBe(true)
  await page.getByLabel('Namn', { exact: true }).fill('Ny Provgren')
  await page.getByLabel('Användarnamn').fill('ny.provgren')
  await page.getByRole('button', { name: 'Utse', exact: true }).click()
  await page.getByRole('heading', { name: /Ny Provgren/ }).waitFor()
  await looksRight(page)
  expect(complaints).toEqual([])
  expect(left).toBeGreaterThan(0)
  await page.context().close()
})

test('a lead switches off the follow-up after three months, and it stays off', async () => {
  const { page, complaints } = await signedIn(browser, server.address, 'Greta Provgren', 390)
  await page.goto(`${server.address}/laget`, { waitUntil: 'networkidle' })
  await page.getByRole('checkbox', { name: '3 månader efter avslut', exact: true }).uncheck()
  await page.getByRole('button', { name: 'Spara' }).click()
  await page.getByText(/^Sparat för /).waitFor()
  await looksRight(page)
  await page.reload({ waitUntil: 'networkidle' })
  await page.getByText(/: 3 månader efter avslut$/).waitFor()
  expect(await page.getByRole('checkbox', { name: '3 månader efter avslut', exact: true }).isChecked()).toBe(false)
  expect(await page.getByRole('checkbox', { name: '24 månader efter avslut', exact: true }).isChecked()).toBe(true)
  expect(complaints).toEqual([])
  await page.context().close()
})
