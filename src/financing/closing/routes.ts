import { serve, type Server } from '../../platform/serve.ts'
import * as contract from './contract.ts'
import * as store from './store.ts'

/** Mounts the closing of years of an association's books. */
export function closingRoutes(server: Server): void {
  serve(server, contract.getClosings, async ({ queries, scope, params, now }) =>
    store.getClosingBook(queries, scope, params.associationId, now),
  )
  serve(server, contract.getClosingRemarks, async ({ queries, scope, params, now }) => ({
    year: params.year,
    remarks: await store.getRemarks(queries, scope, params, now),
  }))
  serve(server, contract.closeYear, async ({ queries, scope, params, body, now }) => {
    await store.closeYear(queries, scope, params, body, now)
    return store.getClosingBook(queries, scope, params.associationId, now)
  })
  serve(server, contract.askToReopen, async ({ queries, scope, params, body, now }) => {
    await store.askToReopen(queries, scope, params, body, now)
    return store.getClosingBook(queries, scope, params.associationId, now)
  })
  serve(server, contract.answerReopening, async ({ queries, scope, params, body, now }) => {
    await store.answerReopening(queries, scope, params, body, now)
    return store.getClosingBook(queries, scope, params.associationId, now)
  })
}
