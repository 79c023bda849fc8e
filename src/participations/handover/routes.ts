import { serve, type Server } from '../../platform/serve.ts'
import { stockholmDate } from '../../values/civilDate.ts'
import * as contract from './contract.ts'
import * as store from './store.ts'

/** Mounts what a steward hands over when staff leave or an intervention ends. */
export function handoverRoutes(server: Server): void {
  serve(server, contract.listUnstaffed, async ({ queries, scope, params, now }) =>
    store.listUnstaffed(queries, scope, params.controllerId, stockholmDate(now)),
  )
  serve(server, contract.getCodeList, async ({ queries, scope, params, now, concerns }) => {
    const list = await store.getCodeList(queries, scope, params, stockholmDate(now))
    concerns(...list.rows.map(({ id }) => id))
    return list
  })
}
