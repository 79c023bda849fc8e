import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildWorld, world } from '../../test/api.ts'
import { testDatabase } from '../../test/database.ts'
import { addParticipations, fillFacts } from '../../test/facts.ts'
import { seededRandom } from '../probability/seededRandom.ts'
import { stableId } from '../associations/register.ts'
import { touchData } from '../participations/bulk.ts'
import { factColumns, missingValue, sqlColumn } from '../participations/factColumns.ts'
import type { Database } from '../platform/database.ts'
import { FactStore } from './factStore.ts'
import type { Snapshot } from './factStore.ts'

let database: Database
let store: FactStore

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  await fillFacts(database, 120, 3)
  store = new FactStore(database, () => new Date())
})
afterAll(() => database.close())

const snapshot = (from = store): Promise<Snapshot> => database.queries.transaction().execute((queries) => from.snapshot(queries))

describe('facts in memory', () => {
  test('are those of the database, column by column', async () => {
    const { facts } = await snapshot()
    const rows = (await database.queries.selectFrom('fact').selectAll().execute()) as unknown as Record<string, number | null>[]
    expect(facts.size).toBe(rows.length)
    const places = ['controller', 'association', 'intervention', 'municipality', 'personIndex', 'recordKey', 'personKey']
    for (const { name, type } of factColumns.filter(({ name }) => !places.includes(name))) {
      const expected = rows.map((row) => (row[sqlColumn(name)] ?? missingValue[type]) >>> 0)
      expect([name, [...facts.columns[name]].map((value) => value >>> 0).sort()]).toEqual([name, expected.sort()])
    }
  })
  test('point at places by dense positions', async () => {
    const { facts } = await snapshot()
    const rows = await database.queries
      .selectFrom('fact')
      .select(['controller_id', 'association_id', 'intervention_id', 'municipality'])
      .execute()
    const { dictionaries: words, columns } = facts
    const ours = Array.from({ length: facts.size }, (_, row) =>
      [
        words.controllers[columns.controller[row]!],
        words.associations[columns.association[row]!]!.id,
        words.interventions[columns.intervention[row]!]!.id,
        words.municipalities[columns.municipality[row]!]!.code,
      ].join(),
    )
    expect(ours.sort()).toEqual(rows.map((row) => Object.values(row).join()).sort())
  })
  test('number persons within their controller', async () => {
    const { facts } = await snapshot()
    const rows = await database.queries.selectFrom('fact').select(['controller_id', 'person_id']).distinct().execute()
    expect(facts.persons).toBe(rows.length)
  })
  test('hold the invented layer only, and say so', async () => {
    const { fictive, facts } = await snapshot()
    expect([fictive, facts.dictionaries.associations.length]).toEqual([true, 2])
  })
})

describe('a snapshot', () => {
  test('is kept until the data change', async () => {
    const first = await snapshot()
    expect(await snapshot()).toBe(first)
    await addParticipations(database, 5, seededRandom(9), 'b')
    const second = await snapshot()
    expect(second).not.toBe(first)
    expect(second.facts.size).toBeGreaterThan(first.facts.size)
  })
  test('is new when an intervention gets another name', async () => {
    await database.queries
      .updateTable('intervention')
      .set({ name: 'Nytt namn', version: 2 })
      .where('id', '=', world.interventions[0])
      .execute()
    const { facts } = await snapshot()
    expect(facts.dictionaries.interventions.map(({ name }) => name)).toContain('Nytt namn')
  })
  test('has data until the last registration, also where that was a follow-up of a participation that nobody has changed since', async () => {
    const one = await database.queries.selectFrom('participation_version').selectAll().limit(1).executeTakeFirstOrThrow()
    const { controller_id, participation_id, recorded_by } = one
    expect((await snapshot()).dataDate).toBe('2024-01-15')
    await database.queries
      .insertInto('contact')
      .values({
        ...{ controller_id, participation_id, recorded_by, id: stableId('a late contact'), version: 1 },
        ...{ recorded_at: '2025-02-03T23:30:00Z', contact_date: '2025-02-03', reached: true, source: 'phone', changes: '[]' },
      })
      .execute()
    await touchData(database.queries)
    const { dataDate } = await database.as('samlad_statistics', undefined, (queries) => store.snapshot(queries))
    expect(dataDate).toBe('2025-02-04')
  })
  test('comes to everybody, also when more ask at once than the role has connections and nothing is loaded yet', async () => {
    const fresh = new FactStore(database, () => new Date())
    const asking = Array.from({ length: 12 }, () => database.as('samlad_statistics', undefined, (queries) => fresh.snapshot(queries)))
    const sizes = (await Promise.all(asking)).map(({ facts }) => facts.size)
    expect(new Set(sizes)).toEqual(new Set([(await snapshot()).facts.size]))
  })
  test('is read once for all who ask at the same time', async () => {
    const fresh = new FactStore(database, () => new Date())
    const all = await database.queries.transaction().execute((queries) => Promise.all([1, 2, 3].map(() => fresh.snapshot(queries))))
    expect([new Set(all).size, fresh.loads]).toEqual([1, 1])
  })
})
