import { serve, serveFile, type Server } from '../platform/serve.ts'
import { listChains, listLinks } from './chainStore.ts'
import * as contract from './contract.ts'
import { logFile } from './logFile.ts'
import { listLog, searchLog } from './store.ts'

/** Mounts the chains of the log, for whoever checks them. */
export function chainRoutes(server: Server): void {
  serve(server, contract.listAuditChains, async ({ queries }) => listChains(queries))
  serve(server, contract.listAuditLinks, async ({ queries, query }) => listLinks(queries, query.chain, query.after))
}

/** Mounts what a controller's steward reads of the log. */
export function stewardLogRoutes(server: Server): void {
  serve(server, contract.searchLog, async ({ queries, scope, params, body, concerns }) => {
    const { participation, ...found } = await searchLog(queries, scope, params.controllerId, body)
    if (participation !== undefined) concerns(participation)
    return found
  })
  serveFile(server, contract.getLogFile, async ({ queries, scope, params, body, t, locale, concerns }) => {
    const { rows, participation, isFictive } = await listLog(queries, scope, params.controllerId, body)
    if (participation !== undefined) concerns(participation)
    return logFile(rows, body, { format: body.format, isFictive }, { t, locale })
  })
}
