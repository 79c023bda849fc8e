import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDemo, type DemoServer } from './demoServer.ts'
import { rowOf, seriousFindings, sidewaysScroll, signedIn, startBrowser } from './pages.ts'

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

/** Somebody who began in the month before the last that is over is given another sex, as a caseworker corrects it. */
async function correct(page: Page, monthPath: string, month: string): Promise<void> {
  const headers = { 'x-samlad': '1' }
  const list = (await (await page.request.get(monthPath.replace(/esf-files.*/, 'participations?state=running'))).json()) as {
    rows: { id: string; entryDate: string; intervention: { id: string } }[]
  }
  const intervention = monthPath.split('/').at(-1)
  const one = list.rows.find((row) => row.intervention.id === intervention && row.entryDate.slice(0, 7) <= month)!
  const address = monthPath.replace(/esf-files.*/, `participations/${one.id}`)
  const { version, participation } = (await (await page.request.get(address)).json()) as {
    version: number
    participation: { sex: string }
  }
  const data = { version, participation: { ...participation, sex: participation.sex === 'man' ? 'woman' : 'man' } }
  const answer = await page.request.put(address, { headers, data })
  expect(answer.status(), await answer.text()).toBe(200)
}

test.each([1280, 390])(
  'at %i px a steward hands in files, and a late correction says which are to be read in again and why',
  async (width) => {
    const { page, complaints } = await signedIn(browser, server.address, 'Edvin Demolund', width)
    const asked = page.waitForResponse((answer) => /\/esf-files\/[0-9a-f-]{36}$/.test(answer.url()))
    await page.goto(`${server.address}/dataansvar`, { waitUntil: 'networkidle' })
    await page.getByRole('link', { name: /^ESF\+/ }).click()
    const path = (await asked).url()
    await page.getByRole('heading', { level: 1, name: 'ESF+: deltagarfil och indikatorer' }).waitFor()
    await rowOf(page, /Gemensamma indikatorer/, /EECO01/)
    await looksRight(page)

    const coming = page.waitForEvent('download')
    await page
      .getByRole('button', { name: /^Hämta filen för/ })
      .first()
      .click()
    expect((await coming).suggestedFilename()).toMatch(/^samlad-esf-\d{4}-\d\d-PÅHITTADE-DATA\.xlsx$/)

    const table = page.getByRole('table', { name: /Filer, månad/ })
    const months = await table.getByRole('rowheader').allInnerTexts()
    const [last, before, first] = months.map((month) => month.trim()) as [string, string, string]
    // At the second width they have been handed in at the first.
    if (width === 1280) {
      await page.getByLabel('Projektets första fil').selectOption(first)
      await page.getByRole('button', { name: 'Markera som lämnade' }).click()
      await page.getByText(`Markerat till och med ${last}.`).waitFor()
    }
    expect((await rowOf(page, /Filer, månad/, new RegExp(`^${last}`))).join(' ')).toContain('Lämnad')

    await correct(page, path, before)
    await page.reload({ waitUntil: 'networkidle' })
    await page.getByRole('heading', { name: 'Vad som ändrats sedan filerna lämnades' }).waitFor()
    expect(await page.getByText(/Ändrat: kön/).count()).toBeGreaterThan(0)
    expect((await rowOf(page, /Filer, månad/, new RegExp(`^${last}`))).join(' ')).toMatch(/Lämna igen|Ändrad/)
    await looksRight(page)
    await page.getByRole('button', { name: 'Markera som lämnade' }).click()
    await page.getByText('Alla månader är lämnade som de är.').waitFor()
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('rowheader', { name: /Total number of participants/ }).waitFor()
    await page.getByRole('button', { name: 'Svenska' }).click()
    expect(complaints).toEqual([])
    await page.context().close()
  },
)

test.each([1280, 390])('at %i px the office of the association sees protected indicators, and no file', async (width) => {
  const { page, complaints } = await signedIn(browser, server.address, 'Berit Exempelius', width)
  const all = (await (await page.request.get(`${server.address}/api/interventions`)).json()) as {
    id: string
    esf: boolean
    countingMode: string
    associations: { name: string }[]
  }[]
  const own = all.find(
    ({ esf, countingMode, associations }) =>
      esf && countingMode === 'identified' && associations.some(({ name }) => name === 'Exempelförbundet Norr'),
  )!
  await page.goto(`${server.address}/insatser/${own.id}`, { waitUntil: 'networkidle' })
  await page.getByRole('link', { name: 'ESF+-indikatorer' }).click()
  await page.getByRole('heading', { level: 1, name: /^ESF\+-indikatorer: / }).waitFor()
  expect((await rowOf(page, /Gemensamma indikatorer/, /EECO01/)).join(' ')).toContain('≈')
  await looksRight(page)
  await page.goto(`${server.address}/dataansvar/esf`, { waitUntil: 'networkidle' })
  await page.getByText('Sidan är för dataansvariga.').waitFor()
  expect(await page.getByRole('button', { name: /Hämta/ }).count()).toBe(0)
  expect(complaints).toEqual([])
  await page.context().close()
})
