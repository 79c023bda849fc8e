// On the embedded database alone: what is tested here is made of what stores give, and they are tested on both.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stableId } from '../../associations/register.ts'
import { world } from '../../../test/api.ts'
import { isShown, valueOf } from '../../disclosure/cell.ts'
import { openData } from '../../../test/openData.ts'
import { publishing, trial } from '../../../test/publications.ts'
import type { MemberMoney, MoneyMember, NationalMoney } from './contract.ts'

let open: Awaited<ReturnType<typeof openData>>
const [first, second] = world.associations
const money = async (): Promise<NationalMoney> => open.json<NationalMoney>('/api/money')
const by = 'associationadmin.1'

async function approve(associationId: string, act: 'approved' | 'reopened' = 'approved', step = 1): Promise<void> {
  await open.database.queries
    .insertInto('reporting_step')
    .values({
      ...{ association_id: associationId, year: 2023, month: 12, step, act, note: '', recorded_by: by },
      recorded_at: '2024-02-01T00:00:00Z',
    })
    .execute()
}

async function enterBooks(associationId: string): Promise<void> {
  const { queries } = open.database
  const members = await queries
    .selectFrom('membership as ms')
    .innerJoin('organisation as o', 'o.id', 'ms.organisation_id')
    .select(['o.id', 'o.party'])
    .where('ms.association_id', '=', associationId)
    .where('o.party', 'in', ['stateFk', 'region', 'municipality'])
    .execute()
  const rows = members.flatMap(({ id, party }) =>
    (['agreed', 'decided'] as const).map((step) => ({
      ...{ association_id: associationId, id: crypto.randomUUID(), version: 1, withdrawn: false, year: 2023, organisation_id: id, step },
      amount_ore: party === 'municipality' && step === 'decided' ? 90_000_000 : 100_000_000,
      ...{
        dated: '2022-11-01',
        reference: 'Prov',
        motive: 'Hemligt skäl',
        reason: '',
        recorded_at: '2022-11-02T09:00:00Z',
        recorded_by: by,
      },
    })),
  )
  await queries.insertInto('contribution_entry').values(rows).execute()
  await queries
    .insertInto('association_economy')
    .values({
      interventions_plan_ore: null,
      ...{ association_id: associationId, year: 2023, version: 1, opening_equity_ore: 1, ceiling_percent: null, reason: '' },
      ...{
        administration_budget_ore: 20_000_000,
        administration_actual_ore: 25_000_000,
        recorded_at: '2023-01-02T09:00:00Z',
        recorded_by: by,
      },
    })
    .execute()
  await queries
    .insertInto('intervention_year')
    .values({
      ...{ association_id: associationId, intervention_id: world.interventions[associationId === first ? 0 : 1], year: 2023 },
      ...{ planned_participants: 9, budget_ore: 80_000_000, actual_ore: 75_000_000 },
    })
    .onConflict((on) => on.doNothing())
    .execute()
}

beforeAll(async () => {
  open = await openData()
  const participations = { population: 'inPeriod', place: 'association', region: false, by: ['sex'] } as const
  await publishing(open.app).release({
    ...trial,
    ...{ title: { sv: 'Deltaganden 2023', en: '' }, year: 2023, month: 12, tables: [{ ...participations, by: ['sex'] }] },
  })
  const state = { id: stableId('state'), name: 'Kassan', party: 'stateFk', municipality_code: null, region_code: null, fictive: true }
  await open.database.queries.insertInto('organisation').values(state).execute()
  await open.database.queries
    .insertInto('membership')
    .values([first, second].map((association_id) => ({ association_id, organisation_id: state.id })))
    .execute()
  await enterBooks(first)
  await enterBooks(second)
}, 120_000)
afterAll(async () => open.close())

