import { noDeadline, type Deadline } from '../attack/deadline.ts'
import { makeScenario, withKnown, type Scenario } from '../attack/scenario.ts'
import type { Solver } from '../attack/solver.ts'
import { isHidden, status, type Cells } from '../tables/cells.ts'
import type { Sums } from '../tables/rows.ts'
import { groupRequirementsOf, primariesOf, requirementsOf, type Policy } from './requirement.ts'
import type { Requirement } from '../certificate/requirement.ts'

/** What hiding a cell costs: its count, one, or the logarithm of its count. */
export const costs = {
  value: (count: number): number => count + 0.1,
  count: (): number => 1,
  log: (count: number): number => 1 + Math.log2(1 + count),
}
export type Cost = keyof typeof costs

/** A requirement that no suppression at all can meet in full: what was asked, before how far it can be met was put in its place. */
export interface InherentLimit {
  requirement: number
  up: number
  down: number
  slide: number
}

/** How far above and below its count a requirement goes in whole counts when all is hidden that may be: less far than was asked, though fractions go as far. */
export interface WholeLimit {
  requirement: Requirement
  above: number
  below: number
}

/** Which cells to hide so that every requirement holds, at the least cost. */
export interface Problem {
  solver: Solver
  /** When work on it must end: it throws `OutOfTime` then. */
  deadline: Deadline
  cells: Cells
  sums: Sums
  policy: Policy
  primaries: readonly number[]
  /** The outsider of the policy, insiders, and those who know less and from whom something is to be kept all the same (`askWeaker`). */
  scenarios: Scenario[]
  requirements: Requirement[]
  /** Those that were lowered, by whatever pattern was tried. */
  inherent: InherentLimit[]
  /** What proofs showed to be asked in vain, before all was asked anew; some of it of requirements that are added later. */
  wholeLimits: readonly WholeLimit[]
  cost: Float64Array
  /** 1: always suppressed (primaries, hidden cells); 0: may be; -1: may not be. */
  fixed: Int8Array
}

/**
 * The problem of protecting these cells by a policy.
 * @param weight multiplies the cost of a cell, so that headline figures are spared
 * @param insiders for each, the cells whose counts they know; the other small counts are protected against them as well
 */
export function makeProblem(
  solver: Solver,
  { cells, sums }: { cells: Cells; sums: Sums },
  {
    policy,
    cost,
    weight = () => 1,
    insiders = [],
    deadline = noDeadline,
  }: { policy: Policy; cost: Cost; weight?: (cell: number) => number; insiders?: readonly (readonly number[])[]; deadline?: Deadline },
): Problem {
  const fixed = Int8Array.from(cells.status, (state, cell) => {
    if (isHidden(state)) return 1
    if (state === status.publishable) return !policy.zeros && cells.count[cell] === 0 ? -1 : 0
    return -1
  })
  const primaries = primariesOf(cells)
  const outsider = makeScenario(cells, policy.attacker)
  for (const cell of primaries) if (fixed[cell] === 0) fixed[cell] = 1
  return {
    ...{ solver, deadline, cells, sums, policy, primaries, fixed, inherent: [], wholeLimits: [] },
    scenarios: [outsider, ...insiders.map((known) => withKnown(outsider, known))],
    requirements: [
      ...requirementsOf(cells, policy),
      ...groupRequirementsOf(cells, sums, policy),
      ...insiders.flatMap((known, at) => requirementsOf(cells, policy, at + 1).filter((one) => !known.includes(one.cells[0]!))),
    ],
    cost: cells.count.map((count, cell) => (isHidden(cells.status[cell]!) ? 0 : costs[cost](count) * weight(cell))),
  }
}

/** The cells that are hidden or may be. */
export function hidable({ fixed }: Pick<Problem, 'fixed'>): Int32Array {
  return Int32Array.from(fixed.keys()).filter((cell) => fixed[cell]! >= 0)
}

/** The pattern that hides only what must be hidden. */
export function leastPattern({ fixed }: Problem): Uint8Array {
  return Uint8Array.from(fixed, (one) => (one > 0 ? 1 : 0))
}

/** Cells of a pattern that are hidden for the sake of others. */
export function secondariesOf({ fixed }: Problem, pattern: Uint8Array): number[] {
  return [...pattern.keys()].filter((cell) => pattern[cell]! > 0 && fixed[cell] === 0)
}

export function costOf(problem: Problem, pattern: Uint8Array): number {
  return secondariesOf(problem, pattern).reduce((sum, cell) => sum + problem.cost[cell]!, 0)
}
