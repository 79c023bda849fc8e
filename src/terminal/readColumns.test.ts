// On the embedded database alone
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { translator } from '../values/catalogue.ts'
import { CommandError } from './exitCodes.ts'
import { messages } from '../messages.ts'
import { readColumns, type ColumnKind } from './readColumns.ts'

const folder = mkdtempSync(join(tmpdir(), 'samlad-columns-'))
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0
function written(text: string | Uint8Array): string {
  const file = join(folder, `${++files}.csv`)
  writeFileSync(file, text)
  return file
}
const asked = (kinds: Record<string, ColumnKind>) => new Map(Object.entries(kinds))
const numbers = (text: string | Uint8Array, column = 'x', kind: ColumnKind = 'number') => [
  ...readColumns(written(text), asked({ [column]: kind })).numbers.get(column)!,
]
/** What is said of a file that cannot be read as asked, without the file's name. */
function fault(text: string | Uint8Array, kinds: Record<string, ColumnKind> = { x: 'number' }): string {
  const file = written(text)
  try {
    readColumns(file, asked(kinds))
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    expect(error.code).toBe(2)
    return translator(messages, 'en')(error.key as keyof typeof messages, error.args).replace(file, 'F')
  }
  return 'read'
}

describe('numbers of a file', () => {
  test('with commas and points', () => expect(numbers('a,x\n1,2.5\n2,-3e2\n')).toEqual([2.5, -300]))
  test('with semicolons and decimal commas', () => expect(numbers('a;x\n1;2,5\n2;,75\n')).toEqual([2.5, 0.75]))
  test('with tabs, a byte order mark, other line ends and no last one', () =>
    expect(numbers('\uFEFFx\ta\r\n1,5\t0\r\n2\t0')).toEqual([1.5, 2]))
  test('in quotes, with line breaks in other cells', () => expect(numbers('a,x\n"one\ntwo, three","1,5"\n')).toEqual([1.5]))
  test('as large and as small as can be reckoned with, and nought', () =>
    expect(numbers('a,x\n1,1e50\n2,-1e-50\n3,0e9\n')).toEqual([1e50, -1e-50, 0]))
  test('after a line that says the separator', () => expect(numbers('\uFEFFsep=;\r\na;x\r\n1;2,5\r\n')).toEqual([2.5]))
  test('in one column', () => expect(numbers('x\n1\n2\n')).toEqual([1, 2]))
  test('with what is missing where it may be', () =>
    expect(numbers('a,x\n1,\n2,NA\n3,4\n', 'x', 'numberOrMissing')).toEqual([Number.NaN, Number.NaN, 4]))
  test('from letters of Windows', () => expect(numbers(Uint8Array.from([0xe5, 0x2c, 0x78, 10, 49, 44, 50, 10]))).toEqual([2]))
  test('from two bytes a letter', () => expect(numbers(new Uint8Array(Buffer.from('\uFEFFå;x\n1;2\n', 'utf16le')))).toEqual([2]))
  test('longer than a piece that is read at a time', () => {
    const rows = Array.from({ length: 300_000 }, (_, at) => `${at};"å, ${at}"`)
    const read = readColumns(written(`x;name\n${rows.join('\n')}\n`), asked({ x: 'fromZero', name: 'name' }))
    expect(read.n).toBe(300_000)
    expect(read.numbers.get('x')!.every((value, at) => value === at)).toBe(true)
    expect(read.names.get('name')!.labels.at(-1)).toBe('å, 299999')
    expect(read.rows.at(-1)).toBe(300_001)
  })
})

describe('what is wrong is told by column and row', () => {
  test.each<[string, string, Record<string, ColumnKind>]>([
    ['a,b\n1,2\n', 'F has no column x. Its columns are: a, b.', { x: 'number' }],
    ['x,x\n1,2\n', 'F has two columns x. Rename one of them.', { x: 'number' }],
    ['a,x\n1,2\n\n1,red\n', 'F, row 4, column x: red is not a number. Turn categories into columns of 0 and 1.', { x: 'number' }],
    ['a,x\n1,\n', 'F, row 2, column x: the value is missing. Fill it in or remove the row.', { x: 'number' }],
    ['a,x\n1\n', 'F, row 2, column x: the value is missing. Fill it in or remove the row.', { x: 'number' }],
    ['a,x\n1,0x10\n', 'F, row 2, column x: 0x10 is not a number. Turn categories into columns of 0 and 1.', { x: 'number' }],
    ['a,x\n1,1e999\n', 'F, row 2, column x: 1e999 is too large or too small to reckon with. Choose another unit.', { x: 'number' }],
    ['a,x\n1,-1e51\n', 'F, row 2, column x: -1e51 is too large or too small to reckon with. Choose another unit.', { x: 'number' }],
    ['a,x\n1,1e-51\n', 'F, row 2, column x: 1e-51 is too large or too small to reckon with. Choose another unit.', { x: 'number' }],
    ['a;x\n1;1.234,5\n', 'F, row 2, column x: 1.234,5 is not a number. Turn categories into columns of 0 and 1.', { x: 'number' }],
    [
      'a;x\n1;1,5\n1;1.5\n',
      'F, row 3, column x: 1.5 has another decimal sign than numbers before it. Use point or comma throughout.',
      { x: 'number' },
    ],
    ['a,x\n1,2\n1,2,5\n', 'F, row 3: 3 values but 2 headings. A decimal comma needs semicolons or tabs between values.', { x: 'number' }],
    ['a,x\n1,-2\n', 'F, row 2, column x: the time -2 is negative.', { x: 'fromZero' }],
    ['a,x\n1,1.5\n', 'F, row 2, column x: 1.5 is not a whole number from 0.', { x: 'whole' }],
    ['a,x\n1,2\n', 'F, row 2, column x: 2 should be 0 or 1.', { x: 'zeroOrOne' }],
    ['a,x\n1, \n', 'F, row 2, column x: the value is missing. Fill it in or remove the row.', { x: 'name' }],
    ['a,x\n', 'F has headings but no rows.', { x: 'number' }],
    ['', 'F is empty.', { x: 'number' }],
  ])('%j', (text, said, kinds) => expect(fault(text, kinds)).toBe(said))
  test('rows are counted with a line that says the separator', () =>
    expect(fault('sep=;\na;x\n1;red\n')).toMatch(/^F, row 3, column x: red/))
  test('letters of another encoding far down do not become one and the same', () => {
    const ascii = 'name,x\n' + 'A,1\n'.repeat(300_000)
    const file = Uint8Array.from([...new TextEncoder().encode(ascii), 0xc5, 0x2c, 0x31, 10, 0xd6, 0x2c, 0x31, 10])
    expect(fault(file, { name: 'name' })).toMatch(/^F begins as UTF-8 but has letters of another encoding/)
  })
  test('bytes that are no text', () =>
    expect(fault(Uint8Array.from({ length: 400 }, (_, at) => 1 + ((at * 37) % 31)))).toBe('F is not a text file.'))
  test('a file on one line is not told in full', () => expect(fault('1,'.repeat(100_000)).length).toBeLessThan(2100))
  test('a file that is not there is refused', () =>
    expect(() => readColumns(join(folder, 'gone.csv'), asked({ x: 'number' }))).toThrow(CommandError))
})
