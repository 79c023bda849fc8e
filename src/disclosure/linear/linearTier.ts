import { noDeadline, type Deadline } from '../attack/deadline.ts'
import { isHidden, type Cells } from '../tables/cells.ts'
import { Elimination } from './elimination.ts'
import { expandCells } from './expansion.ts'
import { primes } from './modular.ts'

/**
 * The secondaries of the linear engine: cells are published one by one, noughts first, then from the largest down (then by number), unless
 * that would determine a primary linearly. The same rule and order as GaussSuppression with singletonMethod "none"
 * (Langsrud, PSD 2022), so the same cells.
 * @param primaries cells hidden from the start
 * @param spare cells that may not be hidden (published already); the rest of the rule sees them as known
 * @param deadline when it is over, all cells not yet published stay hidden: more than needed, and as safe
 */
export function linearTier(
  cells: Cells,
  primaries: readonly number[],
  spare: (cell: number) => boolean = () => false,
  { p = primes[0], deadline = noDeadline }: { p?: number; deadline?: Deadline } = {},
): number[] {
  const { count } = cells
  const isPrimary = new Set(primaries)
  const free = [...count.keys()].filter((cell) => !isPrimary.has(cell) && !isHidden(cells.status[cell]!))
  const elimination = new Elimination(
    expandCells(cells, p, deadline).map((vector, cell) => (isHidden(cells.status[cell]!) && !isPrimary.has(cell) ? undefined : vector)),
    primaries,
    p,
  )
  const rank = (cell: number): number => (count[cell] === 0 ? Infinity : count[cell]!)
  const known = free.filter(spare)
  const asked = free.filter((cell) => !spare(cell)).sort((a, b) => compare(rank(b), rank(a)) || a - b)
  for (const cell of known) elimination.publish(cell)
  return asked.filter((cell) => {
    if (deadline.isOver) return true
    const reveals = elimination.test(cell) === 'reveals'
    if (reveals) elimination.drop(cell)
    else elimination.publish(cell)
    return reveals
  })
}

const compare = (a: number, b: number): number => Number(a > b) - Number(a < b)
