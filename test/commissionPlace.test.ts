import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { transportAs, world } from './api.ts'
import { filledApp } from './filledApp.ts'
import { getComparison, getOverTime } from '../src/effects/contract.ts'
import { changeCommission, recordCommission } from '../src/financing/commissions/contract.ts'
import { call, useTransport } from '../src/platform/call.ts'
import type { Database } from '../src/platform/database.ts'
import { getFollowUp, listPlaces } from '../src/statistics/contract.ts'
import { listChoices } from '../src/statistics/builder/contract.ts'
import { getReport } from '../src/statistics/reports/contract.ts'

let database: Database
let app: FastifyInstance
const [first] = world.interventions
const [associationId] = world.associations
const id = '77777777-7777-4777-8777-777777777777'
const place = `commission:${id}`
const year = { from: '2023-01', to: '2023-12' }
const fields = {
  ...{ title: 'Uppdraget', giver: 'Regeringen', reference: 'S2026/1', decidedOn: '2023-01-10', purpose: 'Pröva tillsammans.' },
  ...{ targetGroup: 'Unga', from: '2023-02-01', to: null, moneyOre: 0, reporting: '', reportsDue: [], interventions: [first] },
}
const asOffice = () => useTransport(transportAs(app, 'associationadmin.1'))
const asAnalyst = () => useTransport(transportAs(app, 'nationalanalyst.1'))
beforeAll(async () => {
  ;({ database, app } = await filledApp(400, 5))
  asAnalyst()
})
afterAll(async () => {
  await app.close()
  await database.close()
})
const change = (given: object) =>
  call(changeCommission, { params: { associationId, commissionId: id }, body: { ...fields, version: 1, withdrawn: false, ...given } })
const isOffered = async (): Promise<boolean> => (await call(listChoices)).dimensions.some(({ name }) => name === 'commission')

test('a commission is a place as soon as an intervention carries it out', async () => {
  await expect(call(getFollowUp, { query: { place, ...year } })).rejects.toMatchObject({ status: 400 })
  expect(await isOffered()).toBe(false)
  asOffice()
  await call(recordCommission, { params: { associationId }, body: { ...fields, id } })
  asAnalyst()
  expect((await call(listPlaces)).commissions).toMatchObject([{ id, name: 'Uppdraget' }])
  expect(await isOffered()).toBe(true)
})
test('its figures, coverage and cost are those of its interventions', async () => {
  const own = await call(getFollowUp, { query: { place, ...year } })
  const ofIntervention = await call(getFollowUp, { query: { place: `intervention:${first}`, ...year } })
  expect(own.counts.map(({ total }) => total)).toEqual(ofIntervention.counts.map(({ total }) => total))
  expect(own.later).toEqual(ofIntervention.later)
  expect([own.coverage, own.cost]).toEqual([ofIntervention.coverage, ofIntervention.cost])
  expect(own.place).toMatchObject({ kind: 'commission', address: place, name: 'Uppdraget' })
})
test('what happened over time, a report and a comparison of its interventions can be asked of it', async () => {
  const overTime = await call(getOverTime, { query: { place } })
  expect(overTime.started).toEqual((await call(getOverTime, { query: { place: `intervention:${first}` } })).started)
  expect((await call(getComparison, { query: { place } })).by).toBe('intervention')
  const { parts } = await call(getReport, { params: { kind: 'interventions' }, query: { ...year, place } })
  expect(parts[0]!.rows).toHaveLength(1)
})
test('it is a place no more when nobody carries it out or it is taken away', async () => {
  asOffice()
  await change({ interventions: [] })
  asAnalyst()
  expect((await call(listPlaces)).commissions).toEqual([])
  await expect(call(getFollowUp, { query: { place, ...year } })).rejects.toMatchObject({ status: 400 })
  expect(await isOffered()).toBe(false)
  asOffice()
  await change({ version: 2 })
  await change({ version: 3, withdrawn: true })
  asAnalyst()
  expect((await call(listPlaces)).commissions).toEqual([])
})
