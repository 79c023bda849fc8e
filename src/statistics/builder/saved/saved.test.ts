import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { transportAs } from '../../../../test/api.ts'
import { filledApp } from '../../../../test/filledApp.ts'
import { hashToken } from '../../../access/store.ts'
import { call, useTransport } from '../../../platform/call.ts'
import type { Database } from '../../../platform/database.ts'
import type { SavedQuestion } from '../domain.ts'
import { changeSavedTable, deleteSavedTable, listSavedTables, openSavedTable, saveTable } from './contract.ts'

let database: Database
let app: FastifyInstance
beforeAll(async () => {
  ;({ database, app } = await filledApp(60, 3))
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const as = (user: string | undefined): void => useTransport(transportAs(app, user))
const question: SavedQuestion = {
  ...{ measures: ['exits', 'participations'], rows: 'association', columns: 'sex', period: { kind: 'wholeYear' } },
  ...{ filters: [{ dimension: 'ageGroup', codes: ['16-24'] }], sort: '', chart: 'bars' },
}
let made = 0
const newId = (): string => `5c8f0f4e-3a3c-4b0e-9d3a-${String(++made).padStart(12, '0')}`
async function saved(user = 'boardmember.1', more: Partial<SavedQuestion> = {}): Promise<string> {
  as(user)
  const { id } = await call(saveTable, { body: { id: newId(), name: 'Unga', question: { ...question, ...more } } })
  return id
}
const refusal = (status: number, key: string) => ({ status, key })

describe('a saved table', () => {
  test('is found again in the list, and opened with what it asked', async () => {
    const id = await saved()
    expect((await call(listSavedTables)).map((one) => one.id)).toContain(id)
    expect(await call(openSavedTable, { params: { id } })).toMatchObject({
      id,
      name: 'Unga',
      version: 1,
      isOwn: true,
      question,
      missing: [],
    })
  })
  test('is opened by another role at another place, who does not own it', async () => {
    const id = await saved()
    as('caseworker.2')
    expect(await call(openSavedTable, { params: { id } })).toMatchObject({ isOwn: false, question })
    expect(await call(listSavedTables)).toEqual([])
  })
  test('is nothing to one who has not signed in, or who may not ask its question', async () => {
    const id = await saved()
    as(undefined)
    await expect(call(openSavedTable, { params: { id } })).rejects.toMatchObject({ status: 401 })
    as('systemadministrator.1')
    await expect(call(openSavedTable, { params: { id } })).rejects.toMatchObject({ status: 403 })
  })
  test('holds no figure: only what was asked', async () => {
    const id = await saved()
    const row = await database.queries.selectFrom('saved_table').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    expect(row.question).toEqual(question)
  })
  test('sent again under its id is one; something else under the id is refused', async () => {
    const id = await saved()
    const again = { id, name: 'Unga', question }
    expect(await call(saveTable, { body: again })).toMatchObject({ id, version: 1 })
    await expect(call(saveTable, { body: { ...again, name: 'Annat' } })).rejects.toMatchObject(refusal(409, 'builder.savedBefore'))
  })
  test('under an id that somebody else has is refused, and theirs stays as it is', async () => {
    const id = await saved('boardmember.2')
    as('boardmember.1')
    await expect(call(saveTable, { body: { id, name: 'Min', question } })).rejects.toMatchObject(refusal(409, 'builder.savedBefore'))
    expect(await call(openSavedTable, { params: { id } })).toMatchObject({ name: 'Unga', isOwn: false })
  })
})

describe('changing', () => {
  test('gives another name, and another question when there is one', async () => {
    const id = await saved()
    expect(await call(changeSavedTable, { params: { id }, body: { name: 'Nytt', version: 1 } })).toMatchObject({ name: 'Nytt', version: 2 })
    await call(changeSavedTable, { params: { id }, body: { name: 'Nytt', version: 2, question: { ...question, rows: 'sex' } } })
    expect(await call(openSavedTable, { params: { id } })).toMatchObject({ version: 3, question: { rows: 'sex' } })
  })
  test('from two windows at once: the second is told, and overwrites nothing', async () => {
    const id = await saved()
    const both = ['Första', 'Andra'].map((name) => call(changeSavedTable, { params: { id }, body: { name, version: 1 } }))
    const [first, second] = await Promise.allSettled(both)
    expect([first!.status, second!.status].sort()).toEqual(['fulfilled', 'rejected'])
    const lost = [first, second].find((one) => one!.status === 'rejected') as PromiseRejectedResult
    expect(lost.reason).toMatchObject(refusal(409, 'builder.changedMeanwhile'))
  })
  test('and taking away what another has saved is as of what is not', async () => {
    const id = await saved('boardmember.2')
    as('boardmember.1')
    for (const one of [id, newId()]) {
      await expect(call(changeSavedTable, { params: { id: one }, body: { name: 'x', version: 1 } })).rejects.toMatchObject({ status: 404 })
      await expect(call(deleteSavedTable, { params: { id: one } })).rejects.toMatchObject({ status: 404 })
    }
    expect(await call(openSavedTable, { params: { id } })).toMatchObject({ name: 'Unga' })
  })
  test('a table that is taken away leads nowhere, for anybody', async () => {
    const id = await saved()
    expect((await call(deleteSavedTable, { params: { id } })).map((one) => one.id)).not.toContain(id)
    for (const user of ['boardmember.1', 'caseworker.2']) {
      as(user)
      await expect(call(openSavedTable, { params: { id } })).rejects.toMatchObject({ status: 404 })
    }
  })
})

test('parts that there are no longer are told, and the rest is opened', async () => {
  const filters = [
    { dimension: 'sex', codes: ['woman', 'other'] },
    { dimension: 'shoeSize', codes: ['42'] },
  ]
  const id = await saved('boardmember.1', { measures: ['exits', 'gone'], rows: 'shoeSize', columns: 'sex', filters })
  expect(await call(openSavedTable, { params: { id } })).toMatchObject({
    question: { measures: ['exits'], rows: '', columns: 'sex', filters: [{ dimension: 'sex', codes: ['woman'] }] },
    missing: [
      { part: 'measure', name: 'gone', dimension: null },
      { part: 'code', name: 'other', dimension: 'Kön' },
      { part: 'filter', name: 'shoeSize', dimension: null },
      { part: 'rows', name: 'shoeSize', dimension: null },
    ],
  })
})

test.each([
  { name: '', question },
  { name: 'x'.repeat(121), question },
  { name: 'Om 19620112-2808', question },
  { name: 'a\u0000b', question },
  { name: 'a', question: { ...question, measures: [] } },
  { name: 'a', question: { ...question, measures: ['a', 'b', 'c', 'd', 'e'] } },
  { name: 'a', question: { ...question, rows: 'sex; drop table fact' } },
  { name: 'a', question: { ...question, filters: [{ dimension: 'sex', codes: ['a\u0000'] }] } },
  { name: 'a', question: { ...question, period: { kind: 'fixed', from: '2024-12', to: '2024-01' } } },
  { name: 'a', question: { ...question, period: { kind: 'sometime' } } },
  { name: 'a', question: { ...question, sort: '<b>' } },
])('what cannot be saved is refused with its reason: %j', async (body) => {
  as('boardmember.1')
  const before = await call(listSavedTables)
  await expect(call(saveTable, { body: { id: newId(), ...body } as never })).rejects.toMatchObject({ status: 400 })
  expect(await call(listSavedTables)).toEqual(before)
})

describe('behind the wall', () => {
  const secret = 'c'.repeat(64)
  beforeAll(async () => {
    const times = { created_at: '2026-11-22T09:00:00Z', last_seen_at: '2026-11-22T09:00:00Z', expires_at: '2099-11-22T21:00:00Z' }
    await database.queries
      .insertInto('session')
      .values({ token_hash: hashToken(secret), user_id: 'auditor.1', ...times })
      .execute()
    await saved('auditor.1')
    await saved('boardmember.2')
  })
  test('a query without its condition finds one’s own, and without a session nothing', async () => {
    const owners = (session: string | undefined) =>
      database.as('samlad_office', session, (queries) => queries.selectFrom('saved_table').select('owner_id').execute())
    expect(await owners(secret)).toEqual([{ owner_id: 'auditor.1' }])
    expect(await owners(undefined)).toEqual([])
    expect(await owners('guessed')).toEqual([])
  })
  test('nobody writes in another’s name, and no other role reads the table', async () => {
    const row = { id: newId(), owner_id: 'boardmember.2', name: 'x', question: '{}', saved_at: '2026-01-01', changed_at: '2026-01-01' }
    const forged = database.as('samlad_office', secret, (queries) => queries.insertInto('saved_table').values(row).execute())
    await expect(forged).rejects.toMatchObject({ code: '42501' })
    for (const role of ['samlad_staff', 'samlad_service', 'samlad_statistics', 'samlad_publication'] as const) {
      const read = database.as(role, secret, (queries) => queries.selectFrom('saved_table').selectAll().execute())
      await expect(read, role).rejects.toMatchObject({ code: '42501' })
    }
  })
  test('opening by address takes a session, also for whoever calls the function', async () => {
    const id = await saved('boardmember.2')
    const open = (session: string | undefined) =>
      database.as(
        'samlad_statistics',
        session,
        async (queries) => (await sql`select id from find_saved_table(${id}::uuid)`.execute(queries)).rows,
      )
    expect(await open(secret)).toEqual([{ id }])
    expect(await open(undefined)).toEqual([])
  })
})

test('nobody has more than can be found again', async () => {
  as('auditor.2')
  const row = (at: number) => ({
    owner_id: 'auditor.2',
    name: String(at),
    question: '{}',
    saved_at: '2026-01-01',
    changed_at: '2026-01-01',
  })
  await database.queries
    .insertInto('saved_table')
    .values(Array.from({ length: 200 }, (_, at) => ({ id: newId(), ...row(at) })))
    .execute()
  await expect(call(saveTable, { body: { id: newId(), name: 'En till', question } })).rejects.toMatchObject(
    refusal(422, 'builder.savedTooMany'),
  )
})
