import { serve, type Server } from '../../platform/serve.ts'
import { getFidelity } from './bookStore.ts'
import * as contract from './contract.ts'
import * as store from './store.ts'

/** Mounts the fidelity of teams to their methods. */
export function fidelityRoutes(server: Server): void {
  serve(server, contract.getFidelity, async ({ queries, scope, params, now }) => getFidelity(queries, scope, params.interventionId, now))
  serve(server, contract.beginFidelityRound, async ({ queries, scope, params, body, now }) => {
    await store.beginRound(queries, scope, params.interventionId, body, now)
    return getFidelity(queries, scope, params.interventionId, now)
  })
  serve(server, contract.rateFidelity, async ({ queries, scope, params, body, now }) => {
    await store.rateRound(queries, scope, params, body.points, now)
    return getFidelity(queries, scope, params.interventionId, now)
  })
  serve(server, contract.withdrawFidelityRound, async ({ queries, scope, params, body, now }) => {
    await store.withdrawRound(queries, scope, params, body.reason, now)
    return getFidelity(queries, scope, params.interventionId, now)
  })
  serve(server, contract.addFidelityInstrument, async ({ queries, scope, params, body, now }) => {
    await store.addInstrument(queries, scope, params.associationId, body, now)
    return { id: body.id }
  })
}
