import type { Cover, Held } from './cover.ts'
import { secondariesOf, type Problem } from './problem.ts'
import { spareCells } from './spare.ts'

/** Tries between two rounds of sparing cells, for each secondary there is: so each is met about once. */
const triesPerCell = 1

/**
 * Makes a cover cheaper for as long as there is time (ruin and recreate, Schrimpf et al. 2000): all worlds that move one secondary are given up and their
 * duties served anew in another order; what costs more is undone. Always the same tries for the same cover. Ends when a whole round gains nothing.
 */
export function shake(problem: Problem, cover: Cover, seconds: number): void {
  const { deadline } = problem
  const random = generator()
  deadline.within(seconds, () => {
    for (let before = Infinity; cover.cost < before - 1e-6;) {
      before = cover.cost
      const open = secondariesOf(problem, cover.pattern)
      for (let tries = triesPerCell * open.length; tries > 0; tries--) {
        deadline.check()
        rebuild(cover, open[Math.floor(random() * open.length)]!, random)
      }
      spareCells(problem, cover)
    }
  })
}

function rebuild(cover: Cover, cell: number, random: () => number): void {
  const gone = cover.usersOf(cell)
  if (gone.length === 0 || gone.some(({ isFixed }) => isFixed)) return
  const before = cover.cost
  for (const held of gone) cover.release(held)
  const lent: Held[] = []
  const isDone = shuffled(
    gone.flatMap(({ duties }) => duties),
    random,
  ).every((duty) => {
    const to = cover.serveAnew(duty)
    if (to) lent.push(to)
    return to !== undefined
  })
  if (isDone && cover.cost <= before + 1e-6) return
  for (const to of lent.toReversed()) to.duties.pop()
  for (const to of new Set(lent)) if (to.duties.length === 0) cover.release(to)
  for (const { world, duties } of gone) cover.hold(world, duties)
}

function shuffled<T>(list: T[], random: () => number): T[] {
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    ;[list[at], list[other]] = [list[other]!, list[at]!]
  }
  return list
}

/** Numbers from 0 to 1 that are always the same (xorshift). */
function generator(): () => number {
  let state = 0x9e3779b9 | 0
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}
