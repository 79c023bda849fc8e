import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildWeb } from '../../src/buildWeb.ts'
import { openEmbedded, type Database } from '../../src/platform/database.ts'
import { migrate } from '../../src/platform/migrate.ts'
import { migrationFolder } from '../../src/prepareDatabase.ts'
import { buildWorld, testApp, TERMINAL_TOKEN } from '../api.ts'
import { openData } from '../openData.ts'
import { seriousFindings, sidewaysScroll, startBrowser } from './pages.ts'

let source: Awaited<ReturnType<typeof openData>>
let database: Database
let app: FastifyInstance
let address: string
let browser: Browser
const folder = mkdtempSync(join(tmpdir(), 'samlad-received-'))
const zip = join(folder, 'samlad-utgava.zip')

beforeAll(async () => {
  await buildWeb(() => undefined)
  source = await openData()
  const releases = await source.json<{ id: string }[]>('/api/releases')
  writeFileSync(zip, (await source.get(`/api/releases/${releases[0]!.id}/file?format=zip`)).rawPayload)
  database = openEmbedded('memory://')
  await migrate(database, migrationFolder, 'national')
  await buildWorld(database, 'national')
  app = await testApp(database, undefined, { node: 'national' })
  address = await app.listen({ host: '127.0.0.1', port: 0 })
  browser = await startBrowser()
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await app?.close()
  await database?.close()
  await source?.close()
  rmSync(folder, { recursive: true })
})

test.each([1280, 390])('at %i px the nation’s own node reads in a release and shows it', async (width) => {
  // A node without persons has no demo persons to sign in as.
  const extraHTTPHeaders = { authorization: `Bearer ${TERMINAL_TOKEN}`, 'x-samlad-as': 'nationalanalyst.1' }
  const context = await browser.newContext({ viewport: { width, height: 900 }, extraHTTPHeaders, locale: 'sv-SE' })
  const page = await context.newPage()
  const wrong: string[] = []
  page.on('pageerror', (error) => wrong.push(error.message))
  page.on('response', (response) => response.status() >= 400 && wrong.push(`${response.status()} ${response.url()}`))
  const sound = async (name: string): Promise<void> => {
    if (process.env.SCREENSHOTS) await page.screenshot({ path: join(process.env.SCREENSHOTS, `${name}-${width}.png`), fullPage: true })
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0)
    expect(await seriousFindings(page)).toEqual([])
  }
  await page.goto(`${address}/statistik/utgavor`, { waitUntil: 'networkidle' })
  await page.locator('input[type=file]').setInputFiles(zip)
  await page.getByText(/Utgåva 3 (är inläst|fanns redan här)/).waitFor()
  await sound('received')
  await page.getByRole('link', { name: 'Prov av avslut' }).click()
  await page.getByRole('heading', { level: 1, name: 'Prov av avslut' }).waitFor()
  await sound('release')
  await page.goto(`${address}/statistik`, { waitUntil: 'networkidle' })
  await sound('glance')
  await page.goto(address, { waitUntil: 'networkidle' })
  await sound('home')
  // Its analyst may compare a file of their own, though no records are held here.
  await page.getByRole('navigation').getByRole('link', { name: 'Mot en jämförelsegrupp' }).click()
  await page.getByRole('button', { name: 'Välj fil' }).first().waitFor()
  expect(await page.getByRole('link', { name: 'Rättvis jämförelse' }).count()).toBe(0)
  await sound('comparison')
  expect(wrong).toEqual([])
  await context.close()
})
