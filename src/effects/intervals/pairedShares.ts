import { binomialPoint, binomialProbability } from '../../probability/binomial.ts'
import { z95 } from '../../probability/interval.ts'
import { wilson } from '../../probability/proportion.ts'
import type { Difference } from './twoShares.ts'

/** The same persons before and after, counted by what held. */
export interface PairedCounts {
  yesYes: number
  yesNo: number
  noYes: number
  noNo: number
}

/**
 * After − before among the same persons, (c−b)/n, with Newcombe's method 10 for paired shares: Wilson's limits of both margins and their
 * correlation φ, corrected for continuity when positive. `undefined` for nobody. R. G. Newcombe, Statistics in Medicine 17 (1998) 2635–2650.
 */
export function pairedDifference({ yesYes: a, yesNo: b, noYes: c, noNo: d }: PairedCounts): Difference | undefined {
  const n = a + b + c + d
  const [after, before] = [wilson(a + c, n), wilson(a + b, n)]
  if (!after || !before) return undefined
  const [pa, pb] = [(a + c) / n, (a + b) / n]
  const phi = correlation(a, b, c, d)
  const reach = (one: number, other: number): number => Math.sqrt(Math.max(0, one * one - 2 * phi * one * other + other * other))
  const estimate = (c - b) / n
  return {
    estimate,
    lower: estimate - reach(pa - after.lower, before.upper - pb),
    upper: estimate + reach(after.upper - pa, pb - before.lower),
  }
}

function correlation(a: number, b: number, c: number, d: number): number {
  const margins = (a + b) * (c + d) * (a + c) * (b + d)
  if (margins === 0) return 0
  const n = a + b + c + d
  const q = a * d - b * c
  const corrected = q > 0 ? Math.max(0, q - n / 2) : q
  return corrected / Math.sqrt(margins)
}

/**
 * McNemar's mid-P: 2·P(X ≤ m−1) + P(X = m) with X ~ Bin(b+c, ½) and m the smaller of b and c; 1 when as many changed both ways.
 * M. W. Fagerland, S. Lydersen and P. Laake, BMC Med. Res. Methodol. 13 (2013) 91.
 */
export function mcNemarMidP({ yesNo, noYes }: Pick<PairedCounts, 'yesNo' | 'noYes'>): number {
  const [k, m] = [yesNo + noYes, Math.min(yesNo, noYes)]
  if (k === 0) return 1
  return 2 * binomialProbability(m - 1, k, 0.5) + binomialPoint(m, k, 0.5)
}

/**
 * The same when each count has noise of its own with a known variance. To first order the noise adds to the variance of D = (c−b)/n
 *
 *   v = (D²·σ²ₐ + (1+D)²·σ²_b + (1−D)²·σ²_c + D²·σ²_d) / n²
 *
 * and each end goes as far as √(reach² + z²·v), within −1 … 1.
 */
export function noisyPairedDifference(counts: PairedCounts, variance: PairedCounts): Difference | undefined {
  const exact = pairedDifference(counts)
  if (!exact) return undefined
  const n = counts.yesYes + counts.yesNo + counts.noYes + counts.noNo
  const d = exact.estimate
  const both = d * d * (variance.yesYes + variance.noNo)
  const v = (both + (1 + d) ** 2 * variance.yesNo + (1 - d) ** 2 * variance.noYes) / (n * n)
  const reach = (end: number): number => Math.sqrt((end - d) ** 2 + z95 * z95 * v)
  return { estimate: d, lower: Math.max(-1, d - reach(exact.lower)), upper: Math.min(1, d + reach(exact.upper)) }
}
