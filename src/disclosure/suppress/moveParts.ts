import type { Cells } from '../tables/cells.ts'
import type { Dimension } from '../tables/instance.ts'

/** Tuples as numbers, and the cell of each. */
export interface Radix {
  weight: number[]
  /** The cell of a tuple by its number, or -1. */
  cellAt(key: number): number
  /** By dimension: the deepest level that any table shows. */
  deepest: number[]
  keyOf(cell: number): number
}

/** Tuples that a table in memory is made for; more are looked up. */
const mostTuples = 2 ** 24

/** How a product goes on in one dimension: from the node of the cell to others, by differences of numbers, each moving with the cell or against it. */
export interface Part {
  steps: readonly number[]
  turns: readonly number[]
  /** What hiding the cells of the part itself costs. */
  cost: number
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
  const keyOf = (cell: number): number => weight.reduce((sum, one, dim) => sum + one * nodes[cell * weight.length + dim]!, 0)
  const keys = Array.from({ length: size }, (_, cell) => keyOf(cell))
  const deepest = dims.map(({ depth }, dim) => {
    const shown = tables.filter((table) => table.dims.includes(dim)).map(({ maxDepth }) => maxDepth.get(dim) ?? Infinity)
    return Math.min(Math.max(0, ...shown), Math.max(...depth))
  })
  return { weight, cellAt: lookUp(keys, product), deepest, keyOf }
}

function lookUp(keys: readonly number[], product: number): (key: number) => number {
  if (product > mostTuples) {
    const cells = new Map(keys.map((key, cell) => [key, cell]))
    return (key) => cells.get(key) ?? -1
  }
  const cells = new Int32Array(product).fill(-1)
  keys.forEach((key, cell) => (cells[key] = cell))
  return (key) => cells[key]!
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
  const { children, parent, depth, isFree } = dims[dim]!
  const start = nodes[cell * dims.length + dim]!
  const key = keyOf(cell)
  const step = (node: number): number => (node - start) * weight[dim]!
  const worth = (node: number, turn: number): number => price(key + step(node), turn)
  if (isFree) return freeParts(dims[dim]!, start, { step, worth, limit })
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

interface Ways {
  step(node: number): number
  worth(node: number, turn: number): number
  limit: number
}

/**
 * The same where sums are stated one by one: a node in no sum moves alone; one that is part of a single sum is exchanged with another such part; one that
 * is the sum of such parts moves with one of each. There are other ways, which linear programmes find.
 */
function freeParts({ partitions }: Dimension, start: number, { step, worth, limit }: Ways): Part[] {
  const wholes = partitions.flat()
  const isSimple = (node: number): boolean => partitions[node]!.length === 0 && wholes.filter((parts) => parts.includes(node)).length === 1
  const own = wholes.filter((parts) => parts.includes(start))
  const together = (nodes: readonly number[], turn: number): Part => ({
    steps: nodes.map(step),
    turns: nodes.map(() => turn),
    cost: nodes.reduce((sum, node) => sum + worth(node, turn), 0),
  })
  if (own.length === 0) {
    const chosen = partitions[start]!.map((parts) =>
      parts
        .filter(isSimple)
        .reduce<number | undefined>((best, one) => (best === undefined || worth(one, 1) < worth(best, 1) ? one : best), undefined),
    )
    if (chosen.includes(undefined)) return []
    return [together(chosen as number[], 1)].filter(({ cost }) => cost < limit)
  }
  if (!isSimple(start)) return []
  return own[0]!
    .filter((node) => node !== start && isSimple(node))
    .map((node) => together([node], -1))
    .filter(({ cost }) => cost < limit)
    .sort((a, b) => a.cost - b.cost)
}

const joined = (one: Part, other: Part): Part => ({
  steps: [...one.steps, ...other.steps],
  turns: [...one.turns, ...other.turns],
  cost: one.cost + other.cost,
})
