import type { Cells } from '../tables/cells.ts'

/** Tuples as numbers, and the cell of each. */
export interface Radix {
  weight: number[]
  /** By number of the tuple: the cell, or -1. */
  index: Int32Array
  /** By dimension: the deepest level that any table shows. */
  deepest: number[]
  keyOf(cell: number): number
}

/** Tuples that a table in memory may be made for. */
const mostTuples = 2 ** 24

/** How a product goes on in one dimension: from the node of the cell to others, by differences of numbers, each moving with the cell or against it. */
export interface Part {
  steps: readonly number[]
  turns: readonly number[]
  /** What hiding the cells of the part itself costs. */
  cost: number
}

const known = new WeakMap<Cells, Radix>()

/** Made once for the same cells. Undefined where there are too many combinations of nodes. */
export function radixOf(cells: Cells): Radix | undefined {
  const radix = known.get(cells) ?? makeRadix(cells)
  if (radix) known.set(cells, radix)
  return radix
}

function makeRadix({ instance: { dims, tables }, size, nodes }: Cells): Radix | undefined {
  const weight: number[] = []
  let product = 1
  for (const { codes } of dims) {
    weight.push(product)
    product *= codes.length
  }
  if (product > mostTuples) return undefined
  const keyOf = (cell: number): number => weight.reduce((sum, one, dim) => sum + one * nodes[cell * weight.length + dim]!, 0)
  const index = new Int32Array(product).fill(-1)
  for (let cell = 0; cell < size; cell++) index[keyOf(cell)] = cell
  const deepest = dims.map(({ depth }, dim) => {
    const shown = tables.filter((table) => table.dims.includes(dim)).map(({ maxDepth }) => maxDepth.get(dim) ?? Infinity)
    return Math.min(Math.max(0, ...shown), Math.max(...depth))
  })
  return { weight, index, deepest, keyOf }
}

/**
 * The ways from a cell through one dimension for which all sums of that dimension hold: with it move a node below, and so on down to a leaf; and either
 * all totals above, or those up to one below which another branch moves the other way, also down to a leaf. The cheapest first.
 * @param price what moving a tuple costs; Infinity when it cannot
 */
export function partsOf(
  { weight, deepest, keyOf }: Radix,
  { instance: { dims }, nodes }: Cells,
  cell: number,
  dim: number,
  price: (key: number, turn: number) => number,
  limit: number,
): Part[] {
  const { children, parent, depth } = dims[dim]!
  const start = nodes[cell * dims.length + dim]!
  const key = keyOf(cell)
  const step = (node: number): number => (node - start) * weight[dim]!
  const worth = (node: number, turn: number): number => price(key + step(node), turn)
  const below = (node: number): readonly number[] => (depth[node]! < deepest[dim]! ? children[node]! : [])

  /** A node and, one below the other, the cheapest ones under it. */
  const chain = (top: number, turn: number): Part | undefined => {
    const part = { steps: [] as number[], turns: [] as number[], cost: 0 }
    for (let node = top; ;) {
      part.steps.push(step(node))
      part.turns.push(turn)
      part.cost += worth(node, turn)
      if (part.cost >= limit) return undefined
      const next = below(node)
      if (next.length === 0) return part
      let [best, least] = [next[0]!, Infinity]
      for (const child of next) {
        const cost = worth(child, turn)
        if (cost < least) [best, least] = [child, cost]
        if (cost === 0) break
      }
      node = best
    }
  }
  const none: Part = { steps: [], turns: [], cost: 0 }
  const downward = below(start).length === 0 ? [none] : below(start).flatMap((child) => chain(child, 1) ?? [])
  const upward: Part[] = []
  let above = none
  for (let [node, top] = [start, parent[start]!]; ; [node, top] = [top, parent[top]!]) {
    if (top < 0) {
      upward.push(above)
      break
    }
    for (const sibling of children[top]!) {
      const branch = sibling === node ? undefined : chain(sibling, -1)
      if (branch && above.cost + branch.cost < limit) upward.push(joined(above, branch))
    }
    above = joined(above, { steps: [step(top)], turns: [1], cost: worth(top, 1) })
    if (above.cost >= limit) break
  }
  return downward
    .flatMap((one) => upward.map((other) => joined(one, other)))
    .filter(({ cost }) => cost < limit)
    .sort((a, b) => a.cost - b.cost)
}

const joined = (one: Part, other: Part): Part => ({
  steps: [...one.steps, ...other.steps],
  turns: [...one.turns, ...other.turns],
  cost: one.cost + other.cost,
})
