import { Deadline } from '../attack/deadline.ts'
import { loadSolver, SolverWanted, unloaded, type Solver } from '../attack/solver.ts'
import { verify } from '../certificate/verify.ts'
import type { Certificate } from '../certificate/world.ts'
import { Elimination } from '../linear/elimination.ts'
import { expandCells } from '../linear/expansion.ts'
import { primes } from '../linear/modular.ts'
import { overlaps } from '../linear/overlap.ts'
import { makeCells, type Cells } from '../tables/cells.ts'
import type { Instance } from '../tables/instance.ts'
import { makeSums } from '../tables/rows.ts'
import { linearPattern } from './beginnings.ts'
import { certify } from './certify.ts'
import { Cover } from './cover.ts'
import { Evidence } from './evidence.ts'
import { protectExactly, type ExactProgress } from './exact.ts'
import { begin, protectInstantly, type Begun, type Safe } from './instant.ts'
import { Limits } from './limits.ts'
import { costOf, makeProblem, secondariesOf, type Cost, type InherentLimit, type Problem, type WholeLimit } from './problem.ts'
import { isHeavy } from './repair.ts'
import { shake } from './shake.ts'
import { isSmall, isVeryLarge } from './tableSize.ts'
import type { Policy } from './requirement.ts'

export interface ProtectOptions {
  /** `linear`: only what a linear attacker can work out, without requirements on ranges. */
  policy: Policy | 'linear'
  tier: 'instant' | 'exact'
  cost: Cost
  /** Time box, by the wall clock. */
  seconds: number
  /** Multiplies the cost of a cell, so that headline figures are spared. */
  weight?: (cells: Cells, cell: number) => number
  /** For each insider, the cells whose counts they know (all of their own association). */
  insiders?: (cells: Cells) => readonly (readonly number[])[]
  /** Milliseconds, for the time box. */
  now: () => number
  tell?: (progress: ExactProgress) => void
  wasmUrl?: string
  /** Whether HiGHS is loaded only when it is needed: that takes as long as a small table does, and very large ones are mostly done without. Then the problem that comes back has none either, for whoever would go on with it. */
  sparesSolver?: boolean
}

/** Tables made safe. `certificate` is undefined when the proof failed: then nothing of it may be released. */
export interface Protection {
  cells: Cells
  primaries: readonly number[]
  secondaries: readonly number[]
  /** One flag per cell: hidden. */
  pattern: Uint8Array
  cost: number
  lowerBound: number
  status: 'optimal' | 'gap' | 'instant'
  limits: readonly InherentLimit[]
  problem: Problem
  certificate: Certificate | undefined
  /** Linear programmes run. */
  programs: number
}

/**
 * Hides cells of linked tables so that the policy holds, and proves it. A first pattern is made safe and proven, and only then improved, so that one is
 * at hand when the time box closes. Throws `InstanceFault` for cells named that are not there, `OutOfTime` when the time box closes before that.
 */
export async function protectTables(instance: Instance, options: ProtectOptions): Promise<Protection> {
  const deadline = new Deadline(options.now, options.seconds)
  const cells = makeCells(instance)
  const sums = makeSums(cells)
  const weight = (cell: number): number => options.weight?.(cells, cell) ?? 1
  const insiders = options.insiders?.(cells) ?? []
  const { cost, policy, tier } = options
  const problemWith = (solver: Solver): Problem =>
    policy === 'linear'
      ? makeProblem(solver, { cells, sums }, { policy: linearPolicy, cost, weight, deadline })
      : makeProblem(solver, { cells, sums }, { policy, cost, weight, insiders, deadline })
  if (policy === 'linear') return protectLinearly(problemWith(options.sparesSolver ? unloaded : await loadSolver(options.wasmUrl)), tier)
  const isSpared = options.sparesSolver && tier === 'instant' && (isSmall(cells) || isVeryLarge(cells))
  if (!isSpared) return protectProven(problemWith(await loadSolver(options.wasmUrl)), options)
  const problem = problemWith(unloaded)
  const begun = begin(problem)
  // Where cells are shown again by programmes, trying without would only take time from that.
  const needsNone = isSmall(cells) || isHeavy(begun.cover.pattern, problem.requirements.length)
  const undo = markOf(problem, begun)
  const quick = needsNone ? withoutSolver(() => protectProven(problem, options, begun)) : undefined
  if (quick) return quick
  undo()
  return protectProven({ ...problem, solver: await loadSolver(options.wasmUrl) }, options, begun)
}

