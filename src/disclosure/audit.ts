import type { Bounds, Edge, Network, Status } from './network.ts'
import { boundsOf } from './network.ts'

/** What an attacker can work out about one hidden cell: the least and most it can be, `Infinity` when unlimited. */
export interface FeasibleInterval {
  cell: number
  least: number
  most: number
}

/**
 * The exact integer interval of each hidden cell, given all published cells, all sums and the attacker's bounds.
 * Integer, because a network with integer bounds has integer extremes. One maximum flow per cell and direction; it shares
 * no code with the choice of what to hide, so it can check it.
 */
export function feasibleIntervals(
  network: Network,
  statuses: readonly Status[],
  threshold: number,
  knowsPrimary: boolean,
): FeasibleInterval[] {
  const bounds = network.edges.map((edge) => boundsOf(edge, statuses, threshold, knowsPrimary, network))
  return hiddenCells(network, statuses).map(({ edge, at }) => ({
    cell: edge.cell!,
    least: edge.value - largestChange(network, bounds, at, -1),
    most: edge.value + largestChange(network, bounds, at, 1),
  }))
}

/** Positions of the hidden cells whose value an attacker can work out exactly. Empty is what a release must have. */
export function exactlyKnown(
  network: Network,
  statuses: readonly Status[],
  threshold: number,
  knowsPrimary: boolean,
): number[] {
  const bounds = network.edges.map((edge) => boundsOf(edge, statuses, threshold, knowsPrimary, network))
  return hiddenCells(network, statuses)
    .filter(({ at }) => largestChange(network, bounds, at, 1, 1) + largestChange(network, bounds, at, -1, 1) === 0)
    .map(({ edge }) => edge.cell!)
}

function hiddenCells({ edges }: Network, statuses: readonly Status[]): { edge: Edge; at: number }[] {
  return edges
    .map((edge, at) => ({ edge, at }))
    .filter(({ edge }) => edge.cell !== undefined && statuses[edge.cell] !== 'published')
}

/** How far an edge can rise (+1) or fall (−1), up to `enough`: the largest flow back from its head to its tail. */
function largestChange(
  network: Network,
  bounds: readonly Bounds[],
  at: number,
  way: 1 | -1,
  enough = Infinity,
): number {
  const { from, to, value } = network.edges[at]!
  const own = way === 1 ? bounds[at]!.most - value : value - bounds[at]!.least
  const limit = Math.min(own, enough)
  const [source, sink] = way === 1 ? [to, from] : [from, to]
  if (source === sink) return limit
  const values = network.edges.map((edge) => edge.value)
  let change = 0
  while (change < limit) {
    const path = pathOf(network, bounds, values, at, source, sink)
    if (!path) break
    const step = Math.min(limit - change, ...path.map((move) => room(bounds, values, move)))
    if (step === Infinity) return Infinity
    for (const { edge, way } of path) values[edge]! += way * step
    change += step
  }
  return change
}

interface Move {
  edge: number
  way: 1 | -1
}

function room(bounds: readonly Bounds[], values: readonly number[], { edge, way }: Move): number {
  return way === 1 ? bounds[edge]!.most - values[edge]! : values[edge]! - bounds[edge]!.least
}

/** A shortest path of moves from source to sink that leaves one edge alone (breadth first), or `undefined`. */
function pathOf(
  { nodes, edges }: Network,
  bounds: readonly Bounds[],
  values: readonly number[],
  without: number,
  source: number,
  sink: number,
): Move[] | undefined {
  const around = new Map<number, { move: Move; to: number }[]>()
  for (const [edge, { from, to }] of edges.entries()) {
    if (edge === without) continue
    if (room(bounds, values, { edge, way: 1 }) > 0) append(around, from, { move: { edge, way: 1 }, to })
    if (room(bounds, values, { edge, way: -1 }) > 0) append(around, to, { move: { edge, way: -1 }, to: from })
  }
  const cameBy = new Array<{ move: Move; node: number } | undefined>(nodes)
  const queue = [source]
  for (const node of queue) {
    if (node === sink) return trace(cameBy, source, sink)
    for (const { move, to } of around.get(node) ?? []) {
      if (to === source || cameBy[to]) continue
      cameBy[to] = { move, node }
      queue.push(to)
    }
  }
  return undefined
}

function append<T>(lists: Map<number, T[]>, key: number, item: T): void {
  const list = lists.get(key)
  if (list) list.push(item)
  else lists.set(key, [item])
}

function trace(cameBy: readonly ({ move: Move; node: number } | undefined)[], source: number, sink: number): Move[] {
  const moves: Move[] = []
  for (let node = sink; node !== source;) {
    const step = cameBy[node]!
    moves.push(step.move)
    node = step.node
  }
  return moves
}
