import { Nucleus } from './nucleus.ts'
import type { LowerTriangle, UpperTriangle } from './triangles.ts'

/** Columns of a sparse matrix: entries of one are at `start[column]` up to `start[column + 1]`. */
export interface Columns {
  readonly start: Int32Array
  readonly index: Int32Array
  readonly value: Float64Array
}

/** Where the factors go: B = L·U. */
export interface Factors {
  lower: LowerTriangle
  upper: UpperTriangle
  /** One by diagonal entry of U, by row. */
  inverse: Float64Array
}

/**
 * B = L·U of square sparse matrices, one after the other in the same memory: rows and columns with a single entry first, then the entry that fills least
 * among those large enough (Markowitz 1957; Suhl & Suhl 1990).
 */
export class LuFactor {
  readonly #matrix: Columns
  readonly #size: number
  #basic: Int32Array = new Int32Array(0)
  readonly #count: Int32Array
  readonly #isRowDone: Uint8Array
  readonly #isColumnDone: Uint8Array
  /** By column of B the row of its pivot, and by row how many came before that. */
  readonly #rowOfColumn: Int32Array
  readonly #turnOfRow: Int32Array
  #turn = 0
  readonly #nucleus: Nucleus

  constructor(matrix: Columns, size: number) {
    this.#matrix = matrix
    this.#size = size
    this.#count = new Int32Array(size)
    this.#isRowDone = new Uint8Array(size)
    this.#isColumnDone = new Uint8Array(size)
    this.#rowOfColumn = new Int32Array(size)
    this.#turnOfRow = new Int32Array(size)
    this.#nucleus = new Nucleus(size)
  }

  /**
   * Factorises the columns in `basic`, and orders them so that each is at the row of its pivot. Says whether that could be done: false when they hang
   * together, or the factors have more entries than there is room for.
   */
  factorise(basic: Int32Array, factors: Factors): boolean {
    this.#begin(basic)
    factors.lower.clear()
    factors.upper.clear()
    this.#takeSingleColumns(factors)
    this.#takeSingleRows(factors)
    if (this.#turn < this.#size && !this.#takeOthers(factors)) return false
    if (factors.lower.isOverfull || factors.upper.isOverfull) return false
    this.#order(basic)
    factors.lower.finish(this.#turnOfRow)
    factors.upper.finish(this.#turnOfRow, this.#rowOfColumn, factors.inverse)
    return true
  }

  /** Puts down B by rows. */
  #begin(basic: Int32Array): void {
    const { start, index, value } = this.#matrix
    const { rows } = this.#nucleus
    const count = this.#count.fill(0)
    this.#basic = basic
    for (const column of basic) for (let at = start[column]!; at < start[column + 1]!; at++) count[index[at]!]!++
    this.#nucleus.clear()
    for (let row = 0; row < this.#size; row++) rows.open(row, count[row]!)
    const [columnAt, valueAt, begin, length] = [rows.index, rows.value, rows.start, rows.length]
    for (let column = 0; column < this.#size; column++) {
      for (let at = start[basic[column]!]!, end = start[basic[column]! + 1]!; at < end; at++) {
        const row = index[at]!
        const place = begin[row]! + length[row]!++
        columnAt[place] = column
        valueAt[place] = value[at]!
      }
    }
    this.#isRowDone.fill(0)
    this.#isColumnDone.fill(0)
    this.#turn = 0
  }

  #take(row: number, column: number, pivot: number, { inverse }: Factors): void {
    this.#isRowDone[row] = this.#isColumnDone[column] = 1
    this.#rowOfColumn[column] = row
    this.#turnOfRow[row] = this.#turn++
    inverse[row] = 1 / pivot
  }

  /** A column that is in one row only: that row is of U, nothing is subtracted. */
  #takeSingleColumns(factors: Factors): void {
    const { start, index } = this.#matrix
    const count = this.#count
    const { rows } = this.#nucleus
    const single: number[] = []
    for (let column = 0; column < this.#size; column++) {
      count[column] = start[this.#basic[column]! + 1]! - start[this.#basic[column]!]!
      if (count[column] === 1) single.push(column)
    }
    for (let next = 0; next < single.length; next++) {
      const column = single[next]!
      if (count[column] !== 1) continue
      let entry = start[this.#basic[column]!]!
      while (this.#isRowDone[index[entry]!] === 1) entry++
      const row = index[entry]!
      let pivot = 0
      for (let at = rows.start[row]!, end = at + rows.length[row]!; at < end; at++) {
        const other = rows.index[at]!
        if (other === column) pivot = rows.value[at]!
        else if (this.#isColumnDone[other] === 0) {
          factors.upper.add(row, other, rows.value[at]!)
          if (--count[other]! === 1) single.push(other)
        }
      }
      this.#take(row, column, pivot, factors)
    }
  }

  /** A row that has one column only: its column is of L, and nothing else changes. */
  #takeSingleRows(factors: Factors): void {
    const { start, index, value } = this.#matrix
    const count = this.#count
    const { rows } = this.#nucleus
    const single: number[] = []
    for (let row = 0; row < this.#size; row++) {
      if (this.#isRowDone[row] === 1) continue
      rows.sift(row, this.#isColumnDone)
      count[row] = rows.length[row]!
      if (count[row] === 1) single.push(row)
    }
    for (let next = 0; next < single.length; next++) {
      const row = single[next]!
      if (count[row] !== 1) continue
      let place = rows.start[row]!
      while (this.#isColumnDone[rows.index[place]!] === 1) place++
      const column = rows.index[place]!
      const pivot = rows.value[place]!
      this.#take(row, column, pivot, factors)
      for (let at = start[this.#basic[column]!]!; at < start[this.#basic[column]! + 1]!; at++) {
        const other = index[at]!
        if (this.#isRowDone[other] === 1) continue
        factors.lower.add(other, row, value[at]! / pivot)
        if (--count[other]! === 1) single.push(other)
      }
    }
  }

  #takeOthers(factors: Factors): boolean {
    const { start, index } = this.#matrix
    const nucleus = this.#nucleus
    for (let row = 0; row < this.#size; row++) {
      if (this.#isRowDone[row] === 1) continue
      if (this.#count[row]! < nucleus.rows.length[row]!) nucleus.rows.sift(row, this.#isColumnDone)
      nucleus.close(row)
    }
    for (let column = 0; column < this.#size; column++) {
      if (this.#isColumnDone[column] === 1) continue
      const [from, to] = [start[this.#basic[column]!]!, start[this.#basic[column]! + 1]!]
      nucleus.addColumn(column, index, from, to, this.#isRowDone)
    }
    const take = (row: number, column: number, pivot: number): void => this.#take(row, column, pivot, factors)
    return nucleus.eliminate(this.#size - this.#turn, { lower: factors.lower, upper: factors.upper, take })
  }

  #order(basic: Int32Array): void {
    const before = basic.slice()
    for (let column = 0; column < this.#size; column++) basic[this.#rowOfColumn[column]!] = before[column]!
  }
}
