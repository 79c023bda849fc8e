import type { Found } from './beginnings.ts'
import type { Cover } from './cover.ts'
import { detour } from './detour.ts'
import { Evidence } from './evidence.ts'
import type { Limits } from './limits.ts'
import { costOf, secondariesOf, type Problem } from './problem.ts'
import { isHeavy, repair } from './repair.ts'
import { shake } from './shake.ts'

/** Share of what all hidden costs above which a single cell is dear. */
const dear = 0.03

/** What a cover hides, with what its worlds leave unmet met as well: by programmes alone if so wanted, which takes longer and mostly costs less. */
export function completed(problem: Problem, cover: Cover, limits: Limits, byProgrammes = false): Found {
  const evidence = new Evidence(problem)
  const pattern = cover.pattern.slice()
  cover.tell(evidence)
  repair(problem, evidence, pattern, limits, { byProgrammes })
  return { pattern, evidence }
}

/**
 * Where single cells of a large table cost a good part of a pattern that was made of a cover, their worlds are looked for anew, by linear programmes alone: now
 * and then moves lead to a figure of the whole nation for which there is a way round. Undefined when nothing cheaper is found; smaller tables are cleaned of
 * such cells later.
 * @param seconds for that, at most
 */
export function withoutDear(problem: Problem, cover: Cover, limits: Limits, { pattern }: Found, seconds: number): Found | undefined {
  const cells = dearCells(problem, pattern)
  if (cells.length === 0) return undefined
  const released = new Set(cells.flatMap((cell) => cover.usersOf(cell)))
  for (const held of released) cover.release(held)
  try {
    const other = problem.deadline.within(seconds, () => completed(problem, cover, limits, true))
    return cheaper(problem, pattern, other)
  } finally {
    for (const { world, duties, isFixed } of released) cover.hold(world, duties, isFixed)
  }
}

/** Seconds in which linear programmes of a very large table hardly come to an end: making the first takes a third of them. */
const leastForProgrammes = 0.2

/** Share of what all hidden costs from which dear cells together are worth waiting for: of the demo's years the number of all who left was four fifths. */
const worthWaiting = 0.25

/**
 * The same for whoever waits: by programmes if they are likely to come to an end in time, or much is to be gained; else worlds are led round the cells by moves, and
 * the cover is made cheaper for as long as there is time.
 * @param seconds at most: for programmes, in haste and where much is to be gained, and for moves
 */
export function withoutDearInHaste(
  problem: Problem,
  cover: Cover,
  limits: Limits,
  first: Found,
  seconds: { programmes: number; worthwhile: number; moves: () => number },
): Found | undefined {
  const cells = dearCells(problem, first.pattern)
  if (cells.length === 0) return undefined
  const gain = cells.reduce((sum, cell) => sum + problem.cost[cell]!, 0) / costOf(problem, first.pattern)
  const most = gain < worthWaiting ? seconds.programmes : seconds.worthwhile
  const found = most > leastForProgrammes ? withoutDear(problem, cover, limits, first, most) : undefined
  if (found) return found
  problem.deadline.within(seconds.moves(), () => {
    detour(problem, cover, cells)
    shake(problem, cover, Infinity)
  })
  return cheaper(problem, first.pattern, completed(problem, cover, limits))
}

function dearCells(problem: Problem, pattern: Uint8Array): number[] {
  if (!isHeavy(pattern, problem.requirements.length)) return []
  const most = dear * costOf(problem, pattern)
  return secondariesOf(problem, pattern).filter((cell) => problem.cost[cell]! > most)
}

function cheaper(problem: Problem, pattern: Uint8Array, other: Found | undefined): Found | undefined {
  return other && costOf(problem, other.pattern) < costOf(problem, pattern) ? other : undefined
}
