import { betaQuantile, logBeta } from '../../probability/beta.ts'
import type { Interval } from '../../probability/interval.ts'
import { quantile } from '../../probability/quantile.ts'

/** A unit's share drawn towards all units, as far as its size and their spread say. */
export interface Shrunken extends Interval {
  estimate: number
  sd: number
}

export interface SharedShares {
  units: Shrunken[]
  /** Posterior mean of the share about which units lie. */
  mu: number
  /** Posterior mean of how much a unit of the usual size is drawn to it, 0 … 1. */
  shrinkage: number
}

const strengths = 50
const centres = 200

/**
 * Hierarchical beta-binomial of x of n per unit: μ uniform on 200 midpoints, s = M/(M + median n) uniform on 50, weights
 * Π B(x+Mμ, n−x+M(1−μ))/B(Mμ, M(1−μ)); a unit's posterior is the mixture of Beta(x+Mμ, n−x+M(1−μ)), its interval that of the one Beta with
 * the mixture's mean and variance. Nothing is plugged in, so few units give wide intervals. A. Gelman et al., Bayesian Data Analysis (2013), 5.3.
 */
export function sharedShares(counts: readonly { x: number; n: number }[]): SharedShares {
  const usual = quantile(
    counts.map(({ n }) => n).sort((a, b) => a - b),
    0.5,
  )
  const points = Array.from({ length: strengths * centres }, (_, at) => {
    const s = (Math.floor(at / centres) + 0.5) / strengths
    return { s, mu: ((at % centres) + 0.5) / centres, m: (usual * s) / (1 - s) }
  })
  const kinds = distinct(counts)
  const logs = points.map(({ mu, m }) => {
    const prior = logBeta(m * mu, m * (1 - mu))
    return kinds.reduce((sum, { x, n, times }) => sum + times * (logBeta(x + m * mu, n - x + m * (1 - mu)) - prior), 0)
  })
  const most = logs.reduce((a, b) => Math.max(a, b))
  const weights = logs.map((one) => Math.exp(one - most))
  const total = weights.reduce((sum, one) => sum + one, 0)
  const mean = (value: (at: number) => number): number => weights.reduce((sum, weight, at) => sum + weight * value(at), 0) / total
  return {
    units: counts.map(({ x, n }) => {
      const estimate = mean((at) => (x + points[at]!.m * points[at]!.mu) / (n + points[at]!.m))
      const square = mean((at) => {
        const size = n + points[at]!.m
        const one = (x + points[at]!.m * points[at]!.mu) / size
        return one * one + (one * (1 - one)) / (size + 1)
      })
      return shrunken(estimate, square - estimate * estimate)
    }),
    mu: mean((at) => points[at]!.mu),
    shrinkage: mean((at) => points[at]!.m / (points[at]!.m + usual)),
  }
}

/** The Beta with this mean and variance. */
function shrunken(estimate: number, variance: number): Shrunken {
  const size = (estimate * (1 - estimate)) / variance - 1
  const [a, b] = [estimate * size, (1 - estimate) * size]
  return { estimate, sd: Math.sqrt(variance), lower: betaQuantile(a, b, 0.025), upper: betaQuantile(a, b, 0.975) }
}

function distinct(counts: readonly { x: number; n: number }[]): { x: number; n: number; times: number }[] {
  const found = new Map<string, { x: number; n: number; times: number }>()
  for (const { x, n } of counts) {
    const key = `${x} of ${n}`
    found.set(key, { x, n, times: (found.get(key)?.times ?? 0) + 1 })
  }
  return [...found.values()]
}
