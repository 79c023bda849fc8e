import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { testDatabase } from '../../../test/database.ts'
import { buildWorld, testApp, transportAs, world } from '../../../test/api.ts'
import type { CallError } from '../../platform/call.ts'
import { call, callFile, useTransport } from '../../platform/call.ts'
import type { Database } from '../../platform/database.ts'
import { importLimits } from '../../spreadsheet/limits.ts'
import { readSheets } from '../../spreadsheet/readSheets.ts'
import * as contract from '../contract.ts'
import type { HistoricFigure } from '../domain.ts'
import { readSheet, type SheetReading } from '../sheets/readSheet.ts'
import type { SheetKind } from '../sheets/sheetHeadings.ts'

let database: Database
let app: FastifyInstance

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  app = await testApp(database)
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(() => useTransport(transportAs(app, 'associationadmin.1')))

const [home, abroad] = world.associations
const volume = world.volumeIntervention
const identified = world.interventions[0]
const params = { associationId: home }
const picture = (year: number) => call(contract.getYearPicture, { params: { ...params, year } })
const count = (interventionId: string, year: number, women: number, men: number) =>
  call(contract.recordHeadCounts, { params, body: { rows: [{ interventionId, year, women, men }] } })
const older: HistoricFigure = {
  ...{ year: 2017, interventionName: null, measure: 'participants', women: 30, men: 12, total: 42 },
  source: 'Årsredovisning 2017',
}
const recordOlder = (changed: Partial<HistoricFigure>) =>
  call(contract.recordHistoricFigures, { params, body: { rows: [{ ...older, ...changed }] } })
const refused = (status: number, key: string) => expect.objectContaining({ status, key }) as CallError

test('counts are read back, and the latest of several holds', async () => {
  await count(volume, 2020, 4, 3)
  await count(volume, 2020, 5, 3)
  const row = (await picture(2020)).rows.find((one) => one.intervention.id === volume)
  expect(row?.headCount).toEqual({ interventionId: volume, year: 2020, women: 5, men: 3 })
})

test('a head-count of an intervention whose participants are registered is refused', async () => {
  await expect(count(identified, 2020, 4, 3)).rejects.toEqual(refused(422, 'interventions.countedFromRows'))
})

test('a fault says which row', async () => {
  const rows = [volume, identified].map((interventionId) => ({ interventionId, year: 2021, women: 1, men: 1 }))
  const thrown = await call(contract.recordHeadCounts, { params, body: { rows } }).catch((error: CallError) => error.faults)
  expect(thrown).toMatchObject([{ where: 'body.rows.1', key: 'interventions.countedFromRows' }])
})

test('nothing of a refused batch is recorded', async () => {
  expect((await picture(2021)).rows.map((row) => row.headCount)).toEqual([null, null])
})

test('money of an intervention that another association finances is refused', async () => {
  const money = { interventionId: world.interventions[1], year: 2020, plannedParticipants: 1, budgetOre: 100, actualOre: null }
  const attempt = call(contract.recordInterventionYears, { params, body: { rows: [money] } })
  await expect(attempt).rejects.toEqual(refused(422, 'interventions.notYours'))
})

test('women and men that do not make the total are refused', async () => {
  await expect(recordOlder({ total: 43 })).rejects.toEqual(refused(422, 'interventions.sumWrong'))
})

test('a total alone is enough; a source is always needed', async () => {
  expect(await recordOlder({ women: null, men: null })).toEqual({ recorded: 1 })
  const thrown = await recordOlder({ source: ' ' }).catch((error: CallError) => error.faults)
  expect(thrown).toMatchObject([{ where: 'body.rows.0.source', key: 'interventions.sourceNeeded' }])
})

test('a source that holds a personnummer is refused', async () => {
  const thrown = await recordOlder({ source: 'Akt 850312-2395' }).catch((error: CallError) => error.faults)
  expect(thrown).toMatchObject([{ where: 'body.rows.0.source', key: 'error.personnummer' }])
})

test('an older figure that is taken out is out of the picture, and cannot be taken out twice', async () => {
  await recordOlder({ source: 'Att ta bort' })
  const id = (await picture(2020)).historic.find((one) => one.source === 'Att ta bort')!.id
  const withdraw = () => call(contract.withdrawHistoricFigure, { params: { ...params, id } })
  await withdraw()
  expect((await picture(2020)).historic.map((one) => one.source)).not.toContain('Att ta bort')
  await expect(withdraw()).rejects.toEqual(refused(404, 'error.notFound'))
})

