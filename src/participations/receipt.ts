import ExcelJS from 'exceljs'
import type { Queries } from '../platform/database.ts'
import type { Scope } from '../platform/scope.ts'
import type { Translate } from '../values/catalogue.ts'
import { getImport } from './importSetting.ts'

/** The receipt of an import as a workbook: each row of the file, what happened to it, and its participant code. For the controller only. Throws 404 when the import is not the person's. */
export async function importReceipt(
  queries: Queries,
  scope: Scope,
  place: { controllerId: string; importId: string },
  t: Translate,
): Promise<Uint8Array> {
  await getImport(queries, scope, place.controllerId, place.importId)
  const rows = await queries
    .selectFrom('import_row as r')
    .leftJoin('participation as p', (join) =>
      join.onRef('p.controller_id', '=', 'r.controller_id').onRef('p.id', '=', 'r.participation_id'),
    )
    .select(['r.row_number', 'r.outcome', 'p.code'])
    .where('r.controller_id', '=', place.controllerId)
    .where('r.import_id', '=', place.importId)
    .orderBy('r.row_number')
    .execute()
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet(t('participations.receipt'), { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.addRow([t('participations.row'), t('participations.outcome'), t('participations.code')]).font = { bold: true }
  const said = (outcome: string): string => t(outcome === 'skipped' ? 'participations.receiptSkipped' : `participations.outcome.${outcome}`)
  for (const row of rows) sheet.addRow([row.row_number, said(row.outcome), row.code ?? ''])
  sheet.columns.forEach((column) => (column.width = 24))
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
