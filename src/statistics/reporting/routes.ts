import { serve, serveFile, type Server } from '../../platform/serve.ts'
import { askerOf, type Answering } from '../routes.ts'
import { approvedOf } from './approved.ts'
import * as contract from './contract.ts'
import { matrixCsv } from './matrixCsv.ts'
import { ownReporting, reportingMatrix } from './status.ts'
import * as store from './store.ts'

/** Mounts the status of reporting, and approving. */
export function reportingRoutes(server: Server, answering: Answering): void {
  const asking = askerOf(answering)
  serve(server, contract.getReportingMatrix, async (call) => reportingMatrix(await asking(call), call.query.year))
  serveFile(server, contract.getReportingFile, async (call) => matrixCsv(await reportingMatrix(await asking(call), call.query.year), call))
  serve(server, contract.countApproved, async ({ queries, query }) => approvedOf(queries, answering.store, query))
  serve(server, contract.getOwnReporting, async (call) => ownReporting(await asking(call), call.params.associationId, call.query.year))
  serve(server, contract.approvePeriod, async ({ params, body, ...call }) => store.approvePeriod({ ...call, ...params }, body))
  serve(server, contract.reopenPeriod, async ({ params, body, ...call }) => store.reopenPeriod({ ...call, ...params }, body))
  serve(server, contract.chooseReportingPlan, async ({ params, body, ...call }) => store.choosePlan({ ...call, ...params }, body))
}
