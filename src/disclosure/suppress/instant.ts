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

/** The instant tier: the linear engine's cells, more where requirements ask for more, fewer where they do not. */
export function protectInstantly(problem: Problem, evidence: Evidence, isOver: () => boolean = () => false): Safe {
  const pattern = leastPattern(problem)
  for (const cell of linearTier(problem.cells, problem.primaries, (one) => problem.fixed[one]! < 0)) pattern[cell] = 1
  const limits = repair(problem, evidence, pattern) ?? []
  cleanUp(problem, evidence, pattern, isOver)
  return { pattern, limits }
}
