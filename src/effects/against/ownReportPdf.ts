import type { Writing } from '../../statistics/figure.ts'
import type { OwnReport, ReportSection } from './ownReport.ts'

/** What is used of the writer of PDF, as it is built for browsers: it has its fonts with it and fetches nothing. */
interface PdfWriter {
  addVirtualFileSystem(fonts: Record<string, string>): void
  createPdf(definition: object): { getBuffer(): Promise<Uint8Array> }
}

/** The writer and its fonts, each a file of our own server, read at first use only: they are large. */
export async function browserWriter(): Promise<PdfWriter> {
  const [{ default: writer }, { default: fonts }] = await Promise.all([
    import('pdfmake/build/pdfmake.min.js'),
    import('pdfmake/build/vfs_fonts.js'),
  ])
  writer.addVirtualFileSystem(fonts)
  return writer
}

/** A report as a PDF on A4, by a writer. The same report and time give the same bytes. */
export async function ownReportPdf(
  report: OwnReport,
  madeAt: Date,
  { locale }: Pick<Writing, 'locale'>,
  writer: PdfWriter,
): Promise<Uint8Array> {
  const { title, sections, foot } = report
  const made = writer.createPdf({
    info: { title, author: 'Samlad', creationDate: madeAt, modDate: madeAt },
    ...{ language: locale === 'sv' ? 'sv-SE' : 'en-GB', pageSize: 'A4', pageMargins: [48, 48, 48, 48] },
    defaultStyle: { fontSize: 10, color: '#1b2426', lineHeight: 1.15 },
    content: [
      { text: title, fontSize: 17, bold: true, margin: [0, 0, 0, 8] },
      ...sections.flatMap(sectionBlocks),
      { stack: foot.map((text) => ({ text, fontSize: 8, margin: [0, 0, 0, 2] })), margin: [0, 12, 0, 0] },
    ],
    footer: (page: number, pages: number) => ({ text: `${page} / ${pages}`, alignment: 'right', fontSize: 8, margin: [48, 10] }),
  })
  return new Uint8Array(await made.getBuffer())
}

function sectionBlocks({ title, texts, points = [], tables = [] }: ReportSection): object[] {
  return [
    { text: title, fontSize: 13, bold: true, margin: [0, 10, 0, 3] },
    ...texts.map((text) => ({ text, margin: [0, 0, 0, 4] })),
    ...(points.length > 0 ? [{ ul: points.map((text) => ({ text })), margin: [0, 0, 0, 4] }] : []),
    ...tables.flatMap(({ title: caption, head, rows, strong }) => [
      { text: caption, bold: true, margin: [0, 4, 0, 2] },
      {
        table: {
          headerRows: 1,
          widths: ['*', ...head.slice(1).map(() => 'auto')],
          body: [head.map((text) => ({ text, bold: true })), ...rows.map((row, at) => row.map((text) => ({ text, bold: at === strong })))],
        },
        layout: 'lightHorizontalLines',
        ...{ fontSize: 9, margin: [0, 0, 0, 6] },
      },
    ]),
  ]
}
