import type { Cells } from '../tables/cells.ts'

/** Two categories that, taken as one, would hold at least the threshold. */
export interface MergeProposal {
  dim: string
  codes: [string, string]
}

/**
 * For a cell that no suppression can protect: with which sibling its category should be merged, the one that makes the least sum of at least
 * the threshold. Undefined when no merging of two categories suffices.
 */
export function proposeMerge({ instance: { dims, threshold }, nodes, count, find }: Cells, cell: number): MergeProposal | undefined {
  const tuple = nodes.slice(cell * dims.length, (cell + 1) * dims.length)
  let best: (MergeProposal & { sum: number }) | undefined
  dims.forEach(({ name, codes, parent, children }, dim) => {
    const own = tuple[dim]!
    for (const sibling of parent[own]! < 0 ? [] : children[parent[own]!]!) {
      tuple[dim] = sibling
      const other = sibling === own ? undefined : find(tuple)
      tuple[dim] = own
      if (other === undefined) continue
      const sum = count[cell]! + count[other]!
      if (sum >= threshold && sum < (best?.sum ?? Infinity)) best = { dim: name, codes: [codes[own]!, codes[sibling]!], sum }
    }
  })
  return best && { dim: best.dim, codes: best.codes }
}
