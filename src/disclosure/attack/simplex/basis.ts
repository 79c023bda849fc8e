import { LuFactor, type Columns, type Factors } from './luFactor.ts'
import { Steps } from './steps.ts'

/** Exchanges after which the factors are made anew. */
const mostExchanges = 45
const tiny = 1e-13

/**
 * The basic columns B of a simplex method, B = L·R·U: after each exchange U gets the column that comes as its last, and R the step that makes it triangular
 * again (Forrest & Tomlin 1972).
 */
export class Basis {
  /** At each row the basic column that has its pivot there. */
  readonly columns: Int32Array
  readonly #factor: LuFactor
  readonly #factors: Factors
  /** The column that comes, before U, and the row that goes, after U: of the last solves. */
  readonly #coming: Float64Array
  readonly #going: Float64Array
  #exchanges = 0

  constructor(matrix: Columns, columns: Int32Array) {
    const size = columns.length
    this.columns = columns
    this.#factor = new LuFactor(matrix, size)
    this.#factors = { lower: new Steps(8 * size), upper: new Steps(8 * size), inverse: new Float64Array(size) }
    this.#coming = new Float64Array(size)
    this.#going = new Float64Array(size)
  }

  /** Makes the factors anew. False when the columns hang together. */
  factorise(): boolean {
    this.#exchanges = 0
    return this.#factor.factorise(this.columns, this.#factors)
  }

  get isWorn(): boolean {
    return this.#exchanges >= mostExchanges
  }

  /** x ← B⁻¹·x. */
  solve(x: Float64Array): void {
    const { lower, upper, inverse } = this.#factors
    lower.forwards(x)
    this.#coming.set(x)
    upper.backwards(x)
    for (let row = 0; row < x.length; row++) x[row]! *= inverse[row]!
  }

  /** Two vectors in one, entry by entry, each times B⁻ᵀ. */
  solveTransposed(pair: Float64Array): void {
    const { lower, upper, inverse } = this.#factors
    for (let row = 0; row < inverse.length; row++) {
      pair[2 * row]! *= inverse[row]!
      pair[2 * row + 1]! *= inverse[row]!
    }
    upper.transposedForwards(pair)
    for (let row = 0; row < inverse.length; row++) this.#going[row] = pair[2 * row]!
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
    for (let other = 0; other < going.length; other++) {
      if (going[other] !== 0 && Math.abs(going[other]!) > tiny && other !== row) lower.add(row, other, -diagonal * going[other]!)
      if (coming[other] !== 0 && Math.abs(coming[other]!) > tiny && other !== row) upper.add(other, row, coming[other]! * scale)
    }
    this.columns[row] = column
    this.#exchanges++
  }
}
