import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { testDatabase } from '../../../test/database.ts'
import { buildWorld, testApp, transportAs, world } from '../../../test/api.ts'
import { call, CallError, callFile, useTransport } from '../../platform/call.ts'
import type { Database } from '../../platform/database.ts'
import { importLimits } from '../../spreadsheet/limits.ts'
import { readSheets } from '../../spreadsheet/readSheets.ts'
import { getAssociationTemplate, getYearPicture, recordInterventionYears } from '../contract.ts'
import type { InterventionYear } from '../domain.ts'
import { readSheet } from '../sheets/readSheet.ts'
import { cellsOf, changesOf, type YearCells } from './yearDraft.ts'

let database: Database
let app: FastifyInstance
const interventionId = world.interventions[0]
const esfId = world.volumeIntervention
const params = { associationId: world.associations[0] }

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  await database.queries.updateTable('intervention').set({ esf: true }).where('id', '=', esfId).execute()
  app = await testApp(database)
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(() => useTransport(transportAs(app, 'associationadmin.1')))

const full = {
  ...{ interventionId, plannedParticipants: 20, budgetOre: 1_000_000_00, actualOre: 400_000_50 },
  costs: [
    { type: 'staff', budgetOre: 700_000_00, actualOre: 400_000_50 },
    { type: 'services', budgetOre: 300_000_00, actualOre: null },
  ],
  financing: [
    { party: 'stateFk', amountOre: 500_000_00 },
    { party: 'region', amountOre: 250_000_00 },
    { party: 'municipality', amountOre: 250_000_00 },
  ],
} satisfies Omit<InterventionYear, 'year'>
const record = (...rows: InterventionYear[]) => call(recordInterventionYears, { params, body: { rows } })
const money = async (year: number, id = interventionId) =>
  (await call(getYearPicture, { params: { ...params, year } })).rows.find((row) => row.intervention.id === id)?.money

/** Status, and place and key of each fault. */
async function refusal(attempt: Promise<unknown>): Promise<[number, ...string[]]> {
  const thrown = await attempt.catch((error: unknown) => error)
  if (!(thrown instanceof CallError)) throw new Error('The call was not refused')
  return [thrown.status, ...thrown.faults.map((fault) => `${fault.where} ${fault.key}`)]
}

test('cost types and financing are read back as written, in the order of their lists', async () => {
  await record({ ...full, year: 2020, costs: full.costs.toReversed(), financing: full.financing.toReversed() })
  expect(await money(2020)).toEqual({ ...full, year: 2020 })
})

test('what is recorded anew replaces what was there, in that year only', async () => {
  await record({ ...full, year: 2021 }, { ...full, year: 2022 })
  await record({ ...full, year: 2021, costs: [], financing: [], budgetOre: 7_00, actualOre: null })
  expect(await money(2021)).toEqual({ ...full, year: 2021, costs: [], financing: [], budgetOre: 7_00, actualOre: null })
  expect(await money(2022)).toEqual({ ...full, year: 2022 })
})

test('a total that is not the sum of its cost types is refused at the total, with the sum', async () => {
  const rows = [
    { ...full, year: 2023 },
    { ...full, year: 2024, budgetOre: 1_000_001_00, actualOre: null },
  ]
  expect(await refusal(record(...rows))).toEqual([
    422,
    'body.rows.1.budgetOre interventions.costsSum',
    'body.rows.1.actualOre interventions.costsSum',
  ])
  await expect(record(rows[1]!)).rejects.toThrow(/1.000.000 kr/)
  expect(await money(2023)).toBeNull()
})

test('a total stands alone where no cost type has that amount', async () => {
  const costs = [{ type: 'other' as const, budgetOre: 5_00, actualOre: null }]
  await record({ ...full, year: 2019, budgetOre: 5_00, actualOre: 9_00, costs })
  expect(await money(2019)).toMatchObject({ actualOre: 9_00, costs })
})

test('totals alone leave cost types and financing as they are, and must agree with them', async () => {
  await record({ ...full, year: 2018 })
  const { costs: _costs, financing: _financing, ...totals } = full
  await record({ ...totals, year: 2018, plannedParticipants: 25 })
  expect(await money(2018)).toEqual({ ...full, year: 2018, plannedParticipants: 25 })
  expect(await refusal(record({ ...totals, year: 2018, actualOre: 1 }))).toEqual([422, 'body.rows.0.actualOre interventions.costsSum'])
})

test('two who change different columns of the same picture both have theirs recorded', async () => {
  const year = 2026
  await record({ interventionId, year, plannedParticipants: 20, budgetOre: 1_000_00, actualOre: 400_50 })
  const { rows } = await call(getYearPicture, { params: { ...params, year } })
  const row = rows.find(({ intervention }) => intervention.id === interventionId)!
  const save = (typed: Partial<YearCells>) => {
    const { money: changed } = changesOf(row, { ...cellsOf(row), ...typed }, year)
    return call(recordInterventionYears, { params, body: { rows: [changed!] } })
  }
  await save({ budget: '2 000' })
  await save({ actual: '700' })
  await save({ planned: '25' })
  expect(await money(year)).toMatchObject({ plannedParticipants: 25, budgetOre: 2_000_00, actualOre: 700_00 })
})

