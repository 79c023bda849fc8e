import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDemo, type DemoServer } from './demoServer.ts'
import { demandSound, plain, signedIn, startBrowser } from './pages.ts'
import { stockholmDate } from '../../src/values/civilDate.ts'

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

const path = '/forbund/exempelforbundet-norr/ansokningar'
const words = ['need', 'failure', 'targetGroup', 'aim', 'indicators', 'activities', 'equality', 'children', 'accessibility', 'risks', 'adoption', 'dataProtection', 'comparison'] // prettier-ignore

/** Fills in everything that it takes to be submitted. */
async function fill(page: Page, name: string, forEsf = false): Promise<void> {
  await page.getByText('Ändra ansökan').click()
  await page.locator('#content-name').fill(name)
  for (const name of words) await page.locator(`#content-${name}`).fill('Det som behövs för att pröva.')
  for (const [name, value] of Object.entries({ ageFrom: '18', ageTo: '64', planned: '30' }))
    await page.locator(`#content-${name}`).fill(value)
  const year = new Date().getFullYear()
  await page.locator('#content-from').fill(`${year}-02-01`)
  await page.locator('#content-to').fill(`${year + 1}-12-31`)
  await page.getByRole('button', { name: 'Lägg till ett år' }).click()
  await page.getByLabel(`Personal ${year}, kronor`).fill('800 000')
  await page.getByLabel('Finansieras delvis av ESF+').setChecked(forEsf)
  await page
    .locator('form.panel')
    .filter({ has: page.locator('#content-need') })
    .getByRole('button', { name: 'Spara' })
    .click()
  await page.getByText('Ansökan är sparad.').waitFor()
}

/** What is missing here becomes a draft with its need in words. It is missing no more when that has started: then a draft is begun with its name alone. */
async function begin(page: Page, name: string): Promise<void> {
  const gap = page.getByRole('button', { name: 'Gör till idé' })
  if ((await gap.count()) > 0) {
    await gap.first().click()
    await page
      .getByText(/av \d+ förbund har minst en/)
      .first()
      .waitFor()
    return
  }
  await page.goto(server.address + path, { waitUntil: 'networkidle' })
  await page.locator('#application-name').fill(name)
  await page.getByRole('button', { name: 'Börja', exact: true }).click()
  await page.getByText('Ändra ansökan').waitFor()
}

async function answer(page: Page, member: string, owns: boolean, cash = ''): Promise<void> {
  await page.getByText('Ange ett svar').click()
  await page.locator('#answer-member').selectOption({ label: member })
  await page.getByLabel('Äger insatsen').setChecked(owns)
  await page.locator('#answer-amount').fill(cash || '0')
  await page.locator('#answer-kind').selectOption(cash ? 'cash' : 'none')
  await page.locator('#answer-who').fill('Enhetschefen')
  await page.locator('#answer-evidence').fill('Protokoll § 4')
  await page
    .locator('form.panel')
    .filter({ has: page.locator('#answer-who') })
    .getByRole('button', { name: 'Spara' })
    .click()
  // What was said of the answer before still stands; the form closes when this one is saved.
  await page.locator('#answer-member').waitFor({ state: 'hidden' })
  await page.getByText('Svaret är sparat.').waitFor()
}

/** The choices of whose answer it is, once the page has come: a slow one may still be drawn when the network has been still for a while. */
async function memberOptions(page: Page): Promise<string[]> {
  const options = page.locator('#answer-member option')
  await options.nth(1).waitFor({ state: 'attached' })
  return options.allTextContents()
}

async function find(page: Page, question: string): Promise<void> {
  await page.getByText('Ange vad ni har funnit').click()
  const form = page.locator('form.panel').filter({ hasText: 'Så är det' })
  await form.getByLabel('Fråga').selectOption({ label: question })
  await form.getByLabel('Stöd eller skäl').fill('Prövat i beredningsgruppen.')
  await form.getByRole('button', { name: 'Spara' }).click()
  await form.waitFor({ state: 'hidden' })
  await page.getByText('Bedömningen är sparad.').waitFor()
}

async function step(page: Page, act: string, given: Record<string, string> = {}): Promise<void> {
  await page.locator('#step-act').selectOption({ label: act })
  for (const [field, value] of Object.entries({ reference: '§ 7', ...given })) await page.locator(`#step-${field}`).fill(value)
  await page.getByRole('button', { name: 'Ta steget' }).click()
  await page.waitForFunction(() => !document.querySelector<HTMLInputElement>('#step-reference')?.value)
  await page.getByText('Steget är taget.').waitFor()
}

