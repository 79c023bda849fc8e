import { noDeadline } from '../attack/deadline.ts'
import type { Cells } from '../tables/cells.ts'
import type { Dimension } from '../tables/instance.ts'

/** A cell as a combination of parameters: sorted numbers of cells that have no last coordinate, with residues. */
export interface Vector {
  index: Int32Array
  value: Float64Array
}

/** Nodes and their coefficients (small whole numbers). */
type Combination = Map<number, number>

/**
 * Every node as a combination of nodes that are not the last of their siblings, so that the parameters are free of each other: last child
 * = parent − other children. As last is taken the child with the smallest `marginal`, so that large counts are parameters. Of a free dimension every node
 * is a parameter: its stated sums are left to the exact tier.
 */
export function expandNodes({ children, root, parent }: Dimension, marginal: Float64Array): Combination[] {
  const last = new Set(
    children.flatMap((below) =>
      below.length > 0 ? [below.reduce((least, one) => (marginal[one]! <= marginal[least]! ? one : least))] : [],
    ),
  )
  const known: Combination[] = []
  const expand = (node: number): Combination => {
    if (known[node]) return known[node]
    const sum: Combination = new Map([[node, 1]])
    if (node !== root && last.has(node)) {
      sum.clear()
      for (const [one, value] of expand(parent[node]!)) sum.set(one, value)
      for (const sibling of children[parent[node]!]!) if (sibling !== node) sum.set(sibling, (sum.get(sibling) ?? 0) - 1)
    }
    return (known[node] = sum)
  }
  children.forEach((_, node) => expand(node))
  return known
}

/** The sum of the leaves' counts below each node. */
function marginals({ instance: { dims, base, tables } }: Cells, dim: number): Float64Array {
  const sums = new Float64Array(dims[dim]!.codes.length)
  for (const rows of [base, ...tables.map((table) => table.base ?? [])])
    for (const row of rows) for (let node = row[dim]!; node >= 0; node = dims[dim]!.parent[node]!) sums[node]! += row[dims.length]!
  return sums
}

/** All cells as vectors of parameters, mod p. Parameters lie in the same tables as the cell. Throws `OutOfTime` after the deadline. */
export function expandCells(cells: Cells, p: number, deadline = noDeadline): Vector[] {
  const { dims } = cells.instance
  const byNode = dims.map((dim, at) => expandNodes(dim, marginals(cells, at)).map((sum) => [...sum]))
  const tuple = new Int32Array(dims.length)
  return Array.from({ length: cells.size }, (_, cell) => {
    deadline.check()
    const found: [number, number][] = []
    const walk = (dim: number, value: number): void => {
      if (dim === dims.length) return void found.push([cells.find(tuple) ?? -1, value])
      for (const [node, factor] of byNode[dim]![cells.nodes[cell * dims.length + dim]!]!) {
        tuple[dim] = node
        walk(dim + 1, value * factor)
      }
    }
    walk(0, 1)
    // A table that shows only some nodes may lack a parameter: the cell is its own then.
    if (found.some(([at]) => at < 0)) found.splice(0, found.length, [cell, 1])
    found.sort((a, b) => a[0] - b[0])
    return { index: Int32Array.from(found, ([at]) => at), value: Float64Array.from(found, ([, value]) => (value < 0 ? value + p : value)) }
  })
}
