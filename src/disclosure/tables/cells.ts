import { ancestors } from './dimension.ts'
import { lookUp } from './lookUp.ts'
import { InstanceFault, type Dimension, type Instance, type Table, type Tuple } from './instance.ts'

/**
 * What may be done with a cell: publish or suppress it; out already; never published by nature (nobody knows that it was counted); known by everybody
 * to be nought; suppressed in an earlier release (everybody knows that it was).
 */
export const status = { publishable: 0, forcedPublished: 1, hidden: 2, structuralZero: 3, keptHidden: 4 } as const

/** Whether cells of this state are hidden whatever pattern is found. */
export const isHidden = (state: number): boolean => state === status.hidden || state === status.keptHidden

/** Cells of all tables, one for each tuple of nodes whatever number of tables it stands in. */
export interface Cells {
  instance: Instance
  size: number
  /** `size` × number of dimensions: the nodes of each cell. */
  nodes: Int32Array
  count: Float64Array
  status: Uint8Array
  /** The number of the cell with these nodes, or undefined. */
  find(nodes: ArrayLike<number>): number | undefined
}

/** The codes of a cell, one for each dimension. */
export function codesOf({ instance: { dims }, nodes }: Cells, cell: number): string[] {
  return dims.map(({ codes }, dim) => codes[nodes[cell * dims.length + dim]!]!)
}

/** The number of the cell with these codes, or undefined when there is no such code or cell. */
export function findByCodes({ instance: { dims }, find }: Cells, codes: Tuple): number | undefined {
  return codes.length === dims.length ? find(dims.map((dim, at) => dim.codes.indexOf(codes[at]!))) : undefined
}

/** Which nodes of a dimension a table shows, in the order of the codes. */
export function nodesShown(dim: number, { depth }: Dimension, { maxDepth, nodes }: Table): readonly number[] {
  const chosen = nodes?.get(dim)
  if (chosen) return chosen
  const most = maxDepth.get(dim) ?? Infinity
  return [...depth.keys()].filter((node) => depth[node]! <= most)
}

/** Mixed-radix number of a tuple of nodes. Throws `InstanceFault` when there are more tuples than exact numbers. */
function radix(dims: readonly Dimension[]): Float64Array {
  const weight = new Float64Array(dims.length)
  let product = 1
  for (let dim = dims.length - 1; dim >= 0; dim--) {
    weight[dim] = product
    product *= dims[dim]!.codes.length
  }
  if (product > Number.MAX_SAFE_INTEGER) throw new InstanceFault('tooManyDimensions', { dims: dims.length })
  return weight
}

/** All combinations of one entry from each list, the last varying fastest; the array given to `use` is used again. */
function eachCombination(lists: readonly (readonly number[])[], use: (chosen: Int32Array) => void): void {
  const chosen = new Int32Array(lists.length)
  const walk = (at: number): void => {
    if (at === lists.length) return use(chosen)
    for (const one of lists[at]!) {
      chosen[at] = one
      walk(at + 1)
    }
  }
  walk(0)
}

/**
 * The cells of the tables, with their counts and what may be done with them. Throws `InstanceFault` for a cell named that is in no table.
 * @param amounts summed instead of the counts, one for each row of the base
 */
export function makeCells(instance: Instance, amounts?: readonly number[]): Cells {
  const { dims, tables } = instance
  const weight = radix(dims)
  const keyOf = (nodes: ArrayLike<number>): number => {
    let key = 0
    for (let dim = 0; dim < dims.length; dim++) key += nodes[dim]! * weight[dim]!
    return key
  }
  const ids = new Map<number, number>()
  const nodes: number[] = []
  const hidden: boolean[] = []
  const owner: number[] = []
  for (const [number, table] of tables.entries()) {
    const shown = dims.map((dim, at) => (table.dims.includes(at) ? nodesShown(at, dim, table) : [dim.root]))
    eachCombination(shown, (tuple) => {
      const isHidden = table.hidden || isHiddenTuple(instance, table, tuple)
      const known = ids.get(keyOf(tuple))
      if (known === undefined) {
        ids.set(keyOf(tuple), hidden.length)
        nodes.push(...tuple)
        hidden.push(isHidden)
        owner.push(number)
      } else if (!isHidden) hidden[known] = false
    })
  }
  const cellAt = lookUp(Float64Array.from(ids.keys()), weight[0]! * dims[0]!.codes.length)
  const find = (tuple: ArrayLike<number>): number | undefined => {
    const cell = cellAt(keyOf(tuple))
    return cell < 0 ? undefined : cell
  }
  const cells = {
    ...{ instance, size: hidden.length, nodes: Int32Array.from(nodes), find },
    count: new Float64Array(hidden.length),
    status: Uint8Array.from(hidden, (isHidden) => (isHidden ? status.hidden : status.publishable)),
  }
  addCounts(cells, amounts ?? instance.base.map((row) => row[dims.length]!), weight, cellAt)
  tables.forEach(({ base }, number) => base && addOwnCounts(cells, base, keyOf, { ids, owner, number }))
  markKnown(cells)
  return cells
}

