import { noDeadline } from '../attack/deadline.ts'
import { isHidden, type Cells } from '../tables/cells.ts'
import type { Dimension } from '../tables/instance.ts'

/**
 * By cell, how much it has in common with all others: the sum over those of their count and one more, times how many combinations of leaves both hold. R's
 * GaussSuppression takes equal counts in this order, the most first (`CandidatesDefault`: xᵀx·(count + 1), read at SSBtools 02b03ad). Throws `OutOfTime`
 * after the deadline.
 */
export function overlaps(cells: Cells, deadline = noDeadline): Float64Array {
  const { dims } = cells.instance
  const spans = dims.map(spansOf)
  const widest = dims.reduce((best, { codes }, dim) => (codes.length > dims[best]!.codes.length ? dim : best), 0)
  const nodeOf = (cell: number, dim: number): number => cells.nodes[cell * dims.length + dim]!
  const shared = (dim: number, one: number, other: number): number => {
    const { from, to } = spans[dim]!
    return Math.max(0, Math.min(to[one]!, to[other]!) - Math.max(from[one]!, from[other]!))
  }
  const byNode: number[][] = dims[widest]!.codes.map(() => [])
  cells.count.forEach((_, cell) => isHidden(cells.status[cell]!) || byNode[nodeOf(cell, widest)]!.push(cell))
  const related = dims[widest]!.codes.map((_, node) => [...byNode.keys()].filter((other) => shared(widest, node, other) > 0))
  return Float64Array.from({ length: cells.size }, (_, cell) => {
    deadline.check()
    let sum = 0
    for (const node of related[nodeOf(cell, widest)]!) {
      for (const other of byNode[node]!) {
        let common = cells.count[other]! + 1
        for (let dim = 0; dim < dims.length && common > 0; dim++) common *= shared(dim, nodeOf(cell, dim), nodeOf(other, dim))
        sum += common
      }
    }
    return sum
  })
}

/** By node the leaves below it, numbered so that they stand together: from the first up to, and not with, the last. Nodes of a free dimension are leaves each. */
function spansOf({ children, codes, root, isFree }: Dimension): { from: Int32Array; to: Int32Array } {
  const [from, to] = [new Int32Array(codes.length), new Int32Array(codes.length)]
  let next = 0
  const walk = (node: number): void => {
    from[node] = next
    if (children[node]!.length === 0) next++
    for (const child of children[node]!) walk(child)
    to[node] = next
  }
  if (isFree) codes.forEach((_, node) => walk(node))
  else walk(root)
  return { from, to }
}
