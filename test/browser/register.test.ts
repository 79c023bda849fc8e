import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startDemo, type DemoServer } from './demoServer.ts'
import { signedIn, startBrowser } from './pages.ts'

/** From a registration to its exit, and what each of the others sees of it. */
let server: DemoServer
let browser: Browser
let record: string
let code: string
const sent: string[] = []

beforeAll(async () => {
  server = await startDemo()
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  server?.remove()
})

/** The row of numbers of an intervention on the lead's page. */
async function numbersOf(intervention: string): Promise<number[]> {
  const { page } = await signedIn(browser, server.address, 'Greta Provgren')
  await page.goto(`${server.address}/laget`, { waitUntil: 'networkidle' })
  const row = page.getByRole('row', { name: intervention }).first()
  const cells = await row.getByRole('cell').allInnerTexts()
  await page.context().close()
  return [Number(cells[0]), Number(cells[1]), Number(cells[3])]
}

/** Tabs until what has the focus is labelled so, at most fifty times. */
async function tabTo(page: Page, id: string): Promise<void> {
  for (let at = 0; at < 50; at++) {
    if (await page.evaluate((wanted) => document.activeElement?.id === wanted, id)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The keyboard does not reach ${id}`)
}

describe('a participation', () => {
  let before: number[]
  let intervention: string

  test('is registered by keyboard alone in well under a minute, and gets a code', async () => {
    const { page, complaints } = await signedIn(browser, server.address, 'Disa Testberg')
    page.on('request', (request) => sent.push(request.url()))
    await page.goto(`${server.address}/mina-insatser/ny`, { waitUntil: 'networkidle' })
    const options = await page.locator('#intervention option').allInnerTexts()
    const { page: lead } = await signedIn(browser, server.address, 'Greta Provgren')
    await lead.goto(`${server.address}/laget`, { waitUntil: 'networkidle' })
    intervention = (await lead.getByRole('rowheader').first().innerText()).trim()
    await lead.context().close()
    before = await numbersOf(intervention)
    const began = Date.now()
    await tabTo(page, 'intervention')
    for (let at = options.indexOf(intervention); at > 0; at--) await page.keyboard.press('ArrowDown')
    await tabTo(page, 'sex')
    await page.keyboard.press('Space')
    await tabTo(page, 'birthYear')
    await page.keyboard.type('1988')
    await tabTo(page, 'occupationBefore')
    await page.keyboard.type('Annat')
    await tabTo(page, 'supportBefore')
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.type('100')
    await page.keyboard.press('Enter')
    await page.getByText(/Registrerat. Koden är/).waitFor()
    expect(Date.now() - began).toBeLessThan(30_000)
    record = new URL(page.url()).pathname
    code = /[A-Z]{4}-[A-Z]{4}-[A-Z]/.exec(await page.getByRole('heading', { level: 1 }).innerText())![0]
    expect(complaints).toEqual([])
    await page.context().close()
  })
  test('moves the numbers that the lead sees', async () => {
    const [active, started, ended] = await numbersOf(intervention)
    expect([active! - before[0]!, started! - before[1]!, ended! - before[2]!]).toEqual([1, 1, 0])
  })
  test('is found by its code, followed up and ended', async () => {
    const { page, complaints } = await signedIn(browser, server.address, 'Disa Testberg', 390)
    page.on('request', (request) => sent.push(request.url()))
    await page.goto(`${server.address}/mina-insatser`, { waitUntil: 'networkidle' })
    await page.getByLabel('Deltagarkod').fill(code.toLowerCase().replaceAll('-', ' '))
    await page.getByRole('button', { name: 'Öppna' }).click()
    await page.getByRole('heading', { level: 1, name: code }).waitFor()
    await page.getByRole('button', { name: 'Följ upp' }).click()
    await page.getByLabel('Ja, inget har ändrats').check()
    await page.getByRole('button', { name: 'Spara' }).click()
    await page.getByText(/: nådd, egen kontakt/).waitFor()
    await page.getByRole('button', { name: 'Registrera avslut' }).click()
    await page.getByLabel('Avslutsanledning').selectOption('Till arbete')
    await page.getByLabel('Sysselsättning').selectOption('Arbete')
    await page.getByLabel('Arbete, procent').fill('75')
    await page.getByRole('checkbox', { name: 'Lön' }).check()
    await page.getByRole('button', { name: 'Spara' }).click()
    await page.getByText('Sparat.').waitFor()
    await page.getByRole('button', { name: 'Visa alla versioner' }).click()
    await page.getByText(/Avslutsanledning: från ”inte angivet” till ”Till arbete”/).waitFor()
    expect(complaints).toEqual([])
    await page.context().close()
    const [active, , ended] = await numbersOf(intervention)
    expect([active! - before[0]!, ended! - before[2]!]).toEqual([0, 1])
  })
  test('keeps what was typed when it cannot be sent, and says so', async () => {
    const { page } = await signedIn(browser, server.address, 'Disa Testberg')
    await page.goto(`${server.address}${record}?gor=correct`, { waitUntil: 'networkidle' })
    await page.locator('#education').selectOption('Gymnasium')
    await page.context().setOffline(true)
    await page.getByRole('button', { name: 'Spara' }).click()
    await page.getByText(/Det gick inte att skicka. Det du skrivit finns kvar/).waitFor()
    const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
    expect(stored).not.toMatch(/upperSecondary|Gymnasium|1988/)
    await page.context().setOffline(false)
    await page.getByRole('button', { name: 'Spara' }).click()
    await page.getByText('Sparat.').waitFor()
    await page.context().close()
  })
  test('edited by two at once is merged, and where both changed the same thing one chooses', async () => {
    const [one, other] = await Promise.all([1, 2].map(() => signedIn(browser, server.address, 'Disa Testberg')))
    const open = ({ page }: { page: Page }) => page.goto(`${server.address}${record}?gor=correct`, { waitUntil: 'networkidle' })
    await Promise.all([open(one!), open(other!)])
    await one!.page.locator('#birthYear').fill('1990')
    await one!.page.locator('#referredBy').selectOption('Region')
    await one!.page.getByRole('button', { name: 'Spara' }).click()
    await one!.page.getByText('Sparat.').waitFor()
    await other!.page.locator('#birthYear').fill('1991')
    await other!.page.locator('#timeOnSupport').selectOption('1–2 år')
    await other!.page.getByRole('button', { name: 'Spara' }).click()
    await other!.page.getByText('Någon annan har ändrat samtidigt').waitFor()
    await other!.page.getByText(/Anvisad av \(Region\)/).waitFor()
    await other!.page.getByLabel('Det sparade: 1990').check()
    await other!.page.getByRole('button', { name: 'Spara' }).click()
    await other!.page.getByText('Sparat.').waitFor()
    const facts = await other!.page.locator('dl.facts').innerText()
    expect(facts).toMatch(/Födelseår\s+1990/)
    expect(facts).toMatch(/Anvisad av\s+Region/)
    expect(facts).toMatch(/1–2 år/)
    await Promise.all([one!.page.context().close(), other!.page.context().close()])
  })
  test('is nowhere for the association, the lead and the nation', async () => {
    for (const person of ['Berit Exempelius', 'Greta Provgren', 'Nora Testlund', 'Hugo Fiktivsson']) {
      const { page } = await signedIn(browser, server.address, person)
      await page.goto(server.address + record, { waitUntil: 'networkidle' })
      await page.getByRole('heading', { name: 'Sidan finns inte' }).waitFor()
      expect(await page.locator('main').innerText()).not.toContain(code)
      await page.context().close()
    }
  })
  test('leaves its code in no address that the browser asked for', () => {
    expect(sent.length).toBeGreaterThan(10)
    expect(sent.filter((url) => url.includes(code) || url.toLowerCase().includes(code.toLowerCase().slice(0, 4)))).toEqual([])
  })
  test('goes away when the consent is withdrawn, after the page has said what will happen', async () => {
    const { page } = await signedIn(browser, server.address, 'Disa Testberg')
    await page.goto(server.address + record, { waitUntil: 'networkidle' })
    await page.getByRole('button', { name: 'Återkallat samtycke eller skyddad identitet' }).click()
    await page.getByText(/Ni har inget gallringsbeslut än/).waitFor()
    await page.getByRole('button', { name: 'Lås deltagandet' }).click()
    await page.getByText('Deltagandet är låst och ute ur alla tal.').waitFor()
    await page.goto(server.address + record, { waitUntil: 'networkidle' })
    await page.getByRole('heading', { name: 'Sidan finns inte' }).waitFor()
    await page.context().close()
  })
})
