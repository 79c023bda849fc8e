import { Arena } from './arena.ts'
import { LuFactor, type Columns, type Factors } from './luFactor.ts'
import { LowerTriangle, triangleBytes, UpperTriangle, type Room } from './triangles.ts'

/** Exchanges after which the factors are made anew. */
const mostExchanges = 75
/** Entries of each factor for each row: far more than the bases of tables ever had (3). */
const mostEntries = 32
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
    this.#factor = new LuFactor(matrix, size)
    this.#factors = {
      ...{ lower: new LowerTriangle(arena, roomFor(size)), upper: new UpperTriangle(arena, roomFor(size)) },
      inverse: arena.numbers(size),
    }
    this.#coming = arena.numbers(size)
    this.#going = arena.numbers(size)
    this.#found = arena.wholes(size + 1)
  }

  /** Bytes that a basis of so many rows takes of its arena. */
  static bytes(rows: number): number {
    return triangleBytes(roomFor(rows)) + Arena.bytes([rows, rows, rows], [rows + 1])
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
    lower.solve(x)
    this.#coming.set(x)
    upper.solve(x)
    this.#arena.kernels.scale(x.byteOffset, inverse.byteOffset, inverse.length)
  }

  /** Two vectors in one, entry by entry, each times B⁻ᵀ. */
  solveTransposed(pair: Float64Array): void {
    const { lower, upper, inverse } = this.#factors
    this.#arena.kernels.scalePairs(pair.byteOffset, inverse.byteOffset, inverse.length)
    upper.solveTransposed(pair)
    this.#arena.kernels.firsts(pair.byteOffset, this.#going.byteOffset, inverse.length)
    lower.solveTransposed(pair)
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
    lower.exchange(row, this.#entries(going), going, -diagonal)
    upper.exchange(row, this.#entries(coming), coming, inverse[row]!)
    this.columns[row] = column
    this.#exchanges++
  }

  /** Where a vector is not nought. */
  #entries(vector: Float64Array): Int32Array {
    const count = this.#arena.kernels.gather(vector.byteOffset, vector.length, this.#found.byteOffset, tiny)
    return this.#found.subarray(0, count)
  }
}

const roomFor = (rows: number): Room => ({ steps: mostEntries * rows, exchanges: mostExchanges, rows })
