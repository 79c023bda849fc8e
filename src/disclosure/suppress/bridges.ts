import type { Problem } from './problem.ts'
import type { Cut } from './separate.ts'

/** Cells that some requirement asks freedom of. */
function demanding({ requirements, cells }: Problem): Uint8Array {
  const marked = new Uint8Array(cells.size)
  for (const { cells: own, up, down, slide } of requirements) if (own.length === 1 && Math.max(up, down, slide) > 0) marked[own[0]!] = 1
  return marked
}

/**
 * Conditions "no cell is hidden alone in a sum" that the weights break: w_i ≤ Σ w_j over the other cells of each of its sums. A cell that
 * is alone in a sum follows from it, so hiding it helps nobody. (A cut with a factor of −1 for the cell itself where it is open.)
 */
export function brokenBridges(problem: Problem, w: Float64Array): Cut[] {
  const {
    fixed,
    sums: { rows },
    requirements,
  } = problem
  const asks = requirements.length > 0 ? demanding(problem) : new Uint8Array(w.length)
  const cuts: Cut[] = []
  for (let row = 0; row + 1 < rows.start.length; row++) {
    const cells = rows.index.subarray(rows.start[row]!, rows.start[row + 1]!)
    let total = 0
    for (const cell of cells) total += w[cell]!
    if (total <= 1e-6) continue
    for (const cell of cells) {
      if (2 * w[cell]! - total <= 1e-6 || (fixed[cell]! > 0 && !asks[cell])) continue
      const others = cells.filter((other) => other !== cell && fixed[other] === 0)
      if (fixed[cell]! > 0) cuts.push({ cells: others, factors: new Float64Array(others.length).fill(1), least: 1 })
      else
        cuts.push({
          cells: Int32Array.of(cell, ...others),
          factors: Float64Array.of(-1, ...new Float64Array(others.length).fill(1)),
          least: 0,
        })
    }
  }
  return cuts
}
