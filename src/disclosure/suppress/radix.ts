import { nodesShown, type Cells } from '../tables/cells.ts'
import type { Instance } from '../tables/instance.ts'
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
  /** By dimension and node: bits of the tables that show the node there; those of the same dimensions share one. A tuple whose nodes have no bit in common is no cell. */
  tables: Int32Array[]
}

/** Sets of dimensions beyond that share bits: a common bit then does not tell that a tuple is a cell, but that there is none still tells that it is not. */
const mostBits = 31

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
  return { weight, keys, cellAt: lookUp(keys, product), deepest, tables: dims.map((_, dim) => tablesShowing(dim, dims, tables)) }
}

function tablesShowing(at: number, dims: Instance['dims'], tables: Instance['tables']): Int32Array {
  const dim = dims[at]!
  const bits = new Int32Array(dim.codes.length)
  const kinds = [...new Set(tables.map(kindOf))]
  for (const table of tables) {
    const bit = 1 << (kinds.indexOf(kindOf(table)) % mostBits)
    for (const node of table.dims.includes(at) ? nodesShown(at, dim, table) : [dim.root]) bits[node]! |= bit
  }
  return bits
}

const kindOf = ({ dims }: Instance['tables'][number]): string => dims.toSorted((a, b) => a - b).join(' ')
