// On the embedded database alone: what is tested here is made of what stores give, and they are tested on both.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stableId } from '../../associations/register.ts'
import { world } from '../../../test/api.ts'
import { coarseShare } from '../../disclosure/coarseShare.ts'
import { countOutside } from '../coverageStore.ts'
import { sql } from 'kysely'
import { approve, enteredBy, moneyData } from '../../../test/approvedMoney.ts'
import type { NationalMoney } from './contract.ts'

let open: Awaited<ReturnType<typeof moneyData>>
const [first, second] = world.associations
const money = async (): Promise<NationalMoney> => open.json<NationalMoney>('/api/money')

beforeAll(async () => void (open = await moneyData()), 120_000)
afterAll(async () => open.close())

describe('the money of the associations', () => {
  test('has nothing of a year that nobody has approved', async () =>
    expect(await money()).toEqual({ demo: true, whole: 2, years: [], associations: [] }))

  test('has amounts as they are entered, what is short of the agreement, and ratios, of what is approved alone', async () => {
    await approve(open.database, first)
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
    await approve(open.database, second)
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

  test('has the coverage that the release of the year tells, in coarse steps and never the number behind it', async () => {
    const { years } = await money()
    const { rows } = await sql<{ registered: number }>`
      select value::int as registered from ledger_cell where address = 'inPeriod 2023-01..2023-12'`.execute(open.database.queries)
    const { coverage } = years[0]!
    expect(coverage).toEqual(coarseShare(rows[0]!.registered, await countOutside(open.database.queries, 2023, true), 5))
    const notes = (await open.json('/api/v2/tables/participations-association-sex/data')).note
    expect(notes.filter((note) => note.startsWith('Täckning 2023: omkring'))).toHaveLength(1)
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

  test('has kronor by need once the national office shows the support measure, and of invented tables for invented associations alone', async () => {
    expect((await money()).years[0]!.perNeed).toBeNull()
    const show = (invented: boolean, version: number) =>
      open.database.queries
        .insertInto('allocation_model')
        .values({
          ...{ id: stableId(`need ${invented}`), version, name: 'Mått', year: 2023, note: '', invented, shows_need: version === 1 },
          ...{ rules: '{}', subjects: JSON.stringify([{ id: 'Provförbundet 1', supportMeasure: 250_000, population: 1 }]) },
          ...{ recorded_at: '2024-01-01T00:00:00Z', recorded_by: enteredBy },
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

  test('loses a year that the association opens again', async () => {
    await approve(open.database, first, 'reopened', 2)
    expect((await money()).associations.map(({ slug }) => slug)).toEqual(['prov-2'])
  })
})
