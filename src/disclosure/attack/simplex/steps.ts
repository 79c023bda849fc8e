import { Arena } from './arena.ts'

/**
 * Steps x[to] −= value · x[from], one after the other: how triangular factors are kept here, since a plain loop without branches runs fastest. Carried out
 * in the opposite order with `to` and `from` exchanged they are the transposed factor. All vectors are of the same arena.
 */
export class Steps {
  size = 0
  /** Steps were added for which there was no room: the others are worth nothing. */
  isOverfull = false
  readonly #arena: Arena
  readonly #room: number
  /** Of each step sixteen bytes: `to`, `from`, and the value. */
  readonly #ends: Int32Array
  readonly #values: Float64Array

  constructor(arena: Arena, room: number) {
    this.#arena = arena
    this.#room = room
    this.#values = arena.numbers(2 * room)
    this.#ends = new Int32Array(this.#values.buffer, this.#values.byteOffset, 4 * room)
  }

  /** Bytes that so many steps take of their arena. */
  static bytes(room: number): number {
    return Arena.bytes([2 * room], [])
  }

  clear(): void {
    this.size = 0
    this.isOverfull = false
  }

  add(to: number, from: number, value: number): void {
    if (this.size === this.#room) this.isOverfull = true
    else this.#put(this.size++, to, from, value)
  }

  #put(at: number, to: number, from: number, value: number): void {
    this.#ends[4 * at] = to
    this.#ends[4 * at + 1] = from
    this.#values[2 * at + 1] = value
  }

  /** Makes the value of a step nought. */
  void(at: number): void {
    this.#values[2 * at + 1] = 0
  }

  /** x after all steps. */
  forwards(x: Float64Array): void {
    this.#arena.kernels.forwards(this.#values.byteOffset, this.size, x.byteOffset)
  }

  /** x after all steps, the last one first. */
  backwards(x: Float64Array): void {
    this.#arena.kernels.backwards(this.#values.byteOffset, this.size, x.byteOffset)
  }

  /** Two vectors, given entry by entry (which costs little more than one), after the transposed steps of `backwards`. */
  transposedForwards(pair: Float64Array): void {
    this.#arena.kernels.transposedForwards(this.#values.byteOffset, this.size, pair.byteOffset)
  }

  /** The same with the transposed steps of `forwards`. */
  transposedBackwards(pair: Float64Array): void {
    this.#arena.kernels.transposedBackwards(this.#values.byteOffset, this.size, pair.byteOffset)
  }

  /** Other places and values of what steps go from: `from` becomes `place[from]`, and the value is multiplied by `scale` of that. */
  rename(place: Int32Array, scale: Float64Array): void {
    const [ends, values] = [this.#ends, this.#values]
    for (let at = 0; at < this.size; at++) {
      const from = place[ends[4 * at + 1]!]!
      ends[4 * at + 1] = from
      values[2 * at + 1]! *= scale[from]!
    }
  }

  /**
   * Where the steps to each place begin, if they are in order.
   * @param turn of each place
   * @param starts by turn, and at the end
   */
  findStarts(turn: Int32Array, starts: Int32Array): void {
    this.#count(0, turn, starts)
    starts.copyWithin(1, 0)
    starts[0] = 0
  }

  /** How many steps go to (0) or from (1) places up to each turn. */
  #count(side: 0 | 1, turn: Int32Array, counts: Int32Array): void {
    counts.fill(0)
    for (let at = 0; at < this.size; at++) counts[turn[this.#ends[4 * at + side]!]!]!++
    for (let at = 1; at < counts.length; at++) counts[at]! += counts[at - 1]!
  }

  /**
   * Puts these steps into `others`, in the order of the turns of what they go from or to; those of one turn stay in order.
   * @param turn of each place
   * @param starts by turn, and at the end, where its steps begin in `others`
   * @param twin where each step of these is in `others`
   */
  sortInto(others: Steps, end: 'to' | 'from', turn: Int32Array, starts: Int32Array, twin: Int32Array): void {
    const ends = this.#ends
    const side = end === 'to' ? 0 : 1
    this.#count(side, turn, starts)
    // Counted down, each end becomes the start.
    for (let at = this.size - 1; at >= 0; at--) {
      const place = --starts[turn[ends[4 * at + side]!]!]!
      twin[at] = place
      others.#put(place, ends[4 * at]!, ends[4 * at + 1]!, this.#values[2 * at + 1]!)
    }
    others.size = this.size
  }
}
