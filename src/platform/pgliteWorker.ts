import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { parseColumn, typeIds } from './columnParsers.ts'

/** Runs the embedded database in a thread of its own, so that a long query never stops the server from answering. */

export interface Ask {
  id: number
  sql: string
  parameters: unknown[]
  /** Several statements without parameters (a migration), or COPY … TO '/dev/blob'. */
  mode: 'query' | 'script' | 'copyOut' | 'dump' | 'close'
}

export interface Reply {
  id: number
  rows?: unknown[]
  affected?: number
  bytes?: Uint8Array
  error?: { message: string; code?: string; constraint?: string; table?: string; column?: string; detail?: string }
}

const { folder, load } = workerData as { folder: string; load?: Uint8Array }
const options = {
  parsers: Object.fromEntries(typeIds.map((type) => [type, (text: string) => parseColumn(type, text)])),
}
const database = new PGlite(folder, load ? { ...options, loadDataDir: new Blob([load as BlobPart]) } : options)

async function answer(ask: Ask): Promise<Reply> {
  if (ask.mode === 'close') {
    await database.close()
    return { id: ask.id }
  }
  if (ask.mode === 'dump') {
    const dump = await database.dumpDataDir('none')
    return { id: ask.id, bytes: new Uint8Array(await dump.arrayBuffer()) }
  }
  if (ask.mode === 'script') {
    await database.exec(ask.sql)
    return { id: ask.id }
  }
  const result = await database.query(ask.sql, ask.parameters)
  if (ask.mode === 'copyOut') return { id: ask.id, bytes: new Uint8Array(await result.blob!.arrayBuffer()) }
  return { id: ask.id, rows: result.rows, affected: result.affectedRows ?? 0 }
}

parentPort!.on('message', (ask: Ask) => {
  answer(ask)
    .then((reply) => parentPort!.postMessage(reply, reply.bytes ? [reply.bytes.buffer as ArrayBuffer] : []))
    .catch((thrown: unknown) => {
      const { message, code, constraint, table, column, detail } = thrown as NonNullable<Reply['error']>
      const error = Object.fromEntries(
        Object.entries({ message: String(message), code, constraint, table, column, detail }).filter(
          ([, value]) => value !== undefined,
        ),
      ) as NonNullable<Reply['error']>
      parentPort!.postMessage({ id: ask.id, error } satisfies Reply)
    })
})
