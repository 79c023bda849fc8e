import { serve, type Server } from '../../platform/serve.ts'
import { stockholmDate } from '../../values/civilDate.ts'
import * as contract from './contract.ts'
import * as store from './store.ts'

/** Mounts the rules of quality: numbers for whoever leads, findings for staff. */
export function qualityRoutes(server: Server): void {
  serve(server, contract.getQuality, async ({ queries, params, now }) => store.getQuality(queries, params.controllerId, stockholmDate(now)))
  serve(server, contract.listFindings, async ({ queries, scope, params, query, now, concerns }) => {
    const found = await store.listFindings(queries, scope, params.controllerId, query, stockholmDate(now))
    concerns(...found.rows.map(({ id }) => id))
    return found
  })
}
