import type ExcelJS from 'exceljs'
import { unzipSync, zipSync } from 'fflate'

/**
 * A workbook as a file: the same bytes for the same contents, whenever it is made. A workbook is a zip whose parts bear the moment they were written, so it
 * is packed anew.
 * @param at what it says of when it was made
 */
export async function workbookBytes(workbook: ExcelJS.Workbook, at: Date): Promise<Uint8Array> {
  workbook.created = workbook.modified = at
  return zipSync(unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer())), { mtime: at })
}
