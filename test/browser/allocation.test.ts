import { join } from 'node:path'
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

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')
const file =
  'Kommun;Förbund;Försörjningsmått;Invånare 16–64;Förra året\nA;Norr;100;1000;3000000\nB;Norr;200;1000;\nC;Söder;100;2000;9000000\n'

test.each([1280, 390])(
  'at %i px a table of one’s own is read in the browser, and the brake is switched on beside what was',
  async (width) => {
    const { page, complaints } = await signedIn(browser, server.address, 'Nora Testlund', width)
    const sound = async (name: string): Promise<void> => {
      if (process.env.SCREENSHOTS) await page.screenshot({ path: join(process.env.SCREENSHOTS, `${name}-${width}.png`), fullPage: true })
      expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0)
      expect(await seriousFindings(page)).toEqual([])
    }
    const row = async (name: RegExp): Promise<string[]> => {
      const found = page.getByRole('table', { name: /^Fördelning/ }).getByRole('row', { name })
      return (await found.getByRole('cell').allInnerTexts()).map(plain)
    }
    await page.goto(`${server.address}/fordelning`, { waitUntil: 'networkidle' })
    const sent: string[] = []
    page.on('request', (request) => new URL(request.url()).pathname.startsWith('/api/') && sent.push(request.url()))
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'f.csv', mimeType: 'text/csv', buffer: Buffer.from(file.replace('200;', 'många;')) })
    await page.getByText('Rad 3, Försörjningsmått: ”många” är inget tal.').waitFor()
    await page.locator('input[type=file]').setInputFiles({ name: 'f.csv', mimeType: 'text/csv', buffer: Buffer.from(file) })
    await page.getByText('2 förbund ur f.csv').waitFor()
    await page.getByLabel('Ram, kronor').fill('10 800 000')
    await page.getByLabel('Ram, kronor').press('Enter')
    await page.getByText(/^Summan är 10.800.000 kr. Hela ramen är fördelad.$/).waitFor()
    // 10.8 mkr less two bases is 10; three quarters by 300 and 100, a quarter by 2000 and 2000.
    expect((await row(/^Norr/)).slice(0, 3)).toEqual(['7 275 000', '3 000 000', '+4 275 000'])
    await page.getByRole('button', { name: 'Behåll som jämförelse' }).click()
    await page.getByLabel('Broms', { exact: true }).check()
    await page.getByRole('button', { name: 'Steg för steg Söder' }).click()
    expect((await row(/^Söder/)).slice(0, 5)).toEqual(['8 100 000', '9 000 000', '−900 000', '3 525 000', '+4 575 000'])
    await page.getByRole('heading', { name: 'Steg för steg: Söder' }).waitFor()
    await page.getByText('Bromsen: högst 10 % lägre än förra årets 9 000 000 kr.').waitFor()
    await sound('allocation')
    await page.getByLabel('Grundbelopp per förbund, kronor').fill('6 000 000')
    await page.getByLabel('Grundbelopp per förbund, kronor').press('Enter')
    await page.getByText(/^Grundbelopp per förbund, kronor: räcker ramen inte till/).waitFor()
    await page.getByRole('button', { name: 'Prova med en påhittad tabell' }).click()
    await page.getByText('Påhittad tabell med 5 förbund').waitFor()
    await sound('allocation-invented')
    expect([sent, complaints]).toEqual([[], []])
    await page.context().close()
  },
)
