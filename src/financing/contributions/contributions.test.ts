import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildWorld, testApp, transportAs, world } from '../../../test/api.ts'
import { testDatabase } from '../../../test/database.ts'
import { refusal } from '../../../test/participations.ts'
import { stableId } from '../../associations/register.ts'
import { call, useTransport } from '../../platform/call.ts'
import type { Database } from '../../platform/database.ts'
import { agreeContributions, changeContribution, getContributions, recordContribution } from './contract.ts'
import type { AgreementFields, EntryFields } from './domain.ts'

let database: Database
let app: FastifyInstance
const [associationId] = world.associations
const [municipality] = world.controllers
const [fk, af, region, second] = ['fk', 'af', 'region', 'second'].map((name) => stableId(`contributions ${name}`)) as [
  string,
  string,
  string,
  string,
]
const params = { associationId }
const decision: EntryFields = {
  ...{ year: 2027, organisationId: region, step: 'decided', amountOre: 800_000_000 },
  ...{ dated: '2026-11-20', reference: 'RS 2026-0412', motive: 'Oförändrad ram.', earmark: '', asRegion: false },
}
const path: AgreementFields = {
  ...{ dated: '2026-02-01', reference: 'Avtal 1', key: { key: 'equal' } },
  years: [
    { year: 2026, totalOre: 3_200_000_000 },
    { year: 2027, totalOre: 4_800_000_000 },
  ],
}
const agreementId = '7b0c9a52-0f7c-4d0e-8a51-3b6a5f0c1d22'
const as = (user: string): void => useTransport(transportAs(app, user))
const record = (given: Partial<EntryFields> = {}) => call(recordContribution, { params, body: { ...decision, ...given } })
const agree = (given: Partial<AgreementFields> = {}) => call(agreeContributions, { params, body: { ...path, ...given, id: agreementId } })
const rows = () => database.queries.selectFrom('contribution_entry').selectAll().execute()

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  app = await testApp(database)
  const { queries } = database
  const organisations = [
    { id: fk, name: 'Kassan', party: 'stateFk', municipality_code: null, region_code: null },
    { id: af, name: 'Förmedlingen', party: 'stateAf', municipality_code: null, region_code: null },
    { id: region, name: 'Provregionen', party: 'region', municipality_code: null, region_code: 'XA' },
    { id: second, name: 'Andra kommunen', party: 'municipality', municipality_code: '9002', region_code: null },
  ]
  await queries
    .insertInto('organisation')
    .values(organisations.map((one) => ({ ...one, fictive: true })))
    .execute()
  await queries
    .insertInto('membership')
    .values(organisations.map(({ id }) => ({ association_id: associationId, organisation_id: id })))
    .execute()
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  await database.queries.deleteFrom('contribution_entry').execute()
  as('associationadmin.1')
})

describe('a decision of the region', () => {
  test('tells at once whose contribution sets the level, what is missing, and at what leverage', async () => {
    await agree()
    const { years } = await record()
    expect(years[1]).toMatchObject({
      ...{ year: 2027, agreedOre: 4_800_000_000, gapOre: 1_600_000_000, cumulatedGapOre: 1_600_000_000 },
      level: { totalOre: 3_200_000_000, binding: ['regions'], isEven: false, leverage: 4, isExpected: true },
    })
    expect(years[1]!.warnings[0]).toEqual({
      key: 'contributions.warn.belowLevel',
      args: { member: 'Provregionen', year: '2027', less: 4_000_000, level: 32_000_000, agreed: 48_000_000 },
    })
  })
  test('is read by board and auditor as by the office, and by nobody of another association', async () => {
    const book = await record()
    for (const role of ['boardmember', 'auditor']) {
      as(`${role}.1`)
      expect(await call(getContributions, { params })).toEqual(book)
    }
    for (const user of ['associationadmin.2', 'boardmember.2', 'caseworker.1', 'nationalanalyst.1']) {
      as(user)
      expect(await refusal(call(getContributions, { params }))).toMatchObject({ status: 404 })
    }
  })
  test('is written by the office alone', async () => {
    for (const user of ['boardmember.1', 'auditor.1', 'associationadmin.2']) {
      as(user)
      expect(await refusal(record())).toMatchObject({ status: 404 })
    }
    expect(await rows()).toEqual([])
  })
  test('that is sent again is one', async () => {
    const send = (given: Partial<EntryFields> = {}) =>
      call(recordContribution, { params, body: { ...decision, ...given, id: agreementId } })
    await Promise.all([send(), send()])
    expect((await send()).entries).toHaveLength(1)
    expect(await refusal(send({ amountOre: 1 }))).toMatchObject({ status: 409, key: 'contributions.arrivedBefore' })
  })
  test('is known to the öre, and does not lose any at ten thousand million kronor', async () => {
    expect((await record({ amountOre: 999_999_999_999 })).entries[0]!.amountOre).toBe(999_999_999_999)
  })
})