/** A tuple with a made root in one of the table's own dimensions, or a node that is never published. */
function isHiddenTuple({ dims, hiddenNodes }: Instance, table: Table, tuple: Int32Array): boolean {
  return table.dims.some((dim) => {
    const { madeRoot, root } = dims[dim]!
    return (madeRoot && tuple[dim] === root) || (hiddenNodes.get(dim)?.includes(tuple[dim]!) ?? false)
  })
}

/** A table with counts of its own gives them to the cells that no table before it has. */
function addOwnCounts(
  { instance: { dims, tables }, count }: Cells,
  base: readonly Int32Array[],
  keyOf: (nodes: ArrayLike<number>) => number,
  { ids, owner, number }: { ids: ReadonlyMap<number, number>; owner: readonly number[]; number: number },
): void {
  const table = tables[number]!
  const shown = dims.map((dim, at) => new Set(table.dims.includes(at) ? nodesShown(at, dim, table) : [dim.root]))
  for (const row of base) {
    const ways = dims.map((dim, at) => ancestors(dim, row[at]!).filter((node) => shown[at]!.has(node)))
    eachCombination(ways, (tuple) => {
      const cell = ids.get(keyOf(tuple))
      if (cell !== undefined && owner[cell] === number) count[cell]! += row[dims.length]!
    })
  }
}

/** Every cell above a combination of leaves counts it, once however many tables show the cell. */
function addCounts(
  { instance: { dims, tables, base }, count }: Cells,
  amounts: readonly number[],
  weight: Float64Array,
  cellAt: (key: number) => number,
): void {
  // By table, dimension and leaf: what the nodes above it that the table shows add to a tuple's number.
  const parts = tables
    .filter((table) => !table.base)
    .map((table) =>
      dims.map((dim, place) => {
        const most = table.maxDepth.get(place) ?? Infinity
        const shown = (node: number): number[] =>
          table.dims.includes(place) ? ancestors(dim, node).filter((above) => dim.depth[above]! <= most) : [dim.root]
        return dim.codes.map((_, node) => shown(node).map((above) => above * weight[place]!))
      }),
    )
  const lastCounted = new Int32Array(count.length).fill(-1)
  // The numbers of the tuples above a row, put together dimension by dimension.
  const keys: number[] = []
  base.forEach((row, at) => {
    const amount = amounts[at]!
    for (const above of parts) {
      let size = 1
      keys[0] = 0
      for (let place = 0; place < dims.length; place++) {
        const own = above[place]![row[place]!]!
        for (let next = 1; next < own.length; next++) for (let one = 0; one < size; one++) keys[next * size + one] = keys[one]! + own[next]!
        for (let one = 0; one < size; one++) keys[one]! += own[0]!
        size *= own.length
      }
      for (let one = 0; one < size; one++) {
        const cell = cellAt(keys[one]!)
        if (lastCounted[cell] === at) continue
        lastCounted[cell] = at
        count[cell]! += amount
      }
    }
  })
}

function markKnown(cells: Cells): void {
  const { forcedPublished, keptHidden, structuralZero, withheld } = cells.instance
  const mark = (tuples: readonly Tuple[], as: number, field: string): void =>
    tuples.forEach((tuple, at) => {
      const cell = findByCodes(cells, tuple)
      if (cell === undefined) throw new InstanceFault('noSuchCell', { field, at, codes: tuple.join('|') })
      cells.status[cell] = as
      if (as === status.structuralZero && cells.count[cell]! > 0) throw new InstanceFault('notZero', { at, codes: tuple.join('|') })
    })
  mark(withheld, status.hidden, 'withheld')
  mark(keptHidden, status.keptHidden, 'keptHidden')
  mark(structuralZero, status.structuralZero, 'structuralZero')
  mark(forcedPublished, status.forcedPublished, 'forcedPublished')
}
