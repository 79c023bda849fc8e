/** How far a basic column may go beyond its bound for the sake of a larger pivot (Harris 1973). */
const tolerance = 1e-9
/** A smaller entry stops nothing: to divide by it would make the factors worthless. */
const leastPivot = 1e-7

/** The basic columns of a simplex method, by row. */
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
export function blockingRow({ x, low, high }: BasicValues, entering: Float64Array, direction: 1 | -1, limit: number): number {
  // Steps are compared by their inverse, and both sides are tried: a branch that cannot be foreseen would cost more than both.
  let soonest = 1 / limit
  for (let row = 0; row < x.length; row++) {
    const rate = -direction * entering[row]!
    const up = Math.max(high[row]! - x[row]!, 0) + tolerance
    const down = Math.max(x[row]! - low[row]!, 0) + tolerance
    soonest = Math.max(soonest, rate / up, -rate / down)
  }
  if (soonest <= 1 / limit) return -1
  const nearest = 1 / soonest
  let best = -1
  let largest = leastPivot
  for (let row = 0; row < x.length; row++) {
    const size = Math.abs(entering[row]!)
    if (size <= largest) continue
    const room = direction * entering[row]! < 0 ? high[row]! - x[row]! : x[row]! - low[row]!
    if (room > nearest * size) continue
    best = row
    largest = size
  }
  return best
}

/** How far the column can move until the basic one of a row meets its bound. */
export function roomOf({ x, low, high }: BasicValues, entering: Float64Array, direction: 1 | -1, row: number): number {
  const rate = -direction * entering[row]!
  return Math.max(0, ((rate > 0 ? high[row]! : low[row]!) - x[row]!) / rate)
}
