import { mkdirSync } from 'node:fs'
import pg from 'pg'
import copyStreams from 'pg-copy-streams'
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import type { Tables } from '../tables.ts'
import { parseColumn, typeIds } from './columnParsers.ts'
import { PgliteDialect, PgliteThread } from './pglite.ts'

/** A connection or a transaction: what store functions take. */
export type Queries = Kysely<Tables>
export type Change = Transaction<Tables>

/** The database, embedded or served, behind one face. */
export interface Database {
  kind: 'pglite' | 'postgres'
  queries: Queries
  /** Runs a script of several statements, all or none of them (migrations only). */
  script(sql: string): Promise<void>
  /**
   * Bytes of `COPY (query) TO … (FORMAT binary)`; `query` is one of our own constants, never user text.
   * The embedded database has one connection, and this does not wait for it: call it inside a transaction of your own.
   */
  copyOut(query: string): AsyncIterable<Uint8Array>
  close(): Promise<void>
}

/** Opens the embedded database in a folder (made if missing). The caller holds the folder's lock. `load` = a dump to begin from. */
export function openEmbedded(folder: string, load?: Uint8Array): Database & { dump(): Promise<Uint8Array> } {
  if (!folder.startsWith('memory://')) mkdirSync(folder, { recursive: true, mode: 0o700 })
  const thread = new PgliteThread(folder, load)
  const queries = new Kysely<Tables>({ dialect: new PgliteDialect(thread) })
  return {
    kind: 'pglite',
    queries,
    script: async (sql) => void (await thread.ask('script', sql)),
    async *copyOut(query) {
      const reply = await thread.ask('copyOut', `copy (${query}) to '/dev/blob' (format binary)`)
      yield reply.bytes!
    },
    dump: async () => (await thread.ask('dump')).bytes!,
    close: () => thread.close(),
  }
}

/** Connects to a PostgreSQL server (15 or later). */
export function openServed(url: string): Database {
  const types = { getTypeParser: typeParser as typeof pg.types.getTypeParser }
  const pool = new pg.Pool({ connectionString: url, max: 10, types })
  // A connection the server ends while it is idle must not take the process with it: the pool opens a new one when it is needed.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return {
    kind: 'postgres',
    queries: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    async script(sql) {
      await pool.query(sql)
    },
    async *copyOut(query) {
      const client = await pool.connect()
      try {
        yield* client.query(copyStreams.to(`copy (${query}) to stdout (format binary)`)) as AsyncIterable<Uint8Array>
      } finally {
        client.release()
      }
    },
    close: () => pool.end(),
  }
}

function typeParser(type: number, format?: string): (text: string) => unknown {
  if ((typeIds as readonly number[]).includes(type)) return (text) => parseColumn(type, text)
  return pg.types.getTypeParser(type, format as 'text') as (text: string) => unknown
}
