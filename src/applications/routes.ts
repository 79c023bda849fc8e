import { attach, detach, getAttached, type OwnerPlace } from '../documents/attachments.ts'
import { serve, serveAfter, serveFile, type Server } from '../platform/serve.ts'
import type { OpenTables } from '../statistics/opendata/openTables.ts'
import { reportFile } from '../statistics/reports/files/reportFile.ts'
import { agreementReport } from './agreement.ts'
import { getApplication, listApplications, ofApplications, type ApplicationPlace } from './applicationBook.ts'
import * as contract from './contract.ts'
import { findSimilar } from './similar.ts'
import * as store from './store.ts'

/** Mounts the way from an application to a decision. */
export function applicationRoutes(server: Server, tables: OpenTables): void {
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
  serve(server, contract.commentApplication, async ({ queries, scope, params, body, now }) => {
    await store.commentApplication(queries, scope, params, body, now)
    return getApplication(queries, params, now)
  })
  serve(server, contract.attachApplicationDocument, async ({ queries, scope, params, body, now }) => {
    await getApplication(queries, params, now)
    await attach(queries, scope, ofApplications, ownerOf(params), body, now)
    return getApplication(queries, params, now)
  })
  serveFile(server, contract.getApplicationDocument, async ({ queries, params }) =>
    getAttached(queries, ofApplications, ownerOf(params), params.documentId),
  )
  serve(server, contract.detachApplicationDocument, async ({ queries, scope, params, body, now }) => {
    await detach(queries, scope, ofApplications, { ...ownerOf(params), documentId: params.documentId, ...body }, now)
    return getApplication(queries, params, now)
  })
  const prepare = async () => tables.cubes()
  serveAfter(server, contract.findSimilarInterventions, prepare, async ({ prepared: cubes, queries, params, now, locale, t }) =>
    findSimilar(queries, await getApplication(queries, params, now), cubes, { locale, t }),
  )
  serveFile(server, contract.getAgreementFile, async (call) => {
    const { queries, params, query, now } = call
    return reportFile(agreementReport(await getApplication(queries, params, now), params, call), query.format, call)
  })
}

const ownerOf = ({ associationId, applicationId }: ApplicationPlace): OwnerPlace => ({ associationId, ownerId: applicationId })
