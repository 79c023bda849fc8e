import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { world } from '../../../test/api.ts'
import { anonymousRow, importBench, importRow, refusal, type ImportBench } from '../../../test/participations.ts'
import { whileHeld } from '../../../test/whileHeld.ts'
import { call } from '../../platform/call.ts'
import type { Queries } from '../../platform/database.ts'
import { undoImport } from '../contract.ts'
import { getOperations } from '../operations/contract.ts'
import { addAnonymous, listAnonymous, type AnonymousChange } from './contract.ts'
import { lockSums } from './sums.ts'

let bench: ImportBench
const [controllerId, foreign] = world.controllers
const [interventionId] = world.interventions
const params = { controllerId }
beforeAll(async () => {
  bench = await importBench()
})
afterAll(() => bench.close())
beforeEach(() => bench.empty())

const add = (given: Partial<AnonymousChange> = {}) =>
  call(addAnonymous, { params, body: { interventionId, year: 2026, women: 2, men: 1, ...given } })
const seen = async () => (await call(listAnonymous, { params })).map(({ year, women, men }) => [year, women, men])

test('what is added makes a sum with what was imported, by year and sex', async () => {
  await bench.bring([importRow(2)], [anonymousRow(3, 2025, 2026)])
  await add()
  await add({ women: 0, men: 3 })
  expect(await seen()).toEqual([
    [2026, 3, 4],
    [2025, 1, 0],
  ])
})
test('what was entered wrong is taken back by a minus, and nothing is overwritten', async () => {
  await add()
  await add({ women: -2, men: 0 })
  expect(await seen()).toEqual([[2026, 0, 1]])
  const rows = await bench.database.queries.selectFrom('anonymous_count').select('id').execute()
  expect(rows.length).toBe(2)
})
test.each([
  ['more than there is taken back', { women: -1, men: 0 }, 'body.women'],
  ['a year to come', { year: 2027 }, 'body.year'],
  ['nothing', { women: 0, men: 0 }, 'body.women'],
])('%s is refused', async (_what, given, where) => {
  const refused = await refusal(add(given))
  expect(refused.faults.map((fault) => fault.where)).toEqual([where])
  expect(await seen()).toEqual([])
})
test('two who take back at once cannot both have it', async () => {
  await add({ women: 1, men: 0 })
  const both = await Promise.allSettled([add({ women: -1, men: 0 }), add({ women: -1, men: 0 })])
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await seen()).toEqual([[2026, 0, 0]])
})
describe('undoing a list', () => {
  const bring = async () => (await bench.bring([], [anonymousRow(2, 2025, 2026), anonymousRow(3, 2026, 2026)])).id
  const undo = (importId: string) => call(undoImport, { params: { controllerId, importId } })
  test('takes off what it counted, and nobody else’s', async () => {
    await add({ women: 1, men: 3 })
    await undo(await bring())
    expect(await seen()).toEqual([
      [2026, 1, 3],
      [2025, 0, 0],
    ])
  })
  test('takes off no more than what has not been taken back by hand', async () => {
    const importId = await bring()
    await add({ women: -1, men: 0 })
    await undo(importId)
    expect(await seen()).toEqual([
      [2026, 0, 0],
      [2025, 0, 0],
    ])
  })
  test('waits for who takes back at the same time, and then meets the new sum', async () => {
    const importId = await bring()
    const takeBack = async (queries: Queries) => {
      await lockSums(queries, [{ interventionId, year: 2026 }])
      const row = await queries.selectFrom('anonymous_count').selectAll().where('year', '=', 2026).executeTakeFirstOrThrow()
      await queries
        .insertInto('anonymous_count')
        .values({ ...row, id: '0d7d2b0e-8f3c-4a44-9a41-3f4f4f1c2a01', import_id: null, women: -2 })
        .execute()
    }
    expect((await whileHeld(bench.database, takeBack, () => undo(importId))).status).toBe('fulfilled')
    expect((await seen())[0]).toEqual([2026, 0, 0])
  })
})
test('a sum that has come below nothing is told as it is, and can be mended by a plus', async () => {
  await add({ women: 2, men: 0 })
  await bench.database.script('update anonymous_count set women = -2')
  expect(await seen()).toEqual([[2026, -2, 0]])
  await add({ women: 1, men: 0 })
  expect(await refusal(add({ women: -1, men: 0 }))).toMatchObject({ key: 'anonymous.belowZero' })
  expect(await seen()).toEqual([[2026, -1, 0]])
  bench.as('interventionlead.1')
  expect((await call(getOperations, { params }))[0]).toMatchObject({ anonymous: 0, coverage: { all: 0 } })
})
test('what is sent again is added once, also when both are on their way at once', async () => {
  const id = 'a2f1c7de-93a5-4a51-8f0e-2b8b1a8a4f11'
  const send = (given: Partial<AnonymousChange> = {}) =>
    call(addAnonymous, { params, body: { interventionId, year: 2026, women: 2, men: 1, ...given, id } })
  await Promise.all([send(), send()])
  expect(await send()).toMatchObject([{ women: 2, men: 1 }])
  expect(await refusal(send({ women: 5 }))).toMatchObject({ status: 409, key: 'anonymous.arrivedBefore' })
  expect(await seen()).toEqual([[2026, 2, 1]])
})
test('in somebody else’s intervention or house is not possible', async () => {
  expect(await refusal(add({ interventionId: world.interventions[1] }))).toMatchObject({ status: 404 })
  bench.as('caseworker.2')
  expect(await refusal(add())).toMatchObject({ status: 404 })
  expect(await call(listAnonymous, { params: { controllerId: foreign } })).toEqual([])
})
