import { ModelFault } from '../regression/design.ts'

/** How far a covariate's mean among the weighted comparison persons is from that among those who started, in standard deviations of the latter. */
export function standardisedDifference(column: ArrayLike<number>, treated: ArrayLike<number>, weights: ArrayLike<number>): number {
  let [n1, mean1, total, mean0] = [0, 0, 0, 0]
  for (let at = 0; at < column.length; at++) {
    if (treated[at] === 1) {
      n1++
      mean1 += column[at]!
    } else {
      total += weights[at]!
      mean0 += weights[at]! * column[at]!
    }
  }
  mean1 /= n1
  mean0 /= total
  let squares = 0
  for (let at = 0; at < column.length; at++) if (treated[at] === 1) squares += (column[at]! - mean1) ** 2
  const difference = mean1 - mean0
  const deviation = Math.sqrt(squares / (n1 - 1))
  if (deviation > 0) return difference / deviation
  return Math.abs(difference) < 1e-12 * Math.max(1, Math.abs(mean1)) ? 0 : Math.sign(difference) * Number.MAX_VALUE
}

/** (Σw)²/Σw²: how many equally weighted persons would tell as much. L. Kish, Survey Sampling (1965). */
export function effectiveSize(weights: ArrayLike<number>): number {
  let [sum, squares] = [0, 0]
  for (let at = 0; at < weights.length; at++) {
    sum += weights[at]!
    squares += weights[at]! ** 2
  }
  return (sum * sum) / squares
}

/** The largest weight as a share of the sum of them all. */
export function largestShare(weights: ArrayLike<number>): number {
  let [sum, most] = [0, 0]
  for (let at = 0; at < weights.length; at++) {
    sum += weights[at]!
    most = Math.max(most, weights[at]!)
  }
  return most / sum
}

/**
 * Throws `ModelFault` 'noOverlap' when the mean of those who started lies where there is no comparison person at all, or all comparison
 * persons are alike in a covariate in which those who started are not: no weights can make such groups alike. The person is one outside.
 */
export function refuseNoOverlap(columns: readonly ArrayLike<number>[], treated: ArrayLike<number>): void {
  columns.forEach((column, covariate) => {
    let [low, high, n1, total] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 0]
    for (let at = 0; at < column.length; at++) {
      if (treated[at] === 1) {
        n1++
        total += column[at]!
        continue
      }
      low = Math.min(low, column[at]!)
      high = Math.max(high, column[at]!)
    }
    const mean = total / n1
    if (mean >= low && mean <= high && low < high) return
    const outside = Array.from(column).findIndex((value, at) => treated[at] === 1 && (value < low || value > high))
    if (outside >= 0) throw new ModelFault('noOverlap', covariate, outside)
  })
}
