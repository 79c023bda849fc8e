import { symmetric, type Estimate } from '../../probability/interval.ts'
import { tQuantile } from '../../probability/studentT.ts'
import { makeDesign } from '../regression/design.ts'
import { clusteredErrors, leastSquares } from '../regression/ols.ts'

/** One answer of one person: which person (from 0), when, and the mean of the scale. */
export interface Measured {
  person: number
  time: number
  value: number
}

/**
 * Change per unit of time over repeated measurements: the least squares slope with standard error clustered by person (CR1), interval by
 * t(persons − 1). Throws `RangeError` below two persons, `ModelFault` when all are measured at the same time.
 */
export function progression(rows: readonly Measured[]): Estimate & { persons: number } {
  const persons = new Set(rows.map(({ person }) => person)).size
  if (persons < 2) throw new RangeError(`${persons} person has no spread between persons`)
  const design = makeDesign([rows.map(({ time }) => time)], rows.length)
  const values = rows.map(({ value }) => value)
  const fit = leastSquares(design, values)
  const residuals = values.map((value, at) => value - fit.fitted[at]!)
  const cluster = rows.map(({ person }) => person)
  const scale = design.scale[1]!
  const se = clusteredErrors(design, residuals, fit, cluster)[1]! / scale
  return { ...symmetric(fit.coefficients[1]! / scale, se, tQuantile(0.975, persons - 1)), persons }
}

/** The mean of the items answered, when at least four of five are; `undefined` otherwise. */
export function answeredMean(items: readonly (number | undefined)[]): number | undefined {
  const answered = items.filter((item) => item !== undefined)
  if (items.length === 0 || answered.length < 0.8 * items.length) return undefined
  return answered.reduce((sum, item) => sum + item, 0) / answered.length
}

/**
 * Whether a person's change is more than the instrument's own uncertainty: |after − before| > 1.96·√2·SEM.
 * N. S. Jacobson and P. Truax, J. Consult. Clin. Psychol. 59 (1991) 12–19.
 */
export function isReliableChange(before: number, after: number, errorOfMeasurement: number): boolean {
  if (!(errorOfMeasurement > 0)) throw new RangeError(`${errorOfMeasurement} is no error of measurement`)
  return Math.abs(after - before) > 1.959963984540054 * Math.SQRT2 * errorOfMeasurement
}
