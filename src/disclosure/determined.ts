/** One sum that holds between counts, in whichever tables they stand, by their names. */
export interface Sum {
  total: string
  parts: readonly string[]
}

type Row = Map<string, number>
/** Names of counts, alone or with their values. */
type Names = Pick<ReadonlySet<string>, 'has'>

const tiny = 1e-9

/**
 * The hidden counts that follow from the shown ones by the sums alone: those with one solution only in the linear equations.
 * Which they are does not depend on the values. A sum with a count that is neither shown nor hidden says nothing.
 */
export function determinedCounts(sums: readonly Sum[], shown: Names, hidden: ReadonlySet<string>): string[] {
  const solved = new Map<string, Row>()
  for (const sum of sums) {
    const row = reduced(equationOf(sum, shown, hidden), solved)
    const pivot = row?.keys().next().value
    if (!row || pivot === undefined) continue
    scale(row, 1 / row.get(pivot)!)
    // Every other equation loses the new pivot, so that each pivot stands in one equation only.
    for (const other of solved.values()) subtract(other, row, other.get(pivot) ?? 0)
    solved.set(pivot, row)
  }
  return [...solved].flatMap(([pivot, row]) => (row.size === 1 ? [pivot] : []))
}

/** The hidden part of `total − parts = 0`; `undefined` when a count stands nowhere. */
function equationOf({ total, parts }: Sum, shown: Names, hidden: ReadonlySet<string>): Row | undefined {
  const row: Row = new Map()
  for (const [name, weight] of [[total, 1] as const, ...parts.map((part) => [part, -1] as const)]) {
    if (shown.has(name)) continue
    if (!hidden.has(name)) return undefined
    add(row, name, weight)
  }
  return row
}

function reduced(row: Row | undefined, solved: ReadonlyMap<string, Row>): Row | undefined {
  if (!row) return undefined
  for (const [name, weight] of [...row]) {
    const by = solved.get(name)
    if (by) subtract(row, by, weight)
  }
  return row
}

function subtract(row: Row, other: Row, times: number): void {
  if (times !== 0) for (const [name, weight] of other) add(row, name, -weight * times)
}

function scale(row: Row, by: number): void {
  for (const [name, weight] of row) row.set(name, weight * by)
}

function add(row: Row, name: string, weight: number): void {
  const sum = (row.get(name) ?? 0) + weight
  if (Math.abs(sum) < tiny) row.delete(name)
  else row.set(name, sum)
}
