import type { Evidence } from './evidence.ts'
import type { Problem } from './problem.ts'
import type { Moving } from './productMoves.ts'

const epsilon = 1e-6

/** For moves that need no cell hidden that is not. */
export const free = epsilon

/**
 * Shows that a requirement is met by moves each of which costs less than `limit`, in one direction and in the other where that does not suffice. Hides the
 * cells they need. Says whether it is met then.
 */
export function meetByMoves(
  problem: Problem,
  evidence: Evidence,
  pattern: Uint8Array,
  moves: Moving,
  { at, limit }: { at: number; limit: number },
): boolean {
  const requirement = problem.requirements[at]!
  for (const sign of preferred(problem, at)) {
    const goal = evidence.missing(at, sign)
    const move = goal > 0 ? moves.find(requirement, sign, goal, pattern, limit) : undefined
    if (!move) continue
    for (const cell of move.world.cells) pattern[cell] = 1
    evidence.add(move.world)
  }
  return evidence.isMet(at)
}

/** The direction with more room first. */
export function preferred({ scenarios, requirements }: Problem, at: number): (1 | -1)[] {
  const { scenario, cells, factors } = requirements[at]!
  const { down, up } = scenarios[scenario]!
  const cell = cells[0]!
  return (factors[0]! > 0 ? up[cell]! >= down[cell]! : down[cell]! >= up[cell]!) ? [1, -1] : [-1, 1]
}
