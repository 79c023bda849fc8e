import { importLimits, RefusedFile } from '../spreadsheet/limits.ts'
import { openZip } from '../spreadsheet/zip.ts'

/** What a document may be: its media type, and how its name ends. */
export const documentKinds = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
export type DocumentKind = keyof typeof documentKinds

/** The largest document, in bytes. */
export const mostBytes = 10 * 1024 * 1024

/** Why a file is not kept; a message of the slice. */
export type DocumentFault =
  'documents.empty' | 'documents.tooLarge' | 'documents.notAKind' | 'documents.locked' | 'documents.macros' | 'documents.damaged'

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, at) => bytes[at] === byte)
const pdf = [0x25, 0x50, 0x44, 0x46, 0x2d]
const zip = [0x50, 0x4b, 0x03, 0x04]
/** Compound file (MS-CFB 2.2): old Office files, and new ones behind a password. */
const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/**
 * What a file is, by its content and never by its name: PDF by its first bytes (ISO 32000-2, 7.5.2), Word and Excel as the main part of an Open Packaging zip
 * (ECMA-376 part 2). Files with macros, behind a password or cut short are told as faults.
 */
export function documentKindOf(bytes: Uint8Array): DocumentKind | DocumentFault {
  if (bytes.length === 0) return 'documents.empty'
  if (bytes.length > mostBytes) return 'documents.tooLarge'
  // The end may be followed by a few line breaks, or by what a later change has added.
  if (startsWith(bytes, pdf)) return new TextDecoder('latin1').decode(bytes.subarray(-2048)).includes('%%EOF') ? 'pdf' : 'documents.damaged'
  if (startsWith(bytes, compound)) return 'documents.locked'
  return startsWith(bytes, zip) ? kindOfZip(bytes) : 'documents.notAKind'
}

function kindOfZip(bytes: Uint8Array): DocumentKind | DocumentFault {
  try {
    const { entries } = openZip(bytes, importLimits)
    const names = [...entries.keys()]
    if (names.some((name) => /vbaProject\.bin$|^(word|xl)\/(activeX|macrosheets)\//i.test(name))) return 'documents.macros'
    if (!entries.has('[Content_Types].xml')) return 'documents.notAKind'
    if (entries.has('word/document.xml')) return 'docx'
    return entries.has('xl/workbook.xml') ? 'xlsx' : 'documents.notAKind'
  } catch (error) {
    if (error instanceof RefusedFile) return 'documents.damaged'
    throw error
  }
}

/** The name a document is kept under: it ends as its content is, so that no program is opened by a name that lies. */
export function documentName(given: string, kind: DocumentKind): string {
  return given.toLowerCase().endsWith(`.${kind}`) ? given : `${given}.${kind}`
}
