import { fixedEdges } from './exposure.ts'
import type { Edge, Network, Status } from './network.ts'
import { boundsOf } from './network.ts'
import { shortestPath } from './shortestPath.ts'
import type { CostedArc } from './shortestPath.ts'

// A hidden cell costs nothing to use again; the trifle makes shorter cycles win among equals.
const reuseCost = 1e-6
/** Cost of hiding one more cell beside its value, so that few cells are hidden and not only small ones. */
const cellCost = 0.1

/**
 * Hides further cells until no hidden cell can be worked out exactly, even by one who knows which were small themselves.
 * Each exposed cell gets the cheapest cycle (least hidden value) along which it can change.
 * @param first statuses with the small cells marked, and as complementary those that must stay hidden
 * @param open cells that stand openly elsewhere, so that hiding them would protect nothing
 * @returns the statuses, or `undefined` when there is no such cycle for some cell
 */
export function withComplements(
  network: Network,
  first: readonly Status[],
  threshold: number,
  open: ReadonlySet<number> = new Set(),
): Status[] | undefined {
  const statuses = [...first]
  for (;;) {
    const exposed = exposedEdges(network, statuses, threshold)
    if (exposed.length === 0) break
    const worst = exposed.reduce((a, b) => (network.edges[b]!.value > network.edges[a]!.value ? b : a))
    const cells = cheapestCycle(network, statuses, threshold, worst, open)
    if (!cells) return undefined
    for (const cell of cells) if (statuses[cell] === 'published') statuses[cell] = 'complementary'
  }
  return statuses
}

/** Edges of hidden cells that the strongest attacker knows exactly. */
function exposedEdges(network: Network, statuses: readonly Status[], threshold: number): number[] {
  const bounds = network.edges.map((edge) => boundsOf(edge, statuses, threshold, true, network))
  const isFixed = fixedEdges(network.nodes, network.edges, bounds)
  return network.edges.flatMap(({ cell }, at) => (cell !== undefined && statuses[cell] !== 'published' && isFixed[at] ? [at] : []))
}

/**
 * Publishes every complement again that turns out not to be needed, the largest first.
 * @param isNeeded cells that stay hidden although no value follows from them
 * @param isEnough whether what is hidden is enough, beside that no value follows
 */
export function withoutNeedless(
  network: Network,
  protectedStatuses: readonly Status[],
  threshold: number,
  isNeeded: (cell: number) => boolean,
  isEnough: (statuses: readonly Status[]) => boolean,
): Status[] {
  const statuses = [...protectedStatuses]
  const complements = network.edges
    .filter(({ cell }) => cell !== undefined && statuses[cell] === 'complementary' && !isNeeded(cell))
    .sort((a, b) => b.value - a.value || a.cell! - b.cell!)
  for (const { cell } of complements) {
    statuses[cell!] = 'published'
    if (!isEnough(statuses) || exposedEdges(network, statuses, threshold).length > 0) statuses[cell!] = 'complementary'
  }
  return statuses
}

/** Cells of the cheapest cycle on which an edge can rise or fall, whichever costs less; `undefined` when there is none. */
function cheapestCycle(
  network: Network,
  statuses: readonly Status[],
  threshold: number,
  at: number,
  open: ReadonlySet<number>,
): number[] | undefined {
  const arcs = costedArcs(network, statuses, threshold, at, open)
  const { from, to, value } = network.edges[at]!
  const bounds = boundsOf(network.edges[at]!, statuses, threshold, true, network)
  const rise = value < bounds.most ? shortestPath(arcs, to, from) : undefined
  const fall = value > bounds.least ? shortestPath(arcs, from, to) : undefined
  const best = !rise || (fall && fall.cost < rise.cost) ? fall : rise
  return best?.edges.flatMap((edge) => network.edges[edge]!.cell ?? [])
}

/** Ways to move along every edge but one, as if each published cell were hidden, at the cost of hiding it. */
function costedArcs(
  network: Network,
  statuses: readonly Status[],
  threshold: number,
  without: number,
  open: ReadonlySet<number>,
): CostedArc[][] {
  const arcs: CostedArc[][] = Array.from({ length: network.nodes }, () => [])
  for (const [at, edge] of network.edges.entries()) {
    if (at === without) continue
    const isHidden = edge.cell === undefined || statuses[edge.cell] !== 'published'
    if (!isHidden && open.has(edge.cell!)) continue
    const cost = isHidden ? reuseCost : edge.value + cellCost
    const bounds = boundsOf(edge, isHidden ? statuses : hiding(statuses, edge), threshold, true, network)
    if (edge.value < bounds.most) arcs[edge.from]!.push({ to: edge.to, edge: at, cost })
    if (edge.value > bounds.least) arcs[edge.to]!.push({ to: edge.from, edge: at, cost })
  }
  return arcs
}

function hiding(statuses: readonly Status[], edge: Edge): readonly Status[] {
  const changed: Status[] = []
  changed[edge.cell!] = 'complementary'
  for (const margin of edge.cappedBy) changed[margin] = statuses[margin]!
  return changed
}
