import { serve, type Server } from '../../platform/serve.ts'
import { getCommissionBook } from './commissionBook.ts'
import * as contract from './contract.ts'
import * as store from './store.ts'

/** Mounts what others have commissioned an association to do. */
export function commissionRoutes(server: Server): void {
  serve(server, contract.getCommissions, async ({ queries, scope, params, now }) =>
    getCommissionBook(queries, scope, params.associationId, now),
  )
  serve(server, contract.recordCommission, async ({ queries, scope, params, body, now }) => {
    await store.recordCommission(queries, scope, params.associationId, body, now)
    return getCommissionBook(queries, scope, params.associationId, now)
  })
  serve(server, contract.changeCommission, async ({ queries, scope, params, body, now }) => {
    await store.changeCommission(queries, scope, params, body, now)
    return getCommissionBook(queries, scope, params.associationId, now)
  })
  serve(server, contract.deliverCommissionReport, async ({ queries, scope, params, body, now }) => {
    await store.deliverReport(queries, scope, params, body, now)
    return getCommissionBook(queries, scope, params.associationId, now)
  })
}