test.each([1280, 390])(
  'at %i px one of the preparation group begins, the office takes it to an intervention, and nothing is typed twice',
  async (width) => {
    const ines = await signedIn(browser, server.address, 'Ines Exempelgren', width)
    await ines.page.goto(server.address + path, { waitUntil: 'networkidle' })
    await demandSound(ines.page, 'applications', width)
    const name = `Pröva tillsammans (${width})`
    await ines.page.getByRole('link', { name: 'Behov och utbud' }).click()
    await ines.page.getByRole('heading', { name: 'Gap' }).waitFor()
    await demandSound(ines.page, 'need', width)
    await begin(ines.page, name)
    expect(await ines.page.getByRole('button', { name: 'Ta steget' }).count()).toBe(0)
    await fill(ines.page, name)
    await ines.page.getByLabel('Din kommentar').fill('Vem vill äga den?')
    await ines.page.getByRole('button', { name: 'Kommentera' }).click()
    await ines.page.getByText('Kommentaren är sparad.').waitFor()
    await demandSound(ines.page, 'application-draft', width)

    const { page, complaints } = await signedIn(browser, server.address, 'Berit Exempelius', width)
    await page.goto(ines.page.url(), { waitUntil: 'networkidle' })
    await page.getByText('Vem vill äga den?').waitFor()
    await step(page, 'Lämna till beredningsgruppen', { meeting: stockholmDate(new Date()) })
    await page.getByText('Svar från varje medlem').waitFor()
    expect(await page.getByRole('button', { name: 'Ta steget' }).isDisabled()).toBe(true)
    const members = await memberOptions(page)
    for (const [at, member] of members.slice(1).entries()) await answer(page, member, at === 0)
    await find(page, 'Fri från myndighetsutövning och egna tjänster')
    await find(page, 'Något annat än ordinarie verksamhet')
    await demandSound(page, 'application-answered', width)
    await step(page, 'Beredningsgruppen föreslår bifall')
    await step(page, 'Styrelsen beviljar', { amount: '700 000' })
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Hämta avtalet som PDF' }).click()])
    expect(file.suggestedFilename()).toMatch(/^samlad-avtal-om-medel-.*\.pdf$/)
    await step(page, 'Avtal med ägaren är tecknat')
    await step(page, 'Starta: registrera insatsen och dess medel')
    await demandSound(page, 'application-started', width)
    await page.getByRole('link', { name: 'Till insatsen' }).click()
    await page.getByRole('heading', { name, level: 1 }).waitFor()
    await page.goto(`${server.address}/forbund/exempelforbundet-norr/medel`, { waitUntil: 'networkidle' })
    expect(plain(await page.locator('main').innerText())).toContain('700 000')
    expect([...complaints, ...ines.complaints]).toEqual([])
    await page.context().close()
    await ines.page.context().close()
  },
)

/** Enters that a member takes the intervention over, and what has been learnt. */
async function adopt(page: Page, name: string): Promise<void> {
  await page.goto(`${server.address}/forbund/exempelforbundet-norr/overtagande`, { waitUntil: 'networkidle' })
  const form = page.locator('section.new form')
  const labels = await form.getByLabel('Insats', { exact: true }).locator('option').allInnerTexts()
  await form.getByLabel('Insats', { exact: true }).selectOption({ index: labels.findIndex((label) => label.includes(name)) })
  await form.getByLabel('Beslutets beteckning').fill('KS 9')
  await form.getByLabel('Medlem som tar över').selectOption({ index: 1 })
  await form.getByLabel('Från och med').fill(stockholmDate(new Date()))
  await form.getByLabel(/^Pengar om året/).fill('400 000')
  await form.getByLabel('Ansvarig funktion').fill('Enhetschefen')
  await form.getByLabel('Vad av metoden som behålls').fill('Gemensamma möten.')
  await form.getByLabel('Lärdomar').fill(`Fråga alla medlemmar tidigt om medfinansiering. ${name}`)
  await form.getByRole('button', { name: 'Spara' }).click()
  await page.getByText('Beslutet är sparat.').waitFor()
}

/** The board and the national office see what became of it; neither enters anything. */
async function readsOfIt(name: string): Promise<void> {
  for (const who of ['Hugo Fiktivsson', 'Nora Testlund']) {
    const { page, complaints } = await signedIn(browser, server.address, who, 390)
    await page.goto(`${server.address}/forbund/exempelforbundet-norr/overtagande`, { waitUntil: 'networkidle' })
    await page.getByText(name).first().waitFor()
    expect(await page.getByRole('button', { name: 'Spara' }).count()).toBe(0)
    expect(complaints).toEqual([])
    await page.context().close()
  }
  const { page } = await signedIn(browser, server.address, 'Disa Testberg', 390)
  await page.goto(`${server.address}/lardomar?q=medfinansiering`, { waitUntil: 'networkidle' })
  await page
    .getByText(/Fråga alla medlemmar tidigt/)
    .first()
    .waitFor()
  await page.context().close()
}

