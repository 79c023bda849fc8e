import { status } from '../tables/cells.ts'
import { cheapestWholeWorld, cheapestWorld } from './cheapestWorld.ts'
import { hidable, type InherentLimit, type Problem } from './problem.ts'

/** Seconds for a whole table, where tables of fractions blame nothing. */
const patience = 5

/**
 * The cells of earlier releases that make a requirement impossible: which of them would have to be taken back, at the fewest, if all else could be
 * hidden. Empty when the tables themselves make it impossible (an inherent limit). Throws `OutOfTime` after the problem's deadline.
 */
export function conflictsOf(problem: Problem, { requirement, up, down, slide }: InherentLimit): number[] {
  const { cells, requirements } = problem
  const isOut = (cell: number): boolean => cells.status[cell] === status.forcedPublished
  const relaxed: Problem = {
    ...problem,
    fixed: problem.fixed.map((one, cell) => (isOut(cell) ? 0 : one)),
    cost: problem.cost.map((_, cell) => (isOut(cell) ? 1 : 0)),
  }
  const hidden = Uint8Array.from(relaxed.fixed, (one, cell) => (one >= 0 && !isOut(cell) ? 1 : 0))
  const asked = requirements[requirement]!
  for (const [sign, target] of [[1, Math.max(up, slide)] as const, [-1, Math.max(down, slide)] as const]) {
    if (target <= 0) continue
    const within = hidable(relaxed)
    const found = cheapestWorld(relaxed, asked, { sign, target }, hidden, within)
    if (!found) continue
    const named = [...found.cells].filter(isOut)
    if (named.length > 0) return named
    // Fractions go so far without what is out; then it is whole counts that do not.
    const whole = cheapestWholeWorld(relaxed, asked, { sign, target }, hidden, { within, seconds: patience })
    if (whole && whole !== 'none') return [...whole.cells].filter(isOut)
  }
  return []
}
