import { RowCollector, type RawSheet, type ReadingWarning } from './cell.ts'
import { refuseBySize, RefusedFile, type Limits, type Refusal } from './limits.ts'
import { readCsv, type TextShape } from './readCsv.ts'
import { readOds } from './readOds.ts'
import { readXlsx } from './readXlsx.ts'
import { breather, type Breathe, type Work } from './work.ts'
import { openZip } from './zip.ts'

/** A file as rows of plain values, before anybody has looked for headings. */
export interface RawFile {
  format: 'xlsx' | 'ods' | 'csv'
  /** Only for text files. */
  shape?: TextShape
  sheets: RawSheet[]
  warnings: ReadingWarning[]
}

/**
 * Reads a spreadsheet or a text file of separated values into rows of plain values. The kind is told by the bytes, not by the name.
 * Throws `RefusedFile` with the reason for whatever cannot or may not be read; never anything else for a bad file.
 */
export async function readSheets(bytes: Uint8Array, limits: Limits, work: Work = {}): Promise<RawFile> {
  const refusal = refuseBySize(bytes.length, limits) ?? refuseByKind(bytes)
  if (refusal) throw new RefusedFile(refusal.reason, refusal.args)
  const rows = new RowCollector(limits)
  const breathe = breather(work)
  await breathe(0)
  const file = await readBytes(bytes, limits, rows, breathe)
  return { ...file, warnings: rows.warnings }
}

async function readBytes(bytes: Uint8Array, limits: Limits, rows: RowCollector, breathe: Breathe): Promise<Omit<RawFile, 'warnings'>> {
  if (startsWith(bytes, [0x50, 0x4b])) {
    const zip = openZip(bytes, limits)
    const isOds = zip.entries.has('content.xml') && zip.entries.has('mimetype')
    if (isOds) return { sheets: await readOds(zip, rows, breathe), format: 'ods' }
    return { sheets: await readXlsx(zip, rows, breathe), format: 'xlsx' }
  }
  const { sheet, shape } = await readCsv(bytes, rows, breathe)
  return { sheets: [sheet], format: 'csv', shape }
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, at) => bytes[at] === byte)

/** Kinds of file that are known and not read, told by how they begin. */
function refuseByKind(bytes: Uint8Array): Refusal | undefined {
  // OLE container: an old .xls, or a newer file under a password.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    return { reason: holdsUtf16(bytes, 'EncryptedPackage') ? 'encrypted' : 'oldExcel', args: {} }
  }
  if (startsWith(bytes, [0x09, 0x08]) || startsWith(bytes, [0x09, 0x04])) return { reason: 'oldExcel', args: {} }
  const start = new TextDecoder('latin1')
    .decode(bytes.subarray(0, 512))
    .replace(/^\u00EF\u00BB\u00BF/, '')
    .trimStart()
    .toLowerCase()
  if (/^<(!doctype|html|table|head|meta|\?xml)/.test(start)) return { reason: 'webPage', args: {} }
  if (start.startsWith('%pdf') || start.startsWith('{\\rtf')) return { reason: 'notATable', args: {} }
  return undefined
}

function holdsUtf16(bytes: Uint8Array, word: string): boolean {
  const wanted = [...word].flatMap((char) => [char.charCodeAt(0), 0])
  for (let at = 0; at + wanted.length <= bytes.length; at++) {
    if (bytes[at] === wanted[0] && wanted.every((byte, offset) => bytes[at + offset] === byte)) return true
  }
  return false
}