describe('the money of the associations', () => {
  test('has nothing of a year that nobody has approved', async () =>
    expect(await money()).toEqual({ demo: true, whole: 2, years: [], associations: [] }))

  test('has amounts as they are entered, what is short of the agreement, and ratios, of what is approved alone', async () => {
    await approve(first)
    const { years, associations } = await money()
    const [year] = years
    const [line] = associations
    expect([years.length, associations.length, year!.approved]).toEqual([1, 1, 1])
    expect(line!.agreedOre! - line!.decidedOre!).toBe(10_000_000 * year!.parties.filter(({ payer }) => payer === 'municipalities').length)
    expect(line!.missingOre).toBe(line!.agreedOre! - line!.levelOre!)
    expect(line!.missingOre).toBeGreaterThan(0)
    expect([line!.setsLevel, year!.belowAgreed]).toEqual([['municipalities'], 1])
    expect(line!.administrationShare).toBeCloseTo(25 / (25 + line!.interventionsOre! / 1e6), 12)
    const { people } = await open.database.queries
      .selectFrom('association_municipality as am')
      .innerJoin('municipality as m', 'm.code', 'am.municipality_code')
      .select((on) => on.fn.sum<number>('m.population_working_age_estimate').as('people'))
      .where('am.association_id', '=', first)
      .executeTakeFirstOrThrow()
    expect(line!.perInhabitantOre).toBe(Math.round(line!.decidedOre! / Number(people)))
  })

  test('divides by published participations alone, and sums what is divided', async () => {
    await approve(second)
    const { years, associations } = await money()
    const rows = await open.database.queries.selectFrom('ledger_cell').selectAll().execute()
    const shown = associations.map((line, at) => {
      const address = `inPeriod 2023-01..2023-12 association=${world.associations[at]!}`
      const published = rows.find((row) => row.address === address)!.value
      expect(line.participations).toEqual(published === null ? { kind: 'suppressed' } : { kind: 'shown', value: published })
      const cost = line.interventionsOre! + line.administrationOre!
      expect(line.perParticipationOre).toBe(published === null ? null : Math.round(cost / published))
      return published === null ? [0, 0] : [cost, published]
    })
    const [cost, heads] = [0, 1].map((at) => shown.reduce((sum, pair) => sum + pair[at]!, 0))
    const known = shown.filter(([, n]) => n! > 0).length
    expect(known).toBeGreaterThan(0)
    expect(years[0]!.perParticipation).toEqual({ ore: Math.round(cost! / heads!), associations: known })
    expect(years[0]!.spread!.associations).toBe(2)
  })

  test('as a file has a line per association, year and party, and no motive', async () => {
    const { body } = await open.get('/api/money.csv')
    const lines = body.replace('\uFEFF', '').trim().split('\r\n')
    expect(lines[0]).toBe('year;slug;association;party;agreed_ore;decided_ore;paid_ore;level_ore')
    expect(lines.length).toBeGreaterThan(3)
    expect(
      lines.every(
        (line, at) => at === 0 || /^2023;prov-[12];.*(PÅHITTADE|påhittade|Påhittade).*;(state|regions|municipalities);/.test(line),
      ),
    ).toBe(true)
    const { queries } = open.database
    await queries.updateTable('association').set({ name: '=1+1' }).where('id', '=', first).execute()
    expect((await open.get('/api/money.csv')).body).toMatch(/^2023;prov-1;'=1\+1 /m)
    await queries.updateTable('association').set({ name: 'Provförbundet 1' }).where('id', '=', first).execute()
    expect(body + JSON.stringify(await money())).not.toContain('Hemligt skäl')
  })

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

  test('has kronor by need once the national office shows the support measure, and of invented tables for invented associations alone', async () => {
    expect((await money()).years[0]!.perNeed).toBeNull()
    const show = (invented: boolean, version: number) =>
      open.database.queries
        .insertInto('allocation_model')
        .values({
          ...{ id: stableId(`need ${invented}`), version, name: 'Mått', year: 2023, note: '', invented, shows_need: version === 1 },
          ...{ rules: '{}', subjects: JSON.stringify([{ id: 'Provförbundet 1', supportMeasure: 250_000, population: 1 }]) },
          ...{ recorded_at: '2024-01-01T00:00:00Z', recorded_by: by },
        })
        .execute()
    await show(false, 1)
    expect((await money()).years[0]!.perNeed).toBeNull()
    await show(true, 1)
    const { years, associations } = await money()
    const [line, other] = associations
    expect(line!.perNeedOre).toBe(Math.round(line!.decidedOre! / 250))
    expect([other!.perNeedOre, years[0]!.perNeed]).toEqual([null, { ore: line!.perNeedOre, associations: 1 }])
    await show(true, 2)
    expect((await money()).years[0]!.perNeed).toBeNull()
  })

  test('does not know one who gives nothing', async () =>
    expect((await open.get(`/api/money/members/${crypto.randomUUID()}`)).statusCode).toBe(404))

  test('loses a year that the association opens again', async () => {
    await approve(first, 'reopened', 2)
    expect((await money()).associations.map(({ slug }) => slug)).toEqual(['prov-2'])
  })
})
