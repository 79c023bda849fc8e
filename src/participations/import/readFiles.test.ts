import { strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { odsOf } from '../../../test/odsFile.ts'
import { csvRows, detectSeparator } from '../../spreadsheet/readCsv.ts'
import { readTable } from './readTable.ts'
import type { ReadFile } from './readTable.ts'

async function readFile(bytes: Uint8Array): Promise<ReadFile> {
  const file = await readTable(bytes)
  if (file.kind === 'refused') throw new Error(file.refusal.reason)
  return file
}

const text = 'Start;Kön;Kommun\n2024-03-01;Man;Malmö\n'
const utf16 = (little: boolean, mark: boolean): Uint8Array => {
  const codes = [...(mark ? '\uFEFF' : ''), ...text].map((char) => char.charCodeAt(0))
  return Uint8Array.from(codes.flatMap((code) => (little ? [code & 255, code >> 8] : [code >> 8, code & 255])))
}

describe('encodings', () => {
  test.each([
    ['utf-8', strToU8(text)],
    ['utf-8', strToU8(`\uFEFF${text}`)],
    ['utf-16le', utf16(true, true)],
    ['utf-16be', utf16(false, true)],
    ['utf-16le', utf16(true, false)],
    ['utf-16be', utf16(false, false)],
    ['windows-1252', Uint8Array.from(text, (char) => char.charCodeAt(0))],
  ])('%s', async (encoding, bytes) => {
    const file = await readFile(bytes)
    expect(file.shape?.encoding).toBe(encoding)
    expect(file.sheets[0]).toMatchObject({
      headings: ['Start', 'Kön', 'Kommun'],
      rows: [{ row: 2, cells: ['2024-03-01', 'Man', 'Malmö'] }],
    })
  })
})

describe('separators', () => {
  test.each([
    ['a;b;c\n1,5;2,5;3\n', ';'],
    ['a,b,c\n1,2,3\n', ','],
    ['a\tb\n1,5\t2\n', '\t'],
    ['a|b\n1|2\n', '|'],
    ['Lista\n\na;b\n"x;y";2\n', ';'],
    ['en rad\nen till\n', undefined],
  ])('%j', (csv, separator) => expect(detectSeparator(csv)).toBe(separator))
  test('announced by Excel', async () => expect((await readFile(strToU8('sep=|\nStart|Kön\n1;2|3\n'))).shape?.separator).toBe('|'))
})

describe('rows', () => {
  const rows = (csv: string): string[][] => [...csvRows(csv, ';')]
  test('quotes, doubled quotes and line breaks', () => expect(rows('"a;b";"c""d";"e\nf"\r\ng')).toEqual([['a;b', 'c"d', 'e\nf'], ['g']]))
  test('a quote that never ends is a plain character', () =>
    expect(rows('"a;b\nc;d')).toEqual([
      ['"a', 'b'],
      ['c', 'd'],
    ]))
  test('an empty last cell', () => expect(rows('a;\n')).toEqual([['a', '']]))
  test('old Mac line ends', () => expect(rows('a\rb')).toEqual([['a'], ['b']]))
  test('empty rows are dropped but counted', async () => {
    const file = await readFile(strToU8('Start;Kön\n;;\n\n2024-01-01;Man\n;;;\n'))
    expect(file.sheets[0]!.rows).toEqual([{ row: 4, cells: ['2024-01-01', 'Man'] }])
  })
  test('="0123" keeps its zero and #N/A is empty', async () => {
    const file = await readFile(strToU8('Start;Kön;Kommunkod\n#N/A;Man;="0114"\n'))
    expect(file.sheets[0]!.rows[0]!.cells).toEqual([null, 'Man', '0114'])
    expect(file.warnings[0]).toMatchObject({ kind: 'errorValue', count: 1 })
  })
})

describe('header row', () => {
  const headings = async (csv: string): Promise<unknown> => {
    const { headerRow, headings: found } = (await readFile(strToU8(csv))).sheets[0]!
    return [headerRow, ...found]
  }
  test('below titles and empty rows', async () =>
    expect(await headings('Deltagarlista 2024;;\nTeamet;;\n;;\nNr;Start;Kön\n1;2024-01-01;Man\n')).toEqual([4, 'Nr', 'Start', 'Kön']))
  test('repeated headings take the title above', async () =>
    expect(
      await headings('Start;FÖRE;;EFTER;\n;Försörjning;Sysselsättning;Försörjning;Sysselsättning\n2024-01-01;Lön;Arbete;Lön;Arbete\n'),
    ).toEqual([2, '', 'Försörjning FÖRE', 'Sysselsättning FÖRE', 'Försörjning EFTER', 'Sysselsättning EFTER']))
})

describe('.ods', () => {
  const cells =
    '<table:table-cell office:value-type="percentage" office:value="0.25"><text:p>25 %</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2" office:value-type="string"><office:annotation><text:p>inte detta</text:p></office:annotation><text:p>rad 1</text:p><text:p>rad<text:s text:c="2"/>2</text:p></table:table-cell><table:table-cell office:value-type="boolean" office:boolean-value="true"/><table:table-cell office:value-type="date" office:date-value="2024-03-01T10:00:00"/>'
  const header = ['Start', 'Slut', 'Kön', 'Kommun', 'Född']
    .map((heading) => `<table:table-cell office:value-type="string"><text:p>${heading}</text:p></table:table-cell>`)
    .join('')
  test('values, repeats, notes and gaps', async () => {
    const file = await readFile(
      odsOf(
        `<table:table table:name="A"><table:table-row>${header}</table:table-row><table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row><table:table-row table:number-rows-repeated="2">${cells}</table:table-row></table:table>`,
      ),
    )
    const row = ['25%', 'rad 1\nrad  2', 'rad 1\nrad  2', 'true', { date: '2024-03-01' }]
    expect(file.sheets[0]!.rows).toEqual([
      { row: 5, cells: row },
      { row: 6, cells: row },
    ])
  })
})
