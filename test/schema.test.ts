import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { InterventionFields } from '../src/interventions/domain.ts'
import { snakeCase } from '../src/participations/columns.ts'
import { Participation } from '../src/participations/domain.ts'
import { factColumns, sqlColumn, sqlType } from '../src/participations/factColumns.ts'
import { openEmbedded, type Database } from '../src/platform/database.ts'
import { migrate } from '../src/platform/migrate.ts'
import { migrationFolder } from '../src/prepareDatabase.ts'
import { testDatabase } from './database.ts'
import { readTableTypes } from './tableTypes.ts'

interface SqlColumn {
  table: string
  column: string
  type: string
  nullable: boolean
  generated: boolean
  comment: string | null
}

let database: Database
let columns: SqlColumn[]
const typed = readTableTypes()

beforeAll(async () => {
  database = await testDatabase()
  columns = await columnsIn(database)
  // What only nodes without persons have; what is a table elsewhere and a view there is taken from here.
  const elsewhere = openEmbedded('memory://')
  await migrate(elsewhere, migrationFolder, 'national')
  const here = new Set(columns.map(({ table }) => table))
  columns.push(...(await columnsIn(elsewhere)).filter(({ table }) => !here.has(table)))
  await elsewhere.close()
})

async function columnsIn({ queries }: Database): Promise<SqlColumn[]> {
  const found = await sql<SqlColumn>`
    select table_name as table, column_name as column, data_type as type, is_nullable = 'YES' as nullable,
      column_default is not null or is_generated = 'ALWAYS' as generated,
      col_description(table_name::regclass, ordinal_position) as comment
    from information_schema.columns where table_schema = 'public' and table_name not in ('schema_migration', 'schema_node')
    order by table_name, ordinal_position`.execute(queries)
  return found.rows
}
afterAll(() => database.close())

const columnsOf = (table: string): SqlColumn[] => columns.filter((column) => column.table === table)

/** How a type of SQL comes back through both drivers. */
const kinds: Record<string, string> = {
  ...{ text: 'string', uuid: 'string', date: 'string', 'timestamp with time zone': 'string' },
  ...{ smallint: 'number', integer: 'number', bigint: 'number', numeric: 'number', boolean: 'boolean' },
  ...{ bytea: 'Uint8Array', tsvector: 'string', jsonb: 'Json', ARRAY: 'string[]' },
}

describe('the types of the tables and the database', () => {
  test('have the same tables', () => {
    expect(Object.keys(typed).sort()).toEqual([...new Set(columns.map(({ table }) => table))].sort())
    expect(Object.keys(typed).length).toBeGreaterThan(25)
  })
  test.each(Object.keys(typed))('agree on %s, column by column', (table) => {
    const seen = Object.fromEntries(columnsOf(table).map(({ column, type, nullable }) => [column, { kind: kinds[type] ?? type, nullable }]))
    const said = Object.fromEntries(Object.entries(typed[table]!).map(([column, { kind, nullable }]) => [column, { kind, nullable }]))
    expect(said).toEqual(seen)
  })
  test('only let a column be left out that the database fills in', () => {
    const generated = Object.entries(typed).flatMap(([table, row]) =>
      Object.entries(row).flatMap(([column, one]) => (one.generated ? [`${table}.${column}`] : [])),
    )
    const filled = columns.filter((one) => one.generated).map(({ table, column }) => `${table}.${column}`)
    expect(generated.filter((name) => !filled.includes(name))).toEqual([])
    expect(generated.length).toBeGreaterThan(5)
  })
})

/** The column that a field of a schema needs. */
function columnFor(field: z.ZodType): { type: string; nullable: boolean } {
  if (field instanceof z.ZodDefault) return columnFor(field.unwrap() as z.ZodType)
  if (field instanceof z.ZodNullable) return { ...columnFor(field.unwrap() as z.ZodType), nullable: true }
  const isDate = field.safeParse('2024-02-29').success && !field.safeParse('2023-02-29').success
  const isId = field.safeParse('5c8f0f4e-3a3c-4b0e-9d3a-0d6f6b7b8c9d').success && !field.safeParse('5c8f0f4e').success
  const text = (isDate && 'date') || (isId && 'uuid') || 'text'
  const types: Record<string, string> = { string: text, integer: 'integer', boolean: 'boolean', array: 'ARRAY', object: 'jsonb' }
  const { type } = z.toJSONSchema(field, { unrepresentable: 'any' })
  return { type: types[String(type)]!, nullable: false }
}

