import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildWorld, testApp, transportAs, world } from '../../../test/api.ts'
import { testDatabase } from '../../../test/database.ts'
import { stableId } from '../../associations/register.ts'
import { recordInterventionYears } from '../../interventions/contract.ts'
import { call, useTransport } from '../../platform/call.ts'
import type { Database } from '../../platform/database.ts'
import { changeAccountKey, changeAdministrationBudget, recordAccounting } from '../budget/contract.ts'
import { recordContribution } from '../contributions/contract.ts'
import { changeEconomy, getEconomy } from './contract.ts'

let database: Database
let app: FastifyInstance
const [associationId] = world.associations
const [interventionId] = world.interventions
const [organisationId] = world.controllers
const place = { params: { associationId } }
const ofYear = { params: { associationId, year: 2026 } }
const row = (account: string, kronor: number, object?: string) => ({
  ...{ voucher: `A ${account}`, dated: '2026-12-31', month: null, account, amountOre: kronor * 100 },
  objects: object ? [['6', object] as [string, string]] : [],
})
/** Books of the whole year: nothing is left to go by the budget. */
const books = (...rows: ReturnType<typeof row>[]) =>
  call(recordAccounting, {
    ...place,
    body: {
      ...{ year: 2026, sieType: 'table', program: '', generatedOn: null, through: '2026-12-31', version: 0 },
      ...{ accounts: [], dimensions: [], objects: [], rows },
    },
  })
const enter = (interventionsPlanOre: number | null, version = 0) => {
  const rest = { openingEquityOre: 0, administrationBudgetOre: null, administrationActualOre: null, ceilingPercent: null }
  return call(changeEconomy, { ...ofYear, body: { ...rest, interventionsPlanOre, deficitReason: '', version, reason: 'Ny plan' } })
}
const thisYear = async () => (await call(getEconomy, place)).forecast.years[0]

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  app = await testApp(database)
  useTransport(transportAs(app, 'associationadmin.1'))
  const state = { id: stableId('foreseen fk'), name: 'Kassan', party: 'stateFk', municipality_code: null, region_code: null, fictive: true }
  await database.queries.insertInto('organisation').values(state).execute()
  await database.queries.insertInto('membership').values({ association_id: associationId, organisation_id: state.id }).execute()
  const decided = { asRegion: false, step: 'decided' as const, year: 2026, amountOre: 1_000_00, dated: '2026-01-10' }
  for (const payer of [organisationId, state.id])
    await call(recordContribution, { ...place, body: { ...decided, organisationId: payer, reference: 'KS § 1', motive: '', earmark: '' } })
  await call(changeAdministrationBudget, { ...ofYear, body: { lines: [{ kind: 'premises', budgetOre: 100_00 }], version: 0, reason: '' } })
  const accounts = [{ from: 5000, to: 5999, kind: 'premises' as const }]
  const key = { dimension: '6', restIsAdministration: true, accounts, objects: [{ object: 'P1', means: interventionId }] }
  await call(changeAccountKey, { ...place, body: { ...key, version: 0 } })
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  for (const table of ['accounting_row', 'accounting_file', 'association_economy', 'intervention_year'] as const)
    await database.queries.deleteFrom(table).execute()
})

describe('what this year is foreseen to cost', () => {
  const budgeted = { interventionId, year: 2026, plannedParticipants: null, budgetOre: 900_00, actualOre: null }
  beforeEach(() => enter(700_00))

  test('goes by the books when all of them is known', async () => {
    await call(recordInterventionYears, { ...place, body: { rows: [budgeted] } })
    await books(row('5010', 80), row('5010', 640, 'P1'))
    expect(await thisYear()).toMatchObject({ costOre: 720_00, isForeseen: true })
  })
  test('goes by the plan where it has room for more than have a budget: the books tell of those alone', async () => {
    await call(recordInterventionYears, { ...place, body: { rows: [budgeted] } })
    await enter(950_00, 1)
    await books(row('5010', 80), row('5010', 640, 'P1'))
    expect(await thisYear()).toMatchObject({ costOre: 1_050_00, isForeseen: false })
  })
  test.each([
    ['an account', row('7010', 500, 'P1')],
    ['an object', row('5010', 500, 'P2')],
  ])('goes by the budget while %s is booked that nobody has said what it is: the books tell too little', async (_, unknown) => {
    await call(recordInterventionYears, { ...place, body: { rows: [budgeted] } })
    await books(row('5010', 80), row('5010', 140, 'P1'), unknown)
    expect(await thisYear()).toMatchObject({ costOre: 1_000_00, isForeseen: false })
  })
  test('goes by the plan where no intervention has a budget of its own yet: they do not cost nothing', async () => {
    await books(row('5010', 80))
    expect(await thisYear()).toMatchObject({ costOre: 800_00, isForeseen: false })
  })
})

test('nothing is foreseen of a year in which it is not known what interventions are to cost', async () => {
  await enter(null)
  await books(row('5010', 80))
  expect((await call(getEconomy, place)).forecast).toMatchObject({ years: [], missing: { year: 2026, what: ['interventions'] } })
})
