import { brokenBridges } from './bridges.ts'
import { windowAround } from './window.ts'
import type { Master } from './master.ts'
import { secondariesOf, type Problem } from './problem.ts'
import { separate } from './separate.ts'

/** Open cells that may change at a time, at first, and at least and at most. */
const region = { first: 250, least: 60, most: 1500 }
/** Seconds for one region, and how often conditions are added for it. */
const seconds = 3
const mostRounds = 6

interface Search {
  problem: Problem
  master: Master
  counter: { programs: number }
  best: { pattern: Uint8Array; cost: number }
  /** Two different costs differ at least so much. */
  grain: number
}

/**
 * Large-neighbourhood search (Shaw 1998): all cells but those around one secondary keep their state, those are chosen anew at the least cost under the
 * conditions found so far, and conditions that the choice breaks are added, which hold everywhere. Regions grow while they are solved at once and shrink
 * when they are not. It ends when every secondary has been a middle since something was gained, or with the problem's deadline (throwing `OutOfTime`).
 * @param consider makes a pattern safe and sparing, and keeps it in `best` when it is the best so far
 */
export function improveByRegions(search: Search, consider: (w: Float64Array) => void): void {
  const { problem } = search
  let size = region.first
  const tried = new Set<number>()
  for (let middle = nextMiddle(search, tried); middle !== undefined; middle = nextMiddle(search, tried)) {
    problem.deadline.check()
    const { cost } = search.best
    const around = windowAround(problem, { cells: Int32Array.of(middle) }, search.best.pattern, size)
    const isSolved = chooseAnew(search, around, consider)
    size = isSolved ? Math.min(region.most, Math.ceil(1.1 * size)) : Math.max(region.least, Math.floor(0.7 * size))
    tried.add(middle)
    if (search.best.cost < cost - 1e-9) tried.clear()
  }
}

/** The dearest secondary that was no middle yet. */
function nextMiddle({ problem, best }: Search, tried: ReadonlySet<number>): number | undefined {
  let dearest: number | undefined
  for (const cell of secondariesOf(problem, best.pattern))
    if (!tried.has(cell) && (dearest === undefined || problem.cost[cell]! > problem.cost[dearest]!)) dearest = cell
  return dearest
}

/** Says whether the region was solved in its time, be it that nothing better was found. */
function chooseAnew({ problem, master, counter, best, grain }: Search, around: Int32Array, consider: (w: Float64Array) => void): boolean {
  const { deadline } = problem
  const end = deadline.secondsLeft - seconds
  for (let round = 0; round < mostRounds && deadline.secondsLeft > end; round++) {
    const left = Math.max(0.1, deadline.secondsLeft - end)
    const found = deadline.within(left, () => master.solveWhole(best.pattern, around))
    if (!found?.w) return found?.isOptimal ?? false
    const { w, isOptimal } = found
    const cost = w.reduce((sum, one, cell) => sum + (problem.fixed[cell] === 0 ? one * problem.cost[cell]! : 0), 0)
    if (cost > best.cost - grain + 1e-6) return isOptimal
    const fresh = master.add(brokenBridges(problem, w)) + master.add(separate(problem, w, Infinity, counter))
    if (fresh === 0 || round === mostRounds - 1) consider(w)
    if (fresh === 0) return isOptimal
  }
  return false
}
