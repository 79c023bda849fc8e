import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appoint } from '../src/access/staff/contract.ts'
import { stableId } from '../src/associations/register.ts'
import { endpoints } from '../src/endpoints.ts'
import { startImport } from '../src/participations/contract.ts'
import type { Participation } from '../src/participations/domain.ts'
import { makeExport } from '../src/participations/ownExport/contract.ts'
import { registerParticipation } from '../src/participations/register/contract.ts'
import { call, callStream, useTransport } from '../src/platform/call.ts'
import type { Database } from '../src/platform/database.ts'
import type { Endpoint } from '../src/platform/endpoint.ts'
import { buildWorld, TERMINAL_TOKEN, testApp, transportAs, world } from './api.ts'
import { testDatabase } from './database.ts'
import { importRow } from './participations.ts'

/**
 * What is another controller's answers exactly as what does not exist: the same status, the same body, the same time within the noise. Made of
 * the list of endpoints: each that names something of a controller's by its id.
 */
const [own, foreign] = world.controllers
const nowhere = '5c8f0f4e-3a3c-4b0e-9d3a-0d6f6b7b8c9d'
const named = endpoints.filter(({ path }) => /^\/api\/controllers\/:controllerId\/.*:/.test(path))
const { row: _row, ...participation } = importRow(1, { municipality: '9002' })
const contact = { date: '2026-11-01', reached: true, source: 'ownContact', changes: [] }
/** A body for each that would do, were the thing one's own: the refusal is then for nothing else. */
const bodies: Record<string, object> = {
  changeParticipation: { version: 1, participation },
  recordConsent: { givenOn: '2026-11-01', textVersion: null, language: null, how: 'oral', liftsSecrecy: false },
  recordContact: contact,
  changeContact: { ...contact, version: 1, withdrawn: false },
  setIdentity: { personnummer: '19850101-2380', hasProtectedIdentity: false },
  stripParticipation: { reason: 'withdrawal' },
  commitImport: { likelyDuplicates: 'skip', anonymous: 'skip', mapping: {} },
  addImportRows: { number: 0, rows: [], anonymous: [] },
  answerNomination: { accept: true },
  changeAssignment: { change: 'confirm' },
  endEmployment: { employedUntil: '2026-12-01' },
  setExitPoint: { months: 3, on: false },
}

let database: Database
const apps: FastifyInstance[] = []
/** What the other controller has, by the part of the address that names its kind. */
let theirs: Record<string, string>

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  await nextApp()
  theirs = await fillForeign(apps[0]!)
})
afterAll(async () => {
  for (const app of apps) await app.close()
  await database.close()
})

/** Each app counts calls from nought. */
async function nextApp(): Promise<FastifyInstance> {
  const app = await testApp(database, undefined, { accountKey: Buffer.alloc(32, 1) })
  apps.push(app)
  return app
}

async function fillForeign(app: FastifyInstance): Promise<Record<string, string>> {
  const params = { controllerId: foreign }
  const interventionIds = [world.interventions[1]]
  useTransport(transportAs(app, 'caseworker.2'))
  const body = { interventionId: world.interventions[1], participation: participation as Participation, samePersonAs: null }
  const { id } = await call(registerParticipation, { params, body })
  const list = { fileName: 'a.xlsx', contentHash: 'a'.repeat(64), interventionIds, withoutGround: 'block', referenceReach: 'controller' }
  const started = await call(startImport, { params, body: list as never })
  useTransport(transportAs(app, 'controlleradmin.2'))
  let exported = ''
  await callStream(makeExport, { params, body: { identities: false } }, (line) => void (exported = line.export?.id ?? exported))
  const person = { kind: 'new', id: 'ny.2', name: 'Ny Provgren', claimValue: null } as const
  const { waiting } = await call(appoint, { params, body: { person, role: 'caseworker', interventionIds, from: '2026-11-22', to: null } })
  const assignments = stableId('test caseworker.2')
  return {
    participations: id,
    imports: started.importId!,
    exports: exported,
    nominations: waiting[0]!.id,
    assignments,
    people: 'caseworker.2',
    handover: world.interventions[1],
    'exit-points': world.interventions[1],
  }
}

