import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildWorld, testApp, transportAs, world } from '../../../test/api.ts'
import { testDatabase } from '../../../test/database.ts'
import { isPostgres } from '../../../test/identity.ts'
import { refusal } from '../../../test/participations.ts'
import { recordInterventionYears } from '../../interventions/contract.ts'
import { holdBooks } from '../../interventions/periods/periodStore.ts'
import { call, useTransport } from '../../platform/call.ts'
import type { Database } from '../../platform/database.ts'
import { changeAccountKey, getBudget, recordAccounting } from '../budget/contract.ts'
import { recordGrant } from '../grants/contract.ts'
import { changeEconomy, getEconomy, takeBookedActuals } from './contract.ts'

let database: Database
let app: FastifyInstance
const [associationId] = world.associations
const [interventionId] = world.interventions
const params = { associationId, year: 2026 }
const place = { params: { associationId } }
const as = (user: string): void => useTransport(transportAs(app, user))
const row = (account: string, kronor: number, object?: string) => ({
  ...{ voucher: `A ${account}`, dated: '2026-03-31', month: null, account, amountOre: kronor * 100 },
  objects: object ? [['6', object] as [string, string]] : [],
})
const books = (...rows: ReturnType<typeof row>[]) =>
  call(recordAccounting, {
    ...place,
    body: {
      ...{ year: 2026, sieType: 'table', program: '', generatedOn: null, through: '2026-03-31', version: 0 },
      ...{ accounts: [], dimensions: [], objects: [], rows },
    },
  })
const take = (version = 1) => call(takeBookedActuals, { params, body: { version } })
const plan = (given: object = {}) =>
  call(recordInterventionYears, {
    ...place,
    body: { rows: [{ interventionId, year: 2026, plannedParticipants: 12, budgetOre: 900_00, actualOre: null, ...given }] },
  })

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
  const tables = [
    'accounting_row',
    'accounting_file',
    'account_key',
    'association_economy',
    'grant_step',
    'intervention_grant',
    'intervention_cost',
  ] as const
  for (const table of [...tables, 'intervention_year'] as const) await database.queries.deleteFrom(table).execute()
  as('associationadmin.1')
  const accounts = [
    { from: 5000, to: 5999, kind: 'premises' as const },
    { from: 6000, to: 6999, kind: 'services' as const },
    { from: 1687, to: 1687, kind: 'inputVat' as const },
    { from: 3990, to: 3990, kind: 'vatCompensation' as const },
  ]
  const key = { dimension: '6', restIsAdministration: true, accounts, objects: [{ object: 'P1', means: interventionId }] }
  await call(changeAccountKey, { ...place, body: { ...key, version: 0 } })
})

test('what is booked becomes the actual cost of administration and interventions; budget, plan and own capital stay', async () => {
  const given = {
    openingEquityOre: 5,
    administrationBudgetOre: 700,
    administrationActualOre: 1,
    interventionsPlanOre: null,
    deficitReason: '',
    ceilingPercent: 20,
  }
  await call(changeEconomy, { params, body: { ...given, version: 0, reason: '' } })
  await plan({
    costs: [
      { type: 'premises', budgetOre: 600_00, actualOre: null },
      { type: 'staff', budgetOre: 300_00, actualOre: null },
    ],
  })
  await books(row('5010', 100), row('5010', 40, 'P1'))
  const book = await take()
  expect(book.interventions[0]).toMatchObject({ budgetOre: 900_00, enteredOre: 40_00, plannedParticipants: 12 })
  const year = (await call(getEconomy, place)).years.find((one) => one.year === 2026)
  expect(year).toMatchObject({
    ...given,
    administrationActualOre: 100_00,
    interventionsActualOre: 40_00,
    version: 2,
    reason: 'Taget ur bokföringen, inläsning 1',
  })
  const costs = await database.queries
    .selectFrom('intervention_cost')
    .select(['cost_type', 'budget_ore', 'actual_ore'])
    .orderBy('cost_type')
    .execute()
  expect(costs).toEqual([
    { cost_type: 'premises', budget_ore: 600_00, actual_ore: 40_00 },
    { cost_type: 'staff', budget_ore: 300_00, actual_ore: 0 },
  ])
})

test('taken over again nothing changes', async () => {
  await books(row('5010', 100))
  await take()
  await take()
  expect(await database.queries.selectFrom('association_economy').select('version').execute()).toEqual([{ version: 1 }])
})