/** What the work gives, or undefined when it needs the solver. */
function withoutSolver<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof SolverWanted) return undefined
    throw error
  }
}

/** What takes the problem back to what is asked now, and the cover to its worlds: work that is given up half-way must leave no trace. */
function markOf({ requirements, scenarios, inherent }: Problem, { cover }: Begun): () => void {
  const asked = { requirements: requirements.map((one) => ({ ...one })), scenarios: [...scenarios], inherent: [...inherent] }
  const undo = cover.mark()
  return () => {
    requirements.splice(0, Infinity, ...asked.requirements)
    scenarios.splice(0, Infinity, ...asked.scenarios)
    inherent.splice(0, Infinity, ...asked.inherent)
    undo()
  }
}

function protectProven(problem: Problem, options: ProtectOptions, begun?: Begun): Protection {
  const { deadline } = problem
  const { tier, tell, seconds } = options
  const asAsked = { requirements: problem.requirements.length, scenarios: problem.scenarios.length }
  const safe = protectInstantly(problem, tier === 'exact', begun)
  const before = deadline.secondsLeft
  const wholeLimits: WholeLimit[] = []
  const { first, pattern, evidence } = provenFirst(problem, safe, tier === 'instant' ? instantProof : exactProof * seconds, wholeLimits)
  if (wholeLimits.length > 0) return protectProven(askedAnew(problem, asAsked, wholeLimits), options)
  const quick = { pattern, cost: costOf(problem, pattern), evidence }
  if (tier === 'instant') return first
  const start = first.certificate && isHeavy(pattern, problem.requirements.length) ? shaken(problem, first.certificate) : quick
  // The better pattern will take about as long to prove.
  const reserve = Math.max(0.05 * seconds, 1.5 * (before - deadline.secondsLeft))
  const solution = protectExactly(problem, start, deadline.secondsLeft - reserve, tell)
  const { lowerBound, isOptimal } = solution
  const programs = solution.programs + evidence.programs
  const isBest = isOptimal && first.cost <= start.cost + 1e-9
  if (solution.pattern === pattern) return { ...first, lowerBound, status: isBest ? 'optimal' : 'gap', programs }
  const found = { ...solution, status: isOptimal ? 'optimal' : 'gap', programs } as const
  const best = deadline.within(Infinity, () => finish(problem, found, solution.evidence))
  // A range may be wide enough by linear programming and yet hold no second whole table; then the first pattern is given, if it has its proof.
  return best?.certificate && !(first.certificate && first.cost < best.cost) ? best : { ...first, lowerBound, status: 'gap', programs }
}

/** The problem as it was asked, but for what no whole table meets, which is lowered from the start: whoever knows less may have to be asked about more. */
function askedAnew(problem: Problem, asAsked: { requirements: number; scenarios: number }, wholeLimits: readonly WholeLimit[]): Problem {
  const { requirements, scenarios, inherent } = problem
  const anew = {
    ...problem,
    requirements: requirements.slice(0, asAsked.requirements).map((one) => ({ ...one })),
    scenarios: scenarios.slice(0, asAsked.scenarios),
    inherent: inherent.filter(({ requirement }) => requirement < asAsked.requirements),
    wholeLimits: [...problem.wholeLimits, ...wholeLimits],
  }
  new Limits(anew).lowerKnown()
  return anew
}

