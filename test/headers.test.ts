import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../src/platform/database.ts'
import { buildWorld, testApp } from './api.ts'
import { testDatabase } from './database.ts'

/** What every answer says to the browser: exactly this, whatever it is an answer to. */
const security = {
  'content-security-policy': [
    "default-src 'self'",
    "img-src 'self' blob: data:",
    "style-src 'self'",
    "script-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join(';'),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
}
/** What else an answer may say, which other tests are about. */
const others =
  /^(content-(type|length|disposition)|cache-control|etag|last-modified|accept-ranges|date|connection|vary|set-cookie|x-ratelimit-.*)$/

let database: Database
let app: FastifyInstance
beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  app = await testApp(database)
})
afterAll(async () => {
  await app.close()
  await database.close()
})

describe('headers that tell the browser what it must not do', () => {
  test.each([
    ['the page', 'GET', '/', [200, 404]],
    ['an address of the page’s own', 'GET', '/registrera', [200, 404]],
    ['who is signed in', 'GET', '/api/me', [200]],
    ['a refusal', 'GET', '/api/sessions', [401]],
    ['an input that cannot be read', 'GET', '/api/associations/x/years/y', [400, 401]],
    ['nothing', 'GET', '/api/nothing', [404]],
    ['a method that is not there', 'DELETE', '/api/me', [404]],
    ['a body that is no JSON', 'POST', '/api/sign-in/demo', [400]],
  ] as const)('stand on %s', async (_name, method, url, statuses) => {
    const sent = method === 'POST' && { payload: '{' }
    const headers = { 'x-samlad': '1', ...(sent && { 'content-type': 'application/json' }) }
    const answer = await app.inject({ method, url, headers, ...sent })
    expect(statuses).toContain(answer.statusCode)
    const said = Object.entries(answer.headers).filter(([name]) => !others.test(name))
    expect(Object.fromEntries(said)).toEqual(security)
  })
})
