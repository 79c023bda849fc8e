import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildWorld, testApp, transportAs, world } from '../../../test/api.ts'
import { testDatabase } from '../../../test/database.ts'
import { stableId } from '../../associations/register.ts'
import { recordInterventionYears } from '../../interventions/contract.ts'
import { call, useTransport } from '../../platform/call.ts'
import type { Database } from '../../platform/database.ts'
import { changeAccountKey, changeAdministrationBudget, recordAccounting } from '../budget/contract.ts'
import { changeCommission, recordCommission } from '../commissions/contract.ts'
import type { CommissionFields } from '../commissions/domain.ts'
import { recordContribution } from '../contributions/contract.ts'
import { changeEconomy, getEconomy } from './contract.ts'

let database: Database
let app: FastifyInstance
const [associationId] = world.associations
const [ordinary] = world.interventions
const ofCommission = world.volumeIntervention
const [municipality] = world.controllers
const fk = stableId('funds fk')
const place = { params: { associationId } }
const ofYear = (year: number) => ({ params: { associationId, year } })
const decide = (organisationId: string, year: number, kronor: number, earmark = '') =>
  call(recordContribution, {
    ...place,
    body: {
      ...{ organisationId, asRegion: false, step: 'decided', year, amountOre: kronor * 100, dated: '2026-01-10' },
      ...{ reference: 'Beslut', motive: '', earmark },
    },
  })
const year = async (wanted: number) => {
  const { years, forecast } = await call(getEconomy, place)
  return { ...years.find((one) => one.year === wanted)!, forecast: forecast.years.find((one) => one.year === wanted) }
}
const commissionId = stableId('funds commission')
const commission: CommissionFields = {
  ...{ title: 'Unga utan arbete', giver: 'Regeringen', reference: 'S2026/1', decidedOn: '2026-01-10', reporting: '', reportsDue: [] },
  ...{ purpose: 'Pröva uppsökande arbete.', targetGroup: 'Unga', from: '2026-02-01', to: '2027-06-30', moneyOre: 2_000_00 },
  interventions: [ofCommission],
}

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  app = await testApp(database)
  const { queries } = database
  await queries
    .insertInto('organisation')
    .values({ id: fk, name: 'Kassan', party: 'stateFk', municipality_code: null, region_code: null, fictive: true })
    .execute()
  await queries.insertInto('membership').values({ association_id: associationId, organisation_id: fk }).execute()
  useTransport(transportAs(app, 'associationadmin.1'))
  const own = { openingEquityOre: 500_00, administrationActualOre: null, interventionsPlanOre: null, ceilingPercent: null }
  await call(changeEconomy, { ...ofYear(2026), body: { ...own, administrationBudgetOre: 0, deficitReason: '', version: 0, reason: '' } })
  for (const at of [2026, 2025])
    await call(changeAdministrationBudget, {
      ...ofYear(at),
      body: { lines: [{ kind: 'staff', budgetOre: 100_00 }], version: 0, reason: '' },
    })
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  const tables = ['contribution_entry', 'intervention_year', 'commission_intervention', 'commission', 'accounting_row'] as const
  for (const table of [...tables, 'accounting_file'] as const) await database.queries.deleteFrom(table).execute()
})

test('what one party has decided is not taken for the funds of the year', async () => {
  await decide(fk, 2026, 4_000)
  expect(await year(2026)).toMatchObject({ fundsOre: null, budgetResultOre: null, warnings: [], forecast: undefined })
  expect((await call(getEconomy, place)).forecast.missing).toMatchObject({ year: 2026, what: ['funds', 'interventions'] })
  await decide(municipality, 2026, 4_000)
  expect(await year(2026)).toMatchObject({ fundsOre: 8_000_00 })
})

const cost = (interventionId: string, at: number, kronor: number) => ({
  ...{ interventionId, year: at, plannedParticipants: null, budgetOre: kronor * 100, actualOre: kronor * 100 },
})
const spend = () =>
  call(recordInterventionYears, {
    ...place,
    body: { rows: [2025, 2026].flatMap((at) => [cost(ordinary, at, 800), cost(ofCommission, at, 2_000)]) },
  })
const giveBoth = async () => {
  for (const at of [2025, 2026]) for (const payer of [fk, municipality]) await decide(payer, at, 500)
  await decide(fk, 2026, 2_000, 'Riktat uppdrag')
}

test('a commission with money of its own is in neither funds nor costs of the years that it goes on, and ordinary money is as it was', async () => {
  await giveBoth()
  await spend()
  expect(await year(2026)).toMatchObject({ interventionsBudgetOre: 2_800_00, warnings: ['costsAboveFunds'] })
  await call(recordCommission, { ...place, body: { ...commission, id: commissionId } })
  expect(await year(2026)).toMatchObject({
    ...{ fundsOre: 1_000_00, interventionsBudgetOre: 800_00, interventionsActualOre: 800_00, budgetResultOre: 100_00, warnings: [] },
    ...{ closingEquityOre: 600_00, forecast: { costOre: 900_00, closingOre: 600_00 } },
  })
  // The year before it began the intervention was paid as all others.
  expect(await year(2025)).toMatchObject({ interventionsBudgetOre: 2_800_00 })
})

test('where commissions pay all that is entered, the association’s own have cost nothing, and what they are to cost is not known', async () => {
  await giveBoth()
  await call(recordInterventionYears, { ...place, body: { rows: [cost(ofCommission, 2026, 2_000)] } })
  await call(recordCommission, { ...place, body: { ...commission, id: commissionId } })
  expect(await year(2026)).toMatchObject({ interventionsBudgetOre: null, interventionsActualOre: 0, forecast: undefined })
})

test('a commission that no money follows is paid by the association', async () => {
  await giveBoth()
  await spend()
  await call(recordCommission, { ...place, body: { ...commission, moneyOre: 0, id: commissionId } })
  expect(await year(2026)).toMatchObject({ interventionsBudgetOre: 2_800_00 })
  const change = { ...commission, version: 1, withdrawn: false }
  const params = { associationId, commissionId }
  await call(changeCommission, { params, body: change })
  expect(await year(2026)).toMatchObject({ interventionsBudgetOre: 800_00 })
  await call(changeCommission, { params, body: { ...change, version: 2, withdrawn: true } })
  expect(await year(2026)).toMatchObject({ interventionsBudgetOre: 2_800_00 })
})

test('what the books foresee leaves out what the commission pays, too', async () => {
  await giveBoth()
  await spend()
  await call(recordCommission, { ...place, body: { ...commission, id: commissionId } })
  const accounts = [{ from: 5000, to: 5999, kind: 'services' as const }]
  const objects = [ordinary, ofCommission].map((means, at) => ({ object: `P${at}`, means }))
  await call(changeAccountKey, { ...place, body: { dimension: '6', restIsAdministration: true, accounts, objects, version: 0 } })
  const row = (kronor: number, object?: string) => ({
    ...{ voucher: 'A 1', dated: '2026-12-31', month: null, account: '5010', amountOre: kronor * 100 },
    objects: object ? [['6', object] as [string, string]] : [],
  })
  await call(recordAccounting, {
    ...place,
    body: {
      ...{ year: 2026, sieType: 'table', program: '', generatedOn: null, through: '2026-12-31', version: 0 },
      ...{ accounts: [], dimensions: [], objects: [], rows: [row(90), row(700, 'P0'), row(1_900, 'P1')] },
    },
  })
  expect(await year(2026)).toMatchObject({ closingEquityOre: 710_00, forecast: { costOre: 790_00, isForeseen: true, closingOre: 710_00 } })
})
