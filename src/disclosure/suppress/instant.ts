import { linearTier } from '../linear/linearTier.ts'
import { cleanUp } from './cleanup.ts'
import type { Evidence } from './evidence.ts'
import { leastPattern, type Problem } from './problem.ts'
import { repair, type InherentLimit } from './repair.ts'

/** A pattern in which every requirement holds, with the requirements that had to be lowered to make that possible. */
export interface Safe {
  pattern: Uint8Array
  limits: InherentLimit[]
  /** Whether dearer moves were taken to be done in time. */
  isHasty: boolean
}

/** Share of the time that is left for the linear engine, before it hides the rest; and for looking for cells that can be shown again. */
const share = { linear: 0.3, sparing: 0.3 }
/** Seconds for linear programmes before dearer moves are taken, where much is unmet; a tenth of the time, when that is less. */
const haste = 1.5

/**
 * The instant tier: the linear engine's cells, more where requirements ask for more, fewer where they do not.
 * Throws `OutOfTime` when the problem's deadline is over before the pattern is safe.
 * @param sparing seconds to look for cells that can be shown again, at most
 * @param unhurried whether cheapest worlds are looked for however much is unmet: where nobody waits
 */
export function protectInstantly(problem: Problem, evidence: Evidence, sparing = Infinity, unhurried = false): Safe {
  const { deadline } = problem
  const pattern = linearPattern(problem, share.linear)
  const { limits, isHasty } = repair(problem, evidence, pattern, unhurried ? undefined : Math.min(haste, 0.1 * deadline.secondsLeft))
  cleanUp(problem, evidence, pattern, Math.min(sparing, share.sparing * deadline.secondsLeft))
  return { pattern, limits, isHasty }
}

/** What the linear engine hides; every cell that may be hidden when it cannot even begin in this share of the time. */
export function linearPattern(problem: Problem, part: number): Uint8Array {
  const { cells, primaries, fixed, deadline } = problem
  const pattern = leastPattern(problem)
  const hidden = deadline.within(part * deadline.secondsLeft, () => linearTier(cells, primaries, (one) => fixed[one]! < 0, { deadline }))
  for (const cell of hidden ?? fixed.keys()) if (fixed[cell]! >= 0) pattern[cell] = 1
  return pattern
}
