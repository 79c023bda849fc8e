import { attainable } from './attainable.ts'
import { cheapestWorld, windowAround } from './cheapestWorld.ts'
import type { Evidence } from './evidence.ts'
import { free, meetByMoves, preferred } from './meetByMoves.ts'
import type { Problem } from './problem.ts'
import { ProductMoves } from './productMoves.ts'

/** Cells looked at first for a world. */
const firstWindow = 120
/** After this many rounds without an end, a much wider window is looked at. */
const narrowRounds = 3
const secondWindow = 800
/** Cells added at a time because they may make it cheaper, and how often at most. */
const mostAdded = 250
const mostRounds = 16
const epsilon = 1e-6
/** Unmet requirements times hidden cells, above which linear programmes take too long. */
const most = { work: 500_000 }

/** A requirement that no suppression at all can meet: how far it can be met was put in its place. */
export interface InherentLimit {
  requirement: number
  up: number
  down: number
  slide: number
}

/**
 * Adds secondaries to a pattern until every requirement is met, each time those of the cheapest world for one that is not. What
 * cannot be met even when everything is hidden is lowered to what can, and told. Throws `OutOfTime` before that.
 */
export function repair(problem: Problem, evidence: Evidence, pattern: Uint8Array): InherentLimit[] {
  const limits: InherentLimit[] = []
  const moves = new ProductMoves(problem)
  moveAtCost(problem, evidence, pattern, moves, moveFreely(problem, evidence, pattern, moves))
  for (const at of evidence.unmet(pattern, false)) {
    if (evidence.isMet(at)) continue
    if (meetByMoves(problem, evidence, pattern, moves, { at, limit: free })) continue
    const before = { ...problem.requirements[at]! }
    for (const sign of preferred(problem, at)) reachOut(problem, evidence, pattern, { at, sign })
    if (!evidence.isMet(at)) {
      const { above, below } = evidence.reachOf(at)
      const requirement = problem.requirements[at]!
      limits.push({ requirement: at, up: before.up, down: before.down, slide: before.slide })
      requirement.up = Math.min(requirement.up, above)
      requirement.down = Math.min(requirement.down, below)
      requirement.slide = Math.min(requirement.slide, above + below)
    }
  }
  return limits
}

/** Proves what moves of cells that are hidden anyway can prove: that needs no linear programme. Gives what is left. */
function moveFreely(problem: Problem, evidence: Evidence, pattern: Uint8Array, moves: ProductMoves): number[] {
  return evidence
    .forget(pattern)
    .filter((at) => !evidence.isMet(at) && !meetByMoves(problem, evidence, pattern, moves, { at, limit: free }))
}

/**
 * Hides what moves need, the dearest allowed ones last, where so much is left that linear programmes would take too long. A few cells more are hidden than
 * by those; cleaning up shows most of them again.
 */
function moveAtCost(problem: Problem, evidence: Evidence, pattern: Uint8Array, moves: ProductMoves, left: readonly number[]): void {
  const hidden = pattern.reduce((sum, one) => sum + one, 0)
  if (left.length * hidden < most.work) return
  for (const limit of [20, 100, Infinity]) {
    for (const at of left) if (!evidence.isMet(at)) meetByMoves(problem, evidence, pattern, moves, { at, limit })
  }
}

/**
 * Goes as far as is needed, or possible, in one direction. The window grows by the cells with which a cheaper world is possible, or, when there is none
 * yet, a longer way, until there are none (column generation).
 */
function reachOut(problem: Problem, evidence: Evidence, pattern: Uint8Array, { at, sign }: { at: number; sign: 1 | -1 }): void {
  const requirement = problem.requirements[at]!
  const { above, below } = evidence.reachOf(at)
  const [own, other, wanted] = sign > 0 ? [above, below, requirement.up] : [below, above, requirement.down]
  let goal = Math.max(wanted, requirement.slide - other)
  let within = windowAround(problem, requirement, pattern, firstWindow)
  for (let round = 0; goal > own + epsilon; round++) {
    const found = cheapestWorld(problem, requirement, { sign, target: goal }, pattern, within)
    if (found && (found.cheaper.length === 0 || round >= mostRounds)) {
      for (const cell of found.world.cells) pattern[cell] = 1
      return evidence.add(found.world)
    }
    if (round === narrowRounds) {
      within = Int32Array.from(new Set([...within, ...windowAround(problem, requirement, pattern, secondWindow)]))
      continue
    }
    if (found) {
      within = Int32Array.of(...within, ...found.cheaper.slice(0, mostAdded))
      continue
    }
    const { reached, entrances } = attainable(problem, requirement, sign, goal, within)
    if (reached >= goal - epsilon) throw new Error('A world that exists was not found')
    if (entrances.length === 0) goal = Math.floor(reached + epsilon)
    else within = Int32Array.of(...within, ...entrances)
  }
}
