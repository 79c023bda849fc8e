import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startDemo, type DemoServer } from './demoServer.ts'
import { demandSound, plain, rowOf, signedIn, startBrowser } from './pages.ts'

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

const thisYear = new Date().getFullYear()
const path = '/forbund/exempelforbundet-norr/medlemsbidrag'
/** Of an association with a region and a municipality outside every region. */
const twoParts = '/forbund/exempelforbundet-hojden/medlemsbidrag'
test.each([1280, 390])('at %i px the chief sees three years at 32 mkr, 38.7 missing, and how each member stands', async (width) => {
  const { page, complaints } = await signedIn(browser, server.address, 'Berit Exempelius', width)
  await page.goto(`${server.address}/forbund/exempelforbundet-norr`, { waitUntil: 'networkidle' })
  await page.getByRole('link', { name: 'Medlemsbidrag' }).click()
  await page.getByRole('heading', { name: 'Medlemsbidrag: Exempelförbundet Norr' }).waitFor()
  expect(await rowOf(page, /^År för år/, new RegExp(`^${thisYear - 2}`))).toEqual([
    ...['32 000 000', '32 000 000', '32 000 000', '32 000 000', '0', '0', 'Alla lika'],
  ])
  expect(await rowOf(page, /^År för år/, new RegExp(`^${thisYear}`))).toEqual([
    ...['54 700 000', '49 025 000', '32 000 000', '16 000 000', '22 700 000', '38 700 000', 'Regionen'],
  ])
  expect(plain(await page.locator('main').innerText())).toContain(`Den part vars bidrag sätter nivån: regionen.`)
  await page.getByText('1 kr mindre från regionen är 4 kr mindre till förbundet.').waitFor()
  await page.getByText(/skriver om sitt beslut: ”Bidraget ligger kvar/).waitFor()
  await demandSound(page, 'contributions', width)
  await page.getByText('Ange ett avtal för flera år').click()
  await page.getByLabel('Så delar kommunerna').selectOption('mixed')
  await page.getByLabel(/^Försörjningsmåttets vikt/).waitFor()
  await demandSound(page, 'contributions-agreement', width)
  expect(complaints).toEqual([])
  await page.context().close()
})

