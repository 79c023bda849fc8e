import type { Writing } from '../../figure.ts'
import type { Report, ReportPart } from '../domain.ts'
import { footnotes, headLines, isPaper, noteLines, valueText } from '../written.ts'
import { wordFile } from './wordFile.ts'
import { drawnColumn } from './wordMarks.ts'
import { documentXml, heading, paragraph, styles, table } from './wordXml.ts'

/** Tables with more columns than this need a page on its side. */
const mostUpright = 8

/**
 * A report as a Word document on A4, in two columns where its tables are narrow enough. It is written as the format is (ECMA-376), so the same report
 * always gives the same bytes.
 */
export function reportDocx(report: Report, madeAt: Date, writing: Writing): Uint8Array {
  const { texts, numberOf } = footnotes(report)
  const [first, ...rest] = headLines(report, writing)
  const head = report.demo
    ? [paragraph(first!, 'Band'), heading(rest[0]!, 1), paragraph(rest[1]!)]
    : [heading(first!, 1), paragraph(rest[0]!)]
  const isWide = report.parts.some(({ columns }) => columns.length > mostUpright)
  const body = report.parts.flatMap((part) => partXml(part, numberOf(part), writing))
  const foot = [
    ...texts.map((text, at) => paragraph(`${at + 1}. ${text}`, 'Small')),
    ...noteLines(report, writing).map((text) => paragraph(text, 'Small')),
  ]
  return wordFile({
    ...{ title: `${report.demo ? `${writing.t('web.demo')} ` : ''}${report.title}`, madeAt, locale: writing.locale },
    document: documentXml({ head, body, foot }, { isWide, columns: isWide || isPaper(report) ? 1 : 2 }),
    styles: styles(writing.locale, isPaper(report) ? 1.35 : 1),
  })
}

function partXml(part: ReportPart, note: number, writing: Writing): string[] {
  const change = part.isChange ? ` (${writing.t('statistics.change')})` : ''
  const above = [heading(`${part.title}${change}`, 2, note > 0 ? String(note) : ''), paragraph(part.sentence)]
  if (part.columns.length === 0) return above
  const rows = part.rows.map(({ label, values, isTotal }) => ({
    isTotal,
    texts: [label, ...values.map((value) => valueText(value, writing))],
  }))
  const isText = [true, ...part.columns.map(({ unit }) => unit === 'text')]
  return [
    ...above,
    table({ title: part.title, head: [part.rowTitle, ...part.columns.map(({ label }) => label)], rows, isText, drawn: drawnColumn(part) }),
    paragraph('', 'Gap'),
  ]
}
