import type { Cover, Demand, Held } from './cover.ts'
import { secondariesOf, type Problem } from './problem.ts'

/**
 * Does without cells of a cover, those first that cost most for the worlds that must change, wherever these can be changed, or their duties given to others,
 * for less than the cell costs. The cover is whole at every moment, so `OutOfTime` does no harm. Gives how many cells are spared.
 */
export function spareCells(problem: Problem, cover: Cover): number {
  const { cost, deadline } = problem
  // The root: measured, between the dearest first, which takes longest, and the most gained by world, which leaves less to gain.
  const worth = secondariesOf(problem, cover.pattern).map((cell) => [cell, cost[cell]! / Math.sqrt(cover.usersOf(cell).length)] as const)
  let spared = 0
  for (const [cell] of worth.sort(([a, one], [b, other]) => other - one || a - b)) {
    deadline.check()
    if (cover.pattern[cell]! > 0 && doWithout(problem, cover, cell)) spared++
  }
  return spared
}

function doWithout({ cost }: Problem, cover: Cover, cell: number): boolean {
  const users = cover.usersOf(cell)
  const fresh: Held[] = []
  const handed: { to: Held; duty: Demand }[] = []
  let left = cost[cell]! - 1e-6
  const change = (held: Held): boolean => {
    if (held.isFixed) return false
    const { world } = held
    const own = held.duties.filter((duty) => {
      const to = cover.serving(world.scenario, duty, cell)
      if (to) handed.push({ to, duty })
      return !to
    })
    if (own.length === 0) return true
    const move = cover.exchanges.without(world, own, cell, cover.pattern, left)
    if (!move) return false
    left -= move.cost
    fresh.push(cover.hold(move.world, own))
    return true
  }
  const isDone = users.every(change)
  for (const held of isDone ? users : fresh) cover.release(held)
  if (isDone) for (const { to, duty } of handed) to.duties.push(duty)
  return isDone
}
