import { serve, serveStream, type Server } from '../../platform/serve.ts'
import { stockholmDate } from '../../values/civilDate.ts'
import * as contract from './contract.ts'
import * as store from './store.ts'

/** Mounts disposal: of one participation at once, and of what is past its time. */
export function retentionRoutes(server: Server): void {
  serve(server, contract.previewStrip, async ({ queries, scope, params, now, concerns }) => {
    concerns(params.id)
    return store.previewStrip(queries, scope, params, stockholmDate(now))
  })
  serve(server, contract.stripParticipation, async ({ queries, scope, params, body, now, says }) => {
    const { outcome, subject } = await store.stripParticipation(queries, scope, params, body.reason, now)
    says(subject)
    return { outcome }
  })
  serve(server, contract.getRetention, async ({ queries, params, now }) =>
    store.getRetention(queries, params.controllerId, stockholmDate(now)),
  )
  serve(server, contract.setRetention, async ({ queries, params, body, now }) =>
    store.setRetention(queries, params.controllerId, body, stockholmDate(now)),
  )
  serveStream(server, contract.runDisposal, async ({ queries, scope, params, body, now, emit, signal, says }) => {
    const onProgress = (done: number, of: number): void => emit({ done, of })
    const receipt = await store.runDisposal(queries, scope, params.controllerId, body.expected, now, { onProgress, signal })
    says(`disposal ${receipt.id} n=${body.expected}`)
    return { done: body.expected, of: body.expected, receipt }
  })
}
