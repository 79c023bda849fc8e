import type { Kernels } from './kernels.ts'

/** How far a basic column may go beyond its bound for the sake of a larger pivot (Harris 1973). */
const tolerance = 1e-9
/** A smaller entry stops nothing: to divide by it would make the factors worthless. */
const leastPivot = 1e-7

/** The basic columns of a simplex method, by row, in the arena of its kernels. */
export interface BasicValues {
  readonly x: Float64Array
  readonly low: Float64Array
  readonly high: Float64Array
}

/**
 * The row whose basic column stops another before that has gone as far as `limit`; of several that do so nearly at once the one with the largest entry.
 * -1 when there is none.
 * @param entering B⁻¹ · the column that moves, by row
 * @param direction that it moves in
 */
export function blockingRow(
  kernels: Kernels,
  { x, low, high }: BasicValues,
  entering: Float64Array,
  direction: 1 | -1,
  limit: number,
): number {
  // Steps are compared by their inverse, and both sides are tried: a branch that cannot be foreseen would cost more than both.
  const soonest = kernels.soonest(
    entering.byteOffset,
    x.byteOffset,
    low.byteOffset,
    high.byteOffset,
    x.length,
    direction,
    tolerance,
    1 / limit,
  )
  if (soonest <= 1 / limit) return -1
  return kernels.blocking(entering.byteOffset, x.byteOffset, low.byteOffset, high.byteOffset, x.length, direction, 1 / soonest, leastPivot)
}

/** How far the column can move until the basic one of a row meets its bound. */
export function roomOf({ x, low, high }: BasicValues, entering: Float64Array, direction: 1 | -1, row: number): number {
  const rate = -direction * entering[row]!
  return Math.max(0, ((rate > 0 ? high[row]! : low[row]!) - x[row]!) / rate)
}
