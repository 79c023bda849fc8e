import { noDeadline, type Deadline } from './deadline.ts'
import { snap, type Factor } from './factor.ts'
import { valueAt, type Functional, type Multipliers, type Polytope } from './polytope.ts'

const epsilon = 1e-7
/** How far a column may lie beyond its bound. */
const tolerance = 1e-9
/** Pivots that go nowhere, one after the other, before bounds are loosened. */
const patience = 20
const loosening = 1e-4
/** Pivots after which the tableau is begun anew. */
const mostPivots = 100
/** A free column that was stopped by a loosened bound belongs on the whole number beside it. */
const nearest = (value: number): number => (Math.abs(value - Math.round(value)) < 100 * loosening ? Math.round(value) : value)

/**
 * All other tables with the same sums as the true one, as differences z from it: basic columns follow from the free (nonbasic) ones by a
 * dense tableau, which stays small since few columns of a sparing pattern are free. Maximises linear functions by the bounded
 * primal simplex method (Dantzig 1955), starting at z = 0, the truth; bounds are loosened after a run of pivots that go nowhere.
 */
export class NullSpace implements Polytope {
  readonly #basic: Int32Array
  readonly #free: Int32Array
  /** For each column: its row in the tableau, or −1 − its place among the free ones. */
  readonly #place: Int32Array
  readonly #tableau: Float64Array
  readonly #factor: Factor
  readonly #deadline: Deadline
  readonly lower: Float64Array
  readonly upper: Float64Array
  readonly z: Float64Array
  #objective: Float64Array
  /** Since the beginning. */
  #pivots = 0

  constructor(factor: Factor, lower: Float64Array, upper: Float64Array, deadline = noDeadline) {
    this.#deadline = deadline
    this.#factor = factor
    this.lower = lower
    this.upper = upper
    this.z = new Float64Array(factor.pivotOf.length)
    const [rows, width] = [factor.pivots.length, factor.pivotOf.length - factor.pivots.length]
    this.#basic = new Int32Array(rows)
    this.#free = new Int32Array(width)
    this.#place = new Int32Array(factor.pivotOf.length)
    this.#objective = new Float64Array(width)
    this.#tableau = new Float64Array(rows * width)
    this.#begin()
  }

