import type { Steps } from './steps.ts'

/** Part of the largest entry of its row that a pivot has to have, at least. */
const threshold = 0.1
const tiny = 1e-11
/** A smaller pivot means that the columns hang together. */
const leastPivot = 1e-7
/** Rows looked at for each pivot. */
const mostLooked = 4

/** What is told of each pivot, and where the factors go: those of L, and the rows of U as steps from column to row. */
export interface Elimination {
  lower: Steps
  upper: Steps
  take(row: number, column: number, pivot: number): void
}

/** The part of a matrix in which every row and column has several entries: the entry that fills least is taken among those large enough (Markowitz 1957). */
export class Nucleus {
  /** By row its columns and values, by column its rows. */
  readonly #columnsOf: number[][]
  readonly #valuesOf: number[][]
  readonly #rowsOf: number[][]
  /** Rows by the number of their columns, among others that had so many. */
  #byLength: number[][] = []
  readonly #isDone: Uint8Array
  readonly #placeIn: Int32Array
  /** Where in its row the last entry chosen is. */
  #chosen = -1

  constructor(size: number) {
    this.#columnsOf = Array.from({ length: size }, () => [])
    this.#valuesOf = Array.from({ length: size }, () => [])
    this.#rowsOf = Array.from({ length: size }, () => [])
    this.#isDone = new Uint8Array(size)
    this.#placeIn = new Int32Array(size).fill(-1)
  }

  clear(): void {
    for (const lists of [this.#columnsOf, this.#valuesOf, this.#rowsOf]) for (const list of lists) list.length = 0
    this.#byLength = []
    this.#isDone.fill(0)
  }

  add(row: number, column: number, value: number): void {
    this.#columnsOf[row]!.push(column)
    this.#valuesOf[row]!.push(value)
    this.#rowsOf[column]!.push(row)
  }

  /** A row has all its entries. */
  close(row: number): void {
    ;(this.#byLength[this.#columnsOf[row]!.length] ??= []).push(row)
  }

  /** Takes so many pivots. False when there are not as many. */
  eliminate(pivots: number, elimination: Elimination): boolean {
    for (let left = pivots; left > 0; left--) {
      const row = this.#choose()
      if (row < 0) return false
      const [columns, values, at] = [this.#columnsOf[row]!, this.#valuesOf[row]!, this.#chosen]
      const [column, pivot] = [columns[at]!, values[at]!]
      if (Math.abs(pivot) < leastPivot) return false
      remove(columns, at)
      remove(values, at)
      this.#isDone[row] = 1
      for (let place = 0; place < columns.length; place++) {
        elimination.upper.add(row, columns[place]!, values[place]!)
        drop(this.#rowsOf[columns[place]!]!, row)
      }
      elimination.take(row, column, pivot)
      for (const other of this.#rowsOf[column]!) if (other !== row) this.#subtract(row, other, column, pivot, elimination.lower)
    }
    return true
  }

  /** The row of the entry with the fewest others in its row and column, of the shortest rows; its place in the row is in `#chosen`. -1: none. */
  #choose(): number {
    let best = -1
    let least = Infinity
    let looked = 0
    for (let length = 1; length < this.#byLength.length && looked < mostLooked && least > (length - 1) ** 2; length++) {
      const rows = this.#byLength[length]
      if (!rows) continue
      for (let place = rows.length - 1; place >= 0 && looked < mostLooked; place--) {
        const row = rows[place]!
        if (this.#isDone[row] === 1 || this.#columnsOf[row]!.length !== length) {
          remove(rows, place)
          continue
        }
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
    const columns = this.#columnsOf[row]!
    const values = this.#valuesOf[row]!
    let largest = 0
    for (let at = 0; at < values.length; at++) if (Math.abs(values[at]!) > largest) largest = Math.abs(values[at]!)
    let least = most
    for (let at = 0; at < values.length; at++) {
      const cost = (values.length - 1) * (this.#rowsOf[columns[at]!]!.length - 1)
      if (cost >= least || Math.abs(values[at]!) < threshold * largest) continue
      least = cost
      this.#chosen = at
    }
    return least
  }

  /** Takes the row of the pivot from another, so that the column of the pivot leaves it. */
  #subtract(row: number, other: number, column: number, pivot: number, lower: Steps): void {
    const columns = this.#columnsOf[other]!
    const values = this.#valuesOf[other]!
    const placeIn = this.#placeIn
    const own = columns.indexOf(column)
    const factor = values[own]! / pivot
    remove(columns, own)
    remove(values, own)
    lower.add(other, row, factor)
    for (let at = 0; at < columns.length; at++) placeIn[columns[at]!] = at
    const subtracted = this.#columnsOf[row]!
    const by = this.#valuesOf[row]!
    for (let at = 0; at < subtracted.length; at++) {
      const place = placeIn[subtracted[at]!]!
      if (place >= 0) values[place]! -= factor * by[at]!
      else {
        columns.push(subtracted[at]!)
        values.push(-factor * by[at]!)
        this.#rowsOf[subtracted[at]!]!.push(other)
      }
    }
    for (let at = columns.length - 1; at >= 0; at--) {
      placeIn[columns[at]!] = -1
      if (Math.abs(values[at]!) > tiny) continue
      drop(this.#rowsOf[columns[at]!]!, other)
      remove(columns, at)
      remove(values, at)
    }
    this.close(other)
  }
}

/** Without keeping the order. */
function remove(list: number[], at: number): void {
  list[at] = list.at(-1)!
  list.pop()
}

function drop(list: number[], one: number): void {
  remove(list, list.indexOf(one))
}
