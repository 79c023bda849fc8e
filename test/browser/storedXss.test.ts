import type { APIResponse, Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { textFields } from '../textFields.ts'
import { startDemo, type DemoServer } from './demoServer.ts'
import { signedIn, startBrowser } from './pages.ts'
import { isOther, registrationTexts, stored } from './textsShown.ts'
import { writeApplication } from './writeApplications.ts'
import { moneyPages, writeContributions } from './writeContributions.ts'
import { writeFidelity } from './writeFidelity.ts'
import { stockholmDate } from '../../src/values/civilDate.ts'

/** Text that would run as a script or as a template, written into every field that takes text, and every page that shows it. */
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

/** A payload that tells by its number which field it was written into. */
const payload = (field: string): string => `"><img src=x onerror=window.struck=1>{{7*${stored.indexOf(field) + 70}}}`
const mark = (field: string): string => `{{7*${stored.indexOf(field) + 70}}}`

test('every field that takes text is written into here, or has its reason not to', () => {
  const fields = textFields()
  expect(fields.length).toBeGreaterThan(40)
  expect(stored.filter((field) => !fields.includes(field))).toEqual([])
  expect(fields.filter((field) => !stored.includes(field) && !isOther(field))).toEqual([])
})

interface Places {
  associationId: string
  slug: string
  intervention: string
  structural: string
  controllerId: string
}

async function send(page: Page, method: 'POST' | 'PUT', path: string, data: unknown): Promise<APIResponse> {
  const answer = await page.request.fetch(server.address + path, { method, data, headers: { 'x-samlad': '1' } })
  expect([path, answer.status(), answer.ok() ? '' : await answer.text()]).toEqual([path, 200, ''])
  return answer
}

async function placesOf(page: Page): Promise<Places> {
  const all = (await (await page.request.get(`${server.address}/api/interventions`)).json()) as {
    id: string
    name: string
    orientation: string
    ownerId: string
    associations: { id: string; slug: string; name: string }[]
  }[]
  const home = all.filter((one) => one.associations[0]!.name === 'Exempelförbundet Norr' && one.associations.length === 1)
  const plain = home.find(({ name }) => name === 'Stora Bron Norr 5')!
  const structural = home.find(({ orientation }) => orientation === 'structural')!
  const { id: associationId, slug } = plain.associations[0]!
  return { associationId, slug, intervention: plain.id, structural: structural.id, controllerId: plain.ownerId }
}

async function writeAsOffice(page: Page, { associationId, intervention, structural }: Places): Promise<void> {
  const root = `/api/associations/${associationId}`
  const fields = (await (await page.request.get(`${server.address}/api/interventions/${intervention}`)).json()) as Record<string, unknown>
  const known = ['id', 'fictive', 'ownerName', 'associations']
  const kept = Object.fromEntries(Object.entries(fields).filter(([key]) => !known.includes(key)))
  const texts = Object.fromEntries(
    ['name', 'description', 'fidelityInstrument', 'units', 'fewPartiesReason'].map((key) => [key, payload(`changeIntervention.${key}`)]),
  )
  await send(page, 'PUT', `${root}/interventions/${intervention}`, { ...kept, ...texts })
  const figure = { year: 2010, measure: 'participants', women: null, men: null, total: 4711 }
  const row = {
    ...figure,
    interventionName: payload('recordHistoricFigures.rows[].interventionName'),
    source: payload('recordHistoricFigures.rows[].source'),
  }
  await send(page, 'POST', `${root}/historic-figures`, { rows: [row] })
  const event = { heldOn: '2015-03-02', kind: 'training', name: payload('recordEvent.name'), days: 1, participants: 3, parties: ['region'] }
  const run = (await (await page.request.get(`${server.address}/api/interventions/${structural}`)).json()) as { startDate: string }
  await send(page, 'POST', `${root}/interventions/${structural}/events`, { ...event, heldOn: run.startDate })
}

/** Approves a year of one of the associations and opens it again, so that what was entered before stays open. */
async function approveAsOffice(page: Page, { associationId }: Places): Promise<void> {
  const root = `/api/associations/${associationId}/reporting`
  const period = { year: 2012, month: 12 }
  await send(page, 'POST', `${root}/approvals`, { ...period, step: 0, note: payload('approvePeriod.note') })
  await send(page, 'POST', `${root}/reopenings`, { ...period, step: 1, note: payload('reopenPeriod.note') })
}

async function writeAsSteward(page: Page, { controllerId, intervention }: Places): Promise<void> {
  const root = `/api/controllers/${controllerId}`
  await send(page, 'POST', `${root}/consent-texts`, { texts: [{ language: 'sv', body: payload('publishConsentTexts.texts[].body') }] })
  const decision = { decision: payload('setRetention.decision'), decisionDate: '2026-01-01', months: null }
  await send(page, 'PUT', `${root}/retention`, decision)
  const basis = Object.fromEntries(registrationTexts.map((field) => [field, payload(`openRegistration.${field}`)]))
  await send(page, 'PUT', `${root}/registration`, { ...basis, ground: 'consent', decisionDate: '2026-01-01' })
  const person = {
    ...{ kind: 'new', id: 'struck.staff', name: payload('appoint.person.name'), claimValue: payload('appoint.person.claimValue') },
  }
  const today = stockholmDate(new Date())
  await send(page, 'POST', `${root}/staff`, { person, role: 'caseworker', interventionIds: [intervention], from: today, to: null })
  const sending = {
    ...{ fileName: payload('startImport.fileName'), contentHash: '0'.repeat(64), interventionIds: [intervention] },
    ...{ withoutGround: 'anonymous', referenceReach: 'controller' },
  }
  const started = (await (await send(page, 'POST', `${root}/imports`, sending)).json()) as { importId: string }
  await send(page, 'POST', `${root}/imports/${started.importId}/rows`, {
    ...{ number: 0, rows: [], anonymous: [{ row: 2, sex: 'woman', fromYear: 2024, toYear: 2024, intervention }] },
  })
  await page.request.fetch(`${server.address}${root}/imports/${started.importId}/commit`, {
    method: 'POST',
    data: { likelyDuplicates: 'skip', anonymous: 'count', mapping: {} },
    headers: { 'x-samlad': '1' },
  })
}

/** Begins a publication; gives its page. */
async function writeAsPublisher(page: Page): Promise<string> {
  const policy = { threshold: 5, mode: 'la', zeros: true, groups: true, insiders: false, headlines: true }
  const tables = [{ population: 'exits', place: 'nation', region: false, by: ['sex'] }]
  const title = { sv: payload('createPublication.definition.title.sv'), en: '' }
  const body = { definition: { title, year: 2024, month: 12, tables, policy }, replaces: null, note: payload('createPublication.note') }
  const { id } = (await (await send(page, 'POST', '/api/publications', body)).json()) as { id: string }
  return `/publiceringar/${id}`
}

/** Saves a table under a name; gives its page. */
async function writeAsAnalyst(page: Page): Promise<string> {
  const question = { measures: ['exits'], rows: 'sex', columns: '', period: { kind: 'wholeYear' }, filters: [], sort: '', chart: '' }
  const id = '5c8f0f4e-3a3c-4b0e-9d3a-0d6f6b7b8c9d'
  await send(page, 'POST', '/api/saved-tables', { id, name: payload('saveTable.name'), question })
  const subjects = [{ id: payload('saveAllocationModel.subjects[].id'), supportMeasure: 1, population: 1 }]
  const rules = { frame: 1_000_000, base: 0, supportPercent: 75, brakeOn: false, brakePercent: 0, stairOn: false, stair: [], capOn: false }
  const [name, note] = [payload('saveAllocationModel.name'), payload('saveAllocationModel.note')]
  await send(page, 'POST', '/api/allocation-models', { id, name, note, year: 2027, rules, subjects, invented: true })
  return `/tabell/${id}`
}

async function writeAsSystem(page: Page): Promise<void> {
  const person = {
    ...{ kind: 'new', id: 'struck.office', name: payload('grantRole.person.name'), claimValue: payload('grantRole.person.claimValue') },
    employer: { kind: 'none' },
  }
  const today = stockholmDate(new Date())
  await send(page, 'POST', '/api/administration/roles', { person, role: 'nationalAnalyst', placeId: null, from: today, to: null })
}

/** Opens pages and tells which payloads they show as text. Fails when one has run, or stands in the page as an element. */
async function visit(page: Page, paths: readonly string[]): Promise<string> {
  let shown = ''
  for (const path of paths) {
    await page.goto(server.address + path, { waitUntil: 'networkidle' })
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)))
    expect(await page.evaluate(() => (window as { struck?: number }).struck), path).toBe(undefined)
    expect(await page.locator('img[src="x"]').count(), path).toBe(0)
    const values = await page.evaluate(() =>
      [...document.querySelectorAll('input, textarea')].map((one) => (one as HTMLInputElement).value),
    )
    shown += (await page.locator('body').innerText()) + values.join('\n') + (await page.title())
  }
  return shown
}

