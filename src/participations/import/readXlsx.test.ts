import ExcelJS from 'exceljs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { headerXml, xlsxOf } from '../../../test/xlsxFile.ts'
import type { XlsxParts } from '../../../test/xlsxFile.ts'
import { dateOfSerial, numberKind } from '../../spreadsheet/excelNumbers.ts'
import { readTable } from './readTable.ts'
import type { ReadFile } from './readTable.ts'

async function readFile(bytes: Uint8Array): Promise<ReadFile> {
  const file = await readTable(bytes)
  if (file.kind === 'refused') throw new Error(file.refusal.reason)
  return file
}

/** The cell A2 under the given style sheet, with a header above. */
async function cellOf(cell: string, parts: Partial<XlsxParts> = {}): Promise<unknown> {
  const rows = `${headerXml('Start', 'Slut')}<row r="2">${cell}<c r="B2"><v>7</v></c></row>`
  const file = await readFile(xlsxOf({ rows, ...parts }))
  return file.sheets[0]!.rows[0]!.cells[0]
}

const styled = (code: string): string =>
  `<numFmts><numFmt numFmtId="170" formatCode="${code}"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="14"/></cellXfs>`

describe('cells', () => {
  test('a number', async () => expect(await cellOf('<c r="A2"><v>12.5</v></c>')).toBe(12.5))
  test('a formula gives its last value', async () => expect(await cellOf('<c r="A2"><f>1+1</f><v>2</v></c>')).toBe(2))
  test('a formula giving text', async () => expect(await cellOf('<c r="A2" t="str"><f>A1</f><v>Ja</v></c>')).toBe('Ja'))
  test('a truth value', async () => expect(await cellOf('<c r="A2" t="b"><v>1</v></c>')).toBe('true'))
  test('a shared string', async () =>
    expect(
      await cellOf('<c r="A2" t="s"><v>1</v></c>', {
        sharedStrings: '<si><t>a</t></si><si><t>Malmö &amp; Lund</t></si>',
      }),
    ).toBe('Malmö & Lund'))
  test('rich text is put together, its reading aid left out', async () =>
    expect(
      await cellOf('<c r="A2" t="s"><v>0</v></c>', {
        sharedStrings: '<si><r><t>Sjuk</t></r><r><t>penning</t></r><rPh><t>x</t></rPh></si>',
      }),
    ).toBe('Sjukpenning'))
  test('an error value is empty, with a warning', async () => {
    const file = await readFile(
      xlsxOf({
        rows: `${headerXml('Start', 'Slut')}<row r="2"><c r="A2" t="e"><v>#N/A</v></c><c r="B2"><v>1</v></c></row>`,
      }),
    )
    expect(file.sheets[0]!.rows[0]!.cells).toEqual([null, 1])
    expect(file.warnings).toEqual([{ kind: 'errorValue', count: 1, first: 'Blad1!A2' }])
  })
  test('per cent by format', async () => expect(await cellOf('<c r="A2" s="1"><v>0.5</v></c>', { styles: styled('0%') })).toBe('50%'))
  test('a date by built-in format', async () =>
    expect(await cellOf('<c r="A2" s="2"><v>45352</v></c>', { styles: styled('0') })).toEqual({ date: '2024-03-01' }))
  test('a date and time loses its time', async () =>
    expect(await cellOf('<c r="A2" s="1"><v>45352.99</v></c>', { styles: styled('d/m yyyy h:mm') })).toEqual({
      date: '2024-03-01',
    }))
  test('a date in the 1904 system', async () =>
    expect(await cellOf('<c r="A2" s="2"><v>43890</v></c>', { styles: styled('0'), workbook: 'date1904="1"' })).toEqual({
      date: '2024-03-01',
    }))
  test('a very long text is cut, with a warning', async () => {
    const file = await readFile(
      xlsxOf({
        rows: `${headerXml('Start', 'Slut')}<row r="2"><c r="A2" t="inlineStr"><is><t>${'a'.repeat(5_000)}</t></is></c></row>`,
      }),
    )
    expect((file.sheets[0]!.rows[0]!.cells[0] as string).length).toBe(2_000)
    expect(file.warnings[0]?.kind).toBe('longText')
  })
  test('elements with a prefix, as some programs write them', async () => {
    const sheet =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c t="inlineStr"><x:is><x:t>Start</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>Kön</x:t></x:is></x:c></x:row><x:row r="2"><x:c r="B2"><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    const file = await readFile(xlsxOf({ rows: '', extra: { 'xl/worksheets/sheet1.xml': strToU8(sheet) } }))
    expect(file.sheets[0]!.rows).toEqual([{ row: 2, cells: [null, 3] }])
  })
})

