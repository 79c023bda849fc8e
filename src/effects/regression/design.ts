import type { Symmetric } from './symmetric.ts'

/**
 * Covariates as rows with a leading 1, each covariate with its mean taken off and divided by its standard deviation: what is estimated is the
 * same, but no digits are lost to the units of the columns.
 */
export interface Design {
  n: number
  /** Number of columns with the leading 1. */
  k: number
  /** Row by row. */
  x: Float64Array
  mean: Float64Array
  scale: Float64Array
}

/** Throws when the model cannot be fitted, with the covariate (its place among those given) that is in the way and, where there is one, a person. */
export class ModelFault extends Error {
  readonly kind: 'constant' | 'dependent' | 'separation' | 'noOverlap'
  readonly covariate: number
  readonly person: number | undefined

  constructor(kind: ModelFault['kind'], covariate: number, person?: number) {
    super(`${kind}: covariate ${covariate}`)
    this.kind = kind
    this.covariate = covariate
    this.person = person
  }
}

/** The design of covariates given as columns of equal length. Throws `ModelFault` for one that is the same for everybody. */
export function makeDesign(columns: readonly ArrayLike<number>[], n: number): Design {
  const k = columns.length + 1
  const x = new Float64Array(n * k)
  const [mean, scale] = [new Float64Array(k), new Float64Array(k).fill(1)]
  for (let row = 0; row < n; row++) x[row * k] = 1
  columns.forEach((column, at) => {
    let sum = 0
    for (let row = 0; row < n; row++) sum += column[row]!
    const centre = sum / n
    let squares = 0
    for (let row = 0; row < n; row++) squares += (column[row]! - centre) ** 2
    const deviation = Math.sqrt(squares / n)
    if (!(deviation > 1e-12 * Math.abs(centre))) throw new ModelFault('constant', at)
    mean[at + 1] = centre
    scale[at + 1] = deviation
    for (let row = 0; row < n; row++) x[row * k + at + 1] = (column[row]! - centre) / deviation
  })
  return { n, k, x, mean, scale }
}

/** Coefficients in the units of the covariates, the constant first, of those in the units of the design. */
export function inOwnUnits({ k, mean, scale }: Design, coefficients: ArrayLike<number>): number[] {
  const own = Array.from({ length: k }, (_, at) => coefficients[at]! / scale[at]!)
  for (let at = 1; at < k; at++) own[0]! -= own[at]! * mean[at]!
  return own
}

/** Σ wᵢ xᵢxᵢᵀ; without weights Σ xᵢxᵢᵀ. Rows of weight 0 cost nothing. */
export function gram({ n, k, x }: Design, weight?: ArrayLike<number>): Symmetric {
  const sum = new Float64Array(k * k)
  for (let row = 0, at = 0; row < n; row++, at += k) {
    const w = weight ? weight[row]! : 1
    if (w !== 0) addOuter(sum, x, at, k, w)
  }
  return mirrored(sum, k)
}

/** Adds w·xxᵀ to the upper triangle. */
export function addOuter(sum: Symmetric, x: Float64Array, at: number, k: number, w: number): void {
  for (let i = 0; i < k; i++) {
    const wx = w * x[at + i]!
    const to = i * k
    for (let j = i; j < k; j++) sum[to + j]! += wx * x[at + j]!
  }
}

/** Fills the lower triangle from the upper. */
export function mirrored(sum: Symmetric, k: number): Symmetric {
  for (let i = 0; i < k; i++) for (let j = 0; j < i; j++) sum[i * k + j] = sum[j * k + i]!
  return sum
}

/** Σ vᵢ xᵢ. */
export function weightedSum({ n, k, x }: Design, value: ArrayLike<number>): Float64Array {
  const sum = new Float64Array(k)
  for (let row = 0, at = 0; row < n; row++, at += k) {
    const v = value[row]!
    if (v !== 0) for (let i = 0; i < k; i++) sum[i]! += v * x[at + i]!
  }
  return sum
}

/** xᵢᵀb for every person. */
export function linear({ n, k, x }: Design, b: ArrayLike<number>): Float64Array {
  const value = new Float64Array(n)
  for (let row = 0, at = 0; row < n; row++, at += k) {
    let sum = 0
    for (let i = 0; i < k; i++) sum += x[at + i]! * b[i]!
    value[row] = sum
  }
  return value
}
