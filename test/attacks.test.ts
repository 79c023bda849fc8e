// On the embedded database alone: roles and grants are the same there, and the walls of PostgreSQL have tests of their own.
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { endpointsOfAll } from '../src/endpoints.ts'
import type { Database } from '../src/platform/database.ts'
import type { Endpoint } from '../src/platform/endpoint.ts'
import { buildWorld, TERMINAL_TOKEN, testApp, world } from './api.ts'
import { testDatabase } from './database.ts'

/** Attacks that are made of the list of endpoints, so that a new endpoint is attacked by itself. */
let database: Database
let app: FastifyInstance
const [own, foreign] = world.controllers
const ids: Record<string, string> = {
  ...{ controllerId: own, associationId: world.associations[0], slug: 'prov-1', id: world.interventions[0], year: '2024', language: 'sv' },
}
const everybody = ['caseworker.1', 'controlleradmin.1', 'associationadmin.1', 'systemadministrator.1', 'interventionlead.1', undefined]

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  app = await testApp(database, undefined, { accountKey: Buffer.alloc(32, 1) })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const pathOf = (endpoint: Endpoint, change: Record<string, string> = {}): string =>
  endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent({ ...ids, ...change }[name] ?? world.interventions[0]))

async function knock(
  endpoint: Endpoint,
  user: string | undefined,
  given: { path?: string; payload?: string; headers?: Record<string, string | undefined> },
) {
  const headers: Record<string, string | undefined> = {
    ...{ 'x-samlad': '1', ...(endpoint.body && { 'content-type': 'application/json' }) },
    ...(user && { authorization: `Bearer ${TERMINAL_TOKEN}`, 'x-samlad-as': user }),
    ...given.headers,
  }
  const response = await app.inject({
    method: endpoint.method,
    url: given.path ?? pathOf(endpoint),
    headers: Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined)),
    ...(endpoint.body && { payload: given.payload ?? '{}' }),
  })
  return { status: response.statusCode, text: response.payload }
}

const bodied = endpointsOfAll.filter(({ body }) => body)
test('there is something to attack', () => expect([bodied.length > 30, endpointsOfAll.length > 60]).toEqual([true, true]))

describe('a body', () => {
  test.each(bodied.map((one) => [one.name, one] as const))(
    'for %s that pollutes prototypes changes none, and is no error of ours',
    async (_, endpoint) => {
      const poison =
        '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"rows":[{"__proto__":{"polluted":true}}]}'
      for (const user of everybody) {
        expect((await knock(endpoint, user, { payload: poison })).status, user).toBeLessThan(500)
      }
      expect(({} as { polluted?: boolean }).polluted).toBe(undefined)
      expect(([] as unknown as { polluted?: boolean }).polluted).toBe(undefined)
    },
  )
  test.each(bodied.map((one) => [one.name, one] as const))(
    'for %s that is larger than it may be is refused before it is read',
    async (_, endpoint) => {
      const limit = endpoint.bodyLimit ?? 1_048_576
      const { status } = await knock(endpoint, 'caseworker.1', { payload: `{"a":"${'x'.repeat(limit)}"}` })
      expect(status).toBe(413)
    },
  )
  test.each(bodied.map((one) => [one.name, one] as const))(
    'for %s of any odd kind is refused, never an error of ours',
    async (_, endpoint) => {
      const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`
      for (const payload of ['', 'null', '0', '"text"', '[]', '{', '[null]', '{"rows":null}', deep, '\u0000', '{"number":1e999}']) {
        const { status, text } = await knock(endpoint, 'controlleradmin.1', { payload })
        expect([payload.slice(0, 20), status < 500], text).toEqual([payload.slice(0, 20), true])
      }
    },
  )
})

describe('an address', () => {
  const parts = endpointsOfAll.filter(({ path }) => path.includes(':'))
  const odd = [
    'a\u0000b',
    '../../etc/passwd',
    '..%2f..%2fetc%2fpasswd',
    "' or '1'='1",
    '%00',
    '\u202e',
    'x'.repeat(300),
    '1;drop table participation',
    '{{7*7}}',
  ]
  test.each(parts.map((one) => [one.name, one] as const))(
    'of %s with paths, quotes and odd signs in it finds nothing and breaks nothing',
    async (_, endpoint) => {
      for (const text of odd) {
        for (const name of endpoint.path.match(/:\w+/g)!.map((one) => one.slice(1))) {
          const { status, text: answer } = await knock(endpoint, 'associationadmin.1', { path: pathOf(endpoint, { [name]: text }) })
          expect([name, text.slice(0, 20), status >= 400 && status < 500], answer).toEqual([name, text.slice(0, 20), true])
          expect(answer).not.toContain('root:')
        }
      }
    },
  )
})

describe('a page of another site', () => {
  // Open data are for pages of other sites: what is public and changes nothing (test/access.test.ts holds that).
  const changing = endpointsOfAll.filter(({ method, open }) => method !== 'GET' && !open)
  test.each(changing.map((one) => [one.name, one] as const))('can have nobody’s browser call %s', async (_, endpoint) => {
    // Such a page can have a form sent, with cookies, but not the header.
    for (const user of everybody) {
      const { status, text } = await knock(endpoint, user, { headers: { 'x-samlad': undefined, origin: 'https://evil.example' } })
      expect([user, status, text.includes('error.origin')]).toEqual([user, 403, true])
    }
  })
})

describe('the id of another', () => {
  const atControllers = endpointsOfAll.filter(({ permission }) => permission.kind === 'roleAt')
  const foreigners = { controllerId: foreign, associationId: world.associations[1] }
  test.each(atControllers.map((one) => [one.name, one] as const))('in headers and query of %s moves nothing', async (_, endpoint) => {
    const place = (endpoint.permission as { place: 'controllerId' | 'associationId' }).place
    const user = place === 'controllerId' ? 'controlleradmin.2' : 'associationadmin.2'
    const query = new URLSearchParams({ ...foreigners, [place]: foreigners[place] }).toString()
    const headers = { 'x-controller-id': foreigners.controllerId, 'x-association-id': foreigners.associationId, 'x-samlad-as': user }
    // Somebody of the other place asks for this one, and says everywhere else that it is their own.
    const { status } = await knock(endpoint, user, { path: `${pathOf(endpoint)}?${query}`, headers })
    expect(status).toBe(404)
  })
  test('of a user in the header of the terminal, without its secret, makes nobody of anybody', async () => {
    const response = await app.inject({ method: 'GET', url: '/api/me', headers: { 'x-samlad-as': 'systemadministrator.1' } })
    expect(response.json<{ user: unknown }>().user).toBe(null)
  })
})
