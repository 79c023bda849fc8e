import type { Multipliers } from '../attack/polytope.ts'
import type { Problem } from './problem.ts'
import type { Requirement } from '../certificate/requirement.ts'

/**
 * How much each cell, if hidden, could help to take sign × the requirement's functional up: (sign · f − y·M) times its room in that direction. By
 * duality the functional cannot go farther than the sum over the hidden cells, whatever y is. Added to `factors`.
 */
export function addHelp(
  problem: Problem,
  requirement: Requirement,
  sign: 1 | -1,
  multipliers: readonly Multipliers[],
  factors: Map<number, number>,
): void {
  const { rows } = problem.sums
  const gains = new Map<number, number>()
  const gain = (cell: number, value: number): void => void gains.set(cell, (gains.get(cell) ?? 0) + value)
  requirement.cells.forEach((cell, at) => gain(cell, sign * requirement.factors[at]!))
  for (const { rows: numbers, value } of multipliers) {
    for (let at = 0; at < value.length; at++) {
      if (Math.abs(value[at]!) < 1e-9) continue
      const row = numbers[at]!
      for (let place = rows.start[row]!; place < rows.start[row + 1]!; place++) gain(rows.index[place]!, -value[at]! * rows.sign[place]!)
    }
  }
  const { down, up } = problem.scenarios[requirement.scenario]!
  for (const [cell, value] of gains) {
    if (Math.abs(value) < 1e-9) continue
    const help = value > 0 ? value * up[cell]! : -value * down[cell]!
    if (help > 0) factors.set(cell, (factors.get(cell) ?? 0) + help)
  }
}
