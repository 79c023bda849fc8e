import { serve, type Server } from '../../platform/serve.ts'
import * as contract from './contract.ts'
import { getGrantBook } from './grantStore.ts'
import * as store from './store.ts'

/** Mounts what is granted to interventions, and how it goes out. */
export function grantRoutes(server: Server): void {
  serve(server, contract.getGrants, async ({ queries, scope, params, now }) => getGrantBook(queries, scope, params.associationId, now))
  serve(server, contract.recordGrant, async ({ queries, scope, params, body, now }) => {
    await store.recordGrant(queries, scope, params.associationId, body, now)
    return getGrantBook(queries, scope, params.associationId, now)
  })
  serve(server, contract.stepGrant, async ({ queries, scope, params, body, now }) => {
    await store.stepGrant(queries, scope, params, body, now)
    return getGrantBook(queries, scope, params.associationId, now)
  })
  serve(server, contract.recordDrawdown, async ({ queries, scope, params, body, now }) => {
    await store.recordDrawdown(queries, scope, params, body, now)
    return getGrantBook(queries, scope, params.associationId, now)
  })
  serve(server, contract.attestDrawdown, async ({ queries, scope, params, body, now }) => {
    await store.stepDrawdown(queries, scope, params, { ...body, act: 'attest' }, now)
    return getGrantBook(queries, scope, params.associationId, now)
  })
  serve(server, contract.stepDrawdown, async ({ queries, scope, params, body, now }) => {
    await store.stepDrawdown(queries, scope, params, body, now)
    return getGrantBook(queries, scope, params.associationId, now)
  })
}
