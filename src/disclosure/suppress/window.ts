import { Heap } from '../attack/heap.ts'
import type { Requirement } from '../certificate/requirement.ts'
import type { Problem } from './problem.ts'

/** What it costs to move a cell that is hidden already, and what it costs more to move any: so that few are moved. */
export const spared = 1e-3

/**
 * The `size` cells nearest to a requirement's, where going through a cell is as long as hiding it costs: cells that are suppressed
 * already are near, cheap ones nearer than dear ones.
 */
export function windowAround(
  { cells, sums: { rows, columns }, cost, fixed }: Problem,
  requirement: Pick<Requirement, 'cells'>,
  pattern: Uint8Array,
  size: number,
): Int32Array {
  const length = (cell: number): number => (pattern[cell]! > 0 ? spared : cost[cell]!) + spared
  const distance = new Float64Array(cells.size).fill(Infinity)
  const heap = new Heap()
  const reach = (cell: number, far: number): void => {
    if (fixed[cell]! < 0 || far >= distance[cell]!) return
    distance[cell] = far
    heap.push(far, cell)
  }
  for (const cell of requirement.cells) reach(cell, 0)
  const done: number[] = []
  const rowsSeen = new Set<number>()
  for (let next = heap.pop(); next && done.length < size; next = heap.pop()) {
    const [far, cell] = next
    if (far > distance[cell]!) continue
    done.push(cell)
    for (let at = columns.start[cell]!; at < columns.start[cell + 1]!; at++) {
      const row = columns.index[at]!
      // The nearest cell of a sum brings in all others of it at their nearest.
      if (rowsSeen.has(row)) continue
      rowsSeen.add(row)
      for (let place = rows.start[row]!; place < rows.start[row + 1]!; place++) reach(rows.index[place]!, far + length(rows.index[place]!))
    }
  }
  return Int32Array.from(done)
}
