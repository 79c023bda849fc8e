import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildWorld, testApp, transportAs, world } from '../../../test/api.ts'
import { testDatabase } from '../../../test/database.ts'
import { refusal } from '../../../test/participations.ts'
import { call, useTransport } from '../../platform/call.ts'
import type { Database } from '../../platform/database.ts'
import * as contract from '../contract.ts'

let database: Database
let app: FastifyInstance
const [associationId] = world.associations
const params = { associationId }

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  app = await testApp(database)
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  await database.queries.deleteFrom('reporting_step').execute()
  useTransport(transportAs(app, 'associationadmin.1'))
})

const done = (year: number, month: number, step: number): Promise<unknown> =>
  database.queries
    .insertInto('reporting_step')
    .values({
      ...{ association_id: associationId, year, month, step, act: step % 2 === 1 ? 'approved' : 'reopened', note: '' },
      ...{ recorded_at: '2026-03-01T23:30:00Z', recorded_by: 'associationadmin.1' },
    })
    .execute()

const inYear = (year: number) => ({ interventionId: world.volumeIntervention, year })
const older = { interventionName: null, measure: 'participants', women: null, men: null, total: 40, source: 'Årsredovisning' } as const
const money = { plannedParticipants: 20, budgetOre: 100, actualOre: null }
const ways: [string, (year: number) => Promise<unknown>][] = [
  ['a head-count', (year) => call(contract.recordHeadCounts, { params, body: { rows: [{ ...inYear(year), women: 1, men: 2 }] } })],
  ['money', (year) => call(contract.recordInterventionYears, { params, body: { rows: [{ ...inYear(year), ...money }] } })],
  ['an older figure', (year) => call(contract.recordHistoricFigures, { params, body: { rows: [{ ...older, year }] } })],
]

describe.each(ways)('%s', (_what, record) => {
  test('of a year that is approved is refused at its row, with the day in Sweden', async () => {
    await done(2025, 12, 1)
    const refused = await refusal(record(2025))
    expect(refused).toMatchObject({ status: 422, key: 'periods.locked', faults: [{ where: 'body.rows.0.year' }] })
    expect(refused.message).toContain('2025-12-31 godkändes 2026-03-02')
  })
  test('of another year is not', async () => {
    await done(2025, 12, 1)
    expect(await record(2024)).toEqual({ recorded: 1 })
  })
  test('is recorded again when the period has been opened', async () => {
    await done(2025, 12, 1)
    await done(2025, 12, 2)
    expect(await record(2025)).toEqual({ recorded: 1 })
  })
})

test('an older figure of a locked year cannot be withdrawn', async () => {
  await ways[2]![1](2023)
  const { historic } = await call(contract.getYearPicture, { params: { ...params, year: 2023 } })
  const { id } = historic.find(({ year }) => year === 2023)!
  await done(2023, 12, 1)
  expect(await refusal(call(contract.withdrawHistoricFigure, { params: { ...params, id } }))).toMatchObject({ key: 'periods.locked' })
})
test('the year says by which period it is locked', async () => {
  await done(2026, 8, 1)
  const { lock } = await call(contract.getYearPicture, { params: { ...params, year: 2026 } })
  expect(lock).toEqual({ year: 2026, month: 8, ends: '2026-08-31', approvedOn: '2026-03-02' })
})
test('another association’s approval locks nothing here', async () => {
  await done(2025, 12, 1)
  useTransport(transportAs(app, 'associationadmin.2'))
  const picture = await call(contract.getYearPicture, { params: { associationId: world.associations[1], year: 2025 } })
  expect(picture.lock).toBeNull()
})
