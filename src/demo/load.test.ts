import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Selectable } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { loadRegister, register } from '../associations/register.ts'
import { fromColumns } from '../participations/columns.ts'
import { factRows } from '../participations/fact.ts'
import { followUpsOf } from '../participations/followUpStore.ts'
import type { ContactFields } from '../participations/register/contact.ts'
import type { Database } from '../platform/database.ts'
import type { ParticipationTables } from '../participations/tables.ts'
import type { InterventionTables } from '../interventions/tables.ts'
import { daysBetween } from '../values/civilDate.ts'
import { loadDemo } from './load.ts'

type Tables = ParticipationTables & InterventionTables
const size = { participations: 3000, years: 20, seed: 7, today: '2026-11-22' }

async function demo(changed: Partial<typeof size> = {}): Promise<Database> {
  const database = await testDatabase()
  await loadRegister(database.queries)
  await database.queries.transaction().execute((change) => loadDemo(change, { ...size, ...changed }, () => undefined))
  return database
}

let database: Database
beforeAll(async () => {
  database = await demo()
})
afterAll(() => database.close())

const made = [
  'intervention',
  'participation',
  'participation_version',
  'fact',
  'anonymous_count',
  'head_count',
  'intervention_year',
] as const

/** A hash of everything invented, whatever the order of the rows. */
async function fingerprint({ queries }: Database): Promise<string> {
  const hash = createHash('sha256')
  for (const table of made) {
    const rows = await queries.selectFrom(table).selectAll().execute()
    for (const row of rows.map((one) => JSON.stringify(one)).sort()) hash.update(row)
  }
  return hash.digest('hex')
}
const all = async <T extends (typeof made)[number]>(table: T): Promise<Selectable<Tables[T]>[]> =>
  (await database.queries
    .selectFrom(table as 'fact')
    .selectAll()
    .execute()) as unknown as Selectable<Tables[T]>[]

test('the same seed gives the same Sweden, another seed another', async () => {
  const [again, other] = [await demo(), await demo({ seed: 8, participations: 100 })]
  expect(await fingerprint(again)).toBe(await fingerprint(database))
  const names = ({ queries }: Database) => queries.selectFrom('intervention').select('name').orderBy('id').limit(20).execute()
  expect(await names(other)).not.toEqual(await names(database))
  await again.close()
  await other.close()
})

test('is as large as asked, over twenty years and 72 associations, each with interventions', async () => {
  const participations = await all('participation')
  expect(participations).toHaveLength(size.participations)
  const versions = await all('participation_version')
  const years = new Set(versions.map(({ entry_date }) => entry_date.slice(0, 4)))
  expect([...years].sort()).toEqual(Array.from({ length: 20 }, (_, at) => String(2007 + at)))
  expect(versions.filter(({ entry_date, exit_date }) => entry_date > size.today || (exit_date ?? '') > size.today)).toEqual([])
  const shares = await database.queries.selectFrom('intervention_association').select('association_id').distinct().execute()
  expect(shares).toHaveLength(72)
})

describe('nothing invented hangs on a real name', () => {
  test('all that is made is marked, and stands in the invented layer', async () => {
    const { queries } = database
    const real = new Set<string>()
    for (const table of ['association', 'organisation', 'municipality', 'region'] as const) {
      const rows: object[] = await queries.selectFrom(table).selectAll().where('fictive', '=', false).execute()
      for (const row of rows as { id?: string; code?: string }[]) real.add((row.id ?? row.code)!)
    }
    expect(real.size).toBe(70 + 2 + 20 + 290 + 290 + 21)
    for (const table of [...made, 'intervention_association', 'controller', 'role_assignment'] as const) {
      const rows = await queries.selectFrom(table).selectAll().execute()
      expect(rows.length, table).toBeGreaterThan(0)
      expect(
        rows.filter((row) => Object.values(row).some((value) => typeof value === 'string' && real.has(value))),
        table,
      ).toEqual([])
    }
    expect((await all('intervention')).filter(({ fictive }) => !fictive)).toEqual([])
  })
  test('no member, area or name is shared between the layers', async () => {
    const { queries } = database
    const members = await queries
      .selectFrom('membership as ms')
      .innerJoin('association as a', 'a.id', 'ms.association_id')
      .innerJoin('organisation as o', 'o.id', 'ms.organisation_id')
      .whereRef('a.fictive', '<>', 'o.fictive')
      .select('a.name')
      .execute()
    expect(members).toEqual([])
    const named = await queries.selectFrom('association').select('name').where('fictive', '=', true).execute()
    const places = await queries.selectFrom('municipality').select('name').where('fictive', '=', true).execute()
    expect(named.filter(({ name }) => !name.startsWith('Exempelförbundet '))).toEqual([])
    expect(places.filter(({ name }) => !name.startsWith('Exempelkommun '))).toEqual([])
    const real = new Set(register.associations().map(({ name }) => name))
    expect(named.filter(({ name }) => real.has(name))).toEqual([])
  })
  test('invented municipalities each stand where a real one does', async () => {
    const rows = await database.queries.selectFrom('municipality').select('stands_for').where('fictive', '=', true).execute()
    expect(rows.map((row) => row.stands_for).sort()).toEqual(
      register
        .municipalities()
        .map(({ code }) => code)
        .sort(),
    )
  })
})

