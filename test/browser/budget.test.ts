import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SieFile } from '../../src/financing/sie/domain.ts'
import { cellText } from '../../src/spreadsheet/cell.ts'
import { importLimits } from '../../src/spreadsheet/limits.ts'
import { readSheets } from '../../src/spreadsheet/readSheets.ts'
import { writeSie } from '../sieFile.ts'
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
const path = '/forbund/exempelforbundet-norr/budget'
const mainText = async (page: Page): Promise<string> => plain(await page.locator('main').innerText())
/** Books of a year in which nothing has been read in, the rent as given. */
const booksOf = (year: number, rent: number, { account, object }: { account: string; object: string }): SieFile => {
  const dated = `${year}-06-30`
  const row = (of: string, kronor: number, on?: string) => ({
    ...{ account: of, amountOre: kronor * 100, dated, objects: on ? [['6', on] as const] : [] },
  })
  const rows = [row('5010', rent), row('7010', 60_000, object), row(account, 500), row('1930', -rent - 60_500)]
  return {
    ...{ type: '4E', program: 'Bokföraren', company: 'Exempelförbundet Norr', generatedOn: null, year, through: dated, balances: [] },
    accounts: [{ account, name: 'Övriga kostnader', kind: null }],
    dimensions: [{ dimension: '6', name: 'Projekt' }],
    objects: [{ dimension: '6', object, name: 'Café Åäö' }],
    vouchers: [{ series: 'A', number: '1', dated, rows }],
  }
}
const upload = async (page: Page, bytes: Uint8Array): Promise<void> =>
  page.locator('input[type=file]').setInputFiles({ name: 'bok.se', mimeType: 'text/plain', buffer: Buffer.from(bytes) })

test.each([1280, 390])('at %i px the chief sees the year’s budget beside its books, and what has no place', async (width) => {
  const { page, complaints } = await signedIn(browser, server.address, 'Berit Exempelius', width)
  await page.goto(`${server.address}/forbund/exempelforbundet-norr`, { waitUntil: 'networkidle' })
  await page.getByRole('link', { name: 'Budget och utfall' }).click()
  await page.getByRole('heading', { name: 'Budget och utfall: Exempelförbundet Norr' }).waitFor()
  await page.getByRole('table', { name: /^Administration och insatser/ }).waitFor()
  expect((await rowOf(page, new RegExp(`^Administration ${thisYear}`), /^Lokaler/)).slice(0, 1)).toEqual(['250 000'])
  expect(await mainText(page)).toContain('SIE typ 4E från Påhittad bokföring')
  await demandSound(page, 'budget', width)
  await page.getByText('Kostnadsslag, finansiering och planerade antal').click()
  await page.getByText('Vad konton och objekt är', { exact: true }).click()
  await page.getByText(/^(Ange|Ändra) administrationens budget/).click()
  await demandSound(page, 'budget-open', width)
  expect(complaints).toEqual([])
  await page.context().close()
})

test.each([1280, 390])('at %i px a SIE file is read in, corrected, and its accounts and objects are told', async (width) => {
  // Each width has a year, an account and an object of its own: what they are holds for all years.
  const [year, own] = width === 1280 ? [thisYear - 3, { account: '6993', object: 'Å1' }] : [thisYear - 4, { account: '6994', object: 'Å2' }]
  const { page, complaints } = await signedIn(browser, server.address, 'Berit Exempelius', width)
  await page.goto(server.address + path, { waitUntil: 'networkidle' })
  await upload(page, new TextEncoder().encode(`#SIETYP 4\n#RAR 0 ${year}0101 ${year}1231\n#KONTO 5010 "Hyra\n#RES 0 5010 x`))
  await page.getByText('bok.se kan inte läsas in. Inget har ändrats.').waitFor()
  await page.getByText('Rad 3: Ett citattecken saknas.').waitFor()
  await page.getByText('Rad 4: ”x” är inget belopp.').waitFor()
  await demandSound(page, 'budget-faults', width)
  await upload(page, writeSie(booksOf(year, 12_000, own)))
  await page.getByText(`Det är den första bokföringen för ${year}.`).waitFor()
  await page.getByRole('button', { name: 'Läs in', exact: true }).click()
  await page.getByText(`Bokföringen för ${year} är inläst.`).waitFor()
  expect(await rowOf(page, /^Okända konton/, new RegExp(`^${own.account}`))).toEqual(['Övriga kostnader', '500'])
  expect(await rowOf(page, /^Okända objekt/, new RegExp(`^${own.object}`))).toEqual(['Café Åäö', '60 000'])
  await upload(page, writeSie(booksOf(year, 12_000, own)))
  await page.getByText('Samma bokföring är redan inläst.').waitFor()
  await upload(page, writeSie(booksOf(year, 15_000, own)))
  await page.getByText('0 har tillkommit, 1 är ändrade och 0 är borta.').waitFor()
  expect(await rowOf(page, /^Konton som skiljer/, /^5010/)).toEqual(['12 000', '15 000'])
  await demandSound(page, 'budget-differences', width)
  await page.getByRole('button', { name: 'Läs in', exact: true }).click()
  await page.getByRole('table', { name: /^Konton som skiljer/ }).waitFor({ state: 'detached' })
  expect((await rowOf(page, new RegExp(`^Administration ${year}`), /^Lokaler/))[1]).toBe('15 000')
  await page.getByText('Vad konton och objekt är', { exact: true }).click()
  await page.getByRole('button', { name: 'Lägg till de okända kontona som rader' }).click()
  await page.getByRole('button', { name: 'Spara vad de är' }).click()
  await page.getByText('Välj vad varje rad är.').waitFor()
  await page.locator('[id^="range-kind-"]').last().selectOption({ label: 'Övrigt' })
  await page.getByLabel(`${own.object} Café Åäö`).selectOption({ label: 'Administration' })
  await page.getByRole('button', { name: 'Spara vad de är' }).click()
  await page.getByText('Sparat. Alla år är räknade om.').waitFor()
  expect(await page.getByRole('table', { name: /^Okända/ }).count()).toBe(0)
  expect((await rowOf(page, new RegExp(`^Administration ${year}`), /^Personal/))[1]).toBe('60 000')
  expect(complaints).toEqual([])
  await page.context().close()
})

