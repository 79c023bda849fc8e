import type { Cells } from '../tables/cells.ts'
import { cheapestOf, isSmall, type Found } from './beginnings.ts'
import { cleanUp } from './cleanup.ts'
import { Cover } from './cover.ts'
import { Evidence } from './evidence.ts'
import { Limits } from './limits.ts'
import { costOf, secondariesOf, type Problem } from './problem.ts'
import { buyMoves, isHeavy, repair } from './repair.ts'
import { spareCells } from './spare.ts'
import { askWeaker } from './weaker.ts'

/** A safe pattern. */
export interface Safe extends Found {
  /** Another one, dearer, mostly made of whole worlds: for when no proof is found of this one, or the proof takes more cells than this saves. */
  fallback?: Found
}

/** Share of the time that is left for looking for cells that can be shown again. */
const sparingShare = 0.3
/** Rounds of that over all cells; measured: in large tables the second gains one or two per cent and takes half as long as the first, more gain next to nothing. */
const sparingRounds = 2

/** Cells times requirements up to which other patterns than the first take less than a tenth of a second, where tables are small. */
const mostQuick = 120_000
/** Tables of more cells take most of a second without other patterns, which there are seldom better. */
const mostCells = 8000
/** Whether tables are so large. */
export const isVeryLarge = (cells: Pick<Cells, 'size'>): boolean => cells.size > mostCells
/** Seconds after which whoever waits gets what there is: cells are shown again by moves, by linear programmes (of smaller and of larger tables), and other patterns made up to then. */
const haste = { moves: 2, smaller: 1, larger: 0.7, others: 2 }
/** Share of what all hidden costs above which a single cell is dear. */
const dear = 0.1
/** For whoever takes his time, the share of it that other patterns may take. */
const patience = 0.1

/** What the instant tier begins with: whole worlds for all requirements that moves have them for, and cells spared by changing them. No solver is needed. */
export interface Begun {
  cover: Cover
  /** Seconds that making the worlds took, and what was left before. */
  taken: number
  before: number
}

/** Throws `OutOfTime` when the problem's deadline is over before every requirement was looked at. */
export function begin(problem: Problem, isPatient = false): Begun {
  const { deadline, requirements } = problem
  const before = deadline.secondsLeft
  const cover = new Cover(problem)
  cover.meetAll(new Limits(problem))
  const taken = before - deadline.secondsLeft
  // In very large tables the first half of the work has about nine tenths of the gain.
  const inHaste = isVeryLarge(problem.cells) ? taken : Math.max(taken, haste.moves - taken)
  deadline.within(Math.min(isPatient ? Infinity : inHaste, sparingShare * deadline.secondsLeft), () => {
    const rounds = isPatient || !isHeavy(cover.pattern, requirements.length) ? sparingRounds : 1
    for (let round = 0; round < rounds && spareCells(problem, cover) > 0; round++);
  })
  return { cover, taken, before }
}

/**
 * The instant tier: whole worlds for all requirements, each the cheapest found given what the others hide, and cells spared by changing them; linear
 * programmes for the few that have none, and, where that is quick, to spare more.
 * Throws `OutOfTime` when the problem's deadline is over before the pattern is safe.
 * @param isPatient whether that takes its time: the exact tier goes on from what is found
 */
export function protectInstantly(problem: Problem, isPatient = false, begun = begin(problem, isPatient)): Safe {
  const { deadline, requirements, cells } = problem
  const { cover, taken, before } = begun
  const limits = new Limits(problem)
  const leftOf = (seconds: number): number => (isPatient ? Infinity : Math.max(0, seconds - before + deadline.secondsLeft))
  const { pattern, evidence } = withoutDear(problem, cover, limits, Math.max(taken, leftOf(haste.moves)))
  askWeaker(
    problem,
    (at) => limits.has(at),
    () => meetAdded(problem, evidence, pattern, limits),
  )
  const isLarge = isHeavy(pattern, requirements.length)
  const cleaning = leftOf(isVeryLarge(cells) ? haste.larger : haste.smaller)
  if (!isLarge) cleanUp(problem, evidence, pattern, Math.min(cleaning, sparingShare * deadline.secondsLeft))
  const isInHaste = isVeryLarge(cells) || (isSmall(cells) && cells.size * requirements.length > mostQuick)
  const first = { pattern, evidence }
  if (isInHaste && !isPatient) return first
  const best = cheapestOf(problem, first, isPatient ? patience * deadline.secondsLeft : leftOf(haste.others), isPatient)
  return { ...best, ...(best !== first && { fallback: first }) }
}

/** What a cover hides, with what its worlds leave unmet met as well. */
function completed(problem: Problem, cover: Cover, limits: Limits): Found {
  const evidence = new Evidence(problem)
  const pattern = cover.pattern.slice()
  cover.tell(evidence)
  repair(problem, evidence, pattern, limits)
  return { pattern, evidence }
}

/**
 * The same; where single cells of a large table cost a good part of it, their worlds are looked for anew, by linear programmes, and the cheaper of both is
 * given: now and then moves lead to a figure of the whole nation for which there is a way round. Smaller tables are cleaned of such cells later.
 * @param seconds for that, at most
 */
function withoutDear(problem: Problem, cover: Cover, limits: Limits, seconds: number): Found {
  const first = completed(problem, cover, limits)
  if (!isHeavy(first.pattern, problem.requirements.length)) return first
  const most = dear * costOf(problem, first.pattern)
  const cells = secondariesOf(problem, cover.pattern).filter((cell) => problem.cost[cell]! > most)
  if (cells.length === 0) return first
  const released = new Set(cells.flatMap((cell) => cover.usersOf(cell)))
  for (const held of released) cover.release(held)
  try {
    const other = problem.deadline.within(Math.min(seconds, sparingShare * problem.deadline.secondsLeft), () =>
      completed(problem, cover, limits),
    )
    return other && costOf(problem, other.pattern) < costOf(problem, first.pattern) ? other : first
  } finally {
    for (const { world, duties, isFixed } of released) cover.hold(world, duties, isFixed)
  }
}

/** Meets requirements that were added to those a pattern meets, most of which it meets already, as far as the tables let it. */
function meetAdded(problem: Problem, evidence: Evidence, pattern: Uint8Array, limits: Limits): void {
  evidence.takeUp()
  buyMoves(problem, evidence, pattern, limits)
  repair(problem, evidence, pattern, limits)
}
