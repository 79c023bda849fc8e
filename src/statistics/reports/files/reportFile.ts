import type { FileAnswer } from '../../../platform/serve.ts'
import type { Writing } from '../../figure.ts'
import type { Report, ReportFormat } from '../domain.ts'
import { reportDocx } from './docxFile.ts'
import { reportPdf } from './pdfFile.ts'
import { reportCsv, reportXlsx } from './sheetFiles.ts'

const mediaTypes: Record<ReportFormat, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

/** A report as a file; the same report always gives the same bytes. */
export async function reportFile(report: Report, format: ReportFormat, { locale, t }: Writing): Promise<FileAnswer> {
  const writing = { locale, t }
  // A file bears the day of the data, not of the moment it was made.
  const madeAt = new Date(`${report.dataDate ?? '2000-01-01'}T12:00:00Z`)
  const make: Record<ReportFormat, () => Uint8Array | Promise<Uint8Array>> = {
    pdf: () => reportPdf(report, madeAt, writing),
    docx: () => reportDocx(report, madeAt, writing),
    xlsx: () => reportXlsx(report, madeAt, writing),
    csv: () => reportCsv(report, writing),
  }
  const words = [report.title, report.place.name].map((text) => text.toLocaleLowerCase('sv').replace(/[^a-zåäö0-9]+/g, '-'))
  return {
    fileName: `samlad-${words.join('-')}-${report.period.from}-${report.period.to}.${format}`,
    mediaType: mediaTypes[format],
    bytes: await make[format](),
  }
}
