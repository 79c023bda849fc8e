import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildWorld, testApp, transportAs, world } from '../../../test/api.ts'
import { testDatabase } from '../../../test/database.ts'
import { refusal } from '../../../test/participations.ts'
import { stableId } from '../../associations/register.ts'
import { call, useTransport } from '../../platform/call.ts'
import type { Database } from '../../platform/database.ts'
import { agreeContributions, getContributions, recordContribution } from './contract.ts'
import type { EntryFields } from './domain.ts'

let database: Database
let app: FastifyInstance
const [associationId] = world.associations
const [municipality] = world.controllers
const [fk, region, second] = ['fk', 'region', 'second'].map((name) => stableId(`outside ${name}`)) as [string, string, string]
const params = { associationId }
const decision: EntryFields = {
  ...{ year: 2026, organisationId: region, step: 'decided', amountOre: 800_000_000, dated: '2026-11-20' },
  ...{ reference: 'RS 2026-0412', motive: '', earmark: '', asRegion: false },
}
const record = (given: Partial<EntryFields> = {}) => call(recordContribution, { params, body: { ...decision, ...given } })
const agreement = {
  dated: '2026-02-01',
  reference: 'Avtal 1',
  key: { key: 'equal' as const },
  years: [{ year: 2026, totalOre: 3_200_000_000 }],
}
const agree = () => call(agreeContributions, { params, body: { ...agreement, id: '7b0c9a52-0f7c-4d0e-8a51-3b6a5f0c1d22' } })
const rows = () => database.queries.selectFrom('contribution_entry').selectAll().execute()
const outside = (is: boolean) =>
  database.queries.updateTable('municipality').set({ outside_region: is }).where('code', '=', '9002').execute()
const asRegion = { organisationId: second, asRegion: true }

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  app = await testApp(database)
  const { queries } = database
  const plain = { municipality_code: null, region_code: null, fictive: true }
  const organisations = [
    { ...plain, id: fk, name: 'Kassan', party: 'stateFk' },
    { ...plain, id: region, name: 'Provregionen', party: 'region', region_code: 'XA' },
    { ...plain, id: second, name: 'Andra kommunen', party: 'municipality', municipality_code: '9002' },
  ]
  await queries.insertInto('organisation').values(organisations).execute()
  await queries
    .insertInto('membership')
    .values(organisations.map(({ id }) => ({ association_id: associationId, organisation_id: id })))
    .execute()
  await outside(true)
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  await database.queries.deleteFrom('contribution_entry').execute()
  useTransport(transportAs(app, 'associationadmin.1'))
})

describe('a municipality outside every region, where a region takes part (§ 5 a)', () => {
  test('shares by an agreement in both quarters, a row for each, and sending it again doubles nothing', async () => {
    await agree()
    const { years, members } = await agree()
    expect(members.filter(({ organisationId }) => organisationId === second).map((one) => [one.payer, one.asRegion])).toEqual([
      ['regions', true],
      ['municipalities', false],
    ])
    expect(years[0]!.members.map(({ name, payer, asRegion: part, agreedOre }) => [name, payer, part, agreedOre])).toEqual([
      ['Kassan', 'state', false, 1_600_000_000],
      ['Provregionen', 'regions', false, 400_000_000],
      ['Andra kommunen', 'regions', true, 400_000_000],
      ['Andra kommunen', 'municipalities', false, 400_000_000],
      ['Provkommun 1', 'municipalities', false, 400_000_000],
    ])
    expect(years[0]!.warnings.filter(({ key }) => key === 'contributions.warn.notByLaw')).toEqual([])
    expect(await rows()).toHaveLength(5)
  })

  test('decides and pays each part apart: what is less in one sets the level by that quarter', async () => {
    await agree()
    await record({ ...asRegion, amountOre: 300_000_000 })
    await record({ organisationId: second, amountOre: 400_000_000 })
    const { years, entries } = await record({ ...asRegion, step: 'paid', amountOre: 300_000_000, dated: '2026-11-21' })
    const [year] = years
    expect(year!.level).toMatchObject({ totalOre: 2_800_000_000, binding: ['regions'], leverage: 4 })
    const parts = year!.members.filter(({ organisationId }) => organisationId === second)
    expect(parts.map(({ payer, decidedOre, paidOre, matchedOre, status }) => [payer, decidedOre, paidOre, matchedOre, status])).toEqual([
      ['regions', 300_000_000, 300_000_000, 300_000_000, 'paid'],
      ['municipalities', 400_000_000, null, 350_000_000, 'decided'],
    ])
    expect(year!.warnings[0]).toMatchObject({ key: 'contributions.warn.belowLevel', args: { member: 'Andra kommunen', asRegion: 1 } })
    expect(entries.find(({ step }) => step === 'paid')).toMatchObject(asRegion)
  })

  test('is alone in giving so: a municipality in a region is refused, and nothing is written', async () => {
    expect(await refusal(record({ organisationId: municipality, asRegion: true }))).toMatchObject({
      ...{ status: 422, key: 'contributions.insideRegion' },
    })
    expect(await refusal(record({ organisationId: region, asRegion: true }))).toMatchObject({ status: 422 })
    expect(await rows()).toEqual([])
  })

  test('keeps what it has given when it comes to be in a region', async () => {
    await record({ ...asRegion, amountOre: 100 })
    await outside(false)
    const { members } = await call(getContributions, { params })
    await outside(true)
    expect(members.filter(({ asRegion: part }) => part)).toHaveLength(1)
  })
})