describe('a correction', () => {
  const change = (id: string, given: object) =>
    call(changeContribution, {
      params: { ...params, entryId: id },
      body: { ...decision, version: 1, withdrawn: false, reason: 'Fel siffra', ...given },
    })
  test('is a new version with its reason; the one before stays', async () => {
    const [made] = (await record()).entries
    const { entries } = await change(made!.id, { amountOre: 900_000_000 })
    expect(entries).toMatchObject([{ version: 2, amountOre: 900_000_000, reason: 'Fel siffra' }])
    expect((await rows()).map((row) => row.amount_ore).sort()).toEqual([800_000_000, 900_000_000])
    expect(await refusal(change(made!.id, {}))).toMatchObject({ status: 409, key: 'contributions.changedMeanwhile' })
  })
  test('of two at once one is told of the other', async () => {
    const [made] = (await record()).entries
    const both = await Promise.allSettled([change(made!.id, { amountOre: 1 }), change(made!.id, { amountOre: 2 })])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await rows()).toHaveLength(2)
  })
  test('that takes back is in no sum, and cannot be undone in silence', async () => {
    const [made] = (await record()).entries
    expect(await change(made!.id, { withdrawn: true })).toMatchObject({ entries: [], years: [] })
    expect(await refusal(change(made!.id, { version: 2 }))).toMatchObject({ status: 404 })
  })
  test('needs its reason', async () => {
    const [made] = (await record()).entries
    expect((await refusal(change(made!.id, { reason: ' ' }))).faults[0]?.where).toBe('body.reason')
  })
})

