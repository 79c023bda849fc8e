import { getAttached } from '../../documents/attachments.ts'
import { ofApplications } from '../../applications/applicationBook.ts'
import * as applications from '../../applications/store.ts'
import { serve, serveFile, type Server } from '../../platform/serve.ts'
import * as contract from './contract.ts'
import { beginAsMember, changeAsMember, getMemberApplication, getMemberDesk, sendDrawdown } from './desk.ts'

/** Mounts what a member does itself. */
export function memberRoutes(server: Server): void {
  serve(server, contract.getMemberDesk, async ({ queries, scope, params, now }) => getMemberDesk(queries, scope, params.controllerId, now))
  serve(server, contract.getMemberApplication, async ({ queries, scope, params, now }) => getMemberApplication(queries, scope, params, now))
  serveFile(server, contract.getMemberApplicationDocument, async ({ queries, scope, params, now }) => {
    await getMemberApplication(queries, scope, params, now)
    return getAttached(queries, ofApplications, { associationId: params.associationId, ownerId: params.applicationId }, params.documentId)
  })
  serve(server, contract.answerAsMember, async ({ queries, scope, params, body, now }) => {
    await getMemberApplication(queries, scope, params, now)
    await applications.answerApplication(queries, scope, params, { ...body, organisationId: params.controllerId }, now)
    return getMemberApplication(queries, scope, params, now)
  })
  serve(server, contract.beginAsMember, async ({ queries, scope, params, body, now }) => {
    await beginAsMember(queries, scope, params, body, now)
    return getMemberApplication(queries, scope, { ...params, applicationId: body.id }, now)
  })
  serve(server, contract.changeAsMember, async ({ queries, scope, params, body, now }) => {
    await changeAsMember(queries, scope, params, body, now)
    return getMemberApplication(queries, scope, params, now)
  })
  serve(server, contract.sendDrawdown, async ({ queries, scope, params, body, now }) => {
    await sendDrawdown(queries, scope, params, body, now)
    return getMemberDesk(queries, scope, params.controllerId, now)
  })
}
