import { SolverWanted } from '../attack/solver.ts'
import { linearTier } from '../linear/linearTier.ts'
import { brokenBridges } from './bridges.ts'
import { cleanUp } from './cleanup.ts'
import { Cover } from './cover.ts'
import { Evidence } from './evidence.ts'
import { Limits, type InherentLimit } from './limits.ts'
import { Master } from './master.ts'
import { costOf, leastPattern, type Problem } from './problem.ts'
import { buyMoves, isHeavy, repair } from './repair.ts'
import { spareCells } from './spare.ts'
import { askWeaker } from './weaker.ts'

/** A pattern in which every requirement holds, with the requirements that had to be lowered to make that possible. */
export interface Safe {
  pattern: Uint8Array
  /** Worlds that show that the pattern is safe. */
  evidence: Evidence
  limits: readonly InherentLimit[]
}

/** Share of the time that is left for looking for cells that can be shown again. */
const sparingShare = 0.3
/** Rounds of that over all cells; measured: more gain next to nothing. */
const sparingRounds = 2

/** Cells from which a second pattern is made of a relaxation, and seconds for that at most: smaller tables are to be there while a page is drawn. */
export const worthRelaxing = 2000
const relaxing = 6
/** Cells up to which the linear engine's pattern takes no time to speak of, so that it is made beside the first. */
const worthBoth = 150
/**
 * Cheapest worlds by linear programming up to which they make a second pattern: where a demand is on the width, and where it is on both directions, which
 * moves meet nearly as cheaply.
 */
const mostPrograms = { width: 300, directions: 120 }

/**
 * The instant tier: whole worlds for all requirements, each the cheapest found given what the others hide, and cells spared by changing them; linear
 * programmes for the few that have none, and, where that is quick, to spare more.
 * Throws `OutOfTime` when the problem's deadline is over before the pattern is safe.
 * @param sparing seconds to look for cells that can be shown again, at most
 * @param isFrugal whether a second pattern is made, where that may cost less: the exact tier makes its own, but takes its time for the first
 */
export function protectInstantly(problem: Problem, sparing = Infinity, isFrugal = true): Safe {
  const evidence = new Evidence(problem)
  const { deadline, requirements, cells } = problem
  const limits = new Limits(problem)
  const cover = new Cover(problem)
  cover.meetAll(limits)
  deadline.within(Math.min(sparing, sparingShare * deadline.secondsLeft), () => {
    for (let round = 0; round < sparingRounds && spareCells(problem, cover) > 0; round++);
  })
  const pattern = cover.pattern.slice()
  cover.tell(evidence)
  repair(problem, evidence, pattern, limits, !isFrugal)
  askWeaker(
    problem,
    (at) => limits.has(at),
    () => meetAdded(problem, evidence, pattern, limits),
  )
  const first = { pattern, evidence, limits: limits.found }
  if (isHeavy(pattern, requirements.length)) return first
  cleanUp(problem, evidence, pattern, Math.min(sparing, sparingShare * deadline.secondsLeft))
  const isSmall = cells.size < worthRelaxing
  if (!isFrugal || (isSmall && cells.size > worthBoth)) return first
  let best: Omit<Safe, 'limits'> = first
  const keep = (other: Omit<Safe, 'limits'>): void => {
    if (costOf(problem, other.pattern) < costOf(problem, best.pattern)) best = other
  }
  deadline.within(Math.min(relaxing, sparingShare * deadline.secondsLeft), () =>
    unlessSolverIsWanted(() => {
      const second = isSmall ? fromLinear(problem) : secondPattern(problem)
      if (!second) return
      keep(second)
      if (!second.isRelaxed) keep(cleanedUnion(problem, pattern, second.pattern))
    }),
  )
  return { ...best, limits: limits.found }
}

/** Meets requirements that were added to those a pattern meets, most of which it meets already, as far as the tables let it. */
function meetAdded(problem: Problem, evidence: Evidence, pattern: Uint8Array, limits: Limits): void {
  evidence.takeUp()
  buyMoves(problem, evidence, pattern, limits)
  repair(problem, evidence, pattern, limits)
}

/** Leaves off where a small table would need HiGHS to be loaded: there is a pattern already. */
function unlessSolverIsWanted(work: () => void): void {
  try {
    work()
  } catch (error) {
    if (!(error instanceof SolverWanted)) throw error
  }
}

/** What is left of two safe patterns when no cell of either can be spared. Each has cells that the other shows to be dear. */
function cleanedUnion(problem: Problem, one: Uint8Array, other: Uint8Array): Omit<Safe, 'limits'> {
  const pattern = one.map((flag, cell) => flag | other[cell]!)
  const evidence = new Evidence(problem)
  evidence.unmet(pattern)
  cleanUp(problem, evidence, pattern)
  return { pattern, evidence }
}

type Second = Omit<Safe, 'limits'> & { isRelaxed: boolean }

/** Another pattern made safe and sparing: from the relaxation (`isRelaxed`); or, where programmes would be too many, from the linear engine by moves. */
function secondPattern(problem: Problem): Second | undefined {
  const evidence = new Evidence(problem)
  const w = bridgeless(problem)
  if (!w) return undefined
  const rounded = Uint8Array.from(w, (weight) => (weight >= 0.5 ? 1 : 0))
  if (!isWorthPrograms(problem, evidence.unmet(rounded, false))) return fromLinear(problem, evidence)
  const pattern = roundedUp(problem, evidence, w, 0.5)
  cleanUp(problem, evidence, pattern)
  return { pattern, evidence, isRelaxed: true }
}

/** What the linear engine hides, made safe by moves and sparing. */
function fromLinear(problem: Problem, evidence = new Evidence(problem)): Second {
  const pattern = linearPattern(problem, 1)
  evidence.unmet(pattern, false)
  buyMoves(problem, evidence, pattern)
  repair(problem, evidence, pattern)
  cleanUp(problem, evidence, pattern)
  return { pattern, evidence, isRelaxed: false }
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

/** What the linear engine hides; every cell that may be hidden when it cannot even begin in this share of the time. */
export function linearPattern(problem: Problem, part: number): Uint8Array {
  const { cells, primaries, fixed, deadline } = problem
  const pattern = leastPattern(problem)
  const hidden = deadline.within(part * deadline.secondsLeft, () => linearTier(cells, primaries, (one) => fixed[one]! < 0, { deadline }))
  for (const cell of hidden ?? fixed.keys()) if (fixed[cell]! >= 0) pattern[cell] = 1
  return pattern
}
