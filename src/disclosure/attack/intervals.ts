import type { Cells } from '../tables/cells.ts'
import type { Sums } from '../tables/rows.ts'
import { AttackModel } from './attackModel.ts'
import type { Scenario } from './scenario.ts'
import type { Solver } from './solver.ts'

/** What an attacker can say of a cell: its count lies from `low` to `high` (Infinity when there is no upper end). */
export interface Interval {
  cell: number
  low: number
  high: number
}

/** The farthest known to be possible above and below, for each column of a component. */
interface Seen {
  most: Float64Array
  least: Float64Array
}

/**
 * The feasible interval of each of these cells, both ends by linear programming, when `suppressed` (one flag per cell) are hidden.
 * A solution found for one cell serves all others of its component that it takes to an end of their own.
 */
export function feasibleIntervals(
  solver: Solver,
  { cells, sums, suppressed, scenario }: { cells: Cells; sums: Sums; suppressed: Uint8Array; scenario: Scenario },
  asked: Iterable<number>,
): Interval[] {
  const model = new AttackModel({ solver, sums }, suppressed, scenario)
  const seen = model.components.map(({ cells: { length } }) => ({ most: new Float64Array(length), least: new Float64Array(length) }))
  try {
    return Array.from(asked, (cell) => {
      const count = cells.count[cell]!
      const component = model.componentOf[cell]!
      if (component < 0) return { cell, low: count, high: count }
      const column = model.columnOf[cell]!
      return {
        cell,
        low: count - end(model, component, column, -1, seen[component]!),
        high: count + end(model, component, column, 1, seen[component]!),
      }
    })
  } finally {
    model.dispose()
  }
}

function end(model: AttackModel, component: number, column: number, sign: 1 | -1, seen: Seen): number {
  const known = sign > 0 ? seen.most[column]! : seen.least[column]!
  const { lower, upper } = model.polytope(component)
  const room = sign > 0 ? upper[column]! : -lower[column]!
  if (known >= room) return room
  const reached = model.maximise(component, { index: [column], value: [1] }, sign, Infinity)
  const { z } = model.polytope(component)
  for (let other = 0; other < z.length; other++) {
    if (z[other]! > seen.most[other]!) seen.most[other] = z[other]!
    if (-z[other]! > seen.least[other]!) seen.least[other] = -z[other]!
  }
  return reached
}
