import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { notAnEffect } from '../../src/effects/claimWords.ts'
import { hasReference, outside } from '../reference.ts'
import { startDemo, type DemoServer } from './demoServer.ts'
import { compare, csv, declare, drop, kept, listen, open, telling, use, type Dropped } from './ownFile.ts'
import { pagesOf } from '../../src/statistics/reports/files/pdfFile.ts'
import { everyWord, saysEffect } from './pageWords.ts'
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

/** A made file in which the outcome goes with a background, some start, and every number can be told from all others. */
function madeFile(n: number, gain: number): string {
  let seed = 7
  const random = (): number => (seed = (seed * 16807) % 2147483647) / 2147483647
  const rows = Array.from({ length: n }, (_, at) => {
    const background = 40 + 10 * random()
    const started = random() < 0.4 ? 1 : 0
    const before = background + 4 * random()
    const after = before + gain * started + 4 * random()
    return [started, after.toFixed(7), background.toFixed(7), before.toFixed(7), at % 2 ? 'Kvinna' : 'Man'].join(';').replaceAll('.', ',')
  })
  return ['startade;sedan;bakgrund;innan;kön', ...rows].join('\r\n')
}
const roles = { startade: 'treated', sedan: 'outcome', bakgrund: 'covariate', innan: 'placebo', kön: 'covariate' }
const made = csv('egen.csv', madeFile(300, 6))

describe('a file with values of its own', () => {
  test('would be seen if any of it were sent, by a page or its worker', async () => {
    const { page } = await signedIn(browser, server.address, 'Nora Testlund')
    const told = listen(page.context())
    await page.evaluate(() => fetch('/api/one?value=1234567'))
    await page.evaluate(() => fetch('/api/two', { method: 'POST', body: '2345678', headers: { 'x-samlad': '3456789' } }))
    const script = "fetch('/api/three?value=4567890').finally(() => postMessage(1))"
    await page.route('**/probe.js', (route) => route.fulfill({ contentType: 'text/javascript', body: script }))
    await page.evaluate(() => new Promise((resolve) => (new Worker('/probe.js').onmessage = resolve)))
    const everything = await told()
    expect(['1234567', '2345678', '3456789', '4567890'].filter((value) => !everything.includes(value))).toEqual([])
    await page.context().close()
  })
  test('is read and compared where no request can be made at all', async () => {
    const { page, complaints } = await signedIn(browser, server.address, 'Disa Testberg')
    const told = listen(page.context())
    await open(page, server.address)
    // The worker's script is fetched with the first file; from then on there is no network.
    await drop(page, 0, csv('tom.csv', 'a;b\n1;2\n0;3\n'))
    await page.context().setOffline(true)
    await drop(page, 0, made)
    await use(page, roles)
    await declare(page)
    await compare(page)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Effekt mot en jämförelsegrupp')
    // As many again who started and stand in no file: then it is none, and the word is gone.
    await page.getByLabel('Startade, men finns inte i filen').fill('150')
    await page.getByRole('heading', { level: 1, name: 'Mot en jämförelsegrupp' }).waitFor()
    expect(await saysEffect(page)).toEqual([])
    await page.context().setOffline(false)
    const everything = (await told()) + (await kept(page))
    const values = telling(made.buffer.toString())
    expect(values.length).toBeGreaterThan(800)
    expect(values.filter((value) => everything.includes(value))).toEqual([])
    expect(everything).not.toContain('Provinsatsen')
    expect(complaints).toEqual([])
    await page.context().close()
  })

  describe.each([1280, 390])('at %i px', (width) => {
    test.each([
      ['is called an effect when every check holds', 'Effekt'],
      ['is only a difference when one does not', 'Jämförelse'],
    ] as const)('%s, in both languages', async (_, claim) => {
      const { page, complaints } = await signedIn(browser, server.address, 'Nora Testlund', width)
      await open(page, server.address)
      await drop(page, 0, made)
      await use(page, roles)
      if (claim === 'Effekt') await declare(page)
      await demandSound(page, 'against-columns', width)
      expect(await saysEffect(page)).toEqual([])
      await compare(page)
      expect(await page.locator('p.claim strong').innerText()).toBe(claim)
      for (const summary of await page.locator('details.as-table > summary').all()) await summary.click()
      expect(await page.locator('figure.chart svg').count()).toBe(await page.locator('figure.chart table').count())
      for (const language of ['Svenska', 'English']) {
        if (language === 'English') await page.getByRole('button', { name: 'English' }).click()
        expect((await saysEffect(page)).length > 0).toBe(claim === 'Effekt')
        expect(await everyWord(page)).not.toMatch(/signifi[ck]an|⟦/i)
      }
      await demandSound(page, `against-${claim}`, width)
      expect(complaints).toEqual([])
      await page.context().close()
    })
  })
})

