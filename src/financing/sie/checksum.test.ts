// On the embedded database alone
import fc from 'fast-check'
import { crc32 as zlibCrc32 } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { encodePc8 } from './charset.ts'
import { checkSum, crc32 } from './checksum.ts'

const file = (body: string, sum: number | string, start = '#FLAGGA 0\n#KSUMMA\n'): Uint8Array =>
  encodePc8(`${start}${body}\n#KSUMMA ${sum}\n`)
const body = '#KONTO 1915 "Kassa \\"Å\\" ö"\n#VER A 1 20260101 "Text"\n{\n#TRANS 1915 {6 "P 1"} -5.00\n}'
/** As the format says: labels and contents, in PC8. */
const content = encodePc8('#KONTO1915Kassa "Å" ö#VERA120260101Text#TRANS19156P 1-5.00')

describe('the checksum of a file', () => {
  test('is that of labels and contents of fields alone', () => expect(checkSum(file(body, zlibCrc32(content)))).toBe('holds'))
  test('holds with a sign too, and without the blanks inside quotes', () => {
    expect(checkSum(file(body, zlibCrc32(content) | 0))).toBe('holds')
    expect(checkSum(file(body, zlibCrc32(content.filter((byte) => byte !== 0x20))))).toBe('holds')
  })
  test('differs when an amount or a letter is another, and not for how a file is set', () => {
    const sum = zlibCrc32(content)
    expect(checkSum(file(body.replace('-5.00', '-6.00'), sum))).toBe('differs')
    expect(checkSum(file(body.replace('Å', 'Ä'), sum))).toBe('differs')
    expect(checkSum(file(body.replaceAll('\n', '\r\n').replaceAll(' {', '\t {'), sum))).toBe('holds')
  })
  test('is begun and never given in a file that was cut', () => {
    expect(checkSum(encodePc8(`#KSUMMA\n${body}`))).toBe('unended')
    expect(checkSum(encodePc8(body))).toBe('none')
  })
  test('is CRC-32 as everybody reckons it', () =>
    fc.assert(fc.property(fc.uint8Array(), (bytes) => void expect(crc32(bytes)).toBe(zlibCrc32(bytes)))))
})
