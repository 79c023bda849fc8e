import cors from '@fastify/cors'
import etag from '@fastify/etag'
import { callLimit } from '../../platform/callLimit.ts'
import type { Server } from '../../platform/serve.ts'
import { catalogueRoutes } from './catalogue/routes.ts'
import { openCalls } from './limits.ts'
import type { OpenTables } from './openTables.ts'
import { openRoutesV1 } from './v1/routes.ts'
import { openRoutesV2 } from './v2/routes.ts'

/** What open data need to know of the deployment. */
export interface OpenDataSettings {
  software: string
  /** Calls that one address may make in ten seconds; 300 unless said. */
  callsPerWindow?: number | undefined
}

/** Mounts the interfaces of open data: published, protected tables and nothing else. */
export function openDataRoutes(
  server: Server,
  tables: OpenTables,
  { software, callsPerWindow = openCalls.perWindow }: OpenDataSettings,
): void {
  void server.app.register(async (app) => {
    await app.register(cors, { origin: '*', methods: ['GET', 'HEAD', 'POST'], exposedHeaders: ['etag', 'retry-after'] })
    await app.register(etag, { replyWith304: true })
    // What is out changes when something new comes out: kept for a minute, and asked after by its tag from then on.
    app.addHook('onSend', async (_, reply) => void (reply.statusCode < 400 && reply.header('cache-control', 'public, max-age=60')))
    const open = { ...server, app, countCall: callLimit(app, callsPerWindow, openCalls.seconds) }
    openRoutesV2(open, tables, software, callsPerWindow)
    openRoutesV1(open, tables, callsPerWindow)
    catalogueRoutes(open, tables)
  })
}
