// On the embedded database alone: what is tested here is made of what stores give, and they are tested on both.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world } from '../../../test/api.ts'
import { openData } from '../../../test/openData.ts'
import { publishing, trial } from '../../../test/publications.ts'
import type { Glance, MethodGlance } from './contract.ts'

let open: Awaited<ReturnType<typeof openData>>
beforeAll(async () => {
  open = await openData()
})
afterAll(async () => open.close())
const glance = async (query = ''): Promise<Glance> => open.json<Glance>(`/api/glance${query}`)
const ledger = async (): Promise<Map<string, number | null>> => {
  const rows = await open.database.queries.selectFrom('ledger_cell').selectAll().execute()
  return new Map(rows.map(({ address, value }) => [address, value]))
}

describe('the nation at a glance', () => {
  test('tells whole years only, each number as it is published', async () => {
    const { years, counts, demo } = await glance()
    const cells = await ledger()
    expect([years, demo]).toEqual([['2022', '2023'], true])
    expect(counts.map(({ key }) => key)).toEqual(['exits'])
    expect(counts[0]!.cells).toEqual(years.map((year) => ({ kind: 'shown', value: cells.get(`exits ${year}-01..${year}-12`) })))
    const woman = counts[0]!.bySex.find(({ label }) => label === 'Kvinna')!
    expect(woman.cells).toEqual(years.map((year) => ({ kind: 'shown', value: cells.get(`exits ${year}-01..${year}-12 sex=woman`) })))
  })
  test('tells an outcome as a share of published numbers, with its interval and what is unknown', async () => {
    const { outcome, years } = await glance()
    const cells = await ledger()
    const [x, n] = [' afterExit=workOrStudy', ''].map((rest) => cells.get(`exits ${years[1]!}-01..${years[1]!}-12${rest}`)!)
    const { share, value } = outcome!.figures[1]!
    expect(value).toEqual({ kind: 'shown', value: x })
    expect(share!.share).toBeCloseTo(x! / n!, 12)
    expect(share!.lower).toBeLessThan(share!.share)
    expect(share!.mostIfUnknown).toBeGreaterThanOrEqual(share!.share)
    expect(outcome!.table).toMatch(/^exits-.*afterexit/)
  })
  test('names associations in the order of the alphabet, with numbers of the newest year', async () => {
    const { associations, reporting } = await glance()
    expect(associations.map(({ slug }) => slug)).toEqual(['prov-1', 'prov-2'])
    expect(reporting).toEqual({ part: 2, whole: 2 })
  })
  test('every table named is there', async () => {
    const { counts, outcome, tables } = await glance()
    const ids = tables.map(({ id }) => id)
    for (const { table } of [...counts, outcome!]) expect(ids).toContain(table)
  })
})

describe('an association at a glance', () => {
  test('has its own published numbers, hidden ones hidden', async () => {
    const { place, counts, associations } = await glance('?association=prov-2')
    expect([place, associations]).toEqual([{ name: 'Provförbundet 2', slug: 'prov-2' }, []])
    const cells = await ledger()
    counts[0]!.cells.forEach((cell, at) => {
      const published = cells.get(`exits ${2022 + at}-01..${2022 + at}-12 association=${world.associations[1]}`)
      expect(cell).toEqual(published === null ? { kind: 'suppressed' } : { kind: 'shown', value: published })
    })
  })
  test('that is not there is not found', async () => expect((await open.get('/api/glance?association=nowhere')).statusCode).toBe(404))
})

describe('money at a glance', () => {
  const approve = async (association: string, month: number, act: 'approved' | 'reopened', step: number): Promise<void> => {
    const row = { association_id: association, year: 2023, month, step, act, note: '', recorded_by: 'associationadmin.1' }
    await open.database.queries
      .insertInto('reporting_step')
      .values({ ...row, recorded_at: '2024-02-01T00:00:00Z' })
      .execute()
  }
  test('is told of years that the association has approved whole, and of no others', async () => {
    const [association] = world.associations
    expect((await glance()).money).toEqual([])
    await approve(association, 8, 'approved', 1)
    expect((await glance('?association=prov-1')).money).toEqual([])
    await approve(association, 12, 'approved', 1)
    const told = [{ year: 2023, budget: null, actual: 1_000_000, interventions: 1, associations: 1 }]
    expect((await glance('?association=prov-1')).money).toEqual(told)
    expect((await glance()).money).toEqual(told)
    expect((await glance('?association=prov-2')).money).toEqual([])
  })
  test('is gone again when the year is opened', async () => {
    await approve(world.associations[0], 12, 'reopened', 2)
    expect((await glance()).money).toEqual([])
  })
})

describe('a method at a glance', () => {
  const method = async (code: string): Promise<MethodGlance> => open.json<MethodGlance>(`/api/glance/methods/${code}`)
  test('names the interventions that work by it, once for each association', async () => {
    const { queries } = open.database
    await queries
      .insertInto('method')
      .values({
        code: 'IPS',
        name: 'IPS',
        alias: null,
        category: 'arbete',
        description: 'Stöd',
        evidence_level: 'gissad',
        evidence_verified: false,
        evidence_source: null,
      })
      .onConflict((on) => on.doNothing())
      .execute()
    await queries
      .updateTable('intervention')
      .set({ methods: ['IPS', 'X'] })
      .where('id', '=', world.interventions[0])
      .execute()
    const told = await method('IPS')
    expect(told.interventions.map(({ name, association, others }) => [name, association.slug, others])).toEqual([
      ['Provinsats 1', 'prov-1', ['X']],
    ])
    expect(told.method.evidenceLevel).toBeNull()
  })
  test('has no figures before any of interventions are out, and then those that are out', async () => {
    expect(await method('IPS')).toMatchObject({ year: null, tables: [], interventions: [{ exits: null, outcome: null }] })
    const { release } = publishing(open.app)
    await release({
      ...trial,
      title: { sv: 'Insatser', en: '' },
      year: 2021,
      month: 12,
      tables: [{ population: 'exits', place: 'intervention', region: false, by: ['afterExit'] }],
    })
    await new Promise((resolve) => setTimeout(resolve, 1100))
    const told = await method('IPS')
    const cells = await ledger()
    const published = cells.get(`exits 2021-01..2021-12 association=${world.associations[0]} intervention=${world.interventions[0]}`)
    expect(published).toBeGreaterThan(4)
    expect([told.year, told.interventions[0]!.exits!.value]).toEqual(['2021', { kind: 'shown', value: published }])
    expect(told.interventions[0]!.outcome!.n).toEqual({ kind: 'shown', value: published })
  })
  test('that is not in the catalogue is not found', async () => expect((await open.get('/api/glance/methods/NOPE')).statusCode).toBe(404))
})
