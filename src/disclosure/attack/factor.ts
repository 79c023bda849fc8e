import type { Sparse } from '../tables/rows.ts'
import type { Component } from './components.ts'
import { noDeadline } from './deadline.ts'

const tiny = 1e-9

interface Line {
  index: Int32Array
  value: Float64Array
}

/**
 * The sums of a component, eliminated: M = L·U by rows, each row of U with a pivot column that no later row holds. The columns without
 * pivot are free; all others follow from them. Sums that follow from earlier ones are left out.
 */
export class Factor {
  /** For each pivot in order: number of the sum, own column, row of U, and the earlier rows of U that were subtracted (row of L). */
  readonly rows: number[] = []
  readonly pivots: number[] = []
  readonly upper: Line[] = []
  readonly lower: Line[] = []
  /** For each column the number of its pivot, or -1 when it is free. */
  readonly pivotOf: Int32Array
  /** The columns that the row being eliminated has touched, and by column the last row that did so. */
  #touched: number[] = []
  readonly #touchedBy: Int32Array
  /** The pivots that are to be subtracted from it: a heap. */
  readonly #waiting: number[] = []

  constructor(component: Component, sums: Sparse, columnOf: Int32Array, deadline = noDeadline) {
    const width = component.cells.length
    this.pivotOf = new Int32Array(width).fill(-1)
    this.#touchedBy = new Int32Array(width).fill(-1)
    const sizes = component.rows.map((row) => countIn(sums, row, columnOf))
    const uses = new Int32Array(width)
    for (const row of component.rows) eachIn(sums, row, columnOf, (column) => uses[column]!++)
    const order = Int32Array.from(component.rows.keys()).sort((a, b) => sizes[a]! - sizes[b]! || a - b)
    const work = new Float64Array(width)
    for (const at of order) {
      deadline.check()
      this.#eliminate(component.rows[at]!, sums, columnOf, work, uses)
    }
  }

  #eliminate(row: number, sums: Sparse, columnOf: Int32Array, work: Float64Array, uses: Int32Array): void {
    this.#touched = []
    const { start, index: cells, sign } = sums
    for (let at = start[row]!; at < start[row + 1]!; at++) {
      const column = columnOf[cells[at]!]!
      if (column < 0) continue
      work[column]! += sign[at]!
      this.#touch(column, row)
    }
    const waiting = this.#waiting
    const [used, factors]: [number[], number[]] = [[], []]
    while (waiting.length > 0) {
      const pivot = pop(waiting)
      const { index, value } = this.upper[pivot]!
      const factor = work[this.pivots[pivot]!]!
      if (Math.abs(factor) < tiny) continue
      const scaled = factor / value[0]!
      for (let at = 0; at < index.length; at++) {
        work[index[at]!]! -= scaled * value[at]!
        this.#touch(index[at]!, row)
      }
      used.push(pivot)
      factors.push(scaled)
    }
    const left = this.#touched.filter((column) => Math.abs(work[column]!) >= tiny && this.pivotOf[column]! < 0)
    if (left.length > 0) this.#addPivot(row, left, work, uses, { index: Int32Array.from(used), value: Float64Array.from(factors) })
    for (const column of this.#touched) work[column] = 0
  }

  #touch(column: number, row: number): void {
    if (this.#touchedBy[column] === row) return
    this.#touchedBy[column] = row
    this.#touched.push(column)
    if (this.pivotOf[column]! >= 0) push(this.#waiting, this.pivotOf[column]!)
  }

  /** The pivot is the column that stands in the fewest sums; it comes first in its row. */
  #addPivot(row: number, left: number[], work: Float64Array, uses: Int32Array, lower: Line): void {
    const cost = (column: number): number => uses[column]! + (Math.abs(Math.abs(work[column]!) - 1) < tiny ? 0 : 1e6)
    const pivot = left.reduce((best, column) => (cost(column) < cost(best) ? column : best))
    const index = [pivot, ...left.filter((column) => column !== pivot)]
    this.pivotOf[pivot] = this.pivots.length
    this.rows.push(row)
    this.pivots.push(pivot)
    this.lower.push(lower)
    this.upper.push({ index: Int32Array.from(index), value: Float64Array.from(index, (column) => snap(work[column]!)) })
  }

  /** Multipliers y of the sums (in the order of `rows`) with y·M = `goal` on the pivot columns. `goal` is used up. */
  multipliers(goal: Float64Array): Float64Array {
    const y = new Float64Array(this.rows.length)
    for (let pivot = 0; pivot < y.length; pivot++) {
      const { index, value } = this.upper[pivot]!
      const factor = goal[index[0]!]! / value[0]!
      if (factor === 0) continue
      y[pivot] = factor
      for (let at = 0; at < index.length; at++) goal[index[at]!]! -= factor * value[at]!
    }
    for (let pivot = y.length - 1; pivot >= 0; pivot--) {
      if (y[pivot] === 0) continue
      const { index, value } = this.lower[pivot]!
      for (let at = 0; at < index.length; at++) y[index[at]!]! -= y[pivot]! * value[at]!
    }
    return y
  }
}

/** Whole numbers stay whole: almost all entries are 0, 1 or −1. */
export function snap(value: number): number {
  const whole = Math.round(value)
  return Math.abs(value - whole) < tiny ? whole : value
}

function countIn(sums: Sparse, row: number, columnOf: Int32Array): number {
  let count = 0
  eachIn(sums, row, columnOf, () => count++)
  return count
}

function eachIn({ start, index, sign }: Sparse, row: number, columnOf: Int32Array, use: (column: number, sign: number) => void): void {
  for (let at = start[row]!; at < start[row + 1]!; at++) {
    const column = columnOf[index[at]!]!
    if (column >= 0) use(column, sign[at]!)
  }
}

function push(heap: number[], value: number): void {
  let at = heap.push(value) - 1
  while (at > 0 && heap[(at - 1) >> 1]! > value) {
    heap[at] = heap[(at - 1) >> 1]!
    at = (at - 1) >> 1
  }
  heap[at] = value
}

function pop(heap: number[]): number {
  const least = heap[0]!
  const value = heap.pop()!
  let at = 0
  for (let below = 1; below < heap.length; below = 2 * at + 1) {
    if (below + 1 < heap.length && heap[below + 1]! < heap[below]!) below++
    if (heap[below]! >= value) break
    heap[at] = heap[below]!
    at = below
  }
  if (heap.length > 0) heap[at] = value
  return least
}
