import { attainable } from './attainable.ts'
import { cheapestWorld, windowAround } from './cheapestWorld.ts'
import type { Evidence } from './evidence.ts'
import { free, meetByMoves, preferred } from './meetByMoves.ts'
import type { Problem } from './problem.ts'
import { ProductMoves } from './productMoves.ts'

/** Cells looked at first for a world. */
const firstWindow = 60
/** After this many rounds without an end, a much wider window is looked at. */
const narrowRounds = 3
const secondWindow = 800
/** Cells added at a time because they may make it cheaper, and how often at most. */
const mostAdded = 250
const mostRounds = 8
const epsilon = 1e-6
/** Unmet requirements times hidden cells, above which linear programmes take too long. */
const mostWork = 500_000

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
 * @param haste where much is unmet: seconds to look for what is met already; then moves that are not the cheapest are taken. Undefined: no haste
 */
export function repair(
  problem: Problem,
  evidence: Evidence,
  pattern: Uint8Array,
  haste?: number,
): { limits: InherentLimit[]; isHasty: boolean } {
  const limits: InherentLimit[] = []
  const moves = new ProductMoves(problem)
  const left = moveFreely(problem, evidence, pattern, moves)
  const isHasty = haste !== undefined && isHeavy(pattern, left)
  if (isHasty) {
    problem.deadline.within(haste, () => {
      for (const at of evidence.unmet(pattern, false)) meetCheaply(problem, evidence, pattern, moves, { at, isHasty: false })
    })
    moveAtCost(problem, evidence, pattern, moves)
  }
  for (const at of isHasty ? evidence.forget(pattern) : evidence.unmet(pattern, false)) {
    const before = { ...problem.requirements[at]! }
    meetCheaply(problem, evidence, pattern, moves, { at, isHasty })
    if (!evidence.isMet(at)) {
      const { above, below } = evidence.reachOf(at)
      const requirement = problem.requirements[at]!
      limits.push({ requirement: at, up: before.up, down: before.down, slide: before.slide })
      requirement.up = Math.min(requirement.up, above)
      requirement.down = Math.min(requirement.down, below)
      requirement.slide = Math.min(requirement.slide, above + below)
    }
  }
  return { limits, isHasty }
}

/** Hides the cells of the cheapest worlds for one requirement, as far as it can be met at all. */
function meetCheaply(
  problem: Problem,
  evidence: Evidence,
  pattern: Uint8Array,
  moves: ProductMoves,
  { at, isHasty }: { at: number; isHasty: boolean },
): void {
  if (evidence.isMet(at) || meetByMoves(problem, evidence, pattern, moves, { at, limit: free })) return
  for (const sign of preferred(problem, at)) reachOut(problem, evidence, pattern, moves, { at, sign, isHasty })
}

/** Whether so much is unmet that linear programmes would take long. */
function isHeavy(pattern: Uint8Array, unmet: readonly number[]): boolean {
  return unmet.length * pattern.reduce((sum, one) => sum + one, 0) > mostWork
}

/** Proves what moves of cells that are hidden anyway can prove: that needs no linear programme. Gives what is left. */
function moveFreely(problem: Problem, evidence: Evidence, pattern: Uint8Array, moves: ProductMoves): number[] {
  return evidence
    .forget(pattern)
    .filter((at) => !evidence.isMet(at) && !meetByMoves(problem, evidence, pattern, moves, { at, limit: free }))
}

/** Hides what moves need, the dearest last, since cheap ones may make others free. More is hidden than by linear programmes. */
function moveAtCost(problem: Problem, evidence: Evidence, pattern: Uint8Array, moves: ProductMoves): void {
  const left = evidence.forget(pattern)
  for (const limit of [20, 100, Infinity])
    for (const at of left) if (!evidence.isMet(at)) meetByMoves(problem, evidence, pattern, moves, { at, limit })
}

/**
 * Goes as far as is needed, or possible, in one direction. The window grows by the cells with which a cheaper world is possible, or, when there is none
 * yet, a longer way, until there are none (column generation).
 */
function reachOut(
  problem: Problem,
  evidence: Evidence,
  pattern: Uint8Array,
  moves: ProductMoves,
  { at, sign, isHasty }: { at: number; sign: 1 | -1; isHasty: boolean },
): void {
  const requirement = problem.requirements[at]!
  const { above, below } = evidence.reachOf(at)
  const [own, other, wanted] = sign > 0 ? [above, below, requirement.up] : [below, above, requirement.down]
  let goal = Math.max(wanted, requirement.slide - other)
  if (goal <= own + epsilon) return
  // With the cells of a move, however dear, the first programme has a solution to begin with.
  const seed = moves.find(requirement, sign, goal, pattern, Infinity)?.world.cells ?? []
  let within = Int32Array.from(new Set([...seed, ...windowAround(problem, requirement, pattern, firstWindow)]))
  for (let round = 0; goal > own + epsilon; round++) {
    const found = cheapestWorld(problem, requirement, { sign, target: goal }, pattern, within)
    if (found && (isHasty || found.cheaper.length === 0 || round >= mostRounds)) {
      for (const cell of found.world.cells) pattern[cell] = 1
      return evidence.add(found.world)
    }
    if (!found && round === narrowRounds) {
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
