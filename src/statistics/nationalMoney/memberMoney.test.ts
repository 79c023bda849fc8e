// On the embedded database alone: what is tested here is made of what stores give, and they are tested on both.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stableId } from '../../associations/register.ts'
import { world } from '../../../test/api.ts'
import { approve, enteredBy, moneyData } from '../../../test/approvedMoney.ts'
import { isShown, valueOf } from '../../disclosure/cell.ts'
import { publishing, trial } from '../../../test/publications.ts'
import type { MemberMoney, MoneyMember, NationalMoney } from './contract.ts'

let open: Awaited<ReturnType<typeof moneyData>>
const [first, second] = world.associations
const money = async (): Promise<NationalMoney> => open.json<NationalMoney>('/api/money')

beforeAll(async () => {
  open = await moneyData()
  await approve(open.database, first)
  await approve(open.database, second)
})
afterAll(async () => open.close())

describe('a member that pays', () => {
  test('lists whoever gives, and tells a member its share of what all give and of its party, and what its decision moves', async () => {
    const members = await open.json<MoneyMember[]>('/api/money/members')
    expect(members.map(({ payer }) => payer)).toEqual(expect.arrayContaining(['state', 'municipalities']))
    const { associations } = await money()
    for (const { id, payer, name } of members) {
      const told = await open.json<MemberMoney>(`/api/money/members/${id}`)
      expect([told.name, told.payer]).toEqual([name, payer])
      for (const row of told.rows) {
        const line = associations.find(({ slug, year }) => slug === row.slug && year === row.year)!
        expect(row.shareOfAll).toBeCloseTo(row.decidedOre! / line.decidedOre!, 12)
        expect(row.setsLevel).toBe(line.setsLevel.includes(payer))
        // Where state and municipalities share alone each krona less takes two (§ 5 a); the other party has what is not matched to spare.
        expect([row.leverage, row.slackOre]).toEqual(row.setsLevel ? [2, 0] : [null, 10_000_000])
        expect([row.toldOf, row.exits?.n === undefined]).toEqual(['2023', row.exits === null])
      }
      expect(told.years[0]!.decidedOre).toBe(told.rows.reduce((sum, row) => sum + row.decidedOre!, 0))
    }
  })

  test('tells a member the interventions of its associations, its part of their cost and what is published of them', async () => {
    const place = { population: 'inPeriod', place: 'intervention', region: false, by: [] } as const
    await publishing(open.app).release({
      ...trial,
      ...{ title: { sv: 'Insatser 2023', en: '' }, year: 2023, month: 12, tables: [{ ...place, by: ['sex'] }] },
    })
    const members = await open.json<MoneyMember[]>('/api/money/members')
    const { id } = members.find(({ payer }) => payer === 'state')!
    const ask = () => open.json<MemberMoney>(`/api/money/members/${id}`)
    // What comes out is seen within a second.
    await expect.poll(async () => (await ask()).interventions[0]!.participations, { timeout: 10_000 }).not.toBeNull()
    const told = await ask()
    const spent = new Map(
      (await open.database.queries.selectFrom('intervention_year').selectAll().where('year', '=', 2023).execute()).map((row) => [
        row.intervention_id,
        row.actual_ore!,
      ]),
    )
    expect(told.interventions.map(({ slug, id: one, actualOre }) => [slug, one, actualOre])).toEqual([
      ['prov-1', world.interventions[0], spent.get(world.interventions[0])],
      ['prov-2', world.interventions[1], spent.get(world.interventions[1])],
    ])
    const cells = await open.database.queries.selectFrom('ledger_cell').selectAll().execute()
    for (const [at, one] of told.interventions.entries()) {
      const { shareOfAll } = told.rows.find(({ slug }) => slug === one.slug)!
      expect(one.shareOre).toBe(Math.round(one.actualOre! * shareOfAll!))
      const address = `inPeriod 2023-01..2023-12 association=${world.associations[at]!} intervention=${one.id}`
      const published = cells.find((cell) => cell.address === address)!.value
      expect(one.participations).toEqual(published === null ? { kind: 'suppressed' } : { kind: 'shown', value: published })
      expect(one.perParticipationOre).toBe(published === null ? null : Math.round(one.actualOre! / published))
      const left = one.exits && isShown(one.exits.value) ? valueOf(one.exits.value)! : 0
      expect(one.perExitOre).toBe(left > 0 ? Math.round(one.actualOre! / left) : null)
    }
    expect(JSON.stringify(told)).not.toContain('Hemligt skäl')
  })

  test('tells a member which of them are in its own area, and sets apart those whose area nobody has stated', async () => {
    const { queries } = open.database
    const members = await open.json<MoneyMember[]>('/api/money/members')
    const [own, state] = ['municipalities', 'state'].map((payer) => members.find((one) => one.payer === payer && !one.name.includes('2'))!)
    const where = async ({ id }: MoneyMember = own!) =>
      (await open.json<MemberMoney>(`/api/money/members/${id}`)).interventions.map(({ slug, inArea, areaBy, area }) => [
        slug,
        inArea,
        areaBy,
        area,
      ])
    const state1 = (codes: string[]) =>
      queries.updateTable('intervention').set({ municipalities: codes }).where('id', '=', world.interventions[0]).execute()
    // The association is its only municipality's.
    expect(await where()).toEqual([['prov-1', 'yes', 'association', []]])
    await queries
      .insertInto('association_municipality')
      .values({ association_id: first, municipality_code: '9002', source: null })
      .execute()
    expect(await where()).toEqual([['prov-1', 'unknown', 'unknown', []]])
    await state1(['9002'])
    expect(await where()).toEqual([['prov-1', 'no', 'stated', ['Provkommun 2']]])
    await state1(['9001', '9002'])
    expect(await where()).toEqual([['prov-1', 'yes', 'stated', ['Provkommun 1', 'Provkommun 2']]])
    expect((await where(state)).map(([, inArea]) => inArea)).toEqual(['yes', 'yes'])
    await state1([])
    await queries
      .deleteFrom('association_municipality')
      .where('association_id', '=', first)
      .where('municipality_code', '=', '9002')
      .execute()
  })

  test('does not know one who gives nothing', async () =>
    expect((await open.get(`/api/money/members/${crypto.randomUUID()}`)).statusCode).toBe(404))

  test('has what a municipality outside every region gives in the part of the regions, and tells it apart (§ 5 a)', async () => {
    const { queries } = open.database
    const region = {
      id: stableId('region'),
      name: 'Provregionen',
      party: 'region',
      municipality_code: null,
      region_code: 'XA',
      fictive: true,
    }
    await queries.insertInto('organisation').values(region).execute()
    await queries.insertInto('membership').values({ association_id: second, organisation_id: region.id }).execute()
    await queries.updateTable('municipality').set({ outside_region: true }).where('code', '=', '9002').execute()
    const gives = (organisation_id: string, amount_ore: number, as_region: boolean) => ({
      ...{ association_id: second, id: crypto.randomUUID(), version: 1, withdrawn: false, year: 2023, organisation_id, step: 'decided' },
      ...{ amount_ore, as_region, dated: '2022-11-01', reference: 'Prov', motive: '', reason: '' },
      ...{ recorded_at: '2022-11-02T09:00:00Z', recorded_by: enteredBy },
    })
    await queries
      .insertInto('contribution_entry')
      .values([gives(region.id, 30_000_000, false), gives(world.controllers[1], 15_000_000, true)])
      .execute()
    const { years, associations } = await money()
    expect(years[0]!.parties.map(({ payer, decidedOre }) => [payer, decidedOre])).toEqual([
      ['state', 200_000_000],
      ['regions', 45_000_000],
      ['municipalities', 180_000_000],
    ])
    // 4 · 45 of the regions, 2 · 100 of the state and 4 · 90 of the municipalities: the regions set the level.
    expect(associations[1]).toMatchObject({ levelOre: 180_000_000, setsLevel: ['regions'], decidedOre: 235_000_000 })
    const { payer, rows } = await open.json<MemberMoney>(`/api/money/members/${world.controllers[1]}`)
    expect(payer).toBe('municipalities')
    expect(rows.map(({ asRegion, decidedOre, setsLevel }) => [asRegion, decidedOre, setsLevel]).sort()).toEqual([
      [false, 90_000_000, false],
      [true, 15_000_000, true],
    ])
    expect((await open.get('/api/money.csv')).body).toMatch(/;regions;;45000000;;180000000/)
  })
})
