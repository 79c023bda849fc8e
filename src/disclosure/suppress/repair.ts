import type { World } from '../certificate/world.ts'
import { CheapestWorlds } from './cheapestWorld.ts'
import type { Evidence } from './evidence.ts'
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
 * @param how `withFractions`: in large tables what linear programmes show to be met in fractions needs nothing more hidden; `byProgrammes`: worlds are found by
 * them one by one, however many that takes, where else moves would be taken first, which are quicker and mostly dearer
 */
export function repair(
  problem: Problem,
  evidence: Evidence,
  pattern: Uint8Array,
  limits = new Limits(problem),
  { withFractions = false, byProgrammes = false } = {},
): void {
  const moves = new ProductMoves(problem)
  for (const at of evidence.forget(pattern)) if (!evidence.isMet(at)) meetByMoves(problem, evidence, pattern, moves, { at, limit: free })
  const isLarge = isHeavy(pattern, problem.requirements.length)
  const near = isLarge ? evidence.unmetNearby(pattern) : evidence.unmet(pattern, false)
  const worthMoves = byProgrammes ? Infinity : worthModel
  const missing = isLarge && near.length >= worthMoves ? meetWithin(problem, evidence, pattern, near, withFractions) : near
  if (isLarge && missing.length >= worthMoves) buyMoves(problem, evidence, pattern, limits)
  const worlds = new CheapestWorlds(problem)
  try {
    for (const at of missing) {
      meetCheaply({ problem, evidence, pattern, moves, worlds }, at)
      if (evidence.isMet(at)) continue
      const { above, below } = evidence.reachOf(at)
      limits.lower(at, above, below)
    }
  } finally {
    worlds.dispose()
  }
}

/** What is worked with while a pattern is made safe. */
interface Repairing {
  problem: Problem
  evidence: Evidence
  pattern: Uint8Array
  moves: Moving
  worlds: CheapestWorlds
}

/** Hides the cells of the cheapest worlds for one requirement, as far as it can be met at all. */
function meetCheaply(repairing: Repairing, at: number): void {
  const { problem, evidence, pattern, moves } = repairing
  if (evidence.isMet(at) || meetByMoves(problem, evidence, pattern, moves, { at, limit: free })) return
  const signs = preferred(problem, at)
  const outOfReach = signs.map((sign) => {
    const target = evidence.missing(at, sign)
    return reachOut(repairing, at, sign, target) ? Infinity : target
  })
  signs.forEach((sign, which) => {
    const missing = evidence.missing(at, sign)
    if (missing > 0) reachFarthest(repairing, at, sign, Math.min(outOfReach[which]!, missing + 1))
  })
}

/** Hides what the cheapest world needs that goes so far in one direction. Says whether the requirement goes so far then. */
function reachOut({ problem, evidence, pattern, worlds }: Repairing, at: number, sign: 1 | -1, target: number): boolean {
  if (target <= reachedBy(evidence, at, sign) + epsilon) return true
  const found = worlds.find(problem.requirements[at]!, { sign, target }, pattern)
  if (found) hide({ evidence, pattern }, found)
  return found !== undefined
}

/** The same for the farthest whole number below `end`: each question halves what it can be. */
function reachFarthest({ problem, evidence, pattern, worlds }: Repairing, at: number, sign: 1 | -1, end: number): void {
  let farthest: World | undefined
  for (let [least, most] = [Math.floor(reachedBy(evidence, at, sign) + epsilon), Math.ceil(end - epsilon)]; most - least > 1;) {
    const middle = Math.floor((least + most) / 2)
    const found = worlds.find(problem.requirements[at]!, { sign, target: middle }, pattern)
    if (found) [farthest, least] = [found, middle]
    else most = middle
  }
  if (farthest) hide({ evidence, pattern }, farthest)
}

function hide({ evidence, pattern }: Pick<Repairing, 'evidence' | 'pattern'>, world: World): void {
  for (const cell of world.cells) pattern[cell] = 1
  evidence.add(world)
}

function reachedBy(evidence: Evidence, at: number, sign: 1 | -1): number {
  const { above, below } = evidence.reachOf(at)
  return sign > 0 ? above : below
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
