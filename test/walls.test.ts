import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashToken } from '../src/access/store.ts'
import type { Database, Queries, WallRole } from '../src/platform/database.ts'
import { buildWorld, world } from './api.ts'
import { testDatabase } from './database.ts'
import { fillFacts } from './facts.ts'

/** Attacks on the second wall: SQL run as each role straight against the database, as a forgotten `where` or injected text would. */
let database: Database
const secrets = { caseworker: 'a'.repeat(64), office: 'b'.repeat(64) }
const persons = [
  'participation',
  'participation_version',
  'contact',
  'anonymous_count',
  'import',
  'import_chunk',
  'import_row',
  'import_mapping',
  'fact',
  'disposal_run',
  'removed_row',
  'consent',
  'consent_text',
  'exit_point_off',
] as const
const money = ['intervention_year', 'intervention_cost', 'intervention_financing'] as const
const applicationParts = ['version', 'answer', 'finding', 'step', 'comment', 'document'].map((part) => `application_${part}` as const)
const books = [
  ...money,
  'head_count',
  'historic_figure',
  'reporting_plan',
  'reporting_step',
  'contribution_entry',
  'contribution_scenario',
  'association_economy',
  'administration_budget',
  'account_key',
  'accounting_file',
  'accounting_row',
  'commission',
  'commission_intervention',
  'commission_report',
  ...(['adoption_decision', 'adoption_check'] as const),
  'intervention_grant',
  'grant_step',
  ...(['drawdown', 'drawdown_step'] as const),
  'year_closing',
  'document',
  'contribution_document',
  ...(['application', 'need_figure'] as const),
  ...applicationParts,
  'esf_plan',
  'esf_step',
] as const

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  await fillFacts(database, 60, 3)
  const times = { created_at: '2026-11-22T09:00:00Z', last_seen_at: '2026-11-22T09:00:00Z', expires_at: '2026-11-22T21:00:00Z' }
  await database.queries
    .insertInto('session')
    .values([
      { token_hash: hashToken(secrets.caseworker), user_id: 'caseworker.1', ...times },
      { token_hash: hashToken(secrets.office), user_id: 'associationadmin.1', ...times },
    ])
    .execute()
  for (const [at, association_id] of world.associations.entries()) {
    const intervention_id = world.interventions[at]!
    await database.queries
      .insertInto('intervention_year')
      .values({ association_id, intervention_id, year: 2024, planned_participants: 1, budget_ore: 1, actual_ore: 1 })
      .execute()
    await database.queries
      .insertInto('contribution_entry')
      .values(contribution(at as 0 | 1))
      .execute()
  }
})
afterAll(() => database.close())

const contribution = (at: 0 | 1) => ({
  ...{ association_id: world.associations[at], id: world.associations[at], version: 1, withdrawn: false, year: 2024 },
  ...{ organisation_id: world.controllers[at], step: 'paid', amount_ore: 100, dated: '2024-02-01' },
  ...{ reference: 'F-1', motive: '', reason: '', recorded_at: '2024-02-01T09:00:00Z', recorded_by: `associationadmin.${at + 1}` },
})

const countIn = (table: string) => async (queries: Queries) => {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(queries)
  return Number(rows[0]!.n)
}
const refusedAs = async (role: WallRole, session: string | undefined, work: (queries: Queries) => Promise<unknown>): Promise<string> =>
  database.as(role, session, work).then(
    () => 'let through',
    (error: Error & { code?: string }) => error.code ?? error.message,
  )
const DENIED = '42501'

test('there are records of both controllers to go for', async () => {
  const rows = await database.queries.selectFrom('participation').select('controller_id').distinct().execute()
  expect(rows.length).toBe(2)
})

describe('a query without any where', () => {
  test('gives the staff of a controller its own records only', async () => {
    const found = await database.as('samlad_staff', secrets.caseworker, (queries) =>
      queries.selectFrom('participation_version').select('controller_id').distinct().execute(),
    )
    expect(found).toEqual([{ controller_id: world.controllers[0] }])
  })
  test.each(persons)('gives staff without a session nothing of %s', async (table) => {
    expect(await database.as('samlad_staff', undefined, countIn(table))).toBe(0)
    expect(await database.as('samlad_staff', 'guessed', countIn(table))).toBe(0)
    expect(await database.as('samlad_staff', secrets.office, countIn(table))).toBe(0)
  })
  test('gives an office its own association’s books only, and nobody else any', async () => {
    const found = await database.as('samlad_office', secrets.office, (queries) =>
      queries.selectFrom('intervention_year').select('association_id').distinct().execute(),
    )
    expect(found).toEqual([{ association_id: world.associations[0] }])
    for (const table of books) {
      expect(await database.as('samlad_office', undefined, countIn(table))).toBe(0)
      expect(await database.as('samlad_office', secrets.caseworker, countIn(table))).toBe(0)
    }
  })
})

