import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { odsFile, odsOf } from '../../../test/odsFile.ts'
import { headerXml, xlsxOf } from '../../../test/xlsxFile.ts'
import { importLimits, refuseBySize } from '../../spreadsheet/limits.ts'
import type { Limits } from '../../spreadsheet/limits.ts'
import { readTable } from './readTable.ts'

const small: Limits = { ...importLimits, inflatedBytes: 5_000_000, ratioFromBytes: 1_000_000, columns: 50, rows: 1_000 }

async function refusal(bytes: Uint8Array, limits: Limits = small): Promise<string> {
  const file = await readTable(bytes, limits)
  return file.kind === 'refused' ? file.refusal.reason : `read ${file.sheets.map(({ rows }) => rows.length)}`
}

const header = headerXml('Start', 'Slut', 'Kön')
const aRow = '<row r="2"><c r="A2" t="inlineStr"><is><t>2024-03-01</t></is></c></row>'
const good = (): Uint8Array => xlsxOf({ rows: header + aRow })
const oleStart = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const utf16 = (text: string): number[] => [...text].flatMap((char) => [char.charCodeAt(0), 0])

describe('files that are something else', () => {
  test('a good file is read', async () => expect(await refusal(good())).toBe('read 1'))
  test('nothing', async () => expect(await refusal(new Uint8Array())).toBe('empty'))
  test('an old .xls', async () => expect(await refusal(Uint8Array.from([...oleStart, ...new Array(600).fill(7)]))).toBe('oldExcel'))
  test('an .xlsx under a password', async () =>
    expect(await refusal(Uint8Array.from([...oleStart, ...new Array(600).fill(7), ...utf16('EncryptedPackage')]))).toBe('encrypted'))
  test('macros', async () => expect(await refusal(xlsxOf({ rows: header, extra: { 'xl/vbaProject.bin': strToU8('x') } }))).toBe('macros'))
  test('macros in an .ods', async () => expect(await refusal(odsOf('', { 'Basic/Standard/Module1.xml': strToU8('<a/>') }))).toBe('macros'))
  test('an encrypted .ods', async () =>
    expect(await refusal(odsOf('', { 'META-INF/manifest.xml': strToU8('<m><encryption-data/></m>') }))).toBe('encrypted'))
  test('a binary .xlsb', async () => expect(await refusal(zipSync({ 'xl/workbook.bin': strToU8('x') }))).toBe('binaryExcel'))
  test('any other zip', async () => expect(await refusal(zipSync({ 'word/document.xml': strToU8('<a/>') }))).toBe('damaged'))
  test('a web page named .xls', async () =>
    expect(await refusal(strToU8('\n<html><table><tr><td>Start</td></tr></table>'))).toBe('webPage'))
  test('a PDF', async () => expect(await refusal(strToU8('%PDF-1.7\nabc;def\n'))).toBe('notATable'))
  test('running text', async () => expect(await refusal(strToU8('En text utan tabell\noch en rad till\n'))).toBe('notATable'))
  test('numbers without headings', async () => expect(await refusal(strToU8('1;2;3\n4;5;6\n'))).toBe('noHeadings'))
})

