import { loadSolver } from '../attack/solver.ts'
import { verify } from '../certificate/verify.ts'
import type { Certificate } from '../certificate/world.ts'
import { Elimination } from '../linear/elimination.ts'
import { expandCells } from '../linear/expansion.ts'
import { linearTier } from '../linear/linearTier.ts'
import { primes } from '../linear/modular.ts'
import { makeCells, type Cells } from '../tables/cells.ts'
import type { Instance } from '../tables/instance.ts'
import { makeSums } from '../tables/rows.ts'
import { certify } from './certify.ts'
import { Evidence } from './evidence.ts'
import { protectExactly, type ExactProgress } from './exact.ts'
import { protectInstantly } from './instant.ts'
import { costOf, leastPattern, makeProblem, secondariesOf, type Cost, type Problem } from './problem.ts'
import type { InherentLimit } from './repair.ts'
import type { Policy } from './requirement.ts'

export interface ProtectOptions {
  /** `linear`: only what a linear attacker can work out, without requirements on ranges. */
  policy: Policy | 'linear'
  tier: 'instant' | 'exact'
  cost: Cost
  /** Time box of the exact tier. */
  seconds: number
  /** Multiplies the cost of a cell, so that headline figures are spared. */
  weight?: (cells: Cells, cell: number) => number
  /** For each insider, the cells whose counts they know (all of their own association). */
  insiders?: (cells: Cells) => readonly (readonly number[])[]
  /** Milliseconds, for the time box. */
  now: () => number
  tell?: (progress: ExactProgress) => void
  wasmUrl?: string
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

/** Hides cells of linked tables so that the policy holds, and proves it. Throws `InstanceFault` for cells named that are not there. */
export async function protectTables(instance: Instance, options: ProtectOptions): Promise<Protection> {
  const cells = makeCells(instance)
  const sums = makeSums(cells)
  const solver = await loadSolver(options.wasmUrl)
  const weight = (cell: number): number => options.weight?.(cells, cell) ?? 1
  if (options.policy === 'linear')
    return protectLinearly(makeProblem(solver, { cells, sums }, { policy: linearPolicy, cost: options.cost, weight }))
  const insiders = options.insiders?.(cells) ?? []
  const problem = makeProblem(solver, { cells, sums }, { policy: options.policy, cost: options.cost, weight, insiders })
  if (options.tier === 'instant') {
    const evidence = new Evidence(problem)
    const end = options.now() + 1000 * instantCleanup
    const { pattern, limits } = protectInstantly(problem, evidence, () => options.now() > end)
    return finish(
      problem,
      { pattern, limits, cost: costOf(problem, pattern), lowerBound: 0, status: 'instant', programs: evidence.programs },
      evidence,
    )
  }
  const solution = protectExactly(problem, options.seconds, options.now, options.tell)
  const best = finish(problem, { ...solution, status: solution.isOptimal ? 'optimal' : 'gap' }, solution.evidence)
  // A range may be wide enough by linear programming and yet hold no second whole table; then the first pattern is given, if it has its proof.
  if (best.certificate || solution.first.pattern === solution.pattern) return best
  return finish(problem, { ...solution, ...solution.first, status: 'gap' }, solution.first.evidence)
}

/** Seconds after which the instant tier leaves off sparing cells. */
const instantCleanup = 2

const linearPolicy: Policy = { attacker: 'ext', zeros: true, demand: { kind: 'notExact' } }

type Found = Pick<Protection, 'pattern' | 'limits' | 'cost' | 'lowerBound' | 'status' | 'programs'>

function finish(problem: Problem, found: Found, evidence: Evidence): Protection {
  const certificate = certify(problem, found.pattern, evidence)
  const {
    sums: { rows },
    scenarios,
    requirements,
    cells,
    primaries,
  } = problem
  const isVerified = certificate !== undefined && verify({ rows, scenarios, requirements, suppressed: found.pattern }, certificate)
  return {
    ...found,
    cells,
    primaries,
    problem,
    secondaries: secondariesOf(problem, found.pattern),
    certificate: isVerified ? certificate : undefined,
  }
}

/** The linear engine alone. Its proof is the same elimination with another prime: no primary follows from what is published. */
function protectLinearly(problem: Problem): Protection {
  const { cells, primaries } = problem
  const pattern = leastPattern(problem)
  for (const cell of linearTier(cells, primaries, (one) => problem.fixed[one]! < 0)) pattern[cell] = 1
  const elimination = new Elimination(expandCells(cells, primes[1]), primaries, primes[1])
  for (let cell = 0; cell < cells.size; cell++) if (pattern[cell] === 0) elimination.publish(cell)
  return {
    ...{ cells, primaries, pattern, problem, secondaries: secondariesOf(problem, pattern), cost: costOf(problem, pattern) },
    ...{ lowerBound: 0, status: 'instant', limits: [], programs: 0 },
    certificate: elimination.determined === 0 ? { worlds: [], proofs: [] } : undefined,
  }
}