describe('the ledger of contributions', () => {
  const asOffice = <T>(work: (queries: Queries) => Promise<T>) => database.as('samlad_office', secrets.office, work)
  test('shows an office its own rows', async () => expect(await asOffice(countIn('contribution_entry'))).toBe(1))
  test('shows the role that makes figures the rows of one’s own association, and lets it add none', async () => {
    const seen = [undefined, 'guessed', secrets.caseworker, secrets.office].map((secret) =>
      database.as('samlad_statistics', secret, countIn('contribution_entry')),
    )
    expect(await Promise.all(seen)).toEqual([0, 0, 0, 1])
    const add = (queries: Queries) =>
      queries
        .insertInto('contribution_entry')
        .values({ ...contribution(0), version: 2 })
        .execute()
    expect(await refusedAs('samlad_statistics', secrets.office, add)).toBe(DENIED)
  })
  test('is only added to, and only at one’s own association', async () => {
    const tries = [
      (queries: Queries) => queries.updateTable('contribution_entry').set({ amount_ore: 1 }).execute(),
      (queries: Queries) => queries.deleteFrom('contribution_entry').execute(),
      (queries: Queries) =>
        queries
          .insertInto('contribution_entry')
          .values({ ...contribution(1), version: 2 })
          .execute(),
    ]
    for (const work of tries) expect(await refusedAs('samlad_office', secrets.office, work)).toBe(DENIED)
    const rows = await database.queries.selectFrom('contribution_entry').select(['amount_ore', 'version']).execute()
    expect(rows).toEqual([
      { amount_ore: 100, version: 1 },
      { amount_ore: 100, version: 1 },
    ])
  })
})

describe('the wall goes by the dates', () => {
  const { caseworker, office } = secrets
  const seen = async (): Promise<[number, number]> => [
    await database.as('samlad_staff', caseworker, countIn('participation')),
    await database.as('samlad_office', office, countIn('intervention_year')),
  ]
  const users = ['caseworker.1', 'associationadmin.1']
  const during = async (change: () => Promise<unknown>, undo: () => Promise<unknown>): Promise<[number, number]> => {
    await change()
    return seen().finally(undo)
  }
  const role = (dates: { valid_from?: string; valid_to?: string | null }) => () =>
    database.queries.updateTable('role_assignment').set(dates).where('user_id', 'in', users).execute()
  const employment = (employed_until: string | null) => () =>
    database.queries.updateTable('app_user').set({ employed_until }).where('id', 'in', users).execute()

  test('a role that holds opens both', async () => expect((await seen()).every((n) => n > 0)).toBe(true))
  test('a role that has ended opens nothing', async () =>
    expect(await during(role({ valid_to: '2024-12-31' }), role({ valid_to: null }))).toEqual([0, 0]))
  test('a role that has not begun opens nothing', async () =>
    expect(await during(role({ valid_from: '2999-01-01' }), role({ valid_from: '2020-01-01' }))).toEqual([0, 0]))
  test('a person no longer employed is nobody', async () =>
    expect(await during(employment('2024-12-31'), employment(null))).toEqual([0, 0]))
})

describe('what a role has no right to is denied, whatever the session', () => {
  const cases = [
    ...(['samlad_office', 'samlad_service', 'samlad_member'] as const).flatMap((role) => persons.map((table) => [role, table] as const)),
    ...books.map((table) => ['samlad_staff', table] as const),
    ...(['session', 'role_assignment', 'set_up_link', 'pending_sign_in', 'local_account', 'account_link'] as const).flatMap((table) =>
      (['samlad_staff', 'samlad_office', 'samlad_statistics'] as const).map((role) => [role, table] as const),
    ),
    ...(['participation', 'contact', 'import', 'import_row'] as const).map((table) => ['samlad_statistics', table] as const),
  ]
  test.each(cases)('%s in %s', async (role, table) => {
    for (const session of [undefined, secrets.caseworker, secrets.office]) {
      expect(await refusedAs(role, session, countIn(table))).toBe(DENIED)
    }
  })
  test('statistics sees facts, and of records only when something was registered', async () => {
    expect(await database.as('samlad_statistics', undefined, countIn('fact'))).toBeGreaterThan(0)
    const code = (queries: Queries) => queries.selectFrom('participation_version').select('birth_year').execute()
    expect(await refusedAs('samlad_statistics', undefined, code)).toBe(DENIED)
    const write = (queries: Queries) => queries.deleteFrom('fact').execute()
    expect(await refusedAs('samlad_statistics', undefined, write)).toBe(DENIED)
  })
  test('the key of a controller is read by its own staff alone', async () => {
    const keys = (queries: Queries) => queries.selectFrom('controller').select('reference_key').execute()
    expect((await database.as('samlad_staff', secrets.caseworker, keys)).length).toBe(1)
    for (const role of ['samlad_office', 'samlad_service', 'samlad_statistics'] as const)
      expect(await refusedAs(role, secrets.caseworker, keys)).toBe(DENIED)
  })
})

