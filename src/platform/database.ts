import { AsyncLocalStorage } from 'node:async_hooks'
import { mkdirSync } from 'node:fs'
import pg from 'pg'
import copyStreams from 'pg-copy-streams'
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import type { Tables } from '../tables.ts'
import { parseColumn, typeIds } from './columnParsers.ts'
import { PgliteDialect, PgliteThread } from './pglite.ts'
import { mostConnections, type Logins, type WallRole } from './wallRole.ts'

export type { WallRole }

/** A connection or a transaction: what store functions take. */
export type Queries = Kysely<Tables>
export type Change = Transaction<Tables>

/** The database, embedded or served, behind one face. */
export interface Database {
  kind: 'pglite' | 'postgres'
  /** Runs as whoever connected, outside the second wall: for migrations and tests. */
  queries: Queries
  /**
   * Does work in one transaction as a role of the wall. What the role sees follows from the session's secret, which row-level security
   * looks up itself; role and secret are gone when the transaction ends. A snapshot reads everything as it stood when the work began.
   */
  as<T>(role: WallRole, session: string | undefined, work: (queries: Change) => Promise<T>, isSnapshot?: boolean): Promise<T>
  /** Runs a script of several statements, all or none of them (migrations only). */
  script(sql: string): Promise<void>
  /**
   * Bytes of `COPY (query) TO … (FORMAT binary)`, read as the statistics role; `query` is one of our own constants, never user text.
   * The embedded database has one connection, and this does not wait for it: call it inside a transaction of that role.
   */
  copyOut(query: string): AsyncIterable<Uint8Array>
  close(): Promise<void>
}

const inTransaction = new AsyncLocalStorage<true>()

function actingOn(queries: Queries): Database['as'] {
  return (role, session, work, isSnapshot = false) => {
    // On the embedded database, which has one connection, the inner one would wait for the outer for ever.
    if (inTransaction.getStore()) throw new Error('A transaction inside a transaction')
    return inTransaction.run(true, () =>
      // The embedded database lends its one connection to one at a time: nothing changes there meanwhile.
      (isSnapshot ? queries.transaction().setIsolationLevel('repeatable read') : queries.transaction()).execute(async (change) => {
        await sql`select set_config('role', ${role}, true), set_config('samlad.session', ${session ?? ''}, true)`.execute(change)
        return work(change)
      }),
    )
  }
}

/** Opens the embedded database in a folder (made if missing). The caller holds the folder's lock. `load` = a dump to begin from. */
export function openEmbedded(folder: string, load?: Uint8Array): Database & { dump(): Promise<Uint8Array> } {
  if (!folder.startsWith('memory://')) mkdirSync(folder, { recursive: true, mode: 0o700 })
  const thread = new PgliteThread(folder, load)
  const queries = new Kysely<Tables>({ dialect: new PgliteDialect(thread) })
  return {
    kind: 'pglite',
    queries,
    as: actingOn(queries),
    // It takes its turn like every query: it must not fall into the transaction of another.
    script: (text) => queries.connection().execute(async () => void (await thread.ask('script', text))),
    async *copyOut(query) {
      // Copying to a file takes a right that no role of the wall has; on the embedded database the wall is one against our own mistakes only.
      const { rows } = await thread.ask('query', "select current_setting('role') as role, set_config('role', 'none', true)")
      const reply = await thread.ask('copyOut', `copy (${query}) to '/dev/blob' (format binary)`)
      await thread.ask('query', "select set_config('role', $1, true)", [(rows![0] as { role: string }).role])
      yield reply.bytes!
    },
    dump: async () => (await thread.ask('dump')).bytes!,
    close: () => thread.close(),
  }
}

/**
 * Connects to a PostgreSQL server (15 or later).
 * @param url how migrations connect: as the owner of the tables
 * @param logins how each role connects; a role that is not among them goes as the owner does, which is no wall against injected SQL
 */
export function openServed(url: string, logins: Logins = new Map()): Database {
  const owner = openPool(url, 10)
  const queries = kyselyOn(owner)
  const pools = new Map([...logins].map(([role, login]) => [role, openPool(login, mostConnections[role])]))
  // Whoever waits for the facts holds a connection of the statistics role: were those all taken, a copy that needed one more would wait for ever.
  const copying = openPool(logins.get('samlad_statistics') ?? url, 2)
  const acting = new Map([...pools].map(([role, pool]) => [role, actingOn(kyselyOn(pool))]))
  const asOwner = actingOn(queries)
  return {
    kind: 'postgres',
    queries,
    as: (role, ...rest) => (acting.get(role) ?? asOwner)(role, ...rest),
    async script(text) {
      await owner.query(text)
    },
    copyOut: (query) => copyFrom(copying, query),
    close: async () => {
      for (const pool of [...pools.values(), copying, owner]) await pool.end()
    },
  }
}

async function* copyFrom(pool: pg.Pool, query: string): AsyncIterable<Uint8Array> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('set local role samlad_statistics')
    yield* client.query(copyStreams.to(`copy (${query}) to stdout (format binary)`)) as AsyncIterable<Uint8Array>
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

function openPool(url: string, max: number): pg.Pool {
  const types = { getTypeParser: typeParser as typeof pg.types.getTypeParser }
  const pool = new pg.Pool({ connectionString: url, max, types })
  // A connection the server ends while it is idle must not take the process with it: the pool opens a new one when it is needed.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

const kyselyOn = (pool: pg.Pool): Queries => new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })

function typeParser(type: number, format?: string): (text: string) => unknown {
  if ((typeIds as readonly number[]).includes(type)) return (text) => parseColumn(type, text)
  return pg.types.getTypeParser(type, format as 'text') as (text: string) => unknown
}
