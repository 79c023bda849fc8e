import { InstanceFault, type Dimension } from './instance.ts'

/**
 * A dimension of codes and the number of the code above each (-1 for none). Codes without a common total get a root of our own,
 * named `*`, which is never shown. Throws `InstanceFault` for double codes, numbers outside the list and cycles, naming the code.
 */
export function makeDimension(name: string, codes: readonly string[], parents: readonly number[]): Dimension {
  refuseBad(name, codes, parents)
  const roots = parents.flatMap((parent, node) => (parent < 0 ? [node] : []))
  if (roots.length === 0) throw new InstanceFault('cycle', { dim: name, code: codes[0]! })
  const madeRoot = roots.length > 1
  const root = madeRoot ? codes.length : roots[0]!
  const parent = Int32Array.from(madeRoot ? [...parents.map((one) => (one < 0 ? root : one)), -1] : parents)
  const children: number[][] = Array.from(parent, () => [])
  parent.forEach((above, node) => above >= 0 && children[above]!.push(node))
  return { name, codes: madeRoot ? [...codes, '*'] : codes, parent, root, madeRoot, depth: depths(name, codes, parent), children }
}

function refuseBad(name: string, codes: readonly string[], parents: readonly number[]): void {
  if (codes.length === 0) throw new InstanceFault('noCodes', { dim: name })
  if (codes.length !== parents.length) throw new InstanceFault('parentLength', { dim: name, codes: codes.length, parents: parents.length })
  const seen = new Set<string>()
  codes.forEach((code, node) => {
    if (seen.has(code)) throw new InstanceFault('doubleCode', { dim: name, code })
    seen.add(code)
    const parent = parents[node]!
    if (!Number.isInteger(parent) || parent < -1 || parent >= codes.length) throw new InstanceFault('badParent', { dim: name, code })
  })
}

/** How deep each node lies; a way upwards that never ends is a cycle. */
function depths(name: string, codes: readonly string[], parent: Int32Array): Int32Array {
  return parent.map((_, node) => {
    let depth = 0
    for (let at = parent[node]!; at >= 0; at = parent[at]!) {
      depth++
      if (depth > parent.length) throw new InstanceFault('cycle', { dim: name, code: codes[node]! })
    }
    return depth
  })
}

/** The node itself and all above it, from below. */
export function ancestors({ parent }: Dimension, node: number): number[] {
  const way: number[] = []
  for (let at = node; at >= 0; at = parent[at]!) way.push(at)
  return way
}
