// On the embedded database alone: what is tested here is made of what stores give, and they are tested on both.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world } from '../../../test/api.ts'
import { openData } from '../../../test/openData.ts'
import type { Glance } from './contract.ts'

let open: Awaited<ReturnType<typeof openData>>
beforeAll(async () => {
  open = await openData()
}, 120_000)
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