  #addTo(row: number, column: number, factor: number): void {
    const width = this.#free.length
    const place = this.#place[column]!
    if (place < 0) this.#tableau[row * width - 1 - place]! += factor
    else for (let at = 0; at < width; at++) this.#tableau[row * width + at]! += factor * this.#tableau[place * width + at]!
  }

  reset(): void {
    this.z.fill(0)
  }

  /** The tableau in which the pivots of the factorisation are basic. */
  #begin(): void {
    const { pivots, pivotOf, upper: lines } = this.#factor
    this.#basic.set(pivots)
    this.#place.set(pivotOf)
    let at = 0
    pivotOf.forEach((pivot, column) => {
      if (pivot >= 0) return
      this.#free[at] = column
      this.#place[column] = -1 - at++
    })
    this.#tableau.fill(0)
    this.#pivots = 0
    for (let row = pivots.length - 1; row >= 0; row--) {
      this.#deadline.check()
      const { index, value } = lines[row]!
      for (let item = 1; item < index.length; item++) this.#addTo(row, index[item]!, -value[item]! / value[0]!)
    }
  }

  setBounds(column: number, lower: number, upper: number): void {
    this.lower[column] = lower
    this.upper[column] = upper
  }

  maximise(functional: Functional, sign: 1 | -1, target: number): number {
    // Pivots fill the tableau, so now and then the sparse one of the beginning is taken again; any z goes with any basis.
    if (this.#pivots >= mostPivots) this.#begin()
    const outcome = this.#climb(functional, sign, target, patience)
    if (outcome === 'stalled') return this.#climbLoosened(functional, sign, target)
    return outcome === 'unbounded' ? Infinity : snap(sign * valueAt(functional, this.z))
  }

  /** Pivots until the target, the optimum, or more than `patience` pivots one after the other that go nowhere. */
  #climb(functional: Functional, sign: 1 | -1, target: number, patience: number): 'done' | 'stalled' | 'unbounded' {
    let reached = sign * valueAt(functional, this.z)
    const most = 200 + 4 * this.#free.length
    for (let stalled = 0, moves = 0; reached < target - epsilon; moves++) {
      if (moves > most) return 'stalled'
      this.#deadline.check()
      this.#price(functional, sign)
      const entering = this.#entering()
      if (entering < 0) break
      const gain = this.#objective[entering]!
      const wanted = Math.max(1, Math.ceil((target - reached) / Math.abs(gain) - epsilon))
      const step = this.#move(entering, gain > 0 ? 1 : -1, wanted)
      if (step === Infinity) return 'unbounded'
      if (Number.isNaN(step)) return 'stalled'
      reached += step * Math.abs(gain)
      stalled = step > epsilon ? 0 : stalled + 1
      if (stalled > patience) return 'stalled'
    }
    return 'done'
  }

  /**
   * Bounds are loosened a little, each differently, so that no two are met at once and every pivot goes somewhere. The value at the true
   * bounds follows from the reduced costs (duality); the point is kept only if it is possible within the true bounds.
   */
  #climbLoosened(functional: Functional, sign: 1 | -1, target: number): number {
    const [lower, upper, before] = [this.lower.slice(), this.upper.slice(), this.z.slice()]
    for (let column = 0; column < lower.length; column++) {
      this.lower[column]! -= loosening * (1 + ((column * 0.618034) % 1))
      this.upper[column]! += loosening * (1 + ((column * 0.754878) % 1))
    }
    let outcome: 'done' | 'stalled' | 'unbounded'
    try {
      outcome = this.#climb(functional, sign, target, Infinity)
    } finally {
      this.lower.set(lower)
      this.upper.set(upper)
    }
    if (!this.#settle()) this.z.set(before)
    else if (outcome === 'done' && sign * valueAt(functional, this.z) >= target - epsilon) return snap(sign * valueAt(functional, this.z))
    if (outcome === 'unbounded') return Infinity
    if (outcome === 'stalled') return Number.NaN
    if (target < Infinity) return this.maximise(functional, sign, Infinity)
    this.#price(functional, sign)
    let bound = 0
    this.#free.forEach((column, at) => {
      const gain = this.#objective[at]!
      if (Math.abs(gain) >= epsilon) bound += gain * (gain > 0 ? upper[column]! : lower[column]!)
    })
    return snap(bound)
  }

  /** Brings the free columns within their bounds and lets the others follow. Says whether those are within theirs. */
  #settle(): boolean {
    const { z, lower, upper } = this
    const width = this.#free.length
    for (const column of this.#free) z[column] = snap(Math.min(upper[column]!, Math.max(lower[column]!, nearest(z[column]!))))
    for (let row = 0; row < this.#basic.length; row++) {
      let sum = 0
      for (let at = 0; at < width; at++) sum += this.#tableau[row * width + at]! * z[this.#free[at]!]!
      const column = this.#basic[row]!
      if (sum < lower[column]! - epsilon || sum > upper[column]! + epsilon) return false
      z[column] = snap(sum)
    }
    return true
  }

  /** Reduced costs of the free columns: how much the functional grows with each. */
  #price({ index, value }: Functional, sign: number): void {
    const width = this.#free.length
    this.#objective.fill(0)
    for (let at = 0; at < index.length; at++) {
      const place = this.#place[index[at]!]!
      const factor = sign * value[at]!
      if (place < 0) this.#objective[-1 - place]! += factor
      else for (let free = 0; free < width; free++) this.#objective[free]! += factor * this.#tableau[place * width + free]!
    }
  }

  multipliers(functional: Functional, sign: 1 | -1): Multipliers {
    this.#price(functional, sign)
    const goal = new Float64Array(this.z.length)
    for (let at = 0; at < functional.index.length; at++) goal[functional.index[at]!]! += sign * functional.value[at]!
    this.#free.forEach((column, at) => (goal[column]! -= snap(this.#objective[at]!)))
    return { rows: this.#factor.rows, value: this.#factor.multipliers(goal) }
  }

  follows(column: number, from: number): boolean {
    const [own, other] = [this.#rowOf(column), this.#rowOf(from)]
    let ratio = 0
    for (let at = 0; at < own.length; at++) {
      const free = this.#free[at]!
      if (this.lower[free] === this.upper[free] || (own[at] === 0 && other[at] === 0)) continue
      if (own[at] === 0 || other[at] === 0) return false
      if (ratio === 0) ratio = own[at]! / other[at]!
      else if (Math.abs(own[at]! - ratio * other[at]!) > epsilon) return false
    }
    return true
  }

  /** How a column depends on the free ones. */
  #rowOf(column: number): Float64Array {
    const width = this.#free.length
    const place = this.#place[column]!
    if (place >= 0) return this.#tableau.subarray(place * width, (place + 1) * width)
    const row = new Float64Array(width)
    row[-1 - place] = 1
    return row
  }

  dispose(): void {
    // Nothing outside the language's own memory is held.
  }

  #entering(): number {
    let best = -1
    for (let at = 0; at < this.#free.length; at++) {
      const gain = this.#objective[at]!
      if (Math.abs(gain) < epsilon) continue
      const column = this.#free[at]!
      const room = gain > 0 ? this.upper[column]! - this.z[column]! : this.z[column]! - this.lower[column]!
      if (room < epsilon) continue
      if (best < 0 || Math.abs(gain) > Math.abs(this.#objective[best]!) + epsilon) best = at
    }
    return best
  }

  /** Moves one free column as far as it and all that follow from it can go, at most `wanted`. Gives the step. */
  #move(entering: number, direction: 1 | -1, wanted: number): number {
    const { z, lower, upper } = this
    const width = this.#free.length
    const column = this.#free[entering]!
    const own = direction > 0 ? upper[column]! - z[column]! : z[column]! - lower[column]!
    const blocking = this.#blocking(entering, direction, Math.min(own, wanted))
    const step = blocking < 0 ? Math.min(own, wanted) : Math.max(0, this.#room(blocking, entering, direction))
    if (step === Infinity) return step
    z[column] = snap(z[column]! + direction * step)
    for (let row = 0, at = entering; row < this.#basic.length; row++, at += width) {
      if (this.#tableau[at] !== 0) z[this.#basic[row]!] = snap(z[this.#basic[row]!]! + direction * step * this.#tableau[at]!)
    }
    if (blocking < 0) return step
    // A pivot on next to nothing would make the tableau worthless.
    if (Math.abs(this.#tableau[blocking * width + entering]!) < 1e-5) return Number.NaN
    this.#pivot(blocking, entering)
    return step
  }

  /** How far the free column can go until the basic one of a row meets its bound. */
  #room(row: number, entering: number, direction: 1 | -1): number {
    const rate = this.#tableau[row * this.#free.length + entering]! * direction
    const column = this.#basic[row]!
    return ((rate > 0 ? this.upper[column]! : this.lower[column]!) - this.z[column]!) / rate
  }

  /** The row that stops first, before `limit`; of several that stop nearly at once the one with the largest entry (Harris 1973). -1: none. */
  #blocking(entering: number, direction: 1 | -1, limit: number): number {
    const { z, lower, upper } = this
    const width = this.#free.length
    let nearest = limit
    for (let row = 0, at = entering; row < this.#basic.length; row++, at += width) {
      const rate = this.#tableau[at]! * direction
      const column = this.#basic[row]!
      if (rate > epsilon) nearest = Math.min(nearest, (upper[column]! - z[column]! + tolerance) / rate)
      else if (rate < -epsilon) nearest = Math.min(nearest, (lower[column]! - z[column]! - tolerance) / rate)
    }
    if (nearest >= limit) return -1
    let best = -1
    let largest = 0
    for (let row = 0, at = entering; row < this.#basic.length; row++, at += width) {
      const size = Math.abs(this.#tableau[at]!)
      if (size > largest + epsilon && this.#room(row, entering, direction) <= nearest) [best, largest] = [row, size]
    }
    return best
  }

  /** The basic column of `row` becomes free, the free one `entering` basic. */
  #pivot(row: number, entering: number): void {
    this.#pivots++
    const width = this.#free.length
    const tableau = this.#tableau
    const own = tableau.subarray(row * width, (row + 1) * width)
    const inverse = 1 / own[entering]!
    own[entering] = -1
    for (let at = 0; at < width; at++) own[at] = snap(-own[at]! * inverse)
    const changed: number[] = []
    for (let at = 0; at < width; at++) if (own[at] !== 0) changed.push(at)
    for (let other = 0, start = 0; other < this.#basic.length; other++, start += width) {
      const factor = tableau[start + entering]!
      if (factor === 0 || other === row) continue
      tableau[start + entering] = 0
      for (let place = 0; place < changed.length; place++) {
        const at = changed[place]!
        const value = tableau[start + at]! + factor * own[at]!
        tableau[start + at] = value < 1e-11 && value > -1e-11 ? 0 : value
      }
    }
    const [leaving, coming] = [this.#basic[row]!, this.#free[entering]!]
    this.#basic[row] = coming
    this.#free[entering] = leaving
    this.#place[coming] = row
    this.#place[leaving] = -1 - entering
  }
}
