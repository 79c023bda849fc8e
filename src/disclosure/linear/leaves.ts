import { noDeadline } from '../attack/deadline.ts'
import type { Cells } from '../tables/cells.ts'
import type { Dimension } from '../tables/instance.ts'
import type { Vector } from './expansion.ts'

/**
 * All cells as sums of those that nothing lies below, which are the parameters then: what bounds an attacker knows of them counts. Undefined when some
 * combination of leaves is no cell, as in most linked tables. Throws `OutOfTime` after the deadline.
 */
export function leafVectors(cells: Cells, deadline = noDeadline): Vector[] | undefined {
  const { dims } = cells.instance
  if (dims.some(({ isFree }) => isFree)) return undefined
  const below = dims.map(leavesBelow)
  const tuple = new Int32Array(dims.length)
  const vectors: Vector[] = []
  for (let cell = 0; cell < cells.size; cell++) {
    deadline.check()
    const found: number[] = []
    const walk = (dim: number): boolean => {
      if (dim < dims.length) {
        return below[dim]![cells.nodes[cell * dims.length + dim]!]!.every((node) => {
          tuple[dim] = node
          return walk(dim + 1)
        })
      }
      const leaf = cells.find(tuple)
      if (leaf !== undefined) found.push(leaf)
      return leaf !== undefined
    }
    if (!walk(0)) return undefined
    vectors.push({ index: Int32Array.from(found).sort(), value: new Float64Array(found.length).fill(1) })
  }
  return vectors
}

function leavesBelow({ children, codes }: Dimension): number[][] {
  const known: number[][] = []
  const of = (node: number): number[] => (known[node] ??= children[node]!.length === 0 ? [node] : children[node]!.flatMap(of))
  return codes.map((_, node) => of(node))
}
