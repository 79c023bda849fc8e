import { serve, serveFile, serveStream, type Server } from '../platform/serve.ts'
import * as contract from './contract.ts'
import { templateXlsx } from './import/templateXlsx.ts'
import { getImportSetting } from './importSetting.ts'
import * as store from './importStore.ts'
import { importReceipt } from './receipt.ts'
import { undoImport } from './undoImport.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Mounts the import of participations. */
export function participationRoutes(server: Server): void {
  serve(server, contract.getImportSetting, async ({ queries, scope, params }) => getImportSetting(queries, scope, params.controllerId))
  serve(server, contract.startImport, async ({ queries, scope, params, body, now }) =>
    store.startImport(queries, scope, params.controllerId, body, now),
  )
  serve(server, contract.addImportRows, async ({ queries, scope, params, body, now, locale, countTries, concerns }) => {
    const how = { now, locale, countTries }
    const { accepted, problems, likelyDuplicates, removed, tied } = await store.addImportRows(queries, scope, params, body, how)
    concerns(...tied)
    return {
      accepted,
      likelyDuplicates,
      removed,
      problems: problems.map((problem) => ({ ...problem, field: problem.field ?? null })),
    }
  })
  serveStream(server, contract.commitImport, async ({ queries, scope, params, body, now, emit, signal, says, countTries }) => {
    says(params.importId)
    let parts = 1
    const onProgress = (done: number, of: number): void => {
      parts = of
      emit({ done, of })
    }
    const receipt = await store.commitImport(queries, scope, params, body, now, { onProgress, signal, countTries })
    return { done: parts, of: parts, receipt }
  })
  serve(server, contract.cancelImport, async ({ queries, scope, params }) => {
    await store.cancelImport(queries, scope, params.controllerId, params.importId)
    return { cancelled: true }
  })
  serve(server, contract.undoImport, async ({ queries, scope, params, now, says }) => {
    says(params.importId)
    return undoImport(queries, scope, params.controllerId, params.importId, now)
  })
  serveFile(server, contract.getImportReceipt, async ({ queries, scope, params, t, says }) => {
    // Its thousands of codes are found by the list, as those of the import itself are.
    says(params.importId)
    return { fileName: 'samlad-kvitto.xlsx', mediaType: XLSX, bytes: await importReceipt(queries, scope, params, t) }
  })
  serveFile(server, contract.getImportTemplate, async ({ locale }) => ({
    fileName: 'samlad-mall.xlsx',
    mediaType: XLSX,
    bytes: await templateXlsx(locale),
  }))
}
