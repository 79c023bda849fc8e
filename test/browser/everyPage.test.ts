import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startDemo, type DemoServer } from './demoServer.ts'
import { seriousFindings, sidewaysScroll, signedIn, startBrowser } from './pages.ts'
import { setUpAddress } from '../../src/access/oneTimeAddress.ts'

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

/** Goes to a page and waits until it has shown what it fetches. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(server.address + path, { waitUntil: 'networkidle' })
  await page.getByRole('heading', { level: 1 }).waitFor()
}

async function associationOf(page: Page): Promise<string> {
  await open(page, '/importera')
  return (await page
    .getByRole('link', { name: /^Exempelförbundet/ })
    .first()
    .getAttribute('href'))!
}

async function interventionOf(page: Page, association: string): Promise<string> {
  await open(page, association)
  return (await page.locator('table a[href^="/insatser/"]').first().getAttribute('href'))!
}

async function structuralOf(page: Page): Promise<string> {
  const answer = await page.request.get(`${server.address}/api/interventions`)
  const all = (await answer.json()) as { id: string; orientation: string; associations: { name: string }[] }[]
  const found = all.find((one) => one.orientation === 'structural' && one.associations.some(({ name }) => name === 'Exempelförbundet Norr'))
  return `/insatser/${found!.id}`
}

test('the language chosen is kept when a page is opened anew, and each page has a title of its own', async () => {
  const { page } = await signedIn(browser, server.address, 'Nora Testlund')
  await page.getByRole('button', { name: 'English' }).click()
  for (const [path, title] of [
    ['/forbund', 'Coordination associations in Sweden – Samlad'],
    ['/uppfoljning', 'Follow-up – Samlad'],
  ] as const) {
    await open(page, path)
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await page.title()).toBe(title)
  }
  await page.context().close()
})

test('the page of the set-up link says what it is for to one who comes without a link', async () => {
  const { page } = await signedIn(browser, server.address, 'Nora Testlund')
  await open(page, '/kom-igang')
  await page.getByText('Du är redan inloggad').waitFor()
  expect(await page.locator('form').count()).toBe(0)
  await page.context().close()
})

test('the secret of the set-up link is in no address that is asked for, and gone from the address bar once it has been read', async () => {
  const { page } = await signedIn(browser, server.address, 'Nora Testlund')
  const secret = 'a'.repeat(48)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(setUpAddress(server.address, secret))
  await page.locator('#name').waitFor()
  expect(page.url()).toBe(`${server.address}/kom-igang`)
  expect(asked.length).toBeGreaterThan(3)
  expect(asked.filter((address) => address.split('#')[0]!.includes(secret))).toEqual([])
  await page.context().close()
})

async function finsamOf(page: Page): Promise<string> {
  await open(page, '/rapporter?from=2024-01&to=2024-12')
  return (await page.getByRole('link', { name: /Uppföljning Finsam/ }).getAttribute('href'))!
}

async function recordOf(page: Page): Promise<string> {
  await open(page, '/mina-insatser')
  return (await page.locator('a.code[href^="/deltaganden/"]').first().getAttribute('href'))!
}

describe('at 390 and 1280 px', () => {
  const office = [
    '/',
    '/forbund',
    '/insatser',
    '/insatser/ny',
    '/metoder',
    '/exempel',
    '/importera',
    'own',
    'own/ar/2024',
    'own/medlemsbidrag',
    'own/tank-om',
    'own/ekonomi',
    'own/budget',
    'own/medel',
    'own/uppdrag',
    'own/overtagande',
    '/overtagande',
    '/overtagande?visa=regions',
    '/lardomar',
    '/lardomar?q=betala&beslut=end',
    'own/ansokningar',
    'own/behov',
    'own/att-gora',
    '/konto/e-post',
    'own/stanga-ar',
    '/rapporteringslage',
    '/rapporteringslage?ar=2025',
    'shares',
    'events',
    'fidelity',
    'registered',
    'finsam',
  ]
  const others = [
    [
      'Disa Testberg',
      [
        '/mina-insatser',
        '/mina-insatser/ny',
        '/anonyma',
        '/kvalitet',
        'record',
        'record?gor=exit',
        'record?gor=contact',
        'record?gor=correct',
        'record?gor=strip',
        '/importera',
        '/uppfoljning',
        '/insatser',
      ],
    ],
    ['Edvin Demolund', ['/laget', '/gallring', '/samtycke']],
    ['Greta Provgren', ['/laget', '/kvalitet']],
    ['Malin Exempelmo', ['/medlem']],
    [
      'Nora Testlund',
      [
        '/uppfoljning',
        '/kvalitet/over-tid',
        '/tabell',
        '/rapporter',
        '/rapporter?report=standard&compare=association',
        '/rapporter?report=interventions&place=association:exempelforbundet-norr',
        '/rapporter?report=costs',
        '/rapporter?report=nation',
        '/uppfoljning/mot-grupp',
        '/uppfoljning/omraden',
        '/rapporteringslage',
        '/fordelning',
        '/uppfoljning?place=nation&place2=nation&from=2023-01&to=2023-12&from2=2024-01&to2=2024-12',
        '/forbund',
      ],
    ],
    [
      'Edvin Demolund',
      [
        '/dataansvar',
        '/dataansvar/uppfoljningar',
        '/dataansvar/registrering',
        '/dataansvar/personnummer',
        '/dataansvar/uttag',
        '/dataansvar/esf',
        '/uppfoljning/mot-grupp/egna',
        '/personal',
        '/konto',
      ],
    ],
    ['Sixten Provdrift', ['/behorigheter']],
    ['Lovisa Provberg', ['/publiceringar', '/publiceringar/ny?ar=2025&manad=8', '/rapporteringslage', '/statistik', '/statistik/pengar']],
    ['Hugo Fiktivsson', ['/uppfoljning', '/', '/konto', '/rapporteringslage']],
  ] as const

  test.each([['Berit Exempelius', office] as const, ...others])(
    '%s sees every page marked as invented, without sideways scroll or serious findings',
    async (person, paths) => {
      const { page, complaints } = await signedIn(browser, server.address, person, 390)
      const own = paths.some((path) => path.startsWith('own')) ? await associationOf(page) : ''
      const record = paths.some((path) => path.startsWith('record')) ? await recordOf(page) : ''
      for (const path of paths) {
        const address: Record<string, () => Promise<string>> = {
          shares: async () => `${await interventionOf(page, own)}/andelar`,
          finsam: async () => finsamOf(page),
          registered: async () => `${await interventionOf(page, own)}/huvudutfall`,
          fidelity: async () => `${await interventionOf(page, own)}/programtrohet`,
          events: async () => `${await structuralOf(page)}/handelser`,
        }
        await open(page, (await address[path]?.()) ?? path.replace(/^own/, own).replace(/^record/, record))
        expect(await page.locator('.demo-band').innerText(), path).toContain('PÅHITTADE DATA')
        expect(await sidewaysScroll(page), path).toBeLessThanOrEqual(0)
        // Looked at where it is narrowest: targets lie closest there, and what is folded away is folded.
        expect(await seriousFindings(page), path).toEqual([])
        // The same page in a wide window, as when a tablet is turned: opening all of them twice took half of the time.
        await page.setViewportSize({ width: 1280, height: 900 })
        await expect.poll(() => sidewaysScroll(page), { message: path }).toBeLessThanOrEqual(0)
        await page.setViewportSize({ width: 390, height: 900 })
      }
      expect(complaints).toEqual([])
      await page.context().close()
    },
  )
})

describe('with the keyboard alone', () => {
  test('one signs in, chooses a place and opens what a figure means', async () => {
    const page = await browser.newPage()
    await page.goto(`${server.address}/logga-in`, { waitUntil: 'networkidle' })
    await tabTo(page, /Nora Testlund/)
    await page.keyboard.press('Enter')
    await page.getByText('Inloggad som Nora Testlund').waitFor()
    await tabTo(page, /^Uppföljning$/)
    await page.keyboard.press('Enter')
    await page.getByRole('combobox', { name: 'Plats' }).waitFor()
    await tabTo(page, /Plats/)
    await page.keyboard.type('Exempelregion A')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByText(/Visar Exempelregion A/).waitFor()
    await tabTo(page, /Vad betyder talet/)
    await page.keyboard.press('Enter')
    await page
      .getByText(/Deltaganden som pågick någon gång under perioden/)
      .filter({ visible: true })
      .waitFor()
    await page.close()
  })

  test('the map is walked by arrows and says each tile aloud', async () => {
    const page = await browser.newPage()
    await page.goto(`${server.address}/forbund`, { waitUntil: 'networkidle' })
    const names = new Set<string>()
    await page.locator('svg g[tabindex="0"]').focus()
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowUp']) {
      await page.keyboard.press(key)
      names.add((await page.evaluate(() => document.activeElement?.querySelector('title')?.textContent)) ?? '')
    }
    expect(names.size).toBeGreaterThanOrEqual(3)
    expect([...names].every((name) => /^.+: .+$/.test(name))).toBe(true)
    await page.close()
  })
})

/** Presses Tab until what has the focus is called as wanted; fails after 60 presses. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let press = 0; press < 60; press++) {
    await page.keyboard.press('Tab')
    const found = await page.evaluate(() => {
      const one = document.activeElement as HTMLElement | null
      const label = one?.id ? document.querySelector(`label[for="${one.id}"]`)?.textContent : undefined
      return label ?? one?.textContent ?? ''
    })
    if (name.test(found.trim())) return
  }
  expect.fail(`Tab never came to ${name}`)
}

test('an association’s office may drop no list of persons, and nothing of it is sent', async () => {
  const { page } = await signedIn(browser, server.address, 'Berit Exempelius')
  await open(page, '/importera')
  const sent: string[] = []
  page.on('request', (request) => request.method() !== 'GET' && sent.push(request.url()))
  const list = 'Namn;Start;Född;Kön\nTolvan Testsson;2024-01-02;1985;Kvinna\nElvan Testsson;2024-02-03;1990;Man\n'
  await page.locator('input[type=file]').setInputFiles({ name: 'lista.csv', mimeType: 'text/csv', buffer: Buffer.from(list) })
  await page.getByText('Filen innehåller uppgifter om enskilda. Be insatsägaren att läsa in den.').waitFor()
  expect(sent).toEqual([])
  await page.context().close()
})

test('pictures and tables are downloaded with PÅHITTADE DATA in them', async () => {
  const { page } = await signedIn(browser, server.address, 'Nora Testlund')
  await open(page, '/uppfoljning')
  const download = async (name: 'CSV' | 'XLSX' | 'SVG' | 'PNG'): Promise<Buffer> => {
    const coming = page.waitForEvent('download')
    await page
      .getByRole('button', { name: new RegExp(`${name}`) })
      .first()
      .click()
    const chunks: Buffer[] = []
    for await (const chunk of await (await coming).createReadStream()) chunks.push(chunk as Buffer)
    return Buffer.concat(chunks)
  }
  expect((await download('CSV')).toString('utf8')).toContain('PÅHITTADE DATA')
  expect((await download('SVG')).toString('utf8')).toContain('PÅHITTADE DATA')
  expect((await download('PNG')).subarray(1, 4).toString()).toBe('PNG')
  expect((await download('XLSX')).subarray(0, 2).toString()).toBe('PK')
  await page.context().close()
})
