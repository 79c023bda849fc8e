import ExcelJS from 'exceljs'
import type { FileAnswer } from '../platform/serve.ts'
import type { Locale } from '../values/codeList.ts'
import type { Translate } from '../values/catalogue.ts'
import { BYTE_ORDER_MARK, csvLine, harmless } from '../values/csv.ts'
import type { LogEvent, LogFilter } from './contract.ts'
import { eventText, kindText, recordLabel, rolesText } from './eventText.ts'

const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** The log as a file: one line per event, after what is said of the whole. No text can begin a formula. */
export async function logFile(
  rows: readonly LogEvent[],
  { from, to }: LogFilter,
  { format, isFictive }: { format: 'csv' | 'xlsx'; isFictive: boolean },
  { t, locale }: { t: Translate; locale: Locale },
): Promise<FileAnswer> {
  const head = ['log.time', 'log.who', 'log.userId', 'log.role', 'log.what', 'log.kind', 'log.codes', 'log.count', 'log.importId'].map(
    (key) => t(key),
  )
  const lines = [...(isFictive ? [[t('web.demo')]] : []), head, ...rows.map((row) => lineOf(row, { t, locale }).map(harmless))]
  return {
    fileName: `samlad-logg-${from}-${to}.${format}`,
    mediaType: mediaTypes[format],
    bytes: format === 'csv' ? new TextEncoder().encode(BYTE_ORDER_MARK + lines.map(csvLine).join('')) : await xlsxOf(lines, t('log.title')),
  }
}

function lineOf(
  { at, user, roles, endpoint, kind, status, records, recordCount, importId }: LogEvent,
  { t, locale }: { t: Translate; locale: Locale },
): string[] {
  const what = [eventText(endpoint, t), kindText({ kind, status }, t)]
  const codes = records.map((one) => recordLabel(one, t)).join(', ')
  return [
    stockholmTime.format(new Date(at)),
    user?.name ?? '',
    user?.id ?? '',
    rolesText(roles, locale),
    ...what,
    codes,
    recordCount > 0 ? String(recordCount) : '',
    importId ?? '',
  ]
}

const stockholmTime = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Europe/Stockholm' })

async function xlsxOf(lines: readonly string[][], title: string): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 1 }] })
  lines.forEach((line, at) => (sheet.addRow(line).font = { bold: at === 0 }))
  sheet.columns.forEach((column) => (column.width = 24))
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
