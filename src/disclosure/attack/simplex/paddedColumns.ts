import type { Columns } from './luFactor.ts'

/** Entries of each column that are read without asking how many there are. */
const width = 4

/**
 * The columns that are not basic, by place, filled up with noughts to the same length (what is longer goes on in the matrix): read one after the other
 * without a branch.
 */
export class PaddedColumns {
  readonly #columns: Columns
  readonly #column: Int32Array
  readonly #index: Int32Array
  readonly #value: Float64Array

  constructor(columns: Columns, chosen: Int32Array) {
    this.#columns = columns
    this.#column = new Int32Array(chosen.length)
    this.#index = new Int32Array(width * chosen.length)
    this.#value = new Float64Array(width * chosen.length)
    chosen.forEach((column, place) => this.put(place, column))
  }

  put(place: number, column: number): void {
    const { start, index, value } = this.#columns
    this.#column[place] = column
    const length = start[column + 1]! - start[column]!
    for (let at = 0; at < width; at++) {
      const entry = start[column]! + at
      this.#index[width * place + at] = at < length ? 2 * index[entry]! : 0
      this.#value[width * place + at] = at < length ? value[entry]! : 0
    }
  }

  /** Products of each column with two vectors that are given entry by entry. */
  times(pair: Float64Array, first: Float64Array, second: Float64Array): void {
    const index = this.#index
    const value = this.#value
    const { start, index: rest, value: factor } = this.#columns
    for (let place = 0, at = 0; place < first.length; place++, at += width) {
      const i = index[at]!
      const j = index[at + 1]!
      const k = index[at + 2]!
      const l = index[at + 3]!
      const a = value[at]!
      const b = value[at + 1]!
      const c = value[at + 2]!
      const d = value[at + 3]!
      let one = a * pair[i]! + b * pair[j]! + (c * pair[k]! + d * pair[l]!)
      let other = a * pair[i + 1]! + b * pair[j + 1]! + (c * pair[k + 1]! + d * pair[l + 1]!)
      const column = this.#column[place]!
      for (let entry = start[column]! + width; entry < start[column + 1]!; entry++) {
        one += factor[entry]! * pair[2 * rest[entry]!]!
        other += factor[entry]! * pair[2 * rest[entry]! + 1]!
      }
      first[place] = one
      second[place] = other
    }
  }
}
