import { serve, type Server } from '../../platform/serve.ts'
import { stockholmDate } from '../../values/civilDate.ts'
import * as contract from './contract.ts'
import { findByCode, listRecords } from './listStore.ts'
import * as contactChanges from './contactChanges.ts'
import * as changes from './recordChanges.ts'
import * as records from './recordStore.ts'
import { listToDo } from './toDoStore.ts'

/** Mounts the register: lists, single participations, and their follow-ups. */
export function registerRoutes(server: Server): void {
  serve(server, contract.listParticipations, async ({ queries, scope, params, query, concerns }) => {
    const found = await listRecords(queries, scope, params.controllerId, query)
    concerns(...found.rows.map(({ id }) => id))
    return found
  })
  serve(server, contract.listToDo, async ({ queries, scope, params, query, now, concerns }) => {
    const found = await listToDo(queries, scope, params.controllerId, { today: stockholmDate(now), offset: query.offset })
    concerns(...new Set(found.rows.map(({ record }) => record.id)))
    return found
  })
  serve(server, contract.findByCode, async ({ queries, scope, params, body, concerns }) => {
    const found = await findByCode(queries, scope, params.controllerId, body.code)
    concerns(found.id)
    return found
  })
  serve(server, contract.registerParticipation, async ({ queries, scope, params, body, now, concerns }) => {
    const made = await changes.registerParticipation(queries, scope, params.controllerId, body, now, (id) => concerns(id))
    concerns(made.id)
    return made
  })
  serve(server, contract.getParticipation, async ({ queries, scope, params, now, concerns }) => {
    concerns(params.id)
    const found = await records.getRecord(queries, scope, params, stockholmDate(now))
    // Of the person's other participations code and dates are shown: they have been read too.
    concerns(...found.others.map(({ id }) => id))
    return found
  })
  serve(server, contract.changeParticipation, async ({ queries, scope, params, body, now, concerns }) => {
    concerns(params.id)
    return changes.changeParticipation(queries, scope, params, body, now)
  })
  serve(server, contract.listVersions, async ({ queries, scope, params, concerns }) => {
    concerns(params.id)
    return records.listVersions(queries, scope, params)
  })
  serve(server, contract.recordContact, async ({ queries, scope, params, body, now, concerns }) => {
    concerns(params.id)
    return contactChanges.recordContact(queries, scope, params, body, now)
  })
  serve(server, contract.changeContact, async ({ queries, scope, params, body, now, concerns }) => {
    concerns(params.id)
    return contactChanges.changeContact(queries, scope, params, body, now)
  })
}