test('actuals by cost type and financier are read in from a spreadsheet, and told by row where they are wrong', async () => {
  const { page, complaints } = await signedIn(browser, server.address, 'Berit Exempelius')
  const sound = async (name: string): Promise<void> => {
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      await demandSound(page, name, width)
    }
  }
  await page.goto(server.address + path)
  await page.getByRole('link', { name: 'Läs in insatsernas utfall per kostnadsslag och finansiär ur ett kalkylark' }).click()
  const template = page.getByRole('button', { name: /^Mall för utfall per kostnadsslag/ })
  const [download] = await Promise.all([page.waitForEvent('download'), template.click()])
  const { sheets } = await readSheets(new Uint8Array(readFileSync(await download.path())), importLimits)
  const name = cellText(sheets[0]!.rows.flatMap(({ cells }) => cells).find((cell) => / Norr 1$/.test(cellText(cell))))
  const file = (...rows: string[]) => {
    const lines = ['Insats;År;Kostnadsslag;Finansiär;Utfall kr', ...rows.map((row) => `${name};${thisYear};${row}`)]
    return { name: 'utfall.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) }
  }
  const input = page.locator('input[type=file]')
  const large = join(server.folder, 'stor.csv')
  writeFileSync(large, 'a')
  truncateSync(large, importLimits.fileBytes + 1)
  await input.setInputFiles(large)
  await page.getByText(/^Filen är 51 MB\. Gränsen är 50 MB\./).waitFor()
  await input.setInputFiles(file('Personal;;400 000', 'Hyra till;;100 000', 'Personal;Region;mycket'))
  await page.getByRole('heading', { name: 'Så här lästes utfall.csv' }).waitFor()
  expect((await rowOf(page, /^Att rätta/, /^3/))[1]).toBe('Hyra till')
  expect(await page.getByRole('button', { name: /^Spara/ }).count()).toBe(0)
  await sound('actuals-faults')
  await input.setInputFiles(file('Personal;;400 000', 'Lokaler;;100 000', 'Personal;Region;50 000'))
  await page.getByRole('button', { name: 'Spara 1 rad' }).click()
  await page.getByText('1 rad är sparad från utfall.csv: Utfall per kostnadsslag och finansiär.').waitFor()
  await page.goto(`${server.address}/forbund/exempelforbundet-norr/ar/${thisYear}`)
  await page.locator('#parts-intervention').selectOption({ label: name })
  expect(plain(await page.getByLabel('Personal, Utfall, kr').inputValue())).toBe('400 000')
  expect(plain(await page.getByLabel('Finansiering, kr: Region').inputValue())).toBe('50 000')
  await sound('actuals-shown')
  expect(complaints).toEqual([])
  await page.context().close()
})

test('the office changes the administration’s budget with a reason; the board reads and changes nothing', async () => {
  const { page } = await signedIn(browser, server.address, 'Berit Exempelius', 390)
  await page.goto(server.address + path, { waitUntil: 'networkidle' })
  await page.getByText(/^Ändra administrationens budget/).click()
  await page.getByLabel(/^Revision/).fill('mycket')
  await page.getByRole('button', { name: 'Spara budgeten' }).click()
  await page.getByText('Skriv beloppen i kronor').first().waitFor()
  await page.getByLabel(/^Revision/).fill('95 000')
  await page.getByLabel('Varför den ändras').fill('Ny revisor')
  await page.getByRole('button', { name: 'Spara budgeten' }).click()
  await page.getByText('Ändrad: Ny revisor').waitFor()
  expect((await rowOf(page, new RegExp(`^Administration ${thisYear}`), /^Revision/))[0]).toBe('95 000')
  await page.goto(`${server.address}/forbund/exempelforbundet-norr/ekonomi`, { waitUntil: 'networkidle' })
  expect(await rowOf(page, /^År för år/, /^Administration, budget/)).toContain('2 315 000')
  await page.context().close()
  const board = await signedIn(browser, server.address, 'Hugo Fiktivsson')
  await board.page.goto(server.address + path, { waitUntil: 'networkidle' })
  await board.page.getByText('Ändrad: Ny revisor').waitFor()
  expect(await board.page.getByRole('button', { name: /Läs in|Spara/ }).count()).toBe(0)
  await board.page.context().close()
})
