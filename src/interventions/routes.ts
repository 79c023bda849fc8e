import { notFound } from '../platform/errors.ts'
import { serve, serveFile, type Server } from '../platform/serve.ts'
import * as contract from './contract.ts'
import { listExamples, listMethods } from './catalogueStore.ts'
import { recordInterventionYears } from './year/moneyStore.ts'
import { associationWorkbook } from './sheets/sheets.ts'
import * as sharing from './shares/contract.ts'
import * as shares from './shares/store.ts'
import * as store from './store.ts'
import * as years from './year/yearStore.ts'

const fileNames = { headCounts: 'antal', money: 'pengar', actuals: 'utfall', historic: 'aldre-tal' } as const
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Mounts interventions, their years, and the catalogues. */
export function interventionRoutes(server: Server): void {
  serve(server, contract.listInterventions, async ({ queries, query }) => store.listInterventions(queries, query.association))
  serve(server, contract.getIntervention, async ({ queries, params }) => {
    const intervention = await store.findIntervention(queries, params.id)
    if (!intervention) throw notFound()
    return intervention
  })
  serve(server, contract.createIntervention, async ({ queries, scope, params, body }) =>
    store.createIntervention(queries, scope, params.associationId, body),
  )
  serve(server, contract.changeIntervention, async ({ queries, scope, params, body, says }) => {
    const { version, ...fields } = body
    return store.changeIntervention(queries, scope, { ...params, version }, fields, says)
  })
  serve(server, sharing.listShareProposals, async ({ queries, scope, params }) =>
    shares.listShareProposals(queries, scope, params.associationId),
  )
  serve(server, sharing.proposeShares, async ({ queries, scope, params, body, now }) =>
    shares.proposeShares(queries, scope, params, body.shares, now),
  )
  serve(server, sharing.answerShares, async ({ queries, scope, params, body, now }) =>
    shares.answerShares(queries, scope, params, body.accept, now),
  )
  serve(server, contract.listMethods, async ({ queries }) => listMethods(queries))
  serve(server, contract.listExamples, async ({ queries }) => listExamples(queries))
  serve(server, contract.getYearPicture, async ({ queries, scope, params, now }) =>
    years.getYearPicture(queries, scope, params.associationId, params.year, now),
  )
  serve(server, contract.recordHeadCounts, async ({ queries, scope, params, body, now }) => ({
    recorded: await years.recordHeadCounts(queries, scope, params.associationId, body.rows, now),
  }))
  serve(server, contract.recordInterventionYears, async ({ queries, scope, params, body, now }) => ({
    recorded: await recordInterventionYears(queries, scope, params.associationId, body.rows, now),
  }))
  serve(server, contract.recordHistoricFigures, async ({ queries, scope, params, body, now }) => ({
    recorded: await years.recordHistoricFigures(queries, scope, params.associationId, body.rows, now),
  }))
  serve(server, contract.withdrawHistoricFigure, async ({ queries, scope, params, now }) => ({
    recorded: await years.withdrawHistoricFigure(queries, scope, params.associationId, params.id, now),
  }))
  serveFile(server, contract.getAssociationTemplate, async ({ queries, scope, params, query, now }) => {
    const picture = await years.getYearPicture(queries, scope, params.associationId, query.year, now)
    return {
      fileName: `samlad-${fileNames[params.kind]}-${query.year}.xlsx`,
      mediaType: XLSX,
      bytes: await associationWorkbook(params.kind, picture),
    }
  })
}
