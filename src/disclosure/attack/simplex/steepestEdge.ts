import { noDeadline, type Deadline } from '../deadline.ts'
import { snap } from '../factor.ts'
import { valueAt, type Functional, type Maximiser, type Multipliers } from '../polytope.ts'
import { Arena } from './arena.ts'
import { Basis } from './basis.ts'
import type { Columns } from './luFactor.ts'
import { PaddedColumns } from './paddedColumns.ts'
import { blockingRow, roomOf, type BasicValues } from './ratioTest.ts'
import { standsUp } from './secondLook.ts'

/** Stands for "no bound": what is reached above half of it is unbounded. */
const far = 1e6
/** A column gains if its reduced cost is larger. */
const leastGain = 1e-7
/** How far a vertex may lie beyond the bounds themselves, by rounding. */
const mostBeyond = 1e-7
/** So much less than the target will do, since sums of thirds are not whole. */
const nearTarget = 1e-7
/** Times that it is gone on when an optimum does not stand up to a second look. */
const mostRounds = 4

/**
 * Maximises one linear function after another over M·z = 0 within bounds, each from where the last one ended: the revised primal simplex method with
 * steepest edge (Goldfarb & Reid 1977; Forrest & Goldfarb 1992, algorithm II). What solvers do not do is keep the weights from one function to the next,
 * which halves the pivots. Nor are bounds loosened against going round in circles: in tables whose counts nearly all lie at a bound nothing ends then. The few
 * pivots that lead nowhere come to an end by themselves, or it gives up.
 */
export class SteepestEdge implements Maximiser {
  readonly z: Float64Array
  readonly #lower: Float64Array
  readonly #upper: Float64Array
  readonly #deadline: Deadline
  readonly #matrix: Columns & { rows: ArrayLike<number> }
  readonly #basis: Basis
  readonly #cost: Float64Array
  readonly #basic: BasicValues
  /** The columns that are not basic, by place: value, bounds, reduced cost, and 1 + |B⁻¹·column|². */
  readonly #free: Int32Array
  readonly #padded: PaddedColumns
  readonly #at: Float64Array
  readonly #from: Float64Array
  readonly #to: Float64Array
  readonly #gain: Float64Array
  readonly #weight: Float64Array
  /** B⁻¹ · the column that enters. */
  readonly #entering: Float64Array
  /** The row of B⁻¹ of the column that leaves, and B⁻ᵀ·entering, entry by entry. */
  readonly #pair: Float64Array
  readonly #arena: Arena
  /** Else the first columns depend on each other, or their factors have no room: nothing can be said. */
  #isReady: boolean
  /** The columns that are basic to begin with, and those that are not. */
  readonly #first: { basic: Int32Array; free: Int32Array }

