import { brokenBridges } from './bridges.ts'
import { cleanUp } from './cleanup.ts'
import { Evidence } from './evidence.ts'
import { roundedUp } from './beginnings.ts'
import { Master, type MasterResult } from './master.ts'
import { costOf, leastPattern, type Problem } from './problem.ts'
import { improveByRegions } from './regions.ts'
import { separate, type Cut } from './separate.ts'

/** A safe pattern, and how far from the cheapest possible it can be at most. */
export interface Solution extends Best {
  lowerBound: number
  isOptimal: boolean
  programs: number
}

/** Said while the work goes on. */
export interface ExactProgress {
  cost: number
  lowerBound: number
}

export interface Best {
  pattern: Uint8Array
  cost: number
  /** Worlds that show that the pattern is safe. */
  evidence: Evidence
}

interface Run {
  problem: Problem
  master: Master
  counter: { programs: number }
  best: Best
  /** The last solution of the relaxation. */
  relaxed?: MasterResult
  lowerBound: number
  /** Two different costs differ at least so much. */
  grain: number
  tell(progress: ExactProgress): void
}

/** Share of the time for the relaxation, before patterns are made of it; and of what is left, for each of those. */
const share = { relaxation: 0.6, rounding: 0.3, whole: 0.3, regions: 0.6 }

/**
 * The cheapest pattern in which every requirement holds, proven so unless time runs out; then the best found, with a lower bound. It begins
 * with a safe pattern, so one is at hand at every moment.
 * @param seconds time box, within the problem's deadline
 */
export function protectExactly(
  problem: Problem,
  first: Best,
  seconds: number,
  tell: (progress: ExactProgress) => void = () => undefined,
): Solution {
  const { deadline } = problem
  const run: Run = {
    ...{ problem, tell, counter: { programs: 0 }, lowerBound: 0, grain: grainOf(problem), master: new Master(problem), best: first },
  }
  try {
    deadline.within(seconds, () => {
      deadline.within(share.relaxation * deadline.secondsLeft, () => tighten(run))
      if (!run.relaxed || isProven(run)) return
      roundOff(run, run.relaxed.w)
      trySettled(run, run.relaxed)
      if (isProven(run)) return
      deadline.within(share.regions * deadline.secondsLeft, () => improveByRegions(run, (w) => consider(run, w, 0.5, deadline.secondsLeft)))
      searchWhole(run, run.relaxed)
    })
  } finally {
    run.master.dispose()
  }
  const { best, lowerBound, counter } = run
  return { ...best, lowerBound: Math.min(lowerBound, best.cost), isOptimal: isProven(run), programs: counter.programs }
}

const isProven = ({ best, lowerBound, grain }: Run): boolean => lowerBound > best.cost - grain + 1e-4

/** The greatest step that all costs are multiples of: 1, 0.1 or next to nothing. */
function grainOf({ cost }: Problem): number {
  const fits = (step: number): boolean => cost.every((one) => Math.abs(one / step - Math.round(one / step)) < 1e-6)
  return [1, 0.1].find(fits) ?? 1e-3
}

/** Solves the relaxation, adding the conditions its solution breaks, until none is found or nothing is gained. */
function tighten(run: Run): void {
  const { problem, master, counter } = run
  master.add(brokenBridges(problem, Float64Array.from(leastPattern(problem))))
  for (let idle = 0, reach = 1; ;) {
    const relaxed = master.relax()
    if (!relaxed) return
    run.relaxed = relaxed
    const gain = relaxed.bound - run.lowerBound
    run.lowerBound = Math.max(run.lowerBound, relaxed.bound)
    run.tell({ cost: run.best.cost, lowerBound: run.lowerBound })
    if (isProven(run)) return
    if (master.add(brokenBridges(problem, relaxed.w)) > 0) continue
    idle = gain < 1e-4 * relaxed.bound ? idle + 1 : 0
    if (idle >= 8) return
    if (master.add(separate(problem, relaxed.w, reach, counter)) > 0) continue
    if (master.add(separateRounded(run, relaxed.w)) > 0) continue
    if (reach >= 8) return
    reach *= 2
  }
}

/** Conditions that patterns near the relaxed one break, and it as well. */
function separateRounded({ problem, counter }: Run, w: Float64Array): Cut[] {
  return [0.9, 0.6, 0.4, 0.2].flatMap((level) => {
    const rounded = w.map((weight) => (weight >= level ? 1 : 0))
    return separate(problem, w, Infinity, counter, rounded)
  })
}

/** Patterns by rounding the relaxation at several levels, each made safe and sparing. */
function roundOff(run: Run, w: Float64Array): void {
  const { deadline } = run.problem
  for (const level of [0.7, 0.4, 0.15]) consider(run, w, level, share.rounding * deadline.secondsLeft)
}

/**
 * Hides cells from a weight up, makes that safe and sparing, and keeps it when it is the best so far. What the relaxation leans to is cheap for the
 * worlds that make it safe.
 */
function consider(run: Run, w: Float64Array, level: number, seconds: number): void {
  const { problem, counter } = run
  const evidence = new Evidence(problem)
  const pattern = problem.deadline.within(0.7 * seconds, () => roundedUp(problem, evidence, w, level))
  if (pattern) cleanUp(problem, evidence, pattern, seconds)
  counter.programs += evidence.programs
  const cost = pattern ? costOf(problem, pattern) : Infinity
  if (pattern && cost < run.best.cost - 1e-9) run.best = { pattern, cost, evidence }
}

/** Small problems are done at once; large ones are improved by regions before all is tried again. */
function trySettled(run: Run, relaxed: MasterResult): void {
  const { deadline } = run.problem
  deadline.within(share.whole * deadline.secondsLeft, () => searchWhole(run, relaxed))
}

/** Whole solutions of the master problem, with the conditions they break added, until one breaks none. */
function searchWhole(run: Run, relaxed: MasterResult): void {
  const { problem, master, counter } = run
  const { deadline } = problem
  while (!deadline.isOver && !isProven(run)) {
    master.settle(relaxed, run.best.cost - run.grain + 1e-4)
    const { w, bound } = master.solveWhole(run.best.pattern)
    run.lowerBound = Math.max(run.lowerBound, Math.min(bound, run.best.cost))
    run.tell({ cost: run.best.cost, lowerBound: run.lowerBound })
    if (!w || isProven(run)) return
    const fresh =
      master.add(brokenBridges(problem, w)) +
      master.add(separate(problem, w, 1, counter)) +
      master.add(separate(problem, w, Infinity, counter))
    consider(run, w, 0.5, deadline.secondsLeft)
    if (fresh === 0) return
  }
}
