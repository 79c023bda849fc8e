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
  const attack = attackOn(network, statuses, threshold, knowsPrimary)
  return hiddenCells(network, statuses).map(({ edge, at }) => ({
    cell: edge.cell!,
    least: edge.value - largestChange(attack, at, -1),
    most: edge.value + largestChange(attack, at, 1),
  }))
}

/** Positions of the hidden cells whose value an attacker can work out exactly. Empty is what a release must have. */
export function exactlyKnown(
  network: Network,
  statuses: readonly Status[],
  threshold: number,
  knowsPrimary: boolean,
): number[] {
  const attack = attackOn(network, statuses, threshold, knowsPrimary)
  return hiddenCells(network, statuses)
    .filter(({ at }) => largestChange(attack, at, 1, 1) === 0 && largestChange(attack, at, -1, 1) === 0)
    .map(({ edge }) => edge.cell!)
}

function hiddenCells({ edges }: Network, statuses: readonly Status[]): { edge: Edge; at: number }[] {
  return edges
    .map((edge, at) => ({ edge, at }))
    .filter(({ edge }) => edge.cell !== undefined && statuses[edge.cell] !== 'published')
}

interface Move {
  edge: number
  way: 1 | -1
}

/** What an attacker works with: the network, bounds, and the ways along the edges that are not published, by node. */
interface Attack {
  network: Network
  bounds: Bounds[]
  around: { move: Move; to: number }[][]
}

function attackOn(network: Network, statuses: readonly Status[], threshold: number, knowsPrimary: boolean): Attack {
  const bounds = network.edges.map((edge) => boundsOf(edge, statuses, threshold, knowsPrimary, network))
  const around: Attack['around'] = Array.from({ length: network.nodes }, () => [])
  for (const [edge, { from, to }] of network.edges.entries()) {
    if (bounds[edge]!.least === bounds[edge]!.most) continue
    around[from]!.push({ move: { edge, way: 1 }, to })
    around[to]!.push({ move: { edge, way: -1 }, to: from })
  }
  return { network, bounds, around }
}

/** How far an edge can rise (+1) or fall (−1), up to `enough`: the largest flow back from its head to its tail. */
function largestChange(attack: Attack, at: number, way: 1 | -1, enough = Infinity): number {
  const { edges } = attack.network
  const { from, to } = edges[at]!
  const changes = new Map<number, number>()
  const room = ({ edge, way }: Move): number => {
    const value = edges[edge]!.value + (changes.get(edge) ?? 0)
    const { least, most } = attack.bounds[edge]!
    return way === 1 ? most - value : value - least
  }
  const limit = Math.min(room({ edge: at, way }), enough)
  const [source, sink] = way === 1 ? [to, from] : [from, to]
  if (source === sink) return limit
  let change = 0
  while (change < limit) {
    const path = pathOf(attack, room, at, source, sink)
    if (!path) break
    const step = Math.min(limit - change, ...path.map(room))
    if (step === Infinity) return Infinity
    for (const { edge, way } of path) changes.set(edge, (changes.get(edge) ?? 0) + way * step)
    change += step
  }
  return change
}

/** A shortest path of moves from source to sink that leaves one edge alone (breadth first), or `undefined`. */
function pathOf(
  { around }: Attack,
  room: (move: Move) => number,
  without: number,
  source: number,
  sink: number,
): Move[] | undefined {
  const cameBy = new Map<number, { move: Move; node: number }>()
  const queue = [source]
  for (const node of queue) {
    if (node === sink) return trace(cameBy, source, sink)
    for (const { move, to } of around[node]!) {
      if (to === source || cameBy.has(to) || move.edge === without || room(move) <= 0) continue
      cameBy.set(to, { move, node })
      queue.push(to)
    }
  }
  return undefined
}

function trace(cameBy: ReadonlyMap<number, { move: Move; node: number }>, source: number, sink: number): Move[] {
  const moves: Move[] = []
  for (let node = sink; node !== source;) {
    const step = cameBy.get(node)!
    moves.push(step.move)
    node = step.node
  }
  return moves
}
