import type { Vector } from './expansion.ts'
import { invert, multiply } from './modular.ts'

/**
 * What a linear attacker knows (Gaussian elimination mod p): the span of the published cells is divided out of the vectors of the others.
 * A vector that has become empty is determined; two that are proportional determine each other.
 */
export class Elimination {
  readonly #vectors: (Vector | undefined)[]
  readonly #p: number
  /** For each parameter, the cells whose vectors hold it or have held it. */
  readonly #holders: number[][]
  readonly #held: Int32Array
  readonly #isWatched: Uint8Array
  readonly #keys = new Map<number, number>()
  /** For each cell, two pseudo-random linear functions of its vector: they follow it without being summed anew. */
  readonly #sums: readonly [Float64Array, Float64Array]
  /** Where a vector is put together before it is copied out at its length. */
  #room: Vector = { index: new Int32Array(256), value: new Float64Array(256) }

  /** Flags of parameters that the attacker knows to be no smaller, or no larger, than they are. */
  readonly #tight: Uint8Array | undefined

  /**
   * @param watched the cells that must not be determined; vectors of cells that are neither watched nor asked about may be left undefined
   * @param tight flags of the parameters that lie at a bound the attacker knows: a cell made of such alone may tell them all (3 = 1 + 1 + 1)
   */
  constructor(vectors: readonly (Vector | undefined)[], watched: Iterable<number>, p: number, tight?: Uint8Array) {
    this.#tight = tight
    this.#vectors = [...vectors]
    this.#p = p
    this.#holders = vectors.map(() => [])
    this.#held = new Int32Array(vectors.length)
    this.#isWatched = new Uint8Array(vectors.length)
    this.#sums = [
      functionOf(vectors, residues(vectors.length, 0x9e3779b9, p), p),
      functionOf(vectors, residues(vectors.length, 0x85ebca6b, p), p),
    ]
    vectors.forEach((vector, cell) => vector?.index.forEach((param) => this.#hold(param, cell)))
    for (const cell of watched) {
      this.#isWatched[cell] = 1
      this.#count(cell, 1)
    }
  }

  /** What publishing the cell would mean: it follows anyway, it would give a watched cell away, or neither. */
  test(cell: number): 'determined' | 'reveals' | 'ok' {
    const vector = this.#vectors[cell]!
    if (vector.index.length === 0) return 'determined'
    return this.#keys.has(this.#keyOf(cell)) || this.#isTight(vector) ? 'reveals' : 'ok'
  }

  #isTight({ index }: Vector): boolean {
    const tight = this.#tight
    return tight !== undefined && index.every((param) => tight[param]! > 0)
  }

  /** How many watched cells are determined by what is published. */
  get determined(): number {
    return this.#isWatched.reduce((sum, isWatched, cell) => sum + (isWatched && this.#vectors[cell]!.index.length === 0 ? 1 : 0), 0)
  }

  /** Lets the attacker know the cell. */
  publish(cell: number): void {
    const vector = this.#take(cell)
    if (vector.index.length === 0) return
    const pivot = this.#pivotOf(vector)
    const param = vector.index[pivot]!
    const inverse = invert(vector.value[pivot]!, this.#p)
    for (const holder of this.#holders[param]!) {
      const other = this.#vectors[holder]
      const at = other ? find(other.index, param) : -1
      if (at >= 0) this.#subtract(holder, multiply(other!.value[at]!, inverse, this.#p), cell, vector)
    }
    this.#holders[param] = []
  }

  /** The parameter that the fewest cells hold, of those that are not tight: what is published of others has that one in it, so nothing but tight ones never comes about. */
  #pivotOf({ index }: Vector): number {
    const rank = (param: number): number => this.#held[param]! + (this.#tight && this.#tight[param]! > 0 ? this.#held.length : 0)
    let best = 0
    for (let at = 1; at < index.length; at++) if (rank(index[at]!) < rank(index[best]!)) best = at
    return best
  }

  /** Leaves the cell unknown and out of further account, unless it is watched. */
  drop(cell: number): void {
    if (!this.#isWatched[cell]) this.#take(cell)
  }

  #take(cell: number): Vector {
    const vector = this.#vectors[cell]!
    this.#vectors[cell] = undefined
    for (const param of vector.index) this.#held[param]!--
    return vector
  }

  #hold(param: number, cell: number): void {
    this.#holders[param]!.push(cell)
    this.#held[param]!++
  }

  #count(cell: number, change: 1 | -1): void {
    if (this.#vectors[cell]!.index.length === 0) return
    const key = this.#keyOf(cell)
    const count = (this.#keys.get(key) ?? 0) + change
    if (count > 0) this.#keys.set(key, count)
    else this.#keys.delete(key)
  }

  /** The vector of the cell less `factor` times the published one: a merge of two sorted lists, in room that is used again and again. */
  #subtract(cell: number, factor: number, published: number, { index: theirs, value: residues }: Vector): void {
    if (this.#isWatched[cell]) this.#count(cell, -1)
    const { index: own, value } = this.#vectors[cell]!
    const p = this.#p
    const minus = p - factor
    for (const sums of this.#sums) sums[cell] = (sums[cell]! + multiply(minus, sums[published]!, p)) % p
    this.#makeRoom(own.length + theirs.length)
    const [index, values] = [this.#room.index, this.#room.value]
    let at = 0
    let size = 0
    for (let place = 0; place < theirs.length; place++) {
      const param = theirs[place]!
      while (at < own.length && own[at]! < param) {
        index[size] = own[at]!
        values[size++] = value[at++]!
      }
      const product = minus * residues[place]!
      let residue = product - Math.floor(product / p) * p
      if (at < own.length && own[at] === param) {
        residue += value[at++]!
        if (residue >= p) residue -= p
        if (residue === 0) this.#held[param]!--
      } else this.#hold(param, cell)
      if (residue === 0) continue
      index[size] = param
      values[size++] = residue
    }
    while (at < own.length) {
      index[size] = own[at]!
      values[size++] = value[at++]!
    }
    this.#vectors[cell] = { index: index.slice(0, size), value: values.slice(0, size) }
    if (this.#isWatched[cell]) this.#count(cell, 1)
  }

  #makeRoom(size: number): void {
    if (this.#room.index.length < size) this.#room = { index: new Int32Array(2 * size), value: new Float64Array(2 * size) }
  }

  /** Equal for proportional vectors, and else (but for one case in 2^52) different. */
  #keyOf(cell: number): number {
    const p = this.#p
    const [first, second] = this.#sums
    const lead = this.#vectors[cell]!.value[0]!
    const scale = lead === 1 ? 1 : invert(lead, p)
    return multiply(first[cell]!, scale, p) * 2 ** 26 + multiply(second[cell]!, scale, p)
  }
}

/** Σ factor · value for each vector, mod p; nought where there is none. */
function functionOf(vectors: readonly (Vector | undefined)[], factors: Float64Array, p: number): Float64Array {
  return Float64Array.from(vectors, (vector) => {
    let sum = 0
    vector?.index.forEach((param, at) => (sum = (sum + multiply(vector.value[at]!, factors[param]!, p)) % p))
    return sum
  })
}

function find(sorted: Int32Array, wanted: number): number {
  let [low, high] = [0, sorted.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    if (sorted[middle] === wanted) return middle
    if (sorted[middle]! < wanted) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** Pseudo-random residues that are always the same (xorshift). */
function residues(length: number, seed: number, p: number): Float64Array {
  let state = seed | 0
  return Float64Array.from({ length }, () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return ((state >>> 0) % (p - 1)) + 1
  })
}