const esfStep = async (page: Page, act: string, given: Record<string, string> = {}): Promise<void> => {
  await page.locator('#esf-act').selectOption({ label: act })
  await page.locator('#esf-reference').fill('Dnr 5')
  for (const [field, value] of Object.entries(given)) await page.locator(`#esf-${field}`).selectOption({ label: value })
  await page.getByRole('button', { name: 'Ta steget' }).click()
}

test.each([1280, 390])(
  'at %i px from need to adoption: Försäkringskassan is refused as owner while a member lacks, then owns',
  async (width) => {
    const { page, complaints } = await signedIn(browser, server.address, 'Berit Exempelius', width)
    const name = `Till fonden (${width})`
    const ines = await signedIn(browser, server.address, 'Ines Exempelgren', width)
    await ines.page.goto(`${server.address}/forbund/exempelforbundet-norr/behov`, { waitUntil: 'networkidle' })
    await ines.page.getByRole('heading', { name: 'Gap' }).waitFor()
    await begin(ines.page, name)
    await fill(ines.page, name, true)
    const application = ines.page.url()
    await page.goto(application, { waitUntil: 'networkidle' })
    const members = (await memberOptions(page)).slice(1)
    const others = members.filter((member) => !member.startsWith('Försäkringskassan'))
    for (const member of others.slice(1)) await answer(page, member, false, '50 000')
    await answer(page, others[0]!, false)
    await page.getByRole('link', { name: 'Vägen till ESF+' }).click()
    await page.getByText('Ange villkoren').click()
    for (const [field, value] of Object.entries({ fundPermille: '50', claimEvery: '3', lagMonths: '4', source: 'Utlysningen' }))
      await page.locator(`#esf-${field}`).fill(value)
    await page
      .locator('form.panel')
      .filter({ has: page.locator('#esf-source') })
      .getByRole('button', { name: 'Spara' })
      .click()
    await page.getByText('Fonden betalar i efterhand.').waitFor()
    await demandSound(page, 'esf', width)
    await esfStep(page, 'Fråga Försäkringskassan i sista hand', { reading: 'Alla medlemmar (strängare)' })
    await page.getByText(`${others[0]} har inte sagt ja till att medfinansiera.`).waitFor()
    await demandSound(page, 'esf-refused', width)
    await page.goto(application, { waitUntil: 'networkidle' })
    await answer(page, others[0]!, false, '50 000')
    await page.getByRole('link', { name: 'Vägen till ESF+' }).click()
    const fetchPack = page.getByRole('button', { name: 'Hämta underlaget som PDF: alla medlemmar (strängare)' })
    const [file] = await Promise.all([page.waitForEvent('download'), fetchPack.click()])
    expect(file.suggestedFilename()).toMatch(/^samlad-begäran-till-försäkringskassan-.*\.pdf$/)
    await esfStep(page, 'Fråga Försäkringskassan i sista hand')
    await page.getByText('Försäkringskassan är tillfrågad.').waitFor()
    await esfStep(page, 'Försäkringskassan säger ja')
    await page.getByText('Ägare: Försäkringskassan (exempel).').waitFor()
    await esfStep(page, 'Ansök hos fonden', { who: 'Exempelförbundet Norr (förbundet)' })
    await page.getByText('Förbundet kan varken äga eller söka.').waitFor()
    await esfStep(page, 'Ansök hos fonden', { who: 'Försäkringskassan (exempel)' })
    await page.getByText('Sökt hos fonden.').waitFor()
    await demandSound(page, 'esf-applied', width)
    await page.goto(application, { waitUntil: 'networkidle' })
    await step(page, 'Lämna till beredningsgruppen', { meeting: stockholmDate(new Date()) })
    await find(page, 'Fri från myndighetsutövning och egna tjänster')
    await find(page, 'Något annat än ordinarie verksamhet')
    await step(page, 'Beredningsgruppen föreslår bifall')
    await step(page, 'Styrelsen beviljar', { amount: '300 000' })
    await step(page, 'Avtal med ägaren är tecknat')
    await step(page, 'Starta: registrera insatsen och dess medel')
    await adopt(page, name)
    await readsOfIt(name)
    // A refusal is told in the console too.
    expect(complaints.filter((one) => !one.includes('422'))).toEqual([])
    await page.context().close()
    await ines.page.context().close()
  },
)

test('the board reads the reasons of what it has rejected, and takes no step', async () => {
  const { page, complaints } = await signedIn(browser, server.address, 'Hugo Fiktivsson', 390)
  await page.goto(server.address + path, { waitUntil: 'networkidle' })
  await page.getByRole('link', { name: 'Digital mötesplats' }).first().click()
  await page.getByText('Vad som har hänt', { exact: true }).click()
  await page.getByText('Behovet är verkligt').waitFor()
  expect(await page.getByRole('button', { name: 'Ta steget' }).count()).toBe(0)
  await demandSound(page, 'application-board', 390)
  expect(complaints).toEqual([])
  await page.context().close()
})