/** The made file with an outcome of yes or no, of which every sixth is not known. */
const asShares = csv(
  'andelar.csv',
  made.buffer
    .toString()
    .split('\r\n')
    .map((line, at) => {
      const [started, after, ...rest] = line.split(';')
      if (at === 0) return line
      return [started, at % 6 === 0 ? '' : Number(Number(after!.replace(',', '.')) > 51), ...rest].join(';')
    })
    .join('\r\n'),
)

describe.each([1280, 390])('an outcome of yes or no, at %i px', (width) => {
  test('has those not reached with a slider, cost and value with prices, and a report in Word and PDF, none of which is sent', async () => {
    const { page, complaints } = await signedIn(browser, server.address, 'Edvin Demolund', width)
    const told = listen(page.context())
    await open(page, server.address)
    await drop(page, 0, asShares)
    await use(page, { ...roles, innan: 'covariate' })
    await declare(page)
    await compare(page)
    // Without a placebo it is no effect, and nothing but the break-even difference is money.
    expect(await page.locator('p.claim strong').innerText()).toBe('Jämförelse')
    await page.getByText('Om grupperna gick lika redan före start: inget utfall före start').waitFor()
    await page.getByText('alltså januari 2023–november 2024').waitFor()
    await page.getByRole('row', { name: /^De som startade .* kan följas/ }).waitFor()
    const slider = page.getByRole('slider', { name: 'Hur mycket sämre gick det för dem vi inte nådde?' })
    const before = await page.locator('output').innerText()
    await slider.fill('0')
    expect(await page.locator('output').innerText()).toContain('Ingen av dem nådde utfallet.')
    expect(await page.locator('output').innerText()).not.toBe(before)
    await page.getByLabel('Startade, men finns inte i filen').fill('500')
    await page.getByText('under 60 % är följda: bara gränserna visas').waitFor()
    await page.getByLabel('Insatsens kostnad, kronor').fill('9 870 654')
    await page.getByLabel('Kronor per år, 1').fill('187 654')
    await page.getByText('Rad 1 räknas inte').waitFor()
    await page.getByLabel('Källa, 1').fill('Påhittad källa')
    await page.getByLabel('Prisår, 1').fill('2025')
    await page.getByText(/För att gå jämnt upp för samhället behöver [\d,]+ fler av 100/).waitFor()
    await page.getByText('Kostnad per extra utfall och nettovärde visas inte').waitFor()
    await demandSound(page, 'against-shares', width)
    for (const language of ['svenska', 'engelska']) {
      const downloading = page.waitForEvent('download')
      await page.getByRole('button', { name: `Word (${language})` }).click()
      const text = strFromU8(unzipSync(readFileSync(await (await downloading).path()))['word/document.xml']!)
      expect(text).toContain('Påhittad källa')
      expect(notAnEffect.reduce((rest, allowed) => rest.replaceAll(allowed, ''), text)).not.toMatch(/effe[ck]t|⟦/i)
    }
    for (const language of ['svenska', 'engelska']) {
      const downloading = page.waitForEvent('download')
      await page.getByRole('button', { name: `PDF (${language})` }).click()
      const bytes = readFileSync(await (await downloading).path())
      expect([bytes.subarray(0, 5).toString(), pagesOf(bytes) > 1]).toEqual(['%PDF-', true])
    }
    const everything = (await told()) + (await kept(page))
    const values = [...telling(asShares.buffer.toString()), '9870654', '9 870 654', '187654', '187 654', 'Provinsatsen']
    expect(values.filter((value) => everything.includes(value))).toEqual([])
    expect(complaints).toEqual([])
    await page.context().close()
  })
})

