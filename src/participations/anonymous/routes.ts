import { serve, type Server } from '../../platform/serve.ts'
import * as contract from './contract.ts'
import * as store from './store.ts'

/** Mounts the counts of those who cannot be registered. */
export function anonymousRoutes(server: Server): void {
  serve(server, contract.listAnonymous, async ({ queries, scope, params }) => store.listAnonymous(queries, scope, params.controllerId))
  serve(server, contract.addAnonymous, async ({ queries, scope, params, body, now }) =>
    store.addAnonymous(queries, scope, params.controllerId, body, now),
  )
}
