import { binomialPoint, binomialProbability, binomialQuantile } from '../../probability/binomial.ts'
import { z95 } from '../../probability/interval.ts'
import { quantile } from '../../probability/quantile.ts'
import type { UnitCount } from './caseMix.ts'

/** Shares of a unit beyond which one in 20, or one in 500, of its size and expected share falls by chance alone. */
export interface FunnelLimits {
  lower95: number
  upper95: number
  lower998: number
  upper998: number
}

/** The funnel is not drawn for smaller units: its limits lie outside 0 … 1. */
export const leastDrawn = 10

/**
 * The exact binomial limit with interpolation, (r − α)/n with r = qbinom(p, n, θ) and α = (F(r) − p)/(F(r) − F(r−1)); not clamped.
 * D. J. Spiegelhalter, Statistics in Medicine 24 (2005) 1185–1202, appendix A.1.1.
 */
export function funnelLimit(probability: number, n: number, expected: number): number {
  const r = binomialQuantile(probability, n, expected)
  return (r - (binomialProbability(r, n, expected) - probability) / binomialPoint(r, n, expected)) / n
}

/**
 * Limits about the share that is expected of a unit, widened by √φ where units differ more than by chance, within 0 … 1: they are of its own
 * observed share. `undefined` below ten persons or when all or none are expected to reach the outcome.
 */
export function funnelLimits(n: number, expected: number, widening = 1): FunnelLimits | undefined {
  if (n < leastDrawn || expected <= 0 || expected >= 1) return undefined
  const at = (probability: number): number => {
    const limit = expected + (funnelLimit(probability, n, expected) - expected) * widening
    return Math.min(1, Math.max(0, limit))
  }
  return { lower95: at(0.025), upper95: at(0.975), lower998: at(0.001), upper998: at(0.999) }
}

/** Each limit through a function: to another scale, or further out. `outer` says how many standard deviations out it lies. */
export function mapLimits(limits: FunnelLimits, move: (limit: number, outer: number) => number): FunnelLimits {
  return {
    ...{ lower95: move(limits.lower95, z95), upper95: move(limits.upper95, z95) },
    ...{ lower998: move(limits.lower998, z998), upper998: move(limits.upper998, z998) },
  }
}

const z998 = 3.090232306167813

/** Whether an observed share lies beyond the outer limits. */
export const isBeyond = (share: number, { lower998, upper998 }: FunnelLimits): boolean => share < lower998 || share > upper998

/** Whether units differ more than chance says: φ, the limit above which they do, and how much limits are widened (1 or √φ). */
export interface Overdispersion {
  phi: number
  limit: number
  widening: number
}

/**
 * φ = mean z², z = (O − E)/√V drawn in to its 10th and 90th percentile; above 1 + 2√(2/J) limits are widened by √φ. Spiegelhalter 2005;
 * I. W. M. Verburg et al., J. Critical Care 43 (2018) 94–100.
 */
export function overdispersion(counts: readonly UnitCount[]): Overdispersion {
  const z = counts.filter(({ V }) => V > 0).map(({ O, E, V }) => (O - E) / Math.sqrt(V))
  const limit = 1 + 2 * Math.sqrt(2 / z.length)
  if (z.length === 0) return { phi: 1, limit: 1, widening: 1 }
  const sorted = [...z].sort((a, b) => a - b)
  const [low, high] = [quantile(sorted, 0.1), quantile(sorted, 0.9)]
  const phi = z.reduce((sum, one) => sum + Math.min(high, Math.max(low, one)) ** 2, 0) / z.length
  return { phi, limit, widening: phi > limit ? Math.sqrt(phi) : 1 }
}
