import { breaksRule } from '../../platform/errors.ts'
import { serve, serveAfter, serveFile, type Server } from '../../platform/serve.ts'
import { reportFile } from '../../statistics/reports/files/reportFile.ts'
import { askerOf, type Answering } from '../../statistics/routes.ts'
import { locales } from '../../values/codeList.ts'
import * as contract from './contract.ts'
import { outcomeReport, type OutcomeQuestion } from './outcomeReport.ts'
import * as store from './store.ts'

/** Mounts the reports on what became of participants. Figures are read by the role that may write nothing, before the report is written. */
export function outcomeReportRoutes(server: Server, answering: Answering, software: string): void {
  const asking = askerOf(answering)
  /** The report in both languages, of one state of the data. */
  const made = (question: OutcomeQuestion, now: Date): Promise<store.Made> =>
    server.database.as('samlad_statistics', undefined, async (queries) => {
      const files: store.Made['files'] = []
      let about: Pick<store.Made, 'period' | 'dataDate' | 'outcomeVersion'> | undefined
      for (const locale of locales) {
        const writing = { locale, t: server.translate[locale] }
        const { version, ...report } = await outcomeReport(await asking({ queries, now, ...writing }), question, software)
        if (report.dataDate === null) throw breaksRule('effects.record.noData')
        about = { period: report.period, dataDate: report.dataDate, outcomeVersion: version }
        for (const format of contract.frozenFormats) {
          const { fileName, bytes } = await reportFile(report, format, writing)
          files.push({ locale, format, fileName, bytes: bytes as Uint8Array })
        }
      }
      return { ...about!, software, comparisonSha256: question.comparisonSha256, files }
    })
  serve(server, contract.listOutcomeReports, async ({ queries, params }) => store.listReports(queries, params.interventionId))
  serveAfter(
    server,
    contract.makeOutcomeReport,
    ({ params, body, now }) =>
      made({ interventionId: params.interventionId, from: body.from, to: body.to, comparisonSha256: body.comparisonSha256 }, now),
    async ({ queries, params, now, prepared, says }) => {
      says(params.interventionId)
      const isNew = await store.addReport(queries, params.interventionId, prepared, now)
      return { reports: await store.listReports(queries, params.interventionId), isNew }
    },
  )
  serveFile(server, contract.getOutcomeReportFile, async ({ queries, params }) => store.getFile(queries, params))
}
