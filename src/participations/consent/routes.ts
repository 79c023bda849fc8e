import { serve, type Server } from '../../platform/serve.ts'
import { stockholmDate } from '../../values/civilDate.ts'
import * as contract from './contract.ts'
import * as store from './store.ts'

/** Mounts texts on consent, and the consents given. */
export function consentRoutes(server: Server): void {
  serve(server, contract.getConsentTexts, async ({ queries, params }) => store.getConsentTexts(queries, params.controllerId))
  serve(server, contract.publishConsentTexts, async ({ queries, scope, params, body, now }) =>
    store.publishConsentTexts(queries, scope, params.controllerId, body.texts, now),
  )
  serve(server, contract.recordConsent, async ({ queries, scope, params, body, now, concerns }) => {
    concerns(params.id)
    return store.recordConsent(queries, scope, params, body, stockholmDate(now), now)
  })
  serve(server, contract.listConsents, async ({ queries, scope, params, concerns }) => {
    concerns(params.id)
    return store.listConsents(queries, scope, params)
  })
}
