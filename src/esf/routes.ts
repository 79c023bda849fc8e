import { serve, serveFile, type Server } from '../platform/serve.ts'
import type { KeySource } from '../participations/identity/keys.ts'
import { askerOf, type Answering } from '../statistics/routes.ts'
import * as contract from './contract.ts'
import { readIdentities } from './identityStore.ts'
import { getEsfProtected } from './protectedStore.ts'
import { listEsfInterventions } from './recordedStore.ts'
import * as store from './store.ts'
import { monthWorkbook } from './workbook.ts'

/** Mounts the participant files and indicators of interventions that the ESF+ pays a part of, for who answers for the records; and the indicators protected, for all with a role. */
export function esfFileRoutes(server: Server, keysOf: KeySource, answering: Answering): void {
  const asking = askerOf(answering)
  serve(server, contract.getEsfProtected, async (call) => getEsfProtected(await asking(call), call.params.interventionId))
  serve(server, contract.listEsfInterventions, async ({ queries, scope, params }) =>
    listEsfInterventions(queries, scope, params.controllerId),
  )
  serve(server, contract.getEsfMonths, async ({ queries, scope, params, now, concerns }) => {
    const answer = await store.getEsfMonths(queries, scope, params, now)
    concerns(...new Set(answer.months.flatMap(({ differences }) => differences.flatMap(({ id }) => id ?? []))))
    return answer
  })
  serve(server, contract.handInEsfMonths, async ({ queries, scope, params, body, now, says }) => {
    says(`esf ${body.until}`)
    await store.handInEsfMonths(queries, scope, params, body, now)
    return store.getEsfMonths(queries, scope, params, now)
  })
  serve(server, contract.getEsfIndicators, async ({ queries, scope, params, query, now }) =>
    store.getEsfIndicators(queries, scope, params, query.until, now),
  )
  serveFile(server, contract.getEsfMonthFile, async ({ queries, scope, params, query, now, says, concerns }) => {
    const { file, about } = await store.getEsfMonthFile(queries, scope, params, now)
    const ids = file.rows.map(({ id }) => id)
    const wanted = query.identities === 'with'
    const identities = wanted
      ? await readIdentities(queries, scope, params.controllerId, ids, await keysOf(params.controllerId))
      : new Map()
    concerns(...ids)
    says(`esf ${params.month}${wanted ? ' with personal numbers' : ''}`)
    return {
      fileName: `samlad-esf-${params.month}${about.fictive ? '-PÅHITTADE-DATA' : ''}.xlsx`,
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: await monthWorkbook(file, identities, about),
    }
  })
}
