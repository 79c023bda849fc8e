import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildWorld, world } from '../../test/api.ts'
import { testDatabase } from '../../test/database.ts'
import { addParticipations } from '../../test/facts.ts'
import { seededRandom } from '../probability/seededRandom.ts'
import { ExitReason } from '../participations/codes.ts'
import type { Database } from '../platform/database.ts'
import { getCost, listCountRows } from './coverageStore.ts'
import type { Place } from './placeStore.ts'

const [first, second] = world.associations
const [shared] = world.interventions
const place = (kind: Place['kind'], code = ''): Place => ({ kind, code, address: '', name: '', within: [] })
const kronor = async (where: Place) => {
  const { ore, isAll } = await getCost(database.queries, where, [2023, 2024], true)
  return [ore / 100, isAll]
}
const enter = async (association_id: string, year: number, actual: number | null): Promise<void> => {
  await database.queries
    .insertInto('intervention_year')
    .values({
      ...{ association_id, intervention_id: shared, year, planned_participants: null, budget_ore: null },
      actual_ore: actual && actual * 100,
    })
    .onConflict((conflict) =>
      conflict.columns(['association_id', 'intervention_id', 'year']).doUpdateSet({ actual_ore: actual && actual * 100 }),
    )
    .execute()
}

let database: Database
beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  const { queries } = database
  await queries
    .insertInto('intervention_association')
    .values({ intervention_id: shared, association_id: second, share_percent: 40 })
    .execute()
  await queries
    .updateTable('intervention_association')
    .set({ share_percent: 60 })
    .where('intervention_id', '=', shared)
    .where('association_id', '=', first)
    .execute()
  for (const year of [2023, 2024]) await enter(first, year, 300_000)
})
afterAll(() => database.close())

describe('a shared intervention', () => {
  test('costs an association what it has entered itself, not a share of it', async () => {
    expect(await kronor(place('association', first))).toEqual([600_000, true])
  })
  test('has no known cost for one that has entered nothing, nor in all', async () => {
    expect(await kronor(place('association', second))).toEqual([0, false])
    expect(await kronor(place('intervention', shared))).toEqual([0, false])
  })
  test('has none either while one year of one association is missing', async () => {
    await enter(second, 2023, 200_000)
    await enter(second, 2024, null)
    expect(await kronor(place('intervention', shared))).toEqual([0, false])
  })
  test('costs in all what all have entered', async () => {
    await enter(second, 2024, 250_000)
    expect(await kronor(place('intervention', shared))).toEqual([1_050_000, true])
    expect(await kronor(place('association', second))).toEqual([450_000, false])
  })
  test('does not wait for who has no share of it any longer', async () => {
    const { queries } = database
    const ofSecond = queries
      .updateTable('intervention_association')
      .where('association_id', '=', second)
      .where('intervention_id', '=', shared)
    await ofSecond.set({ share_percent: 0 }).execute()
    await enter(second, 2024, null)
    expect(await kronor(place('intervention', shared))).toEqual([800_000, true])
    const ofOwn = { association_id: second, intervention_id: world.interventions[1], planned_participants: null, budget_ore: null }
    const years = [2023, 2024].map((year) => ({ ...ofOwn, year, actual_ore: 10_000_000 }))
    await queries.insertInto('intervention_year').values(years).execute()
    await queries.deleteFrom('intervention_year').where('association_id', '=', second).where('intervention_id', '=', shared).execute()
    expect(await kronor(place('association', second))).toEqual([200_000, true])
    await enter(second, 2023, 200_000)
    await ofSecond.set({ share_percent: 40 }).execute()
  })
  test('needs no money for years before it began or after it ended', async () => {
    const ofShared = database.queries.updateTable('intervention').where('id', '=', shared)
    await ofShared.set({ start_date: '2023-03-01', end_date: '2023-11-30' }).execute()
    expect(await kronor(place('intervention', shared))).toEqual([500_000, true])
  })
})

describe('an intervention that was counted by volume', () => {
  const heads = async (): Promise<number[]> => {
    const { volume } = await listCountRows(database.queries, place('association', first), [2021, 2022], true)
    return volume.map(({ year }) => year).toSorted((one, other) => one - other)
  }
  const ofOne = () => database.queries.updateTable('fact').where('intervention_id', '=', shared)
  beforeAll(async () => {
    const by = { recorded_at: '2024-01-15T00:00:00Z', recorded_by: 'associationadmin.1', version: 1 }
    for (const year of [2021, 2022])
      await database.queries
        .insertInto('head_count')
        .values({ association_id: first, intervention_id: shared, year, women: 200, men: 100, ...by })
        .execute()
  })
  test('keeps what was entered then when it begins to register its participants', async () => {
    expect(await heads()).toEqual([2021, 2022])
  })
  test('is counted by those registered in years that have any, since they would be there twice', async () => {
    await addParticipations(database, 20, seededRandom(1), 'v')
    await ofOne()
      .set({ entry_month: 2021 * 12 + 11, exit_month: 2021 * 12 + 11, exit_reason: null })
      .execute()
    expect(await heads()).toEqual([2022])
    await ofOne().set({ exit_month: null }).execute()
    expect(await heads()).toEqual([])
  })
  test('loses nothing to those registered in error', async () => {
    await ofOne()
      .set({ exit_reason: ExitReason.index('felregistrering') })
      .execute()
    expect(await heads()).toEqual([2021, 2022])
  })
})
