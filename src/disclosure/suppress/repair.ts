import { attainable } from './attainable.ts'
import { cheapestWorld } from './cheapestWorld.ts'
import type { Evidence } from './evidence.ts'
import { Everything } from './everything.ts'
import { Exchanges } from './exchanges.ts'
import { Limits } from './limits.ts'
import { free, meetByMoves, preferred } from './meetByMoves.ts'
import type { Problem } from './problem.ts'
import { ProductMoves, type Moving } from './productMoves.ts'
import { windowAround } from './window.ts'
import { meetWithin } from './withinPattern.ts'

/** Cells looked at first for a world. */
const firstWindow = 60
/** After this many rounds without an end, a much wider window is looked at; whoever takes his time doubles it every so many rounds, up to so many cells. */
const narrowRounds = 3
const secondWindow = 800
const doubling = { rounds: 2, most: 6000 }
/** Cells added at a time because they may make it cheaper, and how often at most. */
const mostAdded = 250
const mostRounds = 8
const epsilon = 1e-6
/** Unmet requirements for which a model of all suppressed cells is worth making: it costs as much as finding worlds for so many otherwise. */
const worthModel = 4
/** Unmet requirements times hidden cells, above which linear programmes take too long. */
const mostWork = 1_000_000

/**
 * Adds secondaries to a pattern until every requirement is met: by moves where that costs nothing, else those of the cheapest world for one that is not. What
 * cannot be met even when everything is hidden is lowered to what can. Throws `OutOfTime` before that.
 * @param how `isPatient`: windows grow fast, which where tables are sparse halves the cost and takes twice as long; `withFractions`: in large tables what linear
 * programmes show to be met in fractions needs nothing more hidden
 */
export function repair(
  problem: Problem,
  evidence: Evidence,
  pattern: Uint8Array,
  limits = new Limits(problem),
  { isPatient = false, withFractions = false } = {},
): void {
  const moves = new ProductMoves(problem)
  for (const at of evidence.forget(pattern)) if (!evidence.isMet(at)) meetByMoves(problem, evidence, pattern, moves, { at, limit: free })
  const isLarge = isHeavy(pattern, problem.requirements.length)
  const near = isLarge ? evidence.unmetNearby(pattern) : evidence.unmet(pattern, false)
  const missing = isLarge && near.length >= worthModel ? meetWithin(problem, evidence, pattern, near, withFractions) : near
  if (isHeavy(pattern, missing.length)) buyMoves(problem, evidence, pattern, limits)
  const everything = new Everything(problem)
  try {
    for (const at of missing) {
      meetCheaply({ problem, evidence, pattern, moves, everything, isPatient }, at)
      if (evidence.isMet(at)) continue
      const { above, below } = evidence.reachOf(at)
      limits.lower(at, above, below)
    }
  } finally {
    everything.dispose()
  }
}

/** What is worked with while a pattern is made safe. */
interface Repairing {
  problem: Problem
  evidence: Evidence
  pattern: Uint8Array
  moves: Moving
  everything: Everything
  isPatient: boolean
}

/** Hides the cells of the cheapest worlds for one requirement, as far as it can be met at all. */
function meetCheaply(repairing: Repairing, at: number): void {
  const { problem, evidence, pattern, moves } = repairing
  if (evidence.isMet(at) || meetByMoves(problem, evidence, pattern, moves, { at, limit: free })) return
  for (const sign of preferred(problem, at)) reachOut(repairing, at, sign)
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

/**
 * Goes as far as is needed, or possible, in one direction. The window grows by the cells with which a cheaper world is possible, or, when there is none
 * yet, a longer way, until there are none (column generation).
 */
function reachOut({ problem, evidence, pattern, moves, everything, isPatient }: Repairing, at: number, sign: 1 | -1): void {
  const requirement = problem.requirements[at]!
  const { above, below } = evidence.reachOf(at)
  const own = sign > 0 ? above : below
  let goal = evidence.missing(at, sign)
  if (goal <= 0) return
  // With the cells of a move, however dear, the first programme has a solution to begin with.
  const seed = moves.find(requirement, sign, goal, pattern, Infinity)?.world.cells ?? []
  let within = Int32Array.from(new Set([...seed, ...windowAround(problem, requirement, pattern, firstWindow)]))
  // The programme is run where it has a solution: how far a window reaches at all costs less to ask.
  for (let round = 0, isOpen = seed.length > 0; goal > own + epsilon;) {
    const found = isOpen ? cheapestWorld(problem, requirement, { sign, target: goal }, pattern, within) : undefined
    if (found && (found.cheaper.length === 0 || round >= mostRounds)) {
      for (const cell of found.world.cells) pattern[cell] = 1
      return evidence.add(found.world)
    }
    if (found) within = Int32Array.of(...within, ...found.cheaper.slice(0, mostAdded))
    else if (round === narrowRounds || (isPatient && isToDouble(round, within.length))) {
      if (round === narrowRounds) goal = Math.min(goal, Math.floor(everything.reach(requirement, sign, goal) + epsilon))
      const wide = windowAround(problem, requirement, pattern, Math.max(secondWindow, 2 * within.length))
      within = Int32Array.from(new Set([...within, ...wide]))
      isOpen = false
    } else {
      const { reached, entrances } = attainable(problem, requirement, sign, goal, within)
      const isEnough = reached >= goal - epsilon
      if (isEnough && isOpen) throw new Error('A world that exists was not found')
      isOpen = isEnough
      if (isEnough) continue
      if (entrances.length === 0) goal = Math.floor(reached + epsilon)
      else within = Int32Array.of(...within, ...entrances)
    }
    round++
  }
}

function isToDouble(round: number, cells: number): boolean {
  return round > narrowRounds && (round - narrowRounds) % doubling.rounds === 0 && cells < doubling.most
}
