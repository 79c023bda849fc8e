import type { Browser } from 'playwright-core'
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

test.each([1280, 390])(
  'at %i px a steward compares two own interventions of the register, and is told that it is a difference',
  async (width) => {
    const { page, complaints } = await signedIn(browser, server.address, 'Edvin Demolund', width)
    await page.goto(`${server.address}/uppfoljning/mot-grupp`, { waitUntil: 'networkidle' })
    await page.getByRole('link', { name: /^Eller jämför två av era egna insatser/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Två av era egna insatser' }).waitFor()
    await page.getByLabel('Startade under').selectOption('10')
    const names = page.getByLabel('Insats', { exact: true })
    const options = await names.locator('option').count()
    const result = page.getByRole('heading', { name: 'Skillnad mellan grupper (inte tolkbar som effekt)' })
    // The first two that are large enough.
    for (let at = 1; at < options; at++) {
      await page.getByLabel('Jämförs med').selectOption({ index: at })
      await page.getByRole('button', { name: 'Jämför', exact: true }).click()
      await result.waitFor()
      if ((await page.getByRole('table').count()) > 0) break
    }
    // What the invented persons of the day make of it: what the shares can be, the difference, or that every pair is too small.
    const hasTables = (await page.getByRole('table').count()) > 0
    const words = hasTables ? /är färre än 60 av 100 följda i tolv månader|\d+ i .+ jämförs med \d+ i / : /minst 20|färre än 20/i
    await page.locator('main').getByText(words).first().waitFor()
    if (hasTables) await page.getByRole('table', { name: 'Hur de följdes' }).waitFor()
    await page.getByText(/Hur det hade gått utan någon insats/).waitFor()
    await demandSound(page, 'ownRegister', width)
    expect((await page.locator('main').innerText()).replaceAll('inte tolkbar som effekt', '')).not.toMatch(/effe[ck]t/i)
    await page.getByLabel('Jämförs med').selectOption({ index: 0 })
    await page.getByRole('button', { name: 'Jämför', exact: true }).click()
    await page.getByRole('alert').getByText('Välj två olika insatser.').waitFor()
    expect(complaints.filter((text) => !text.includes('422'))).toEqual([])
    await page.context().close()
  },
)