describe('number formats', () => {
  test.each([
    ['yyyy-mm-dd', 'date'],
    ['[$-41D]d mmmm yyyy;@', 'date'],
    ['mmm-yy', 'date'],
    ['"Dag "d', 'date'],
    ['0.00', 'plain'],
    ['[Red]0', 'plain'],
    ['0" dagar"', 'plain'],
    ['h:mm', 'plain'],
    ['[h]:mm:ss', 'plain'],
    ['[h]:mm', 'plain'],
    ['[mm]:ss', 'plain'],
    ['[Red][HH]:MM', 'plain'],
    ['"[h]" mmm', 'date'],
    ['General', 'plain'],
    ['0.0%', 'percent'],
  ])('%s is %s', (code, kind) => expect(numberKind(170, code)).toBe(kind))
})

describe('serial numbers', () => {
  test.each([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [60, false, undefined],
    [61, false, '1900-03-01'],
    [25_569, false, '1970-01-01'],
    [0, true, '1904-01-01'],
    [-1, false, undefined],
    [3e9, false, undefined],
  ])('%d (1904: %s) is %s', (serial, date1904, date) => expect(dateOfSerial(serial, date1904)).toBe(date))
})

describe('workbooks', () => {
  test('exceljs and we agree', async () => {
    const workbook = new ExcelJS.Workbook()
    const sheet = workbook.addWorksheet('Lista')
    sheet.addRow(['Start', 'Kön', 'Född'])
    sheet.addRow([new Date('2024-03-01T00:00:00Z'), 'Kvinna', 1985])
    sheet.getCell('A2').numFmt = 'yyyy-mm-dd'
    const file = await readFile(new Uint8Array(await workbook.xlsx.writeBuffer()))
    expect(file.sheets[0]).toMatchObject({
      name: 'Lista',
      headings: ['Start', 'Kön', 'Född'],
      rows: [{ row: 2, cells: [{ date: '2024-03-01' }, 'Kvinna', 1985] }],
    })
  })
  test('hidden sheets are passed over and the best of the others is chosen', async () => {
    const workbook = new ExcelJS.Workbook()
    workbook.addWorksheet('Läs mig').addRows([
      ['Hej', 'på er'],
      ['a', 'b'],
    ])
    workbook.addWorksheet('Data').addRows([
      ['Start', 'Slut', 'Kön'],
      ['2024-01-01', null, 'Man'],
    ])
    workbook.addWorksheet('Dold', { state: 'hidden' }).addRows([
      ['Start', 'Slut', 'Kön', 'Kommun'],
      ['2024-01-01', null, 'Man', 'Lund'],
    ])
    const file = await readFile(new Uint8Array(await workbook.xlsx.writeBuffer()))
    expect(file.sheets.map(({ name }) => name)).toEqual(['Läs mig', 'Data'])
    expect(file.sheets[file.best]!.name).toBe('Data')
  })
  test('a zip with stored parts is read', async () => {
    const parts = unzipSync(xlsxOf({ rows: `${headerXml('Start', 'Slut')}<row r="2"><c r="A2"><v>1</v></c></row>` }))
    expect(strFromU8(parts['xl/workbook.xml']!)).toContain('Blad1')
    expect((await readFile(zipSync(parts, { level: 0 }))).sheets[0]!.rows).toEqual([{ row: 2, cells: [1] }])
  })
})
