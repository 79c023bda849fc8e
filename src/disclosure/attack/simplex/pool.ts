/** Free places kept behind a list that has been filled or moved. */
const slack = 4

/** Lists of whole numbers, each with a number beside it, in one piece of memory: a list that has no place left moves to the end. */
export class Pool {
  index: Int32Array
  value: Float64Array
  /** Where each list begins, and how many it holds. */
  readonly start: Int32Array
  readonly length: Int32Array
  readonly #room: Int32Array
  #end = 0

  constructor(lists: number) {
    this.start = new Int32Array(lists)
    this.length = new Int32Array(lists)
    this.#room = new Int32Array(lists)
    this.index = new Int32Array(16 * lists + 64)
    this.value = new Float64Array(16 * lists + 64)
  }

  clear(): void {
    this.#end = 0
  }

  /** Begins a list for so many. */
  open(list: number, room: number): void {
    const end = this.#end + room + slack
    if (end > this.index.length) this.#grow(end)
    this.start[list] = this.#end
    this.length[list] = 0
    this.#room[list] = room + slack
    this.#end = end
  }

  add(list: number, index: number, value: number): void {
    if (this.length[list] === this.#room[list]) this.#move(list)
    const at = this.start[list]! + this.length[list]!++
    this.index[at] = index
    this.value[at] = value
  }

  /** Without keeping the order. */
  remove(list: number, at: number): void {
    const last = this.start[list]! + --this.length[list]!
    this.index[at] = this.index[last]!
    this.value[at] = this.value[last]!
  }

  /** Where a list holds a number. */
  find(list: number, index: number): number {
    let at = this.start[list]!
    while (this.index[at] !== index) at++
    return at
  }

  /** Removes a number from a list of which nothing is asked but which numbers it holds. */
  drop(list: number, index: number): void {
    const own = this.index
    let at = this.start[list]!
    while (own[at] !== index) at++
    own[at] = own[this.start[list]! + --this.length[list]!]!
  }

  /** Leaves of a list only numbers that are not marked. */
  sift(list: number, isMarked: Uint8Array): void {
    const [index, value, start] = [this.index, this.value, this.start[list]!]
    let to = start
    for (let at = start, end = start + this.length[list]!; at < end; at++) {
      if (isMarked[index[at]!] === 1) continue
      index[to] = index[at]!
      value[to++] = value[at]!
    }
    this.length[list] = to - start
  }

  #move(list: number): void {
    const [start, length] = [this.start[list]!, this.length[list]!]
    const end = this.#end + 2 * length + slack
    if (end > this.index.length) this.#grow(end)
    this.index.copyWithin(this.#end, start, start + length)
    this.value.copyWithin(this.#end, start, start + length)
    this.start[list] = this.#end
    this.#room[list] = 2 * length + slack
    this.#end = end
  }

  #grow(end: number): void {
    const [index, value] = [this.index, this.value]
    this.index = new Int32Array(2 * end)
    this.value = new Float64Array(2 * end)
    this.index.set(index)
    this.value.set(value)
  }
}
