import { describe, expect, test } from 'vitest'
import { CopyReader } from './copyBinary.ts'
import type { CopiedColumn } from './copyBinary.ts'

const columns: CopiedColumn[] = [
  { name: 'sex', type: 'u8' },
  { name: 'month', type: 'u16' },
  { name: 'days', type: 'i32' },
  { name: 'support', type: 'u32' },
]
const header = [0x50, 0x47, 0x43, 0x4f, 0x50, 0x59, 0x0a, 0xff, 0x0d, 0x0a, 0, 0, 0, 0, 0, 0, 0, 0, 0]
const end = [0xff, 0xff]
const int2 = (value: number) => [0, 0, 0, 2, (value >> 8) & 255, value & 255]
const int4 = (value: number) => [
  0,
  0,
  0,
  4,
  (value >>> 24) & 255,
  (value >>> 16) & 255,
  (value >>> 8) & 255,
  value & 255,
]
const nothing = [255, 255, 255, 255]
const row = (...fields: number[][]) => [0, fields.length, ...fields.flat()]
const whole = Uint8Array.from([
  ...header,
  ...row(int2(1), int4(24298), int4(-5), int4(0b1011)),
  ...row(nothing, nothing, nothing, nothing),
  ...row(int2(254), int2(12), int4(2 ** 31 - 1), int4(2 ** 30)),
  ...end,
])
const expected = [
  [1, 255, 254],
  [24298, 65535, 12],
  [-5, -1, 2 ** 31 - 1],
  [0b1011, 2 ** 31, 2 ** 30],
]

function read(...chunks: Uint8Array[]): number[][] {
  const reader = new CopyReader(columns, 1)
  for (const chunk of chunks) reader.push(chunk)
  return reader.finish().arrays.map((array) => [...array])
}

describe('a binary COPY stream', () => {
  test('is read in one piece', () => expect(read(whole)).toEqual(expected))
  test('is read when cut at any byte', () => {
    for (let cut = 0; cut <= whole.length; cut++)
      expect(read(whole.subarray(0, cut), whole.subarray(cut))).toEqual(expected)
  })
  test('is read byte by byte', () =>
    expect(read(...Array.from(whole, (byte) => Uint8Array.of(byte)))).toEqual(expected))
  test('may be empty', () => expect(read(Uint8Array.from([...header, ...end]))).toEqual([[], [], [], []]))
  test('may have a longer header', () => {
    const longer = Uint8Array.from([...header.slice(0, 15), 0, 0, 0, 3, 9, 9, 9, ...whole.subarray(19)])
    expect(read(longer)).toEqual(expected)
  })
  test('may be long: more rows than fit a block', () => {
    const rows = Array.from({ length: 5000 }, (_, at) => row(int2(at % 200), int4(at), int4(-at), int4(at)))
    const [sex, month, days] = read(Uint8Array.from([...header, ...rows.flat(), ...end]))
    expect([sex![4999], month![4999], days![4999], days!.length]).toEqual([199, 4999, -4999, 5000])
  })
  const refused: [string, number[], string][] = [
    ['another format', [1, ...header.slice(1), ...end], 'Not a binary COPY'],
    ['another number of columns', [...header, ...row(int2(1)), ...end], 'Row of 1 columns'],
    ['a text field', [...header, ...row([0, 0, 0, 3, 1, 2, 3], int2(1), int2(1), int2(1)), ...end], 'field of 3 bytes'],
    [
      'a value that does not fit',
      [...header, ...row(int2(300), int2(1), int2(1), int2(1)), ...end],
      '300 does not fit',
    ],
    ['a cut-off stream', [...header, ...row(int2(1), int2(1), int2(1), int2(1))], 'cut off after 1 rows'],
    ['bytes after the end', [...header, ...end, 0], 'after the end'],
  ]
  test.each(refused)('is refused with %s', (_name, bytes, message) => {
    expect(() => read(Uint8Array.from(bytes))).toThrow(message)
  })
})
