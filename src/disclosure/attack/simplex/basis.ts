import { Arena } from './arena.ts'
import { LuFactor, type Columns, type Factors } from './luFactor.ts'
import { Steps } from './steps.ts'

/** Exchanges after which the factors are made anew. */
const mostExchanges = 45
/** Entries of each factor for each row, of which an exchange may take one: far more than the bases of tables ever had (3). */
const room = 32 + mostExchanges
const tiny = 1e-13

/**
 * The basic columns B of a simplex method, B = L·R·U: after each exchange U gets the column that comes as its last, and R the step that makes it triangular
 * again (Forrest & Tomlin 1972). Vectors are of its arena.
 */
export class Basis {
  /** At each row the basic column that has its pivot there. */
  readonly columns: Int32Array
  readonly #arena: Arena
  readonly #factor: LuFactor
  readonly #factors: Factors
  /** The column that comes, before U, and the row that goes, after U: of the last solves. */
  readonly #coming: Float64Array
  readonly #going: Float64Array
  readonly #found: Int32Array
  #exchanges = 0

  constructor(matrix: Columns, columns: Int32Array, arena: Arena) {
    const size = columns.length
    this.columns = columns
    this.#arena = arena
    this.#factor = new LuFactor(matrix, size, arena, room * size)
    this.#factors = { lower: new Steps(arena, room * size), upper: new Steps(arena, room * size), inverse: arena.numbers(size) }
    this.#coming = arena.numbers(size)
    this.#going = arena.numbers(size)
    this.#found = arena.wholes(size + 1)
  }

  /** Bytes that a basis of so many rows takes of its arena. */
  static bytes(rows: number): number {
    const entries = room * rows
    const each = <T>(times: number, one: T): T[] => new Array<T>(times).fill(one)
    return Arena.bytes([...each(3, rows), ...each(3, entries)], [rows + 1, ...each(6, entries)])
  }

  /** Makes the factors anew. False when the columns depend on each other, or need more room than there is. */
  factorise(): boolean {
    this.#exchanges = 0
    return this.#factor.factorise(this.columns, this.#factors)
  }

  get isWorn(): boolean {
    const { lower, upper } = this.#factors
    return this.#exchanges >= mostExchanges || lower.isOverfull || upper.isOverfull
  }

  /** x ← B⁻¹·x. */
  solve(x: Float64Array): void {
    const { lower, upper, inverse } = this.#factors
    lower.forwards(x)
    this.#coming.set(x)
    upper.backwards(x)
    this.#arena.kernels.scale(x.byteOffset, inverse.byteOffset, inverse.length)
  }

  /** Two vectors in one, entry by entry, each times B⁻ᵀ. */
  solveTransposed(pair: Float64Array): void {
    const { lower, upper, inverse } = this.#factors
    this.#arena.kernels.scalePairs(pair.byteOffset, inverse.byteOffset, inverse.length)
    upper.transposedForwards(pair)
    this.#arena.kernels.firsts(pair.byteOffset, this.#going.byteOffset, inverse.length)
    lower.transposedBackwards(pair)
  }

  /**
   * Another column at a row. The last `solve` was of that column, and the first vector of the last `solveTransposed` the unit vector of the row.
   * @param pivot what the solved column has at the row
   */
  exchange(row: number, column: number, pivot: number): void {
    const { lower, upper, inverse } = this.#factors
    const [coming, going] = [this.#coming, this.#going]
    const diagonal = 1 / inverse[row]!
    upper.forget(row)
    inverse[row]! /= pivot
    const scale = inverse[row]!
    for (const other of this.#entries(going)) if (other !== row) lower.add(row, other, -diagonal * going[other]!)
    for (const other of this.#entries(coming)) if (other !== row) upper.add(other, row, coming[other]! * scale)
    this.columns[row] = column
    this.#exchanges++
  }

  /** Where a vector is not nought. */
  #entries(vector: Float64Array): Int32Array {
    const count = this.#arena.kernels.gather(vector.byteOffset, vector.length, this.#found.byteOffset, tiny)
    return this.#found.subarray(0, count)
  }
}
