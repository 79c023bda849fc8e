/** Numbers by key, the least first (a binary heap). */
export class Heap {
  readonly #keys: number[] = []
  readonly #values: number[] = []

  push(key: number, value: number): void {
    const [keys, values] = [this.#keys, this.#values]
    let at = keys.length
    while (at > 0) {
      const above = (at - 1) >> 1
      if (keys[above]! <= key) break
      keys[at] = keys[above]!
      values[at] = values[above]!
      at = above
    }
    keys[at] = key
    values[at] = value
  }

  /** Takes out the least, as key and value; undefined when there is none. */
  pop(): [number, number] | undefined {
    const [keys, values] = [this.#keys, this.#values]
    if (keys.length === 0) return undefined
    const least: [number, number] = [keys[0]!, values[0]!]
    const [key, value] = [keys.pop()!, values.pop()!]
    const size = keys.length
    if (size === 0) return least
    let at = 0
    for (let below = 1; below < size; below = 2 * at + 1) {
      if (below + 1 < size && keys[below + 1]! < keys[below]!) below++
      if (keys[below]! >= key) break
      keys[at] = keys[below]!
      values[at] = values[below]!
      at = below
    }
    keys[at] = key
    values[at] = value
    return least
  }
}
