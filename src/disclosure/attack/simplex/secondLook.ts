import type { Columns } from './luFactor.ts'

/** How much sums and reduced costs may be off by rounding. */
const mostRounding = 1e-7

/**
 * Whether `z` keeps all sums and the multipliers price all basic columns, so that what was reached is the optimum, whatever rounding did before.
 * @param basic columns, one by row
 * @param pair of which the first ones are the multipliers, by row
 * @param sums by row, to be written over
 */
export function standsUp(
  { start, index, value }: Columns,
  basic: Int32Array,
  z: Float64Array,
  cost: Float64Array,
  pair: Float64Array,
  sums: Float64Array,
): boolean {
  sums.fill(0)
  for (let column = 0; column < z.length; column++) {
    if (z[column] === 0) continue
    for (let entry = start[column]!; entry < start[column + 1]!; entry++) sums[index[entry]!]! += value[entry]! * z[column]!
  }
  for (let row = 0; row < sums.length; row++) {
    const column = basic[row]!
    let priced = cost[column]!
    for (let entry = start[column]!; entry < start[column + 1]!; entry++) priced -= value[entry]! * pair[2 * index[entry]!]!
    // Written so that NaN does not pass.
    if (!(Math.abs(sums[row]!) < mostRounding && Math.abs(priced) < mostRounding)) return false
  }
  return true
}
