import { carryBounds, type Bounds } from '../attack/bounds.ts'
import type { Problem } from './problem.ts'

/**
 * Bounds on what the attacker of a scenario could hold possible if everything were hidden that may be. No pattern reaches farther. A bound of nought shows at
 * once what linear programmes would take long to show: that the tables themselves (2 = 1 + 1, the noughts beside it shown) give a cell away.
 */
export function farthest({ scenarios, fixed, sums, deadline }: Problem, scenario: number): Bounds {
  const { down, up } = scenarios[scenario]!
  const bounds = {
    low: down.map((room, cell) => (fixed[cell]! < 0 ? 0 : -room)),
    high: up.map((room, cell) => (fixed[cell]! < 0 ? 0 : room)),
  }
  carryBounds(sums, bounds, deadline)
  return bounds
}
