import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FollowUp } from '../../src/statistics/domain.ts'
import { attack } from '../attack.ts'
import { noise } from '../noise.ts'
import { startDemo, type DemoServer } from './demoServer.ts'
import { seriousFindings, sidewaysScroll, signedIn, startBrowser } from './pages.ts'
import { addressesTelling, Listener, type Told } from './walk.ts'

/** From a registration to its exit, what each of the others sees of it, and what the log tells of them all. */
/** Fewer than so many are shown to nobody who may not see the records. */
let server: DemoServer
let browser: Browser
let record: string
let code: string
const listener = new Listener()

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

/** Somebody's page, listened to. */
async function as(person: string, width = 1280): Promise<{ page: Page; complaints: string[] }> {
  const opened = await signedIn(browser, server.address, person, width)
  await listener.listen(opened.page, person)
  return opened
}

/** Registers by keyboard alone. */
async function register(page: Page, intervention: string): Promise<void> {
  await page.goto(`${server.address}/mina-insatser/ny`, { waitUntil: 'networkidle' })
  const options = await page.locator('#intervention option').allInnerTexts()
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
}

/** Finds the record by its code, as it is read aloud, and opens it. */
async function find(page: Page): Promise<void> {
  await page.goto(`${server.address}/mina-insatser`, { waitUntil: 'networkidle' })
  await page.getByLabel('Deltagarkod').fill(code.toLowerCase().replaceAll('-', ' '))
  await page.getByRole('button', { name: 'Öppna' }).click()
  await page.getByRole('heading', { level: 1, name: code }).waitFor()
}
async function followUp(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Följ upp' }).click()
  await page.getByLabel('Ja, inget har ändrats').check()
  await page.getByRole('button', { name: 'Spara' }).click()
  await page.getByText(/: nådd, egen kontakt/).waitFor()
}
async function exit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Registrera avslut' }).click()
  await page.getByLabel('Avslutsanledning').selectOption('Till arbete')
  await page.getByLabel('Sysselsättning').selectOption('Arbete')
  await page.getByLabel('Arbete, procent').fill('75')
  await page.getByRole('checkbox', { name: 'Lön' }).check()
  await page.getByRole('button', { name: 'Spara' }).click()
  await page.getByText('Sparat.').waitFor()
  await page.getByRole('button', { name: 'Visa alla versioner' }).click()
  await page.getByText(/Avslutsanledning: från ”inte angivet” till ”Till arbete”/).waitFor()
}

/** What the log tells the steward of the code, newest first. */
async function logOf(page: Page): Promise<Told[]> {
  await page.goto(`${server.address}/logg`, { waitUntil: 'networkidle' })
  await page.getByLabel('Deltagarkod').fill(code)
  await page.getByRole('button', { name: 'Visa', exact: true }).click()
  await page.getByText(/^\d+ händelser\.$/).waitFor()
  const headings = await page.locator('thead th').allInnerTexts()
  const rows = await Promise.all((await page.locator('tbody tr').all()).map((row) => row.locator('th, td').allInnerTexts()))
  const at = ['Vem', 'Vad', 'Slag'].map((heading) => headings.findIndex((one) => one.trim() === heading))
  return rows.map((cells) => at.map((column) => cells[column]!.trim()) as Told)
}

