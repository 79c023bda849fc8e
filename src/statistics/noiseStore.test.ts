import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildWorld, world } from '../../test/api.ts'
import { testDatabase } from '../../test/database.ts'
import { addParticipations, fillFacts } from '../../test/facts.ts'
import { seededRandom } from '../probability/seededRandom.ts'
import { countKey, recordKey } from '../disclosure/noise/cellKey.ts'
import { usualNoise } from '../disclosure/noise/noise.ts'
import { perturbationTable } from '../disclosure/noise/perturbationTable.ts'
import type { Database } from '../platform/database.ts'
import { getOutsideRows } from './coverageStore.ts'
import { FactStore } from './factStore.ts'
import { getNoise } from './noiseStore.ts'
import { nation } from './placeStore.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  // Of so many keys some are in the least and in the greatest sixteenth, whatever the seed that was drawn.
  await fillFacts(database, 400, 3)
})
afterAll(() => database.close())

const now = new Date('2026-11-27T12:00:00Z')

describe('the perturbation table', () => {
  test('is stored once for a setting, and comes back as it was made', async () => {
    const first = await getNoise(database, usualNoise(5), now)
    expect(await getNoise(database, usualNoise(5), new Date('2027-01-01T00:00:00Z'))).toEqual(first)
    expect(first).toEqual({ version: 1, table: perturbationTable(5, 4, 7) })
  })
  test('is a new version for another setting, and the old one when that comes back', async () => {
    expect((await getNoise(database, usualNoise(10), now)).version).toBe(2)
    expect((await getNoise(database, { ...usualNoise(5), variance: 3 }, now)).version).toBe(3)
    expect((await getNoise(database, usualNoise(5), now)).version).toBe(1)
    const rows = await database.queries.selectFrom('perturbation_table').select(['threshold', 'max_deviation']).orderBy('version').execute()
    expect(rows).toEqual([7, 12, 7].map((max_deviation, at) => ({ threshold: at === 1 ? 10 : 5, max_deviation })))
  })
  test('made by two processes at once is one', async () => {
    const both = await Promise.all([1, 2].map(() => getNoise(database, usualNoise(7), now)))
    expect(both[0]).toEqual(both[1])
  })
})

/** Keys by what tells facts apart here: how long they took and when they began. */
async function keys(): Promise<{ records: number[]; persons: number[] }> {
  const store = new FactStore(database, () => now)
  const { facts } = await database.queries.transaction().execute((queries) => store.snapshot(queries))
  return {
    records: [...facts.columns.recordKey].sort((a, b) => a - b),
    persons: [...new Set(facts.columns.personKey)].sort((a, b) => a - b),
  }
}

describe('the keys of participations and persons', () => {
  test('are all over the 32 bits, one each', async () => {
    const { records, persons } = await keys()
    expect(new Set(records).size).toBe(records.length)
    const rows = await database.queries.selectFrom('fact').select('person_id').distinct().execute()
    expect(persons.length).toBe(rows.length)
    expect([Math.min(...records) < 2 ** 28, Math.max(...records) > 2 ** 32 - 2 ** 28]).toEqual([true, true])
  })
  test('stay when others come, and when a participation is corrected', async () => {
    const before = await keys()
    await addParticipations(database, 20, seededRandom(4), 'later')
    await database.queries.updateTable('fact').set({ sex: 0, exit_reason: 1, entry_month: 24_260 }).execute()
    const after = await keys()
    expect(before.records.every((key) => after.records.includes(key))).toBe(true)
    expect(after.records.length).toBeGreaterThan(before.records.length)
  })
  test('are others with another seed: nobody without it can work them out', async () => {
    const before = await keys()
    await database.queries
      .updateTable('noise_seed')
      .set({ seed: Buffer.alloc(32, 7) })
      .execute()
    const after = await keys()
    expect(after.records.filter((key) => before.records.includes(key))).toEqual([])
  })
})

describe('counts without rows', () => {
  test('have a key per head', () => {
    const sum = [0, 1, 2].reduce((all, number) => (all + recordKey('seed', 'volume a', number)) % 2 ** 32, 0)
    expect(countKey('seed', 'volume a', 3)).toBe(sum)
    expect([countKey('seed', 'volume a', 0), countKey('seed', 'volume a', 2) === sum]).toEqual([0, false])
  })
  test('keep their keys when others are added elsewhere, and get others when they change', async () => {
    const read = async (): Promise<unknown> => {
      const { counts } = await database.as('samlad_statistics', undefined, (queries) => getOutsideRows(queries, nation, [2023], true))
      return counts.find(({ association }) => association === world.associations[0])
    }
    const first = await read()
    expect(first).toMatchObject({ anonymous: { count: 12 }, volume: { count: 30 } })
    expect(await read()).toEqual(first)
    await sql`update anonymous_count set women = women + 1`.execute(database.queries)
    expect(await read()).toMatchObject({ anonymous: { count: 13 }, volume: (first as { volume: object }).volume })
  })
})