describe('what has been chosen', () => {
  test('stays when the file has a fault, which is told by column and row, and when it is dropped again', async () => {
    const { page } = await signedIn(browser, server.address, 'Nora Testlund')
    await open(page, server.address)
    const lines = made.buffer.toString().split('\r\n')
    await drop(page, 0, csv('trasig.csv', lines.with(4, lines[4]!.replace(/^([^;]*;[^;]*;)[^;]*/, '$1okänt')).join('\r\n')))
    await use(page, roles)
    await declare(page)
    await page.getByRole('button', { name: 'Jämför', exact: true }).click()
    await page.getByText('trasig.csv, kolumn bakgrund, rad 5:').waitFor()
    await drop(page, 0, made)
    expect(await page.getByRole('combobox', { name: 'innan', exact: true }).inputValue()).toBe('placebo')
    expect(await page.locator('#against-rule').inputValue()).toBe('första mötet')
    await compare(page)
    await page.getByRole('button', { name: 'Ändra val' }).click()
    expect(await page.getByRole('combobox', { name: 'kön', exact: true }).inputValue()).toBe('covariate')
    await page.context().close()
  })
  test('stays when reading is stopped', async () => {
    const { page } = await signedIn(browser, server.address, 'Nora Testlund')
    await open(page, server.address)
    await drop(page, 0, made)
    await use(page, roles)
    await page
      .locator('input[type=file]')
      .nth(0)
      .setInputFiles(csv('stor.csv', madeFile(150_000, 6)))
    await page.getByRole('button', { name: 'Avbryt' }).click()
    await page.getByText('Avbrutet. Det du har valt finns kvar.').waitFor()
    expect(await page.getByRole('combobox', { name: 'sedan', exact: true }).inputValue()).toBe('outcome')
    await compare(page)
    await page.context().close()
  })
})

test('those without the right are told so, and others’ pages do not fetch its script', async () => {
  const { page } = await signedIn(browser, server.address, 'Berit Exempelius')
  const told = listen(page.context())
  await page.goto(`${server.address}/uppfoljning`, { waitUntil: 'networkidle' })
  expect(await told()).not.toMatch(/AgainstGroup|comparisonWorker/)
  await open(page, server.address)
  await page.getByText('Det kräver personuppgiftsansvarig').waitFor()
  expect(await page.locator('input[type=file]').count()).toBe(0)
  expect(await told()).not.toMatch(/comparisonWorker/)
  await page.context().close()
})

describe.skipIf(!hasReference('effects'))(outside('effects', 'LaLonde’s data'), () => {
  const folder = join(process.env.SAMLAD_REFERENCE ?? '../shared/reference', 'effects')
  const file = (name: string): Dropped => ({ name, mimeType: 'text/csv', buffer: readFileSync(join(folder, name)) })
  const background = ['age', 'educ', 'black', 'hisp', 'marr', 'nodegree', 're74'].map((name) => [name, 'covariate'])
  const columns = { treat: 'treated', re78: 'outcome', re75: 'placebo', ...(Object.fromEntries(background) as Record<string, string>) }
  test.each([
    ['the experiment passes the gate', ['nsw_dw.csv'], 'Effekt', /1.797 mer \(kan vara från 477 mer till 3.118 mer\)/],
    ['the survey is refused', ['nsw_dw.csv', 'cps1_controls.csv'], 'Jämförelse', /1.274 mer/],
  ] as const)('%s, and no row leaves the browser', async (_, names, claim, said) => {
    const { page, complaints } = await signedIn(browser, server.address, 'Nora Testlund')
    const told = listen(page.context())
    await open(page, server.address)
    const files = names.map(file)
    for (const [place, one] of files.entries()) await drop(page, place as 0 | 1, one)
    await use(page, columns)
    await declare(page)
    await compare(page)
    expect(await page.locator('p.claim strong').innerText()).toBe(claim)
    expect(await page.locator('.answer .first').innerText()).toMatch(said)
    expect((await saysEffect(page)).length > 0).toBe(claim === 'Effekt')
    if (claim === 'Jämförelse') {
      await page.getByText('Skillnad mellan grupper (inte tolkbar som effekt)').first().waitFor()
      expect(await page.getByRole('row', { name: /^Skillnad redan före start/ }).innerText()).toContain('håller inte')
    }
    const everything = (await told()) + (await kept(page))
    const values = telling(files.map(({ buffer }) => buffer.toString()).join('\n'))
    expect(values.length).toBeGreaterThan(300)
    expect(values.filter((value) => everything.includes(value))).toEqual([])
    expect(complaints).toEqual([])
    await page.context().close()
  })
})