describe('a participation', () => {
  test('is registered, followed up and ended; the lead sees numbers, the chief protected figures, the steward who saw what', async () => {
    const { page: lead } = await as('Greta Provgren')
    await lead.goto(`${server.address}/laget`, { waitUntil: 'networkidle' })
    const intervention = (await lead.getByRole('rowheader').first().innerText()).trim()
    const before = await numbersOf(intervention)
    const moved = async (): Promise<number[]> => (await numbersOf(intervention)).map((n, at) => n - before[at]!)

    const { page: caseworker, complaints } = await as('Disa Testberg')
    await register(caseworker, intervention)
    record = new URL(caseworker.url()).pathname
    code = /[A-Z]{4}-[A-Z]{4}-[A-Z]/.exec(await caseworker.getByRole('heading', { level: 1 }).innerText())![0]
    expect(await moved()).toEqual([1, 1, 0])
    await caseworker.setViewportSize({ width: 390, height: 900 })
    await find(caseworker)
    await followUp(caseworker)
    await exit(caseworker)
    expect(await moved()).toEqual([0, 1, 1])

    for (const person of ['Berit Exempelius', 'Greta Provgren', 'Nora Testlund', 'Hugo Fiktivsson']) {
      const { page } = await as(person)
      await page.goto(`${server.address}/uppfoljning`, { waitUntil: 'networkidle' })
      await page.getByRole('heading', { level: 1, name: 'Uppföljning' }).waitFor()
      await page.goto(server.address + record, { waitUntil: 'networkidle' })
      await page.getByRole('heading', { name: 'Sidan finns inte' }).waitFor()
      expect(await page.locator('main').innerText()).not.toContain(code)
      const answers = listener.answersTo(person)
      const figures = answers.filter((body) => body.includes('"outcomes"')).map((body) => JSON.parse(body) as FollowUp)
      expect(figures.length).toBeGreaterThan(0)
      expect(figures.flatMap((one) => attack(one, noise))).toEqual([])
      expect(answers.filter((body) => body.includes(code) || body.includes(record.split('/').at(-1)!))).toEqual([])
      await page.context().close()
    }

    const { page: steward } = await signedIn(browser, server.address, 'Edvin Demolund')
    const told = await logOf(steward)
    // No more and no fewer; what was asked at once stands in either order.
    const asked = listener.about(record.split('/').at(-1)!)
    expect(told.map(String).sort()).toEqual(asked.map(String).sort())
    expect(told.filter(([who]) => who === 'Berit Exempelius')).toEqual([
      ['Berit Exempelius', 'Öppnade deltagande', 'nekat: finns inte för den som frågade'],
    ])
    const did = told.filter(([who, , kind]) => who === 'Disa Testberg' && kind === 'ändrat').map(([, what]) => what)
    expect(did.toReversed()).toEqual(['Registrerade deltagande', 'Registrerade uppföljning', 'Ändrade deltagande'])
    expect(told.filter(([who, , kind]) => who !== 'Disa Testberg' && kind === 'läst')).toEqual([])
    expect(await seriousFindings(steward)).toEqual([])
    expect(complaints).toEqual([])
    await Promise.all([lead, caseworker, steward].map((page) => page.context().close()))
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
  test('has a follow-up corrected by two at once: one chooses, and what was typed outlives a removal', async () => {
    const [one, other] = await Promise.all([1, 2].map(async () => (await signedIn(browser, server.address, 'Disa Testberg')).page))
    const open = async (page: Page): Promise<void> => {
      await page.goto(server.address + record, { waitUntil: 'networkidle' })
      await page.getByRole('button', { name: /^Rätta kontakten/ }).click()
      await page.getByLabel('Dag för kontakten').waitFor()
    }
    await Promise.all([open(one!), open(other!)])
    const day = await one!.getByLabel('Dag för kontakten').inputValue()
    await one!.getByLabel('Varifrån vet du det?').selectOption({ label: 'Register' })
    await one!.getByLabel('Nej', { exact: true }).check()
    await one!.getByLabel('Sysselsättning').selectOption('Studier')
    await one!.getByRole('button', { name: 'Spara' }).click()
    await one!.getByText('Sparat.').waitFor()
    await other!.setViewportSize({ width: 390, height: 900 })
    await other!.getByLabel('Nej', { exact: true }).check()
    await other!.getByLabel('Sysselsättning').selectOption('Annat')
    await other!.getByRole('button', { name: 'Spara' }).click()
    await other!.getByText('Någon annan har ändrat samtidigt').waitFor()
    await other!.getByText(/Varifrån vet du det\? \(Register\)/).waitFor()
    await other!.getByLabel(/Ditt: .*Annat/).waitFor()
    expect(await seriousFindings(other!)).toEqual([])
    expect(await sidewaysScroll(other!)).toBeLessThanOrEqual(0)
    await other!.getByLabel(/Det sparade: .*Studier/).check()
    await other!.getByRole('button', { name: 'Spara' }).click()
    await other!.getByText('Sparat.').waitFor()
    await other!.getByText(new RegExp(`${day}: nådd, register`)).waitFor()
    await other!
      .getByText(new RegExp(`${day}: Studier`))
      .first()
      .waitFor()

    await Promise.all([open(one!), open(other!)])
    await one!.getByRole('button', { name: 'Avbryt' }).click()
    await one!.getByRole('button', { name: /^Ta bort kontakten/ }).click()
    await one!.getByText('Inga kontakter än.').waitFor()
    await other!.getByLabel('Sysselsättning').selectOption('Annat')
    await other!.getByRole('button', { name: 'Spara' }).click()
    await other!.getByText(/Någon annan har tagit bort kontakten/).waitFor()
    await other!.getByRole('button', { name: 'Spara' }).click()
    await other!
      .getByText(new RegExp(`${day}: Annat`))
      .first()
      .waitFor()
    await Promise.all([one!.context().close(), other!.context().close()])
  })
  test('has a follow-up that somebody else has changed not removed in silence: one sees what changed, and keeps it or removes it', async () => {
    const pages = await Promise.all([1, 2, 3].map(async () => (await signedIn(browser, server.address, 'Disa Testberg')).page))
    const [one, other, third] = pages as [Page, Page, Page]
    const open = (page: Page) => page.goto(server.address + record, { waitUntil: 'networkidle' })
    const remove = (page: Page) => page.getByRole('button', { name: /^Ta bort kontakten/ }).click()
    const correct = async (page: Page, source: string): Promise<void> => {
      await page.getByRole('button', { name: /^Rätta kontakten/ }).click()
      await page.getByLabel('Varifrån vet du det?').selectOption({ label: source })
      await page.getByRole('button', { name: 'Spara' }).click()
      await page.getByText('Sparat.').waitFor()
    }
    await Promise.all(pages.map(open))
    await other.setViewportSize({ width: 390, height: 900 })
    await correct(one, 'Okänd')
    await remove(other)
    const told = other.getByRole('alert').filter({ hasText: 'Kontakten är inte borttagen' })
    await told.getByText(/Ändrad av Disa Testberg/).waitFor()
    await told.getByText(/Varifrån vet du det: .*Okänd/).waitFor()
    await expect.poll(() => other.evaluate(() => document.activeElement?.textContent)).toMatch(/Kontakten är inte borttagen/)
    expect(await seriousFindings(other)).toEqual([])
    expect(await sidewaysScroll(other)).toBeLessThanOrEqual(0)
    await other.getByRole('button', { name: 'Behåll som den är nu' }).click()
    await expect.poll(() => told.count()).toBe(0)
    await expect.poll(() => other.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Ta bort kontakten')
    await other.getByText(/: nådd, okänd/).waitFor()

    await correct(one, 'Egen kontakt')
    await remove(other)
    await told.getByText(/Varifrån vet du det: .*Okänd.*Egen kontakt/).waitFor()
    await correct(one, 'Register')
    await other.getByRole('button', { name: 'Ta bort ändå' }).click()
    await told.getByText(/Varifrån vet du det: .*Egen kontakt.*Register/).waitFor()
    await other.getByRole('button', { name: 'Ta bort ändå' }).click()
    await other.getByText('Inga kontakter än.').waitFor()
    await remove(third)
    await third.getByText('Någon annan har redan tagit bort kontakten.').waitFor()
    await third.getByText('Inga kontakter än.').waitFor()
    await Promise.all(pages.map((page) => page.context().close()))
  })
  test('leaves its code in no address that the browser asked for', () => {
    expect(listener.urls.length).toBeGreaterThan(10)
    expect(addressesTelling(code, listener.urls)).toEqual([])
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
