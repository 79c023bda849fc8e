import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inventedPanel } from '../../src/effects/areas/inventedPanel.ts'
import { startDemo, type DemoServer } from './demoServer.ts'
import { csv, listen, telling } from './ownFile.ts'
import { saysEffect } from './pageWords.ts'
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

const { periods, start, y } = inventedPanel()
const text = [
  'Kommun;År;Start;Utfall',
  ...y.flatMap((row, at) =>
    row.map((value, period) => `Kommun ${at};${periods[period]!};${start[at] ?? ''};${value.toFixed(7).replace('.', ',')}`),
  ),
].join('\r\n')

describe.each([1280, 390])('at %i px', (width) => {
  test('a table of areas is read and told of where no request can be made, and the word stands nowhere', async () => {
    const { page, complaints } = await signedIn(browser, server.address, 'Nora Testlund', width)
    const told = listen(page.context())
    await page.goto(`${server.address}/uppfoljning/omraden`, { waitUntil: 'networkidle' })
    await page.getByRole('button', { name: 'Prova med påhittade områden' }).click()
    await page.getByText('30 påhittade områden i 10 perioder.').waitFor()
    const input = page.locator('input[type=file]')
    await input.setInputFiles(csv('tom.csv', 'a;b\n1;2\n'))
    await page.getByText('Ingen rad har rubrikerna Område, Period, Start, Utfall').waitFor()
    await page.context().setOffline(true)
    await input.setInputFiles(csv('egna.csv', text))
    await page.getByText('egna.csv: 30 områden i 10 perioder.').waitFor()
    expect(await page.locator('p.claim strong').innerText()).toBe('Jämförelse')
    expect(await page.getByText(/^Efter starten: 1,\d+ högre/).count()).toBe(1)
    expect(await page.getByText(/^Före starten: i alla/).count()).toBe(1)
    expect(await page.locator('figure.chart svg').count()).toBe(1)
    expect(await page.locator('figure.chart tbody tr').count()).toBeGreaterThan(5)
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0)
    await page.context().setOffline(false)
    const values = telling(text)
    expect(values.length).toBeGreaterThan(250)
    const everything = await told()
    expect(values.filter((value) => everything.includes(value))).toEqual([])
    expect(await seriousFindings(page)).toEqual([])
    expect(await saysEffect(page)).toEqual([])
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByText(/^After the start: 1\.\d+ higher/).waitFor()
    expect(await saysEffect(page)).toEqual([])
    expect(complaints).toEqual([])
    await page.context().close()
  })
})