test.each([
  ['there are no books', () => Promise.resolve(), 1, 'budget.noBooksToTake'],
  ['other books have been read in', () => books(row('5010', 1)), 2, 'budget.booksChangedMeanwhile'],
  ['something booked is not known', () => books(row('5010', 1), row('7010', 1)), 1, 'budget.takeUnknown'],
  ['an amount is below nought', () => books(row('5010', -1)), 1, 'budget.takeBelowNought'],
])('nothing is taken over when %s', async (_, begin, version, key) => {
  await begin()
  expect(await refusal(take(version))).toMatchObject({ key })
  expect(await database.queries.selectFrom('association_economy').selectAll().execute()).toEqual([])
})

test('a cost type below nought is told with its intervention, and nothing is taken over', async () => {
  const costs = [
    { type: 'premises' as const, budgetOre: 600_00, actualOre: null },
    { type: 'services' as const, budgetOre: 300_00, actualOre: null },
  ]
  await plan({ costs })
  await books(row('5010', 100, 'P1'), row('6010', -40, 'P1'))
  const message = 'Det bokförda på kostnadsslaget Köpta tjänster för Provinsats 1 är mindre än noll.'
  expect(await refusal(take())).toMatchObject({ status: 422, key: 'budget.takeTypeBelowNought', message: expect.stringContaining(message) })
  expect(await database.queries.selectFrom('intervention_year').select('actual_ore').execute()).toEqual([{ actual_ore: null }])
})

test('a cost type below nought is let be where the year has no cost types: only the whole is taken', async () => {
  await plan()
  await books(row('5010', 100, 'P1'), row('6010', -40, 'P1'))
  expect((await take()).interventions[0]).toMatchObject({ enteredOre: 60_00 })
})

/** The embedded database takes one call at a time: nobody is ever in between there. */
test.runIf(isPostgres)('a budget that is being changed when booked is taken over stands as it was changed', async () => {
  await plan({ financing: [{ party: 'region', amountOre: 100_00 }] })
  await books(row('5010', 40, 'P1'))
  const { taking } = await database.queries.transaction().execute(async (change) => {
    await holdBooks(change, associationId)
    const taking = take()
    await untilSomebodyWaits()
    await change.updateTable('intervention_year').set({ budget_ore: 700_00, planned_participants: 15 }).execute()
    await change.updateTable('intervention_financing').set({ amount_ore: 200_00 }).execute()
    return { taking }
  })
  const [line] = (await taking).interventions
  expect(line).toMatchObject({ budgetOre: 700_00, plannedParticipants: 15, enteredOre: 40_00 })
  expect(line!.financing).toEqual([{ party: 'region', amountOre: 200_00 }])
})

async function untilSomebodyWaits(): Promise<void> {
  const waiting = sql`select 1 from pg_locks where locktype = 'advisory' and not granted`
  while ((await waiting.execute(database.queries)).rows.length === 0) await new Promise((done) => setTimeout(done, 5))
}

test('nobody but the office takes over', async () => {
  await books(row('5010', 1))
  for (const user of ['boardmember.1', 'auditor.1', 'associationadmin.2']) {
    as(user)
    expect(await refusal(take())).toMatchObject({ status: 404 })
  }
})

test('VAT is no cost: it stands by itself with what has come back, and the claim that is left', async () => {
  const book = await books(row('5010', 100), row('1687', 25), row('3990', -10))
  expect(book.vat).toEqual({ inputOre: 25_00, compensatedOre: 10_00, claimOre: 15_00 })
  expect(book.total.bookedOre).toBe(100_00)
  expect(book.income.every(({ bookedOre }) => bookedOre === 0)).toBe(true)
})

test('the forecast with commitments has what is granted and not paid, of the intervention it was granted to', async () => {
  await plan()
  const grant = { id: '22222222-2222-4222-8222-222222222222', interventionId, amountOre: 500_00, from: '2026-01-01', to: '2026-12-31' }
  await call(recordGrant, { ...place, body: { ...grant, dated: '2026-01-10', reference: '§ 7' } })
  await books(row('5010', 40, 'P1'))
  const [line] = (await call(getBudget, { params })).interventions
  expect(line).toMatchObject({ committedOre: 500_00, withCommitmentsOre: 540_00 })
})
