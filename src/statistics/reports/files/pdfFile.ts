import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Pdfmake } from 'pdfmake'
import type { Writing } from '../../figure.ts'
import type { Report, ReportPart } from '../domain.ts'
import { isDrawn } from '../picture.ts'
import { markCells, markHeading, markWidth } from './pdfMarks.ts'
import { mostUpright, onePages, type OnePage } from './onePage.ts'
import { footnotes, headLines, isPaper, noteLines, valueText } from '../written.ts'

/** Sizes of letters to try, largest first, until a report has room on one page. */
const sizes = [8, 7, 6.2, 5.5]
/** Papers are read and signed: their letters are larger. */
const paperSize = 10
/** Lists after the first page have as many pages as they take. */
const listSize = 7.5
/** Longer tables go over the whole width, where they may continue on the next page. */
const mostShort = 25
/** Tables with more columns than this have smaller letters, so that they have room in half a page. */
const mostNarrow = 5

/**
 * A report as a PDF on A4. The first page is the whole report: where lists leave no room for the rest, the longest stand there by their totals and in full on pages
 * after it. Papers are as long as they are. The same report always gives the same bytes.
 */
export async function reportPdf(report: Report, madeAt: Date, writing: Writing): Promise<Uint8Array> {
  const pdfmake = await printer()
  const print = async (size: number, onePage: OnePage): Promise<Uint8Array> =>
    new Uint8Array(await pdfmake.createPdf(definition(report, onePage, { madeAt, size, writing })).getBuffer())
  const whole = { front: report.parts, lists: [] }
  if (isPaper(report)) {
    for (const size of [paperSize, ...sizes]) {
      const bytes = await print(size, whole)
      if (pagesOf(bytes) === 1) return bytes
    }
    return print(listSize, whole)
  }
  for (const { front, lists } of onePages(report.parts, mostShort, writing.t('reports.listAfter')))
    for (const size of sizes) {
      const bytes = await print(size, { front, lists: [] })
      if (pagesOf(bytes) === 1) return lists.length === 0 ? bytes : print(size, { front, lists })
    }
  return print(listSize, whole)
}

/** How many pages a PDF has, as its page objects tell. */
export function pagesOf(bytes: Uint8Array): number {
  return (
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\/Type \/Page\b/g)?.length ?? 0
  )
}

/** Read at first use only: it is large. Fonts come from its package, and nothing is fetched from anywhere else. */
async function printer(): Promise<Pdfmake> {
  const { default: pdfmake } = await import('pdfmake')
  const fonts = join(dirname(fileURLToPath(import.meta.resolve('pdfmake/package.json'))), 'fonts', 'Roboto')
  const font = (name: string): string => join(fonts, `Roboto-${name}.ttf`)
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(fonts))
  pdfmake.setFonts({
    Roboto: { normal: font('Regular'), bold: font('Medium'), italics: font('Italic'), bolditalics: font('MediumItalic') },
  })
  return pdfmake
}

interface Printing {
  madeAt: Date
  /** Size of letters, in points. */
  size: number
  writing: Writing
}

function definition(report: Report, { front, lists }: OnePage, { madeAt, size, writing }: Printing): object {
  const { demo } = report
  const { texts, numberOf } = footnotes(report)
  const [first, ...rest] = headLines(report, writing)
  const [title, about] = demo ? rest : [first, ...rest]
  const isWide = front.some(lies)
  const blockOf = (part: ReportPart): object => partBlock(part, numberOf(part), size, writing)
  const listOf = (part: ReportPart): object => partBlock(part, numberOf(part), listSize, writing)
  const small = (text: string): object => ({ text, fontSize: size - 1, margin: [0, 0, 0, 1.5] })
  const notes = [...texts.map((text, at) => small(`${at + 1}. ${text}`)), ...noteLines(report, writing).map(small)]
  return {
    info: { title: `${demo ? `${first} ` : ''}${title}`, author: 'Samlad', creationDate: madeAt, modDate: madeAt },
    ...{ language: writing.locale === 'sv' ? 'sv-SE' : 'en-GB', pageSize: 'A4', pageOrientation: isWide ? 'landscape' : 'portrait' },
    ...{ pageMargins: [28, 26, 28, 26], defaultStyle: { font: 'Roboto', fontSize: size, color: '#1b2426' } },
    content: [
      ...(demo ? [{ table: { widths: ['*'], body: [[{ text: first, bold: true, fillColor: '#ffe08a' }]] }, layout: 'noBorders' }] : []),
      { text: title, fontSize: size + 6, bold: true, margin: [0, 3, 0, 1] },
      { text: about, margin: [0, 0, 0, 6] },
      ...(isWide || isPaper(report) ? front.map(blockOf) : laidOut(front, blockOf)),
      {
        canvas: [{ type: 'line', x1: 0, y1: 0, x2: isWide ? 785 : 539, y2: 0, lineWidth: 0.5, lineColor: '#6f8387' }],
        margin: [0, 2, 0, 3],
      },
      isWide ? { stack: notes } : inColumns(notes, [...texts, ...noteLines(report, writing)]),
      ...lists.map((part, at) => ({ stack: [listOf(part)], ...turned(part, lists[at - 1]) })),
    ],
    footer: (page: number, pages: number) =>
      pages > 1 || demo
        ? { text: [demo ? `${first}  ` : '', `${page} / ${pages}`].join(''), alignment: 'right', fontSize: 6, margin: [28, 6] }
        : undefined,
  }
}

