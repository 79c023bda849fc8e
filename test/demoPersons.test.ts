import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AppSettings } from '../src/app.ts'
import type { Database } from '../src/platform/database.ts'
import { buildWorld, testApp } from './api.ts'
import { testDatabase } from './database.ts'

/** Demo persons, whom anybody may sign in as, are there with demo data on a loopback address and nowhere else. */
let database: Database
const apps: FastifyInstance[] = []
beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
})
afterAll(async () => {
  for (const app of apps) await app.close()
  await database.close()
})

/** What is offered, and what comes of signing in as somebody of the demo. */
async function offered(settings: Partial<AppSettings>, remoteAddress = '127.0.0.1') {
  const app = await testApp(database, undefined, settings)
  apps.push(app)
  const headers = { 'x-samlad': '1' }
  const list = await app.inject({ url: '/api/demo-persons', headers, remoteAddress })
  const payload = { userId: 'caseworker.1' }
  const signIn = await app.inject({ method: 'POST', url: '/api/sign-in/demo', headers, payload, remoteAddress })
  const open = await database.queries.selectFrom('session').select('user_id').execute()
  await database.queries.deleteFrom('session').execute()
  return {
    persons: list.statusCode === 200 ? list.json<unknown[]>().length : list.statusCode,
    status: signIn.statusCode,
    cookie: signIn.headers['set-cookie'],
    sessions: open.length,
  }
}
const nothing = { persons: 404, status: 404, cookie: undefined, sessions: 0 }

describe('demo persons', () => {
  test('are offered and let in with demo data on a loopback address', async () => {
    expect(await offered({ loopback: true })).toMatchObject({
      status: 200,
      cookie: expect.stringContaining('samlad_session='),
      sessions: 1,
    })
    expect((await offered({ loopback: true })).persons).toBeGreaterThan(5)
  })
  test('are neither where others than this machine are answered, though the demo data be there', async () => {
    expect(await offered({ loopback: false })).toEqual(nothing)
    expect(await offered({ loopback: false, trustProxy: ['127.0.0.1'] })).toEqual(nothing)
    expect(await offered({ loopback: false }, '192.0.2.7')).toEqual(nothing)
  })
  test('are neither without demo data, though persons be marked as the demo’s', async () => {
    await database.queries.updateTable('association').set({ fictive: false }).execute()
    expect(await offered({ loopback: true })).toEqual(nothing)
    await database.queries.updateTable('association').set({ fictive: true }).execute()
  })
  test('are not let in when they are real ones', async () => {
    await database.queries.updateTable('app_user').set({ demo: false }).where('id', '=', 'caseworker.1').execute()
    expect(await offered({ loopback: true })).toMatchObject({ ...nothing, persons: expect.any(Number) })
    await database.queries.updateTable('app_user').set({ demo: true }).where('id', '=', 'caseworker.1').execute()
  })
})
