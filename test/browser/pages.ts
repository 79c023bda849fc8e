import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { AxeBuilder } from '@axe-core/playwright'
import { findChromium } from '../chromium.ts'

/** Milliseconds to wait for what comes at once on a quiet machine: only to end what never comes. */
const patience = 90_000

/** Starts the Chromium of this machine. Throws when there is none. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('Chromium is not on this machine')
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser = await chromium.launch({ executablePath, args })
  const newContext = browser.newContext.bind(browser)
  browser.newContext = async (options) => {
    const context = await newContext(options)
    context.setDefaultTimeout(patience)
    return context
  }
  return browser
}

/** A page signed in as a demo person, in a window of its own. What the page complains about is collected in `complaints`. */
export async function signedIn(
  browser: Browser,
  address: string,
  person: string,
  width = 1280,
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, acceptDownloads: true, locale: 'sv-SE' })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  await page.goto(`${address}/logga-in`)
  await page.getByRole('button', { name: person }).click()
  await page.getByText(`Inloggad som ${person}`).waitFor()
  return { page, complaints }
}

/** What axe-core finds that is serious or critical, as rule and place; and names of texts that stand where the texts should, since no one loaded them. */
export async function seriousFindings(page: Page): Promise<string[]> {
  // A button that has just been enabled fades in: half-way its colours are nobody's.
  await page.evaluate(() => {
    const ended = Promise.allSettled(document.getAnimations().map((one) => one.finished))
    return Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 1000))]).then(() => undefined)
  })
  const nameless = (await page.locator('body').innerText()).match(/⟦[^⟧]*⟧/g) ?? []
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  return [...nameless, ...serious.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))]
}

/** How many pixels the page is wider than its window. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Digits apart by ordinary spaces, as one reads them. */
export const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')

/** The cells of a row of a table, once it is there. */
export async function rowOf(page: Page, table: RegExp, row: RegExp): Promise<string[]> {
  const found = page.getByRole('table', { name: table }).getByRole('row', { name: row }).first()
  await found.waitFor()
  return (await found.getByRole('cell').allInnerTexts()).map(plain)
}

/** That a page has nothing serious against it and fits its window; with SCREENSHOTS set to a folder it is kept there to be looked at. */
export async function demandSound(page: Page, name: string, width: number): Promise<void> {
  if (process.env.SCREENSHOTS) await page.screenshot({ path: join(process.env.SCREENSHOTS, `${name}-${width}.png`), fullPage: true })
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0)
  expect(await seriousFindings(page)).toEqual([])
}
