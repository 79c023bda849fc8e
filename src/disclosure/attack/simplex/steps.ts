/**
 * Steps x[to] −= value · x[from], one after the other: how triangular factors are kept here, since a plain loop without branches runs fastest. Carried out
 * in the opposite order with `to` and `from` exchanged they are the transposed factor.
 */
export class Steps {
  size = 0
  #to: Int32Array
  #from: Int32Array
  #value: Float64Array

  constructor(room: number) {
    this.#to = new Int32Array(room)
    this.#from = new Int32Array(room)
    this.#value = new Float64Array(room)
  }

  add(to: number, from: number, value: number): void {
    if (this.size === this.#to.length) this.makeRoom(2 * this.size + 16)
    this.#put(this.size++, to, from, value)
  }

  #put(at: number, to: number, from: number, value: number): void {
    this.#to[at] = to
    this.#from[at] = from
    this.#value[at] = value
  }

  makeRoom(room: number): void {
    if (room <= this.#to.length) return
    const [to, from, value] = [this.#to, this.#from, this.#value]
    this.#to = new Int32Array(room)
    this.#from = new Int32Array(room)
    this.#value = new Float64Array(room)
    this.#to.set(to)
    this.#from.set(from)
    this.#value.set(value)
  }

  /** x after all steps. */
  forwards(x: Float64Array): void {
    const [to, from, value] = [this.#to, this.#from, this.#value]
    for (let at = 0; at < this.size; at++) x[to[at]!]! -= value[at]! * x[from[at]!]!
  }

  /** x after all steps, the last one first. */
  backwards(x: Float64Array): void {
    const [to, from, value] = [this.#to, this.#from, this.#value]
    for (let at = this.size - 1; at >= 0; at--) x[to[at]!]! -= value[at]! * x[from[at]!]!
  }

  /** Two vectors, given entry by entry (which costs little more than one), after the transposed steps of `backwards`. */
  transposedForwards(pair: Float64Array): void {
    const [to, from, value] = [this.#to, this.#from, this.#value]
    for (let at = 0; at < this.size; at++) {
      const into = 2 * from[at]!
      const source = 2 * to[at]!
      pair[into]! -= value[at]! * pair[source]!
      pair[into + 1]! -= value[at]! * pair[source + 1]!
    }
  }

  /** The same with the transposed steps of `forwards`. */
  transposedBackwards(pair: Float64Array): void {
    const [to, from, value] = [this.#to, this.#from, this.#value]
    for (let at = this.size - 1; at >= 0; at--) {
      const into = 2 * from[at]!
      const source = 2 * to[at]!
      pair[into]! -= value[at]! * pair[source]!
      pair[into + 1]! -= value[at]! * pair[source + 1]!
    }
  }

  /** Takes out all that goes to or from a place. */
  forget(place: number): void {
    const [to, from, value] = [this.#to, this.#from, this.#value]
    for (let at = 0; at < this.size; at++) if (to[at] === place || from[at] === place) value[at] = 0
  }

  /**
   * The steps of `others` in the order of the turns of what they go from.
   * @param place of what a step goes from, in the vectors of these steps
   * @param scale of each place
   */
  sortInto(others: Steps, turn: Int32Array, place: Int32Array, scale: Float64Array): void {
    const next = new Int32Array(turn.length + 1)
    for (let at = 0; at < this.size; at++) next[turn[this.#from[at]!]! + 1]!++
    for (let at = 0; at < turn.length; at++) next[at + 1]! += next[at]!
    others.makeRoom(this.size)
    for (let at = 0; at < this.size; at++) {
      const from = place[this.#from[at]!]!
      others.#put(next[turn[this.#from[at]!]!]!++, this.#to[at]!, from, this.#value[at]! * scale[from]!)
    }
    others.size = this.size
  }
}
