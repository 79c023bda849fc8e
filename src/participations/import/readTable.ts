import { RowCollector } from './cell.ts'
import type { RawSheet, ReadingWarning } from './cell.ts'
import { findTable } from './header.ts'
import type { Table } from './header.ts'
import { importLimits, refuseBySize, RefusedFile } from './limits.ts'
import type { Limits, Refusal } from './limits.ts'
import { readCsv } from './readCsv.ts'
import type { TextShape } from './readCsv.ts'
import { readOds } from './readOds.ts'
import { readXlsx } from './readXlsx.ts'
import { breather } from './work.ts'
import type { Breathe, Work } from './work.ts'
import { openZip } from './zip.ts'

/** One sheet of a file with its table. */
export interface Sheet extends Table {
  name: string
  /** Whether bare numbers in date columns count from 1904. */
  date1904: boolean
}

/** A file that could be read. */
export interface ReadFile {
  kind: 'read'
  format: 'xlsx' | 'ods' | 'csv'
  /** Only for text files. */
  shape?: TextShape
  /** Sheets that hold a table, in file order. */
  sheets: Sheet[]
  /** Position in `sheets` of the one that looks most like a list of participations. */
  best: number
  warnings: ReadingWarning[]
}

/** A file that could not, and why. */
export interface RefusedRead {
  kind: 'refused'
  refusal: Refusal
}

/**
 * Reads a spreadsheet or a text file of separated values into rows of plain values. The kind is told by the bytes, not by the name.
 * Never throws for a bad file: whatever is wrong comes back as a refusal with its reason.
 */
export async function readTable(
  bytes: Uint8Array,
  limits: Limits = importLimits,
  work: Work = {},
): Promise<ReadFile | RefusedRead> {
  try {
    const refusal = refuseBySize(bytes.length, limits) ?? refuseByKind(bytes)
    if (refusal) return { kind: 'refused', refusal }
    const rows = new RowCollector(limits)
    const breathe = breather(work)
    await breathe(0)
    const { raw, ...rest } = await readBytes(bytes, limits, rows, breathe)
    const sheets = raw.filter((sheet) => !sheet.hidden).flatMap(withTable)
    if (sheets.length === 0) throw new RefusedFile('noHeadings')
    const best = sheets.reduce((top, sheet, at) => (sheet.score > sheets[top]!.score ? at : top), 0)
    work.onProgress?.(1)
    return { kind: 'read', ...rest, sheets, best, warnings: rows.warnings }
  } catch (error) {
    if (error instanceof RefusedFile) return { kind: 'refused', refusal: error.refusal }
    throw error
  }
}

function withTable(sheet: RawSheet): Sheet[] {
  const table = findTable(sheet.rows)
  return table ? [{ ...table, name: sheet.name, date1904: sheet.date1904 }] : []
}

interface Raw {
  raw: RawSheet[]
  format: ReadFile['format']
  shape?: TextShape
}

async function readBytes(bytes: Uint8Array, limits: Limits, rows: RowCollector, breathe: Breathe): Promise<Raw> {
  if (startsWith(bytes, [0x50, 0x4b])) {
    const zip = openZip(bytes, limits)
    const isOds = zip.entries.has('content.xml') && zip.entries.has('mimetype')
    if (isOds) return { raw: await readOds(zip, rows, breathe), format: 'ods' }
    return { raw: await readXlsx(zip, rows, breathe), format: 'xlsx' }
  }
  const { sheet, shape } = await readCsv(bytes, rows, breathe)
  return { raw: [sheet], format: 'csv', shape }
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte)

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
