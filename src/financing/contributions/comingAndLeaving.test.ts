import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildWorld, testApp, transportAs, world } from '../../../test/api.ts'
import { testDatabase } from '../../../test/database.ts'
import { placeMunicipality } from '../../associations/contract.ts'
import { stableId } from '../../associations/register.ts'
import { call, useTransport } from '../../platform/call.ts'
import type { Database } from '../../platform/database.ts'
import { agreeContributions, recordContribution } from './contract.ts'
import type { ContributionBook } from './domain.ts'

let database: Database
let app: FastifyInstance
const [associationId] = world.associations
const params = { associationId }
const [fk, region, leaver, comer] = ['fk', 'region', 'leaver', 'comer'].map((name) => stableId(`coming ${name}`)) as [
  string,
  string,
  string,
  string,
]
const agree = (name: string, year: number, kronor: number) =>
  call(agreeContributions, {
    params,
    body: {
      ...{ id: stableId(name), dated: '2026-02-01', reference: 'Avtal', key: { key: 'population' } },
      years: [{ year, totalOre: kronor * 100 }],
    },
  })
const place = (municipalityCode: string, belongs: boolean) =>
  call(placeMunicipality, { params, body: { municipalityCode, belongs, source: 'Förbundsordningen 2026' } })
const municipal = ({ years }: ContributionBook) =>
  years.map(({ year, members }) => [
    year,
    ...members.filter(({ payer }) => payer === 'municipalities').map(({ name, agreedOre }) => `${name} ${agreedOre! / 100}`),
  ])
const warned = ({ years }: ContributionBook) => years.flatMap(({ warnings }) => warnings.map(({ key }) => key))

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  app = await testApp(database)
  const { queries } = database
  const towns = ['9003', '9004'].map((code, at) => ({
    ...{ code, name: `Kommun ${code}`, region_code: 'XA', population: 9000, population_year: 2019 },
    ...{ population_working_age_estimate: 6000 - 3000 * at, tile_column: at, tile_row: 9, fictive: true },
  }))
  await queries.insertInto('municipality').values(towns).execute()
  const plain = { municipality_code: null, region_code: null, fictive: true }
  const organisations = [
    { ...plain, id: fk, name: 'Kassan', party: 'stateFk' },
    { ...plain, id: region, name: 'Provregionen', party: 'region', region_code: 'XA' },
    { ...plain, id: leaver, name: 'Den som lämnar', party: 'municipality', municipality_code: '9003' },
    { ...plain, id: comer, name: 'Den som kommer', party: 'municipality', municipality_code: '9004' },
  ]
  await queries.insertInto('organisation').values(organisations).execute()
  const standing = organisations.filter(({ id }) => id !== comer)
  await queries
    .insertInto('membership')
    .values(standing.map(({ id }) => ({ association_id: associationId, organisation_id: id })))
    .execute()
  await queries.insertInto('association_municipality').values({ association_id: associationId, municipality_code: '9003' }).execute()
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(() => useTransport(transportAs(app, 'associationadmin.1')))

test('a new agreement is shared among those who are members now: who has left pays no more, who has come pays from then on', async () => {
  await agree('before', 2025, 32_000_000)
  await place('9004', true)
  await place('9003', false)
  const book = await agree('after', 2027, 48_000_000)
  expect(municipal(book)).toEqual([
    [2025, 'Den som lämnar 4000000', 'Provkommun 1 4000000'],
    [2027, 'Den som kommer 4000000', 'Provkommun 1 8000000'],
  ])
  expect(warned(book)).not.toContain('contributions.warn.noAmount')
})

test('who has left still pays what it owes, and who has come may have rows of the years before', async () => {
  const row = { year: 2025, step: 'decided' as const, amountOre: 100, dated: '2025-01-10', reference: 'KS § 1', motive: '', earmark: '' }
  await call(recordContribution, { params, body: { ...row, organisationId: leaver, step: 'paid', asRegion: false } })
  const book = await call(recordContribution, { params, body: { ...row, organisationId: comer, asRegion: false } })
  const [year] = book.years
  expect(year!.members.map(({ name, paidOre, decidedOre }) => [name, paidOre, decidedOre])).toContainEqual(['Den som kommer', null, 100])
  expect(year!.members.map(({ name, paidOre, decidedOre }) => [name, paidOre, decidedOre])).toContainEqual(['Den som lämnar', 100, null])
})
