import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { RefusedFile } from '../spreadsheet/limits.ts'
import { announcedSeparator, csvRows, detectSeparator, type Separator } from '../spreadsheet/readCsv.ts'
import { detectEncoding, refuseNoText } from '../spreadsheet/textEncoding.ts'
import { CommandError, exitCodes } from './exitCodes.ts'

const chunkBytes = 1 << 20
/** A quote that is never closed must not gather the rest of the file. */
const mostCarried = 4 * chunkBytes

/** A row of a file, with its number in the file counted from 1, and the separator of the whole file. */
export interface FileRow {
  row: number
  cells: string[]
  separator: Separator
}

/**
 * The rows of a CSV file of any length, read a piece at a time; blank rows are left out but counted. UTF-8, or what the first piece
 * says; the separator is found from the first piece, or said by a first line of `sep=;`. Throws `CommandError` when the file is not there or
 * is no text.
 */
export function* csvFileRows(file: string): Generator<FileRow> {
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found) throw new CommandError(exitCodes.refused, 'terminal.noFile', { file })
  if (!found.isFile()) throw new CommandError(exitCodes.refused, 'terminal.notAFile', { file })
  let separator: Separator | undefined
  let row = 0
  for (const piece of wholeRows(file)) {
    const announced = separator ? undefined : announcedSeparator(piece)
    separator ??= announced?.separator ?? detectSeparator(piece) ?? ','
    if (announced) row++
    for (const cells of csvRows(piece.slice(announced?.length ?? 0), separator)) {
      row++
      if (cells.length > 1 || cells[0]!.trim() !== '') yield { row, cells, separator }
    }
  }
}

/** Pieces of the text that end where a row ends. */
function* wholeRows(file: string): Generator<string> {
  let carried = ''
  for (const text of pieces(file)) {
    carried += text
    const end = carried.lastIndexOf('\n') + 1
    if (end === 0 || (hasOpenQuote(carried, end) && carried.length < mostCarried)) continue
    yield carried.slice(0, end)
    carried = carried.slice(end)
  }
  if (carried !== '') yield carried
}

function hasOpenQuote(text: string, end: number): boolean {
  let open = false
  for (let at = text.indexOf('"'); at >= 0 && at < end; at = text.indexOf('"', at + 1)) open = !open
  return open
}

function* pieces(file: string): Generator<string> {
  const handle = openFile(file)
  try {
    const bytes = new Uint8Array(chunkBytes)
    let decoder: TextDecoder | undefined
    for (let length = readSync(handle, bytes); length > 0; length = readSync(handle, bytes)) {
      const piece = bytes.subarray(0, length)
      // A letter may be cut in two at the end of the piece: whole rows tell the encoding.
      decoder ??= decoderFor(piece.subarray(0, piece.lastIndexOf(10) + 1 || length))
      yield decoded(file, decoder, piece)
    }
  } finally {
    closeSync(handle)
  }
}

function decoderFor(beginning: Uint8Array): TextDecoder {
  const encoding = detectEncoding(beginning)
  // Letters of another encoding would all become one and the same, and names that differ by them too.
  return new TextDecoder(encoding, { fatal: encoding === 'utf-8' })
}

function decoded(file: string, decoder: TextDecoder, piece: Uint8Array): string {
  try {
    const text = decoder.decode(piece, { stream: true })
    refuseNoText(text)
    if (text.includes('\u0000')) throw new RefusedFile('notATable')
    return text
  } catch (error) {
    if (error instanceof RefusedFile) throw new CommandError(exitCodes.usage, 'tables.notText', { file })
    if (error instanceof TypeError) throw new CommandError(exitCodes.usage, 'columns.mixedEncoding', { file })
    throw error
  }
}

function openFile(file: string): number {
  try {
    return openSync(file, 'r')
  } catch (error) {
    throw new CommandError(exitCodes.refused, 'terminal.cannotRead', { file, code: (error as NodeJS.ErrnoException).code ?? String(error) })
  }
}