test('the same cost type or party twice is refused', async () => {
  const costs = [full.costs[0]!, full.costs[0]!]
  const financing = [full.financing[1]!, full.financing[1]!]
  expect(await refusal(record({ ...full, year: 2017, costs, financing }))).toEqual([
    400,
    'body.rows.0.costs interventions.costTypeOnce',
    'body.rows.0.financing interventions.financierOnce',
  ])
})

test('the Social Fund pays in ESF interventions only', async () => {
  const financing = [full.financing[0]!, { party: 'esf' as const, amountOre: 1_00 }]
  expect(await refusal(record({ ...full, year: 2016, financing }))).toEqual([
    422,
    'body.rows.0.financing.1.party interventions.esfElsewhere',
  ])
  await record({ ...full, interventionId: esfId, year: 2016, financing })
  expect(await money(2016, esfId)).toMatchObject({ financing })
})

test('amounts below zero and unknown codes are refused at their place', async () => {
  const wrong = [
    { ...full.costs[0]!, budgetOre: -1 },
    { ...full.costs[1]!, type: 'moms' as never },
  ]
  expect(await refusal(record({ ...full, year: 2016, costs: wrong }))).toEqual([
    400,
    'body.rows.0.costs.0.budgetOre error.field',
    'body.rows.0.costs.1.type error.field',
  ])
})

test('the picture says which interventions are ESF', async () => {
  const { rows } = await call(getYearPicture, { params: { ...params, year: 2020 } })
  expect(rows.map(({ intervention }) => [intervention.id, intervention.esf])).toEqual([
    [interventionId, false],
    [esfId, true],
  ])
})

/** The template of totals of a year as it comes, read as the page reads it. */
async function templateRows(year: number) {
  const file = await callFile(getAssociationTemplate, { params: { ...params, kind: 'money' }, query: { year } })
  const { sheets } = await readSheets(new Uint8Array(await file.blob.arrayBuffer()), importLimits)
  const { rows } = await call(getYearPicture, { params: { ...params, year } })
  const interventions = rows.map(({ intervention }) => ({ ...intervention, startDate: '2015-01-01', endDate: null }))
  const reading = readSheet(sheets, { interventions, historic: [], thisYear: 2026, money: rows.flatMap((row) => row.money ?? []) })
  if (reading.kind !== 'money') throw new Error('The template is not known again')
  expect(reading.problems).toEqual([])
  return reading.rows.map((row) => row.value)
}

test('a template of totals brought back unchanged keeps all there was, to the öre, with cost types or without', async () => {
  const year = 2015
  const bare = { interventionId: esfId, year, plannedParticipants: 5, budgetOre: 300_49, actualOre: 200_50, costs: [], financing: [] }
  await record({ ...full, year }, bare)
  const rows = await templateRows(year)
  expect(rows).toEqual([
    { interventionId, year, plannedParticipants: 20 },
    { interventionId: esfId, year, plannedParticipants: 5 },
  ])
  await call(recordInterventionYears, { params, body: { rows } })
  expect(await money(year)).toEqual({ ...full, year })
  expect(await money(year, esfId)).toEqual(bare)
})

describe('actuals by cost type from a file', () => {
  const year = 2024
  const actuals = [
    { type: 'staff' as const, actualOre: 600_000_00 },
    { type: 'premises' as const, actualOre: 50_000_00 },
  ]
  const read = () => call(recordInterventionYears, { params, body: { rows: [{ interventionId, year, actuals }] } })
  const after = {
    ...{ ...full, year, actualOre: 650_000_00 },
    costs: [
      { type: 'staff', budgetOre: 700_000_00, actualOre: 600_000_00 },
      { type: 'premises', budgetOre: null, actualOre: 50_000_00 },
      { type: 'services', budgetOre: 300_000_00, actualOre: null },
    ],
  }

  test('replace the actuals alone: plan, budget and financing stay, the total is their sum, and doing it again changes nothing', async () => {
    await record({ ...full, year })
    await read()
    expect(await money(year)).toEqual(after)
    await read()
    expect(await money(year)).toEqual(after)
  })

  test('come before any plan, and bring financing by itself without touching the cost', async () => {
    const financing = [{ party: 'region' as const, amountOre: 1_000_00 }]
    const rows = [
      { interventionId, year: 2025, actuals },
      { interventionId, year: 2025, financing },
    ]
    await call(recordInterventionYears, { params, body: { rows } })
    expect(await money(2025)).toMatchObject({ plannedParticipants: null, budgetOre: null, actualOre: 650_000_00, financing })
  })

  test('are in the template as they stand, and brought back unchanged they change nothing', async () => {
    const before = await money(year)
    const file = await callFile(getAssociationTemplate, { params: { ...params, kind: 'actuals' }, query: { year } })
    const { sheets } = await readSheets(new Uint8Array(await file.blob.arrayBuffer()), importLimits)
    const { rows } = await call(getYearPicture, { params: { ...params, year } })
    const interventions = rows.map((row) => ({ ...row.intervention, startDate: '2015-01-01', endDate: null }))
    const reading = readSheet(sheets, { interventions, historic: [], thisYear: 2026 })
    if (reading.kind !== 'actuals') throw new Error('The template is not known again')
    expect(reading.problems).toEqual([])
    await call(recordInterventionYears, { params, body: { rows: reading.rows.map((one) => one.value) } })
    expect(await money(year)).toEqual(before)
  })
})
