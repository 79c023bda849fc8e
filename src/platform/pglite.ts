import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import {
  CompiledQuery,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely'
import type { Ask, Reply } from './pgliteWorker.ts'

// V8 of Node 24 may free a WebAssembly import wrapper twice when it reclaims code while threads start and end, and then ends the
// whole process ("Check failed: jit_page.has_value()", nodejs/node#66366). Code that is not reclaimed cannot be freed twice.
setFlagsFromString('--no-wasm-code-gc')

/** The embedded database seen from the server's thread: questions out, answers back. */
export class PgliteThread {
  readonly #worker: Worker
  readonly #waiting = new Map<number, { resolve: (reply: Reply) => void; reject: (error: Error) => void }>()
  #next = 0

  constructor(folder: string, load?: Uint8Array) {
    this.#worker = new Worker(new URL('./pgliteWorker.ts', import.meta.url), {
      resourceLimits: { maxYoungGenerationSizeMb: 8 },
      workerData: { folder, load },
    })
    this.#worker.on('message', (reply: Reply) => {
      const waiting = this.#waiting.get(reply.id)
      this.#waiting.delete(reply.id)
      if (reply.error) waiting?.reject(Object.assign(new Error(reply.error.message), reply.error))
      else waiting?.resolve(reply)
    })
    this.#worker.on('error', (error: Error) => {
      for (const waiting of this.#waiting.values()) waiting.reject(error)
      this.#waiting.clear()
    })
  }

  ask(mode: Ask['mode'], sql = '', parameters: unknown[] = []): Promise<Reply> {
    const id = this.#next++
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#worker.postMessage({ id, mode, sql, parameters } satisfies Ask)
    })
  }

  async close(): Promise<void> {
    await this.ask('close')
    await this.#worker.terminate()
  }
}

/**
 * Kysely on the embedded database. Kysely's own PGlite driver lets a query of one request slip into the open transaction of
 * another (there is one connection and it is never waited for); here the connection is lent to one at a time.
 */
export class PgliteDialect implements Dialect {
  readonly #thread: PgliteThread
  constructor(thread: PgliteThread) {
    this.#thread = thread
  }
  createAdapter = (): PostgresAdapter => new PostgresAdapter()
  createDriver = (): Driver => new PgliteDriver(this.#thread)
  createIntrospector = (db: ConstructorParameters<typeof PostgresIntrospector>[0]): PostgresIntrospector => new PostgresIntrospector(db)
  createQueryCompiler = (): PostgresQueryCompiler => new PostgresQueryCompiler()
}

class PgliteDriver implements Driver {
  readonly #thread: PgliteThread
  readonly #queue: (() => void)[] = []
  #lent = false

  constructor(thread: PgliteThread) {
    this.#thread = thread
  }
  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    if (this.#lent) await new Promise<void>((resolve) => this.#queue.push(resolve))
    this.#lent = true
    return new PgliteConnection(this.#thread)
  }
  async releaseConnection(): Promise<void> {
    const next = this.#queue.shift()
    if (next) next()
    else this.#lent = false
  }
  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin'))
  }
  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }
  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'))
  }
  async destroy(): Promise<void> {}
}

class PgliteConnection implements DatabaseConnection {
  readonly #thread: PgliteThread
  constructor(thread: PgliteThread) {
    this.#thread = thread
  }
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const reply = await this.#thread.ask('query', query.sql, [...query.parameters])
    return { rows: (reply.rows ?? []) as R[], numAffectedRows: BigInt(reply.affected ?? 0) }
  }
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Streaming is not supported by the embedded database')
  }
}
