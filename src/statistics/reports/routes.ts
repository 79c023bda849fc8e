import { serve, serveFile, type Server } from '../../platform/serve.ts'
import { askerOf } from '../routes.ts'
import type { Answering } from '../routes.ts'
import * as contract from './contract.ts'
import { reportFile } from './files/reportFile.ts'
import { answerFinsam } from './finsam/finsamReport.ts'
import { answerReport } from './report.ts'

/** Mounts the standard reports and the export for Uppföljning Finsam. */
export function reportRoutes(server: Server, answering: Answering): void {
  const asking = askerOf(answering)
  serve(server, contract.getReport, async (call) => {
    const { detail, ...query } = call.query
    return answerReport(await asking(call), { ...call.params, ...query, isDetailed: detail === 'detailed' })
  })
  serveFile(server, contract.getReportFile, async (call) => {
    const { detail, format, ...query } = call.query
    const report = await answerReport(await asking(call), { ...call.params, ...query, isDetailed: detail === 'detailed' })
    return reportFile(report, format, call)
  })
  serve(server, contract.getFinsam, async (call) => answerFinsam(await asking(call), call.params.associationId, call.params.year))
  serveFile(server, contract.getFinsamFile, async (call) => {
    const report = await answerFinsam(await asking(call), call.params.associationId, call.params.year)
    return reportFile(report, call.query.format, call)
  })
}
