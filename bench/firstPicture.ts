import type { Browser } from 'playwright-core'
import { startBrowser } from '../test/browser/pages.ts'
import { startReleasedDemo } from './load/releasedDemo.ts'

/**
 * The public page as somebody opens it for the first time over a mobile line like 4G (9 Mbit/s both ways, 170 ms there and back, as WebPageTest's profile has
 * it; nothing in the cache): when its first text, and the picture of the newest figures, could be seen, and the longest that the page stood still meanwhile.
 */
const line = { offline: false, latency: 170, downloadThroughput: 9e6 / 8, uploadThroughput: 9e6 / 8 }
const loads = 15

async function main(): Promise<void> {
  const { address, stop } = await startReleasedDemo()
  const browser = await startBrowser()
  try {
    const all = []
    for (let at = 0; at < loads; at++) all.push(await load(browser, `${address}/statistik`))
    for (const what of ['text', 'picture', 'stood still'] as const) {
      const times = all.map((one) => one[what]).sort((a, b) => a - b)
      console.log(
        `${what}: median ${times[loads >> 1]!.toFixed(0)} ms, longest ${times.at(-1)!.toFixed(0)} ms of ${loads} loads${what === 'picture' ? ' (target < 1500)' : ''}`,
      )
    }
  } finally {
    await browser.close()
    await stop()
  }
}

async function load(browser: Browser, address: string): Promise<Record<'text' | 'picture' | 'stood still', number>> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'sv-SE' })
  const page = await context.newPage()
  const tools = await context.newCDPSession(page)
  await tools.send('Network.enable')
  await tools.send('Network.emulateNetworkConditions', line)
  await page.addInitScript(() => {
    const stood = globalThis as typeof globalThis & { stoodStill: number }
    stood.stoodStill = 0
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) stood.stoodStill = Math.max(stood.stoodStill, duration)
    }).observe({ type: 'longtask', buffered: true })
  })
  const began = performance.now()
  await page.goto(address, { waitUntil: 'commit' })
  await page.getByRole('img', { name: /Avslutade deltaganden/ }).waitFor()
  const picture = performance.now() - began
  const seen = await page.evaluate(() => ({
    text: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    'stood still': (globalThis as typeof globalThis & { stoodStill: number }).stoodStill,
  }))
  await context.close()
  return { ...seen, picture }
}

await main()