/** The kind of thing that an endpoint names, as its address has it. */
const kindOf = ({ path }: Endpoint): string => /\/([a-z-]+)\/:\w+[^:]*$/.exec(path.replace(/\/contacts\/:\w+$/, ''))![1]!
/** The first of its roles that may call it, at the controller `own`. */
const callerOf = ({ permission }: Endpoint): string => `${(permission as { roles: readonly string[] }).roles[0]!.toLowerCase()}.1`

function ask(app: FastifyInstance, endpoint: Endpoint, controllerId: string, id: string) {
  const url = endpoint.path.replace(/:(\w+)/g, (_, name: string) => ({ controllerId, contactId: nowhere })[name] ?? id)
  const headers = { 'x-samlad': '1', authorization: `Bearer ${TERMINAL_TOKEN}`, 'x-samlad-as': callerOf(endpoint) }
  return app.inject({ method: endpoint.method, url, headers, ...(endpoint.body && { payload: bodies[endpoint.name]! }) })
}

/** Another's and none, in one's own place and in the other's, with ids of the same length. */
function pairs(endpoint: Endpoint): [controllerId: string, id: string][] {
  const id = theirs[kindOf(endpoint)]!
  const none = id.includes('-') ? nowhere : 'nobody.of.us'
  return [
    [own, id],
    [own, none],
    [foreign, id],
    [foreign, none],
    [nowhere, none],
  ]
}

const MOST = 2
/** How often the fastest median goes into the slowest, of those in one's own place and of those elsewhere. Asked turn about, so that a busy machine strikes all alike. */
async function ratios(endpoint: Endpoint, rounds: number): Promise<number[]> {
  const app = await nextApp()
  const cases = pairs(endpoint)
  const times = cases.map((): number[] => [])
  for (let round = -1; round < rounds; round++) {
    for (const [at, [controllerId, id]] of cases.entries()) {
      const began = performance.now()
      await ask(app, endpoint, controllerId, id)
      if (round >= 0) times[at]!.push(performance.now() - began)
    }
  }
  const medians = times.map((all) => all.sort((a, b) => a - b)[Math.floor(rounds / 2)]!)
  return [medians.slice(0, 2), medians.slice(2)].map((alike) => Math.max(...alike) / Math.min(...alike))
}

test('each endpoint that names something by its id is tried, with something of the other controller’s', () => {
  expect(named.length).toBeGreaterThan(20)
  expect([...new Set(named.map(kindOf))].sort()).toEqual(Object.keys(theirs).sort())
  expect(named.filter(({ name, body }) => body && !bodies[name]).map(({ name }) => name)).toEqual([])
})

describe.each(named.map((endpoint) => [endpoint.name, endpoint] as const))('%s of another’s and of none', (name, endpoint) => {
  test('answers the same', async () => {
    const [ownForeign, ownNone, ...elsewhere] = await Promise.all(
      pairs(endpoint).map(async ([controllerId, id]) => {
        const { statusCode, body, headers } = await ask(apps[0]!, endpoint, controllerId, id)
        return { statusCode, body, type: headers['content-type'] }
      }),
    )
    expect(ownForeign).toEqual(ownNone)
    expect(elsewhere[0]).toMatchObject({ statusCode: 404, body: expect.stringContaining('error.notFound') })
    expect(new Set(elsewhere.map((one) => JSON.stringify(one))).size).toBe(1)
    // A stream has begun before it looks; an export does not last, and that is told.
    if (endpoint.answer.kind === 'stream') expect(ownForeign!.body).toContain('error.notFound')
    else expect(ownForeign!.statusCode).toBe(name === 'getExportFile' ? 422 : 404)
  })
  test('takes the same time', async () => {
    let worst = Infinity
    // A leak shows every time; a hiccup of the machine does not.
    for (const rounds of [9, 11, 11]) {
      worst = Math.max(...(await ratios(endpoint, rounds)))
      if (worst < MOST) break
    }
    expect(worst).toBeLessThan(MOST)
  })
})
