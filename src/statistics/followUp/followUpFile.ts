import { BYTE_ORDER_MARK, csvLine, harmless } from '../../values/csv.ts'
import ExcelJS from 'exceljs'
import type { Cell } from '../../disclosure/cell.ts'
import type { FileAnswer } from '../../platform/serve.ts'
import type { FigureTable, FollowUp, MeasureFigures } from '../domain.ts'
import type { Writing } from '../figure.ts'
import { columnsOf, headingOf, isSigned, signedHeading, valueIn, withSigns, written, type Signed, type Value } from '../figureColumns.ts'
import { periodText } from '../words.ts'
import { workbookBytes } from '../workbookBytes.ts'

interface Block {
  title: string
  definition: string
  lines: Line[]
}

type Line = (Value | Signed)[]

const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** The figures of the page as a file, with what they are, about whom, and how sure, before the numbers. */
export async function followUpFile(followUp: FollowUp, format: 'csv' | 'xlsx', writing: Writing): Promise<FileAnswer> {
  const blocks = blocksOf(followUp, writing)
  const head = headOf(followUp, writing)
  const place = followUp.place.name.toLocaleLowerCase('sv').replace(/[^a-zåäö0-9]+/g, '-')
  return {
    fileName: `samlad-${place}-${followUp.period.from}-${followUp.period.to}.${format}`,
    mediaType: mediaTypes[format],
    bytes: format === 'csv' ? csvOf(head, blocks) : await xlsxOf(head, blocks, writing, new Date(followUp.dataDate ?? '2000-01-01')),
  }
}

function headOf({ demo, place, period, dataDate, notes, noise, coverage }: FollowUp, writing: Writing): string[] {
  const { t } = writing
  return [
    ...(demo ? [t('web.demo')] : []),
    `${t('statistics.title')}: ${place.name}, ${periodText(period, writing)}`,
    `${t('statistics.dataDate')}: ${dataDate ?? '–'}`,
    t('statistics.notOfficial'),
    ...notes,
    t('statistics.noiseVersion', { version: noise.version }),
    ...coverage.sentences,
  ]
}

function blocksOf(followUp: FollowUp, writing: Writing): Block[] {
  const { t } = writing
  const cost = followUp.cost
  return [
    ...followUp.counts.map((one) => measureBlock(one, writing)),
    ...[...followUp.outcomes, ...followUp.later].map((one) => measureBlock(one, writing)),
    measureBlock(followUp.duration, writing),
    ...[...followUp.tables, ...followUp.flows].map((table) => tableBlock(table, writing)),
    ...(cost
      ? [
          {
            title: t('statistics.cost'),
            definition: `${cost.sentence} ${followUp.costNote}`,
            lines: [
              ['', signedHeading(t('statistics.count'), writing), t('statistics.kronor')],
              ...cost.per.map(({ heading, count, kronor }) => [
                heading.label,
                written(count, writing),
                kronor ?? t('statistics.valueMissing'),
              ]),
            ],
          },
        ]
      : []),
  ]
}

function measureBlock({ measure, total, bySex, weighted }: MeasureFigures, writing: Writing): Block {
  const { t } = writing
  const lines = [...bySex.map(({ heading, figure }) => ({ label: heading.label, figure })), { label: t('statistics.all'), figure: total }]
  const columns = columnsOf(measure.unit)
  return {
    title: measure.label,
    definition: [measure.definition, ...(weighted ? [weighted.text] : [])].join(' '),
    lines: [
      ['', ...columns.map((column) => headingOf(column, writing))],
      ...lines.map(({ label, figure }) => [label, ...columns.map((column) => valueIn(figure, column, writing))]),
    ],
  }
}

function tableBlock(table: FigureTable, writing: Writing): Block {
  const { t } = writing
  const line = (label: string, cells: readonly Cell[], total: Cell): Line => [
    label,
    ...cells.map((cell) => written(cell, writing)),
    written(total, writing),
  ]
  return {
    title: table.title + (table.isChange ? ` (${t('statistics.change')})` : ''),
    definition: table.definition,
    lines: [
      [table.rowTitle, ...[...table.columns.map(({ label }) => label), t('statistics.all')].map((label) => signedHeading(label, writing))],
      ...table.rows.map(({ label }, row) => line(label, table.cells[row]!, table.rowTotals[row]!)),
      line(t('statistics.all'), table.columnTotals, table.total),
    ],
  }
}

function csvOf(head: readonly string[], blocks: readonly Block[]): Uint8Array {
  const cell = (value: Value): string => (typeof value === 'number' ? String(value).replace('.', ',') : harmless(value ?? ''))
  const lines: Value[][] = head.map((text) => [text])
  for (const { title, definition, lines: inner } of blocks) lines.push([], [title], [definition], ...inner.map(withSigns))
  return new TextEncoder().encode(BYTE_ORDER_MARK + lines.map((line) => csvLine(line.map(cell))).join(''))
}

async function xlsxOf(head: readonly string[], blocks: readonly Block[], { t }: Writing, madeAt: Date): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet(t('statistics.title'))
  sheet.getColumn(1).width = 44
  for (let column = 2; column <= 9; column++) sheet.getColumn(column).width = 18
  head.forEach((text, at) => (sheet.addRow([text]).font = { bold: at < 2 }))
  for (const { title, definition, lines } of blocks) {
    sheet.addRow([])
    sheet.addRow([title]).font = { bold: true, size: 13 }
    sheet.addRow([definition]).font = { italic: true }
    lines.forEach((line, at) => addLine(sheet, line, at === 0))
  }
  return workbookBytes(workbook, madeAt)
}

/** Approximate numbers stay numbers to count with; the sign is part of how the cell is shown. */
function addLine(sheet: ExcelJS.Worksheet, line: Line, isHeading: boolean): void {
  const row = sheet.addRow(line.map((part) => (isSigned(part) ? part.value : part)))
  row.font = { bold: isHeading }
  for (const [at, part] of line.entries()) if (isSigned(part) && part.sign === '≈') row.getCell(at + 1).numFmt = '"≈"#,##0'
}
