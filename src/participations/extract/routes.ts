import { serve, type Server } from '../../platform/serve.ts'
import { stockholmDate } from '../../values/civilDate.ts'
import * as contract from './contract.ts'
import { getExtract } from './store.ts'

/** Mounts the extract that a participant may have. */
export function extractRoutes(server: Server): void {
  serve(server, contract.getExtract, async ({ queries, scope, params, now, concerns }) => {
    concerns(params.id)
    const extract = await getExtract(queries, scope, params, stockholmDate(now))
    concerns(...extract.record.others.map(({ id }) => id))
    return extract
  })
}