test.each(['boardmember.1', 'auditor.1'])('%s sees the year and changes nothing', async (user) => {
  useTransport(transportAs(app, user))
  expect((await picture(2020)).year).toBe(2020)
  await expect(count(volume, 2020, 9, 9)).rejects.toEqual(refused(404, 'error.notFound'))
  await expect(recordOlder({})).rejects.toEqual(refused(404, 'error.notFound'))
  const template = callFile(contract.getAssociationTemplate, { params: { ...params, kind: 'money' }, query: { year: 2020 } })
  await expect(template).rejects.toEqual(refused(404, 'error.notFound'))
})

test.each(['associationadmin.2', 'caseworker.1', 'controlleradmin.1', 'nationalanalyst.1'])(
  '%s does not get to see the year',
  async (user) => {
    useTransport(transportAs(app, user))
    await expect(picture(2020)).rejects.toEqual(refused(404, 'error.notFound'))
  },
)

test("another association's year answers like one that does not exist", async () => {
  const other = (associationId: string) => call(contract.getYearPicture, { params: { associationId, year: 2020 } })
  const missing = '00000000-0000-4000-8000-000000000000'
  const [foreign, unknown] = await Promise.all([abroad, missing].map((id) => other(id).catch((error: CallError) => error)))
  expect(foreign).toEqual(unknown)
})

/** Downloads a template and reads it back as the page does. */
async function template(kind: SheetKind, year: number): Promise<SheetReading> {
  const file = await callFile(contract.getAssociationTemplate, { params: { ...params, kind }, query: { year } })
  const { sheets } = await readSheets(new Uint8Array(await file.blob.arrayBuffer()), importLimits)
  expect(sheets[0]!.rows[0]!.cells).toEqual(['PÅHITTADE DATA'])
  const interventions = (await picture(year)).rows.map((row) => ({ ...row.intervention, startDate: '2015-01-01', endDate: null }))
  const reading = readSheet(sheets, { interventions, historic: (await picture(year)).historic, thisYear: 2026 })
  if (reading.kind === 'none') throw new Error('The template is not known again')
  return reading
}

test('the template of head-counts is read back to what was recorded', async () => {
  await count(volume, 2022, 7, 11)
  const reading = await template('headCounts', 2022)
  expect(reading).toMatchObject({ kind: 'headCounts', problems: [], empty: 0 })
  expect(reading.rows.map((one) => one.value)).toEqual([{ interventionId: volume, year: 2022, women: 7, men: 11 }])
})

test('a template nobody has filled in holds nothing to record, and nothing to mend', async () => {
  expect(await template('headCounts', 2023)).toMatchObject({ rows: [], problems: [], empty: 1 })
  expect(await template('historic', 2023)).toMatchObject({ kind: 'historic', rows: [], problems: [] })
})

test('the template of money is read back to what was recorded', async () => {
  const year = 2022
  const rows = [
    { interventionId: identified, year, plannedParticipants: 20, budgetOre: 1_250_000_00, actualOre: 0 },
    { interventionId: volume, year, plannedParticipants: null, budgetOre: 90_000_00, actualOre: null },
  ]
  await call(contract.recordInterventionYears, { params, body: { rows } })
  const reading = await template('money', year)
  expect(reading.problems).toEqual([])
  expect(reading.rows.map((one) => one.value)).toEqual(expect.arrayContaining(rows))
  expect(reading.rows).toHaveLength(2)
})

test('counts of a year to come, or before the intervention began, are refused at the year', async () => {
  const faults = (year: number) => count(volume, year, 4, 3).catch((error: CallError) => error.faults)
  expect(await faults(2090)).toMatchObject([{ where: 'body.rows.0.year', key: 'interventions.futureYear' }])
  expect(await faults(2014)).toMatchObject([{ where: 'body.rows.0.year', key: 'interventions.notThatYear' }])
})

test('an older figure of a year to come is refused, and more women than its total', async () => {
  const thrown = await recordOlder({ year: 2090, women: 60, men: null, total: 50 }).catch((error: CallError) => error.faults)
  expect(thrown).toMatchObject([
    { where: 'body.rows.0.year', key: 'interventions.futureYear' },
    { where: 'body.rows.0.women', key: 'interventions.moreThanTotal' },
  ])
})

test('a budget of ten million million kronor is refused', async () => {
  const money = { interventionId: volume, year: 2020, plannedParticipants: 1, budgetOre: 10 ** 15, actualOre: null }
  const thrown = await call(contract.recordInterventionYears, { params, body: { rows: [money] } }).catch((error: CallError) => error.faults)
  expect(thrown).toMatchObject([{ where: 'body.rows.0.budgetOre', key: 'interventions.tooMuch' }])
})