describe('files that want to exhaust', () => {
  test('1 GB is refused before it is read', () => expect(refuseBySize(1_000_000_000)?.reason).toBe('tooLargeFile'))
  test('a bomb of zeros', async () => {
    const bomb = xlsxOf({
      rows: `${header}<row r="2"><c r="A2" t="inlineStr"><is><t>${'a'.repeat(20_000_000)}</t></is></c></row>`,
    })
    expect(bomb.length).toBeLessThan(100_000)
    expect(await refusal(bomb)).toBe('tooLargeInside')
  })
  test('a bomb whose directory claims to be small', async () => {
    const bomb = xlsxOf({ rows: header + ' '.repeat(20_000_000) })
    const view = new DataView(bomb.buffer, bomb.byteOffset)
    for (let at = 0; at + 28 < bomb.length; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true)
    expect(await refusal(bomb)).toBe('tooLargeInside')
  })
  test('one endless text', async () => {
    const text = 'a'.repeat(30_000_000)
    expect(await refusal(xlsxOf({ rows: `${header}<row r="2"><c r="A2" t="str"><v>${text}` }), importLimits)).toBe('tooLargeInside')
  })
  test('10 000 columns', async () => {
    const cells = Array.from({ length: 10_000 }, () => '<c><v>1</v></c>').join('')
    expect(await refusal(xlsxOf({ rows: `${header}<row r="2">${cells}</row>` }))).toBe('tooManyColumns')
    expect(await refusal(strToU8(`Start;Slut\n${';'.repeat(10_000)}x\n`))).toBe('tooManyColumns')
  })
  test('one cell far to the right', async () =>
    expect(await refusal(xlsxOf({ rows: `${header}<row r="2"><c r="XFD2"><v>1</v></c></row>` }))).toBe('tooManyColumns'))
  test('a cell repeated over all columns of an .ods', async () => {
    const cell = '<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="1000000000"/>'
    expect(await refusal(odsOf(`<table:table table:name="A"><table:table-row>${cell}</table:table-row></table:table>`))).toBe(
      'tooManyColumns',
    )
  })
  test('a row repeated a thousand million times', async () => {
    const row =
      '<table:table-row table:number-rows-repeated="1000000000"><table:table-cell><text:p xmlns:text="t">a</text:p></table:table-cell></table:table-row>'
    expect(await refusal(odsOf(`<table:table table:name="A">${row}</table:table>`))).toBe('tooManyRows')
  })
  test('too many rows', async () =>
    expect(await refusal(strToU8(`Start;Slut\n${'2024-01-01;2024-02-01\n'.repeat(1_500)}`))).toBe('tooManyRows'))
  test('entities within entities', async () => {
    const laughs = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]>'
    const bytes = xlsxOf({
      rows: header,
      extra: { 'xl/worksheets/sheet1.xml': strToU8(`${laughs}<worksheet><a>&c;</a></worksheet>`) },
    })
    expect(await refusal(bytes)).toBe('damaged')
  })
  // In time that grows with the square of the length this would take hours, and the test would be ended.
  test.each(['"a""b;', ';""'])('a text of quotes that never end is read to its end: %s', async (part) => {
    expect(await readTable(strToU8(`Start;Slut\n${part.repeat(300_000)}`))).toBeDefined()
  })
})

describe('files that are broken', () => {
  test('cut off anywhere: refused, never a crash', async () => {
    for (const whole of [
      good(),
      odsFile('A', [
        ['Start', 'Slut', 'Kön'],
        ['2024-01-01', null, 'Man'],
      ]),
    ]) {
      for (let length = 1; length < whole.length; length += 37) {
        const answer = await refusal(whole.slice(0, length))
        expect(['damaged', 'notATable', 'noHeadings']).toContain(answer)
      }
    }
  })
  test('random bytes: an answer, never a crash', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 3_000 }), async (bytes) => {
        expect(['read', 'refused']).toContain((await readTable(bytes, small)).kind)
      }),
    )
  })
  test('one byte changed: an answer, never a crash', async () => {
    const whole = good()
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, byte) => {
        const changed = whole.slice()
        changed[at] = byte
        expect(['read', 'refused']).toContain((await readTable(changed, small)).kind)
      }),
      { numRuns: 300 },
    )
  })
})

describe('stopping', () => {
  test('a cancelled read says so', async () => {
    const file = await readTable(good(), small, { signal: AbortSignal.abort() })
    expect(file).toEqual({ kind: 'refused', refusal: { reason: 'cancelled', args: {} } })
  })
  test('progress never passes 1 and ends there', async () => {
    const shares: number[] = []
    await readTable(good(), small, { onProgress: (share) => shares.push(share) })
    expect(shares.at(-1)).toBe(1)
    expect(Math.max(...shares)).toBe(1)
  })
})
