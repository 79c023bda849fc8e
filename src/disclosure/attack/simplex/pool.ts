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
    this.#reserve(room + slack)
    this.start[list] = this.#end
    this.length[list] = 0
    this.#room[list] = room + slack
    this.#end += room + slack
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

  #move(list: number): void {
    const [start, length] = [this.start[list]!, this.length[list]!]
    this.#reserve(2 * length + slack)
    this.index.copyWithin(this.#end, start, start + length)
    this.value.copyWithin(this.#end, start, start + length)
    this.start[list] = this.#end
    this.#room[list] = 2 * length + slack
    this.#end += 2 * length + slack
  }

  #reserve(places: number): void {
    if (this.#end + places <= this.index.length) return
    const [index, value] = [this.index, this.value]
    this.index = new Int32Array(2 * (this.#end + places))
    this.value = new Float64Array(2 * (this.#end + places))
    this.index.set(index)
    this.value.set(value)
  }
}
