import { linearTier } from '../linear/linearTier.ts'
import { cleanUp } from './cleanup.ts'
import { Cover } from './cover.ts'
import type { Evidence } from './evidence.ts'
import { Limits, type InherentLimit } from './limits.ts'
import { leastPattern, type Problem } from './problem.ts'
import { isHeavy, repair } from './repair.ts'
import { spareCells } from './spare.ts'

/** A pattern in which every requirement holds, with the requirements that had to be lowered to make that possible. */
export interface Safe {
  pattern: Uint8Array
  limits: readonly InherentLimit[]
}

/** Share of the time that is left for looking for cells that can be shown again. */
const sparingShare = 0.3
/** Rounds of that over all cells; measured: more gain next to nothing. */
const sparingRounds = 2

/**
 * The instant tier: whole worlds for all requirements, each the cheapest found given what the others hide, and cells spared by changing them; linear
 * programmes for the few that have none, and, where that is quick, to spare more.
 * Throws `OutOfTime` when the problem's deadline is over before the pattern is safe.
 * @param sparing seconds to look for cells that can be shown again, at most
 */
export function protectInstantly(problem: Problem, evidence: Evidence, sparing = Infinity): Safe {
  const { deadline, requirements } = problem
  const limits = new Limits(problem)
  const cover = new Cover(problem)
  cover.meetAll(limits)
  deadline.within(Math.min(sparing, sparingShare * deadline.secondsLeft), () => {
    for (let round = 0; round < sparingRounds && spareCells(problem, cover) > 0; round++);
  })
  const pattern = cover.pattern.slice()
  cover.tell(evidence)
  repair(problem, evidence, pattern, limits)
  if (!isHeavy(pattern, requirements.length)) cleanUp(problem, evidence, pattern, Math.min(sparing, sparingShare * deadline.secondsLeft))
  return { pattern, limits: limits.found }
}

/** What the linear engine hides; every cell that may be hidden when it cannot even begin in this share of the time. */
export function linearPattern(problem: Problem, part: number): Uint8Array {
  const { cells, primaries, fixed, deadline } = problem
  const pattern = leastPattern(problem)
  const hidden = deadline.within(part * deadline.secondsLeft, () => linearTier(cells, primaries, (one) => fixed[one]! < 0, { deadline }))
  for (const cell of hidden ?? fixed.keys()) if (fixed[cell]! >= 0) pattern[cell] = 1
  return pattern
}