describe('the demo has what makes real registers hard', () => {
  test('participations registered late: some within days, some many months after', async () => {
    const late = (await all('participation_version')).map((row) =>
      daysBetween(row.exit_date ?? row.entry_date, row.recorded_at.slice(0, 10)),
    )
    expect(Math.min(...late)).toBeGreaterThanOrEqual(0)
    expect(late.filter((days) => days <= 30).length / late.length).toBeGreaterThan(0.7)
    expect(late.filter((days) => days > 100).length).toBeGreaterThan(50)
  })
  test('exits that are missing: still open after more than five years', async () => {
    const open = (await all('participation_version')).filter(({ entry_date, exit_date }) => exit_date === null && entry_date < '2021-11-22')
    expect(open.length / size.participations).toBeGreaterThan(0.01)
    expect(open.length / size.participations).toBeLessThan(0.06)
  })
  test('persons who come back, always to the same controller and with the same sex and birth year', async () => {
    const rows = await database.queries
      .selectFrom('participation as p')
      .innerJoin('participation_version as v', (join) =>
        join.onRef('v.participation_id', '=', 'p.id').onRef('v.controller_id', '=', 'p.controller_id'),
      )
      .select(['p.person_id', 'p.controller_id', 'v.sex', 'v.birth_year'])
      .execute()
    const persons = Map.groupBy(rows, ({ person_id }) => person_id)
    const repeated = [...persons.values()].filter((one) => one.length > 1)
    expect(repeated.length).toBeGreaterThan(50)
    expect(repeated.filter((one) => new Set(one.map((row) => `${row.controller_id} ${row.sex} ${row.birth_year}`)).size > 1)).toEqual([])
  })
  test('participants who are only counted, anonymously and by volume', async () => {
    expect((await all('anonymous_count')).every(({ women, men }) => women >= 0 && men >= 0 && women + men > 0)).toBe(true)
    expect((await all('head_count')).some(({ women, men }) => women + men > 0)).toBe(true)
  })
  test('groups so small that they must be hidden', async () => {
    const groups = Map.groupBy(await all('fact'), (row) => `${row.intervention_id} ${row.sex} ${Math.floor(row.entry_month / 12)}`)
    expect([...groups.values()].filter(({ length }) => length < 5).length).toBeGreaterThan(100)
  })
  test('entries made in error, which have no fact; every other participation has the fact that follows from it', async () => {
    const facts = new Map((await all('fact')).map((row) => [row.participation_id, row]))
    const places = new Map((await all('participation')).map((row) => [row.id, row]))
    const versions = await all('participation_version')
    const contacts = new Map<string, ContactFields[]>()
    for (const controllerId of new Set([...places.values()].map((place) => place.controller_id)))
      for (const [id, own] of await followUpsOf(database.queries, controllerId, [...places.keys()])) contacts.set(id, own)
    expect(contacts.size).toBeGreaterThan(100)
    const wrong = versions.filter(({ exit_reason }) => exit_reason === 'felregistrering')
    expect(wrong.length).toBeGreaterThan(0)
    expect(facts.size).toBe(versions.length - wrong.length)
    const differing = versions
      .filter(({ exit_reason }) => exit_reason !== 'felregistrering')
      .filter((row) => {
        const [wanted] = factRows(
          row.participation_id,
          places.get(row.participation_id)!,
          fromColumns(row),
          contacts.get(row.participation_id),
        )
        return !isDeepStrictEqual({ ...facts.get(row.participation_id) }, wanted)
      })
    expect(differing).toEqual([])
  })
})
