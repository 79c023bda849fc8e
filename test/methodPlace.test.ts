import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { transportAs, world } from './api.ts'
import { filledApp } from './filledApp.ts'
import { getComparison, getOverTime } from '../src/effects/contract.ts'
import { call, useTransport } from '../src/platform/call.ts'
import type { Database } from '../src/platform/database.ts'
import { getFollowUp, listPlaces } from '../src/statistics/contract.ts'
import { getReport } from '../src/statistics/reports/contract.ts'

let database: Database
let app: FastifyInstance
const [first, second] = world.interventions
beforeAll(async () => {
  ;({ database, app } = await filledApp(400, 5))
  const method = { alias: null, category: '', description: '', evidence_level: null, evidence_verified: false, evidence_source: null }
  for (const code of ['IPS', 'CM'])
    await database.queries
      .insertInto('method')
      .values({ ...method, code, name: `Metoden ${code}` })
      .onConflict((on) => on.doNothing())
      .execute()
  const worksBy = (id: string, methods: string[]) =>
    database.queries
      .updateTable('intervention')
      .set((now) => ({ methods, version: now('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
  await worksBy(first, ['IPS'])
  await worksBy(second, ['IPS', 'CM'])
  useTransport(transportAs(app, 'nationalanalyst.1'))
})
afterAll(async () => {
  await app.close()
  await database.close()
})
const year = { from: '2023-01', to: '2023-12' }

test('a method that some intervention works by alone is a place, and no other', async () => {
  expect((await call(listPlaces)).methods.map(({ code }) => code)).toEqual(['IPS'])
  for (const place of ['method:CM', 'method:none', 'method:nonsense'])
    await expect(call(getFollowUp, { query: { place, ...year } })).rejects.toMatchObject({ status: 400 })
})
test('its figures, coverage and cost are those of its interventions', async () => {
  const ofMethod = await call(getFollowUp, { query: { place: 'method:IPS', ...year } })
  const ofIntervention = await call(getFollowUp, { query: { place: `intervention:${first}`, ...year } })
  expect(ofMethod.counts.map(({ total }) => total)).toEqual(ofIntervention.counts.map(({ total }) => total))
  expect(ofMethod.later).toEqual(ofIntervention.later)
  expect([ofMethod.coverage, ofMethod.cost]).toEqual([ofIntervention.coverage, ofIntervention.cost])
  expect(ofMethod.place).toMatchObject({ kind: 'method', address: 'method:IPS' })
})
test('what happened over time, a report and a comparison of its interventions can be asked of it', async () => {
  const overTime = await call(getOverTime, { query: { place: 'method:IPS' } })
  expect(overTime.started).toEqual((await call(getOverTime, { query: { place: `intervention:${first}` } })).started)
  expect((await call(getComparison, { query: { place: 'method:IPS' } })).by).toBe('intervention')
  const { parts } = await call(getReport, { params: { kind: 'interventions' }, query: { ...year, place: 'method:IPS' } })
  expect(parts[0]!.rows).toHaveLength(1)
})
