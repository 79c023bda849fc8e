import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { xlsxOf } from '../../test/xlsxFile.ts'
import { documentKindOf, documentName, mostBytes } from './kind.ts'

const pdf = strToU8('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n%%EOF\n')
const types = { '[Content_Types].xml': strToU8('<Types/>') }
const docx = zipSync({ ...types, 'word/document.xml': strToU8('<w/>') })
const xlsx = xlsxOf({ rows: '', extra: types })

test.each([
  ['a PDF', pdf, 'pdf'],
  ['a Word document', docx, 'docx'],
  ['an Excel workbook', xlsx, 'xlsx'],
  ['nothing', new Uint8Array(), 'documents.empty'],
  ['a web page', strToU8('<!doctype html><script>alert(1)</script>'), 'documents.notAKind'],
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'documents.notAKind'],
  ['a program', strToU8('MZ\u0090'), 'documents.notAKind'],
  ['a web page with the mark of PDF further in', strToU8('<html>%PDF-1.7 %%EOF'), 'documents.notAKind'],
  ['a plain zip', zipSync({ 'a.txt': strToU8('x') }), 'documents.notAKind'],
  ['a zip that only calls itself Word', zipSync({ 'word/document.xml': strToU8('<w/>') }), 'documents.notAKind'],
  [
    'Word with macros',
    zipSync({ ...types, 'word/document.xml': strToU8('<w/>'), 'word/vbaProject.bin': strToU8('x') }),
    'documents.macros',
  ],
  ['an old or locked Office file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0), 'documents.locked'],
  ['a PDF cut short', pdf.subarray(0, 20), 'documents.damaged'],
  ['a zip cut short', docx.subarray(0, docx.length - 30), 'documents.damaged'],
])('%s is told by its content', (_, bytes, kind) => expect(documentKindOf(bytes)).toBe(kind))

test('what is larger than may be is refused whatever it is', () => {
  const large = new Uint8Array(mostBytes + 1)
  large.set(pdf)
  expect(documentKindOf(large)).toBe('documents.tooLarge')
})

test('no bytes make it throw', () => {
  const starts = [pdf, docx, Uint8Array.of(0x50, 0x4b, 0x03, 0x04), new Uint8Array()]
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 200 }), fc.nat(100), (start, more, cut) => {
      documentKindOf(Uint8Array.of(...start.subarray(0, start.length - Math.min(cut, start.length)), ...more))
    }),
  )
})

test('a name ends as the content is', () => {
  expect(documentName('Beslut.PDF', 'pdf')).toBe('Beslut.PDF')
  expect(documentName('faktura.exe', 'pdf')).toBe('faktura.exe.pdf')
})
