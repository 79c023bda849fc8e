import { serve, type Server } from '../../platform/serve.ts'
import { changeAdministration } from './administrationStore.ts'
import * as books from './booksStore.ts'
import * as contract from './contract.ts'
import { changeKey } from './keyStore.ts'
import * as store from './store.ts'

/** Mounts budget, books and what is reckoned of them. */
export function budgetRoutes(server: Server): void {
  serve(server, contract.getBudget, async ({ queries, scope, params, now }) =>
    store.getYearBudget(queries, scope, params.associationId, params.year, now),
  )
  serve(server, contract.changeAdministrationBudget, async ({ queries, scope, params, body, now }) => {
    await changeAdministration(queries, scope, params, body, now)
    return store.getYearBudget(queries, scope, params.associationId, params.year, now)
  })
  serve(server, contract.changeAccountKey, async ({ queries, scope, params, body, now }) => {
    await changeKey(queries, scope, params.associationId, body, now)
    return { version: body.version + 1 }
  })
  serve(server, contract.getAccounting, async ({ queries, params }) => {
    const { file, rows } = await books.findBooks(queries, params.associationId, params.year)
    return { version: file?.version ?? 0, through: file?.through ?? null, rows }
  })
  serve(server, contract.recordAccounting, async ({ queries, scope, params, body, now }) => {
    await books.recordBooks(queries, scope, params.associationId, body, now)
    return store.getYearBudget(queries, scope, params.associationId, body.year, now)
  })
}
