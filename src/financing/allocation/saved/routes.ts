import { serve, type Server } from '../../../platform/serve.ts'
import * as contract from './contract.ts'
import * as store from './store.ts'

/** Mounts the rulesets of the state's allocation that the national office keeps. */
export function allocationModelRoutes(server: Server): void {
  serve(server, contract.listAllocationModels, async ({ queries }) => store.listModels(queries))
  serve(server, contract.openAllocationModel, async ({ queries, params, query }) => store.getModel(queries, params.id, query.version))
  serve(server, contract.saveAllocationModel, async ({ queries, scope, body, now }) => {
    await store.saveModel(queries, scope, body, now)
    return store.listModels(queries)
  })
  serve(server, contract.changeAllocationModel, async ({ queries, scope, params, body, now }) => {
    await store.changeModel(queries, scope, params.id, body, now)
    return store.listModels(queries)
  })
}