  /**
   * @param basic independent columns, as many as M has rows: they are basic to begin with
   * @param lower at most 0, so that z = 0 is possible
   * @param upper at least 0
   * Throws a `RangeError` when there is no memory for it.
   */
  constructor(
    matrix: Columns & { rows: ArrayLike<number> },
    basic: Int32Array,
    lower: Float64Array,
    upper: Float64Array,
    deadline = noDeadline,
  ) {
    const [rows, columns] = [basic.length, lower.length]
    this.#deadline = deadline
    this.#matrix = matrix
    this.#lower = lower.map((bound) => Math.max(bound, -far))
    this.#upper = upper.map((bound) => Math.min(bound, far))
    ;[this.z, this.#cost] = [new Float64Array(columns), new Float64Array(columns)]
    const places = columns - rows
    const arena = Arena.take(
      Basis.bytes(rows) +
        PaddedColumns.bytes(places) +
        Arena.bytes([rows, rows, rows, rows, 2 * rows, ...new Array<number>(5).fill(places)], []),
    )
    this.#arena = arena
    this.#basis = new Basis(matrix, basic.slice(), arena)
    this.#basic = { x: arena.numbers(rows), low: arena.numbers(rows), high: arena.numbers(rows) }
    this.#entering = arena.numbers(rows)
    this.#pair = arena.numbers(2 * rows)
    const isBasic = new Uint8Array(columns)
    for (const column of basic) isBasic[column] = 1
    this.#first = { basic, free: Int32Array.from(isBasic.keys()).filter((column) => isBasic[column] === 0) }
    this.#free = this.#first.free.slice()
    this.#padded = new PaddedColumns(matrix, this.#free, arena)
    this.#at = arena.numbers(places)
    ;[this.#from, this.#to] = [arena.numbers(places), arena.numbers(places)]
    this.#gain = arena.numbers(places)
    // Exact ones would take as many solves; an exchange makes those it changes nearly so.
    this.#weight = arena.numbers(places).fill(1)
    this.#isReady = this.#beginAtTruth()
  }

  reset(): void {
    this.#basis.columns.set(this.#first.basic)
    this.#free.set(this.#first.free)
    this.#free.forEach((column, place) => this.#padded.put(place, column))
    this.#weight.fill(1)
    this.z.fill(0)
    this.#isReady = this.#beginAtTruth()
  }

  /** At z = 0, which is within the bounds whatever the basis is. */
  #beginAtTruth(): boolean {
    this.#at.fill(0)
    for (const [place, column] of this.#free.entries()) {
      this.#from[place] = this.#lower[column]!
      this.#to[place] = this.#upper[column]!
    }
    return this.#begin()
  }

  /** Factors made anew, and what follows from them. False when the columns have come to depend on each other. */
  #begin(): boolean {
    if (!this.#basis.factorise()) return false
    const { columns } = this.#basis
    for (let row = 0; row < columns.length; row++) {
      this.#basic.low[row] = this.#lower[columns[row]!]!
      this.#basic.high[row] = this.#upper[columns[row]!]!
    }
    this.#follow(this.#basic.x)
    this.#price()
    return true
  }

  /** What the basic columns are, by row, as the others are. */
  #follow(x: Float64Array): void {
    const at = this.#at
    const { start, index, value } = this.#matrix
    x.fill(0)
    for (let place = 0; place < at.length; place++) {
      const column = this.#free[place]!
      for (let entry = start[column]!; entry < start[column + 1]!; entry++) x[index[entry]!]! -= value[entry]! * at[place]!
    }
    this.#basis.solve(x)
  }

