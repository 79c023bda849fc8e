import { normalDensity, normalProbability } from '../../probability/normal.ts'

/** What is expected of persons who came in below a limit, on a scale with mean μ, spread σ and correlation ρ between two measurements. */
export interface ExpectedReturn {
  /** Their mean at the first measurement, μ − σλ with λ = φ(z)/Φ(z), z = (c−μ)/σ. */
  first: number
  /** And at the second with nothing done, μ − ρσλ. */
  second: number
  change: number
}

/** Regression to the mean of those selected below a limit. F. Galton (1886); C. E. Davis, Am. J. Epidemiol. 104 (1976) 493–498. */
export function returnBelow(limit: number, { mean, sd, correlation }: { mean: number; sd: number; correlation: number }): ExpectedReturn {
  if (!(sd > 0) || !(Math.abs(correlation) <= 1)) throw new RangeError(`spread ${sd}, correlation ${correlation}`)
  const z = (limit - mean) / sd
  const lambda = normalDensity(z) / normalProbability(z)
  const [first, second] = [mean - sd * lambda, mean - correlation * sd * lambda]
  return { first, second, change: second - first }
}

/** Change expected without any intervention of a group that began at a mean: (1−ρ)(μ − x̄₀), in the unit of the scale. */
export const expectedChange = (groupMean: number, { mean, correlation }: { mean: number; correlation: number }): number =>
  (1 - correlation) * (mean - groupMean)
