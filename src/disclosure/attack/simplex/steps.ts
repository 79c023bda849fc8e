import type { Arena } from './arena.ts'

/**
 * Steps x[to] −= value · x[from], one after the other: how triangular factors are kept here, since a plain loop without branches runs fastest. Carried out
 * in the opposite order with `to` and `from` exchanged they are the transposed factor. All vectors are of the same arena.
 */
export class Steps {
  size = 0
  /** Steps were added for which there was no room: the others are worth nothing. */
  isOverfull = false
  readonly #arena: Arena
  readonly #to: Int32Array
  readonly #from: Int32Array
  readonly #value: Float64Array

  constructor(arena: Arena, room: number) {
    this.#arena = arena
    this.#to = arena.wholes(room)
    this.#from = arena.wholes(room)
    this.#value = arena.numbers(room)
  }

  clear(): void {
    this.size = 0
    this.isOverfull = false
  }

  add(to: number, from: number, value: number): void {
    if (this.size === this.#to.length) this.isOverfull = true
    else this.#put(this.size++, to, from, value)
  }

  #put(at: number, to: number, from: number, value: number): void {
    this.#to[at] = to
    this.#from[at] = from
    this.#value[at] = value
  }

  /** x after all steps. */
  forwards(x: Float64Array): void {
    this.#arena.kernels.forwards(this.#to.byteOffset, this.#from.byteOffset, this.#value.byteOffset, this.size, x.byteOffset)
  }

  /** x after all steps, the last one first. */
  backwards(x: Float64Array): void {
    this.#arena.kernels.backwards(this.#to.byteOffset, this.#from.byteOffset, this.#value.byteOffset, this.size, x.byteOffset)
  }

  /** Two vectors, given entry by entry (which costs little more than one), after the transposed steps of `backwards`. */
  transposedForwards(pair: Float64Array): void {
    this.#arena.kernels.transposedForwards(this.#to.byteOffset, this.#from.byteOffset, this.#value.byteOffset, this.size, pair.byteOffset)
  }

  /** The same with the transposed steps of `forwards`. */
  transposedBackwards(pair: Float64Array): void {
    this.#arena.kernels.transposedBackwards(this.#to.byteOffset, this.#from.byteOffset, this.#value.byteOffset, this.size, pair.byteOffset)
  }

  /** Takes out all that goes to or from a place. */
  forget(place: number): void {
    this.#arena.kernels.forget(this.#to.byteOffset, this.#from.byteOffset, this.#value.byteOffset, this.size, place)
  }

  /**
   * Puts these steps into `others`, in the order of the turns of what they go from.
   * @param place of what a step goes from, in the vectors of the others
   * @param scale of each place
   */
  sortInto(others: Steps, turn: Int32Array, place: Int32Array, scale: Float64Array): void {
    others.isOverfull = this.isOverfull || this.size > others.#to.length
    if (others.isOverfull) return
    const next = new Int32Array(turn.length + 1)
    for (let at = 0; at < this.size; at++) next[turn[this.#from[at]!]! + 1]!++
    for (let at = 0; at < turn.length; at++) next[at + 1]! += next[at]!
    for (let at = 0; at < this.size; at++) {
      const from = place[this.#from[at]!]!
      others.#put(next[turn[this.#from[at]!]!]!++, this.#to[at]!, from, this.#value[at]! * scale[from]!)
    }
    others.size = this.size
  }
}
