import { serve, type Server } from '../../platform/serve.ts'
import * as contract from './contract.ts'
import * as store from './store.ts'

/** Mounts the events of structural interventions. */
export function eventRoutes(server: Server): void {
  serve(server, contract.listEvents, async ({ queries, params }) => store.listEvents(queries, params))
  serve(server, contract.recordEvent, async ({ queries, scope, params, body, now }) => {
    await store.recordEvent(queries, scope, params, body, now)
    return store.listEvents(queries, params)
  })
  serve(server, contract.changeEvent, async ({ queries, scope, params, body, now }) => {
    await store.changeEvent(queries, scope, params, body, now)
    return store.listEvents(queries, params)
  })
}
