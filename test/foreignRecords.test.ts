import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Endpoint } from '../src/platform/endpoint.ts'
import type { Database } from '../src/platform/database.ts'
import { buildWorld, testApp, world } from './api.ts'
import { testDatabase } from './database.ts'
import { ask, bodies, makeThings, nowhere, permissionOf, placed, thingsIn, type Things } from './foreignThings.ts'
import { anyKey } from './useTiers.ts'

/**
 * Every endpoint with a place that names something by its id × every role that may call it × something that another place has. Made of the
 * list of endpoints: a new one is tried by itself, and one that names a new kind of thing fails until there is such a thing to try with.
 */
const naming = placed.filter((endpoint) => thingsIn(endpoint).length > 0)
const cases = naming.flatMap((endpoint) => permissionOf(endpoint).roles.map((role) => [endpoint.name, role, endpoint] as const))

let database: Database
let app: FastifyInstance
let theirs: Things
let ours: Things

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  app = await testApp(database, undefined, { accountKey: Buffer.alloc(32, 1), identityKeys: anyKey })
  ours = await makeThings(app, database, 0)
  theirs = await makeThings(app, database, 1)
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const placesOf = (endpoint: Endpoint) => (permissionOf(endpoint).place === 'controllerId' ? world.controllers : world.associations)
const noneLike = (id: string): string => (id.includes('-') ? nowhere : 'nobody.of.us')

/** Asks with a place and an id for each thing that the address names. */
async function answered(endpoint: Endpoint, role: string, place: string, idOf: (kind: string, at: number) => string) {
  const ids = Object.fromEntries(thingsIn(endpoint).map(({ kind, param }, at) => [param, idOf(kind, at)]))
  const all = { ...ids, [permissionOf(endpoint).place]: place }
  const { statusCode, body, headers } = await ask(app, endpoint, `${role.toLowerCase()}.1`, all)
  return { statusCode, body, type: headers['content-type'] }
}

/** Everything that is stored of the other place, to see that nothing of it has changed. */
async function stored(): Promise<string> {
  const tables = [
    'participation',
    'participation_version',
    'contact',
    'consent',
    'import',
    'fact',
    'role_assignment',
    'role_nomination',
    'esf_hand_in',
  ] as const
  const books = [
    'historic_figure',
    'intervention_event',
    'contribution_entry',
    'contribution_scenario',
    'association_economy',
    'administration_budget',
    'account_key',
    'accounting_file',
    'accounting_row',
    'intervention_grant',
    'grant_step',
    'drawdown',
    'drawdown_step',
    'adoption_decision',
    'adoption_check',
    'year_closing',
    'document',
    'contribution_document',
    'application_version',
    'application_answer',
    'application_finding',
    'application_step',
    'application_comment',
    'application_document',
    'esf_plan',
    'esf_step',
    'share_proposal',
    'share_proposal_part',
    'intervention',
  ] as const
  const rows = await Promise.all([...tables, ...books].map((table) => database.queries.selectFrom(table).selectAll().execute()))
  const foreign = rows.flat().filter((row) => Object.values(theirs).some((id) => Object.values(row).includes(id)))
  return JSON.stringify(foreign.map((row) => JSON.stringify(row)).sort())
}

test('there is something of the other’s for each kind of thing that an address names, and a body for each call', () => {
  expect(naming.length).toBeGreaterThan(30)
  const kinds = new Set(naming.flatMap(thingsIn).map(({ kind }) => kind))
  expect([...kinds].filter((kind) => !theirs[kind] || !ours[kind])).toEqual([])
  expect(naming.filter(({ name, body }) => body && !bodies[name]).map(({ name }) => name)).toEqual([])
  expect(new Set(naming.map((endpoint) => permissionOf(endpoint).place))).toEqual(new Set(['controllerId', 'associationId']))
})

describe.each(cases)('%s as %s', (name, role, endpoint) => {
  test('of what another has answers as of what is not, and leaves it as it is', async () => {
    const before = await stored()
    const [own, foreign] = placesOf(endpoint)
    const found = await answered(endpoint, role, own, (kind) => theirs[kind]!)
    expect(found).toEqual(await answered(endpoint, role, own, (kind) => noneLike(theirs[kind]!)))
    if (endpoint.answer.kind === 'stream') expect(found.body).toContain('error.notFound')
    // An export does not last, and that is told of all that are not there.
    else expect(found.statusCode).toBe(name === 'getExportFile' ? 422 : 404)
    const elsewhere = [await answered(endpoint, role, foreign, (kind) => theirs[kind]!)]
    elsewhere.push(await answered(endpoint, role, foreign, (kind) => ours[kind]!))
    elsewhere.push(await answered(endpoint, role, nowhere, (kind) => noneLike(theirs[kind]!)))
    expect(elsewhere[0]).toMatchObject({ statusCode: 404, body: expect.stringContaining('error.notFound') })
    expect(new Set(elsewhere.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(await stored()).toBe(before)
  })
})

const nested = cases.filter(([, , endpoint]) => thingsIn(endpoint).length > 1)
describe.each(nested)('%s as %s, under what is one’s own', (_name, role, endpoint) => {
  test('answers of what another has as of what is not', async () => {
    const before = await stored()
    const [own] = placesOf(endpoint)
    const last = thingsIn(endpoint).length - 1
    const found = await answered(endpoint, role, own, (kind, at) => (at < last ? ours[kind]! : theirs[kind]!))
    expect(found.statusCode).toBe(404)
    expect(found).toEqual(await answered(endpoint, role, own, (kind, at) => (at < last ? ours[kind]! : nowhere)))
    expect(await stored()).toBe(before)
  })
})

test('the same calls reach what is one’s own: the refusals above are for nothing else', async () => {
  // What takes something away comes last.
  const weight = ({ method, name }: Endpoint): number =>
    ['GET', 'PUT', 'POST', 'DELETE'].indexOf(method) + (name === 'stripParticipation' ? 9 : 0)
  const order = [...naming].sort((a, b) => weight(a) - weight(b))
  const missed: string[] = []
  for (const endpoint of order) {
    const [role] = permissionOf(endpoint).roles
    const { statusCode, body } = await answered(endpoint, role!, placesOf(endpoint)[0], (kind) => ours[kind]!)
    if (statusCode === 400 || body.includes('error.notFound')) missed.push(endpoint.name)
  }
  expect(missed).toEqual([])
})
