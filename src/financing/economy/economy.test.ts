import type { FastifyInstance } from 'fastify'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildWorld, testApp, transportAs, world } from '../../../test/api.ts'
import { testDatabase } from '../../../test/database.ts'
import { refusal } from '../../../test/participations.ts'
import { call, useTransport } from '../../platform/call.ts'
import type { Database } from '../../platform/database.ts'
import { changeAdministrationBudget } from '../budget/contract.ts'
import { changeEconomy, getEconomy } from './contract.ts'
import type { EconomyFields } from './domain.ts'
import { economyYear, type YearAround, type YearPace } from './economy.ts'

const plain: EconomyFields = {
  openingEquityOre: 200,
  administrationBudgetOre: 100,
  administrationActualOre: 90,
  interventionsPlanOre: null,
  deficitReason: '',
  ceilingPercent: 20,
}
const around: YearAround = { year: 2025, fundsOre: 1000, interventionsBudgetOre: 800, interventionsActualOre: 700 }
const over: YearPace = { isOver: true, foreseenOre: null }
const running: YearPace = { isOver: false, foreseenOre: null }
const yearOf = (given: Partial<EconomyFields> = {}, outside: Partial<YearAround> = {}, pace = over) =>
  economyYear({ ...around, ...outside }, { ...plain, version: 1, reason: '', hasBudgetByKind: false, ...given }, pace)

describe('a year of an association', () => {
  test('has as result its funds less what interventions and administration cost', () => {
    expect([yearOf().budgetResultOre, yearOf().actualResultOre]).toEqual([100, 210])
  })
  test('ends with what it began with and the result of actuals, else of the budget', () => {
    expect(yearOf().closingEquityOre).toBe(410)
    expect(yearOf({ administrationActualOre: null }).closingEquityOre).toBe(300)
    expect(yearOf({ openingEquityOre: null }).closingEquityOre).toBe(null)
  })
  test('that runs ends with what it is foreseen to cost, else with its budget: what is booked so far is not the year', () => {
    expect(yearOf({}, {}, { ...running, foreseenOre: 950 }).closingEquityOre).toBe(250)
    const half = yearOf({ administrationActualOre: 40 }, { interventionsActualOre: 350 }, running)
    expect([half.closingEquityOre, half.actualResultOre, half.administrationShare]).toEqual([300, 610, 100 / 900])
  })
  test('has the plan of interventions as their cost until their budgets together are larger', () => {
    const of = (interventionsPlanOre: number | null, interventionsBudgetOre: number | null) => {
      const { budgetResultOre, administrationShare } = yearOf({ interventionsPlanOre }, { interventionsBudgetOre }, running)
      return [budgetResultOre, administrationShare]
    }
    expect(of(900, 50)).toEqual([0, 0.1])
    expect(of(300, 900)).toEqual([0, 0.1])
    expect([of(900, null), of(null, 900)]).toEqual([of(900, 900), of(900, 900)])
    expect(of(null, null)).toEqual([null, null])
  })
  test('makes nothing up of what is not known', () => {
    const unknown = economyYear({ ...around, fundsOre: null }, undefined, over)
    expect([unknown.budgetResultOre, unknown.actualResultOre, unknown.closingEquityOre, unknown.equityShare]).toEqual(Array(4).fill(null))
    expect([unknown.version, unknown.warnings]).toEqual([0, []])
  })
  test.each([
    ['costs above funds', { administrationBudgetOre: 300 }, ['costsAboveFunds']],
    ['own capital above the ceiling', { openingEquityOre: 201 }, ['aboveCeiling']],
    ['own capital at the ceiling', { openingEquityOre: 200 }, []],
    ['own capital without a ceiling', { openingEquityOre: 999, ceilingPercent: null }, []],
    ['own capital below nought', { openingEquityOre: -1 }, ['belowNought']],
  ])('warns of %s', (_, given, warnings) => expect(yearOf(given).warnings).toEqual(warnings))
  test('closes as the next one opens when all is paid and nothing else happens, whatever the amounts', () => {
    const ore = fc.integer({ min: 0, max: 1_000_000_000 })
    fc.assert(
      fc.property(ore, ore, ore, ore, (openingEquityOre, fundsOre, administrationActualOre, interventionsActualOre) => {
        const one = yearOf({ openingEquityOre, administrationActualOre }, { fundsOre, interventionsActualOre })
        expect(one.closingEquityOre).toBe(openingEquityOre + fundsOre - administrationActualOre - interventionsActualOre)
      }),
    )
  })
})

describe('the books', () => {
  let database: Database
  let app: FastifyInstance
  const [associationId, foreign] = world.associations
  const as = (user: string): void => useTransport(transportAs(app, user))
  const params = { associationId, year: 2025 }
  const enter = (given: object = {}) => call(changeEconomy, { params, body: { ...plain, version: 0, reason: '', ...given } })
  const seen = async () => (await call(getEconomy, { params: { associationId } })).years.find(({ year }) => year === 2025)
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
    await database.queries.deleteFrom('association_economy').execute()
    as('associationadmin.1')
  })

  test('have a year as it was entered, and as it was corrected, with the reason and all versions kept', async () => {
    await enter()
    await enter({ version: 1, openingEquityOre: -5, reason: 'Fel tecken' })
    expect(await seen()).toMatchObject({ openingEquityOre: -5, version: 2, reason: 'Fel tecken', administrationBudgetOre: 100 })
    expect(await database.queries.selectFrom('association_economy').select('version').orderBy('version').execute()).toHaveLength(2)
  })
  test('have the administration’s budget by kind of cost before a sum that was entered', async () => {
    await enter()
    const body = {
      lines: [
        { kind: 'staff' as const, budgetOre: 70 },
        { kind: 'audit' as const, budgetOre: 5 },
      ],
      version: 0,
      reason: '',
    }
    await call(changeAdministrationBudget, { params, body })
    expect(await seen()).toMatchObject({ administrationBudgetOre: 75, hasBudgetByKind: true, administrationActualOre: 90 })
    await database.queries.deleteFrom('administration_budget').execute()
  })
  test('take the same sent again once, and refuse what somebody else has changed meanwhile', async () => {
    await enter()
    await enter()
    expect(await seen()).toMatchObject({ version: 1 })
    expect(await refusal(enter({ openingEquityOre: 7 }))).toMatchObject({ status: 409 })
    const both = await Promise.allSettled([
      enter({ version: 1, openingEquityOre: 1, reason: 'Ett' }),
      enter({ version: 1, openingEquityOre: 2, reason: 'Två' }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
  test.each([
    ['a correction without a reason', { version: 1 }, 'body.reason'],
    ['an administration below nought', { administrationBudgetOre: -1 }, 'body.administrationBudgetOre'],
    ['part of an öre', { openingEquityOre: 0.5 }, 'body.openingEquityOre'],
    ['a ceiling above 100 per cent', { ceilingPercent: 101 }, 'body.ceilingPercent'],
  ])('refuse %s, at its place', async (_, given, where) => {
    const refused = await refusal(enter(given))
    expect([refused.status, refused.faults.map((fault) => fault.where)]).toEqual([400, [where]])
  })
  test('are read by board and auditor, written by the office alone, and nobody’s elsewhere', async () => {
    await enter()
    as('boardmember.1')
    expect(await seen()).toMatchObject({ version: 1 })
    expect(await refusal(enter({ version: 1, reason: 'Styrelsen' }))).toMatchObject({ status: 404 })
    as('associationadmin.1')
    expect(await refusal(call(getEconomy, { params: { associationId: foreign } }))).toMatchObject({ status: 404 })
  })
})
