import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readTable } from '../../src/participations/import/readTable.ts'
import { cellKey, perturb } from '../../src/disclosure/noise/cellKey.ts'
import { openEmbedded, type Database } from '../../src/platform/database.ts'
import { messyLists, type MessyList } from '../spreadsheets.ts'
import { startNewDemo, type DemoServer } from './demoServer.ts'
import { seriousFindings, signedIn, startBrowser } from './pages.ts'

const ROWS = 5000
const YEAR = 2024
const MONTHS = { from: `${YEAR}-01`, to: `${YEAR}-12` }

let server: DemoServer
let browser: Browser
let page: Page
let complaints: string[]
let lists: MessyList[]
let folder: string
/** Everything the browser has sent. */
const sent: string[] = []
/** What the page showed per intervention, to be held against terminal and database. */
const shown = new Map<string, { id: string; participations: string; exits: string; outcome: string; women: string; men: string }>()
const interventions: string[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'samlad-lists-'))
  lists = await messyLists(ROWS)
  for (const { name, bytes } of lists) writeFileSync(join(folder, name), bytes)
  server = await startNewDemo()
  browser = await startBrowser()
  ;({ page, complaints } = await signedIn(browser, server.address, 'Disa Testberg'))
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
  await page.goto(`${server.address}/importera`)
  await page.locator('label.tick').first().waitFor()
  interventions.push(...(await page.locator('label.tick').allInnerTexts()).map((text) => text.trim()))
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  server?.remove()
  rmSync(folder, { recursive: true, force: true })
})

const plain = (text: string): string => text.replace(/\s/g, ' ').trim()
const digits = (text: string): string => text.replace(/\D/g, '')

/** The number that stands beside a label in a list of facts. */
async function fact(label: string): Promise<number> {
  return Number(
    digits(
      await page
        .locator('dt', { hasText: new RegExp(`^${label}$`) })
        .locator('xpath=following-sibling::dd[1]')
        .innerText(),
    ),
  )
}

async function dropFile(path: string): Promise<void> {
  const chosen = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Välj fil' }).click()
  await (await chosen).setFiles(path)
}

/** Drops the columns with identity where there are some, and waits for the meaning of the columns. */
async function dropIdentity(): Promise<void> {
  const columns = page.getByRole('heading', { name: 'Vad betyder kolumnerna?' })
  const drop = page.getByRole('button', { name: /^Ta bort kolumne(n|rna) och fortsätt$/ })
  await columns.or(drop).waitFor()
  if (await drop.isVisible()) {
    expect(await seriousFindings(page)).toEqual([])
    await drop.click()
  }
  await columns.waitFor()
}

describe.each([0, 1, 2])('messy list %i, from drop to picture', (at) => {
  test('is read, checked and written as its truth says', async () => {
    const { name, clean, faulty, withoutGround } = lists[at]!
    await page.goto(`${server.address}/importera`)
    await page.getByRole('checkbox', { name: interventions[at]! }).check()
    await dropFile(join(folder, name))
    await dropIdentity()
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Kontrollera raderna' }).click()
    await page.getByRole('heading', { name: 'Så blev kontrollen' }).waitFor()
    expect(await seriousFindings(page)).toEqual([])
    const errors = new Set(faulty.filter(({ severity }) => severity === 'error').map(({ row }) => row)).size
    const warned = faulty.length - errors
    expect(await fact('Stoppade rader')).toBe(errors)
    expect(await fact('Räknas anonymt')).toBe(withoutGround.length)
    expect(await fact('Deltaganden att läsa in')).toBe(clean.length + warned)
    await page.getByRole('button', { name: /^Fortsätt med/ }).click()
    await page.getByRole('heading', { name: 'Klart att läsa in' }).waitFor()
    for (const choice of [/^Läs in dem: det är andra personer/, /^Ja, det är andra personer/]) {
      const radio = page.getByRole('radio', { name: choice })
      if (await radio.isVisible()) await radio.check()
    }
    await page.getByRole('button', { name: 'Läs in', exact: true }).click()
    await page.getByRole('heading', { name: 'Inläst' }).waitFor()
    expect(await fact('Nytt deltagande')).toBe(clean.length + warned)
    expect(await fact('Räknad anonymt')).toBe(withoutGround.length)
  })

  test('gives a picture with its numbers', async () => {
    await page.getByRole('link', { name: 'Se uppföljningen' }).click()
    const picker = page.getByRole('combobox', { name: 'Plats' })
    await picker.fill(interventions[at]!)
    await picker.press('Enter')
    await page.getByLabel('År', { exact: true }).selectOption(String(YEAR))
    await page.getByText(`Visar ${interventions[at]!}, ${YEAR}.`).waitFor()
    const large = (label: string): Promise<string> =>
      page
        .locator('.count', { has: page.getByRole('heading', { name: label, exact: true }) })
        .locator('.large')
        .innerText()
    const outcome = page
      .locator('section, figure, article, div')
      .filter({ has: page.getByRole('heading', { name: /^Till arbete\/studier/ }) })
      .last()
    await outcome.getByText('Visa som tabell').click()
    const row = (name: string): Promise<string> =>
      outcome
        .locator('tr', { has: page.getByRole('rowheader', { name, exact: true }) })
        .locator('td')
        .last()
        .innerText()
    shown.set(interventions[at]!, {
      id: new URL(page.url()).searchParams.get('place')!.replace('intervention:', ''),
      participations: digits(await large('Deltaganden')),
      exits: digits(await large('Avslut')),
      outcome: plain(await row('Alla')),
      women: plain(await row('Kvinnor')),
      men: plain(await row('Män')),
    })
    expect(shown.get(interventions[at]!)!.outcome).toMatch(/^≈[\d ]+ av ≈[\d ]+ \(\d+ %, osäkerhet \d+–\d+ %\)/)
    expect(await seriousFindings(page)).toEqual([])
  })
})

