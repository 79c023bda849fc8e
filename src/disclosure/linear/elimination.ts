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
  readonly #hash: readonly [Float64Array, Float64Array]

  /** `watched` are the cells that must not be determined; vectors of cells that are neither watched nor asked about may be left undefined. */
  constructor(vectors: readonly (Vector | undefined)[], watched: Iterable<number>, p: number) {
    this.#vectors = [...vectors]
    this.#p = p
    this.#holders = vectors.map(() => [])
    this.#held = new Int32Array(vectors.length)
    this.#isWatched = new Uint8Array(vectors.length)
    this.#hash = [residues(vectors.length, 0x9e3779b9, p), residues(vectors.length, 0x85ebca6b, p)]
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
    return this.#keys.has(this.#keyOf(vector)) ? 'reveals' : 'ok'
  }

  /** How many watched cells are determined by what is published. */
  get determined(): number {
    return this.#isWatched.reduce((sum, isWatched, cell) => sum + (isWatched && this.#vectors[cell]!.index.length === 0 ? 1 : 0), 0)
  }

  /** Lets the attacker know the cell. */
  publish(cell: number): void {
    const vector = this.#take(cell)
    if (vector.index.length === 0) return
    let pivot = 0
    for (let at = 1; at < vector.index.length; at++) if (this.#held[vector.index[at]!]! < this.#held[vector.index[pivot]!]!) pivot = at
    const param = vector.index[pivot]!
    const inverse = invert(vector.value[pivot]!, this.#p)
    for (const holder of this.#holders[param]!) {
      const other = this.#vectors[holder]
      const at = other ? find(other.index, param) : -1
      if (at >= 0) this.#subtract(holder, multiply(other!.value[at]!, inverse, this.#p), vector)
    }
    this.#holders[param] = []
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
    const vector = this.#vectors[cell]!
    if (vector.index.length === 0) return
    const key = this.#keyOf(vector)
    const count = (this.#keys.get(key) ?? 0) + change
    if (count > 0) this.#keys.set(key, count)
    else this.#keys.delete(key)
  }

  /** The vector of the cell less `factor` times the published one. */
  #subtract(cell: number, factor: number, published: Vector): void {
    if (this.#isWatched[cell]) this.#count(cell, -1)
    const own = this.#vectors[cell]!
    const [index, value]: [number[], number[]] = [[], []]
    const put = (param: number, residue: number): void => {
      index.push(param)
      value.push(residue)
    }
    const minus = this.#p - factor
    let at = 0
    published.index.forEach((param, place) => {
      while (at < own.index.length && own.index[at]! < param) put(own.index[at]!, own.value[at++]!)
      const moved = multiply(minus, published.value[place]!, this.#p)
      if (own.index[at] !== param) {
        this.#hold(param, cell)
        return put(param, moved)
      }
      const sum = (own.value[at++]! + moved) % this.#p
      if (sum > 0) put(param, sum)
      else this.#held[param]!--
    })
    while (at < own.index.length) put(own.index[at]!, own.value[at++]!)
    this.#vectors[cell] = { index: Int32Array.from(index), value: Float64Array.from(value) }
    if (this.#isWatched[cell]) this.#count(cell, 1)
  }

  /** Equal for proportional vectors, and else (but for one case in 2^52) different. */
  #keyOf({ index, value }: Vector): number {
    const [h1, h2] = this.#hash
    let [sum1, sum2] = [0, 0]
    for (let at = 0; at < index.length; at++) {
      sum1 += multiply(value[at]!, h1[index[at]!]!, this.#p)
      sum2 += multiply(value[at]!, h2[index[at]!]!, this.#p)
    }
    const scale = value[0] === 1 ? 1 : invert(value[0]!, this.#p)
    return multiply(sum1 % this.#p, scale, this.#p) * 2 ** 26 + multiply(sum2 % this.#p, scale, this.#p)
  }
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
