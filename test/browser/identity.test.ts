import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findPostgres, startPostgres, type RunningPostgres } from '../postgres.ts'
import { testPersons } from '../testPersons.ts'
import { startNewDemo, type DemoServer } from './demoServer.ts'
import { seriousFindings, sidewaysScroll, signedIn, startBrowser } from './pages.ts'

const [oldKey, newKey] = ['a1'.repeat(32), 'b2'.repeat(32)] as const

/** Personal numbers are never opened on the embedded database, so this is only tried where PostgreSQL is on the machine. */
describe.runIf(findPostgres())('personal numbers, on PostgreSQL', () => {
  let postgres: RunningPostgres
  let server: DemoServer
  let browser: Browser
  const folder = mkdtempSync(join(tmpdir(), 'samlad-keys-'))
  /** What the key command prints, for every controller. */
  const hold = (...keys: string[]): void => writeFileSync(join(folder, 'keys'), keys.join('\n'))
  beforeAll(async () => {
    hold(oldKey)
    const program = join(folder, 'fetch-key')
    writeFileSync(program, `#!/bin/sh\ncat "${join(folder, 'keys')}"\n`, { mode: 0o700 })
    postgres = await startPostgres()
    server = await startNewDemo({ DATABASE_URL: postgres.url, SAMLAD_T2_KEY_COMMAND: program })
    browser = await startBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await postgres?.stop()
    server?.remove()
    rmSync(folder, { recursive: true })
  })

  async function looksRight(page: Page): Promise<void> {
    expect(await seriousFindings(page)).toEqual([])
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0)
  }
  const openTier = (page: Page) => page.goto(`${server.address}/dataansvar/personnummer`, { waitUntil: 'networkidle' })

  /** A record whose birth year one of the published test persons has. */
  async function recordWithNumber(page: Page): Promise<{ path: string; personnummer: string }> {
    await page.goto(`${server.address}/mina-insatser`, { waitUntil: 'networkidle' })
    const found = await page.evaluate(
      async (years: number[]) => {
        const read = async (path: string): Promise<unknown> => (await fetch(`/api/${path}`)).json()
        const me = (await read('me')) as { user: { assignments: { controllerId: string }[] } }
        const { controllerId } = me.user.assignments[0]!
        const { rows } = (await read(`controllers/${controllerId}/participations`)) as { rows: { id: string }[] }
        for (const { id } of rows) {
          const one = (await read(`controllers/${controllerId}/participations/${id}`)) as { participation: { birthYear: number } }
          if (years.includes(one.participation.birthYear)) return { id, controllerId, year: one.participation.birthYear }
        }
        throw new Error('No record of a test person’s age')
      },
      testPersons.map(({ birthYear }) => birthYear),
    )
    const { personnummer } = testPersons.find(({ birthYear }) => birthYear === found.year)!
    return { path: `/deltaganden/${found.controllerId}/${found.id}`, personnummer }
  }

  test('are opened by the steward, entered and shown by the caseworker, and live through a change of key', async () => {
    const steward = await signedIn(browser, server.address, 'Edvin Demolund')
    await openTier(steward.page)
    await looksRight(steward.page)
    await steward.page.getByLabel('Rättslig grund för personnummer').fill('Påhittad grund')
    await steward.page.getByLabel('Beslutets beteckning').fill('PÅHITTAT-2')
    await steward.page.getByRole('button', { name: 'Öppna personnummer' }).click()
    await steward.page.getByText('Personnummer är öppet.').waitFor()
    await looksRight(steward.page)

    const { page, complaints } = await signedIn(browser, server.address, 'Disa Testberg', 390)
    const { path, personnummer } = await recordWithNumber(page)
    await page.goto(server.address + path, { waitUntil: 'networkidle' })
    await page.getByRole('button', { name: 'Skriv in personnummer' }).click()
    await page.getByLabel('Personnummer', { exact: true }).fill(personnummer.replace('-', ''))
    await page.getByRole('button', { name: 'Spara personnummer' }).click()
    await page.getByText('Svara på om personen har skyddade personuppgifter.').waitFor()
    await page.getByLabel('Nej, jag har kontrollerat').check()
    await looksRight(page)
    await page.getByRole('button', { name: 'Spara personnummer' }).click()
    await page.getByText('Personnumret är sparat, krypterat.').waitFor()
    expect(await page.content()).not.toContain(personnummer)
    await page.getByRole('button', { name: 'Visa personnummer' }).click()
    await page.getByText(personnummer).waitFor()
    await looksRight(page)
    await page.getByRole('button', { name: 'Dölj' }).click()
    expect(await page.content()).not.toContain(personnummer)

    await page.goto(`${server.address}/mina-insatser/ny`, { waitUntil: 'networkidle' })
    await page.getByText('Finns personen redan?').click()
    await page.getByLabel('Personnummer', { exact: true }).fill(personnummer)
    await page.getByRole('button', { name: 'Sök', exact: true }).click()
    await page.getByText('Ett deltagande hittades.').waitFor()
    await looksRight(page)
    await page.getByRole('button', { name: 'Använd koden' }).click()
    expect(await page.getByLabel('Har personen redan en kod hos er?').inputValue()).toMatch(/^[A-Z]{4}-[A-Z]{4}-[A-Z]$/)
    expect(page.url()).not.toContain(personnummer.slice(-4))

    hold(newKey, oldKey)
    await openTier(steward.page)
    await looksRight(steward.page)
    await steward.page.getByRole('button', { name: 'Kryptera om ett nummer' }).click()
    await steward.page.getByText('Ett nummer är omkrypterat').waitFor()
    hold(newKey)
    const show = async (): Promise<void> => {
      await page.goto(server.address + path, { waitUntil: 'networkidle' })
      await page.getByRole('button', { name: 'Visa personnummer' }).click()
    }
    await show()
    await page.getByText(personnummer).waitFor()

    hold('')
    await show()
    await page.getByText('Nyckeln går inte att läsa.').waitFor()
    await page.getByRole('heading', { name: 'Uppföljningar' }).waitFor()
    await openTier(steward.page)
    await steward.page.getByText('Nyckeln går inte att läsa.').waitFor()

    await page.goto(`${server.address}${path}/utdrag`, { waitUntil: 'networkidle' })
    await page.getByText('Lagrat, krypterat.').waitFor()
    await page.getByRole('cell', { name: 'Visade personnummer' }).first().waitFor()
    expect(await page.content()).not.toContain(personnummer)
    // What the server refused is told by the browser too; nothing else may be.
    expect(complaints.filter((line) => !line.includes('422'))).toEqual([])
    expect(steward.complaints).toEqual([])
  })
})