describe('writing', () => {
  test('under another controller’s name is refused', async () => {
    const theirs = { controller_id: world.controllers[1], heading: 'kön', field: 'sex', used_at: '2026-11-22T09:00:00Z' }
    const write = (queries: Queries) => queries.insertInto('import_mapping').values(theirs).execute()
    expect(await refusedAs('samlad_staff', secrets.caseworker, write)).toBe(DENIED)
  })
  test('without a where changes nothing of others', async () => {
    const before = await database.queries.selectFrom('fact').select('controller_id').execute()
    await database
      .as('samlad_staff', secrets.caseworker, async (queries) => {
        await queries.deleteFrom('fact').execute()
        throw new Error('rolled back')
      })
      .catch(() => undefined)
    const left = await database.as('samlad_staff', secrets.caseworker, async (queries) => {
      const { numDeletedRows } = await queries.deleteFrom('fact').executeTakeFirst()
      await sql`select 1`.execute(queries)
      return Number(numDeletedRows)
    })
    const own = before.filter((row) => row.controller_id === world.controllers[0]).length
    expect(left).toBe(own)
    expect(await database.as('samlad_statistics', undefined, countIn('fact'))).toBe(before.length - own)
  })
  test('of versions, contacts and participations can never be a deletion', async () => {
    for (const table of ['participation', 'participation_version', 'contact'] as const) {
      const work = (queries: Queries) => queries.deleteFrom(table).execute()
      expect(await refusedAs('samlad_staff', secrets.caseworker, work)).toBe(DENIED)
    }
  })
})

describe('scope', () => {
  test('is gone when the transaction ends, on the very connections that carried it', async () => {
    for (let at = 0; at < 30; at++) await database.as('samlad_staff', secrets.caseworker, countIn('participation'))
    const seen = await Promise.all(
      Array.from({ length: 30 }, () =>
        sql<{
          role: string
          secret: string | null
        }>`select current_setting('role') as role, current_setting('samlad.session', true) as secret`.execute(database.queries),
      ),
    )
    for (const { rows } of seen) expect(rows[0]).toMatchObject({ role: 'none' })
    for (const { rows } of seen) expect(rows[0]!.secret ?? '').toBe('')
  })
  test('of many at once is never mixed up', async () => {
    const asked = Array.from({ length: 60 }, (_, at) => (at % 2 === 0 ? secrets.caseworker : secrets.office))
    const counts = await Promise.all(asked.map((secret) => database.as('samlad_staff', secret, countIn('participation'))))
    const own = Math.max(...counts)
    expect(own).toBeGreaterThan(0)
    expect(counts).toEqual(asked.map((secret) => (secret === secrets.caseworker ? own : 0)))
  })
  test('follows a secret, not a user’s name or a hash read somewhere', async () => {
    for (const forged of ['caseworker.1', hashToken(secrets.caseworker), '', "' or true --"]) {
      expect(await database.as('samlad_staff', forged, countIn('participation'))).toBe(0)
    }
  })
})

test('every table that has a controller or an association of its own stands behind the wall', async () => {
  const open = [
    'association_municipality',
    'membership',
    'intervention_association',
    'share_proposal_part',
    'role_assignment',
    'role_nomination',
    'catalogue_example',
  ]
  const { rows } = await sql<{ name: string; walled: boolean }>`
    select distinct c.relname as name, c.relrowsecurity and c.relforcerowsecurity as walled
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname in ('controller_id', 'association_id', 'participation_id')`.execute(
    database.queries,
  )
  expect(
    rows
      .filter((row) => !row.walled)
      .map((row) => row.name)
      .sort(),
  ).toEqual(open.sort())
})
