// On the embedded database alone: what is tested here is made of what stores give, and they are tested on both.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { approve, enteredBy, moneyData } from '../../../../test/approvedMoney.ts'
import { testApp, world } from '../../../../test/api.ts'
import type { Dataset } from '../../../../test/openData.ts'
import { readPx } from '../../../../test/readPx.ts'
import type { NationalMoney } from '../../nationalMoney/contract.ts'

let open: Awaited<ReturnType<typeof moneyData>>
const [first, second] = world.associations
const table = '/api/v2/tables/money-contributions'
const whole = 'valuecodes[place]=*&valuecodes[party]=*&valuecodes[step]=*&valuecodes[ContentsCode]=*&valuecodes[Tid]=*'

beforeAll(async () => {
  open = await moneyData()
  await approve(open.database, first)
  await approve(open.database, second)
})
afterAll(async () => open.close())

/** The value of a JSON-stat answer at codes of its axes. */
function valueAt({ id, size, value, dimension }: Dataset, codes: Record<string, string>): number | null {
  const at = id.reduce((place, axis, n) => place * size[n]! + dimension[axis]!.category.index[codes[axis]!]!, 0)
  return value[at]!
}

describe('money as open tables', () => {
  test('stands among the tables in a folder of its own, in both versions of the interface', async () => {
    const { tables } = await open.json<{ tables: { id: string; subjectCode: string; firstPeriod: string }[] }>('/api/v2/tables?pageSize=50')
    expect(tables.filter(({ subjectCode }) => subjectCode === 'money').map(({ id, firstPeriod }) => [id, firstPeriod])).toEqual([
      ['money-contributions', '2023'],
      ['money-costs', '2023'],
    ])
    expect(tables.length).toBeGreaterThan(2)
    const old = await open.json<{ id: string }[]>('/api/v1/sv/samlad/money')
    expect(old.map(({ id }) => id)).toEqual(['money-contributions', 'money-costs'])
  })

  test('has the sums of the associations to the öre, as the page of money has them, and the country is their sum', async () => {
    const data = await open.json(`${table}/data?${whole}`)
    const { years, associations } = await open.json<NationalMoney>('/api/money')
    const at = (place: string, party: string, step: string) => valueAt(data, { place, party, step, ContentsCode: 'ORE', Tid: '2023' })
    expect(data.label).toMatch(/^PÅHITTADE DATA/)
    for (const [n, id] of world.associations.entries()) expect(at(id, 'all', 'DECIDED')).toBe(associations[n]!.decidedOre)
    expect(at('nation', 'all', 'AGREED')).toBe(years[0]!.agreedOre)
    for (const { payer, agreedOre, decidedOre, paidOre } of years[0]!.parties)
      expect(['AGREED', 'DECIDED', 'PAID'].map((step) => at('nation', payer, step))).toEqual([agreedOre, decidedOre, paidOre])
    const costs = await open.json(
      '/api/v2/tables/money-costs/data?valuecodes[place]=*&valuecodes[item]=*&valuecodes[ContentsCode]=*&valuecodes[Tid]=*',
    )
    const cost = (item: string) => valueAt(costs, { place: 'nation', item, ContentsCode: 'ORE', Tid: '2023' })
    expect(['LEVEL', 'INTERVENTIONS', 'ADMINISTRATION'].map(cost)).toEqual([
      years[0]!.levelOre,
      years[0]!.interventionsOre,
      years[0]!.administrationOre,
    ])
  })

  test('says that it is öre, that what is not entered is missing, and that nothing is hidden', async () => {
    const data = await open.json(`${table}/data?${whole}`)
    const contents = data.dimension.ContentsCode!.category as unknown as { unit: Record<string, { base: string }> }
    expect(contents.unit.ORE!.base).toBe('öre')
    const signs = new Set(Object.values(data.status ?? {}))
    expect(signs.has('...')).toBe(true)
    expect(signs.has('..')).toBe(false)
    expect(data.note.join(' ')).toContain('inget är dolt')
    expect(data.note.join(' ')).not.toContain('skyddat')
  })

  test('is given as CSV, Excel, PX and the formats of old clients', async () => {
    const [csv, px, xlsx] = await Promise.all(
      ['csv', 'px', 'xlsx'].map((format) => open.get(`${table}/data?${whole}&outputFormat=${format}`)),
    )
    const { associations } = await open.json<NationalMoney>('/api/money')
    expect(csv!.body).toContain(String(associations[0]!.decidedOre))
    expect(readPx(px!.body).keywords.get('UNITS')).toEqual(['öre'])
    expect(xlsx!.rawPayload.subarray(0, 2).toString()).toBe('PK')
    const query = [{ code: 'step', selection: { filter: 'item', values: ['PAID'] } }]
    const old = await open.post('/api/v1/sv/samlad/money/money-contributions', { query, response: { format: 'json' } })
    expect(old.json<{ data: unknown[] }>().data).toHaveLength(1)
  })

  test('is in the catalogue and in the download of everything, and has a tag by what it says', async () => {
    const rdf = (await open.get('/api/dcat')).body
    expect(rdf).toContain('/statistik/tabeller/money-contributions')
    expect((await open.get('/api/bulk')).rawPayload.includes(Buffer.from('money-costs.csv'))).toBe(true)
    const { headers } = await open.get(`${table}/data?${whole}`)
    const again = await open.get(`${table}/data?${whole}`, { 'if-none-match': String(headers.etag) })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })

  test('is told as it is now alone, and invented money to this machine alone', async () => {
    expect((await open.get(`${table}?asOf=2024-12-31`)).statusCode).toBe(404)
    const abroad = await testApp(open.database, undefined, { loopback: false })
    const listed = await abroad.inject({ method: 'GET', url: '/api/v2/tables' })
    expect(listed.json<{ tables: unknown[] }>().tables).toEqual([])
    expect((await abroad.inject({ method: 'GET', url: '/api/dcat' })).body).not.toContain('money-')
    await abroad.close()
  })

  test('says when it changed: also by a budget of administration, and by a contribution that is moved to another year', async () => {
    const { queries } = open.database
    const changed = async (): Promise<string> => {
      const { rows } = await sql<{ at: Date | string }>`select approved_money_changed() as at`.execute(queries)
      return new Date(rows[0]!.at).toISOString()
    }
    expect(await changed()).toBe('2024-02-01T00:00:00.000Z')
    const stamp = { association_id: first, recorded_by: enteredBy, reason: 'Prov' }
    const budget = { ...stamp, version: 1, lines: '[]', recorded_at: '2024-03-01T00:00:00Z' }
    await queries
      .insertInto('administration_budget')
      .values([
        { ...budget, year: 2023 },
        { ...budget, year: 2024, recorded_at: '2024-09-01T00:00:00Z' },
      ])
      .execute()
    expect(await changed()).toBe('2024-03-01T00:00:00.000Z')
    const entry = await queries.selectFrom('contribution_entry').selectAll().where('association_id', '=', first).executeTakeFirstOrThrow()
    const moved = (version: number, recorded_at: string) =>
      queries
        .insertInto('contribution_entry')
        .values({ ...entry, ...stamp, version, year: 2025, recorded_at })
        .execute()
    await moved(2, '2024-04-01T00:00:00Z')
    expect(await changed()).toBe('2024-04-01T00:00:00.000Z')
    // What happens to it in the other year is nothing of those that are out.
    await moved(3, '2024-05-01T00:00:00Z')
    expect(await changed()).toBe('2024-04-01T00:00:00.000Z')
  })

  test('loses what an association opens again', async () => {
    await approve(open.database, first, 'reopened', 2)
    const later = await testApp(open.database)
    const data = (await later.inject({ method: 'GET', url: `${table}/data?${whole}` })).json<Dataset>()
    expect(Object.keys(data.dimension.place!.category.index)).toEqual(['nation', second])
    await approve(open.database, second, 'reopened', 2)
    const none = await testApp(open.database)
    expect((await none.inject({ method: 'GET', url: table })).statusCode).toBe(404)
    await Promise.all([later.close(), none.close()])
  })
})