describe('an agreement', () => {
  test('is one row for each payer and year, by § 5 and the key, to the krona', async () => {
    const { entries } = await agree({ years: [{ year: 2027, totalOre: 1_000_000_200 }] })
    const of = Object.fromEntries(entries.map(({ organisationId, amountOre }) => [organisationId, amountOre / 100]))
    // 10 000 002 kr: halves and quarters of it are 5 000 001 and 2 500 000.5; the krona over goes by name, municipalities before regions.
    expect(of[fk]).toBe(5_000_001)
    expect(of[region]! + of[municipality]! + of[second]!).toBe(5_000_001)
    expect(Math.abs(of[municipality]! - of[second]!)).toBeLessThanOrEqual(1)
  })
  test('goes by the register’s inhabitants, by those given, or by fixed shares', async () => {
    await database.queries.updateTable('municipality').set({ population_working_age_estimate: 2000 }).where('code', '=', '9002').execute()
    const shares = async (key: AgreementFields['key']) => {
      await database.queries.deleteFrom('contribution_entry').execute()
      const { entries } = await agree({ key, years: [{ year: 2027, totalOre: 3_200_000_000 }] })
      return [municipality, second].map((id) => entries.find(({ organisationId }) => organisationId === id)!.amountOre / 100)
    }
    expect(await shares({ key: 'population' })).toEqual([6_000_000, 2_000_000])
    expect(await shares({ key: 'population', population: { [municipality]: 1000, [second]: 3000 } })).toEqual([2_000_000, 6_000_000])
    expect(await shares({ key: 'fixed', shares: { [municipality]: 60, [second]: 40 } })).toEqual([4_800_000, 3_200_000])
    expect(await shares({ key: 'explicit', amounts: { [municipality]: 7_999_999, [second]: 1 } })).toEqual([7_999_999, 1])
    // Half by 1 and 3, half by 3 and 1.
    expect(await shares({ key: 'mixed', supportWeight: 0.5, supportMeasure: { [municipality]: 1, [second]: 3 } })).toEqual([
      4_000_000, 4_000_000,
    ])
    expect(await shares({ key: 'supportMeasure', supportMeasure: { [municipality]: 1, [second]: 3 } })).toEqual([2_000_000, 6_000_000])
    await database.queries.updateTable('municipality').set({ population_working_age_estimate: 6000 }).where('code', '=', '9002').execute()
  })
  test('has a key of its own for several regions, of inhabitants in their part of the area too', async () => {
    const { queries } = database
    const other = stableId('contributions other region')
    await queries.insertInto('region').values({ code: 'XB', name: 'Andra regionen', county: 'Annat län', fictive: true }).execute()
    await queries
      .insertInto('organisation')
      .values({ id: other, name: 'Andra regionen', party: 'region', municipality_code: null, region_code: 'XB', fictive: true })
      .execute()
    await queries.insertInto('membership').values({ association_id: associationId, organisation_id: other }).execute()
    const years = [{ year: 2027, totalOre: 3_200_000_000 }]
    const { entries } = await agree({ years, regionsKey: { key: 'fixed', shares: { [region]: 75, [other]: 25 } } })
    expect([region, other].map((id) => entries.find((one) => one.organisationId === id)!.amountOre / 100)).toEqual([6_000_000, 2_000_000])
    // All in the area live in one of the two.
    const { entries: byPeople } = await call(agreeContributions, {
      params,
      body: { ...path, years: [{ year: 2029, totalOre: 400_00 }], regionsKey: { key: 'population' }, id: stableId('by inhabitants') },
    })
    expect([region, other].map((id) => byPeople.find((one) => one.organisationId === id && one.year === 2029)?.amountOre)).toEqual([
      100_00, 0,
    ])
    const lacking = { years: [{ year: 2028, totalOre: 100_00 }], regionsKey: { key: 'fixed' as const, shares: { [region]: 100 } } }
    expect((await refusal(agree(lacking))).faults[0]?.where).toBe('body.regionsKey')
    await queries.deleteFrom('contribution_entry').execute()
    await queries.deleteFrom('membership').where('organisation_id', '=', other).execute()
    await queries.deleteFrom('organisation').where('id', '=', other).execute()
    await queries.deleteFrom('region').where('code', '=', 'XB').execute()
  })
  test('that is sent again is one; a later one holds instead', async () => {
    await Promise.all([agree(), agree()])
    expect(await rows()).toHaveLength(8)
    expect(await refusal(agree({ years: [{ year: 2026, totalOre: 100 }] }))).toMatchObject({ status: 409 })
    const later = { ...path, dated: '2026-06-01', years: [{ year: 2027, totalOre: 5_470_000_000 }], id: stableId('later agreement') }
    const { years } = await call(agreeContributions, { params, body: later })
    expect(years.map(({ agreedOre }) => agreedOre)).toEqual([3_200_000_000, 5_470_000_000])
  })
  test.each([
    [
      'explicit amounts that are not their part',
      { key: { key: 'explicit', amounts: { [municipality]: 1, [second]: 1 } } },
      422,
      'body.key',
    ],
    [
      'a support measure below nought',
      { key: { key: 'supportMeasure', supportMeasure: { [municipality]: -1, [second]: 1 } } },
      400,
      `body.key.supportMeasure.${municipality}`,
    ],
    ['a weight above one', { key: { key: 'mixed', supportWeight: 75, supportMeasure: {} } }, 400, 'body.key.supportWeight'],
    ['a key without a member', { key: { key: 'fixed', shares: { [municipality]: 100 } } }, 422, 'body.key'],
    ['shares of 90 per cent', { key: { key: 'fixed', shares: { [municipality]: 50, [second]: 40 } } }, 422, 'body.key'],
    ['a year twice', { years: [path.years[0], path.years[0]] }, 400, 'body.years'],
    ['half kronor', { years: [{ year: 2027, totalOre: 150 }] }, 400, 'body.years.0.totalOre'],
    ['inhabitants of some alone', { key: { key: 'population', population: { [municipality]: 1000 } } }, 422, 'body.key'],
    ['a day to come', { dated: '2026-11-23' }, 422, 'body.dated'],
    ['a year far from its day', { years: [path.years[0], { year: 2062, totalOre: 3_200_000_000 }] }, 422, 'body.dated'],
  ])('%s is refused, and nothing is written', async (_what, given, status, where) => {
    const refused = await refusal(agree(given as Partial<AgreementFields>))
    expect([refused.status, refused.faults[0]?.where]).toEqual([status, where])
    expect(refused.faults[0]?.message).not.toMatch(/⟦|\{/)
    expect(await rows()).toEqual([])
  })
  test('needs all parties of the act', async () => {
    as('associationadmin.2')
    const refused = await refusal(
      call(agreeContributions, { params: { associationId: world.associations[1] }, body: { ...path, id: agreementId } }),
    )
    expect(refused).toMatchObject({ status: 422, key: 'contributions.noParty.state' })
  })
})

describe('is refused, with its place', () => {
  test.each([
    ['an organisation that is no member', { organisationId: world.controllers[1] }, 422, 'body.organisationId'],
    ['Arbetsförmedlingen, for which Försäkringskassan pays', { organisationId: af }, 422, 'body.organisationId'],
    ['a day to come', { dated: '2026-11-23' }, 422, 'body.dated'],
    ['a day of another time', { dated: '1999-01-01' }, 422, 'body.dated'],
    ['less than nothing', { amountOre: -1 }, 400, 'body.amountOre'],
    ['a part of an öre', { amountOre: 0.5 }, 400, 'body.amountOre'],
    ['a year before the act', { year: 2003 }, 400, 'body.year'],
    ['no reference', { reference: ' ' }, 400, 'body.reference'],
    ['a personnummer in the reason', { motive: 'Enligt 19850312-2395' }, 400, 'body.motive'],
  ])('%s', async (_what, given, status, where) => {
    const refused = await refusal(record(given as Partial<EntryFields>))
    expect([refused.status, refused.faults[0]?.where]).toEqual([status, where])
    expect(await rows()).toEqual([])
  })
})

test('money with a purpose of its own is entered, corrected and kept apart', async () => {
  await agree()
  const level = async () => (await call(getContributions, { params })).years.find(({ year }) => year === 2027)!
  const before = await level()
  await record({ organisationId: fk, earmark: 'Riktat uppdrag', amountOre: 100_000 })
  const after = await level()
  expect({ ...after, earmarked: [] }).toEqual(before)
  expect(after.earmarked).toMatchObject([{ name: 'Kassan', earmark: 'Riktat uppdrag', decidedOre: 100_000 }])
})
