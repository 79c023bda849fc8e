import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMonths, stockholmDate } from '../../src/values/civilDate.ts'
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

const own = '/forbund/exempelforbundet-norr'
const path = `${own}/overtagande`
const today = stockholmDate(new Date())

test.each([1280, 390])(
  'at %i px the office enters that a member takes over, is told that a check is overdue, and makes it',
  async (width) => {
    const { page, complaints } = await signedIn(browser, server.address, 'Berit Exempelius', width)
    await page.goto(server.address + own, { waitUntil: 'networkidle' })
    await page.getByRole('link', { name: 'Vad det blev av insatserna' }).click()
    await page.getByRole('heading', { name: 'Vad det blev av insatserna: Exempelförbundet Norr' }).waitFor()
    const steps = /^Steg för steg: Exempelförbundet Norr/
    const adopted = async (): Promise<number> => Number((await rowOf(page, steps, /^Övertagen/))[0])
    const before = await adopted()
    await demandSound(page, 'adoption', width)
    const form = page.locator('section.new form')
    await form.getByLabel('Från och med').fill('')
    await form.getByRole('button', { name: 'Spara' }).click()
    for (const words of [
      'Välj en insats.',
      'Välj medlemmen som tar över.',
      'Skriv vilken funktion som ansvarar.',
      'Skriv vad av metoden som behålls.',
    ])
      await form.getByText(words, { exact: true }).waitFor()
    await demandSound(page, 'adoption-faults', width)
    // One that is over and waits for a decision stands first.
    const name = (await form.locator('option').nth(1).innerText()).replace(/ \(slut.*/, '').trim()
    await form.getByLabel('Insats', { exact: true }).selectOption({ index: 1 })
    await form.getByLabel('Beslutets beteckning').fill(`KS ${width}`)
    await form.getByLabel('Medlem som tar över').selectOption({ index: 1 })
    await form.getByLabel('Från och med').fill(addMonths(today, -7))
    await form.getByLabel(/^Pengar om året/).fill('750 000')
    await form.getByLabel('Ansvarig funktion').fill('Enhetschefen')
    await form.getByLabel('Vad av metoden som behålls').fill('Två handledare.')
    await form.getByLabel('Lärdomar').fill(`Hyresavtalet borde ha skrivits för kortare tid (${width}).`)
    await form.getByRole('button', { name: 'Spara' }).click()
    await page.getByText('Beslutet är sparat.').waitFor()
    expect(await adopted()).toBe(before + 1)
    const overdue = page.getByText(`${name}: kontrollen efter 6 månader skulle ha gjorts ${addMonths(addMonths(today, -7), 6)}.`)
    await overdue.waitFor()
    const section = page
      .locator('section')
      .filter({ hasText: `(KS ${width})` })
      .last()
    expect(plain(await section.innerText())).toContain('750 000 kr')
    await section.getByText('Registrera eller rätta en kontroll').click()
    const check = section.locator('details').filter({ hasText: 'Registrera eller rätta en kontroll' })
    await check.getByLabel('Finns det kvar?').selectOption({ label: 'Delvis' })
    await check.getByRole('button', { name: 'Spara' }).click()
    await check.getByText('Skriv vad som har ändrats, eller varför det har upphört.').waitFor()
    await check.getByLabel(/^Hur ser det ut/).fill('En handledare är kvar.')
    await check.getByRole('button', { name: 'Spara' }).click()
    await page.getByText('Kontrollen är sparad.').waitFor()
    expect(await overdue.count()).toBe(0)
    await section.getByText('Visa beslutet').click()
    await section.getByText('En handledare är kvar.').first().waitFor()
    await demandSound(page, 'adoption-entered', width)
    // The intervention's own page says it too.
    await section.getByRole('link', { name }).click()
    await page.getByRole('heading', { name: 'Vad det blev', exact: true }).waitFor()
    await page.getByText(/^Tas över av .* Efter 6 månader: Delvis\./).waitFor()
    await demandSound(page, 'intervention-decided', width)
    expect(complaints).toEqual([])
    await page.context().close()
  },
)

test('a decision is corrected with its reason, and what stood before is told', async () => {
  const { page, complaints } = await signedIn(browser, server.address, 'Berit Exempelius')
  await page.goto(server.address + path, { waitUntil: 'networkidle' })
  const section = page.locator('section').filter({ hasText: '(KS 1280)' }).last()
  await section.getByText('Efter 6 månader: Delvis').waitFor()
  await section.getByText(/^Rätta beslutet om/).click()
  const form = section.locator('details').filter({ hasText: 'Rätta beslutet om' })
  await form.getByLabel('Beslut', { exact: true }).selectOption({ label: 'Tas över delvis' })
  await form.getByRole('button', { name: 'Spara' }).click()
  await form.getByText('Skriv varför.').waitFor()
  await form.getByLabel('Varför det rättas').fill('Bara halva tjänsten togs över')
  await form.getByRole('button', { name: 'Spara' }).click()
  await page.getByText('Beslutet är sparat.').waitFor()
  await section.getByText('Visa beslutet').click()
  await section.getByText('Rättat: Bara halva tjänsten togs över').waitFor()
  await section.getByText('En tidigare version').click()
  await section.getByText(/^Version 1: Tas över,/).waitFor()
  expect(complaints).toEqual([])
  await page.context().close()
})

test('the board reads, and so does the national office; neither enters anything', async () => {
  for (const who of ['Hugo Fiktivsson', 'Nora Testlund']) {
    const { page, complaints } = await signedIn(browser, server.address, who, 390)
    await page.goto(server.address + own, { waitUntil: 'networkidle' })
    await page.getByRole('link', { name: 'Vad det blev av insatserna' }).click()
    await page.getByRole('table', { name: /^Steg för steg/ }).waitFor()
    expect(await page.getByRole('button', { name: 'Spara' }).count()).toBe(0)
    expect(complaints).toEqual([])
    await page.context().close()
  }
})

test.each([1280, 390])('at %i px the picture is of the country, an association, a region or a method', async (width) => {
  const { page, complaints } = await signedIn(browser, server.address, 'Nora Testlund', width)
  await page.goto(`${server.address}/insatser`, { waitUntil: 'networkidle' })
  await page.getByRole('link', { name: 'Vad det blev av insatserna' }).click()
  await page.getByRole('table', { name: /^Steg för steg: Hela landet/ }).waitFor()
  await page.getByRole('img', { name: /^Från idé till ordinarie verksamhet: Hela landet.*Idé: \d+/ }).waitFor()
  await demandSound(page, 'adoption-nation', width)
  await page.getByLabel('Visa').selectOption({ label: 'En metod' })
  await page.getByRole('table', { name: /^Alla metoder/ }).waitFor()
  await demandSound(page, 'adoption-methods', width)
  await page.getByLabel('Visa').selectOption({ label: 'Ett förbund' })
  await page.getByLabel('Förbund', { exact: true }).selectOption({ label: 'Exempelförbundet Norr' })
  await page.getByRole('table', { name: /^Steg för steg: Exempelförbundet Norr/ }).waitFor()
  expect(page.url()).toContain('visa=associations&val=exempelforbundet-norr')
  await page.reload({ waitUntil: 'networkidle' })
  await page.getByRole('table', { name: /^Steg för steg: Exempelförbundet Norr/ }).waitFor()
  expect(complaints).toEqual([])
  await page.context().close()
})

test.each([1280, 390])('at %i px a caseworker finds what others have learnt, in any form of the word', async (width) => {
  const { page, complaints } = await signedIn(browser, server.address, 'Disa Testberg', width)
  await page.goto(`${server.address}/lardomar`, { waitUntil: 'networkidle' })
  await page.getByText(/beslut hittades/).waitFor()
  await page.getByLabel('Sök', { exact: true }).fill('hyresavtal')
  await page.getByRole('button', { name: 'Sök' }).click()
  await page.locator('mark').first().waitFor()
  expect((await page.locator('mark').allInnerTexts()).every((words) => /^hyresavtal/i.test(words))).toBe(true)
  await demandSound(page, 'lessons', width)
  await page.getByLabel('Sök', { exact: true }).fill('och')
  await page.getByRole('button', { name: 'Sök' }).click()
  await page.getByText(/^Sök på ord som säger något/).waitFor()
  await page.goBack()
  await page.locator('mark').first().waitFor()
  await page.getByLabel('Beslut').selectOption({ label: 'Avslutas' })
  await page.getByLabel('Sök', { exact: true }).fill('')
  await page.getByRole('button', { name: 'Sök' }).click()
  await page.locator('article').filter({ hasText: 'Avslutas, beslutat' }).first().waitFor()
  await page.locator('article').filter({ hasText: 'Tas över' }).first().waitFor({ state: 'detached' })
  expect(complaints).toEqual([])
  await page.context().close()
})
