// On the embedded database alone: what is tested here is made of what stores give, and they are tested on both.
import ExcelJS from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import type { FastifyInstance } from 'fastify'
import { SaxesParser } from 'saxes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { transportAs } from '../../../../test/api.ts'
import { filledApp } from '../../../../test/filledApp.ts'
import { about, hidden } from '../../../../test/noise.ts'
import { call, callFile, useTransport } from '../../../platform/call.ts'
import type { Database } from '../../../platform/database.ts'
import { translator } from '../../../values/catalogue.ts'
import { statisticsMessages } from '../../messages.ts'
import { cellText } from '../../plainText.ts'
import { getReport, getReportFile } from '../contract.ts'
import { reportFormats, reportKinds } from '../domain.ts'
import type { Report, ReportFormat, ReportKind, ReportPart } from '../domain.ts'
import { reportMessages } from '../messages.ts'
import { cellValue, row, textValue } from '../values.ts'
import { pagesOf, reportPdf } from './pdfFile.ts'
import { reportFile } from './reportFile.ts'
import { drawnColumn } from './wordMarks.ts'

let database: Database
let app: FastifyInstance
beforeAll(async () => {
  ;({ database, app } = await filledApp(400, 11))
  useTransport(transportAs(app, 'nationalanalyst.1'))
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const query = { from: '2023-01', to: '2023-12' }
const demo = { 'web.demo': { sv: 'PÅHITTADE DATA', en: 'INVENTED DATA' } }
const writing = { locale: 'sv', t: translator({ ...statisticsMessages, ...reportMessages, ...demo }, 'sv') } as const
const bytesOf = async (kind: ReportKind, format: ReportFormat): Promise<Uint8Array> => {
  const { blob } = await callFile(getReportFile, { params: { kind }, query: { ...query, format } })
  return new Uint8Array(await blob.arrayBuffer())
}
/** The text of a Word document, a line for each paragraph. */
const wordText = (bytes: Uint8Array): string[] =>
  strFromU8(unzipSync(bytes)['word/document.xml']!)
    .split('</w:p>')
    .map((one) => one.replace(/<[^>]*>/g, '').trim())

describe.each(reportKinds)('the file of %s', (kind) => {
  test.each(reportFormats)('as %s has the same bytes when nothing has changed', async (format) => {
    const [one, other] = [await bytesOf(kind, format), await bytesOf(kind, format)]
    expect(one.length).toBeGreaterThan(1000)
    expect(Buffer.compare(one, other)).toBe(0)
  })
  test('as PDF has all on one page, lists of associations in full after it, and its title says that it is invented', async () => {
    const bytes = await bytesOf(kind, 'pdf')
    expect(pagesOf(bytes)).toBe(kind === 'nation' ? 2 : 1)
    const { title } = await call(getReport, { params: { kind }, query })
    expect(titleIn(bytes)).toContain(`PÅHITTADE DATA ${title}`)
  })
  test('as Word has every number of the page, its definitions and its notes', async () => {
    const report = await call(getReport, { params: { kind }, query })
    const lines = wordText(await bytesOf(kind, 'docx'))
    expect(lines[0]).toBe('PÅHITTADE DATA')
    for (const { rows, definition } of report.parts) {
      expect(lines.some((line) => line.endsWith(`. ${definition}`))).toBe(true)
      for (const { label, values } of rows) {
        expect(lines).toContain(label)
        for (const value of values)
          if (value.kind === 'cell' && value.cell.kind === 'approximate') expect(lines).toContain(cellText(value.cell, 'sv'))
      }
    }
    for (const text of [...report.coverage, ...report.notes]) expect(lines).toContain(text)
  })
  test('as Word consists of well-formed parts that name each other', async () => {
    const parts = unzipSync(await bytesOf(kind, 'docx'))
    for (const text of Object.values(parts).map((bytes) => strFromU8(bytes))) {
      const parser = new SaxesParser({ xmlns: true })
      const faults: string[] = []
      parser.on('error', ({ message }) => faults.push(message))
      parser.write(text).close()
      expect(faults).toEqual([])
    }
    const named = [...strFromU8(parts['[Content_Types].xml']!).matchAll(/PartName="\/([^"]+)"/g)].map(([, name]) => name)
    expect(named.filter((name) => !parts[name!])).toEqual([])
  })
  test('as a workbook has its numbers as numbers, with ≈ where they are approximate', async () => {
    const report = await call(getReport, { params: { kind }, query })
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load((await bytesOf(kind, 'xlsx')).buffer as ArrayBuffer)
    const sheet = workbook.worksheets[0]!
    const all = sheet.getRows(1, sheet.rowCount)!
    expect(all[0]!.getCell(1).value).toBe('PÅHITTADE DATA')
    for (const { title, rows, columns } of report.parts) {
      const start = all.findIndex((one) => String(one.getCell(1).value).startsWith(title))
      expect(start).toBeGreaterThan(0)
      rows.forEach(({ values }, at) => {
        const [value] = values
        if (value?.kind !== 'cell' || value.cell.kind !== 'approximate' || columns[0]!.unit !== 'count') return
        const cell = all[start + 4 + at]!.getCell(2)
        expect([cell.value, cell.numFmt]).toEqual([value.cell.value, '"≈"#,##0;"≈"−#,##0'])
      })
    }
  })
  test('as CSV has as many places in each line of a table as in its heading', async () => {
    const text = strFromU8(await bytesOf(kind, 'csv'))
    const blocks = text.split('\r\n\r\n').map((block) => block.split('\r\n').filter((line) => /^[^"]*;/.test(line)))
    const widths = blocks.map((lines) => new Set(lines.map((line) => line.replace(/"[^"]*"/g, '').split(';').length)))
    expect(widths.filter(({ size }) => size > 1)).toEqual([])
    expect(widths.filter(({ size }) => size === 1).length).toBeGreaterThan(0)
  })
})

/** The title of a PDF, which stands as UTF-16 in an object of its own. */
function titleIn(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1')
  const [, at] = /\/Title (\d+) 0 R/.exec(text)!
  const [, raw] = new RegExp(`\\n${at} 0 obj\\s*\\(((?:\\\\.|[^\\\\)])*)\\)`, 's').exec(text)!
  const plain = raw!.replace(/\\([nrtbf\\()])/g, (_, sign: string) => ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' })[sign] ?? sign)
  return Buffer.from(plain.slice(2), 'latin1').swap16().toString('utf16le')
}

describe('a picture in a file', () => {
  const drawn = async (): Promise<Report> => {
    const report = await call(getReport, { params: { kind: 'participants' }, query })
    return { ...report, parts: report.parts.filter(({ key }) => key === 'education') }
  }
  const without = (report: Report): Report => ({ ...report, parts: report.parts.map((part) => ({ ...part, picture: null })) })
  test('stands beside its table in Word and PDF, on the same single page', async () => {
    const report = await drawn()
    const [plain] = without(report).parts
    for (const format of ['docx', 'pdf'] as const) {
      const { bytes } = await reportFile(report, format, writing)
      expect(bytes).not.toEqual((await reportFile({ ...report, parts: [plain!] }, format, writing)).bytes)
      if (format === 'pdf') expect(pagesOf(bytes as Uint8Array)).toBe(1)
    }
  })
  test('has bars as long as what is shown, and the same for hidden numbers whatever they are', async () => {
    const report = await drawn()
    const [part] = report.parts
    const cells = (column: number) =>
      [about(40), about(10), hidden].map((cell) =>
        row(
          'x',
          Array(3)
            .fill(column ? cell : hidden)
            .map(cellValue),
        ),
      )
    const barsOf = (rows: ReportPart['rows']): number[] =>
      drawnColumn({ ...part!, rows })!.cells.map(
        (xml) => [...xml.matchAll(/w:fill="14535c"\/><\/w:rPr><w:t[^>]*>(\u00a0+)/g)][0]?.[1]!.length ?? 0,
      )
    const [full, quarter, none] = barsOf(cells(1))
    expect([full! / quarter!, none]).toEqual([4, 0])
    expect(barsOf(cells(0))).toEqual([0, 0, 0])
  })
})

describe('a hidden number', () => {
  test('keeps its sign in every file', async () => {
    const report = await call(getReport, { params: { kind: 'participants' }, query })
    const [first] = report.parts
    const one: Report = { ...report, parts: [{ ...first!, rows: [row('Provet', [hidden, hidden, hidden].map(cellValue))] }] }
    const file = async (format: ReportFormat): Promise<Uint8Array> => (await reportFile(one, format, writing)).bytes as Uint8Array
    const lines = wordText(await file('docx'))
    expect(lines.slice(lines.indexOf('Provet') + 1, lines.indexOf('Provet') + 4)).toEqual(['dolt', 'dolt', 'dolt'])
    expect(strFromU8(await file('csv'))).toMatch(/Provet(;;Visas inte, för att skydda enskilda){3}/)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load((await file('xlsx')).buffer as ArrayBuffer)
    expect(workbook.worksheets[0]!.getColumn(2).values).toContain('Visas inte, för att skydda enskilda')
    // The letters of a PDF are glyphs of its own: another word is another file.
    const other = {
      ...one,
      parts: [
        {
          ...one.parts[0]!,
          rows: [
            row(
              'Provet',
              [hidden, hidden, hidden].map(() => textValue('')),
            ),
          ],
        },
      ],
    }
    expect(await file('pdf')).not.toEqual(await reportPdf({ ...other }, new Date('2024-01-15T12:00:00Z'), writing))
  })
  test('and no text of a table can become a formula', async () => {
    const report = await call(getReport, { params: { kind: 'costs' }, query })
    const one: Report = { ...report, parts: [{ ...report.parts[1]!, rows: [row('=HYPERLINK("x")', [])] }] }
    const csv = strFromU8((await reportFile(one, 'csv', writing)).bytes as Uint8Array)
    expect(csv).toContain(`'=HYPERLINK`)
    expect(wordText((await reportFile(one, 'docx', writing)).bytes as Uint8Array)).toContain('=HYPERLINK(&quot;x&quot;)')
  })
})
