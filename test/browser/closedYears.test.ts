import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDemo, type DemoServer } from './demoServer.ts'
import { demandSound, signedIn, startBrowser } from './pages.ts'

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

const own = '/forbund/exempelforbundet-norr'
const closed = String(new Date().getFullYear() - 2)
async function open(page: Page, path: string): Promise<void> {
  await page.goto(server.address + own + path, { waitUntil: 'networkidle' })
  await page.getByRole('heading', { level: 1 }).waitFor()
}

test('a closed year says so on the pages of the books, is opened by two persons, and then takes a row', async () => {
  const office = await signedIn(browser, server.address, 'Berit Exempelius')
  const board = await signedIn(browser, server.address, 'Hugo Fiktivsson', 390)
  await open(office.page, '/medlemsbidrag')
  await office.page.getByText(`Stängda år: ${closed}. De kan inte ändras.`).waitFor()
  const enter = async (): Promise<void> => {
    const form = office.page.locator('form.panel').filter({ has: office.page.getByRole('heading', { name: 'Ange ett belopp' }) })
    await form.getByLabel('Medlem', { exact: true }).selectOption({ index: 1 })
    await form.getByLabel('År', { exact: true }).fill(closed)
    await form.getByLabel('Belopp').fill('10')
    await form.getByLabel('Diarienummer eller beteckning').fill('Sent beslut')
    await form.getByRole('button', { name: 'Spara beloppet' }).click()
  }
  await enter()
  await office.page.getByText(`Berit Exempelius stängde året`).waitFor()
  await open(office.page, '/stanga-ar')
  await office.page.getByLabel('År', { exact: true }).selectOption(closed)
  await office.page.getByRole('button', { name: `Begär att ${closed} öppnas` }).click()
  await office.page.getByText('Skriv varför').first().waitFor()
  await office.page.getByLabel('Varför året behöver öppnas').fill('Ett beslut kom sent.')
  await office.page.getByRole('button', { name: `Begär att ${closed} öppnas` }).click()
  await office.page.getByText('Någon annan i kansliet eller styrelsen bekräftar.').waitFor()
  expect(await office.page.getByRole('button', { name: `Öppna ${closed}` }).count()).toBe(0)
  await demandSound(office.page, 'closing-asked', 1280)
  await open(board.page, '/stanga-ar')
  await demandSound(board.page, 'closing-board', 390)
  await board.page.getByRole('button', { name: `Öppna ${closed}` }).click()
  await board.page.getByText(`Sparat. ${closed}: öppet.`).waitFor()
  await open(office.page, '/medlemsbidrag')
  await enter()
  await office.page.getByText('Sparat').first().waitFor()
  expect([...board.complaints, ...office.complaints.filter((one) => !one.includes('422'))]).toEqual([])
  for (const { page } of [office, board]) await page.context().close()
})

test('a decision is attached as a file that its name does not make into anything else, and fetched again byte for byte', async () => {
  const { page, complaints } = await signedIn(browser, server.address, 'Berit Exempelius', 390)
  await open(page, '/medlemsbidrag')
  await page
    .getByRole('button', { name: /^Bifoga/ })
    .first()
    .click()
  const pick = (name: string, text: string) =>
    page.setInputFiles('input[type=file]', { name, mimeType: 'application/pdf', buffer: Buffer.from(text) })
  await pick('Beslut.pdf', '<html>inget beslut</html>')
  await page.getByText('Filen är inte PDF, Word (.docx) eller Excel (.xlsx), vad den än heter.').waitFor()
  await pick('Beslut.pdf', '%PDF-1.7\nPåhittat\n%%EOF\n')
  await page.getByText('Handlingen är bifogad.').waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Beslut.pdf', exact: true }).click(),
  ])
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  expect([download.suggestedFilename(), Buffer.concat(chunks).toString()]).toEqual(['Beslut.pdf', '%PDF-1.7\nPåhittat\n%%EOF\n'])
  await demandSound(page, 'documents', 390)
  expect(complaints).toEqual([])
  await page.context().close()
})

test('two associations are thought of as one, and the board fetches the thought as a file', async () => {
  const { page, complaints } = await signedIn(browser, server.address, 'Berit Exempelius')
  await open(page, '/tank-om')
  await page.getByLabel('Namn', { exact: true }).fill('Om vi går ihop')
  await page.getByLabel(/^Går ihop med/).selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Räkna och spara' }).click()
  await page.getByText('Sparat.', { exact: true }).waitFor()
  await page
    .getByText(/har inte godkänt året/)
    .first()
    .waitFor()
  await demandSound(page, 'scenarios-merged', 1280)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Hämta som PDF' }).click()])
  expect(download.suggestedFilename()).toMatch(/^samlad-tänk-om-.*\.pdf$/)
  expect(complaints).toEqual([])
  await page.context().close()
})

test('the national office opens a saved model and sees what has changed, step by step', async () => {
  const { page, complaints } = await signedIn(browser, server.address, 'Nora Testlund', 390)
  await page.goto(`${server.address}/fordelning`, { waitUntil: 'networkidle' })
  await page.locator('#model-before').selectOption({ index: 2 })
  await page.locator('#model-after').selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Visa vad som har ändrats' }).click()
  await page.getByRole('heading', { name: /^Från \d{4}: Påhittad fördelning/ }).waitFor()
  await page
    .getByRole('link', { name: /^Öppna/ })
    .first()
    .click()
  await page.getByText(/^Påhittad fördelning: \d+ förbund\./).waitFor()
  await demandSound(page, 'models', 390)
  expect(complaints).toEqual([])
  await page.context().close()
})