test('the same file again says so and changes nothing', async () => {
  await page.goto(`${server.address}/importera`)
  await page.getByRole('checkbox', { name: interventions[0]! }).check()
  await dropFile(join(folder, lists[0]!.name))
  await dropIdentity()
  await page.getByRole('button', { name: 'Kontrollera raderna' }).click()
  await page.getByRole('button', { name: /^Fortsätt med/ }).click()
  await page.getByRole('heading', { name: 'Filen är redan inläst' }).waitFor()
})

test('no name, number or address of a person has left the browser', async () => {
  const everything = sent.join('\n')
  const secret = new Set<string>()
  for (const { bytes } of lists) {
    const file = await readTable(bytes)
    if (file.kind === 'refused') throw new Error(file.refusal.reason)
    const { headings, rows } = file.sheets[file.best]!
    const columns = headings.flatMap((heading, column) => (/^(namn|personnr|personnummer|kommentar|e-post)/i.test(heading) ? [column] : []))
    for (const { cells } of rows) for (const column of columns) if (typeof cells[column] === 'string') secret.add(cells[column])
  }
  expect(secret.size).toBeGreaterThan(50)
  expect([...secret].filter((text) => everything.includes(text))).toEqual([])
})

test('the page has complained about nothing', () => expect(complaints).toEqual([]))

test('the terminal gives the same numbers', () => {
  expect(shown.size).toBe(3)
  for (const { id, outcome, women, men, participations, exits } of shown.values()) {
    const tabulate = (...flags: string[]) => {
      const args = [
        'src/cli.ts',
        'tabulate',
        '--data',
        server.folder,
        '--json',
        '--where',
        `year=${YEAR}`,
        '--where',
        `intervention=${id}`,
        ...flags,
      ]
      return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as {
        total: { text: string }
        figures: { text: string }[][]
      }
    }
    const bySex = tabulate('--measure', 'to-work-or-study', '--rows', 'sex')
    expect(plain(bySex.total.text)).toBe(outcome)
    expect(bySex.figures.map(([figure]) => plain(figure!.text))).toEqual([women, men])
    expect(digits(tabulate('--measure', 'participations').total.text)).toBe(participations)
    expect(digits(tabulate('--measure', 'exits').total.text)).toBe(exits)
  }
})

test('and so does SQL written by hand, with the noise worked out by hand as well', async () => {
  expect(shown.size).toBe(3)
  await server.stop()
  const database = openEmbedded(join(server.folder, 'db'))
  try {
    const stored = await database.queries.selectFrom('perturbation_table').selectAll().executeTakeFirstOrThrow()
    const table = { ...stored, maxDeviation: stored.max_deviation, rows: stored.shifts }
    for (const { id, outcome, women, men, participations, exits } of shown.values()) {
      const rows = await countedByHand(database, id)
      const number = (what: 'inperiod' | 'exits' | 'success', sex?: string): number => {
        const counted = rows.filter((row) => row.what === what && (sex === undefined || row.sex === sex))
        const count = counted.reduce((sum, { n }) => sum + Number(n), 0)
        return perturb(table, count, cellKey(counted.map(({ key }) => Number(key) % 2 ** 32)))
      }
      const share = (text: string): string =>
        plain(text)
          .split(' (')[0]!
          .replace(/(\d) (?=\d)/g, '$1')
      const written = (sex?: string): string => `≈${Math.min(number('success', sex), number('exits', sex))} av ≈${number('exits', sex)}`
      expect([participations, exits]).toEqual([String(number('inperiod')), String(number('exits'))])
      expect([share(outcome), share(women), share(men)]).toEqual([written(), written('woman'), written('man')])
    }
  } finally {
    await database.close()
  }
})

/** By sex and for each number, how many and the sum of the first four bytes of SHA-256 of seed and participation. */
async function countedByHand(database: Database, intervention: string): Promise<{ what: string; sex: string; n: string; key: string }[]> {
  const { rows } = await sql<{ what: string; sex: string; n: string; key: string }>`
    with held as (
      select v.*, ('x' || substr(encode(sha256(s.seed || uuid_send(p.id)), 'hex'), 1, 8))::bit(32)::bigint as key,
        exit_date between ${`${MONTHS.from}-01`} and ${`${MONTHS.to}-31`} as exits
      from participation_version v join participation p on p.controller_id = v.controller_id and p.id = v.participation_id cross join noise_seed s
      where v.current and coalesce(exit_reason, '') <> 'felregistrering' and p.intervention_id = ${intervention})
    select 'inperiod' as what, sex, count(*) as n, sum(key) as key from held
      where entry_date <= ${`${MONTHS.to}-31`} and (exit_date is null or exit_date >= ${`${MONTHS.from}-01`}) group by sex
    union all
    select 'exits', sex, count(*), sum(key) from held where exits group by sex
    union all
    select 'success', sex, count(*), sum(key) from held where exits and
      coalesce(work_extent_after, case when occupation_after in ('work', 'workAndStudies') then 1 else 0 end) +
      coalesce(study_extent_after, case when occupation_after in ('studies', 'workAndStudies') then 1 else 0 end) > 0 group by sex`.execute(
    database.queries,
  )
  return rows
}
