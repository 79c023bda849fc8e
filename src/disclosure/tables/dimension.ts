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
  const partitions = children.map((below) => (below.length > 0 ? [below] : []))
  return {
    ...{ name, codes: madeRoot ? [...codes, '*'] : codes, parent, root, madeRoot, depth: depths(name, codes, parent), children },
    ...{ partitions, isFree: false },
  }
}

/**
 * A dimension whose nodes overlap as they like. Counts are given for each node, and only the sums that are stated hold.
 * @param total the code of all, for tables that do not show the dimension; without it every table must show it
 * @param sums a code, and the codes that it is the sum of; a code may be the sum of others in several ways
 */
export function makeFreeDimension(
  name: string,
  codes: readonly string[],
  total: string | undefined,
  sums: readonly (readonly [whole: string, parts: readonly string[]])[],
): Dimension {
  const all = total === undefined ? [...codes, '*'] : codes
  const at = (code: string): number => {
    const node = all.indexOf(code)
    if (node < 0) throw new RangeError(`${code} is not a code of ${name}`)
    return node
  }
  const root = total === undefined ? codes.length : at(total)
  const partitions: number[][][] = all.map(() => [])
  for (const [whole, parts] of sums) partitions[at(whole)]!.push(parts.map(at))
  return {
    ...{ name, codes: all, root, madeRoot: total === undefined, partitions, isFree: true },
    parent: Int32Array.from(all, (_, node) => (node === root ? -1 : root)),
    depth: Int32Array.from(all, (_, node) => (node === root ? 0 : 1)),
    children: all.map(() => []),
  }
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

/** The node itself and all above it, from below; in a free dimension the node alone, since counts are given for each. */
export function ancestors({ parent, isFree }: Dimension, node: number): number[] {
  if (isFree) return [node]
  const way: number[] = []
  for (let at = node; at >= 0; at = parent[at]!) way.push(at)
  return way
}
