import { serve, type Server } from '../../platform/serve.ts'
import { stockholmDate } from '../../values/civilDate.ts'
import * as contract from './contract.ts'
import { compareOwnInterventions } from './store.ts'

/** Mounts the comparison of a controller's own interventions. */
export function ownRegisterRoutes(server: Server): void {
  serve(server, contract.compareOwnInterventions, async ({ queries, scope, params, query, now, locale, t, says }) => {
    says(`${query.one} beside ${query.other}`)
    return compareOwnInterventions(queries, scope, { ...params, ...query }, stockholmDate(now), { locale, t })
  })
}
