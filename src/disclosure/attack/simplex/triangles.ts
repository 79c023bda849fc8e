import type { Arena } from './arena.ts'
import { Groups } from './groups.ts'
import { Steps } from './steps.ts'

// Both triangles are kept twice, so that steps that follow each other go to different places both ways: none waits for the one before.

/** Room for the steps of a triangle, for the exchanges that follow, and rows. */
export interface Room {
  steps: number
  exchanges: number
  rows: number
}

const groupsIn = ({ exchanges, rows }: Room): number => Groups.room(exchanges, rows)

/** Bytes that both triangles take of their arena. */
export const triangleBytes = (room: Room): number => 4 * Steps.bytes(room.steps) + 2 * Groups.bytes(groupsIn(room))

/** L, and after it one row for each exchange. */
export class LowerTriangle {
  readonly #columns: Steps
  readonly #rows: Steps
  readonly #exchanged: Groups
  readonly #starts: Int32Array
  readonly #twin: Int32Array

  constructor(arena: Arena, room: Room) {
    this.#columns = new Steps(arena, room.steps)
    this.#rows = new Steps(arena, room.steps)
    this.#exchanged = new Groups(arena, groupsIn(room))
    this.#starts = new Int32Array(room.rows + 1)
    this.#twin = new Int32Array(room.steps)
  }

  get isOverfull(): boolean {
    return this.#columns.isOverfull || this.#exchanged.isOverfull
  }

  clear(): void {
    this.#columns.clear()
    this.#exchanged.clear()
  }

  /** Steps come column by column, in the order of pivots. */
  add(to: number, from: number, value: number): void {
    this.#columns.add(to, from, value)
  }

  /** All steps are there. @param turn of each row's pivot */
  finish(turn: Int32Array): void {
    this.#columns.sortInto(this.#rows, 'to', turn, this.#starts, this.#twin)
  }

  /** What the row of an exchange gets from others: minus `by` times what a vector has at these places. */
  exchange(row: number, places: Int32Array, vector: Float64Array, by: number): void {
    this.#exchanged.add(row, places, vector, by)
  }

  /** x ← (L·R)⁻¹·x. */
  solve(x: Float64Array): void {
    this.#columns.forwards(x)
    this.#exchanged.gather(x)
  }

  /** Both vectors, given entry by entry, times (L·R)⁻ᵀ. */
  solveTransposed(pair: Float64Array): void {
    this.#exchanged.scatterPairs(pair)
    this.#rows.transposedBackwards(pair)
  }
}

/** U but for its diagonal, and behind it one column for each exchange. */
export class UpperTriangle {
  readonly #rows: Steps
  readonly #columns: Steps
  readonly #exchanged: Groups
  readonly #turn: Int32Array
  /** By turn where steps begin, and by step where it is among the others. */
  readonly #rowStarts: Int32Array
  readonly #columnStarts: Int32Array
  readonly #inColumns: Int32Array
  readonly #inRows: Int32Array

  constructor(arena: Arena, room: Room) {
    this.#rows = new Steps(arena, room.steps)
    this.#columns = new Steps(arena, room.steps)
    this.#exchanged = new Groups(arena, groupsIn(room))
    this.#turn = new Int32Array(room.rows)
    this.#rowStarts = new Int32Array(room.rows + 1)
    this.#columnStarts = new Int32Array(room.rows + 1)
    this.#inColumns = new Int32Array(room.steps)
    this.#inRows = new Int32Array(room.steps)
  }

  get isOverfull(): boolean {
    return this.#rows.isOverfull || this.#exchanged.isOverfull
  }

  clear(): void {
    this.#rows.clear()
    this.#exchanged.clear()
  }

  /** Steps come row by row, in the order of pivots. */
  add(row: number, column: number, value: number): void {
    this.#rows.add(row, column, value)
  }

  /**
   * All steps are there.
   * @param turn of each row's pivot
   * @param rowOf the row of each column's pivot
   * @param inverse one by each row's pivot
   */
  finish(turn: Int32Array, rowOf: Int32Array, inverse: Float64Array): void {
    this.#rows.rename(rowOf, inverse)
    this.#turn.set(turn)
    this.#rows.findStarts(turn, this.#rowStarts)
    this.#rows.sortInto(this.#columns, 'from', turn, this.#columnStarts, this.#inColumns)
    for (let at = 0; at < this.#rows.size; at++) this.#inRows[this.#inColumns[at]!] = at
  }

  /** Another column, now the last: at these places `by` times what a vector has. */
  exchange(row: number, places: Int32Array, vector: Float64Array, by: number): void {
    this.#exchanged.add(row, places, vector, by)
  }

  /** Takes out the row and the column of a place. */
  forget(place: number): void {
    const turn = this.#turn[place]!
    for (let at = this.#rowStarts[turn]!; at < this.#rowStarts[turn + 1]!; at++) {
      this.#rows.void(at)
      this.#columns.void(this.#inColumns[at]!)
    }
    for (let at = this.#columnStarts[turn]!; at < this.#columnStarts[turn + 1]!; at++) {
      this.#columns.void(at)
      this.#rows.void(this.#inRows[at]!)
    }
    this.#exchanged.forget(place)
  }

  /** x ← U⁻¹·x, but for the diagonal. */
  solve(x: Float64Array): void {
    this.#exchanged.scatter(x)
    this.#columns.backwards(x)
  }

  /** Both vectors, given entry by entry, times U⁻ᵀ, but for the diagonal. */
  solveTransposed(pair: Float64Array): void {
    this.#rows.transposedForwards(pair)
    this.#exchanged.gatherPairs(pair)
  }
}
