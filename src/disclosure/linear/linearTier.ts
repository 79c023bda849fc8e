import { noDeadline, type Deadline } from '../attack/deadline.ts'
import { isHidden, type Cells } from '../tables/cells.ts'
import { Elimination } from './elimination.ts'
import { expandCells, type Vector } from './expansion.ts'
import { leafVectors } from './leaves.ts'
import { primes } from './modular.ts'

/**
 * The secondaries of the linear engine: cells are published one by one, noughts first, then from the largest down (then by number), unless
 * that would determine a primary linearly. The same rule as GaussSuppression with singletonMethod "none" (Langsrud, PSD 2022), so with the same order among
 * equal counts the same cells.
 * @param primaries cells hidden from the start
 * @param spare cells that may not be hidden (published already); the rest of the rule sees them as known
 * @param deadline when it is over, all cells not yet published stay hidden: more than needed, and as safe
 * @param ties of equal counts that with the most comes first; by number where there are none
 */
export function linearTier(
  cells: Cells,
  primaries: readonly number[],
  spare: (cell: number) => boolean = () => false,
  { p = primes[0], deadline = noDeadline, ties }: { p?: number; deadline?: Deadline; ties?: Float64Array } = {},
): number[] {
  const vectors = visible(cells, primaries, expandCells(cells, p, deadline))
  return publishAll(cells, primaries, spare, new Elimination(vectors, primaries, p), deadline, ties)
}

/**
 * The same against an attacker who knows bounds as well: nothing is published from which a sum of cells follows each of which lies at a bound. So hardly
 * anything is exact, though nothing is proven; as the sums of singletons in GaussSuppression (singletonMethod "anySum") it is a good beginning for large
 * tables. Undefined when some combination of leaves is no cell; throws `OutOfTime` when the deadline is over before it begins.
 * @param tight flags of the cells that lie at a bound
 */
export function boundTier(
  cells: Cells,
  primaries: readonly number[],
  spare: (cell: number) => boolean,
  { tight, deadline = noDeadline }: { tight: Uint8Array; deadline?: Deadline },
): number[] | undefined {
  const leaves = leafVectors(cells, deadline)
  if (!leaves) return undefined
  const elimination = new Elimination(visible(cells, primaries, leaves), primaries, primes[0], tight)
  return publishAll(cells, primaries, spare, elimination, deadline)
}

/** The vectors of the cells that may be asked about. */
function visible(cells: Cells, primaries: readonly number[], vectors: readonly Vector[]): (Vector | undefined)[] {
  const isPrimary = new Set(primaries)
  return vectors.map((vector, cell) => (isHidden(cells.status[cell]!) && !isPrimary.has(cell) ? undefined : vector))
}

function publishAll(
  { count, status }: Cells,
  primaries: readonly number[],
  spare: (cell: number) => boolean,
  elimination: Elimination,
  deadline: Deadline,
  ties?: Float64Array,
): number[] {
  const isPrimary = new Set(primaries)
  const free = [...count.keys()].filter((cell) => !isPrimary.has(cell) && !isHidden(status[cell]!))
  const rank = (cell: number): number => (count[cell] === 0 ? Infinity : count[cell]!)
  const known = free.filter(spare)
  const asked = free
    .filter((cell) => !spare(cell))
    .sort((a, b) => compare(rank(b), rank(a)) || (ties ? compare(ties[b]!, ties[a]!) : 0) || a - b)
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
