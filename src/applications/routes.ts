import { serve, type Server } from '../platform/serve.ts'
import { getApplication, listApplications } from './applicationBook.ts'
import * as contract from './contract.ts'
import * as store from './store.ts'

/** Mounts the way from an application to a decision. */
export function applicationRoutes(server: Server): void {
  serve(server, contract.listApplications, async ({ queries, params }) => listApplications(queries, params.associationId))
  serve(server, contract.getApplication, async ({ queries, params, now }) => getApplication(queries, params, now))
  serve(server, contract.beginApplication, async ({ queries, scope, params, body, now }) => {
    await store.beginApplication(queries, scope, params.associationId, body, now)
    return getApplication(queries, { ...params, applicationId: body.id }, now)
  })
  serve(server, contract.changeApplication, async ({ queries, scope, params, body, now }) => {
    await store.changeApplication(queries, scope, params, body, now)
    return getApplication(queries, params, now)
  })
  serve(server, contract.answerApplication, async ({ queries, scope, params, body, now }) => {
    await store.answerApplication(queries, scope, params, body, now)
    return getApplication(queries, params, now)
  })
  serve(server, contract.findForApplication, async ({ queries, scope, params, body, now }) => {
    await store.findForApplication(queries, scope, params, body, now)
    return getApplication(queries, params, now)
  })
  serve(server, contract.stepApplication, async ({ queries, scope, params, body, now }) => {
    await store.stepApplication(queries, scope, params, body, now)
    return getApplication(queries, params, now)
  })
}
