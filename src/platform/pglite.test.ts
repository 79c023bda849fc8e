import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openEmbedded, type Database, type Queries } from './database.ts'

let database: Database
beforeAll(async () => {
  database = openEmbedded('memory://')
  await database.script(`create table line (text text primary key);
    create table kind (day date, instant timestamptz, big bigint, amount numeric, bytes bytea, list text[], json jsonb)`)
})
afterAll(() => database.close())
beforeEach(() => database.script('delete from line'))

const write = (queries: Queries, text: string): Promise<unknown> => sql`insert into line values (${text})`.execute(queries)
const read = async (queries: Queries): Promise<string[]> => {
  const { rows } = await sql<{ text: string }>`select text from line order by text`.execute(queries)
  return rows.map(({ text }) => text)
}
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30))

describe('the one connection of the embedded database', () => {
  test('is lent to one transaction at a time: what is rolled back takes nobody else’s rows with it', async () => {
    const failing = database.queries.transaction().execute(async (change) => {
      await write(change, 'of the one that fails')
      await pause()
      throw new Error('on purpose')
    })
    const other = database.queries.transaction().execute(async (change) => {
      await write(change, 'of the other')
      return read(change)
    })
    await expect(failing).rejects.toThrow('on purpose')
    expect(await other).toEqual(['of the other'])
    expect(await read(database.queries)).toEqual(['of the other'])
  })
  test('keeps a script waiting while a transaction is open', async () => {
    let script: Promise<void> | undefined
    const open = database.queries.transaction().execute(async (change) => {
      await write(change, 'half')
      script = database.script('vacuum (analyze) line')
      await pause()
      await write(change, 'whole')
    })
    await open
    await script
    expect(await read(database.queries)).toEqual(['half', 'whole'])
  })
  test('keeps a plain query waiting while a transaction is open', async () => {
    const order: string[] = []
    const open = database.queries.transaction().execute(async (change) => {
      await write(change, 'half')
      await pause()
      await write(change, 'whole')
      order.push('transaction')
    })
    const seen = read(database.queries).then((rows) => {
      order.push('query')
      return rows
    })
    await open
    expect(await seen).toEqual(['half', 'whole'])
    expect(order).toEqual(['transaction', 'query'])
  })
  test('is as good as new after an error', async () => {
    await write(database.queries, 'there')
    const twice = database.queries.transaction().execute(async (change) => {
      await write(change, 'new')
      await write(change, 'there')
    })
    await expect(twice).rejects.toMatchObject({ code: '23505', table: 'line' })
    expect(await read(database.queries)).toEqual(['there'])
    await write(database.queries, 'after')
    expect(await read(database.queries)).toEqual(['after', 'there'])
  })
  test('serves many who ask at once, each once', async () => {
    await Promise.all(
      Array.from({ length: 50 }, (_, at) => database.queries.transaction().execute((change) => write(change, `line ${at}`))),
    )
    expect(await read(database.queries)).toHaveLength(50)
  })
})

test('rows are copied out in the binary format, those of the open transaction too', async () => {
  const bytes = await database.queries.transaction().execute(async (change) => {
    await write(change, 'abc')
    const chunks: Uint8Array[] = []
    for await (const chunk of database.copyOut('select text from line')) chunks.push(chunk)
    return Buffer.concat(chunks)
  })
  expect(bytes.subarray(0, 11)).toEqual(Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'))
  // After the header: one column of three bytes, then the end.
  expect(bytes.subarray(19)).toEqual(Buffer.from([0, 1, 0, 0, 0, 3, 97, 98, 99, 255, 255]))
})

test('columns come back as dates in text, instants in UTC, and exact numbers', async () => {
  await sql`insert into kind values ('2024-02-29', '2024-02-29T23:30:00+02:00', 9007199254740991, 12.5, ${Buffer.from([1, 255])},
    ${['a', 'ö']}, ${JSON.stringify({ a: [1] })})`.execute(database.queries)
  const { rows } = await sql<Record<string, unknown>>`select * from kind`.execute(database.queries)
  expect(rows[0]).toMatchObject({ day: '2024-02-29', instant: '2024-02-29T21:30:00.000Z', big: 9007199254740991, amount: 12.5 })
  expect(rows[0]).toMatchObject({ bytes: new Uint8Array([1, 255]), list: ['a', 'ö'], json: { a: [1] } })
  await expect(sql`select 9007199254740993::bigint`.execute(database.queries)).rejects.toThrow('outside the exact range')
})
