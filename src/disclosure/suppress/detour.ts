import type { Cover, Held } from './cover.ts'
import type { Problem } from './problem.ts'
import { spareCells } from './spare.ts'

/**
 * Leads the worlds of a cover round dear cells, all at once and then one by one, and spares others after that: a detour is often a little dearer at first. What
 * costs more in the end is undone. The cover is whole at every moment that `OutOfTime` may be thrown at.
 */
export function detour(problem: Problem, cover: Cover, cells: readonly number[]): void {
  for (const avoided of [cells, ...cells.map((cell) => [cell])]) {
    const hidden = avoided.filter((cell) => cover.pattern[cell]! > 0)
    const users = [...new Set(hidden.flatMap((cell) => cover.usersOf(cell)))]
    if (users.length > 0 && users.every(({ isFixed }) => !isFixed)) tryWithout(problem, cover, hidden, users)
  }
}

function tryWithout(problem: Problem, cover: Cover, avoided: readonly number[], users: readonly Held[]): void {
  const before = cover.cost
  const undo = cover.mark()
  let isCheaper = false
  try {
    for (const held of users) cover.release(held)
    for (const held of users) serveAgain(problem, cover, avoided, held)
    spareCells(problem, cover)
    isCheaper = cover.cost < before - 1e-6
  } finally {
    if (!isCheaper) undo()
  }
}

/** What a world that was given up did, without the cells; what cannot be done without is done by that world. */
function serveAgain({ deadline }: Problem, cover: Cover, avoided: readonly number[], { world, duties }: Held): void {
  const left = duties.filter((duty) => {
    deadline.check()
    return !cover.serveWithout(avoided, world.scenario, duty)
  })
  if (left.length > 0) cover.hold(world, left)
}
