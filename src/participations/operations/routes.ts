import { serve, type Server } from '../../platform/serve.ts'
import { stockholmDate } from '../../values/civilDate.ts'
import { getOperations } from './contract.ts'
import * as store from './store.ts'

/** Mounts the numbers of the work. */
export function operationsRoutes(server: Server): void {
  serve(server, getOperations, async ({ queries, params, now }) => store.getOperations(queries, params.controllerId, stockholmDate(now)))
}
