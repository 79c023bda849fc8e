import type { Cells } from '../tables/cells.ts'
import { lookUp } from '../tables/lookUp.ts'

/** Tuples of nodes as numbers, and the cell of each. */
export interface Radix {
  /** By dimension: how much the number grows from one node to the next. */
  weight: number[]
  /** The number of a cell's tuple. */
  keys: Float64Array
  /** The cell of a tuple by its number, or -1. */
  cellAt(key: number): number
  /** By dimension: the deepest level that any table shows. */
  deepest: number[]
}

const known = new WeakMap<Cells, Radix>()

/** Made once for the same cells. */
export function radixOf(cells: Cells): Radix {
  const radix = known.get(cells) ?? makeRadix(cells)
  known.set(cells, radix)
  return radix
}

function makeRadix({ instance: { dims, tables }, size, nodes }: Cells): Radix {
  const weight: number[] = []
  let product = 1
  for (const { codes } of dims) {
    weight.push(product)
    product *= codes.length
  }
  const width = weight.length
  const keys = new Float64Array(size)
  for (let cell = 0; cell < size; cell++) for (let dim = 0; dim < width; dim++) keys[cell]! += weight[dim]! * nodes[cell * width + dim]!
  const deepest = dims.map(({ depth }, dim) => {
    const shown = tables.filter((table) => table.dims.includes(dim)).map(({ maxDepth }) => maxDepth.get(dim) ?? Infinity)
    return Math.min(Math.max(0, ...shown), Math.max(...depth))
  })
  return { weight, keys, cellAt: lookUp(keys, product), deepest }
}