const lies = ({ columns }: ReportPart): boolean => columns.length > mostUpright

/** A new page for the first list, and where the paper turns. */
const turned = (part: ReportPart, before: ReportPart | undefined): object =>
  before && lies(before) === lies(part) ? {} : { pageBreak: 'before', pageOrientation: lies(part) ? 'landscape' : 'portrait' }

/** About how many lines a part takes in a column. */
function heightOf({ columns, rows, sentence }: ReportPart): number {
  const isWordy = columns.some(({ unit }) => unit === 'share' || unit === 'days')
  return 4 + sentence.length / 70 + rows.length * (isWordy ? 2.2 : 1) + (columns.length > 5 ? 3 : 0)
}

/** Short parts in two columns, long ones over the whole width, in the order of the report. */
function laidOut(parts: readonly ReportPart[], blockOf: (part: ReportPart) => object): object[] {
  const isLong = ({ rows }: ReportPart): boolean => rows.length > mostShort
  const groups: ReportPart[][] = []
  for (const part of parts) {
    const last = groups.at(-1)
    if (last && !isLong(part) && !isLong(last[0]!)) last.push(part)
    else groups.push([part])
  }
  return groups.map((group) => (isLong(group[0]!) ? blockOf(group[0]!) : inColumns(group.map(blockOf), group)))
}

/** Blocks in two columns, split where both are about as high. */
function inColumns(blocks: readonly object[], of: readonly (ReportPart | string)[]): object {
  const heights = of.map((one) => (typeof one === 'string' ? 1 + one.length / 90 : heightOf(one)))
  const whole = heights.reduce((sum, height) => sum + height, 0)
  const highest = (at: number): number => {
    const left = heights.slice(0, at).reduce((sum, height) => sum + height, 0)
    return Math.max(left, whole - left)
  }
  const split = blocks.map((_, at) => at + 1).reduce((best, at) => (highest(at) < highest(best) ? at : best), 1)
  return {
    columns: [
      { width: '*', stack: blocks.slice(0, split) },
      { width: '*', stack: blocks.slice(split) },
    ],
    columnGap: 14,
  }
}

function partBlock(part: ReportPart, note: number, size: number, writing: Writing): object {
  const { title, sentence, rowTitle, columns, rows, isChange } = part
  const change = isChange ? ` (${writing.t('statistics.change')})` : ''
  const alignment = (at: number): string => (columns[at]!.unit === 'text' ? 'left' : 'right')
  const drawn = isDrawn(part) && rows.length > 0
  const marks = drawn ? markCells(part) : []
  const titles = columns.map(({ label }, at) => ({ text: label, bold: true, alignment: alignment(at) }))
  const head = [{ text: rowTitle, bold: true }, ...titles, ...(drawn ? [markHeading(part)] : [])]
  const body = rows.map(({ label, values, isTotal }, row) => [
    { text: label, bold: isTotal },
    ...values.map((value, at) => ({ text: valueText(value, writing), bold: isTotal, alignment: alignment(at) })),
    ...marks.slice(row, row + 1),
  ])
  const isTight = columns.length > mostNarrow && columns.length <= mostUpright && rows.length <= mostShort
  const padding = (): number => (isTight ? 2 : 3.5)
  const layout = {
    hLineWidth: (line: number) => (line === 0 ? 0 : 0.4),
    ...{
      vLineWidth: () => 0,
      hLineColor: () => '#b9c8ca',
      paddingTop: () => 0.8,
      paddingBottom: () => 0.8,
      paddingLeft: padding,
      paddingRight: () => 1.5,
    },
  }
  return {
    stack: [
      { text: [`${title}${change} `, { text: note > 0 ? String(note) : '', sup: true }], bold: true, margin: [0, 0, 0, 1] },
      { text: sentence, margin: [0, 0, 0, 1] },
      ...(columns.length > 0
        ? [
            {
              table: { headerRows: 1, widths: ['*', ...columns.map(() => 'auto'), ...(drawn ? [markWidth] : [])], body: [head, ...body] },
              layout,
              fontSize: isTight ? size - 1.4 : size,
            },
          ]
        : []),
    ],
    margin: [0, 0, 0, 7],
  }
}
