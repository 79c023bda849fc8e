import type { Bounds, Edge } from './network.ts'

interface Arc {
  to: number
  edge: number
}

/**
 * Finds the edges that cannot change: those on no cycle along which values can rise and fall within their bounds.
 * An edge that can move one way lies on such a cycle exactly when both its ends are in one strongly connected part;
 * an edge that can move both ways, when it is moreover no bridge of that part. O(nodes + edges).
 * @param bounds per edge; an edge with equal bounds is published
 * @returns per edge, whether its value is given away
 */
export function fixedEdges(nodes: number, edges: readonly Edge[], bounds: readonly Bounds[]): boolean[] {
  const arcs: Arc[][] = Array.from({ length: nodes }, () => [])
  for (const [at, edge] of edges.entries()) {
    if (edge.value < bounds[at]!.most) arcs[edge.from]!.push({ to: edge.to, edge: at })
    if (edge.value > bounds[at]!.least) arcs[edge.to]!.push({ to: edge.from, edge: at })
  }
  const part = stronglyConnected(arcs)
  const bridges = bridgesWithin(nodes, edges, part, bounds)
  return edges.map(({ from, to, value }, at) => {
    const canRise = value < bounds[at]!.most
    const canFall = value > bounds[at]!.least
    if (!canRise && !canFall) return true
    return part[from] !== part[to] || (canRise && canFall && bridges[at]!)
  })
}

/** Number of the strongly connected part of each node (Tarjan 1972, without recursion). */
function stronglyConnected(arcs: readonly (readonly Arc[])[]): Int32Array {
  const part = new Int32Array(arcs.length).fill(-1)
  const order = new Int32Array(arcs.length).fill(-1)
  const low = new Int32Array(arcs.length)
  const next = new Int32Array(arcs.length)
  const open: number[] = []
  let clock = 0
  let parts = 0
  for (let root = 0; root < arcs.length; root++) {
    const path = order[root]! < 0 ? [root] : []
    while (path.length > 0) {
      const node = path.at(-1)!
      if (order[node]! < 0) {
        order[node] = low[node] = clock++
        open.push(node)
      }
      const arc = arcs[node]![next[node]!++]
      if (arc) {
        if (order[arc.to]! < 0) path.push(arc.to)
        else if (part[arc.to]! < 0) low[node] = Math.min(low[node]!, order[arc.to]!)
        continue
      }
      path.pop()
      if (low[node] === order[node]) closePart(node, open, part, parts++)
      const parent = path.at(-1)
      if (parent !== undefined && part[node]! < 0) low[parent] = Math.min(low[parent]!, low[node]!)
    }
  }
  return part
}

function closePart(node: number, open: number[], part: Int32Array, number: number): void {
  for (let member = -1; member !== node;) {
    member = open.pop()!
    part[member] = number
  }
}

/** Whether each edge is a bridge of the undirected graph of movable edges inside the parts (Tarjan 1974). */
function bridgesWithin(nodes: number, edges: readonly Edge[], part: Int32Array, bounds: readonly Bounds[]): boolean[] {
  const around: Arc[][] = Array.from({ length: nodes }, () => [])
  for (const [at, { from, to }] of edges.entries()) {
    if (part[from] !== part[to] || from === to || bounds[at]!.least === bounds[at]!.most) continue
    around[from]!.push({ to, edge: at })
    around[to]!.push({ to: from, edge: at })
  }
  const isBridge = new Array<boolean>(edges.length).fill(false)
  const order = new Int32Array(nodes).fill(-1)
  const low = new Int32Array(nodes)
  const next = new Int32Array(nodes)
  let clock = 0
  for (let root = 0; root < nodes; root++) {
    const path: Arc[] = order[root]! < 0 ? [{ to: root, edge: -1 }] : []
    while (path.length > 0) {
      const { to: node, edge: through } = path.at(-1)!
      if (order[node]! < 0) order[node] = low[node] = clock++
      const arc = around[node]![next[node]!++]
      if (arc) {
        if (arc.edge === through) continue
        if (order[arc.to]! < 0) path.push(arc)
        else low[node] = Math.min(low[node]!, order[arc.to]!)
        continue
      }
      path.pop()
      const parent = path.at(-1)
      if (!parent) continue
      low[parent.to] = Math.min(low[parent.to]!, low[node]!)
      if (low[node]! > order[parent.to]!) isBridge[through] = true
    }
  }
  return isBridge
}
