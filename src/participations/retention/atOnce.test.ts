import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { world } from '../../../test/api.ts'
import { importBench, importRow, type ImportBench } from '../../../test/participations.ts'
import { whileHeld } from '../../../test/whileHeld.ts'
import { call, callStream, type CallError } from '../../platform/call.ts'
import type { Queries } from '../../platform/database.ts'
import { getParticipation } from '../register/contract.ts'
import { getRetention, runDisposal, setRetention, stripParticipation } from './contract.ts'

let bench: ImportBench
const [controllerId] = world.controllers
const params = { controllerId }
beforeAll(async () => {
  bench = await importBench()
})
afterAll(() => bench.close())
beforeEach(() => bench.empty())

/** Two participations that are past their time. */
async function twoPast(): Promise<string[]> {
  const past = { entryDate: '2010-01-01', groundDate: '2010-01-01', exitDate: '2011-01-01', exitReason: 'toWork' } as const
  await bench.bring([importRow(2, past), importRow(3, { ...past, sex: 'man' })])
  bench.as('controlleradmin.1')
  await call(setRetention, { params, body: { decision: 'KS 2026/12', decisionDate: '2026-05-01', months: 12 } })
  const { wouldGo } = await call(getRetention, { params })
  expect(wouldGo.map(({ n }) => n)).toEqual([2])
  const rows = await bench.database.queries.selectFrom('participation').select('id').orderBy('id').execute()
  return rows.map(({ id }) => id)
}
const dispose = () => callStream(runDisposal, { params, body: { expected: 2 } }, () => undefined)

test('what is corrected while it is to be disposed of stays, and nothing goes', async () => {
  const [id] = await twoPast()
  const correct = async (queries: Queries) => {
    await queries.selectFrom('participation').select('id').where('id', '=', id!).forUpdate().execute()
    await queries.updateTable('participation_version').set({ exit_date: null }).where('participation_id', '=', id!).execute()
  }
  const outcome = await whileHeld(bench.database, correct, dispose)
  expect(['retention.changedMeanwhile', 'retention.otherNumber']).toContain(
    outcome.status === 'rejected' ? (outcome.reason as CallError).key : outcome.status,
  )
  expect(await bench.count('participation')).toBe(2)
  bench.as('caseworker.1')
  expect((await call(getParticipation, { params: { controllerId, id: id! } })).exitDate).toBeNull()
})
test('what is only being read meanwhile goes', async () => {
  const ids = await twoPast()
  const hold = (queries: Queries) => queries.selectFrom('participation').select('id').where('id', 'in', ids).forUpdate().execute()
  expect((await whileHeld(bench.database, hold, dispose)).status).toBe('fulfilled')
  expect(await bench.count('participation')).toBe(0)
})
test('a participation that two remove at once is removed once, and the second is told that it is gone', async () => {
  const [id] = await twoPast()
  bench.as('caseworker.1')
  const strip = () => call(stripParticipation, { params: { controllerId, id: id! }, body: { reason: 'withdrawal' } })
  const hold = (queries: Queries) => queries.selectFrom('participation').select('id').where('id', '=', id!).forUpdate().execute()
  const both = await whileHeld(bench.database, hold, () => Promise.allSettled([strip(), strip()]), 2)
  const outcomes = both.status === 'fulfilled' ? both.value : []
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason as CallError] : []))).toMatchObject([{ status: 404 }])
})