describe('the region decides 8 mkr of the 14 that are agreed for next year', () => {
  const year = thisYear + 1
  test('and the board’s page shows at once whose contribution sets the level, with the right sums', async () => {
    const { page, complaints } = await signedIn(browser, server.address, 'Berit Exempelius')
    await page.goto(server.address + path, { waitUntil: 'networkidle' })
    await page.getByLabel('År', { exact: true }).first().selectOption(String(year))
    await page.getByText(`Nivån ${year} är`).waitFor()
    expect(plain(await page.locator('main').innerText())).toContain(
      `Nivån ${year} är 56 000 000 kr. Alla parters bidrag räcker till samma nivå.`,
    )
    const form = page.locator('form.panel').filter({ has: page.getByRole('heading', { name: 'Ange ett belopp' }) })
    await form.getByRole('button', { name: 'Spara beloppet' }).click()
    await form.getByText('Välj en medlem.').waitFor()
    await demandSound(page, 'contributions-faults', 1280)
    await form.getByLabel('Medlem', { exact: true }).selectOption({ label: 'Exempelregion A' })
    await form.getByLabel('Belopp').fill('8 000 000')
    await form.getByLabel('Diarienummer eller beteckning').fill('RS 2026-0412')
    await form.getByLabel('Medlemmens egen motivering').fill('Oförändrad ram.')
    await form.getByRole('button', { name: 'Spara beloppet' }).click()
    await page.getByText(/^Beloppet är sparat. Nivån .* Den part vars bidrag sätter nivån: regionen.$/).waitFor()
    await demandSound(page, 'contributions-entered', 1280)
    const text = plain(await page.locator('main').innerText())
    expect(text).toContain(`Nivån ${year} är 32 000 000 kr. Den part vars bidrag sätter nivån: regionen.`)
    expect(text).toContain('Överenskommet är 56 000 000 kr. 24 000 000 kr fattas till det.')
    expect(text).toContain('Exempelregion A skriver om sitt beslut: ”Oförändrad ram.”')
    expect(text).toContain(`beslutet för ${year} är 6 000 000 kr under avtalet. Nivån är 32 000 000 kr av 56 000 000 kr överenskomna.`)
    expect(await rowOf(page, /^År för år/, new RegExp(`^${year}`))).toEqual([
      ...['56 000 000', '8 000 000', '32 000 000', '–', '24 000 000', '62 700 000', 'Regionen'],
    ])
    expect(await rowOf(page, /^Parterna/, /^Regionen/)).toEqual(['14 000 000', '14 000 000', '8 000 000', '8 000 000', '0', '6 000 000'])
    expect(await rowOf(page, /^Parterna/, /^Staten/)).toEqual(['28 000 000', '28 000 000', '28 000 000', '16 000 000', '12 000 000', '0'])
    expect(complaints).toEqual([])
    await page.context().close()
    const board = await signedIn(browser, server.address, 'Hugo Fiktivsson')
    await board.page.goto(server.address + path, { waitUntil: 'networkidle' })
    await board.page.getByLabel('År', { exact: true }).first().selectOption(String(year))
    expect(plain(await board.page.locator('main').innerText())).toContain('Den part vars bidrag sätter nivån: regionen.')
    expect(await board.page.getByRole('button', { name: /Rätta|Spara/ }).count()).toBe(0)
    await board.page.context().close()
  })
  test('a row is corrected with its reason, and the keyboard is where it is done', async () => {
    const { page, complaints } = await signedIn(browser, server.address, 'Berit Exempelius', 390)
    await page.goto(server.address + path, { waitUntil: 'networkidle' })
    await page.getByLabel('År', { exact: true }).first().selectOption(String(year))
    await page.getByRole('button', { name: new RegExp(`Rätta Exempelregion A, ${year}, Beslutat`) }).click()
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Rätta en rad')
    await page.getByLabel('Belopp').fill('14 000 000')
    await page.getByRole('button', { name: 'Spara rättningen' }).click()
    await page.getByText('Skriv varför.').waitFor()
    await page.getByLabel('Varför raden rättas').fill('Nytt beslut i fullmäktige')
    await demandSound(page, 'contributions-correct', 390)
    await page.getByRole('button', { name: 'Spara rättningen' }).click()
    await page.getByText('Rättningen är sparad.').waitFor()
    expect(plain(await page.locator('main').innerText())).toContain(`Nivån ${year} är 56 000 000 kr. Alla parters bidrag`)
    await page.getByText('Rättad, version 2: Nytt beslut i fullmäktige').waitFor()
    expect(complaints).toEqual([])
    await page.context().close()
  })
})

