import { cheapestOf, isSmall, type Found } from './beginnings.ts'
import { cleanUp } from './cleanup.ts'
import { Cover } from './cover.ts'
import { Evidence } from './evidence.ts'
import { Limits, type InherentLimit } from './limits.ts'
import type { Problem } from './problem.ts'
import { buyMoves, isHeavy, repair } from './repair.ts'
import { spareCells } from './spare.ts'
import { askWeaker } from './weaker.ts'

/** A safe pattern, with the requirements that had to be lowered to make that possible. */
export interface Safe extends Found {
  limits: readonly InherentLimit[]
  /** Another one, dearer, mostly made of whole worlds: for when no proof is found of this one, or the proof takes more cells than this saves. */
  fallback?: Found
}

/** Share of the time that is left for looking for cells that can be shown again. */
const sparingShare = 0.3
/** Rounds of that over all cells; measured: in large tables the second gains one or two per cent and takes half as long as the first, more gain next to nothing. */
const sparingRounds = 2

/** Cells times requirements up to which other patterns than the first take less than a tenth of a second. */
const mostQuick = 120_000
/** Seconds for other patterns than the first, at most; for whoever takes his time, as share of what is left. */
const others = { seconds: 2, share: 0.1 }

/**
 * The instant tier: whole worlds for all requirements, each the cheapest found given what the others hide, and cells spared by changing them; linear
 * programmes for the few that have none, and, where that is quick, to spare more.
 * Throws `OutOfTime` when the problem's deadline is over before the pattern is safe.
 * @param sparing seconds to look for cells that can be shown again, at most
 * @param isPatient whether that takes its time: the exact tier goes on from what is found
 */
export function protectInstantly(problem: Problem, sparing = Infinity, isPatient = false): Safe {
  const evidence = new Evidence(problem)
  const { deadline, requirements, cells } = problem
  const limits = new Limits(problem)
  const cover = new Cover(problem)
  cover.meetAll(limits)
  deadline.within(Math.min(sparing, sparingShare * deadline.secondsLeft), () => {
    const rounds = isPatient || !isHeavy(cover.pattern, requirements.length) ? sparingRounds : 1
    for (let round = 0; round < rounds && spareCells(problem, cover) > 0; round++);
  })
  const pattern = cover.pattern.slice()
  cover.tell(evidence)
  repair(problem, evidence, pattern, limits)
  askWeaker(
    problem,
    (at) => limits.has(at),
    () => meetAdded(problem, evidence, pattern, limits),
  )
  const isLarge = isHeavy(pattern, requirements.length)
  if (!isLarge) cleanUp(problem, evidence, pattern, Math.min(sparing, sparingShare * deadline.secondsLeft))
  const isInHaste = isLarge || (isSmall(cells) && cells.size * requirements.length > mostQuick)
  const first = { pattern, evidence }
  if (isInHaste && !isPatient) return { ...first, limits: limits.found }
  const patience = isPatient ? others.share * deadline.secondsLeft : Math.min(others.seconds, sparingShare * deadline.secondsLeft)
  const best = cheapestOf(problem, first, patience)
  return { ...best, limits: limits.found, ...(best !== first && { fallback: first }) }
}

/** Meets requirements that were added to those a pattern meets, most of which it meets already, as far as the tables let it. */
function meetAdded(problem: Problem, evidence: Evidence, pattern: Uint8Array, limits: Limits): void {
  evidence.takeUp()
  buyMoves(problem, evidence, pattern, limits)
  repair(problem, evidence, pattern, limits)
}
