import { CheapestWorlds } from './cheapestWorld.ts'
import type { Evidence } from './evidence.ts'
import { Everything } from './everything.ts'
import { Exchanges } from './exchanges.ts'
import { Limits } from './limits.ts'
import { free, meetByMoves, preferred } from './meetByMoves.ts'
import type { Problem } from './problem.ts'
import { ProductMoves, type Moving } from './productMoves.ts'
import { meetWithin } from './withinPattern.ts'

const epsilon = 1e-6
/** Unmet requirements for which a model of all suppressed cells is worth making: it costs as much as finding worlds for so many otherwise. */
const worthModel = 15
/** Unmet requirements times hidden cells, above which linear programmes take too long. */
const mostWork = 1_000_000

/**
 * Adds secondaries to a pattern until every requirement is met: by moves where that costs nothing, else those of the cheapest world for one that is not. What
 * cannot be met even when everything is hidden is lowered to what can. Throws `OutOfTime` before that.
 * @param how `withFractions`: in large tables what linear programmes show to be met in fractions needs nothing more hidden
 */
export function repair(
  problem: Problem,
  evidence: Evidence,
  pattern: Uint8Array,
  limits = new Limits(problem),
  { withFractions = false } = {},
): void {
  const moves = new ProductMoves(problem)
  for (const at of evidence.forget(pattern)) if (!evidence.isMet(at)) meetByMoves(problem, evidence, pattern, moves, { at, limit: free })
  const isLarge = isHeavy(pattern, problem.requirements.length)
  const near = isLarge ? evidence.unmetNearby(pattern) : evidence.unmet(pattern, false)
  const missing = isLarge && near.length >= worthModel ? meetWithin(problem, evidence, pattern, near, withFractions) : near
  if (isLarge && missing.length >= worthModel) buyMoves(problem, evidence, pattern, limits)
  const worlds = new CheapestWorlds(problem)
  const everything = new Everything(problem)
  try {
    for (const at of missing) {
      meetCheaply({ problem, evidence, pattern, moves, worlds, everything }, at)
      if (evidence.isMet(at)) continue
      const { above, below } = evidence.reachOf(at)
      limits.lower(at, above, below)
    }
  } finally {
    worlds.dispose()
    everything.dispose()
  }
}

/** What is worked with while a pattern is made safe. */
interface Repairing {
  problem: Problem
  evidence: Evidence
  pattern: Uint8Array
  moves: Moving
  worlds: CheapestWorlds
  everything: Everything
}

/** Hides the cells of the cheapest worlds for one requirement, as far as it can be met at all. */
function meetCheaply(repairing: Repairing, at: number): void {
  const { problem, evidence, pattern, moves, everything } = repairing
  if (evidence.isMet(at) || meetByMoves(problem, evidence, pattern, moves, { at, limit: free })) return
  const signs = preferred(problem, at)
  for (const sign of signs) reachOut(repairing, at, sign, evidence.missing(at, sign))
  for (const sign of signs) {
    const target = evidence.missing(at, sign)
    if (target <= 0) continue
    const most = Math.min(target, Math.floor(everything.reach(problem.requirements[at]!, sign, target) + epsilon))
    if (!reachOut(repairing, at, sign, most)) throw new Error('A world that exists was not found')
  }
}

/** Hides what the cheapest world needs that goes so far in one direction. Says whether the requirement goes so far then. */
function reachOut({ problem, evidence, pattern, worlds }: Repairing, at: number, sign: 1 | -1, target: number): boolean {
  const { above, below } = evidence.reachOf(at)
  if (target <= (sign > 0 ? above : below) + epsilon) return true
  const found = worlds.find(problem.requirements[at]!, { sign, target }, pattern)
  if (!found) return false
  for (const cell of found.cells) pattern[cell] = 1
  evidence.add(found)
  return true
}

/** Whether so many requirements are asked of so many hidden cells that linear programmes would take long. */
export function isHeavy(pattern: Uint8Array, requirements: number): boolean {
  return requirements * pattern.reduce((sum, one) => sum + one, 0) > mostWork
}

/** Hides what moves need, though worlds found by linear programmes would often cost less. */
export function buyMoves(problem: Problem, evidence: Evidence, pattern: Uint8Array, limits = new Limits(problem)): void {
  const moves = new Exchanges(problem)
  for (const at of evidence.forget(pattern)) {
    const isMet = evidence.isMet(at) || meetByMoves(problem, evidence, pattern, moves, { at, limit: Infinity })
    if (!isMet && limits.foresee(at)) meetByMoves(problem, evidence, pattern, moves, { at, limit: Infinity })
  }
}
