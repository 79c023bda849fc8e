import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildWorld, testApp, transportAs, world } from '../../../test/api.ts'
import { testDatabase } from '../../../test/database.ts'
import { refusal } from '../../../test/participations.ts'
import { stableId } from '../../associations/register.ts'
import { call, useTransport } from '../../platform/call.ts'
import type { Database } from '../../platform/database.ts'
import { agreeContributions } from '../contributions/contract.ts'
import { getScenarios, saveScenario, withdrawScenario } from './contract.ts'
import type { ScenarioFields } from './domain.ts'

let database: Database
let app: FastifyInstance
const [associationId, foreign] = world.associations
const [municipality] = world.controllers
const [fk, second] = [stableId('scenario fk'), stableId('scenario second')]
const params = { associationId }
const id = '2d1f9a4e-6c1b-4f5e-9a77-1b2c3d4e5f60'
const plain: ScenarioFields = {
  name: 'Om kommunen ger 1 mkr',
  year: 2027,
  changes: [{ organisationId: municipality, amountOre: 100_000_000 }],
}
const as = (user: string): void => useTransport(transportAs(app, user))
const save = (given: object = {}) => call(saveScenario, { params, body: { ...plain, id, ...given } })

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  app = await testApp(database)
  const { queries } = database
  const organisations = [
    { id: fk, name: 'Kassan', party: 'stateFk', municipality_code: null, region_code: null, fictive: true },
    { id: second, name: 'Andra kommunen', party: 'municipality', municipality_code: '9002', region_code: null, fictive: true },
  ]
  await queries.insertInto('organisation').values(organisations).execute()
  await queries
    .insertInto('membership')
    .values(organisations.map((one) => ({ association_id: associationId, organisation_id: one.id })))
    .execute()
  as('associationadmin.1')
  const years = [{ year: 2027, totalOre: 800_000_000 }]
  await call(agreeContributions, { params, body: { dated: '2026-01-02', reference: 'Avtal', years, key: { key: 'equal' }, id } })
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  await database.queries.deleteFrom('contribution_scenario').execute()
  as('associationadmin.1')
})

describe('a scenario', () => {
  test('is reckoned beside the year as it stands, for office, board and auditor alike', async () => {
    const book = await save()
    // § 5 a: no region, so 8 mkr is 4 from the state and 2 from each municipality; 1 instead of 2 makes 6.
    expect(book.years).toMatchObject([
      {
        year: 2027,
        now: { levelOre: 800_000_000, isEven: true },
        scenarios: [{ outcome: { levelOre: 600_000_000, binding: ['municipalities'] } }],
      },
    ])
    for (const role of ['boardmember', 'auditor']) {
      as(`${role}.1`)
      expect(await call(getScenarios, { params })).toEqual(book)
    }
  })
  test('keeps no result: what the ledger says later counts', async () => {
    await save()
    await database.queries.updateTable('contribution_entry').set({ amount_ore: 0 }).where('organisation_id', '=', second).execute()
    const { years } = await call(getScenarios, { params })
    expect(years[0]!.scenarios[0]!.outcome.levelOre).toBe(200_000_000)
    await database.queries
      .updateTable('contribution_entry')
      .set({ amount_ore: 200_000_000 })
      .where('organisation_id', '=', second)
      .execute()
  })
  test('that is sent again is one', async () => {
    await Promise.all([save(), save()])
    expect((await save()).years[0]!.scenarios).toHaveLength(1)
    expect(await refusal(save({ name: 'Något annat' }))).toMatchObject({ status: 409 })
  })
  test('is taken away once, and the row is kept', async () => {
    await save()
    const gone = () => call(withdrawScenario, { params: { ...params, scenarioId: id } })
    expect((await gone()).years[0]!.scenarios).toEqual([])
    expect(await refusal(gone())).toMatchObject({ status: 404 })
    expect(await database.queries.selectFrom('contribution_scenario').select('id').execute()).toEqual([{ id }])
  })
  test('is saved by the office alone, and seen by nobody of another association', async () => {
    for (const user of ['boardmember.1', 'auditor.1', 'associationadmin.2']) {
      as(user)
      expect(await refusal(save())).toMatchObject({ status: 404 })
    }
    as('associationadmin.2')
    expect(await refusal(call(getScenarios, { params }))).toMatchObject({ status: 404 })
    expect((await call(getScenarios, { params: { associationId: foreign } })).years).toEqual([])
  })
  test.each([
    ['a year without a ledger', { year: 2030 }, 422, 'body.year'],
    ['no member', { changes: [{ organisationId: world.controllers[1], amountOre: 1 }] }, 422, 'body.changes'],
    ['the state leaving', { changes: [{ organisationId: fk, amountOre: null }] }, 422, 'body.changes'],
    [
      'one who both leaves and gives',
      { changes: [...plain.changes, { organisationId: municipality, amountOre: null }] },
      400,
      'body.changes',
    ],
    ['nothing', { changes: [] }, 400, 'body.changes'],
    ['less than nothing', { changes: [{ organisationId: municipality, amountOre: -1 }] }, 400, 'body.changes.0.amountOre'],
    ['no name', { name: ' ' }, 400, 'body.name'],
  ])('%s is refused, with its place', async (_what, given, status, where) => {
    const refused = await refusal(save(given))
    expect([refused.status, refused.faults[0]?.where]).toEqual([status, where])
    expect(await database.queries.selectFrom('contribution_scenario').select('id').execute()).toEqual([])
  })
})
