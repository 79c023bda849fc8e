import { allocate, missingValue } from '../participations/factColumns.ts'
import type { ColumnType } from '../participations/factColumns.ts'

/** A column to read: its name (for messages) and how it is kept. */
export interface CopiedColumn {
  name: string
  type: ColumnType
}

type Column = Uint8Array | Uint16Array | Int32Array | Uint32Array

const signature = Uint8Array.of(0x50, 0x47, 0x43, 0x4f, 0x50, 0x59, 0x0a, 0xff, 0x0d, 0x0a, 0x00)
const headerLength = signature.length + 8
const endMarker = -1
const blockRows = 2048
/** Least and largest value of each kind of column; a set or a key comes as four bytes with the same bits. */
const limits: Record<ColumnType, [number, number]> = {
  u8: [0, 255],
  u16: [0, 65535],
  i32: [-(2 ** 31), 2 ** 31 - 1],
  u32: [-(2 ** 31), 2 ** 31 - 1],
}

/**
 * Reads a stream of PostgreSQL `COPY … TO STDOUT (FORMAT binary)` of int2, int4 and four-byte columns straight into typed arrays.
 * Chunks may end anywhere. NULL becomes the column's missing value. Throws on anything else than it expects.
 * Format: PostgreSQL documentation, COPY, "Binary Format".
 */
export class CopyReader {
  #columns: readonly CopiedColumn[]
  #arrays: Column[]
  #capacity: number
  #rows = 0
  // Values of the rows not yet moved to the arrays, column after column.
  #block: Int32Array
  #blockCount = 0
  #rest = new Uint8Array(0)
  #state: 'header' | 'rows' | 'ended' = 'header'

  /**
   * @param columns the columns of the COPY, in its order
   * @param expectedRows how many rows to make room for at first
   */
  constructor(columns: readonly CopiedColumn[], expectedRows = 1024) {
    this.#columns = columns
    this.#capacity = Math.max(1, expectedRows)
    this.#arrays = columns.map(({ type }) => allocate(type, this.#capacity))
    this.#block = new Int32Array(columns.length * blockRows)
  }

  /** Takes the next bytes of the stream. */
  push(chunk: Uint8Array): void {
    const bytes = this.#rest.length > 0 ? joined(this.#rest, chunk) : chunk
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    let offset = 0
    if (this.#state === 'header') offset = this.#readHeader(bytes, view)
    if (this.#state === 'rows') offset = this.#readRows(view, offset)
    if (this.#state === 'ended' && offset < bytes.length) throw new Error('Bytes after the end of the COPY stream')
    this.#rest = bytes.slice(offset)
  }

  /** Ends the reading; gives the arrays in column order, of exact length. Throws when the stream was cut off. */
  finish(): { rows: number; arrays: Column[] } {
    if (this.#state !== 'ended') throw new Error(`The COPY stream was cut off after ${this.#rows + this.#blockCount} rows`)
    this.#flush()
    return { rows: this.#rows, arrays: this.#arrays.map((array) => array.subarray(0, this.#rows)) }
  }

  #readHeader(bytes: Uint8Array, view: DataView): number {
    if (bytes.length < headerLength) return 0
    if (signature.some((byte, at) => bytes[at] !== byte)) throw new Error('Not a binary COPY stream')
    if (view.getInt32(signature.length) !== 0) throw new Error('Unknown flags in the COPY stream')
    const end = headerLength + view.getInt32(signature.length + 4)
    if (bytes.length < end) return 0
    this.#state = 'rows'
    return end
  }

  /** Reads whole rows; gives where the first row that is not all there begins. */
  #readRows(view: DataView, start: number): number {
    const longest = 2 + this.#columns.length * 8
    let offset = start
    while (offset + 2 <= view.byteLength) {
      const count = view.getInt16(offset)
      if (count === endMarker) {
        this.#state = 'ended'
        return offset + 2
      }
      if (count !== this.#columns.length) throw new Error(`Row of ${count} columns, expected ${this.#columns.length}`)
      if (offset + longest > view.byteLength && !isWhole(view, offset, count)) return offset
      offset = readRow(view, offset + 2, count, this.#block, this.#blockCount++, this.#columns)
      if (this.#blockCount === blockRows) this.#flush()
    }
    return offset
  }

  /** Moves the block into the arrays, which convert to their own width. */
  #flush(): void {
    const rows = this.#rows + this.#blockCount
    if (rows > this.#capacity) this.#grow(Math.max(rows, this.#capacity * 2))
    for (const [at, { name, type }] of this.#columns.entries()) {
      const values = this.#block.subarray(at * blockRows, at * blockRows + this.#blockCount)
      demandWithin(values, limits[type], name)
      this.#arrays[at]!.set(values, this.#rows)
    }
    this.#rows = rows
    this.#blockCount = 0
  }

  #grow(capacity: number): void {
    this.#capacity = capacity
    this.#arrays = this.#arrays.map((array, at) => {
      const larger = allocate(this.#columns[at]!.type, capacity) as Column
      larger.set(array)
      return larger
    })
  }
}

function isWhole(view: DataView, row: number, count: number): boolean {
  let offset = row + 2
  for (let at = 0; at < count; at++) {
    if (offset + 4 > view.byteLength) return false
    offset += 4 + Math.max(0, view.getInt32(offset))
  }
  return offset <= view.byteLength
}

/** Reads the fields of one row into the block; gives the offset after it. */
function readRow(view: DataView, start: number, count: number, block: Int32Array, row: number, columns: readonly CopiedColumn[]): number {
  let offset = start
  for (let at = 0; at < count; at++) {
    const length = view.getInt32(offset)
    offset += 4
    const slot = at * blockRows + row
    if (length === 2) block[slot] = view.getInt16(offset)
    else if (length === 4) block[slot] = view.getInt32(offset)
    else if (length === -1) block[slot] = missingValue[columns[at]!.type]
    else throw new Error(`Column ${columns[at]!.name} has a field of ${length} bytes; only int2 and int4 can be read`)
    if (length > 0) offset += length
  }
  return offset
}

function demandWithin(values: Int32Array, [least, most]: [number, number], name: string): void {
  for (let k = 0; k < values.length; k++) {
    const value = values[k]!
    if (value < least || value > most) throw new RangeError(`${value} does not fit the column ${name}`)
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}
