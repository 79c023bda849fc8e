import { Arena } from './arena.ts'

const four = 4

/**
 * Steps that all go to one place, the hub, from others, the rim, or the other way round: what an exchange adds to triangular factors. Kept by fours, filled
 * up with noughts, so that loops have no branches and a sum is waited for once in four.
 */
export class Groups {
  /** More was added than there was room for: the rest is worth nothing. */
  isOverfull = false
  #size = 0
  readonly #arena: Arena
  readonly #hub: Int32Array
  readonly #rim: Int32Array
  readonly #value: Float64Array

  /** @param room in groups of four */
  constructor(arena: Arena, room: number) {
    this.#arena = arena
    this.#hub = arena.wholes(room)
    this.#rim = arena.wholes(four * room)
    this.#value = arena.numbers(four * room)
  }

  /** Bytes that so many groups take of their arena. */
  static bytes(room: number): number {
    return Arena.bytes([four * room], [room, four * room])
  }

  /** Groups that so many times up to so many steps need. */
  static room(times: number, steps: number): number {
    return times * Math.ceil(steps / four)
  }

  clear(): void {
    this.#size = 0
    this.isOverfull = false
  }

  /** Adds what a vector has at some places, but for the hub's own, times a number. */
  add(hub: number, places: Int32Array, vector: Float64Array, by: number): void {
    let filled = four
    for (const place of places) {
      if (place === hub) continue
      if (filled === four) {
        if (!this.#open(hub)) return
        filled = 0
      }
      const at = four * (this.#size - 1) + filled++
      this.#rim[at] = place
      this.#value[at] = by * vector[place]!
    }
  }

  #open(hub: number): boolean {
    this.isOverfull = this.#size === this.#hub.length
    if (this.isOverfull) return false
    this.#hub[this.#size] = hub
    for (let at = four * this.#size; at < four * (this.#size + 1); at++) {
      this.#rim[at] = hub
      this.#value[at] = 0
    }
    this.#size++
    return true
  }

  /** x[hub] −= Σ value · x[rim], group by group. */
  gather(x: Float64Array): void {
    this.#arena.kernels.gatherGroups(this.#hub.byteOffset, this.#rim.byteOffset, this.#value.byteOffset, this.#size, x.byteOffset)
  }

  /** The same of two vectors that are given entry by entry. */
  gatherPairs(pair: Float64Array): void {
    this.#arena.kernels.gatherPairs(this.#hub.byteOffset, this.#rim.byteOffset, this.#value.byteOffset, this.#size, pair.byteOffset)
  }

  /** x[rim] −= value · x[hub], the last group first. */
  scatter(x: Float64Array): void {
    this.#arena.kernels.scatterGroups(this.#hub.byteOffset, this.#rim.byteOffset, this.#value.byteOffset, this.#size, x.byteOffset)
  }

  /** The same of two vectors that are given entry by entry. */
  scatterPairs(pair: Float64Array): void {
    this.#arena.kernels.scatterPairs(this.#hub.byteOffset, this.#rim.byteOffset, this.#value.byteOffset, this.#size, pair.byteOffset)
  }

  /** Takes out all that goes to or from a place. */
  forget(place: number): void {
    this.#arena.kernels.forget(this.#hub.byteOffset, this.#rim.byteOffset, this.#value.byteOffset, this.#size, place)
  }
}
