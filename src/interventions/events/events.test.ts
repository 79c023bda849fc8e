import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildWorld, testApp, transportAs, world } from '../../../test/api.ts'
import { testDatabase } from '../../../test/database.ts'
import { refusal } from '../../../test/participations.ts'
import { Party } from '../../associations/domain.ts'
import { call, useTransport } from '../../platform/call.ts'
import type { Database } from '../../platform/database.ts'
import { changeEvent, listEvents, recordEvent } from './contract.ts'
import { sumEvents, type EventFields } from './domain.ts'

let database: Database
let app: FastifyInstance
const [associationId, foreign] = world.associations
const [id] = world.interventions
const params = { associationId, id }
const plain: EventFields = {
  ...{ heldOn: '2026-03-02', kind: 'training', name: 'Grundkurs i samverkan', days: 1.5, participants: 24 },
  parties: ['municipality', 'region'],
}
const as = (user: string): void => useTransport(transportAs(app, user))
const record = (given: Partial<EventFields> = {}) => call(recordEvent, { params, body: { ...plain, ...given } })

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
  await database.queries.deleteFrom('intervention_event').execute()
  await database.queries
    .updateTable('intervention')
    .set({ orientation: 'structural', end_date: '2026-10-31' })
    .where('id', '=', id)
    .execute()
  as('associationadmin.1')
})

describe('an event', () => {
  test('is recorded and read back by the office, and read by the board', async () => {
    const [made] = await record()
    expect(made).toMatchObject({ ...plain, version: 1, recordedBy: 'associationadmin.1' })
    as('boardmember.1')
    expect(await call(listEvents, { params })).toEqual([made])
  })
  test('that is sent again is one', async () => {
    const send = (given: Partial<EventFields> = {}) =>
      call(recordEvent, { params, body: { ...plain, ...given, id: 'c1f6a0c2-52b8-4f3a-8f6f-6f2a1c0d9e44' } })
    await Promise.all([send(), send()])
    expect(await send()).toHaveLength(1)
    expect(await refusal(send({ participants: 1 }))).toMatchObject({ status: 409, key: 'events.arrivedBefore' })
  })
  test('is corrected as a new version; the one before stays in the history', async () => {
    const [made] = await record()
    const body = { ...plain, participants: 25, version: 1, withdrawn: false }
    const [corrected] = await call(changeEvent, { params: { ...params, eventId: made!.id }, body })
    expect(corrected).toMatchObject({ participants: 25, version: 2 })
    expect(await refusal(call(changeEvent, { params: { ...params, eventId: made!.id }, body }))).toMatchObject({ status: 409 })
    expect(await database.queries.selectFrom('intervention_event').select('id').execute()).toHaveLength(2)
  })
  test('that is withdrawn is in no list, and cannot be brought back', async () => {
    const [made] = await record()
    const place = { ...params, eventId: made!.id }
    expect(await call(changeEvent, { params: place, body: { ...plain, version: 1, withdrawn: true } })).toEqual([])
    const again = call(changeEvent, { params: place, body: { ...plain, version: 2, withdrawn: false } })
    expect(await refusal(again)).toMatchObject({ status: 404 })
  })
})

describe('is refused, with its place', () => {
  test.each([
    ['a day to come', { heldOn: '2026-11-23' }, 422, 'body.heldOn'],
    ['a day when the intervention did not run', { heldOn: '2026-11-01' }, 422, 'body.heldOn'],
    ['a third of a day', { days: 0.33 }, 400, 'body.days'],
    ['less than nobody', { participants: -1 }, 400, 'body.participants'],
    ['nobody’s party', { parties: [] }, 400, 'body.parties'],
    ['a personnummer in the name', { name: 'Kurs för 19850312-2395' }, 400, 'body.name'],
  ])('%s', async (_what, given, status, where) => {
    const refused = await refusal(record(given as Partial<EventFields>))
    expect([refused.status, refused.faults[0]?.where]).toEqual([status, where])
    expect(await database.queries.selectFrom('intervention_event').select('id').execute()).toEqual([])
  })
  test('an individual intervention', async () => {
    await database.queries.updateTable('intervention').set({ orientation: 'individual' }).where('id', '=', id).execute()
    expect(await refusal(record())).toMatchObject({ status: 422, key: 'events.notStructural' })
  })
  test('another association’s intervention, and another association', async () => {
    const other = { associationId, id: world.interventions[1] }
    expect(await refusal(call(recordEvent, { params: other, body: plain }))).toMatchObject({ status: 404 })
    await record()
    as('associationadmin.2')
    expect(await refusal(call(listEvents, { params }))).toMatchObject({ status: 404 })
    expect(await refusal(call(listEvents, { params: { associationId: foreign, id } }))).toMatchObject({ status: 404 })
  })
})

const event = fc.record({
  heldOn: fc.tuple(fc.integer({ min: 2004, max: 2030 }), fc.integer({ min: 10, max: 12 })).map(([y, m]) => `${y}-${m}-15`),
  days: fc.integer({ min: 1, max: 120 }).map((halves) => halves / 2),
  participants: fc.nat(5000),
  parties: fc.subarray(
    Party.codes.map(({ code }) => code),
    { minLength: 1 },
  ),
})
test('the years add up to all events, whatever their order, and no half day is lost', () =>
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (events) => {
      const years = sumEvents(events)
      const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0)
      expect(sum(years.map((one) => one.events))).toBe(events.length)
      expect(sum(years.map(({ days }) => days))).toBe(sum(events.map(({ days }) => days)))
      expect(sum(years.map((one) => one.participantDays))).toBe(sum(events.map((one) => one.days * one.participants)))
      expect(sumEvents([...events].reverse())).toEqual(years)
      expect(years.map(({ year }) => year)).toEqual([...new Set(years.map(({ year }) => year))].sort((a, b) => b - a))
    }),
  ))