test.each([1280, 390])(
  'at %i px a municipality outside every region is agreed with and decides in each of its two parts (§ 5 a)',
  async (width) => {
    const { page, complaints } = await signedIn(browser, server.address, 'Sigrid Testholm', width)
    await page.goto(server.address + twoParts, { waitUntil: 'networkidle' })
    await page.getByText('Exempelkommun H1 ingår inte i någon region och lämnar bidrag både som kommun och i regionernas del').waitFor()
    // Each width has years of its own, in which nothing is agreed.
    const year = thisYear + (width === 1280 ? 2 : 4)
    await page.getByText('Ange ett avtal för flera år').click()
    await page.getByLabel('Första året').fill(String(year))
    await page.locator('#agreement-reference').fill(`Avtal (${width})`)
    await page.getByLabel(/^Total per år/).fill('4 000 000\nfyra')
    await page.getByRole('button', { name: 'Spara avtalet' }).click()
    await page.locator('#agreement-years-fault').waitFor()
    await page.getByLabel(/^Total per år/).fill('4 000 000\n4 400 000')
    await page.getByRole('button', { name: 'Spara avtalet' }).click()
    await page.getByText(/^Avtalet är sparat/).waitFor()
    await demandSound(page, 'contributions-two-parts', width)
    expect((await rowOf(page, /^Medlemmarna/, /^Exempelkommun H1 \(i regionernas del\)/)).slice(0, 2)).toEqual(['500 000', '–'])
    expect((await rowOf(page, /^Medlemmarna/, /^Exempelkommun H1 [^(]/))[0]).toBe('1 000 000')
    expect((await rowOf(page, /^År för år/, new RegExp(`^${year + 1}`)))[0]).toBe('4 400 000')
    const form = page.locator('form.panel').filter({ has: page.getByRole('heading', { name: 'Ange ett belopp' }) })
    await form.getByLabel('Medlem', { exact: true }).selectOption({ label: 'Exempelkommun H1 (i regionernas del)' })
    await form.getByLabel('År', { exact: true }).fill(String(year))
    await form.getByLabel('Belopp').fill('300 000')
    await form.getByLabel('Diarienummer eller beteckning').fill(`KS 41 (${width})`)
    await form.getByRole('button', { name: 'Spara beloppet' }).click()
    await page.getByText(/^Beloppet är sparat. Nivån .* Den part vars bidrag sätter nivån: regionerna.$/).waitFor()
    // 4 · (500 000 of the region + 300 000 of the municipality).
    expect(await rowOf(page, /^Parterna/, /^Regionerna/)).toEqual(['1 000 000', '1 000 000', '800 000', '800 000', '0', '200 000'])
    expect(await rowOf(page, /^Parterna/, /^Kommunen/)).toEqual(['1 000 000', '1 000 000', '1 000 000', '800 000', '200 000', '0'])
    const text = plain(await page.locator('main').innerText())
    expect(text).toContain(`Exempelkommun H1 (i regionernas del): beslutet för ${year} är 200 000 kr under avtalet. Nivån är 3 200 000 kr`)
    await demandSound(page, 'contributions-two-parts-decided', width)
    expect(complaints).toEqual([])
    await page.context().close()
  },
)

test('another association’s office sees nothing of it', async () => {
  const { page } = await signedIn(browser, server.address, 'Berit Exempelius')
  await page.goto(server.address + twoParts, { waitUntil: 'networkidle' })
  await page.getByText(/^Den här sidan visas för förbundets administratör, styrelse och revisor/).waitFor()
  expect(await page.getByRole('table').count()).toBe(0)
  await page.context().close()
})

test.each([1280, 390])('at %i px the chief thinks of the region giving 10 mkr, and compares', async (width) => {
  const { page, complaints } = await signedIn(browser, server.address, 'Berit Exempelius', width)
  await page.goto(server.address + path, { waitUntil: 'networkidle' })
  await page.getByRole('link', { name: /^Tänk om/ }).click()
  await page.getByRole('heading', { name: 'Tänk om: Exempelförbundet Norr' }).waitFor()
  await page.locator('#scenario-year').selectOption(String(thisYear))
  await page.getByRole('button', { name: 'Räkna och spara' }).click()
  await page.getByText('Skriv ett namn.').waitFor()
  await page.getByText('Skriv minst ett belopp, eller välj någon som lämnar eller ett förbund att gå ihop med.').waitFor()
  await page.getByLabel('Namn', { exact: true }).fill(`Om regionen ger 10 mkr (${width})`)
  await page.getByLabel('Exempelregion A', { exact: true }).first().fill('10 000 000')
  await page.getByRole('button', { name: 'Räkna och spara' }).click()
  await page.getByText('Sparat.', { exact: true }).waitFor()
  const name = new RegExp(`^Om regionen ger 10 mkr \\(${width}\\)`)
  expect(plain(await page.getByRole('listitem').filter({ hasText: name }).innerText())).toContain(
    'nivån blir 40 000 000 kr, 8 000 000 kr mer än nu',
  )
  expect((await rowOf(page, /^Jämfört/, name)).slice(0, 7)).toEqual([
    ...['40 000 000', '+8 000 000', '14 700 000', '20 000 000', '10 000 000', '10 000 000', 'Regionen'],
  ])
  await demandSound(page, 'scenarios', width)
  await page.locator('#scenario-year').selectOption(String(thisYear + 1))
  await page.getByText(/lämnar: tidigast .* om uppsägningen kommer i dag/).waitFor()
  await demandSound(page, 'scenarios-leaving', width)
  expect(complaints).toEqual([])
  await page.context().close()
  const board = await signedIn(browser, server.address, 'Hugo Fiktivsson', width)
  await board.page.goto(`${server.address}/forbund/exempelforbundet-norr/tank-om`, { waitUntil: 'networkidle' })
  await board.page.getByText('Om regionen ger 10 mkr').first().waitFor()
  expect(await board.page.getByRole('button', { name: /Räkna|Ta bort/ }).count()).toBe(0)
  await board.page.context().close()
})

test.each([1280, 390])(
  'at %i px the office enters a year of its economy, is told what is wrong, and keeps what it typed on a bad line',
  async (width) => {
    const { page, complaints } = await signedIn(browser, server.address, 'Berit Exempelius', width)
    await page.goto(`${server.address}/forbund/exempelforbundet-norr`, { waitUntil: 'networkidle' })
    await page.getByRole('link', { name: 'Förbundets ekonomi' }).click()
    await page.getByRole('heading', { name: 'Ekonomi: Exempelförbundet Norr' }).waitFor()
    // Each width has a year of its own, in which nothing is entered.
    const year = width === 1280 ? thisYear - 4 : thisYear - 3
    await page.locator('#economy-year').selectOption(String(year))
    const opening = page.getByLabel(/^Eget kapital vid årets början/)
    await opening.fill('mycket')
    await page.getByRole('button', { name: 'Spara året' }).click()
    await page.getByText('Skriv beloppet i kronor').waitFor()
    await opening.fill('−1 250 000')
    await page.context().setOffline(true)
    await page.getByRole('button', { name: 'Spara året' }).click()
    await page.getByRole('alert').first().waitFor()
    expect(await opening.inputValue()).toBe('−1 250 000')
    await page.context().setOffline(false)
    await page.getByRole('button', { name: 'Spara året' }).click()
    await page.getByText('Sparat.', { exact: true }).waitFor()
    await page.getByText('Det egna kapitalet är mindre än noll.').waitFor()
    await page.getByLabel(/^Eget kapital vid årets början/).fill('1 250 000')
    await page.getByRole('button', { name: 'Spara året' }).click()
    await page.getByText('Skriv varför.', { exact: true }).waitFor()
    await page.getByLabel('Varför det rättas').fill('Fel tecken')
    await page.getByRole('button', { name: 'Spara året' }).click()
    await page.getByText(`${year}. Rättat: Fel tecken`).waitFor()
    expect(await page.getByText('Det egna kapitalet är mindre än noll.').count()).toBe(0)
    await demandSound(page, 'economy', width)
    expect(complaints.filter((text) => !text.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
    await page.context().close()
  },
)

test.each([1280, 390])('at %i px own capital is foreseen three years ahead, and what comes is warned of before', async (width) => {
  const { page, complaints } = await signedIn(browser, server.address, 'Berit Exempelius', width)
  await page.goto(`${server.address}/forbund/exempelforbundet-norr/ekonomi`, { waitUntil: 'networkidle' })
  await page.getByRole('heading', { name: 'Eget kapital tre år framåt' }).waitFor()
  const [opening, closing] = [
    await rowOf(page, /^Eget kapital tre år/, /^Vid årets början/),
    await rowOf(page, /^Eget kapital tre år/, /^Vid årets slut/),
  ]
  expect(opening.length).toBe(4)
  expect(opening.slice(1)).toEqual(closing.slice(0, 3))
  // What several years are warned of stands once, with the years.
  await page.getByText(`${thisYear - 2}, ${thisYear - 1}, ${thisYear}. Det egna kapitalet är större`).waitFor()
  await page.getByText(/När \d{4} börjar väntas det egna kapitalet vara .* kr över det som räknas som rimligt/).waitFor()
  await demandSound(page, 'equity', width)
  expect(complaints).toEqual([])
  await page.context().close()
})

test('the board reads the economy and enters nothing; a caseworker is told that the page is not for their role', async () => {
  const board = await signedIn(browser, server.address, 'Hugo Fiktivsson')
  await board.page.goto(`${server.address}/forbund/exempelforbundet-norr/ekonomi`, { waitUntil: 'networkidle' })
  await board.page
    .getByRole('row', { name: /^Medel från medlemmarna/ })
    .first()
    .waitFor()
  expect(await board.page.getByRole('button', { name: 'Spara året' }).count()).toBe(0)
  await board.page.context().close()
  const { page } = await signedIn(browser, server.address, 'Disa Testberg')
  await page.goto(`${server.address}/forbund/exempelforbundet-norr/ekonomi`, { waitUntil: 'networkidle' })
  await page.getByRole('heading', { name: 'Ekonomi: Exempelförbundet Norr' }).waitFor()
  expect(await page.getByRole('table').count()).toBe(0)
  await page.context().close()
})
