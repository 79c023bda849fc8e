import { serve, type Server } from '../../platform/serve.ts'
import { getYearBudget } from '../budget/store.ts'
import { takeActuals } from './actualsStore.ts'
import * as contract from './contract.ts'
import * as store from './store.ts'

/** Mounts an association's own capital and administration. */
export function economyRoutes(server: Server): void {
  serve(server, contract.getEconomy, async ({ queries, scope, params, now }) =>
    store.getEconomyBook(queries, scope, params.associationId, now),
  )
  serve(server, contract.changeEconomy, async ({ queries, scope, params, body, now }) => {
    await store.changeEconomy(queries, scope, params, body, now)
    return store.getEconomyBook(queries, scope, params.associationId, now)
  })
  serve(server, contract.takeBookedActuals, async ({ queries, scope, params, body, now, t }) => {
    await takeActuals(queries, scope, params, { ...body, reason: t('budget.takenReason', { version: body.version }) }, now)
    return getYearBudget(queries, scope, params.associationId, params.year, now)
  })
}
