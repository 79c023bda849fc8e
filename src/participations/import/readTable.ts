import type { RawSheet, ReadingWarning } from '../../spreadsheet/cell.ts'
import { importLimits, RefusedFile, type Limits, type Refusal } from '../../spreadsheet/limits.ts'
import type { TextShape } from '../../spreadsheet/readCsv.ts'
import { readSheets } from '../../spreadsheet/readSheets.ts'
import type { Work } from '../../spreadsheet/work.ts'
import { findTable, type Table } from './header.ts'

/** One sheet of a file with its table. */
export interface Sheet extends Table {
  name: string
  /** Whether bare numbers in date columns count from 1904. */
  date1904: boolean
  errorCells?: ReadonlySet<string>
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
export async function readTable(bytes: Uint8Array, limits: Limits = importLimits, work: Work = {}): Promise<ReadFile | RefusedRead> {
  try {
    const { sheets: raw, ...rest } = await readSheets(bytes, limits, work)
    const sheets = raw.filter((sheet) => !sheet.hidden).flatMap(withTable)
    if (sheets.length === 0) throw new RefusedFile('noHeadings')
    const best = sheets.reduce((top, sheet, at) => (sheet.score > sheets[top]!.score ? at : top), 0)
    work.onProgress?.(1)
    return { kind: 'read', ...rest, sheets, best }
  } catch (error) {
    if (error instanceof RefusedFile) return { kind: 'refused', refusal: error.refusal }
    throw error
  }
}

function withTable(sheet: RawSheet): Sheet[] {
  const table = findTable(sheet.rows)
  return table
    ? [{ ...table, name: sheet.name, date1904: sheet.date1904, ...(sheet.errorCells ? { errorCells: sheet.errorCells } : {}) }]
    : []
}
