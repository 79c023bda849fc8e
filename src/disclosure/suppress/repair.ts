import { attainable } from './attainable.ts'
import { cheapestWorld, windowAround } from './cheapestWorld.ts'
import type { Evidence } from './evidence.ts'
import type { Problem } from './problem.ts'

/** Cells looked at first for a world. */
const firstWindow = 120
/** After this many rounds without an end, a much wider window is looked at. */
const narrowRounds = 3
const secondWindow = 800
/** Cells added at a time because they may make it cheaper, and how often at most. */
const mostAdded = 250
const mostRounds = 16
const epsilon = 1e-6

/** A requirement that no suppression at all can meet: how far it can be met was put in its place. */
export interface InherentLimit {
  requirement: number
  up: number
  down: number
  slide: number
}

/**
 * Adds secondaries to a pattern until every requirement is met, each time those of the cheapest world for one that is not. What
 * cannot be met even when everything is hidden is lowered to what can, and told. Undefined when it is over before that.
 */
export function repair(
  problem: Problem,
  evidence: Evidence,
  pattern: Uint8Array,
  isOver: () => boolean = () => false,
): InherentLimit[] | undefined {
  const limits: InherentLimit[] = []
  for (const at of evidence.unmet(pattern, false)) {
    if (isOver()) return undefined
    if (evidence.isMet(at)) continue
    const before = { ...problem.requirements[at]! }
    for (const sign of preferred(problem, at)) reachOut(problem, evidence, pattern, { at, sign }, isOver)
    if (isOver()) return undefined
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

/** The direction with more room first. */
function preferred({ scenarios, requirements }: Problem, at: number): (1 | -1)[] {
  const { scenario, cells, factors } = requirements[at]!
  const { down, up } = scenarios[scenario]!
  const cell = cells[0]!
  return (factors[0]! > 0 ? up[cell]! >= down[cell]! : down[cell]! >= up[cell]!) ? [1, -1] : [-1, 1]
}

/**
 * Goes as far as is needed, or possible, in one direction. The window grows by the cells with which a cheaper world is possible, or, when there is none
 * yet, a longer way, until there are none (column generation).
 */
function reachOut(
  problem: Problem,
  evidence: Evidence,
  pattern: Uint8Array,
  { at, sign }: { at: number; sign: 1 | -1 },
  isOver: () => boolean,
): void {
  const requirement = problem.requirements[at]!
  const { above, below } = evidence.reachOf(at)
  const [own, other, wanted] = sign > 0 ? [above, below, requirement.up] : [below, above, requirement.down]
  let goal = Math.max(wanted, requirement.slide - other)
  let within = windowAround(problem, requirement, pattern, firstWindow)
  for (let round = 0; goal > own + epsilon && !isOver(); round++) {
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
