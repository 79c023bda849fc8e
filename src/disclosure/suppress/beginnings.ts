import { makeScenario } from '../attack/scenario.ts'
import { SolverWanted } from '../attack/solver.ts'
import { boundTier, linearTier } from '../linear/linearTier.ts'
import { brokenBridges } from './bridges.ts'
import { cleanUp } from './cleanup.ts'
import { Evidence } from './evidence.ts'
import { Master } from './master.ts'
import { costOf, leastPattern, type Problem } from './problem.ts'
import { buyMoves, isHeavy, repair } from './repair.ts'
import { isSmall } from './tableSize.ts'

/** A pattern in which every requirement holds. */
export interface Found {
  pattern: Uint8Array
  /** Worlds that show it. */
  evidence: Evidence
}

/**
 * Cheapest worlds by linear programming up to which they make a second pattern: where a demand is on the width, and where it is on both directions, which
 * moves meet nearly as cheaply.
 */
const mostPrograms = { width: 300, directions: 120 }

/**
 * The cheapest of a first pattern and others, of which as many are made as there is time for.
 * @param withFractions as in `repair`: the proof of what is met in fractions takes long
 */
export function cheapestOf(problem: Problem, first: Found, seconds: number, withFractions: boolean): Found {
  let best = first
  const keep = (other: Found | undefined): void => {
    if (other && costOf(problem, other.pattern) < costOf(problem, best.pattern)) best = other
  }
  problem.deadline.within(seconds, () => {
    const isLarge = isHeavy(first.pattern, problem.requirements.length)
    if (!isLarge && !isSmall(problem.cells)) keep(unlessSolverIsWanted(() => fromRelaxation(problem)))
    const second = fromBounds(problem, isLarge, withFractions) ?? (isLarge ? undefined : unlessSolverIsWanted(() => fromLinear(problem)))
    keep(second)
    if (second && !isLarge) keep(unlessSolverIsWanted(() => cleanedUnion(problem, first.pattern, second.pattern)))
  })
  return best
}

/** What the work gives; undefined where a small table would need HiGHS to be loaded: there is a pattern already. */
function unlessSolverIsWanted<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof SolverWanted) return undefined
    throw error
  }
}

/** What is left of two safe patterns when no cell of either can be spared. Each has cells that the other shows to be dear. */
function cleanedUnion(problem: Problem, one: Uint8Array, other: Uint8Array): Found {
  const pattern = one.map((flag, cell) => flag | other[cell]!)
  const evidence = new Evidence(problem)
  evidence.unmet(pattern)
  cleanUp(problem, evidence, pattern)
  return { pattern, evidence }
}

/** A pattern made of the relaxation, safe and sparing; undefined where the programmes for what it lacks would be too many. */
function fromRelaxation(problem: Problem): Found | undefined {
  const evidence = new Evidence(problem)
  const w = bridgeless(problem)
  const rounded = w && Uint8Array.from(w, (weight) => (weight >= 0.5 ? 1 : 0))
  if (!rounded || !isWorthPrograms(problem, evidence.unmet(rounded, false))) return undefined
  const pattern = roundedUp(problem, evidence, w, 0.5)
  cleanUp(problem, evidence, pattern)
  return { pattern, evidence }
}

/** What the linear engine hides, made safe by moves and sparing. */
function fromLinear(problem: Problem): Found {
  const evidence = new Evidence(problem)
  const pattern = linearPattern(problem, 1)
  evidence.unmet(pattern, false)
  buyMoves(problem, evidence, pattern)
  repair(problem, evidence, pattern)
  cleanUp(problem, evidence, pattern)
  return { pattern, evidence }
}

/**
 * What the linear engine hides from one who knows bounds, made safe, which needs little, and sparing unless tables are large. Undefined where it does not do:
 * of linked tables, and, unless they are large, against an attacker who knows no bounds.
 */
function fromBounds(problem: Problem, isLarge: boolean, withFractions: boolean): Found | undefined {
  if (!isLarge && problem.policy.attacker === 'ext') return undefined
  const pattern = boundPattern(problem)
  return unlessSolverIsWanted(() => {
    if (!pattern) return undefined
    const evidence = new Evidence(problem)
    repair(problem, evidence, pattern, undefined, { withFractions })
    if (!isLarge) cleanUp(problem, evidence, pattern)
    return { pattern, evidence }
  })
}

/** What the linear engine hides from one who knows bounds: of an attacker who knows none of suppressed counts, as if they were known to be no noughts. */
function boundPattern(problem: Problem): Uint8Array | undefined {
  const { cells, primaries, fixed, policy, deadline } = problem
  const { down, up } = makeScenario(cells, policy.attacker === 'ext' ? 'zero' : policy.attacker)
  const tight = Uint8Array.from(down, (room, cell) => (room === 0 || up[cell] === 0 ? 1 : 0))
  const hidden = boundTier(cells, primaries, (cell) => fixed[cell]! < 0, { tight, deadline })
  if (!hidden) return undefined
  const pattern = leastPattern(problem)
  for (const cell of hidden) if (fixed[cell]! >= 0) pattern[cell] = 1
  return pattern
}

/** Whether cheapest worlds for what is missing are found in time: one for a width, one for each direction else. */
function isWorthPrograms({ requirements }: Problem, missing: readonly number[]): boolean {
  const inBoth = missing.filter((at) => requirements[at]!.slide <= 0)
  const programs = inBoth.reduce(
    (sum, at) => sum + (requirements[at]!.up > 0 && requirements[at]!.down > 0 ? 2 : 1),
    missing.length - inBoth.length,
  )
  return programs <= (inBoth.length > 0 ? mostPrograms.directions : mostPrograms.width)
}

/** The relaxation in which no cell is hidden alone in a sum; undefined when there is nothing to choose. */
function bridgeless(problem: Problem): Float64Array | undefined {
  const master = new Master(problem)
  try {
    let broken = brokenBridges(problem, Float64Array.from(leastPattern(problem)))
    for (;;) {
      const isNew = master.add(broken) > 0
      const relaxed = master.relax()
      if (!relaxed || !isNew) return relaxed?.w
      broken = brokenBridges(problem, relaxed.w)
    }
  } finally {
    master.dispose()
  }
}

/** Hides cells from a weight up and makes that safe. What the relaxation leans to is cheap for the worlds that make it safe. */
export function roundedUp(problem: Problem, evidence: Evidence, w: Float64Array, level: number): Uint8Array {
  const pattern = Uint8Array.from(w, (weight) => (weight >= level ? 1 : 0))
  repair({ ...problem, cost: problem.cost.map((cost, cell) => cost * (1 - 0.9 * w[cell]!)) }, evidence, pattern)
  return pattern
}

/**
 * What the linear engine hides; every cell that may be hidden when it cannot even begin in this share of the time.
 * @param ties the order of equal counts, as in `linearTier`
 */
export function linearPattern(problem: Problem, part: number, ties?: Float64Array): Uint8Array {
  const { cells, primaries, fixed, deadline } = problem
  const pattern = leastPattern(problem)
  const spare = (cell: number): boolean => fixed[cell]! < 0
  const hidden = deadline.within(part * deadline.secondsLeft, () =>
    linearTier(cells, primaries, spare, { deadline, ...(ties && { ties }) }),
  )
  for (const cell of hidden ?? fixed.keys()) if (fixed[cell]! >= 0) pattern[cell] = 1
  return pattern
}
