import { afterAll, beforeAll, expect, test } from 'vitest'
import { world } from '../../../test/api.ts'
import { importBench, importRow, type ImportBench } from '../../../test/participations.ts'
import { FactStore } from '../factStore.ts'
import { factsAsOf } from './recordsAsOf.ts'

let bench: ImportBench
let clock = Date.parse('2026-11-22T10:00:00Z')
const [here, there] = world.associations

beforeAll(async () => {
  bench = await importBench({ now: () => new Date((clock += 60_000)) })
  await bench.database.queries
    .insertInto('intervention_association')
    .values({ intervention_id: world.interventions[0], association_id: there, share_percent: 50 })
    .execute()
  await bench.empty()
})
afterAll(() => bench.close())

/** The association in which the only participation was counted at a moment. */
async function countedIn(asOf: string): Promise<string> {
  const store = new FactStore(bench.database, () => new Date(clock))
  const { facts: today } = await bench.database.as('samlad_statistics', undefined, (queries) => store.snapshot(queries))
  const period = { from: '2024-01', to: '2024-12' }
  const facts = await bench.database.as('samlad_recount', undefined, (queries) => factsAsOf(queries, asOf, period, today))
  return facts.dictionaries.associations[facts.columns.association[0]!]!.id
}

test('what has moved to another association since is counted where it was then', async () => {
  await bench.bring([importRow(2, { reference: 'R-1' })])
  const before = new Date(clock).toISOString()
  await bench.bring([importRow(2, { reference: 'R-1', municipality: '9002' })])
  expect(await countedIn(before)).toBe(here)
  expect(await countedIn(new Date(clock).toISOString())).toBe(there)
})
