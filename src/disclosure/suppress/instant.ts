import { linearTier } from '../linear/linearTier.ts'
import { cleanUp } from './cleanup.ts'
import type { Evidence } from './evidence.ts'
import { leastPattern, type Problem } from './problem.ts'
import { repair, type InherentLimit } from './repair.ts'

/** A pattern in which every requirement holds, with the requirements that had to be lowered to make that possible. */
export interface Safe {
  pattern: Uint8Array
  limits: InherentLimit[]
}

/** Time ran out before any pattern was safe: nothing may be released. */
export class OutOfTime extends Error {}

/**
 * The instant tier: the linear engine's cells, more where requirements ask for more, fewer where they do not.
 * @param isSparingOver stop looking for cells that can be shown again?
 * @param isOver stop altogether? Throws `OutOfTime` when no pattern is safe then.
 */
export function protectInstantly(
  problem: Problem,
  evidence: Evidence,
  isSparingOver: () => boolean,
  isOver: () => boolean = () => false,
): Safe {
  const pattern = leastPattern(problem)
  for (const cell of linearTier(problem.cells, problem.primaries, (one) => problem.fixed[one]! < 0)) pattern[cell] = 1
  const limits = repair(problem, evidence, pattern, isOver)
  if (!limits) throw new OutOfTime('No safe pattern was found in time')
  cleanUp(problem, evidence, pattern, isSparingOver)
  return { pattern, limits }
}
