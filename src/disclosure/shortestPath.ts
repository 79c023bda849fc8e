/** A way from one node to another along an edge. */
export interface CostedArc {
  to: number
  edge: number
  cost: number
}

/** Edges of a cheapest path and its cost (Dijkstra 1959); `undefined` when the sink cannot be reached. Costs must be ≥ 0. */
export function shortestPath(
  arcs: readonly (readonly CostedArc[])[],
  source: number,
  sink: number,
): { cost: number; edges: number[] } | undefined {
  const cost = new Float64Array(arcs.length).fill(Infinity)
  const cameBy = new Array<{ arc: CostedArc; node: number } | undefined>(arcs.length)
  const isDone = new Uint8Array(arcs.length)
  const queue: Waiting[] = []
  cost[source] = 0
  insert(queue, { node: source, cost: 0 })
  for (let nearest = removeNearest(queue); nearest && nearest.node !== sink; nearest = removeNearest(queue)) {
    const { node } = nearest
    if (isDone[node]) continue
    isDone[node] = 1
    for (const arc of arcs[node]!) {
      if (cost[node]! + arc.cost >= cost[arc.to]!) continue
      cost[arc.to] = cost[node]! + arc.cost
      cameBy[arc.to] = { arc, node }
      insert(queue, { node: arc.to, cost: cost[arc.to]! })
    }
  }
  if (cost[sink] === Infinity) return undefined
  const edges: number[] = []
  for (let node = sink; node !== source; node = cameBy[node]!.node) edges.push(cameBy[node]!.arc.edge)
  return { cost: cost[sink]!, edges }
}

interface Waiting {
  node: number
  cost: number
}

/** Inserts into a binary heap with the least cost first. */
function insert(heap: Waiting[], item: Waiting): void {
  let at = heap.length
  heap.push(item)
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (heap[parent]!.cost <= item.cost) break
    heap[at] = heap[parent]!
    at = parent
  }
  heap[at] = item
}

function removeNearest(heap: Waiting[]): Waiting | undefined {
  const nearest = heap[0]
  const last = heap.pop()
  if (heap.length === 0 || !last) return nearest
  let at = 0
  for (;;) {
    let child = 2 * at + 1
    if (child + 1 < heap.length && heap[child + 1]!.cost < heap[child]!.cost) child++
    if (child >= heap.length || heap[child]!.cost >= last.cost) break
    heap[at] = heap[child]!
    at = child
  }
  heap[at] = last
  return nearest
}
