/** Tuples that a table in memory is made for; more are looked up in a map. */
const mostTuples = 2 ** 24

/** Finds the cell of a tuple by its number, -1 where there is none. @param product one more than the largest number there may be */
export function lookUp(keys: Float64Array, product: number): (key: number) => number {
  if (product > mostTuples) {
    const cells = new Map(Array.from(keys, (key, cell) => [key, cell]))
    return (key) => cells.get(key) ?? -1
  }
  const cells = new Int32Array(product).fill(-1)
  keys.forEach((key, cell) => (cells[key] = cell))
  return (key) => cells[key]!
}
