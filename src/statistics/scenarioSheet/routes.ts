import { getScenarios } from '../../financing/scenarios/store.ts'
import { notFound } from '../../platform/errors.ts'
import { serveFile, type Server } from '../../platform/serve.ts'
import { stockholmDate } from '../../values/civilDate.ts'
import { reportFile } from '../reports/files/reportFile.ts'
import * as contract from './contract.ts'
import { scenarioReport } from './scenarioReport.ts'

/** Mounts the scenarios of a year as a file for the board. */
export function scenarioSheetRoutes(server: Server): void {
  serveFile(server, contract.getScenarioFile, async (call) => {
    const { queries, scope, params, query, now } = call
    const book = await getScenarios(queries, scope, params.associationId, now)
    const report = scenarioReport(book, { ...params, today: stockholmDate(now) }, call)
    if (!report) throw notFound()
    return reportFile(report, query.format, call)
  })
}
