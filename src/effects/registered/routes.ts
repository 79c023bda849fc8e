import { serve, type Server } from '../../platform/serve.ts'
import * as contract from './contract.ts'
import * as store from './store.ts'

/** Mounts what interventions are to be judged by, fixed beforehand. */
export function registeredRoutes(server: Server): void {
  serve(server, contract.getRegisteredOutcome, async ({ queries, params }) => store.listRegistrations(queries, params.interventionId))
  serve(server, contract.registerOutcome, async ({ queries, scope, params, body, now }) => {
    await store.registerOutcome(queries, scope, params.interventionId, body, now)
    return store.listRegistrations(queries, params.interventionId)
  })
}
