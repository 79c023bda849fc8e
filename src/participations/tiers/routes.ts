import { serve, type Server } from '../../platform/serve.ts'
import { stockholmDate } from '../../values/civilDate.ts'
import * as contract from './contract.ts'
import * as store from './store.ts'

/** Mounts the opening and closing of registration at a controller. */
export function tierRoutes(server: Server): void {
  serve(server, contract.getRegistration, async ({ queries, params }) => store.getRegistration(queries, params.controllerId))
  serve(server, contract.getStanding, async ({ queries, params, now }) =>
    store.getStanding(queries, params.controllerId, stockholmDate(now)),
  )
  serve(server, contract.openRegistration, async ({ queries, scope, params, body, now, says }) => {
    says('registration opened')
    return store.openRegistration(queries, scope, params.controllerId, body, now)
  })
  serve(server, contract.closeRegistration, async ({ queries, scope, params, body, now, says }) => {
    says('registration closed')
    return store.closeRegistration(queries, scope, params.controllerId, body, now)
  })
}
