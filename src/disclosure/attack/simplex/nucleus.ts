import { Pool } from './pool.ts'
import type { LowerTriangle, UpperTriangle } from './triangles.ts'

/** Part of the largest entry of its row that a pivot has to have, at least. */
const threshold = 0.1
const tiny = 1e-11
/** A smaller pivot means that the columns depend on each other. */
const leastPivot = 1e-7
/** Rows looked at for each pivot. */
const mostLooked = 4

/** What is told of each pivot, and where the factors go: those of L, and the rows of U as steps from column to row. */
export interface Elimination {
  lower: LowerTriangle
  upper: UpperTriangle
  take(row: number, column: number, pivot: number): void
}

/** The part of a matrix in which every row and column has several entries: the entry that fills least is taken among those large enough (Markowitz 1957). */
export class Nucleus {
  /** By row its columns and values; by column its rows. */
  readonly rows: Pool
  readonly #columns: Pool
  /** By length the first of the rows that are so long, and by row the next and the one before: none is -1. */
  readonly #first: Int32Array
  readonly #next: Int32Array
  readonly #before: Int32Array
  /** By column where the row of the pivot has it, else -1, and the last row that was seen to have it as well. */
  readonly #placeIn: Int32Array
  readonly #seen: Int32Array
  /** Where the entry is that was chosen last. */
  #chosen = -1

  constructor(size: number) {
    this.rows = new Pool(size)
    this.#columns = new Pool(size)
    this.#first = new Int32Array(size + 1)
    this.#next = new Int32Array(size)
    this.#before = new Int32Array(size)
    this.#placeIn = new Int32Array(size).fill(-1)
    this.#seen = new Int32Array(size)
  }

  clear(): void {
    this.rows.clear()
    this.#columns.clear()
    this.#first.fill(-1)
  }

  /** A column is in these rows, but for those that are done. */
  addColumn(column: number, rows: Int32Array, from: number, to: number, isDone: Uint8Array): void {
    const columns = this.#columns
    columns.open(column, to - from)
    const { index, start, length } = columns
    for (let at = from; at < to; at++) if (isDone[rows[at]!] === 0) index[start[column]! + length[column]!++] = rows[at]!
  }

  /** A row has all its entries. */
  close(row: number): void {
    const first = this.#first[this.rows.length[row]!]!
    this.#next[row] = first
    this.#before[row] = -1
    if (first >= 0) this.#before[first] = row
    this.#first[this.rows.length[row]!] = row
  }

  /** A row is to change, or is done. */
  #reopen(row: number): void {
    const [before, next] = [this.#before[row]!, this.#next[row]!]
    if (before >= 0) this.#next[before] = next
    else this.#first[this.rows.length[row]!] = next
    if (next >= 0) this.#before[next] = before
  }

  /** Takes so many pivots. False when there are not as many. */
  eliminate(pivots: number, elimination: Elimination): boolean {
    const [rows, columns] = [this.rows, this.#columns]
    for (let left = pivots; left > 0; left--) {
      const row = this.#choose()
      if (row < 0) return false
      const column = rows.index[this.#chosen]!
      const pivot = rows.value[this.#chosen]!
      if (Math.abs(pivot) < leastPivot) return false
      this.#reopen(row)
      rows.remove(row, this.#chosen)
      this.#mark(row, elimination.upper)
      elimination.take(row, column, pivot)
      for (let at = columns.start[column]!, end = at + columns.length[column]!; at < end; at++) {
        if (columns.index[at] !== row) this.#subtract(row, columns.index[at]!, column, pivot, elimination.lower)
      }
      for (let at = rows.start[row]!, end = at + rows.length[row]!; at < end; at++) this.#placeIn[rows.index[at]!] = -1
    }
    return true
  }

  /** The row of a pivot goes into U, and is put down by column. */
  #mark(row: number, upper: UpperTriangle): void {
    const { index, value, start, length } = this.rows
    for (let at = start[row]!, end = at + length[row]!; at < end; at++) {
      const column = index[at]!
      upper.add(row, column, value[at]!)
      this.#columns.drop(column, row)
      this.#placeIn[column] = at
      this.#seen[column] = row
    }
  }

  /** The row of the entry with the fewest others in its row and column, of the shortest rows; where that is is in `#chosen`. -1: none. */
  #choose(): number {
    let best = -1
    let least = Infinity
    let looked = 0
    for (let length = 1; length < this.#first.length && looked < mostLooked && least > (length - 1) ** 2; length++) {
      for (let row = this.#first[length]!; row >= 0 && looked < mostLooked && least > 0; row = this.#next[row]!) {
        looked++
        const cost = this.#leastFill(row, least)
        if (cost < least) {
          best = row
          least = cost
        }
      }
    }
    return best
  }

  #leastFill(row: number, most: number): number {
    const [{ index, value, start, length }, columns] = [this.rows, this.#columns]
    const end = start[row]! + length[row]!
    let largest = 0
    for (let at = start[row]!; at < end; at++) if (Math.abs(value[at]!) > largest) largest = Math.abs(value[at]!)
    let least = most
    for (let at = start[row]!; at < end; at++) {
      const cost = (length[row]! - 1) * (columns.length[index[at]!]! - 1)
      if (cost >= least || Math.abs(value[at]!) < threshold * largest) continue
      least = cost
      this.#chosen = at
    }
    return least
  }

  /** Takes the row of the pivot from another, so that the column of the pivot leaves it. */
  #subtract(row: number, other: number, column: number, pivot: number, lower: LowerTriangle): void {
    const [rows, columns, placeIn, seen] = [this.rows, this.#columns, this.#placeIn, this.#seen]
    const { index, value, start, length } = rows
    this.#reopen(other)
    const own = rows.find(other, column)
    const factor = value[own]! / pivot
    rows.remove(other, own)
    lower.add(other, row, factor)
    let missing = length[row]!
    for (let begin = start[other]!, at = begin + length[other]! - 1; at >= begin; at--) {
      const one = index[at]!
      const place = placeIn[one]!
      if (place < 0) continue
      seen[one] = other
      missing--
      const left = value[at]! - factor * value[place]!
      value[at] = left
      if (Math.abs(left) > tiny) continue
      columns.drop(one, other)
      rows.remove(other, at)
    }
    if (missing > 0) this.#fill(row, other, factor)
    this.close(other)
  }

  /** What another row did not have of the row of the pivot. */
  #fill(row: number, other: number, factor: number): void {
    const [rows, columns, seen] = [this.rows, this.#columns, this.#seen]
    for (let place = 0; place < rows.length[row]!; place++) {
      // Filling may move all lists, so where they are is asked each time.
      const at = rows.start[row]! + place
      const one = rows.index[at]!
      if (seen[one] === other) continue
      columns.add(one, other, 0)
      rows.add(other, one, -factor * rows.value[at]!)
    }
  }
}
