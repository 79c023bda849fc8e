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
  /**
   * The places of columns that are longer, each with where it is in this list, else -1. They go on behind all others, in that order, and the few that are
   * longer still in the matrix.
   */
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
    const room = roomFor(chosen.length)
    this.products = arena.numbers(2 * room)
    this.#index = arena.wholes(width * room)
    this.#value = arena.numbers(width * room)
    chosen.forEach((column, place) => this.put(place, column))
  }

  /** Bytes that so many columns take of their arena. */
  static bytes(places: number): number {
    const room = roomFor(places)
    return Arena.bytes([2 * room, width * room], [width * room])
  }

  put(place: number, column: number): void {
    const { start } = this.#columns
    this.#column[place] = column
    const length = start[column + 1]! - start[column]!
    this.#fill(place, start[column]!, length)
    if (length > width !== this.#whereLong[place]! >= 0) this.#turn(place)
    if (length > width) this.#fill(this.#column.length + this.#whereLong[place]!, start[column]! + width, length - width)
  }

  /** Puts entries from one on at a place, as many as it holds. */
  #fill(place: number, first: number, length: number): void {
    const { index, value } = this.#columns
    for (let at = 0; at < width; at++) {
      this.#index[width * place + at] = at < length ? index[first + at]! : 0
      this.#value[width * place + at] = at < length ? value[first + at]! : 0
    }
  }

  /** A place that had a short column has a long one now, or the other way round. */
  #turn(place: number): void {
    const [long, where] = [this.#long, this.#whereLong]
    if (where[place]! < 0) {
      where[place] = long.push(place) - 1
      return
    }
    const last = long.pop()!
    const [from, to] = [width * (this.#column.length + long.length), width * (this.#column.length + where[place]!)]
    this.#index.copyWithin(to, from, from + width)
    this.#value.copyWithin(to, from, from + width)
    if (last !== place) long[where[place]!] = last
    where[last] = where[place]!
    where[place] = -1
  }

  /** Products of each column with two vectors that are given entry by entry. */
  multiply(pair: Float64Array): void {
    const { products } = this
    const [long, places] = [this.#long, this.#column.length]
    const { kernels } = this.#arena
    kernels.products(this.#index.byteOffset, this.#value.byteOffset, places + long.length, pair.byteOffset, products.byteOffset)
    const { start, index, value } = this.#columns
    for (let at = 0; at < long.length; at++) {
      const place = long[at]!
      const column = this.#column[place]!
      products[2 * place]! += products[2 * (places + at)]!
      products[2 * place + 1]! += products[2 * (places + at) + 1]!
      for (let entry = start[column]! + 2 * width; entry < start[column + 1]!; entry++) {
        products[2 * place]! += value[entry]! * pair[2 * index[entry]!]!
        products[2 * place + 1]! += value[entry]! * pair[2 * index[entry]! + 1]!
      }
    }
    // Behind an odd number of places there must be noughts, as behind other vectors.
    products.fill(0, 2 * places, 2 * places + 2)
  }
}

/** All columns may be long, and there is one more place behind them. */
const roomFor = (places: number): number => 2 * places + 1
