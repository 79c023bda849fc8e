import { cheapestOf, type Found } from './beginnings.ts'
import { cleanUp } from './cleanup.ts'
import { Cover } from './cover.ts'
import { Limits } from './limits.ts'
import type { Problem } from './problem.ts'
import { isHeavy } from './repair.ts'
import { spareCells } from './spare.ts'
import { isSmall, isVeryLarge } from './tableSize.ts'
import { askWeaker } from './weaker.ts'
import { completed, withoutDear, withoutDearInHaste } from './withoutDear.ts'

/** A safe pattern. */
export interface Safe extends Found {
  /** Dearer ones, made of more whole worlds: for when no proof is found of this one, or the proof takes more cells than this saves. */
  fallbacks: Found[]
}

/** Share of the time that is left for looking for cells that can be shown again. */
const sparingShare = 0.3
/** Rounds of that over all cells; measured: in large tables the second gains one or two per cent and takes half as long as the first, more gain next to nothing. */
const sparingRounds = 2
/** Share of the time that is left for doing without single cells that cost a good part of all, which are mostly figures of the whole nation. */
const dearShare = 0.5

/** Cells times requirements up to which other patterns than the first take less than a tenth of a second, where tables are small. */
const mostQuick = 120_000
/**
 * Seconds after which whoever waits gets what there is: cells are shown again by moves, in very large tables and in others, dear cells of very large ones are
 * gone round by programmes (where little is to be gained, and much) and by moves, cells shown again by linear programmes (of smaller and of larger tables), and other patterns made up to then.
 */
const haste = { movesOfMany: 0.5, programmesOfMany: 0.55, worthwhile: 5, dearOfMany: 0.65, moves: 2, smaller: 1, larger: 0.7, others: 2 }
/**
 * Shares of the time that making worlds took that sparing cells, and going round dear ones by moves, may take all the same, in very large tables: measured, the
 * first quarter of the former has most of the gain.
 */
const [leastSparing, leastDetour] = [1 / 3, 1 / 2]
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
  const inHaste = isVeryLarge(problem.cells)
    ? Math.max(leastSparing * taken, haste.movesOfMany - taken)
    : Math.max(taken, haste.moves - taken)
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
  let asked = requirements.length
  let first = completed(problem, cover, limits)
  const meetAdded = (): void => {
    limits.lowerKnown()
    cover.meetAll(limits, asked)
    asked = requirements.length
    first = completed(problem, cover, limits)
  }
  askWeaker(problem, (at) => limits.has(at), meetAdded)
  const isBrief = isVeryLarge(cells) && !isPatient
  const seconds = Math.min(Math.max(taken, leftOf(haste.moves)), dearShare * deadline.secondsLeft)
  const other = isBrief
    ? withoutDearInHaste(problem, cover, limits, first, {
        programmes: leftOf(haste.programmesOfMany),
        worthwhile: Math.max(seconds, leftOf(haste.worthwhile)),
        moves: () => Math.max(leastDetour * taken, leftOf(haste.dearOfMany)),
      })
    : withoutDear(problem, cover, limits, first, seconds)
  const made = other ?? first
  const fallbacks = other ? [first] : []
  const { pattern, evidence } = made
  const isLarge = isHeavy(pattern, requirements.length)
  const cleaning = leftOf(isVeryLarge(cells) ? haste.larger : haste.smaller)
  if (!isLarge) cleanUp(problem, evidence, pattern, Math.min(cleaning, sparingShare * deadline.secondsLeft))
  const isInHaste = isVeryLarge(cells) || (isSmall(cells) && cells.size * requirements.length > mostQuick)
  if (isInHaste && !isPatient) return { ...made, fallbacks }
  const best = cheapestOf(problem, made, isPatient ? patience * deadline.secondsLeft : leftOf(haste.others), isPatient)
  return { ...best, fallbacks: best === made ? fallbacks : [made, ...fallbacks] }
}
