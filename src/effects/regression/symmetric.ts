/** A symmetric k×k matrix, row by row. */
export type Symmetric = Float64Array

/** The lower triangle L with LLᵀ = matrix, or the first column that the ones before it determine. */
export type Factor = { ok: true; lower: Float64Array; k: number } | { ok: false; column: number }

/** What of a column is left beside the others when they determine it, as a share of its own square: no more than rounding. */
const nothingLeft = 1e-11

/** Cholesky's factor of a symmetric, positive definite matrix. */
export function factorise(matrix: Symmetric, k: number): Factor {
  const lower = new Float64Array(k * k)
  for (let row = 0; row < k; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * k + column]!
      for (let at = 0; at < column; at++) sum -= lower[row * k + at]! * lower[column * k + at]!
      if (row !== column) {
        lower[row * k + column] = sum / lower[column * k + column]!
        continue
      }
      if (!(sum > nothingLeft * matrix[row * k + row]!)) return { ok: false, column: row }
      lower[row * k + row] = Math.sqrt(sum)
    }
  }
  return { ok: true, lower, k }
}

/** The solution of matrix·x = right. */
export function solve({ lower, k }: Factor & { ok: true }, right: ArrayLike<number>): Float64Array {
  const x = Float64Array.from(right)
  for (let row = 0; row < k; row++) {
    for (let at = 0; at < row; at++) x[row]! -= lower[row * k + at]! * x[at]!
    x[row]! /= lower[row * k + row]!
  }
  for (let row = k - 1; row >= 0; row--) {
    for (let at = row + 1; at < k; at++) x[row]! -= lower[at * k + row]! * x[at]!
    x[row]! /= lower[row * k + row]!
  }
  return x
}

/** The inverse, row by row. */
export function inverse(factor: Factor & { ok: true }): Symmetric {
  const { k } = factor
  const whole = new Float64Array(k * k)
  for (let at = 0; at < k; at++) {
    const unit = new Float64Array(k)
    unit[at] = 1
    whole.set(solve(factor, unit), at * k)
  }
  return whole
}

/** xᵀ·matrix·x. */
export function quadraticForm(matrix: Symmetric, x: ArrayLike<number>): number {
  let sum = 0
  for (let row = 0; row < x.length; row++) for (let at = 0; at < x.length; at++) sum += x[row]! * matrix[row * x.length + at]! * x[at]!
  return sum
}
