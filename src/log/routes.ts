import { serve, type Server } from '../platform/serve.ts'
import { listChains, listLinks } from './chainStore.ts'
import * as contract from './contract.ts'

/** Mounts the log: its chains. */
export function logRoutes(server: Server): void {
  serve(server, contract.listAuditChains, async ({ queries }) => listChains(queries))
  serve(server, contract.listAuditLinks, async ({ queries, query }) => listLinks(queries, query.chain, query.after))
}
