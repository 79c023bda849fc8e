import { endpoints } from '../src/endpoints.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database, Queries, WallRole } from '../src/platform/database.ts'
import { buildWorld, testApp } from './api.ts'
import { testDatabase } from './database.ts'
import { fillFacts } from './facts.ts'
import { publishing, trial } from './publications.ts'

/** Attacks on the tables of publications: who may read drafts, proofs and the ledger, straight in the database. */
let database: Database

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  await fillFacts(database, 300, 11)
  const app = await testApp(database)
  await publishing(app).release(trial)
  await app.close()
})
afterAll(() => database.close())

const DENIED = '42501'
const countIn = (table: string) => async (queries: Queries) => {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(queries)
  return Number(rows[0]!.n)
}
const outcome = (role: WallRole, work: (queries: Queries) => Promise<unknown>): Promise<unknown> =>
  database.as(role, undefined, work).catch((error: Error & { code?: string }) => error.code ?? error.message)

test('there is something to go for', async () => {
  for (const table of ['publication', 'protection_run', 'protection_secret', 'release', 'ledger_cell'])
    expect(await countIn(table)(database.queries), table).toBeGreaterThan(0)
})

describe('what a proof was made of', () => {
  const requests = [
    'samlad_office',
    'samlad_staff',
    'samlad_identity',
    'samlad_service',
    'samlad_statistics',
    'samlad_publication',
  ] as const
  test.each(requests)('is read by no request: not by %s', async (role) =>
    expect(await outcome(role, countIn('protection_secret'))).toBe(DENIED),
  )
  test('is read by the curator, who reads no record of a person', async () => {
    expect(await outcome('samlad_curator', countIn('protection_secret'))).toBe(1)
    for (const table of ['participation', 'contact', 'consent', 'import_row', 'identity', 'session'])
      expect(await outcome('samlad_curator', countIn(table)), table).toBe(DENIED)
    // Of staff it may know what the status of reporting names: who approved. Nothing of how they sign in or whom they work for.
    for (const column of ['claim_value', 'employer_id'])
      expect(
        await outcome('samlad_curator', (queries) => sql`select count(${sql.ref(column)}) from app_user`.execute(queries)),
        column,
      ).toBe(DENIED)
  })
})

describe('counting a published figure again', () => {
  test('reads what was registered, by a role that is no request’s, and not who registered it or whom it is about', async () => {
    const read = await outcome('samlad_recount', (queries) => queries.selectFrom('participation_version').select('sex').execute())
    expect((read as unknown[]).length).toBeGreaterThan(100)
    const columns = [
      ...['code', 'reference_hmac'].map((column) => ['participation', column] as const),
      ...['recorded_by', 'import_id'].map((column) => ['participation_version', column] as const),
    ]
    for (const [table, column] of columns)
      expect(
        await outcome('samlad_recount', (queries) => sql`select count(${sql.ref(column)}) from ${sql.table(table)}`.execute(queries)),
        column,
      ).toBe(DENIED)
    for (const table of ['contact', 'consent', 'import_row', 'identity', 'session', 'protection_secret'])
      expect(await outcome('samlad_recount', countIn(table)), table).toBe(DENIED)
  })
  test('is done by no endpoint’s own role', () =>
    expect(endpoints.filter(({ runsAs }) => (runsAs as string | undefined) === 'samlad_recount')).toEqual([]))
})

describe('whoever makes publications', () => {
  test.each(['fact', 'participation', 'participation_version', 'anonymous_count', 'noise_seed', 'intervention_year', 'session'])(
    'reads nothing of %s',
    async (table) => expect(await outcome('samlad_publication', countIn(table))).toBe(DENIED),
  )
  test('cannot write what protection found: neither document nor cells', async () => {
    const forge = (queries: Queries) =>
      queries
        .updateTable('protection_run')
        .set({ document: Buffer.from('{}') })
        .execute()
    expect(await outcome('samlad_publication', forge)).toBe(DENIED)
  })
})

describe('what is out', () => {
  test.each(['samlad_publication', 'samlad_curator', 'samlad_keeper'] as const)('is not changed by %s', async (role) => {
    for (const table of ['ledger_cell', 'release'] as const)
      expect(await outcome(role, (queries) => queries.deleteFrom(table).execute()), table).toBe(DENIED)
  })
  test('is read by everybody as releases; drafts and the ledger are not', async () => {
    expect(await outcome('samlad_office', countIn('release'))).toBe(1)
    for (const table of ['publication', 'protection_run', 'ledger_cell', 'planned_cell'])
      expect(await outcome('samlad_office', countIn(table)), table).toBe(DENIED)
  })
})
