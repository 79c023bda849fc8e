import { Arena } from './arena.ts'
import type { Columns } from './luFactor.ts'

/** Entries of each column that are read without asking how many there are: what the kernel `products` takes. */
const width = 4

/**
 * The columns that are not basic, by place, filled up with noughts to the same length (what is longer goes on in the matrix): read one after the other
 * without a branch.
 */
export class PaddedColumns {
  /** What each column is along the first of the two vectors given last, and across, along the second: entry by entry. */
  readonly products: Float64Array
  readonly #arena: Arena
  readonly #columns: Columns
  /** The places of columns that are longer, each with where it is in this list, else -1. */
  readonly #long: number[] = []
  readonly #whereLong: Int32Array
  readonly #column: Int32Array
  readonly #index: Int32Array
  readonly #value: Float64Array

  constructor(columns: Columns, chosen: Int32Array, arena: Arena) {
    this.#arena = arena
    this.#columns = columns
    this.#column = new Int32Array(chosen.length)
    this.#whereLong = new Int32Array(chosen.length).fill(-1)
    this.products = arena.numbers(2 * chosen.length)
    this.#index = arena.wholes(width * chosen.length)
    this.#value = arena.numbers(width * chosen.length)
    chosen.forEach((column, place) => this.put(place, column))
  }

  /** Bytes that so many columns take of their arena. */
  static bytes(places: number): number {
    return Arena.bytes([2 * places, width * places], [width * places])
  }

  put(place: number, column: number): void {
    const { start, index, value } = this.#columns
    this.#column[place] = column
    const length = start[column + 1]! - start[column]!
    for (let at = 0; at < width; at++) {
      const entry = start[column]! + at
      this.#index[width * place + at] = at < length ? index[entry]! : 0
      this.#value[width * place + at] = at < length ? value[entry]! : 0
    }
    if (length > width !== this.#whereLong[place]! >= 0) this.#turn(place)
  }

  /** A place that had a short column has a long one now, or the other way round. */
  #turn(place: number): void {
    const [long, where] = [this.#long, this.#whereLong]
    if (where[place]! < 0) {
      where[place] = long.push(place) - 1
      return
    }
    const last = long.pop()!
    if (last !== place) long[where[place]!] = last
    where[last] = where[place]!
    where[place] = -1
  }

  /** Products of each column with two vectors that are given entry by entry. */
  multiply(pair: Float64Array): void {
    const { products } = this
    const places = this.#column.length
    this.#arena.kernels.products(this.#index.byteOffset, this.#value.byteOffset, places, pair.byteOffset, products.byteOffset)
    const { start, index, value } = this.#columns
    for (const place of this.#long) {
      const column = this.#column[place]!
      for (let entry = start[column]! + width; entry < start[column + 1]!; entry++) {
        products[2 * place]! += value[entry]! * pair[2 * index[entry]!]!
        products[2 * place + 1]! += value[entry]! * pair[2 * index[entry]! + 1]!
      }
    }
  }
}
