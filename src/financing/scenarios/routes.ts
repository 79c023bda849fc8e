import { serve, type Server } from '../../platform/serve.ts'
import * as contract from './contract.ts'
import * as store from './store.ts'

/** Mounts what would follow if members gave something else. */
export function scenarioRoutes(server: Server): void {
  serve(server, contract.getScenarios, async ({ queries, scope, params, now }) =>
    store.getScenarios(queries, scope, params.associationId, now),
  )
  serve(server, contract.saveScenario, async ({ queries, scope, params, body, now }) => {
    await store.saveScenario(queries, scope, params.associationId, body, now)
    return store.getScenarios(queries, scope, params.associationId, now)
  })
  serve(server, contract.withdrawScenario, async ({ queries, scope, params, now }) => {
    await store.withdrawScenario(queries, scope, params, now)
    return store.getScenarios(queries, scope, params.associationId, now)
  })
}
