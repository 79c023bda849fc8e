import { valueOf } from './cell.ts'
import type { Cell } from './cell.ts'

/** A share that may be shown: x of n. */
export interface ShownShare {
  x: number
  n: number
}

/**
 * The share x of n, when it may be shown: x, n and the rest n − x are all shown cells of a protected table, and n is at
 * least the threshold; else `undefined`. Throws when the three do not add up: then they are not cells of one table.
 */
export function shareOf(x: Cell, rest: Cell, n: Cell, threshold: number): ShownShare | undefined {
  const [part, remainder, whole] = [valueOf(x), valueOf(rest), valueOf(n)]
  if (part === undefined || remainder === undefined || whole === undefined) return undefined
  if (part + remainder !== whole) throw new RangeError(`${part} + ${remainder} is not ${whole}: not cells of one table`)
  return whole >= threshold ? { x: part, n: whole } : undefined
}
