import type { Cell, RawSheet, RowCollector } from './cell.ts'
import { RefusedFile } from './limits.ts'
import { decodeText } from './textEncoding.ts'
import type { Encoding } from './textEncoding.ts'
import type { Breathe } from './work.ts'

export type Separator = ';' | '\t' | ',' | '|'
const separators: Separator[] = [';', '\t', ',', '|']

/** How a text file was understood, shown to the user. */
export interface TextShape {
  encoding: Encoding
  separator: Separator
}

/**
 * The separator that cuts the beginning of a text into the most even rows: the share of rows that have the commonest number of
 * columns, times the logarithm of that number. `undefined` when none gives two columns.
 */
export function detectSeparator(text: string): Separator | undefined {
  let best: { separator: Separator; score: number } | undefined
  for (const separator of separators) {
    const widths = new Map<number, number>()
    let rows = 0
    for (const cells of csvRows(text.slice(0, 40_000), separator)) {
      if (cells.length === 1 && cells[0]!.trim() === '') continue
      rows++
      if (cells.length > 1) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1)
      if (rows >= 60) break
    }
    const [width, count] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0]
    const score = (count / Math.max(1, rows)) * Math.log2(width)
    if (score > (best?.score ?? 0)) best = { separator, score }
  }
  return best?.separator
}

/** The separator that a first line of `sep=;` says, as Excel writes it, and the length of that line; `undefined` without one. */
export function announcedSeparator(text: string): { separator: Separator; length: number } | undefined {
  const line = /^\uFEFF?sep=([;\t,|])\r?\n/.exec(text)
  return line ? { separator: line[1] as Separator, length: line[0].length } : undefined
}

/** The rows of a CSV text (RFC 4180, any line end, any separator). Quotes inside an unquoted value are plain characters. */
export function* csvRows(text: string, separator: string, onUnevenQuotes?: (row: number) => void): Generator<string[]> {
  let at = 0
  let row = 0
  while (at < text.length) {
    row++
    const cells: string[] = []
    for (;;) {
      const cell = text[at] === '"' ? quotedCell(text, at, separator) : plainCell(text, at, separator)
      if (cell === undefined) {
        onUnevenQuotes?.(row)
        const plain = plainCell(text, at, separator)
        cells.push(plain.value)
        at = plain.next
      } else {
        cells.push(cell.value)
        at = cell.next
      }
      if (text[at] !== separator) break
      at++
    }
    if (text[at] === '\r') at++
    if (text[at] === '\n') at++
    yield cells
  }
}

function plainCell(text: string, start: number, separator: string): { value: string; next: number } {
  let at = start
  while (at < text.length) {
    const char = text[at]
    if (char === separator || char === '\n' || char === '\r') break
    at++
  }
  return { value: text.slice(start, at), next: at }
}

const LONGEST_QUOTED = 100_000

/** A quoted value, or `undefined` when its closing quote is missing or not at the end of the value. */
function quotedCell(text: string, start: number, separator: string): { value: string; next: number } | undefined {
  let value = ''
  let from = start + 1
  while (value.length < LONGEST_QUOTED) {
    const quote = text.indexOf('"', from)
    if (quote < 0 || quote - from > LONGEST_QUOTED) return undefined
    value += text.slice(from, quote)
    if (text[quote + 1] === '"') {
      value += '"'
      from = quote + 2
      continue
    }
    const next = text[quote + 1]
    const ends = next === undefined || next === separator || next === '\n' || next === '\r'
    return ends ? { value, next: quote + 1 } : undefined
  }
  return undefined
}

/** Reads a text file of separated values. Throws `RefusedFile` for bytes that are no table. */
export async function readCsv(bytes: Uint8Array, rows: RowCollector, breathe: Breathe): Promise<{ sheet: RawSheet; shape: TextShape }> {
  const decoded = decodeText(bytes)
  const announced = announcedSeparator(decoded.text)
  const text = decoded.text.slice(announced?.length ?? (decoded.text.startsWith('\uFEFF') ? 1 : 0))
  const separator = announced?.separator ?? detectSeparator(text)
  if (!separator) throw new RefusedFile('notATable')
  const sheet = rows.open('')
  let row = announced ? 1 : 0
  for (const cells of csvRows(text, separator, (at) => rows.warn('unevenQuotes', at, 0))) {
    row++
    rows.add(row, csvCells(cells, rows, row))
    if (row % 256 === 0) await breathe(row / (row + 10_000))
  }
  return { sheet, shape: { encoding: decoded.encoding, separator } }
}

function csvCells(values: string[], rows: RowCollector, row: number): Cell[] {
  const cells: Cell[] = []
  for (let column = 0; column < values.length; column++) {
    // Excel writes ="0123" to keep a leading zero.
    const value = values[column]!.replace(/^="(.*)"$/s, '$1')
    const cell = /^#(N\/A|SAKNAS!|REF!|NAMN\?|NAME\?|DIV\/0!|DIVISION\/0!|VALUE!|VÄRDEFEL!)$/.test(value.trim())
      ? null
      : rows.text(value, row, column)
    if (cell === null && value.trim() !== '') rows.warn('errorValue', row, column)
    if (cell === null) continue
    rows.checkColumn(column)
    cells[column] = cell
  }
  return cells
}
