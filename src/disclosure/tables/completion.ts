import type { Instance, Table } from './instance.ts'

/**
 * The instance with hidden tables that join those which share dimensions only pairwise (AB, BC, AC): figures that agree two by two need not come from one
 * joint table, so an attack on the published cells alone would overstate what is possible. The interaction graph of the dimensions is
 * made chordal (minimum fill), and each clique that no table holds becomes a hidden one, as deep as its tables go. Decomposable sets stay as they are.
 */
export function complete(instance: Instance): Instance {
  const missing = missingJoints(instance.tables.map(({ dims }) => dims))
  return { ...instance, tables: [...instance.tables, ...missing.map((clique) => hiddenTable(instance, clique))] }
}

/** Which sets of variables must stand in one table each, beside these sets, for figures that agree two by two to come from one joint table. */
export function missingJoints(tables: readonly (readonly number[])[]): number[][] {
  return cliques(tables, 1 + Math.max(-1, ...tables.flat())).filter(
    (clique) => !tables.some((dims) => clique.every((dim) => dims.includes(dim))),
  )
}

function hiddenTable({ tables }: Instance, clique: readonly number[]): Table {
  const sharing = tables.filter(({ dims }) => clique.filter((dim) => dims.includes(dim)).length >= 2)
  const depths = clique.flatMap((dim): [number, number][] => {
    const depth = Math.max(...sharing.filter(({ dims }) => dims.includes(dim)).map(({ maxDepth }) => maxDepth.get(dim) ?? Infinity))
    return Number.isFinite(depth) ? [[dim, depth]] : []
  })
  return { dims: clique, maxDepth: new Map(depths), hidden: true }
}

/** The largest cliques of the chordal graph, by eliminating each time the dimension that needs the fewest new edges. */
function cliques(tables: readonly (readonly number[])[], size: number): number[][] {
  const near = Array.from({ length: size }, () => new Set<number>())
  const join = (a: number, b: number): void => {
    if (a === b) return
    near[a]!.add(b)
    near[b]!.add(a)
  }
  for (const dims of tables) for (const a of dims) for (const b of dims) join(a, b)
  const left = new Set(near.keys())
  const around = (dim: number): number[] => [...near[dim]!].filter((other) => left.has(other))
  const fill = (dim: number): number => {
    const others = around(dim)
    return others.reduce((sum, a) => sum + others.filter((b) => b > a && !near[a]!.has(b)).length, 0)
  }
  const found: number[][] = []
  while (left.size > 0) {
    const dim = [...left].reduce((best, one) => (fill(one) < fill(best) ? one : best))
    const others = around(dim)
    for (const a of others) for (const b of others) join(a, b)
    left.delete(dim)
    found.push([dim, ...others].sort((a, b) => a - b))
  }
  return found.filter(
    (one, at) =>
      !found.some((other, place) => place !== at && one.every((dim) => other.includes(dim)) && (other.length > one.length || place < at)),
  )
}
