import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startDemo, type DemoServer } from './demoServer.ts'
import { plain, seriousFindings, sidewaysScroll, signedIn, startBrowser } from './pages.ts'

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

/** The intervention that Greta Provgren leads and Berit Exempelius's association has. */
async function ledBy(page: Page): Promise<string> {
  const me = (await (await page.request.get(`${server.address}/api/me`)).json()) as {
    user: { assignments: { interventionId: string | null }[] }
  }
  return me.user.assignments.find(({ interventionId }) => interventionId)!.interventionId!
}
const open = async (page: Page, path: string): Promise<void> => {
  await page.goto(server.address + path, { waitUntil: 'networkidle' })
  await page.getByRole('heading', { level: 1 }).waitFor()
}
async function rate(page: Page, points: (item: number) => number): Promise<void> {
  const items = await page.locator('fieldset.item').all()
  for (const [at, item] of items.entries()) await item.getByRole('radio', { name: String(points(at + 1)), exact: true }).check()
  await page.getByRole('button', { name: 'Spara bedömningen' }).click()
}

describe('a team is assessed by two who do not see each other', () => {
  test('at 390 px, and the result is there when both are done', async () => {
    const [first, second, board] = await Promise.all(
      ['Berit Exempelius', 'Greta Provgren', 'Nora Testlund'].map((person) => signedIn(browser, server.address, person, 390)),
    )
    const path = `/insatser/${await ledBy(second!.page)}/programtrohet`
    await open(first!.page, path)
    await first!.page.getByLabel('Team', { exact: true }).fill('Team Söder')
    await rate(first!.page, () => 4)
    await first!.page.getByText('Dina poäng är sparade').waitFor()
    expect(await first!.page.getByText('Team Söder: 1 av 2 bedömare är klara').count()).toBe(1)
    await open(second!.page, path)
    expect(await second!.page.getByRole('button', { name: /^Punkt för punkt: Team Söder/ }).count()).toBe(0)
    await second!.page.getByRole('button', { name: 'Bedöm som bedömare 2' }).click()
    await second!.page.getByRole('heading', { name: /^Bedöm som bedömare 2: Team Söder/ }).waitFor()
    await rate(second!.page, (item) => (item === 3 ? 2 : 5))
    await second!.page.getByText('Bedömningen är sparad.').waitFor()
    await second!.page.getByText('Team Söder: 111 av 125 (god), extern bedömning').first().waitFor()
    expect(await second!.page.getByText('Bedömarna skiljer två poäng eller mer i punkt 3.').count()).toBe(1)
    await second!.page.getByRole('button', { name: /^Punkt för punkt: Team Söder/ }).click()
    await second!.page.getByRole('table', { name: /^Punkt för punkt: Team Söder/ }).waitFor()
    expect(await sidewaysScroll(second!.page)).toBeLessThanOrEqual(0)
    expect(await seriousFindings(second!.page)).toEqual([])
    await open(board!.page, path)
    await board!.page.getByText('Team Söder: 111 av 125 (god)').first().waitFor()
    expect(await board!.page.getByRole('button', { name: /^Punkt för punkt/ }).count()).toBe(0)
    expect(await board!.page.locator('fieldset.item').count()).toBe(0)
    expect([first, second, board].flatMap((one) => one!.complaints)).toEqual([])
  })
  test('and one that was wrong stays in the history with its reason', async () => {
    const { page, complaints } = await signedIn(browser, server.address, 'Greta Provgren')
    await open(page, `/insatser/${await ledBy(page)}/programtrohet`)
    await page.getByRole('button', { name: 'Blev fel Team Söder' }).click()
    await page.getByLabel('Varför?').fill('Fel team')
    await page.getByRole('button', { name: 'Ska inte gälla' }).click()
    await page.getByText('Gäller inte: Fel team').waitFor()
    expect(await page.getByText('Team Söder: 111 av 125').count()).toBe(0)
    expect(complaints).toEqual([])
  })
})

test('a file of licensed texts is brought in and assessed by; a row that lacks a text is told', async () => {
  const { page, complaints } = await signedIn(browser, server.address, 'Berit Exempelius')
  const { page: lead } = await signedIn(browser, server.address, 'Greta Provgren')
  await open(page, `/insatser/${await ledBy(lead)}/programtrohet`)
  await page.getByText('Läs in ett instrument').click()
  const bring = (text: string) =>
    page.locator('input[type=file]').setInputFiles({ name: 'punkter.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await bring('Punkt;0;1;2\nMöten;sällan;ibland;ofta\nStöd;lite;;mycket\n')
  await page.getByText('Rad 3 har 2 poängtexter men den första punkten har 3.').waitFor()
  await bring('Punkt;0;1;2\nMöten;sällan;ibland;ofta\nStöd;lite;mer;mycket\n')
  await page.getByText('punkter.csv: 2 punkter').waitFor()
  await page.getByLabel('Instrumentets namn').fill('Vår skala')
  await page.getByLabel('Källa och licens').fill('Egen')
  await page.getByLabel('Lägsta poäng').fill('0')
  await page.getByLabel('Nivåer').fill('hög 3\nlåg 0')
  await page.getByRole('button', { name: 'Läs in instrumentet' }).click()
  await page.getByText('Instrumentet är inläst.').waitFor()
  await page.getByLabel('Instrument', { exact: true }).selectOption({ label: 'Vår skala' })
  await page.getByLabel('Bedömare', { exact: true }).selectOption({ label: 'En bedömare' })
  await page.locator('fieldset.item').nth(0).getByRole('radio', { name: '2 ofta' }).check()
  await page.locator('fieldset.item').nth(1).getByRole('radio', { name: '1 mer' }).check()
  await page.getByRole('button', { name: 'Spara bedömningen' }).click()
  await page.getByText('Teamet: 3 av 4 (hög)').first().waitFor()
  expect(complaints).toEqual([])
})

test('what an intervention is judged by is fixed, and the frozen report refers to a comparison by its checksum while the file stays', async () => {
  const { page, complaints } = await signedIn(browser, server.address, 'Greta Provgren')
  const id = await ledBy(page)
  await open(page, `/uppfoljning/over-tid?place=intervention:${id}`)
  await page.getByLabel('När').selectOption('24')
  await page.getByRole('button', { name: 'Bestäm', exact: true }).click()
  await page.getByText('Huvudutfallet är bestämt.').waitFor()
  await page.getByText('Efter data: någon deltagare kunde redan ha kommit till tidpunkten').first().waitFor()
  const sent: string[] = []
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.postData() ?? ''))
  await page.getByText('Hör en jämförelse mot en grupp hit?').first().click()
  const buffer = Buffer.from('hemligt resultat')
  await page.locator('input[type=file]').setInputFiles({ name: 'jamforelse.docx', mimeType: 'application/octet-stream', buffer })
  const { createHash } = await import('node:crypto')
  const sha = createHash('sha256').update(buffer).digest('hex')
  await page.getByText(`jamforelse.docx: kontrollsumma ${sha}`).waitFor()
  await page.getByRole('button', { name: 'Frys en rapport' }).click()
  await page.getByText('Hänvisar till en jämförelse:').first().waitFor()
  expect(sent).toHaveLength(1)
  expect(sent[0]).toContain(sha)
  expect(sent[0]).not.toContain('hemligt')
  expect(plain(await page.locator('main').innerText())).toContain(sha)
  expect(complaints).toEqual([])
})
