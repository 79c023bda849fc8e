import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildWorld, testApp, transportAs, world } from '../../test/api.ts'
import { testDatabase } from '../../test/database.ts'
import { call, CallError, useTransport } from '../platform/call.ts'
import type { Database } from '../platform/database.ts'
import { getAssociation, getNetwork, listAssociations, listMunicipalities, placeMunicipality } from './contract.ts'
import { loadRegister, register, stableId } from './register.ts'

let database: Database
let app: FastifyInstance
beforeAll(async () => {
  database = await testDatabase()
  await loadRegister(database.queries)
  await buildWorld(database)
  await database.queries
    .insertInto('organisation')
    .values({
      id: stableId('prov region'),
      name: 'Provregionen',
      party: 'region',
      municipality_code: null,
      region_code: 'XA',
      fictive: true,
    })
    .execute()
  app = await testApp(database)
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(() => useTransport(transportAs(app, undefined)))

const [associations, municipalities, regions] = [register.associations(), register.municipalities(), register.regions()]

describe('the register as shipped', () => {
  test('has 70 associations, 290 municipalities and 21 regions, each once', () => {
    expect(new Set(associations.map(({ slug }) => slug)).size).toBe(70)
    expect(new Set(municipalities.map(({ code }) => code)).size).toBe(290)
    expect(new Set(regions.map(({ code }) => code)).size).toBe(21)
    expect([associations, municipalities, regions].map(({ length }) => length)).toEqual([70, 290, 21])
  })
  test('says of every row where it is from, from when, and how sure it is', () => {
    expect(associations.filter(({ source, confidence }) => !source || !/^[ABC]$/.test(confidence))).toEqual([])
    expect(register.about()).toMatchObject({ register: { year: 2026, statedYear: 2025 }, population: { source: 'Källa: SCB', year: 2019 } })
  })
  test('has the population of Sweden at the end of 2019', () => {
    expect(municipalities.reduce((sum, { population }) => sum + population, 0)).toBe(10_327_589)
    expect(municipalities.filter((one) => one.workingAgeEstimate >= one.population)).toEqual([])
  })
  test('says the same from both ends: the association’s municipalities and the municipality’s association', () => {
    const areaOf = (slug: string): string[] => municipalities.filter(({ association }) => association === slug).map(({ code }) => code)
    for (const { slug, municipalities: area } of associations) expect(areaOf(slug).sort(), slug).toEqual([...area].sort())
    expect(municipalities.filter(({ association, membership }) => (association === null) !== (membership === 'unresolved'))).toEqual([])
  })
})

describe('the network', () => {
  test('shows what is stated beside the rows that are held', async () => {
    expect(await call(getNetwork)).toEqual({
      fictive: false,
      associations: { rows: 70, stated: 72 },
      municipalities: { rows: 290, placed: 256, stated: 274 },
      regions: 21,
      statedYear: 2025,
      populationSource: 'Källa: SCB 2019',
    })
  })
  test('never mixes the register with what is invented', async () => {
    expect(await call(getNetwork, { query: { layer: 'fictive' } })).toMatchObject({
      fictive: true,
      associations: { rows: 2, stated: null },
      municipalities: { rows: 2, placed: 2, stated: null },
    })
    expect((await call(listAssociations)).filter(({ fictive }) => fictive)).toEqual([])
    expect((await call(listMunicipalities, { query: { layer: 'fictive' } })).map(({ code }) => code)).toEqual(['9001', '9002'])
  })
  test('never says that a municipality is outside: 34 are outside or unknown', async () => {
    const tiles = await call(listMunicipalities)
    const count = (status: string): number => tiles.filter((tile) => tile.status === status).length
    expect(count('unknown')).toBe(34)
    expect(count('member') + count('inferred')).toBe(256)
    expect(new Set(tiles.map(({ status }) => status))).toEqual(new Set(['member', 'inferred', 'unknown']))
  })
  test('is listed in Swedish order', async () => {
    const names = (await call(listAssociations)).map(({ name }) => name)
    expect(names).toEqual([...names].sort(new Intl.Collator('sv').compare))
  })
})

describe('an association', () => {
  test('has the state, its regions and its municipalities as members, with source, year and confidence', async () => {
    const one = await call(getAssociation, { params: { slug: 'stockholm-stad' } })
    expect(one).toMatchObject({
      name: 'Samordningsförbundet Stockholms stad',
      confidence: 'A',
      sourceYear: 2026,
      municipalities: ['Stockholm'],
    })
    expect(one.source).toMatch(/^https:/)
    expect(one.members.map(({ name, party }) => `${party} ${name}`).sort()).toEqual([
      ...['municipality Stockholms kommun', 'region Region Stockholm', 'stateAf Arbetsförmedlingen', 'stateFk Försäkringskassan'],
    ])
  })
  test('on Gotland has a municipality and no region (5 a §)', async () => {
    const gotland = associations.find(({ municipalities: area }) => area.includes('0980'))!
    const { members } = await call(getAssociation, { params: { slug: gotland.slug } })
    expect(members.map(({ party }) => party).sort()).toEqual(['municipality', 'stateAf', 'stateFk'])
  })
  test('keeps its address when the register is loaded anew', () => {
    expect(stableId('stockholm-stad')).toBe(stableId('stockholm-stad'))
    expect(stableId('stockholm-stad')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })
  test('that does not exist is not found', async () => {
    await expect(call(getAssociation, { params: { slug: 'finns-inte' } })).rejects.toMatchObject({ status: 404 })
  })
})

describe('a correction of the register', () => {
  const [associationId] = world.associations
  const correct = (municipalityCode: string, belongs: boolean, source = 'Förbundsordningen 2026') => {
    useTransport(transportAs(app, 'associationadmin.1'))
    return call(placeMunicipality, { params: { associationId }, body: { municipalityCode, belongs, source } })
  }
  const rows = () =>
    database.queries
      .selectFrom('association_municipality')
      .select(['municipality_code', 'source', 'valid_to'])
      .where('association_id', '=', associationId)
      .orderBy('municipality_code')
      .execute()

  const memberships = () =>
    database.queries
      .selectFrom('membership as ms')
      .innerJoin('organisation as o', 'o.id', 'ms.organisation_id')
      .select(['o.name', 'ms.inferred', 'ms.valid_from', 'ms.valid_to'])
      .where('ms.association_id', '=', associationId)
      .orderBy('o.name')
      .orderBy('ms.valid_from')
      .execute()
  const membersAfter = async (...given: Parameters<typeof correct>) =>
    (await correct(...given)).members.map(({ name, inferred }) => `${name}${inferred ? ' (inferred)' : ''}`)

  test('adds a municipality with its source, and takes one out without forgetting it', async () => {
    expect((await correct('9002', true)).area.map(({ code }) => code)).toEqual(['9001', '9002'])
    expect((await correct('9001', false)).area.map(({ code }) => code)).toEqual(['9002'])
    expect(await rows()).toEqual([
      { municipality_code: '9001', source: null, valid_to: '2026-11-22' },
      { municipality_code: '9002', source: 'Förbundsordningen 2026', valid_to: null },
    ])
  })
  test('can be taken back the same day', async () => {
    await correct('9002', false)
    expect((await correct('9002', true, 'Ny förbundsordning')).area.map(({ code }) => code)).toEqual(['9002'])
    expect((await rows()).at(-1)).toEqual({ municipality_code: '9002', source: 'Ny förbundsordning', valid_to: null })
  })
  test('makes the municipality a member, and its region with the first of them; both leave again (§§ 1 and 4)', async () => {
    expect(await membersAfter('9001', true)).toEqual(['Provkommun 1', 'Provkommun 2', 'Provregionen (inferred)'])
    expect(await membersAfter('9002', false)).toEqual(['Provkommun 1', 'Provregionen (inferred)'])
    expect(await membersAfter('9001', false)).toEqual([])
    expect(await membersAfter('9001', true)).toEqual(['Provkommun 1', 'Provregionen (inferred)'])
    const today = '2026-11-22'
    // What was before is not forgotten; what was taken back the same day stands once.
    expect(await memberships()).toEqual([
      { name: 'Provkommun 1', inferred: false, valid_from: '-infinity', valid_to: today },
      { name: 'Provkommun 1', inferred: false, valid_from: today, valid_to: null },
      { name: 'Provkommun 2', inferred: false, valid_from: today, valid_to: today },
      { name: 'Provregionen', inferred: true, valid_from: today, valid_to: null },
    ])
  })
  test('of a municipality outside every region brings no region in', async () => {
    const outside = (is: boolean) =>
      database.queries.updateTable('municipality').set({ outside_region: is }).where('code', '=', '9001').execute()
    await outside(true)
    await correct('9001', false)
    await database.queries.deleteFrom('membership').where('organisation_id', '=', stableId('prov region')).execute()
    expect(await membersAfter('9001', true)).toEqual(['Provkommun 1'])
    await outside(false)
  })
  test('that confirms what was inferred of a member says so of it too', async () => {
    await database.queries.updateTable('membership').set({ inferred: true }).where('association_id', '=', associationId).execute()
    expect(await membersAfter('9001', true)).toEqual(['Provkommun 1', 'Provregionen (inferred)'])
  })
  test('that an earlier version left without members is set right by an update, and nothing else', async () => {
    const update = readFileSync(new URL('../../db/0109_members_follow_area.sql', import.meta.url), 'utf8')
    const others = () => database.queries.selectFrom('membership').selectAll().where('association_id', '<>', associationId).execute()
    const before = await others()
    await correct('9002', true)
    await correct('9001', false)
    await database.queries.deleteFrom('membership').where('association_id', '=', associationId).execute()
    const [left] = world.controllers
    await database.queries.insertInto('membership').values({ association_id: associationId, organisation_id: left }).execute()
    await database.script(update)
    const today = '2026-11-22'
    expect(await memberships()).toEqual([
      { name: 'Provkommun 1', inferred: false, valid_from: '-infinity', valid_to: today },
      { name: 'Provkommun 2', inferred: false, valid_from: today, valid_to: null },
      { name: 'Provregionen', inferred: true, valid_from: today, valid_to: null },
    ])
    expect(await others()).toEqual(before)
  })
  test.each(['0180', '1234'])('never hangs an invented association on a real municipality, or on none: %s', async (code) => {
    const refused = await correct(code, true).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(CallError)
    expect(refused).toMatchObject({ status: 422, key: 'associations.noSuchMunicipality' })
  })
  test('whose source holds a personnummer is refused', async () => {
    await expect(correct('9002', true, 'Beslut 850312-2395')).rejects.toMatchObject({
      status: 400,
      faults: [{ where: 'body.source', key: 'error.personnummer' }],
    })
  })
  test('needs a source', async () => {
    await expect(correct('9002', true, '  ')).rejects.toMatchObject({
      status: 400,
      faults: [{ where: 'body.source', key: 'associations.sourceNeeded' }],
    })
  })
})
