import { serve, serveFile, type Server } from '../../platform/serve.ts'
import { reportFile } from '../../statistics/reports/files/reportFile.ts'
import { getApplication } from '../applicationBook.ts'
import * as contract from './contract.ts'
import { getEsfBook } from './esfBook.ts'
import { evidenceReport } from './evidencePack.ts'
import * as store from './store.ts'

/** Mounts the way of applications to ESF+. */
export function esfRoutes(server: Server): void {
  serve(server, contract.getEsf, async ({ queries, params, now }) => getEsfBook(queries, params, now))
  serve(server, contract.planEsf, async ({ queries, scope, params, body, now }) => {
    await store.planEsf(queries, scope, params, body, now)
    return getEsfBook(queries, params, now)
  })
  serve(server, contract.stepEsf, async ({ queries, scope, params, body, now }) => {
    await store.stepEsf(queries, scope, params, body, now)
    return getEsfBook(queries, params, now)
  })
  serveFile(server, contract.getEvidenceFile, async (call) => {
    const { queries, params, query, now } = call
    const report = evidenceReport(await getApplication(queries, params, now), { ...params, ...query }, call)
    return reportFile(report, 'pdf', call)
  })
}
