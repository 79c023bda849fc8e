import { serve, type Server } from '../../platform/serve.ts'
import * as contract from './contract.ts'
import { getNotices } from './noticeBook.ts'

/** Mounts what waits in an association. */
export function noticeRoutes(server: Server): void {
  serve(server, contract.getNotices, async ({ queries, scope, params, now }) => getNotices(queries, scope, params.associationId, now))
}
