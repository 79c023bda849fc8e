import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { world } from '../../test/api.ts'
import { importBench, importRow, type ImportBench } from '../../test/participations.ts'
import { call } from '../platform/call.ts'
import type { Participation } from './domain.ts'
import * as register from './register/contract.ts'
import { sweepAbandoned } from './sweep.ts'

let bench: ImportBench
const [controllerId] = world.controllers
const [interventionId] = world.interventions
/** The test's server lives on 22 November 2026. */
const later = (days: number): Date => new Date(Date.parse('2026-11-22T10:00:00Z') + days * 86_400_000)

beforeAll(async () => {
  bench = await importBench()
})
afterAll(() => bench.close())
beforeEach(() => bench.empty())

const enter = (given: Partial<Participation>) => {
  const { row: _row, ...plain } = importRow(1, given)
  return call(register.registerParticipation, {
    params: { controllerId },
    body: { interventionId, participation: plain as Participation, samePersonAs: null },
  })
}
const draft = { ground: 'none', groundDate: null } as const

test('a draft without a ground goes after thirty days, and nothing else does', async () => {
  await enter(draft)
  await enter({})
  expect(await sweepAbandoned(bench.database, later(30))).toEqual({ drafts: 0, imports: 0 })
  expect(await sweepAbandoned(bench.database, later(31))).toEqual({ drafts: 1, imports: 0 })
  expect(await bench.count('participation')).toBe(1)
  expect(await bench.count('fact')).toBe(1)
})
test('one that has had a ground is a record, and stays', async () => {
  const { id } = await enter({})
  const { row: _row, ...plain } = importRow(1, draft)
  const body = { version: 1, participation: plain as Participation }
  await call(register.changeParticipation, { params: { controllerId, id }, body })
  expect(await sweepAbandoned(bench.database, later(400))).toEqual({ drafts: 0, imports: 0 })
})
test('a list that was prepared and never written goes, with the running numbers in it', async () => {
  await bench.draft([importRow(2, { reference: 'R-77' })])
  expect(await sweepAbandoned(bench.database, later(31))).toEqual({ drafts: 0, imports: 1 })
  expect(await bench.count('import_chunk')).toBe(0)
})
test('a list that was written stays', async () => {
  await bench.bring([importRow(2)])
  expect(await sweepAbandoned(bench.database, later(400))).toEqual({ drafts: 0, imports: 0 })
  expect(await bench.count('import')).toBe(1)
})
