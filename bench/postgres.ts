import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { CopyReader } from '../src/statistics/copyBinary.ts'
import { factColumns, sqlColumn } from '../src/statistics/factColumns.ts'
import type { FactArrays } from '../src/statistics/factColumns.ts'
import type { Dictionaries, Facts } from '../src/statistics/facts.ts'
import { factsFromColumns } from '../src/statistics/facts.ts'
import { startPostgres } from '../test/postgres.ts'
import { createFacts } from './factsCsv.ts'

/** A PostgreSQL of the bench's own with the facts of a CSV file. */
export interface BenchPostgres {
  version: string
  query: (sql: string) => Promise<unknown[][]>
  /** Reads all facts over binary COPY. */
  loadFacts: (dictionaries: Dictionaries, expected: number) => Promise<Facts>
  close: () => Promise<void>
}

/** Starts PostgreSQL with memory enough for the bench and loads the facts. */
export async function openPostgres(csvFile: string): Promise<BenchPostgres> {
  const server = await startPostgres({ shared_buffers: '512MB', work_mem: '256MB', max_wal_size: '4GB' })
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  await client.query(createFacts.replace('create table', 'create unlogged table'))
  await pipeline(createReadStream(csvFile), client.query(copyFrom('copy facts from stdin (format csv)')))
  await client.query('vacuum analyze facts')
  return {
    version: server.version,
    query: async (sql) => (await client.query({ text: sql, rowMode: 'array' })).rows as unknown[][],
    loadFacts: (dictionaries, expected) => loadFacts(client, dictionaries, expected),
    close: async () => {
      await client.end()
      await server.stop()
    },
  }
}

async function loadFacts(client: pg.Client, dictionaries: Dictionaries, expected: number): Promise<Facts> {
  const columns = factColumns.map(({ name }) => sqlColumn(name)).join(', ')
  const reader = new CopyReader(factColumns, expected)
  const stream = client.query(copyTo(`copy (select ${columns} from facts) to stdout (format binary)`))
  for await (const chunk of stream) reader.push(chunk as Uint8Array)
  const { arrays } = reader.finish()
  const byName = Object.fromEntries(factColumns.map(({ name }, at) => [name, arrays[at]])) as unknown as FactArrays
  return factsFromColumns(byName, dictionaries)
}
