import Fastify, { type FastifyInstance, type InjectOptions } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { testApp } from '../../test/api.ts'
import { testDatabase } from '../../test/database.ts'
import { translator } from '../values/catalogue.ts'
import type { Database } from './database.ts'
import { endpoint } from './endpoint.ts'
import { breaksRule } from './errors.ts'
import { platformMessages } from './messages.ts'
import { serve } from './serve.ts'

const answer = { kind: 'json', schema: z.object({ shown: z.string() }) } as const
const plain = { method: 'POST', summary: '', permission: { kind: 'public' }, audit: 'change', answer } as const

const ask = endpoint({
  ...{
    ...plain,
    name: 'ask',
    path: '/api/ask/:id',
    params: z.object({ id: z.uuid() }),
    query: z.object({ year: z.coerce.number().int().optional() }),
  },
  body: z.object({ persons: z.array(z.object({ name: z.string().min(1, 'error.field'), age: z.int() })) }),
})
const breakDown = endpoint({ ...plain, name: 'breakDown', path: '/api/break', runsAs: 'samlad_service' })
const refuse = endpoint({ ...plain, name: 'refuse', path: '/api/refuse', runsAs: 'samlad_service' })
const leak = endpoint({ ...plain, name: 'leak', path: '/api/leak', audit: 'none' })
const lie = endpoint({ ...plain, name: 'lie', path: '/api/lie' })
const signedIn = endpoint({ ...plain, name: 'signedIn', path: '/api/signed-in', permission: { kind: 'signedIn' } })

const id = '5c8f0f4e-3a3c-4b0e-9d3a-0d6f6b7b8c9d'
let database: Database
let app: FastifyInstance

beforeAll(async () => {
  database = await testDatabase()
  app = Fastify()
  const translate = { sv: translator(platformMessages, 'sv'), en: translator(platformMessages, 'en') }
  const now = (): Date => new Date('2026-11-22T10:00:00Z')
  const server = { app, database, translate, now, authenticate: async () => undefined, countCall: async () => undefined }
  const addUser = (queries: Database['queries']): Promise<unknown> =>
    queries.insertInto('app_user').values({ id: 'half', name: 'x', employer_id: null }).execute()
  serve(server, ask, async () => ({ shown: 'yes' }))
  serve(server, breakDown, async ({ queries }) => {
    await addUser(queries)
    throw new Error('the secret of line 17')
  })
  serve(server, refuse, async ({ queries }) => {
    await addUser(queries)
    throw breaksRule('error.field', {}, [{ where: 'body.name', key: 'error.field' }])
  })
  serve(server, leak, async () => ({ shown: 'yes', hidden: 'personal' }))
  serve(server, lie, async () => ({ shown: 17 }) as never)
  serve(server, signedIn, async () => ({ shown: 'yes' }))
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(() => database.script('delete from audit_event'))

const post = async (url: string, payload: object = {}, headers: InjectOptions['headers'] = { 'x-samlad': '1' }) => {
  const { statusCode, body } = await app.inject({ method: 'POST', url, payload, headers })
  return {
    status: statusCode,
    body,
    error: (JSON.parse(body) as { error?: { key: string; message: string; faults: { where: string }[] } }).error,
  }
}
const log = () => database.queries.selectFrom('audit_event').select(['endpoint', 'kind', 'status', 'user_id']).execute()
const users = () => database.queries.selectFrom('app_user').selectAll().execute()

describe('what comes in', () => {
  test('is answered when it is as declared', async () => {
    expect(await post(`/api/ask/${id}?year=2024`, { persons: [{ name: 'A', age: 1 }] })).toMatchObject({
      status: 200,
      body: '{"shown":"yes"}',
    })
  })
  test('is refused with every fault at its place', async () => {
    const { status, error } = await post('/api/ask/17?year=x', {
      persons: [
        { name: 'A', age: 1 },
        { name: '', age: 'old' },
      ],
    })
    expect(status).toBe(400)
    expect(error).toMatchObject({ key: 'error.badRequest', message: platformMessages['error.badRequest'].sv })
    expect(error!.faults.map(({ where }) => where)).toEqual(['params.id', 'query.year', 'body.persons.1.name', 'body.persons.1.age'])
  })
  test.each([
    [null],
    [[]],
    ['text'],
    [17],
    [{ persons: null }],
    [{ persons: { length: 1e9 } }],
    [{ __proto__: { persons: [] } }],
    [JSON.parse('{"constructor":{}}')],
  ])('is never a fault of ours: %j', async (payload) => {
    const headers = { 'x-samlad': '1', 'content-type': 'application/json' }
    const { statusCode } = await app.inject({ method: 'POST', url: `/api/ask/${id}`, payload: JSON.stringify(payload), headers })
    expect(statusCode).toBe(400)
  })
  test('is refused in the language of who asks', async () => {
    const { error } = await post('/api/ask/17', {}, { 'x-samlad': '1', 'accept-language': 'en-GB' })
    expect(error!.message).toBe(platformMessages['error.badRequest'].en)
  })
  test('is refused when another site may have sent it', async () => {
    expect(await post('/api/leak', {}, {})).toMatchObject({ status: 403, error: { key: 'error.origin' } })
  })
})

describe('what goes out', () => {
  test('holds only what is declared', async () => expect((await post('/api/leak')).body).toBe('{"shown":"yes"}'))
  test('is stopped when it is not what is declared', async () => {
    const { status, body } = await post('/api/lie')
    expect(status).toBe(500)
    expect(body).not.toContain('"shown"')
  })
  test('tells nothing of the inside when something breaks', async () => {
    const { status, body, error } = await post('/api/break')
    expect(status).toBe(500)
    expect(error!.key).toBe('error.internal')
    expect(body).not.toMatch(/secret|serve|\.ts|Error/)
    expect(error!.message).toMatch(/felnumret är [0-9a-f]{8}/)
  })
})

describe('the log', () => {
  test('says what was refused, while what was half done is gone', async () => {
    expect(await post('/api/refuse')).toMatchObject({ status: 422, error: { faults: [{ where: 'body.name' }] } })
    expect(await users()).toEqual([])
    expect(await log()).toEqual([{ endpoint: 'refuse', kind: 'refused', status: 422, user_id: null }])
  })
  test('says what broke', async () => {
    await post('/api/break')
    expect(await users()).toEqual([])
    expect(await log()).toEqual([{ endpoint: 'breakDown', kind: 'refused', status: 500, user_id: null }])
  })
  test('says who was not let in', async () => {
    expect((await post('/api/signed-in')).status).toBe(401)
    expect(await log()).toEqual([{ endpoint: 'signedIn', kind: 'refused', status: 401, user_id: null }])
  })
  test('is silent about what is not audited', async () => {
    await post('/api/leak')
    await post('/api/leak', {}, {})
    expect(await log()).toEqual([])
  })
})

describe('the whole application', () => {
  test('refuses a body that is too large, in our own words', async () => {
    const whole = await testApp(database)
    const send = (payload: string) =>
      whole.inject({ method: 'POST', url: '/api/sign-in/demo', payload, headers: { 'x-samlad': '1', 'content-type': 'application/json' } })
    const large = await send(JSON.stringify({ userId: 'x'.repeat(1_100_000) }))
    expect([large.statusCode, large.json().error.key]).toEqual([413, 'error.tooLarge'])
    const broken = await send('{"userId":')
    expect([broken.statusCode, broken.json().error.key]).toEqual([400, 'error.badRequest'])
    await whole.close()
  })
})