describe.each([
  { table: 'participation_version', schema: Participation, besides: 7 },
  { table: 'intervention', schema: InterventionFields, besides: 3 },
])('$table', ({ table, schema, besides }) => {
  test('has a column of the right type for each field, and only its keeping besides', () => {
    const fields = Object.entries(schema.shape).map(([name, field]) => ({ column: snakeCase(name), ...columnFor(field as z.ZodType) }))
    const held = columnsOf(table).map(({ column, type, nullable }) => ({ column, type, nullable }))
    expect(held).toEqual(expect.arrayContaining(fields))
    expect(held.length - fields.length).toBe(besides)
  })
  test('carries the Swedish name of each field as the comment of its column', () => {
    const labels = Object.entries(schema.shape).map(([name, field]) => [
      snakeCase(name),
      (field as z.ZodType).meta()?.label as { sv: string },
    ])
    const comments = Object.fromEntries(columnsOf(table).map(({ column, comment }) => [column, comment?.split(':')[0]]))
    expect(comments).toMatchObject(Object.fromEntries(labels.map(([column, label]) => [column, (label as { sv: string }).sv])))
  })
})

test('facts are held in the columns that memory loads, in the same order', () => {
  const made = ['controller', 'association', 'intervention', 'municipality', 'personIndex', 'recordKey', 'personKey']
  const coded = factColumns.filter(({ name }) => !made.includes(name))
  const held = columnsOf('fact').map(({ column, type }) => ({ column, type }))
  expect(held.slice(-coded.length)).toEqual(coded.map(({ name, type }) => ({ column: sqlColumn(name), type: sqlType[type] })))
  expect(held.slice(0, -coded.length).map(({ column }) => column)).toEqual([
    ...['controller_id', 'participation_id', 'person_id', 'association_id', 'intervention_id', 'municipality'],
  ])
})

test('every table says in Swedish what it holds', async () => {
  const { rows } = await sql<{ name: string; comment: string | null }>`
    select relname as name, obj_description(oid, 'pg_class') as comment from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not in ('schema_migration', 'schema_node')`.execute(
    database.queries,
  )
  expect(rows.filter(({ comment }) => !comment || comment.length < 5)).toEqual([])
  // One table is at nodes without persons only, and says so there.
  expect(rows.length).toBe(Object.keys(typed).length - 1)
})

describe('a migration', () => {
  const folder = mkdtempSync(join(tmpdir(), 'samlad-migrations-'))
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text)
  const exists = async (table: string): Promise<boolean> => {
    const { rows } = await sql<{ found: boolean }>`select to_regclass(${table}) is not null as found`.execute(database.queries)
    return rows[0]!.found
  }
  afterAll(() => rmSync(folder, { recursive: true }))

  test('runs once', async () => {
    write('9001_one.sql', 'create table one (a int);')
    write('notes.txt', 'not a migration')
    expect(await migrate(database, folder)).toEqual(['9001_one.sql'])
    expect(await migrate(database, folder)).toEqual([])
  })
  test('that fails leaves nothing half made, and runs when it is mended', async () => {
    write('9002_two.sql', 'create table two (a int); create table two (a int);')
    await expect(migrate(database, folder)).rejects.toThrow('already exists')
    expect(await exists('two')).toBe(false)
    write('9002_two.sql', 'create table two (a int);')
    expect(await migrate(database, folder)).toEqual(['9002_two.sql'])
  })
  test('is frozen: one that was changed after it ran is refused, and nothing is run', async () => {
    write('9000_before.sql', 'create table three (a int);')
    write('9001_one.sql', 'create table one (a bigint);')
    await expect(migrate(database, folder)).rejects.toThrow('9001_one.sql was changed')
    expect(await exists('three')).toBe(false)
  })
})
