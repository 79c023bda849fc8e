import { serveFile, serveStream, type Server } from '../../platform/serve.ts'
import type { KeySource } from '../identity/keys.ts'
import * as contract from './contract.ts'
import { fetchExport, makeExport } from './exportStore.ts'
import { ZipShelf } from './zipShelf.ts'

/** Mounts the export of everything that a controller holds. */
export function exportRoutes(server: Server, keysOf: KeySource): void {
  const shelf = new ZipShelf()
  server.app.addHook('onClose', async () => shelf.clear())
  serveStream(server, contract.makeExport, async ({ queries, scope, params, body, now, emit, signal, says }) => {
    const keys = body.identities ? await keysOf(params.controllerId) : undefined
    const onProgress = (done: number, of: number): void => emit({ done, of })
    const made = await makeExport(queries, scope, params.controllerId, now, { shelf, keys, t: server.translate.sv, onProgress, signal })
    says(`export ${made.id}${body.identities ? ' with personal numbers' : ''}`)
    return { done: 1, of: 1, export: made }
  })
  serveFile(server, contract.getExportFile, async ({ scope, params, now, reply, says }) => {
    says(`export ${params.exportId}`)
    reply.header('cache-control', 'no-store')
    return fetchExport(shelf, scope, params, now)
  })
}