  #solve(column: number): void {
    const { start, index, value } = this.#matrix
    this.#entering.fill(0)
    for (let entry = start[column]!; entry < start[column + 1]!; entry++) this.#entering[index[entry]!] = value[entry]!
    this.#basis.solve(this.#entering)
  }

  /** Reduced costs: how much the function grows with each column that is not basic. */
  #price(): void {
    const [pair, gain, { columns }] = [this.#pair.fill(0), this.#gain, this.#basis]
    for (let row = 0; row < columns.length; row++) pair[2 * row] = this.#cost[columns[row]!]!
    this.#basis.solveTransposed(pair)
    this.#padded.multiply(pair)
    const { products } = this.#padded
    for (let place = 0; place < gain.length; place++) gain[place] = this.#cost[this.#free[place]!]! - products[2 * place]!
  }

  #aim({ index, value }: Functional, sign: 1 | -1): void {
    this.#cost.fill(0)
    for (let at = 0; at < index.length; at++) this.#cost[index[at]!]! += sign * value[at]!
    this.#price()
  }

  /** `Maximiser.maximise`. NaN when it had to give up: nothing is known then. */
  maximise(functional: Functional, sign: 1 | -1, target = Infinity): number {
    if (!this.#isReady) return Number.NaN
    this.#aim(functional, sign)
    for (let round = 0; round < mostRounds; round++) {
      const isThere = this.#climb(target)
      if (isThere === undefined) return Number.NaN
      this.#price()
      // What gains add up to on the way may be more than what is reached.
      if (this.#choose() >= 0 && !(isThere && this.#worth() >= target - nearTarget)) continue
      const isWithin = this.#settle()
      if (isWithin && standsUp(this.#matrix, this.#basis.columns, this.z, this.#cost, this.#pair, this.#entering)) {
        const reached = sign * valueAt(functional, this.z)
        return reached > far / 2 ? Infinity : snap(reached)
      }
      // The same basis would be the optimum again: only another way to it helps.
      if (!(isWithin ? this.#begin() : this.#beginAtTruth())) return Number.NaN
    }
    return Number.NaN
  }

  /** Pivots until the target, or until no column gains: says whether it is there. Undefined when there are too many, or the factors have become worthless. */
  #climb(target: number): boolean | undefined {
    let missing = target - nearTarget - this.#worth()
    let left = 1000 + 20 * this.#entering.length
    for (let place = this.#choose(); place >= 0; place = this.#choose()) {
      if (missing <= 0) return true
      this.#deadline.check()
      const gain = Math.abs(this.#gain[place]!)
      const step = this.#step(place)
      if (left-- === 0 || step === undefined) return undefined
      missing -= gain * step
    }
    return false
  }

  #worth(): number {
    const [cost, { x }, at, free, { columns }] = [this.#cost, this.#basic, this.#at, this.#free, this.#basis]
    let sum = 0
    for (let row = 0; row < columns.length; row++) sum += cost[columns[row]!]! * x[row]!
    for (let place = 0; place < free.length; place++) sum += cost[free[place]!]! * at[place]!
    return sum
  }

  /** Puts `z` where this is, told afresh. Says whether that is within the bounds, as it nearly always is. */
  #settle(): boolean {
    const [z, free, { columns }, { low, high }] = [this.z, this.#free, this.#basis, this.#basic]
    for (let place = 0; place < free.length; place++) z[free[place]!] = this.#at[place]!
    this.#follow(this.#entering)
    let isWithin = true
    for (let row = 0; row < columns.length; row++) {
      const one = snap(this.#entering[row]!)
      z[columns[row]!] = one
      isWithin &&= one >= low[row]! - mostBeyond && one <= high[row]! + mostBeyond
    }
    return isWithin
  }

  /** The place of the column that gains most for the way that all go together; -1 at the optimum. */
  #choose(): number {
    const [gain, weight, at, from, to] = [this.#gain, this.#weight, this.#at, this.#from, this.#to].map(({ byteOffset }) => byteOffset)
    return this.#arena.kernels.steepest(gain!, weight!, at!, from!, to!, this.#gain.length, leastGain)
  }

  /** Moves one column as far as it and those that follow can go, and exchanges it for the one that stopped it. Gives the step; undefined when that made the factors worthless. */
  #step(place: number): number | undefined {
    const [{ x }, entering] = [this.#basic, this.#entering]
    this.#solve(this.#free[place]!)
    const direction = this.#gain[place]! > 0 ? 1 : -1
    const own = direction > 0 ? this.#to[place]! - this.#at[place]! : this.#at[place]! - this.#from[place]!
    const row = blockingRow(this.#arena.kernels, this.#basic, entering, direction, own)
    const step = row < 0 ? own : roomOf(this.#basic, entering, direction, row)
    const by = direction * step
    this.#arena.kernels.advance(x.byteOffset, entering.byteOffset, x.length, by)
    if (row >= 0) return this.#exchange(place, row, direction, by) ? step : undefined
    this.#at[place] = direction > 0 ? this.#to[place]! : this.#from[place]!
    return step
  }

  #exchange(place: number, row: number, direction: 1 | -1, by: number): boolean {
    const [{ x, low, high }, entering, pair] = [this.#basic, this.#entering, this.#pair]
    const pivot = entering[row]!
    const norm = 1 + this.#arena.kernels.pairUp(entering.byteOffset, pair.byteOffset, entering.length)
    pair[2 * row] = 1
    this.#basis.solveTransposed(pair)
    const gain = this.#gain[place]! / pivot
    this.#update(gain, pivot, norm)
    const [coming, leaving] = [this.#free[place]!, this.#basis.columns[row]!]
    this.#free[place] = leaving
    this.#padded.put(place, leaving)
    this.#gain[place] = -gain
    this.#weight[place] = Math.max(1, norm / pivot ** 2)
    x[row] = this.#at[place]! + by
    this.#at[place] = direction * pivot < 0 ? high[row]! : low[row]!
    ;[this.#from[place], low[row]] = [low[row]!, this.#from[place]!]
    ;[this.#to[place], high[row]] = [high[row]!, this.#to[place]!]
    this.#basis.exchange(row, coming, pivot)
    return !this.#basis.isWorn || this.#begin()
  }

  /** Gains and weights of the others after an exchange. */
  #update(by: number, pivot: number, norm: number): void {
    this.#padded.multiply(this.#pair)
    const [gain, weight, { products }] = [this.#gain, this.#weight, this.#padded]
    this.#arena.kernels.update(gain.byteOffset, weight.byteOffset, products.byteOffset, gain.length, by, 1 / pivot, norm)
  }

  multipliers(functional: Functional, sign: 1 | -1): Multipliers {
    this.#aim(functional, sign)
    return { rows: this.#matrix.rows, value: this.#pair.filter((_, at) => at % 2 === 0) }
  }

  dispose(): void {
    this.#arena.release()
  }
}