test('text that would run stands as text on every page, for every role, and runs on none', async () => {
  const sessions = new Map<string, Page>()
  const complaints: string[] = []
  for (const person of [
    'Berit Exempelius',
    'Edvin Demolund',
    'Sixten Provdrift',
    'Disa Testberg',
    'Greta Provgren',
    'Nora Testlund',
    'Lovisa Provberg',
  ]) {
    const one = await signedIn(browser, server.address, person)
    one.page.on('dialog', () => complaints.push(`a dialog for ${person}`))
    one.page.on('console', (message) => message.text().includes('Content Security Policy') && complaints.push(message.text()))
    sessions.set(person, one.page)
  }
  const as = (person: string): Page => sessions.get(person)!
  const places = await placesOf(as('Berit Exempelius'))
  await writeAsOffice(as('Berit Exempelius'), places)
  await writeContributions(as('Berit Exempelius'), { address: server.address, associationId: places.associationId, payload })
  const application = await writeApplication(as('Berit Exempelius'), {
    address: server.address,
    associationId: places.associationId,
    payload,
  })
  const atIntervention = { associationId: places.associationId, interventionId: places.intervention }
  await writeFidelity(as('Berit Exempelius'), { address: server.address, ...atIntervention, payload })
  await approveAsOffice(as('Berit Exempelius'), places)
  await writeAsSteward(as('Edvin Demolund'), places)
  await writeAsSystem(as('Sixten Provdrift'))
  const saved = await writeAsAnalyst(as('Nora Testlund'))
  const publication = await writeAsPublisher(as('Lovisa Provberg'))

  const { slug, intervention, structural, controllerId } = places
  const own = `/forbund/${slug}`
  const shown = [
    await visit(as('Berit Exempelius'), [
      ...[
        own,
        ...moneyPages.map((page) => `${own}/${page}`),
        `${own}/ansokningar`,
        `${own}/ansokningar/${application}`,
        `${own}/ansokningar/${application}/esf`,
        `${own}/behov`,
        `${own}/ar/2010`,
        '/rapporteringslage?ar=2012',
        '/insatser',
        '/importera',
        `/insatser/${structural}/handelser`,
      ],
      ...[
        `/insatser/${intervention}`,
        `/insatser/${intervention}/andra`,
        `/insatser/${intervention}/andelar`,
        `/insatser/${intervention}/programtrohet`,
      ],
    ]),
    await visit(as('Edvin Demolund'), [
      ...['/personal', '/samtycke', `/samtycke/${controllerId}/sv`, '/gallring', '/logg', '/kvalitet', '/importera', '/laget', '/anonyma'],
      ...['/dataansvar/registrering', '/dataansvar/personnummer', '/dataansvar/uttag'],
    ]),
    await visit(as('Disa Testberg'), ['/mina-insatser', '/mina-insatser/ny', '/importera']),
    await visit(as('Greta Provgren'), ['/laget', '/kvalitet']),
    await visit(as('Nora Testlund'), [
      `/uppfoljning?place=intervention:${intervention}`,
      `/uppfoljning/over-tid?place=intervention:${intervention}`,
      '/uppfoljning',
      '/kvalitet/over-tid',
      '/tabell',
      saved,
      saved.replace('/tabell/', '/fordelning?modell='),
    ]),
    await visit(as('Sixten Provdrift'), ['/behorigheter']),
    await visit(as('Lovisa Provberg'), ['/publiceringar', publication]),
  ].join('\n')
  expect(stored.filter((field) => !shown.includes(mark(field)))).toEqual([])
  expect(complaints).toEqual([])
})
