import { serve, type Server } from '../../platform/serve.ts'
import { stockholmDate } from '../../values/civilDate.ts'
import * as contract from './contract.ts'
import * as store from './store.ts'

/** Mounts what the lead of an intervention decides of those whom the employer has appointed. */
export function nominationRoutes(server: Server): void {
  serve(server, contract.listNominations, async ({ queries, scope, params, now }) =>
    store.listNominations(queries, scope, params.controllerId, stockholmDate(now)),
  )
  serve(server, contract.answerNomination, async ({ queries, scope, params, body, now, says }) => {
    const today = stockholmDate(now)
    const assigned = await store.answerNomination(queries, scope, params, body.accept, { today, now })
    says(assigned === undefined ? `declined ${params.id}` : `caseworker ${assigned}`)
    return store.listNominations(queries, scope, params.controllerId, today)
  })
}
