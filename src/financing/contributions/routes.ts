import { detach, getAttached, type OwnerPlace } from '../../documents/attachments.ts'
import { serve, serveFile, type Server } from '../../platform/serve.ts'
import { agree } from './agreementStore.ts'
import * as contract from './contract.ts'
import { attachDocument, ofEntries } from './documentStore.ts'
import * as store from './store.ts'

/** Mounts the contributions of an association's members. */
export function contributionRoutes(server: Server): void {
  serve(server, contract.getContributions, async ({ queries, scope, params, now }) =>
    store.getBook(queries, scope, params.associationId, now),
  )
  serve(server, contract.recordContribution, async ({ queries, scope, params, body, now }) => {
    await store.recordEntry(queries, scope, params.associationId, body, now)
    return store.getBook(queries, scope, params.associationId, now)
  })
  serve(server, contract.changeContribution, async ({ queries, scope, params, body, now }) => {
    await store.changeEntry(queries, scope, params, body, now)
    return store.getBook(queries, scope, params.associationId, now)
  })
  serve(server, contract.agreeContributions, async ({ queries, scope, params, body, now }) => {
    await agree(queries, scope, params.associationId, body, now)
    return store.getBook(queries, scope, params.associationId, now)
  })
  serve(server, contract.attachContributionDocument, async ({ queries, scope, params, body, now }) => {
    await attachDocument(queries, scope, ownerOf(params), body, now)
    return store.getBook(queries, scope, params.associationId, now)
  })
  serveFile(server, contract.getContributionDocument, async ({ queries, params }) =>
    getAttached(queries, ofEntries, ownerOf(params), params.documentId),
  )
  serve(server, contract.detachContributionDocument, async ({ queries, scope, params, body, now }) => {
    await detach(queries, scope, ofEntries, { ...ownerOf(params), documentId: params.documentId, ...body }, now)
    return store.getBook(queries, scope, params.associationId, now)
  })
}

const ownerOf = (params: { associationId: string; entryId: string }): OwnerPlace => ({
  associationId: params.associationId,
  ownerId: params.entryId,
})