/** The pattern of the instant tier with its proof; a fallback with its own where that has none, or costs more by it than the fallback does. */
function provenFirst(
  problem: Problem,
  safe: Safe,
  patience: number,
  wholeLimits: WholeLimit[],
): { first: Protection; pattern: Uint8Array; evidence: Evidence } {
  const proven = ({ pattern, evidence }: Pick<Safe, 'pattern' | 'evidence'>): Protection => {
    const found = {
      pattern,
      cost: costOf(problem, pattern),
      lowerBound: 0,
      status: 'instant',
      programs: evidence.programs,
    } as const
    return finish(problem, found, evidence, patience, wholeLimits)
  }
  let best = { first: proven(safe), pattern: safe.pattern, evidence: safe.evidence }
  const isBest = (cost: number): boolean => best.first.certificate !== undefined && best.first.cost <= cost
  for (const fallback of safe.fallbacks) {
    if (isBest(costOf(problem, fallback.pattern))) continue
    const first = proven(fallback)
    if (first.certificate && !isBest(first.cost)) best = { first, ...fallback }
  }
  return best
}

/** The start of the exact tier where linear programmes take long: its first worlds, made cheaper. */
function shaken(problem: Problem, certificate: Certificate): { pattern: Uint8Array; cost: number; evidence: Evidence } {
  const cover = new Cover(problem)
  cover.adopt(certificate)
  shake(problem, cover, shaking * problem.deadline.secondsLeft)
  const evidence = new Evidence(problem)
  cover.tell(evidence)
  return { pattern: cover.pattern, cost: cover.cost, evidence }
}

/** Share of the exact tier's time for making the first pattern cheaper without linear programmes. */
const shaking = 0.2
/** Seconds after which a first proof hides a few more cells rather than look for whole worlds; in the exact tier the share of its time. */
const instantProof = 1
const exactProof = 0.1

const linearPolicy: Policy = { attacker: 'ext', zeros: true, demand: { kind: 'notExact' } }

type Found = Pick<Protection, 'pattern' | 'cost' | 'lowerBound' | 'status' | 'programs'>

/** The pattern with its proof; it may cost a little more when cells were hidden for the proof's sake. */
function finish(problem: Problem, found: Found, evidence: Evidence, patience = Infinity, wholeLimits: WholeLimit[] = []): Protection {
  const pattern = found.pattern.slice()
  const certificate = certify(problem, pattern, evidence, patience, wholeLimits)
  const cost = costOf(problem, pattern)
  const {
    sums: { rows },
    scenarios,
    requirements,
    cells,
    primaries,
  } = problem
  const isVerified = certificate !== undefined && verify({ rows, scenarios, requirements, suppressed: pattern }, certificate)
  return {
    ...found,
    ...{ cells, primaries, problem, pattern, cost, secondaries: secondariesOf(problem, pattern), limits: problem.inherent },
    status: cost > found.cost + 1e-9 && found.status === 'optimal' ? 'gap' : found.status,
    certificate: isVerified ? certificate : undefined,
  }
}

/**
 * The linear engine alone, in the exact tier also with equal counts in the order that R's package takes them in, whichever costs less. Its proof is the same
 * elimination with another prime: no primary follows from what is published.
 */
function protectLinearly(problem: Problem, tier: ProtectOptions['tier']): Protection {
  const { cells, primaries, deadline } = problem
  const byNumber = linearPattern(problem, 0.4)
  const ties = tier === 'exact' ? deadline.within(0.3 * deadline.secondsLeft, () => overlaps(cells, deadline)) : undefined
  const byOverlap = ties && linearPattern(problem, 0.5, ties)
  const pattern = byOverlap && costOf(problem, byOverlap) < costOf(problem, byNumber) ? byOverlap : byNumber
  const elimination = new Elimination(expandCells(cells, primes[1], deadline), primaries, primes[1])
  for (let cell = 0; cell < cells.size; cell++) {
    deadline.check()
    if (pattern[cell] === 0) elimination.publish(cell)
  }
  return {
    ...{ cells, primaries, pattern, problem, secondaries: secondariesOf(problem, pattern), cost: costOf(problem, pattern) },
    ...{ lowerBound: 0, status: 'instant', limits: [], programs: 0 },
    certificate: elimination.determined === 0 ? { worlds: [], proofs: [] } : undefined,
  }
}
