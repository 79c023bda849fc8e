import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildWorld, testApp, transportAs, world } from '../../../test/api.ts'
import { testDatabase } from '../../../test/database.ts'
import { refusal } from '../../../test/participations.ts'
import { stableId } from '../../associations/register.ts'
import { call, useTransport } from '../../platform/call.ts'
import type { Database } from '../../platform/database.ts'
import { recordCommission } from '../commissions/contract.ts'
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
  changes: [{ organisationId: municipality, asRegion: false, amountOre: 100_000_000 }],
  ...{ partnerId: null, rule: 'alike' },
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

describe('a merger', () => {
  const merge = (given: object = {}) => save({ name: 'Om vi går ihop', changes: [], partnerId: foreign, ...given })
  const approve = async () => {
    const { queries } = database
    const organisation = {
      id: stableId('scenario third'),
      name: 'Tredje kommunen',
      party: 'municipality',
      municipality_code: '9002',
      region_code: null,
    }
    await queries
      .insertInto('organisation')
      .values({ ...organisation, fictive: true })
      .onConflict((on) => on.doNothing())
      .execute()
    await queries
      .insertInto('membership')
      .values([fk, organisation.id].map((organisation_id) => ({ association_id: foreign, organisation_id })))
      .onConflict((on) => on.doNothing())
      .execute()
    const row = {
      association_id: foreign,
      version: 1,
      withdrawn: false,
      year: 2027,
      step: 'agreed',
      dated: '2026-01-02',
      reference: 'A',
      motive: '',
      reason: '',
    }
    const stamp = { recorded_at: '2026-01-02T09:00:00Z', recorded_by: 'associationadmin.2' }
    await queries
      .insertInto('contribution_entry')
      .values(
        (
          [
            [fk, 100_000_000],
            [organisation.id, 300_000_000],
          ] as const
        ).map(([organisation_id, amount_ore]) => ({
          ...{ ...row, ...stamp, id: stableId(`merge ${organisation_id}`), organisation_id, amount_ore },
        })),
      )
      .onConflict((on) => on.doNothing())
      .execute()
    const approved = { association_id: foreign, year: 2027, month: 12, step: 1, act: 'approved', note: '' }
    await queries
      .insertInto('reporting_step')
      .values({ ...approved, ...stamp })
      .onConflict((on) => on.doNothing())
      .execute()
  }
  const outcome = async () => (await call(getScenarios, { params })).years[0]!.scenarios[0]!

  test('with one that has not approved the year is told to be unknown, until amounts are thought of for its members', async () => {
    await merge()
    expect(await outcome()).toMatchObject({ partner: { isKnown: false }, outcome: { levelOre: null, changeOre: null, fall: null } })
  })
  test('is reckoned with what the other has approved, and shows of it nothing else', async () => {
    await approve()
    await merge()
    const { partner, outcome: together } = await outcome()
    expect(partner).toMatchObject({ isKnown: true })
    // § 5 a: 4 + 1 mkr of the state and 4 + 3 of municipalities make 10; apart they make 8 and 2.
    expect(together).toMatchObject({ levelOre: 1_000_000_000, changeOre: 0, binding: ['state'] })
    expect(together.members.map(({ name }) => name)).toContain('Tredje kommunen')
    // Taken back: what the other has is unknown again, and so is the level of the two.
    await database.queries.deleteFrom('reporting_step').execute()
    expect(await outcome()).toMatchObject({ partner: { isKnown: false }, outcome: { levelOre: null } })
  })
  test('is refused with itself, with nobody, and with an association of the real country', async () => {
    for (const partnerId of [associationId, stableId('no association')])
      expect(await refusal(merge({ partnerId }))).toMatchObject({ status: 422, key: 'scenarios.noPartner' })
  })
})

test('a lower level falls on the planned interventions by the rule that was chosen', async () => {
  const { queries } = database
  const plan = { association_id: associationId, intervention_id: world.interventions[0], year: 2027, budget_ore: 300_000_000 }
  await queries
    .insertInto('intervention_year')
    .values({ ...plan, planned_participants: null, actual_ore: null })
    .execute()
  const [year] = (await save({ rule: 'newestFirst' })).years
  expect(year!.scenarios[0]).toMatchObject({
    rule: 'newestFirst',
    outcome: { changeOre: -200_000_000, fall: { lines: [{ plannedOre: 300_000_000, leftOre: 100_000_000 }], uncoveredOre: 0 } },
  })
  expect(year!.now.fall).toBeNull()
})

test('a lower level takes nothing out of an intervention that the money of a commission pays', async () => {
  const commission = {
    ...{ title: 'Unga utan arbete', giver: 'Regeringen', reference: 'S2026/1', decidedOn: '2026-01-10', reporting: '', reportsDue: [] },
    ...{ purpose: 'Pröva uppsökande arbete.', targetGroup: 'Unga', from: '2026-02-01', to: null, moneyOre: 300_000_000 },
    ...{ interventions: [world.interventions[0]], id: stableId('scenarios commission') },
  }
  await call(recordCommission, { params: { associationId }, body: commission })
  const [year] = (await save({ rule: 'newestFirst' })).years
  expect(year!.scenarios.at(-1)!.outcome).toMatchObject({ changeOre: -200_000_000, fall: null })
})
