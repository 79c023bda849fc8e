import { serve, type Server } from '../../platform/serve.ts'
import * as contract from './contract.ts'
import * as store from './store.ts'

/** Mounts the choice of follow-ups after exit. */
export function exitPointRoutes(server: Server): void {
  serve(server, contract.listExitPoints, async ({ queries, scope, params }) => store.listExitPoints(queries, scope, params.controllerId))
  serve(server, contract.setExitPoint, async ({ queries, scope, params, body, now }) =>
    store.setExitPoint(queries, scope, params, body, now),
  )
}
